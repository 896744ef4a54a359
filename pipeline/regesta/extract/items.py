"""Lists of dated items: "27 May 1921 in Riga, June 1921 in Tartu" gives one happening an item.

Such a line seldom says what happened; the words before it, its heading or the document as a whole do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from regesta.extract.happenings import Happening, is_leading
from regesta.extract.reading import Passage, Reading
from regesta.extract.values import is_dated
from regesta.model.mention import Mention
from regesta.model.settings import EventType

_DATE_TO_PLACE = re.compile(
    r"^\s*(?:[,:|–—-]\s*)?(?:(?:in|at|near|from|to|of|off)\s+)?(?:(?:the|occupied|nearby|[a-z]+)\s+){0,2}[\"“(]?\s*$"
)
_PLACE_TO_DATE = re.compile(r"^\s*(?:[,:|–—(-]\s*)?(?:(?:in|on|from|during)\s+)?(?:the\s+)?$")
_BETWEEN_ITEMS = re.compile(r"^[^.]{0,60}?(?:[,;|/]|\band\b|\n)\s*(?:and\s+|then\s+)?(?:in\s+|on\s+)?(?:the\s+)?$")
_MAIN_SHARE = 0.4


class ItemType(Struct, frozen=True):
    """The type of the items of a list, the words that give it, and who takes part by those words."""

    type: EventType
    evidence: tuple[Mention, ...]
    people: tuple[Mention, ...]


def pairs(passage: Passage) -> list[tuple[Mention, Mention]]:
    """The (date, place) items of a passage that is such a list; empty where it is none.

    One item alone is a list only as a line of its own, which has nothing but the date and the place.
    """
    dates = [date for date in passage.of("DATE") if is_dated(date)]
    places = [place for place in passage.of("PLACE") if place.value]
    found: list[tuple[Mention, Mention]] = []
    for date in dates:
        place = _partner(passage, date, places, [place for _, place in found])
        if place:
            found.append((date, place))
    if len(found) >= 2 and len(found) >= len(dates) - 1 and _is_enumeration(passage, found):
        return found
    return found if len(found) == 1 and _is_bare_line(passage, *found[0]) else []


def _partner(passage: Passage, date: Mention, places: Sequence[Mention], taken: Sequence[Mention]) -> Mention | None:
    following = [place for place in places if place.start >= date.end and place not in taken]
    if following and _DATE_TO_PLACE.match(passage.between(date, following[0])):
        return following[0]
    preceding = [place for place in places if place.end <= date.start and place not in taken]
    if preceding and _PLACE_TO_DATE.match(passage.between(preceding[-1], date)):
        return preceding[-1]
    return None


def _is_enumeration(passage: Passage, found: Sequence[tuple[Mention, Mention]]) -> bool:
    ends = [(min(a.start, b.start), max(a.end, b.end)) for a, b in found]
    text = passage.clauses.text
    return all(_BETWEEN_ITEMS.match(text[end:start]) for (_, end), (start, _) in pairwise(ends))


def _is_bare_line(passage: Passage, date: Mention, place: Mention) -> bool:
    start, end = min(date.start, place.start), max(date.end, place.end)
    head, tail = passage.before(start), passage.after(end)
    opens = is_leading(passage, date if date.start < place.start else place)
    return opens and len(head) <= 40 and not re.search(r"\w", tail)


def item_type(reading: Reading, passage: Passage, types: Mapping[str, EventType]) -> ItemType | None:
    """What the items of a list are: by the words before them, the line before, the heading, else the document."""
    first = min((date.start for date in passage.of("DATE")), default=passage.end)
    named = [trigger for trigger in passage.of("TRIGGER") if trigger.value in types and trigger.end <= first]
    if named:
        people = [name for name in passage.of("PERSON", "ORG") if name.value and name.end <= first]
        return ItemType(types[named[-1].value], tuple(named[-1:]), tuple(people))
    previous = _before_the_list(reading, passage)
    if previous and reading.text[previous.start : previous.end].rstrip().endswith(":"):
        introduced = _named_by(previous.mentions, types)
        if introduced:
            return introduced
    heading = reading.heading_before(passage.start)
    titled = _named_by(heading.mentions, types) if heading else None
    return titled or _main_type(reading, types)


def _before_the_list(reading: Reading, passage: Passage) -> Passage | None:
    """The passage over a list of which this one is an item."""
    for other in reversed(reading.passages[: passage.number]):
        if other.paragraph != passage.paragraph or not pairs(other):
            return other
    return None


def _named_by(mentions: Sequence[Mention], types: Mapping[str, EventType]) -> ItemType | None:
    triggers = [mention for mention in mentions if mention.label == "TRIGGER" and mention.value in types]
    if not triggers:
        return None
    people = tuple(mention for mention in mentions if mention.label in ("PERSON", "ORG") and mention.value)
    return ItemType(types[triggers[-1].value], (triggers[-1],), people)


def _main_type(reading: Reading, types: Mapping[str, EventType]) -> ItemType | None:
    """The type of which a document speaks most, if that is often enough to say so; its first trigger is cited."""
    triggers = [m for m in _all_triggers(reading.passages) if m.value in types]
    if not triggers:
        return None
    counted = Counter(trigger.value for trigger in triggers)
    most = max(counted, key=lambda name: (counted[name], -next(t.start for t in triggers if t.value == name)))
    if counted[most] < 2 or counted[most] / len(triggers) < _MAIN_SHARE:
        return None
    return ItemType(types[most], (next(trigger for trigger in triggers if trigger.value == most),), ())


def _all_triggers(passages: Iterable[Passage]) -> list[Mention]:
    return [mention for passage in passages for mention in passage.of("TRIGGER")]


def dated_items(
    reading: Reading, passage: Passage, types: Mapping[str, EventType]
) -> list[tuple[Happening, ItemType, Mention]]:
    """The happenings of a list with what gives their type and the place of each; empty where it is no such list."""
    found = pairs(passage)
    if len(found) == 1 and not _has_a_neighbour(reading, passage):
        return []
    if not found or any(_in_item(trigger, found) for trigger in passage.of("TRIGGER")):
        return []
    kind = item_type(reading, passage, types)
    if kind is None:
        return []
    return [(Happening(passage, kind.type, date, (date,), (date,)), kind, place) for date, place in found]


def _has_a_neighbour(reading: Reading, passage: Passage) -> bool:
    """Whether the passage before or behind is an item too; "Riga, 4 May 1921" alone is the head of a letter."""
    near = (number for number in (passage.number - 1, passage.number + 1) if 0 <= number < len(reading.passages))
    return any(pairs(reading.passages[number]) for number in near)


def _in_item(trigger: Mention, found: Sequence[tuple[Mention, Mention]]) -> bool:
    """Whether a trigger stands among the items, which then are no bare list but say what happened themselves."""
    return any(trigger.start >= min(date.start, place.start) for date, place in found)
