"""CSL items: what one must hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from regesta.edtf.csl_date import date_parts

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
        return date_parts(value) is not None
    return any(isinstance(value.get(key), str) for key in ("raw", "literal"))
