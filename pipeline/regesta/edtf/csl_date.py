"""The date of publication that a CSL-JSON item bears, as EDTF. Ingest, tag and release all go by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from regesta.edtf.parse import is_valid
from regesta.edtf.write import write

#: Other words for no: exports write `circa` as a boolean, a number or text.
_NO = (None, False, "", 0, "0", "false")


def issued(item: Mapping[str, Any]) -> str:
    """When an item was issued, as EDTF; empty where it does not say so in a form that can be trusted."""
    held = item.get("issued")
    if not isinstance(held, Mapping):
        return ""
    for written in (held.get("edtf"), _from_parts(held), held.get("raw"), held.get("literal")):
        if isinstance(written, str) and is_valid(written.strip()):
            return written.strip()
    return ""


def date_parts(date: Mapping[str, Any]) -> list[list[int]] | None:
    """The `date-parts` of a CSL date as one or two lists of year, month and day; None where they are no such thing.

    Numbers may be written as text; a month or a day of 0, as some exports have it, is none.
    """
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


def _from_parts(date: Mapping[str, Any]) -> str:
    parts = date_parts(date)
    if parts is None:
        return ""
    season = _number(date.get("season"))
    if season in (1, 2, 3, 4) and len(parts) == 1 and len(parts[0]) == 1:
        parts = [[*parts[0], 20 + season]]
    circa = "" if date.get("circa") in _NO else "~"
    return "/".join(write(*part) + circa for part in parts)


def _number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    digits = str(value).strip()
    return int(digits) if digits.removeprefix("-").isascii() and digits.removeprefix("-").isdigit() else None
