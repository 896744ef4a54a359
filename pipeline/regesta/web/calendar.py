"""A date on a small calendar: a grid of days for a month or two, months for a year or two, years beyond that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regesta.edtf import Day, Edtf, EdtfError, parse
from regesta.edtf.days import month_length, year_text
from regesta.edtf.words import date_in_words
from regesta.web.html import Html, el

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
#: How many months are drawn day by day, and how many years month by month.
_MOST_GRIDS, _MOST_YEARS = 2, 3
Stretch = tuple[Day | None, Day | None]


def calendar(value: str) -> Html | None:
    """The calendar of an EDTF text with its earliest to latest day marked; None where there is nothing to draw."""
    try:
        date = parse(value)
    except EdtfError:
        return None
    known = [day for stretch in date.members for day in stretch if day is not None]
    if not known:
        return None
    drawn = _drawn(date, min(known), max(known))
    return el("figure", drawn, class_="calendar", role="img", aria_label=f"Calendar: {_said(date)}")


def _drawn(date: Edtf, first: Day, last: Day) -> Html:
    months = _span(first, last)
    opening = el("span", "…", class_="open") if date.earliest is None else None
    closing = el("span", "…", class_="open") if date.latest is None else None
    if len(months) <= _MOST_GRIDS:
        body = [_month(year, month, date.members) for year, month in months]
    elif last.year - first.year < _MOST_YEARS:
        body = [_year(year, date.members) for year in range(first.year, last.year + 1)]
    else:
        body = [_years(first.year, last.year)]
    return el("div", opening, *body, closing, class_="months", aria_hidden="true")


def _said(date: Edtf) -> str:
    words = date_in_words(date.text)
    ends = (str(date.earliest or "open"), str(date.latest or "open"))
    return f"{words}, {ends[0]}" if ends[0] == ends[1] else f"{words}, {ends[0]} to {ends[1]}"


def _span(first: Day, last: Day) -> list[tuple[int, int]]:
    """The months from one day to another, and no more than are needed to see that they are many."""
    found: list[tuple[int, int]] = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month) and len(found) <= _MOST_GRIDS:
        found.append((year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _month(year: int, month: int, stretches: Sequence[Stretch]) -> Html:
    first = Day(year, month, 1)
    cells: list[Html] = [el("td") for _ in range(first.weekday)]
    for day in range(1, month_length(year, month) + 1):
        cells.append(el("td", day, class_=_mark(Day(year, month, day), Day(year, month, day), stretches)))
    rows = [el("tr", *cells[at : at + 7]) for at in range(0, len(cells), 7)]
    head = el("tr", *(el("th", name) for name in _DAYS))
    return el("table", el("caption", f"{_MONTHS[month - 1]} {year_text(year)}"), head, *rows, class_="days")


def _year(year: int, stretches: Sequence[Stretch]) -> Html:
    cells = [
        el("td", name[:3], class_=_mark(Day(year, n, 1), Day(year, n, month_length(year, n)), stretches))
        for n, name in enumerate(_MONTHS, start=1)
    ]
    rows = [el("tr", *cells[at : at + 4]) for at in range(0, 12, 4)]
    return el("table", el("caption", year_text(year)), *rows, class_="year")


def _years(first: int, last: int) -> Html:
    return el("p", el("b", year_text(first)), " – ", el("b", year_text(last)), class_="years")


def _mark(start: Day, end: Day, stretches: Sequence[Stretch]) -> str | None:
    """How much of the cell lies in the stretches: all of it, a part, or nothing."""
    overlap = list(_overlapping(start, end, stretches))
    if not overlap:
        return None
    whole = any((low is None or low <= start) and (high is None or end <= high) for low, high in overlap)
    return "in" if whole else "part"


def _overlapping(start: Day, end: Day, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    for low, high in stretches:
        if (low is None or low <= end) and (high is None or start <= high):
            yield low, high
