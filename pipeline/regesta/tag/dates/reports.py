"""The day on which a report was written, from which its "on Tuesday" is seen: by its record, else by its dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from regesta.edtf.dateline import is_of_dateline
from regesta.tag.dates.compose import Point
from regesta.tag.dates.expression import Expression

_PUBLISHED = re.compile(
    r"\W*(?:published|posted|updated|last\s+updated|issued|date|filed)\b[\s:,]*(?:on\s+)?(?:\w+day,?\s+)?", re.I
)
#: Of the words behind a date, so many code points tell whether it is that of a dateline.
_REACH = 80
#: Within so many days of a report its weekdays are seen from its own day.
_WEEK = 7


class Report(NamedTuple):
    """The day of a report, and the date in its text that says so; -1 where its record does."""

    point: Point | None
    date: int = -1


def reports(text: str, dates: Sequence[Expression], issued: Point | None) -> list[Report]:
    """For each date the report that it stands in: that of the last dateline before it, else of the record's day."""
    current = Report(issued)
    made: list[Report] = []
    for index, date in enumerate(dates):
        made.append(current)
        if _opens_report(text, date):
            year = date.year if date.year is not None else _year_of(date, issued)
            current = Report(Point(year, date.month, date.day), index) if year is not None else current
    return made


def weekday_base(date: Expression, base: Point, report: Report) -> Point | None:
    """The day of the report, where a bare day of the week is seen from it: no day, or one of its week, is told of."""
    day = report.point
    if day is None or not day.day or date.unit != "weekday" or date.steps:
        return None
    near = not base.day or abs(day.as_day().number - base.as_day().number) <= _WEEK
    return day if near else None


def _opens_report(text: str, date: Expression) -> bool:
    """Whether a date is that of a dateline at the beginning of a line, or says when the text was published."""
    if not (date.day and date.month) or date.last is not None:
        return False
    before = text[text.rfind("\n", 0, date.start) + 1 : date.start]
    if _PUBLISHED.fullmatch(before):
        return True
    return is_of_dateline(before, text[date.end : date.end + _REACH])


def _year_of(date: Expression, issued: Point | None) -> int | None:
    """The year of a dateline that names none: that of the record, or the one before."""
    if issued is None:
        return None
    return issued.year - (date.month > issued.month > 0)
