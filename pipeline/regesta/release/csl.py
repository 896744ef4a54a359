"""CSL-JSON items, as people and other tools write them, made fit to be printed; and what tables say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from regesta.model.source import Source

_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")
_RICH_TEXT = re.compile(r"</?(?:i|b|sc|sub|sup)>|<span[^>]*>|</span>")


def text(item: Mapping[str, Any], *names: str) -> str:
    """The first of these variables that holds words, without rich-text marks; empty where none does."""
    for name in names:
        held = item.get(name)
        if isinstance(held, (str, int, float)) and not isinstance(held, bool) and str(held).strip():
            return " ".join(_RICH_TEXT.sub("", str(held)).split())
    return ""


def people(item: Mapping[str, Any], name: str) -> list[dict[str, str]]:
    """The names in a name variable, each either a `literal` or parts; what is no name is left out."""
    held = item.get(name)
    found = [_person(person) for person in held if isinstance(person, Mapping)] if isinstance(held, list) else []
    return [person for person in found if person]


def authors(item: Mapping[str, Any]) -> str:
    """Authors, else editors, as `Family, Given`, with `; ` between them."""
    found = people(item, "author") or people(item, "editor")
    return "; ".join(_listed(person) for person in found)


def date_parts(item: Mapping[str, Any], name: str) -> list[list[int]]:
    """One or two dates of a date variable as [year, month, day]; empty where it has none that counts."""
    held = item.get(name)
    if not isinstance(held, Mapping):
        return []
    parts = held.get("date-parts")
    found = [_numbers(part) for part in parts[:2]] if isinstance(parts, list) else []
    if not found or not found[0]:
        found = [_from_edtf(side) for side in text(held, "edtf", "raw", "literal").split("/")[:2]]
    return [numbers for numbers in found if numbers]


def is_english(source: Source) -> bool:
    """Whether the record says that the title is English, so that headline style may change its capitals."""
    language = text(source.csl, "language") or source.language
    return language.casefold().split("-")[0].split("_")[0] in ("en", "eng", "english")


def _person(person: Mapping[str, Any]) -> dict[str, str]:
    parts = {name: text(person, name) for name in _NAME_PARTS if text(person, name)}
    if parts.get("family") or parts.get("given"):
        return parts if "family" in parts else {"literal": parts["given"]}
    literal = text(person, "literal", "name")
    return {"literal": literal} if literal else {}


def _listed(person: Mapping[str, str]) -> str:
    if "literal" in person:
        return person["literal"]
    family = " ".join(person[name] for name in ("non-dropping-particle", "family") if name in person)
    given = " ".join(person[name] for name in ("given", "dropping-particle", "suffix") if name in person)
    return f"{family}, {given}" if given else family


def _numbers(part: object) -> list[int]:
    if not isinstance(part, list):
        return []
    numbers = []
    for held in part[:3]:
        try:
            numbers.append(int(str(held)))
        except ValueError:
            break
    return [number for index, number in enumerate(numbers) if index == 0 or number]


def _from_edtf(written: str) -> list[int]:
    match = re.fullmatch(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?[~?%]?", written)
    return [int(number) for number in match.groups() if number] if match else []
