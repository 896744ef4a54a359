"""CSL items: what one must hold, and its date as EDTF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from regesta.edtf import is_valid

#: Fields that hold names of people, and fields that hold dates.
NAMES = (
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
    "director", "editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer",
    "narrator", "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author",
    "script-writer", "series-creator", "translator",
)  # fmt: skip
DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
_TEXTS = ("title", "container-title", "publisher", "publisher-place", "language", "note", "abstract", "DOI", "URL")


@cache
def csl_types() -> tuple[str, ...]:
    """The types that CSL 1.0.2 knows, in order."""
    return tuple(files(__package__).joinpath("csl_types.txt").read_text(encoding="utf-8").split())


def faults(item: dict[str, Any]) -> Iterator[str]:
    """What is wrong with an item, in words; nothing where it is as CSL has it. Fields unknown to CSL are let pass."""
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in csl_types():
        yield f"its type is {kind!r}, which is none of CSL's {len(csl_types())} types"
    if not isinstance(item.get("id"), (str, int)) or isinstance(item.get("id"), bool):
        yield "it has no id"
    for field in _TEXTS:
        if field in item and not isinstance(item[field], str):
            yield f"{field} is no text"
    for field in NAMES:
        if field in item and not _are_names(item[field]):
            yield f"{field} is no list of names with family, given or literal"
    for field in DATES:
        if field in item and not _is_date(item[field]):
            yield f"{field} is no date with date-parts, raw or literal"


def _are_names(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(name, dict) and any(isinstance(name.get(key), str) for key in ("family", "given", "literal"))
        for name in value
    )


def _is_date(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    if "date-parts" in value:
        return _parts(value) is not None
    return any(isinstance(value.get(key), str) for key in ("raw", "literal"))


def issued_edtf(csl: dict[str, Any]) -> str:
    """When the item was issued, as EDTF; empty where it does not say so in a form that can be trusted."""
    issued = csl.get("issued")
    if not isinstance(issued, dict):
        return ""
    parts = _parts(issued)
    if parts:
        uncertain = "~" if issued.get("circa") not in (None, False, "", 0, "0", "false") else ""
        season = _number(issued.get("season"))
        written = "/".join(_edtf(part, season) + uncertain for part in parts)
        return written if is_valid(written) else ""
    for key in ("raw", "literal"):
        text = issued.get(key)
        if isinstance(text, str) and is_valid(text.strip()):
            return text.strip()
    return ""


def _parts(date: dict[str, Any]) -> list[list[int]] | None:
    """The date-parts as whole numbers; none where they are not one or two lists of one to three of them."""
    given = date.get("date-parts")
    if not isinstance(given, list) or not 1 <= len(given) <= 2:
        return None
    found = []
    for part in given:
        if not isinstance(part, list) or not 1 <= len(part) <= 3:
            return None
        numbers = [_number(value) for value in part]
        if any(number is None for number in numbers):
            return None
        found.append([number for number in numbers if number])
        if not found[-1]:
            return None
    return found


def _number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if (
        isinstance(value, str)
        and value.strip().removeprefix("-").isascii()
        and value.strip().removeprefix("-").isdigit()
    ):
        return int(value)
    return None


def _edtf(part: list[int], season: int | None) -> str:
    year, *rest = part
    written = f"{'-' if year < 0 else ''}{abs(year):04d}" if abs(year) < 10000 else f"Y{year}"
    if not rest and season and 1 <= season <= 4:
        rest = [20 + season]
    return "-".join([written, *(f"{number:02d}" for number in rest)])
