"""How far a cue reaches in a parsed sentence: "X claims A, but B happened" hedges only A.

In the labels of spaCy's English pipelines; where other labels stand, no scope is found.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from regesta.tag.unsaid import SUBJECTS

_AUXILIARIES = ("aux", "auxpass")
#: What only tells more of somebody or something is not under a cue of the clause that names them.
_ASIDES = ("relcl", "appos")


def takes_in(cue: Span, trigger: Token) -> bool:
    """Whether a trigger stands under a cue: in the clause that a hedge qualifies, or in what a verb of saying rules."""
    said = _verb_of(cue)
    verb = said if said is not None else _qualified(cue)
    return verb is not None and _is_under(trigger, verb, cue, speaks=said is not None)


def _verb_of(cue: Span) -> Token | None:
    """The verb of a cue that has one of its own: "denied that", "is said to have"; none for "may have", "was not"."""
    return next((word for word in reversed(cue) if _is_full_verb(word)), None)


def _qualified(cue: Span) -> Token | None:
    """The verb that a hedge or a negation qualifies."""
    return next((word for word in (cue.root, *cue.root.ancestors) if _is_full_verb(word)), None)


def _is_full_verb(word: Token) -> bool:
    return word.tag_.startswith("VB") and word.dep_ not in _AUXILIARIES


def _is_under(trigger: Token, verb: Token, cue: Span, *, speaks: bool) -> bool:
    """Whether the way up the parse from a trigger leads to a verb, and over no aside or clause of its own."""
    for word in (trigger, *trigger.ancestors):
        if word == verb:
            return True
        if word.dep_ in _ASIDES or (word.head == verb and not _is_part(word, verb, cue, speaks=speaks)):
            return False
    return False


def _is_part(word: Token, verb: Token, cue: Span, *, speaks: bool) -> bool:
    """Whether what hangs on the verb of a cue is under the cue: not "although ...", nor a second clause."""
    if word.dep_ == "advcl":
        return False
    if word.dep_ != "conj":
        return True
    if speaks:
        return False
    kinds = {child.dep_ for child in word.children}
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    opens = subject is not None and cue.end <= subject.i
    return opens or not kinds.intersection((*SUBJECTS, *_AUXILIARIES))
