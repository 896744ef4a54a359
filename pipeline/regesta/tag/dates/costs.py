"""What each step of a narrative through time costs. Units are natural logarithms of odds: 1 is nearly three to one.

The numbers say how historical prose behaves: it mostly goes on within the year, rolls over at a new one, goes back a
little, and leaps only where a paragraph or a heading says so.
"""

from __future__ import annotations

from regesta.tag.dates.compose import Point
from regesta.tag.dates.evidence import Evidence
from regesta.tag.dates.expression import Expression

#: Going on by a month, up to as many as narratives skip, and by each month beyond; going back within the month, and by
#: months.
_MONTH_ON, _MONTHS_SKIPPED, _MONTH_BEYOND = 0.10, 8, 0.5
_WITHIN_MONTH, _BACK, _MONTH_BACK = 0.4, 0.9, 0.26
#: Where only the years can be compared.
_SAME_YEAR, _NEXT_YEAR, _LAST_YEAR = 0.2, 2.2, 3.2
#: What makes it likelier that a date goes back: "had", the beginning of a paragraph; or that it goes on: "would".
_BACK_PERFECT, _BACK_PARAGRAPH, _ON_PLAN = 0.6, 0.6, 0.8
#: For "since" a date to come, or for "until" one gone by; for a year that the heading does not name; for a year in
#: which the day is another day of the week.
_WRONG_SIDE, _OUT_OF_SECTION, _WRONG_WEEKDAY = 1.5, 1.2, 3.2
#: Until then weekdays are mostly those of the Julian calendar.
_WEEKDAYS_AGREE = 1753
#: Going to a date that says its year: in the same year, and so many years on or back, up to a number of years.
_LEAP_SAME, _LEAP_SAME_MOST, _LEAP_ON, _LEAP_YEAR_ON, _LEAP_BACK, _LEAP_YEAR_BACK = 0.3, 1.2, 0.3, 0.25, 1.2, 0.35
_MOST_ON, _MOST_BACK = 12, 8
_LEAP_PARAGRAPH, _LEAP_UNLIKELY = 0.5, 0.8
#: A step aside, and what makes it dearer or cheaper.
_ASIDE_MONTH, _ASIDE_YEAR, _ASIDE_PARAGRAPH, _ASIDE_SENTENCE = 1.6, 1.3, 1.6, 0.6
_ASIDE_PARENTHESIS, _ASIDE_BOOK, _ASIDE_QUOTED, _ASIDE_MODIFIER, _ASIDE_WORD, _ASIDE_LEAST = (
    1.0,
    1.6,
    0.8,
    0.7,
    0.5,
    0.1,
)


def back_and_forth(base: Point, point: Point) -> float:
    """The cost of going from one date to another that is at most about a year away."""
    months = point.months - base.months
    if months == 0:
        return _WITHIN_MONTH if base.day and point.day and point.day < base.day else 0.0
    if months > 0:
        return _MONTH_ON * min(months, _MONTHS_SKIPPED) + _MONTH_BEYOND * max(0, months - _MONTHS_SKIPPED)
    return _BACK + _MONTH_BACK * -months


def weekday_differs(date: Expression, point: Point) -> float:
    """The cost of a year in which the day is another day of the week than the words say."""
    if date.weekday is None or not (date.day or date.named) or not point.day or point.year < _WEEKDAYS_AGREE:
        return 0.0
    return 0.0 if point.as_day().weekday == date.weekday else _WRONG_WEEKDAY


def flow(base: Point, point: Point, near: Evidence) -> float:
    """The cost of reading a date without a year as `point` in a narrative that stands at `base`."""
    if not base.month or not point.month:
        years = point.year - base.year
        if years == 0:
            return _SAME_YEAR
        cost = _NEXT_YEAR if years > 0 else _LAST_YEAR
    else:
        cost = back_and_forth(base, point)
    if point.months < base.months and near.perfect:
        cost *= _BACK_PERFECT
    if point.months < base.months and near.opens_paragraph:
        cost *= _BACK_PARAGRAPH
    if near.bounded * (point.months - base.months) < 0:
        cost += _WRONG_SIDE
    if near.section and not near.section[0] <= point.year <= near.section[1]:
        cost += _OUT_OF_SECTION
    if point.year > base.year and near.plan:
        cost *= _ON_PLAN
    return cost


def leap(base: Point, point: Point, near: Evidence) -> float:
    """The cost of a narrative's going from `base` to a date that says its year."""
    years = point.year - base.year
    if years == 0:
        cost = _LEAP_SAME if not base.month or not point.month else min(_LEAP_SAME_MOST, back_and_forth(base, point))
    elif years > 0:
        cost = _LEAP_ON + _LEAP_YEAR_ON * min(years, _MOST_ON)
    else:
        cost = _LEAP_BACK + _LEAP_YEAR_BACK * min(-years, _MOST_BACK)
    if near.opens_paragraph:
        cost *= _LEAP_PARAGRAPH
    if (near.plan and years > 0) or (near.perfect and years < 0):
        cost += _LEAP_UNLIKELY
    return cost


def stepping_aside(point: Point, near: Evidence) -> float:
    """The cost of a dated step aside, after which the narrative goes on where it was."""
    cost = _ASIDE_MONTH if point.month else _ASIDE_YEAR
    if near.opens_paragraph:
        cost += _ASIDE_PARAGRAPH
    elif near.opens_sentence:
        cost += _ASIDE_SENTENCE
    if near.parenthesis:
        cost -= _ASIDE_PARENTHESIS
    if near.quotation or near.book:
        cost -= _ASIDE_BOOK if near.book else _ASIDE_QUOTED
    if near.modifier:
        cost -= _ASIDE_MODIFIER
    if near.aside or near.plan or near.perfect:
        cost -= _ASIDE_WORD
    return max(cost, _ASIDE_LEAST)
