"""Phrases that hang on the date beside them: "three days after D-Day", "30 March of the following year"."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.tag.dates.events import names_date_of_event
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.tokens import Tokens

#: The rule of a phrase that says nothing without the date behind it: "the day after" of "the day after 5 May".
DANGLING = "dangling"


def attached(found: Tokens, dates: Sequence[Expression]) -> list[Expression]:
    """The dates in order, each with the phrase that counts from it or that tells its year."""
    made: list[Expression] = []
    for date in dates:
        previous = made[-1] if made else None
        if previous is not None and _counts_from(previous, date):
            made.pop()
            date.offset, date.rule = previous, "offset"
            date.start, date.token = previous.start, previous.token
        elif previous is not None and _tells_year(found, previous, date):
            previous.year_steps, previous.end, previous.after = date.steps, date.end, date.after
            continue
        elif previous is not None and _waits(previous) and names_date_of_event(found, previous, date):
            previous.counts_from, previous.rule = date, "event"
        elif previous is not None and previous.rule == DANGLING:
            made.pop()
        made.append(date)
    return [date for date in made if date.rule != DANGLING]


def _counts_from(phrase: Expression, date: Expression) -> bool:
    """Whether a phrase such as "two weeks before" counts from the date behind it."""
    if not _waits(phrase) or phrase.after != date.token:
        return False
    plain = date.kind == "date" and date.last is None and date.decade is None and not date.century
    return plain and date.rule != "ordinal"


def _waits(phrase: Expression) -> bool:
    """Whether it is a phrase that counts from what the words behind it name."""
    return phrase.kind == "shift" and phrase.rule in ("event", DANGLING)


def _tells_year(found: Tokens, date: Expression, phrase: Expression) -> bool:
    """Whether a phrase such as "the following year" says in which year the date before it lies."""
    if phrase.kind != "shift" or phrase.unit != "year" or phrase.count != 1 or phrase.within or abs(phrase.steps) > 1:
        return False
    if phrase.part is not None or not (date.open_year and (date.month or date.sub or date.named)):
        return False
    return phrase.rule != "event" and date.last is None and found.codes[date.after : phrase.token] in ("", "g")
