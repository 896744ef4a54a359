"""Phrases that count from an event: from its date where the same clause names that, "two days after the fall of X on
5 May 1864"; else they stay open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.tag.dates.decide import Decision
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.pins import point_of
from regesta.tag.dates.shifts import shifted
from regesta.tag.dates.tokens import Tokens

#: What may stand between the phrase and the date: the words of one clause, the last of them "on", "in" or "of".
_ONE_CLAUSE = re.compile(r"""[^,.|()"-]{1,14}[jig]""")
_BY_DAY = ("day", "week", "fortnight", "weekend")


def names_date_of_event(found: Tokens, phrase: Expression, date: Expression) -> bool:
    """Whether a date is the one of the event that a phrase counts from.

    Where a verb or a new subject stands between the two, the date may as well be that of the main clause.
    """
    if _ONE_CLAUSE.fullmatch(found.codes, phrase.after, date.token) is None or not found.lexicon.clause:
        return False
    if date.kind != "date" or date.last is not None or date.decade is not None or date.century or date.part is not None:
        return False
    fine_enough = date.day or date.named if phrase.unit in _BY_DAY else date.month or phrase.unit != "month"
    return bool(fine_enough) and not any(_opens_clause(found, at) for at in range(phrase.after, date.token))


def _opens_clause(found: Tokens, at: int) -> bool:
    word, words = found.word(at), found.lexicon
    if word in words.clause or word in words.pasts:
        return True
    return found.code(at) == "x" and word.endswith(words.past_ending) and found.text[found.starts[at]].islower()


def counted_from_events(dates: Sequence[Expression], decided: Sequence[Decision]) -> list[Decision]:
    """The decisions, with those of the phrases that count from a dated event made anew from its date."""
    place = {id(date): index for index, date in enumerate(dates)}
    made = list(decided)
    for index, phrase in enumerate(dates):
        if phrase.counts_from is None or phrase.dropped:
            continue
        anchor = place[id(phrase.counts_from)]
        base = point_of(phrase.counts_from.pin or decided[anchor].value)
        if base is not None and not phrase.counts_from.dropped:
            made[index] = Decision(shifted(phrase, base)[0], "offset", anchor, decided[anchor].score, ())
    return made
