"""How two names of persons agree, part by part, in words that a person can weigh."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from regesta.names.person import PersonName, forms_of, initials_of, is_given_name, sex_of
from regesta.names.skeleton import nearly, skeleton

#: How a surname agrees: the same, spelt otherwise, a letter differs, part of a double one, it stands where the other
#: has the given name, none on either side.
Surname = Literal["same", "spelling", "letter", "part", "turned", "none"]
#: How given names agree: the same, a form of the same name, spelt otherwise, an initial, only one side has any,
#: neither has.
Given = Literal["same", "form", "spelling", "initial", "other", "missing", "none"]


class Agreement(Struct, frozen=True, kw_only=True):
    """How two names agree. `more` counts the further given names that agree as well."""

    surname: Surname
    given: Given
    more: int = 0
    reasons: tuple[str, ...] = ()


def agreement(one: PersonName, other: PersonName) -> Agreement | str:
    """How two names agree; where they cannot be one person's, or have nothing in common, why, in words."""
    surname = _surname(one.surname, other.surname)
    if surname is None:
        turned = PersonName(given=other.surname, surname=other.given, suffix=other.suffix, title=other.title)
        if not other.given or not one.given or _surname(one.surname, turned.surname) not in ("same", "spelling"):
            return "their surnames differ"
        found = _given(one.given, turned.given)
        if found is None or found[0] not in ("same", "form", "spelling"):
            return "their surnames differ"
        same = f"the same words in another order, {_words((*one.given, *one.surname))}"
        return Agreement(surname="turned", given=found[0], more=found[1], reasons=(same,))
    if one.sex and other.sex and one.sex != other.sex:
        return "one is a man's name, the other a woman's"
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return f"one is {one.suffix}, the other {other.suffix}"
    given = _given(one.given, other.given)
    if given is None:
        return "their given names differ"
    kind, more = given
    if surname == "none" and kind in ("initial", "missing", "none"):
        return "nothing but an initial is common to them"
    if kind in ("initial", "missing", "none") and _of_man_and_woman(one.surname, other.surname):
        return "one is the surname of a man, the other that of a woman"
    why = [_SURNAME[surname].format(_words(one.surname), _words(other.surname))]
    why.append(_GIVEN[kind].format(_words(one.given), _words(other.given)))
    return Agreement(surname=surname, given=kind, more=more, reasons=tuple(reason for reason in why if reason))


_SURNAME: dict[Surname, str] = {
    "same": "the same surname, {0}",
    "spelling": "surnames that are spellings of one, {0} and {1}",
    "letter": "surnames that differ by a letter, {0} and {1}",
    "part": "one surname is part of the other, {0} and {1}",
    "turned": "",
    "none": "no surname on either side",
}
_GIVEN: dict[Given, str] = {
    "same": "the same given name, {0}",
    "form": "forms of one given name, {0} and {1}",
    "spelling": "given names that are spellings of one, {0} and {1}",
    "initial": "an initial that agrees, {0} and {1}",
    "other": "one of several given names agrees, {0} and {1}",
    "missing": "only one of them has a given name",
    "none": "neither has a given name",
}


def _words(parts: tuple[str, ...]) -> str:
    return " ".join(part.capitalize() for part in parts) or "none"


def _surname(one: tuple[str, ...], other: tuple[str, ...]) -> Surname | None:
    if not one or not other:
        return "none" if not one and not other else None
    if one == other:
        return "same"
    whole = skeleton("".join(one)), skeleton("".join(other))
    if whole[0] == whole[1]:
        return "spelling"
    if nearly(*whole):
        return "letter"
    if len(one) != len(other):
        few, many = sorted(({skeleton(part) for part in one}, {skeleton(part) for part in other}), key=len)
        return "part" if few <= many and max(map(len, few)) > len("von") else None
    return None


def _of_man_and_woman(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two Slavic surnames are the two forms of one: Bogucki and Bogucka, Novák and Nováková."""
    first, second = ("".join(parts) for parts in (one, other))
    for man, woman in ((first, second), (second, first)):
        if woman in (f"{man}a", f"{man}ova") or (man[-1:] in "iy" and woman in (f"{man[:-1]}a", f"{man[:-1]}aya")):
            return True
    return False


def _given(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Given, int] | None:
    if not one or not other:
        return ("missing" if one or other else "none"), 0
    kinds = [_same_given(a, b) for a, b in zip(one, other, strict=False)]
    if kinds[0] is not None:
        if None in kinds:
            return None
        first = min((kind for kind in kinds if kind is not None), key=_ORDER.index)
        return first, sum(kind not in (None, "initial") for kind in kinds) - (first != "initial")
    few, many = sorted((one, other), key=len)
    if len(few) == 1 and len(few[0]) > 1 and any(_same_given(few[0], part) not in (None, "initial") for part in many):
        return "other", 0
    return None


_ORDER: tuple[Given, ...] = ("same", "form", "spelling", "initial")


def _same_given(one: str, other: str) -> Given | None:
    if one == other:
        return "same" if len(one) > 1 else "initial"
    if 1 in (len(one), len(other)):
        return "initial" if _initial(one, other) else None
    if forms_of(one) & forms_of(other):
        return "form"
    if skeleton(one) == skeleton(other):
        return "spelling"
    if sex_of(one) and sex_of(other) and sex_of(one) != sex_of(other):
        return None
    both_known = is_given_name(one) and is_given_name(other)
    if not both_known and nearly(skeleton(one), skeleton(other)):
        return "spelling"
    short, long = sorted((one, other), key=len)
    return "form" if len(short) > 2 and long.startswith(short) and not both_known else None


def _initial(one: str, other: str) -> bool:
    """Whether one letter can stand for a name, also for its form in another language: "J." for Yosef."""
    short, long = sorted((one, other), key=len)
    return short == long[:1] or skeleton(short) == skeleton(long)[:1] or short in initials_of(long)
