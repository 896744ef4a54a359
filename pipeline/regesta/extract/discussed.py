"""Talk about an event rather than the telling of it: what only names, counts or compares meetings tells of none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta import edtf
from regesta.extract.discourse import Told
from regesta.extract.grammar import has_happened, is_verb
from regesta.extract.happenings import Happening
from regesta.model.claim import Value

_WORDS = r"(?:[\w’'–-]+\s+){0,3}$"
#: "May be read as two meetings", "a later date for the meeting": the noun says what something else is.
_AS = re.compile(
    r"\bas\s+(?:(?:an?|the|one|two|three|four|another|its|their|separate|loose)\s+){1,2}(?:(?!of\b)[\w’'–-]+\s+){0,3}$",
    re.IGNORECASE,
)
_TREATED = re.compile(
    r"\b(?:call|list|count|identif|confus|compar|discuss|mention|describ|examin|cite|citing|refer|think|thought|speak"
    r"|enumerat|reckon|omit|ignor|question|analy[sz])(?:e|s|es|ed|ing|y|ies|ied)?\s+(?:(?:to|of|about|on|with|for)\s+)?"
    rf"(?:the|this|that|these|those|any|each|both|all|two|three|four|five|six|seven|its|their)\s+{_WORDS}",
    re.IGNORECASE,
)
_ASKS_MORE = re.compile(r"^\W*(?:\w+,?\s+)?(?:what|why|how|when|where|who|whose|which)\b.*\?\W*$", re.I | re.DOTALL)
_THAT_CLAUSE = re.compile(r"^\W*That\s")
_WHETHER = re.compile(r"\bwhether\b[^.;]*$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|which|whose|its|their|his|her)\s+(?:[\w’'–-]+\s+){0,3}$", re.IGNORECASE
)


def is_only_discussed(happening: Happening) -> bool:
    """Whether its passage speaks of it without saying that it took place: "call this meeting the fourth"."""
    passage, trigger = happening.passage, happening.trigger
    if _ASKS_MORE.match(passage.before(passage.end)):
        return True
    if is_verb(trigger, happening.type) or has_happened(passage, trigger):
        return False
    before = passage.before(trigger.start)
    return bool(_AS.search(before) or _TREATED.search(before) or _WHETHER.search(before))


def known_already(happening: Happening, values: Sequence[Value], told: Sequence[Told]) -> Told | None:
    """The earlier claim of the source itself that says all that this one does, so that it adds nothing; else None.

    What is told afresh ("a meeting was held in 1921") is known only where the very day is the same.
    """
    afresh = _is_told_afresh(happening)
    given = [value for value in values if value.property != "type"]
    item: Told | None = None
    for other in reversed(told):
        if not (other.is_source and other.claim.type == happening.type.name):
            continue
        if all(_is_said(value, other.claim.values, exactly=afresh) for value in given):
            if not other.is_item:
                return other
            item = item or other
    return item


def _is_told_afresh(happening: Happening) -> bool:
    passage, trigger = happening.passage, happening.trigger
    before = passage.before(trigger.start)
    if _THAT_CLAUSE.match(before) or _WHETHER.search(before):
        return False
    if is_verb(trigger, happening.type):
        return True
    return has_happened(passage, trigger) or not _DEFINITE.search(before)


def _is_said(value: Value, known: Sequence[Value], *, exactly: bool) -> bool:
    """Whether one of the known values says as much: the same name or number, the same date or a finer one.

    Words for somebody without a name make nothing new.
    """
    if value.edtf:
        dates = [other.edtf for other in known if other.edtf]
        if exactly:
            return value.edtf in dates and edtf.parse(value.edtf).precision == "day"
        return any(edtf.contains(value.edtf, date) for date in dates)
    if value.text is not None:
        return True
    said = [(other.property, other.entity, other.count, other.event) for other in known]
    return (value.property, value.entity, value.count, value.event) in said
