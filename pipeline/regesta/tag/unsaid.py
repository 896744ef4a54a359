"""What a parsed clause leaves unsaid: whom "who" stands for, and the subject that a verb shares with another.

In the labels of spaCy's English pipelines; what other labels say is left as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = ("WP", "WDT")
#: What stands beside a name: "X and Y", "the minister, X".
_BESIDE = ("conj", "appos")
_TOGETHER = ("together", "along")
_PARTICIPLES = ("VBG", "VBN")
#: What only an active verb governs.
_COMPLEMENTS = {"dobj", "ccomp", "xcomp", "dative", "acomp", "attr"}
#: No chain of clauses is followed farther than this.
_MOST_STEPS = 8


def meant(token: Token) -> Iterator[Token]:
    """The words that an argument stands for: itself and what is set beside it; for "who", what the clause is about."""
    if token.tag_ in _RELATIVE:
        clause = next((each for each in (token, *token.ancestors) if each.dep_ == "relcl"), None)
        if clause is not None:
            yield from _with_apposition(clause.head)
        return
    yield token
    for child in token.children:
        if child.dep_ in _BESIDE:
            yield from meant(child)
        elif child.lower_ == "with" and any(each.lower_ in _TOGETHER for each in child.children):
            yield from (each for each in child.children if each.dep_ == "pobj")


def unsaid_subject(verb: Token) -> tuple[Token, Literal["subject", "object"]] | None:
    """The subject of a verb that has none of its own, and what it is to the verb: the object of a passive.

    "X was arrested and shot", "having left Y, X met Z", "X was found to have shot Z"; None where nobody is clear.
    """
    if not verb.tag_.startswith("VB") or _subject(verb) is not None:
        return None
    role: Literal["subject", "object"] = "object" if _is_passive(verb) else "subject"
    clause = verb
    for _ in range(_MOST_STEPS):
        if clause.dep_ in ("acl", "relcl") and clause.tag_ in _PARTICIPLES:
            return clause.head, role
        above = _clause_above(clause)
        if above is None:
            return None
        clause = above
        found = _subject(clause)
        if found is not None:
            return found, role
    return None


def _with_apposition(noun: Token) -> Iterator[Token]:
    """A noun, and the name to which it is set in apposition: "X, the group that"."""
    yield noun
    if noun.dep_ == "appos":
        yield noun.head


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _clause_above(verb: Token) -> Token | None:
    """The verb whose subject counts for this one too."""
    head = verb.head
    if verb.dep_ == "pcomp":
        head = head.head
    elif not (verb.dep_ == "conj" or (verb.dep_ == "xcomp") or (verb.dep_ == "advcl" and _is_bare(verb))):
        return None
    if not head.tag_.startswith("VB"):
        return None
    if verb.dep_ in ("xcomp", "pcomp") and any(child.dep_ == "dobj" for child in head.children):
        return None
    return head


def _is_bare(verb: Token) -> bool:
    """Whether a clause is a participle, without "after" or "if" before it."""
    return verb.tag_ in _PARTICIPLES


def _is_passive(verb: Token) -> bool:
    """Whether a verb is passive, by its auxiliary, or as a participle by that of the verb which it is joined to.

    A participle far from its auxiliary is often tagged as a past tense: "was arrested in May, and hanged in June".
    """
    relations = {child.dep_ for child in verb.children}
    if "auxpass" in relations:
        return True
    if "aux" in relations:
        return False
    if verb.dep_ == "conj" and verb.head.tag_.startswith("VB"):
        shares = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and not relations & _COMPLEMENTS)
        return shares and _is_passive(verb.head)
    return verb.tag_ == "VBN"
