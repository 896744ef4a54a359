"""Values in words, for people to read: what a machine's code for a date, a name or a number says."""

from __future__ import annotations

from regesta import edtf
from regesta.edtf import Day
from regesta.model.claim import Asserter, Count, Value

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_in_words(text: str) -> str:
    """An EDTF date as people write it: `1939-12` is "December 1939"; what it leaves open is said."""
    try:
        date = edtf.parse(text)
    except edtf.EdtfError:
        return f"{text} (no date)"
    said = _stretch(date.earliest, date.latest)
    if not said:
        return f"{text} (not on one day of the calendar)"
    if date.approximate:
        return f"about {said}"
    return said if date.certain else f"perhaps {said}"


def _stretch(earliest: Day | None, latest: Day | None) -> str:
    if earliest is None or latest is None:
        if earliest is not None:
            return f"{_day(earliest)} or later"
        return "" if latest is None else f"{_day(latest)} or earlier"
    if earliest == latest:
        return _day(earliest)
    begins, ends = earliest.day == 1, latest.plus(1).day == 1
    if begins and ends and earliest.month == 1 and latest.month == 12:
        return _year(earliest) if earliest.year == latest.year else f"{_year(earliest)} to {_year(latest)}"
    if begins and ends:
        return _month(earliest) if earliest[:2] == latest[:2] else f"{_month(earliest)} to {_month(latest)}"
    if earliest[:2] == latest[:2]:
        return f"{earliest.day} to {_day(latest)}"
    return f"{_day(earliest)} to {_day(latest)}"


def _day(day: Day) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: Day) -> str:
    return f"{_MONTHS[day.month - 1]} {_year(day)}"


def _year(day: Day) -> str:
    return str(day.year) if day.year > 0 else f"{1 - day.year} BC"


def count_in_words(count: Count) -> str:
    """A number with its bounds and unit: "20 to 30 officer", "about 60000 refugee"."""
    if count.low is not None and count.high is not None and count.low != count.high:
        number = f"{count.low} to {count.high}"
    elif count.best is None and count.low is not None and count.high is None:
        number = f"at least {count.low}"
    elif count.best is None and count.high is not None and count.low is None:
        number = f"at most {count.high}"
    else:
        number = str(
            next((each for each in (count.best, count.low, count.high) if each is not None), "an unknown number of")
        )
    return f"{number} {count.unit}".strip()


def plain(value: Value) -> str:
    """What a value holds, as it is typed and stored."""
    if value.count is not None:
        return count_in_words(value.count)
    return value.edtf or value.entity or value.event or value.text or ""


def value_in_words(value: Value) -> str:
    """What a claim's value says, with its hedge."""
    said = f"{value.edtf} ({date_in_words(value.edtf)})" if value.edtf else plain(value)
    return said if value.hedge == "none" else f"{said} [{value.hedge}]"


def asserter_in_words(asserter: Asserter) -> str:
    """Whose word a claim is."""
    return f"the source ({asserter.label})" if asserter.kind == "source" else f"{asserter.label} ({asserter.kind})"
