"""What each step of a narrative through time costs. Units are natural logarithms of odds: 1 is nearly three to one.

The numbers say how historical prose behaves: it mostly goes on within the year, rolls over at a new one, goes back a
little, and leaps only where a paragraph or a heading says so.
"""

from __future__ import annotations

from regesta.tag.dates.compose import Point
from regesta.tag.dates.evidence import Evidence

_YEAR_UNKNOWN_MONTH = 0.2
_NEXT_YEAR_UNKNOWN_MONTH = 2.2
_LAST_YEAR_UNKNOWN_MONTH = 3.2
#: For "since" a date to come, or for "until" one gone by.
_WRONG_SIDE = 1.5
#: For a year that the heading does not name.
_OUT_OF_SECTION = 1.2


def back_and_forth(base: Point, point: Point) -> float:
    """The cost of going from one date to another that is at most about a year away."""
    months = point.months - base.months
    if months == 0:
        return 0.4 if base.day and point.day and point.day < base.day else 0.0
    if months > 0:
        return 0.10 * months if months <= 8 else 0.8 + 0.5 * (months - 8)
    return 0.9 + 0.26 * -months


def flow(base: Point, point: Point, near: Evidence) -> float:
    """The cost of reading a date without a year as `point` in a narrative that stands at `base`."""
    if not base.month or not point.month:
        years = point.year - base.year
        if years == 0:
            return _YEAR_UNKNOWN_MONTH
        cost = _NEXT_YEAR_UNKNOWN_MONTH if years > 0 else _LAST_YEAR_UNKNOWN_MONTH
    else:
        cost = back_and_forth(base, point)
    if point.months < base.months and near.perfect:
        cost *= 0.6
    if point.months < base.months and near.opens_paragraph:
        cost *= 0.6
    if near.bounded * (point.months - base.months) < 0:
        cost += _WRONG_SIDE
    if near.section and not near.section[0] <= point.year <= near.section[1]:
        cost += _OUT_OF_SECTION
    if point.year > base.year and near.plan:
        cost *= 0.8
    return cost


def leap(base: Point, point: Point, near: Evidence) -> float:
    """The cost of a narrative's going from `base` to a date that says its year."""
    years = point.year - base.year
    if years == 0:
        cost = 0.3 if not base.month or not point.month else min(1.2, back_and_forth(base, point))
    elif years > 0:
        cost = 0.3 + 0.25 * min(years, 12)
    else:
        cost = 1.2 + 0.35 * min(-years, 8)
    if near.opens_paragraph:
        cost *= 0.5
    if near.plan and years > 0:
        cost += 0.8
    if near.perfect and years < 0:
        cost += 0.8
    return cost


def stepping_aside(point: Point, near: Evidence) -> float:
    """The cost of a dated step aside, after which the narrative goes on where it was."""
    cost = 1.6 if point.month else 1.3
    if near.opens_paragraph:
        cost += 1.6
    elif near.opens_sentence:
        cost += 0.6
    if near.parenthesis:
        cost -= 1.0
    if near.quotation or near.book:
        cost -= 1.6 if near.book else 0.8
    if near.modifier:
        cost -= 0.7
    if near.aside or near.plan or near.perfect:
        cost -= 0.5
    return max(cost, 0.1)
