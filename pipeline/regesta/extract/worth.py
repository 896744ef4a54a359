"""Whether a happening is worth a claim: what has a date, a place and somebody in it, or answers a claim before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.extract.asserters import Voice
from regesta.extract.discourse import Reference
from regesta.extract.grammar import has_happened, is_bare_participle, is_passive, is_verb
from regesta.extract.happenings import Happening
from regesta.extract.values import fineness
from regesta.model.claim import Value

_SEVERAL = re.compile(r"\b(?:series|number|succession|string) of\s+(?:[\w’'–-]+\s+){0,3}$", re.IGNORECASE)
#: What happens to a person once; without a date it may still give the place of what another passage dates.
ONCE_IN_A_LIFE = frozenset({"birth", "death", "burial", "baptism"})
_PRONOUN = re.compile(r"\b(?:I|he|she|we|they)\s+(?:[\w]+\s+){0,3}$", re.IGNORECASE)
_MONTH = 31
_YEAR = 366
#: "The attack" is one already known, unless it is told from others: "the first attack".
_DEFINITE = re.compile(
    r"\bthe\s+(?!(?:first|second|third|last|next|only|final|best|most|\w+est)\b)(?:[\w’'–-]+\s+){0,2}$", re.IGNORECASE
)


def is_worth_telling(
    happening: Happening, values: Sequence[Value], target: Reference | None, voice: Voice, *, sparing: bool
) -> bool:
    """Whether it is an event that a reviewer should see: it has a date, or says something of a claim before.

    What has neither counts in a source that is sparing of dates, and where it is one of the ends of a life.
    """
    passage, trigger = happening.passage, happening.trigger
    if _lacks_a_side(happening, values):
        return False
    given = {value.property for value in values} - {"type"}
    if happening.dates or "when" in given:
        return not _is_summary(happening)
    if target is not None:
        return not voice.is_source or bool(given & {"where", "count"})
    if not (sparing or happening.type.name in ONCE_IN_A_LIFE):
        return False
    if is_verb(trigger, happening.type):
        opens = not re.search(r"\w", passage.before(trigger.start))
        return {"where", "who"} <= given and (opens or not is_bare_participle(passage, trigger))
    definite = _DEFINITE.search(passage.before(trigger.start))
    return "where" in given and has_happened(passage, trigger) and not definite


def _lacks_a_side(happening: Happening, values: Sequence[Value]) -> bool:
    """Whether a passive verb of what people do to each other has nobody before or behind it: "the book was received by
    critics", unlike "the envoy was received by the king"."""
    passage, trigger = happening.passage, happening.trigger
    mutual = any({"subject", "object", "by"} <= set(words) for words in happening.type.roles.values())
    if not (mutual and is_verb(trigger, happening.type) and is_passive(passage, trigger)):
        return False
    people = {cite for value in values if value.property == "who" for cite in value.cites}
    cited = [mention for mention in passage.mentions if mention.id in people and mention is not trigger]
    before = any(mention.end <= trigger.start for mention in cited) or _PRONOUN.search(passage.before(trigger.start))
    return not (before and any(mention.start >= trigger.end for mention in cited))


def _is_summary(happening: Happening) -> bool:
    """Whether it sums up several happenings over a long time: "a series of meetings in late 1939"."""
    several = _SEVERAL.search(happening.passage.before(happening.triggers[-1].start))
    plural = not is_verb(happening.trigger, happening.type) and happening.triggers[-1].exact.endswith("s")
    longest = _MONTH if several else _YEAR
    return bool(several or plural) and all(fineness(date) > longest for date in happening.dates)
