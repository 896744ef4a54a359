"""Lists of dated items: "27 May 1921 in Riga, June 1921 in Tartu" gives one happening an item.

Such a line seldom says what happened; the words before it, its heading or the document as a whole do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
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
#: A row of a table whose columns only blanks part; no full stop ends it.
_ROW = re.compile(r"^\s*$")
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s*$")
_LONGEST_HEAD = 40
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
    if not opens or len(head) > _LONGEST_HEAD:
        return False
    return not re.search(r"\w", tail) or (
        date.start < place.start and bool(_ROW.match(passage.between(date, place))) and not _STOP.search(tail)
    )


class Lists:
    """The lists of a source; what was found of one item is kept for the next."""

    def __init__(self, reading: Reading, types: Mapping[str, EventType]) -> None:
        self._reading = reading
        self._types = types
        self._pairs: dict[int, list[tuple[Mention, Mention]]] = {}
        self._over: dict[int, Passage | None] = {}

    def items(self, passage: Passage) -> list[tuple[Happening, ItemType, Mention]]:
        """The happenings of a list with what gives their type and the place of each; empty where it is no such list."""
        found = self._found(passage.number)
        if len(found) == 1 and not self._has_a_neighbour(passage):
            return []
        is_row = len(found) == 1 and bool(re.search(r"\w", passage.after(max(mention.end for mention in found[0]))))
        if not found or (not is_row and any(_in_item(trigger, found) for trigger in passage.of("TRIGGER"))):
            return []
        kind = self._type(passage)
        if kind is None:
            return []
        return [(Happening(passage, kind.type, date, (date,), (date,)), kind, place) for date, place in found]

    def _found(self, number: int) -> list[tuple[Mention, Mention]]:
        if number not in self._pairs:
            self._pairs[number] = pairs(self._reading.passages[number])
        return self._pairs[number]

    def _has_a_neighbour(self, passage: Passage) -> bool:
        """Whether the passage before or behind is an item too; "Riga, 4 May 1921" alone is the head of a letter."""
        near = (passage.number - 1, passage.number + 1)
        return any(self._found(number) for number in near if 0 <= number < len(self._reading.passages))

    def _type(self, passage: Passage) -> ItemType | None:
        """What the items are: by the words before them, the line over the list, the heading, else the document."""
        first = min((date.start for date in passage.of("DATE")), default=passage.end)
        named = [trigger for trigger in passage.of("TRIGGER") if trigger.value in self._types and trigger.end <= first]
        if named:
            people = [name for name in passage.of("PERSON", "ORG") if name.value and name.end <= first]
            return ItemType(self._types[named[-1].value], tuple(named[-1:]), tuple(people))
        over = self._line_over(passage)
        if over and self._reading.text[over.start : over.end].rstrip().endswith(":"):
            introduced = _named_by(over.mentions, self._types)
            if introduced:
                return introduced
        heading = self._reading.heading_before(passage.start)
        titled = _named_by(heading.mentions, self._types) if heading else None
        return titled or self._main_type

    def _line_over(self, passage: Passage) -> Passage | None:
        """The passage over the list of which this one is an item."""
        at = passage.number
        while at not in self._over:
            before = self._reading.passages[at - 1] if at else None
            if before is None or before.paragraph != passage.paragraph or not self._found(at - 1):
                self._over[at] = before
                break
            at -= 1
        self._over.update((number, self._over[at]) for number in range(at + 1, passage.number + 1))
        return self._over[passage.number]

    @cached_property
    def _main_type(self) -> ItemType | None:
        """The type of which a document speaks most, if that is often enough; its first trigger is cited."""
        triggers = [trigger for trigger in _all_triggers(self._reading.passages) if trigger.value in self._types]
        if not triggers:
            return None
        counted = Counter(trigger.value for trigger in triggers)
        first = {trigger.value: trigger for trigger in reversed(triggers)}
        most = max(counted, key=lambda name: (counted[name], -first[name].start))
        if counted[most] < 2 or counted[most] / len(triggers) < _MAIN_SHARE:
            return None
        return ItemType(self._types[most], (first[most],), ())


def _named_by(mentions: Sequence[Mention], types: Mapping[str, EventType]) -> ItemType | None:
    triggers = [mention for mention in mentions if mention.label == "TRIGGER" and mention.value in types]
    if not triggers:
        return None
    people = tuple(mention for mention in mentions if mention.label in ("PERSON", "ORG") and mention.value)
    return ItemType(types[triggers[-1].value], (triggers[-1],), people)


def _all_triggers(passages: Iterable[Passage]) -> list[Mention]:
    return [mention for passage in passages for mention in passage.of("TRIGGER")]


def _in_item(trigger: Mention, found: Sequence[tuple[Mention, Mention]]) -> bool:
    """Whether a trigger stands among the items, which then are no bare list but say what happened themselves."""
    return any(trigger.start >= min(date.start, place.start) for date, place in found)
