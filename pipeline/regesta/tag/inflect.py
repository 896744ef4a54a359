"""The forms of English verbs and nouns, from their lemmas."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

Form = Literal["base", "present", "past", "participle", "ing", "noun"]

_UNCHANGED = ["people", "sheep", "cattle", "aircraft", "dead", "missing", "wounded", "injured", "corps", "series"]
_PLURALS = dict.fromkeys(_UNCHANGED, "") | {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "crisis": "crises",
    "knife": "knives",
    "wife": "wives",
    "life": "lives",
    "thief": "thieves",
    "half": "halves",
    "leaf": "leaves",
}
#: They end like "gunman", and make no "men".
_NO_MEN = frozenset({"human", "shaman", "talisman", "german", "roman", "norman", "ottoman", "caiman"})
_SINGULARS = {plural or noun: noun for noun, plural in _PLURALS.items() if noun != "people"}


@cache
def _irregular() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    text = files("regesta.tag").joinpath("irregular_verbs.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {base: (tuple(past.split("/")), tuple(participle.split("/"))) for base, past, participle in rows}


@cache
def _forms_alone() -> frozenset[str]:
    """What is the past of a verb and no base form."""
    forms = {form for past, participle in _irregular().values() for form in (*past, *participle)}
    return frozenset(forms - set(_irregular()) - {"found", "wound"})


@cache
def verb_forms(lemma: str) -> dict[str, Form]:
    """The forms of a verb; where the past and the participle look alike, it counts as past.

    What is not a base form in English ("born") stands for itself alone.
    """
    if lemma in _forms_alone():
        return {lemma: "participle"}
    found: dict[str, Form] = {lemma: "base", _with_s(lemma): "present"}
    for stem in _stems(lemma):
        found[_with_ing(stem)] = "ing"
    if lemma in _irregular():
        past, participle = _irregular()[lemma]
        found.update(dict.fromkeys(participle, "participle"))
        found.update(dict.fromkeys(past, "past"))
    else:
        found.update({_with_ed(stem): "past" for stem in _stems(lemma)})
    return found


def noun_forms(lemma: str) -> tuple[str, ...]:
    """The singular and the plural of a noun or of a phrase with one; in "coup d'état" and "exchange of X" the first."""
    head, joint, rest = lemma.partition(" of ")
    if not joint and " d'" in lemma:
        head, joint, rest = lemma.partition(" d'")
    first, _, last = head.rpartition(" ")
    plural = f"{first} {plural_of(last)}".strip()
    return tuple(dict.fromkeys((lemma, f"{plural}{joint}{rest}")))


def plural_of(noun: str) -> str:
    """The plural of a noun."""
    if noun in _PLURALS:
        return _PLURALS[noun] or noun
    return f"{noun[:-3]}men" if noun.endswith("man") and noun not in _NO_MEN else _with_s(noun)


def singular_of(noun: str) -> str:
    """The singular of a noun in the plural; what is none stays as it is."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun.endswith("men") and len(noun) > 4:
        return f"{noun[:-3]}man"
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    if re.search(r"(?:ss|x|z|ch|sh)es$", noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _with_s(lemma: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", lemma):
        return f"{lemma}es"
    return f"{lemma[:-1]}ies" if re.search(r"[^aeiou]y$", lemma) else f"{lemma}s"


def _stems(lemma: str) -> tuple[str, ...]:
    """The lemma, and with its last letter doubled where that may be: "expel" gives "expell" too."""
    doubled = re.search(r"(?:^|[^aeiou])[aeiou]([bdgklmnprst])$", lemma) or re.search(r"qu[aeiou]([bdgmnprt])$", lemma)
    return (lemma, lemma + lemma[-1]) if doubled else (lemma,)


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    return f"{stem[:-1]}ing" if re.search(r"[^eoy]e$", stem) else f"{stem}ing"


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return f"{stem}d"
    return f"{stem[:-1]}ied" if re.search(r"[^aeiou]y$", stem) else f"{stem}ed"
