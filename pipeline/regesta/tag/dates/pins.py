"""What people decided about the dates of a text, as the fixed points that all other dates are read by."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from regesta.edtf.parse import is_valid, parse
from regesta.tag.dates.compose import Point
from regesta.tag.dates.expression import Expression

_POINT = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_LAST_MONTH = 12


class Pin(Struct, frozen=True, kw_only=True):
    """A decision about the date at some offsets (code points): its value in force, or that it is none."""

    start: int
    end: int
    value: str
    is_date: bool = True


def pinned(dates: Sequence[Expression], pins: Sequence[Pin]) -> list[Expression]:
    """The dates in order, each with its pin; a pin where no date was found is a date of its own.

    What people said is no date stays in the list, so that it is proposed as before, but no other date hangs on it.
    """
    made = sorted(dates, key=lambda date: date.start)
    for pin in sorted(pins, key=lambda pin: (pin.start, pin.end)):
        under = [date for date in made if date.start < pin.end and pin.start < date.end]
        if under:
            # An exact span wins over one that only overlaps.
            best = min(under, key=lambda date: abs(date.start - pin.start) + abs(date.end - pin.end))
            best.pin = pin.value
            best.dropped = not pin.is_date
        elif pin.is_date:
            added = Expression(start=pin.start, end=pin.end, kind="added", pin=pin.value)
            made = sorted([*made, added], key=lambda date: date.start)
    return made


def mark_steady(dates: Sequence[Expression], values: Sequence[str], anchors: Sequence[int]) -> None:
    """Marks the dates that people confirmed and of which nothing that they were read from was changed by anybody.

    `values` and `anchors` (-1 for none) are the readings as they are without any decision. A steady date is proposed
    as it was decided; one whose anchor was given another value is read anew, so that it shows what no longer follows.
    """
    moved: list[bool] = []
    for at, anchor in enumerate(anchors):
        anchored = dates[anchor] if 0 <= anchor < at else None
        changed = (
            anchored is not None and anchored.pin is not None and (anchored.dropped or anchored.pin != values[anchor])
        )
        moved.append(changed or (anchored is not None and moved[anchor]))
        dates[at].steady = dates[at].pin == values[at] and not dates[at].dropped and not moved[at]


def point_of(value: str) -> Point | None:
    """The point at which a narrative stands after a date of this value; None where it is open."""
    if not is_valid(value):
        return None
    whole = parse(value)
    bound = whole.latest or whole.earliest
    if bound is None:
        return None
    end = value.rpartition("/")[2] if whole.latest else value.partition("/")[0]
    told = _POINT.match(end)
    month, day = (int(told[2] or 0), int(told[3] or 0)) if told else (0, 0)
    return Point(bound.year, month if month <= _LAST_MONTH else bound.month, day)
