"""What a passage says happened: its triggers, grouped, each with the date that belongs to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from regesta import edtf
from regesta.edtf.dateline import is_of_dateline
from regesta.extract.grammar import WORKS, has_happened, is_adjective, is_bare_participle, is_verb
from regesta.extract.mere_words import is_mere_word
from regesta.extract.own_dates import continues, is_of_another_clause, is_one_more
from regesta.extract.reading import Passage
from regesta.extract.spans import span_of
from regesta.extract.syntax import tied_to
from regesta.extract.values import fineness, is_dated
from regesta.model.mention import TOLL, Mention
from regesta.model.settings import EventType

#: Farther than this a date does not belong to a trigger.
FARTHEST = 2.5
_OTHER_TRIGGER = 0.6
_APART = 3.0
_MONTH = 31
_SAME_THING = 0.75
_ENDS = re.compile(r"\b(?:until|till|up to|by|before|after|since|ever since)\s+(?:the\s+)?$", re.IGNORECASE)
_SHARED_BY_AND = re.compile(r"[^;.]*\band\s+(?:(?:was|were|had|been)\s+)*$")
_RESULT = re.compile(r"[^;.]*(?:,|\band)\s+$")
_WHEN_SAID = re.compile(r"^\s*,?\s*(?:(?:in|on|as early as|later in)\s+)?(?:the\s+)?$", re.IGNORECASE)
_THAT = re.compile(r"^\s*,?\s*(?:that|how|:)", re.IGNORECASE)
_PAST = re.compile(r"\w{2,}ed\b|\b(?:wrote|said|told|saw|gave|put|held|thought)\b", re.IGNORECASE)
_OF_A_WORK = re.compile(rf"^\s+(?:[\w’'-]+\s+){{0,2}}{WORKS}\b", re.IGNORECASE)
_LEADING = re.compile(
    r"^[\s\-–—*•|#\d.):]*(?:[A-Z][\w ]{0,30}:\s*)?(?:(?:in|on|at|by|during|around|about)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"^\s*,?\s*or\b[\w\s,]{0,25}$", re.IGNORECASE)


class Happening(Struct, frozen=True):
    """Something that a passage says happened: the triggers that name it and its dates.

    `key` is the mention that tells it from others of the passage: its first trigger, or its date where one trigger
    serves several dates. `shared` says that its date stands with another trigger and counts for this one too; `span`
    is the time that its two dates bound together.
    """

    passage: Passage
    type: EventType
    key: Mention
    triggers: tuple[Mention, ...]
    dates: tuple[Mention, ...] = ()
    shared: bool = False
    alternatives: bool = False
    span: str = ""

    @property
    def trigger(self) -> Mention:
        """The first of the words that name it."""
        return self.triggers[0]

    def steps(self, mention: Mention) -> float:
        """How many steps part a mention from the nearest of its triggers, or from the key of a dated item."""
        anchors = self.triggers if self.key in self.triggers else (self.key,)
        return min(self.passage.steps(anchor, mention) for anchor in anchors)


def happenings(passage: Passage, types: Mapping[str, EventType]) -> list[Happening]:
    """The happenings of a passage in the order of its triggers, dated where a date belongs to them."""
    groups = _groups(passage, types)
    if not groups:
        return []
    dated: dict[int, list[Mention]] = {index: [] for index in range(len(groups))}
    for date in usable_dates(passage):
        nearest = _nearest(passage, date, groups, types)
        if nearest is not None:
            dated[nearest].append(date)
    found: list[Happening] = []
    for index, group in enumerate(groups):
        event_type = types[group[0].value]
        if dated[index]:
            found += _by_date(passage, event_type, group, dated[index])
            continue
        lent = _lent(passage, types, groups, dated, index) or _headed(passage, types, group, index)
        found.append(Happening(passage, event_type, group[0], tuple(group), (lent,) if lent else (), shared=bool(lent)))
    return found


def usable_dates(passage: Passage) -> list[Mention]:
    """The dates that may say when: known, no end of a time ("until 1941"), and not that of a book."""
    return [
        date
        for date in passage.of("DATE")
        if is_dated(date)
        and not _ENDS.search(passage.before(date.start))
        and not _OF_A_WORK.match(passage.after(date.end))
        and not _is_of_a_saying(passage, date)
        and not _is_dateline(passage, date)
    ]


def _is_dateline(passage: Passage, date: Mention) -> bool:
    """Whether a date only says when a report was sent ("RIGA, 4 May 1921 – ..."), and another says when it happened."""
    opens = is_of_dateline(passage.before(date.start), passage.after(date.end))
    return opens and len(passage.of("DATE")) > 1


def _is_of_a_saying(passage: Passage, date: Mention) -> bool:
    """Whether a date says when somebody said it: "Malik wrote in 1991 that", "in June 1981 she concluded that"."""
    sayings = [
        cue
        for cue in passage.of("CUE")
        if cue.value.startswith("attribution") and not cue.exact.casefold().startswith("according")
    ]
    if any(cue.start <= date.start and date.end <= cue.end for cue in sayings):
        return True
    if not passage.of("TRIGGER") or passage.of("TRIGGER")[0].start < date.start:
        return False
    for cue in sayings:
        if (
            cue.end <= date.start
            and _WHEN_SAID.match(passage.between(cue, date))
            and _THAT.match(passage.after(date.end))
        ):
            return True
        clause = cue.exact.casefold().rstrip().endswith(("that", "how")) or bool(_THAT.match(passage.after(cue.end)))
        opens = clause and cue.value != "attribution:anonymous" and bool(_PAST.search(cue.exact))
        if date.end <= cue.start and opens and passage.clauses.steps(date.end, cue.start) < _SAME_THING:
            return True
    return False


def is_leading(passage: Passage, mention: Mention) -> bool:
    """Whether a mention opens its passage, so that it holds for all that follows ("On 4 May ...", "1648: ...")."""
    return bool(_LEADING.match(passage.before(mention.start)))


def _groups(passage: Passage, types: Mapping[str, EventType]) -> list[list[Mention]]:
    """Triggers of one type side by side name one happening: "the signing of the treaty"."""
    groups: list[list[Mention]] = []
    dates = usable_dates(passage)
    for trigger in passage.of("TRIGGER"):
        if trigger.value not in types or is_adjective(passage, trigger, types[trigger.value]):
            continue
        if is_mere_word(passage, trigger, types[trigger.value]) or _is_content(passage, trigger, types):
            continue
        last = groups[-1][-1] if groups else None
        if last and last.value == trigger.value and passage.steps(last, trigger) < _SAME_THING:
            between = [date for date in dates if last.end <= date.start and date.end <= trigger.start]
            if not between:
                groups[-1].append(trigger)
                continue
        groups.append([trigger])
    return groups


def _nearest(
    passage: Passage, date: Mention, groups: Sequence[Sequence[Mention]], types: Mapping[str, EventType]
) -> int | None:
    """The index of the group that a date belongs to: the first to which the parse clearly ties it, else the nearest."""
    tied = [index for index, group in enumerate(groups) if tied_to(group, date)]
    if tied and _is_clear(passage, date, groups[tied[0]], types):
        return tied[0]
    costs = [
        (_cost(passage, date, group, [other for others in groups if others is not group for other in others]), index)
        for index, group in enumerate(groups)
    ]
    cost, index = min(costs)
    if cost <= FARTHEST or continues(passage, groups[index][-1], date):
        return index
    leads = is_leading(passage, date) and index == 0
    return index if leads and not is_of_another_clause(passage, groups[index][0], date) else None


def _is_clear(passage: Passage, date: Mention, group: Sequence[Mention], types: Mapping[str, EventType]) -> bool:
    """Whether nothing else may have a date that the parse ties to some triggers.

    Another date tied to them may, and a noun between: "indicted for the murder of Anna Roth on 4 May".
    """
    if sum(tied_to(group, other) for other in passage.of("DATE")) > 1:
        return False
    return not any(
        group[-1].end <= other.start < date.start and other.value in types and not is_verb(other, types[other.value])
        for other in passage.of("TRIGGER")
    )


def _cost(passage: Passage, date: Mention, group: Sequence[Mention], others: Sequence[Mention]) -> float:
    costs = []
    for trigger in group:
        if is_of_another_clause(passage, trigger, date):
            costs.append(_APART + FARTHEST)
            continue
        low, high = sorted((trigger, date), key=lambda mention: mention.start)
        between = sum(low.end <= other.start and other.end <= high.start for other in others)
        disputed = any(
            cue.value == "dispute" and low.end <= cue.start and cue.end <= high.start for cue in passage.of("CUE")
        )
        costs.append(passage.steps(trigger, date) + _OTHER_TRIGGER * between + _APART * disputed)
    return min(costs)


def _is_content(passage: Passage, trigger: Mention, types: Mapping[str, EventType]) -> bool:
    """Whether a noun only says what a verb before it is about: "charged with murder", "dissolved the congress"."""
    if _is_charged(passage, trigger):
        return False
    return not is_verb(trigger, types[trigger.value]) and any(
        other.end <= trigger.start
        and other.value in types
        and is_verb(other, types[other.value])
        and other.value != trigger.value
        and re.fullmatch(
            r"\s+(?:(?:with|of|for)\s+)?(?:(?:the|an?|his|her|its|their)\s+)?(?:\w+\s+)?",
            passage.between(other, trigger),
        )
        for other in passage.of("TRIGGER")
    )


def _is_charged(passage: Passage, trigger: Mention) -> bool:
    """Whether somebody is accused of it, and a date of its own follows: "indicted for the murder of X on 4 May"."""
    accused = any(
        cue.value == "accuse"
        and cue.end <= trigger.start
        and re.fullmatch(r"\s+(?:the\s+|an?\s+)?", passage.between(cue, trigger))
        for cue in passage.of("CUE")
    )
    return accused and any(date.start >= trigger.end for date in passage.of("DATE"))


def _by_date(
    passage: Passage, event_type: EventType, group: Sequence[Mention], dates: Sequence[Mention]
) -> list[Happening]:
    """One happening a date, the first known by its trigger; dates that agree, or that are joined by "or", stay one."""
    near = sorted(dates, key=lambda date: (min(passage.steps(trigger, date) for trigger in group), date.start))
    sets: list[list[Mention]] = []
    alternative = False
    for date in near:
        for known in sets:
            agrees = any(edtf.contains(a.value, b.value) for a, b in ((date, known[0]), (known[0], date)))
            apart = [(a, b) for a, b in ((date, known[0]), (known[0], date)) if a.end <= b.start]
            either = bool(apart) and bool(_ALTERNATIVE.match(passage.between(*apart[0])))
            if agrees or either:
                known.append(date)
                alternative = alternative or (either and not agrees)
                break
        else:
            sets.append([date])
    if len(sets) == 2 and not alternative:
        first, last = sorted((alike[0] for alike in sets), key=lambda date: date.start)
        span = span_of(passage, group[-1], first, last)
        if span:
            return [Happening(passage, event_type, group[0], tuple(group), (first, last), span=span)]
    kept = sets[:1]
    for alike in sets[1:]:
        if is_one_more(passage, group, [each[0] for each in kept], alike[0]):
            kept.append(alike)
    sets = kept
    found = []
    for number, alike in enumerate(sets):
        finest = tuple(alike) if alternative else tuple(sorted(alike, key=lambda date: (fineness(date), date.start)))
        key = group[0] if number == 0 else min(alike, key=lambda date: date.start)
        found.append(
            Happening(passage, event_type, key, tuple(group), finest, alternatives=alternative and len(alike) > 1)
        )
    return sorted(found, key=lambda happening: min(date.start for date in happening.dates))


def _headed(passage: Passage, types: Mapping[str, EventType], group: Sequence[Mention], index: int) -> Mention | None:
    """The date that stands over or before the passage, as in a chronicle or a diary.

    On the line itself it dates whatever the line tells first ("1768: A great fire."), over it only what happened.
    """
    head, trigger = passage.head, group[0]
    if head is None or not is_dated(head):
        return None
    happened = has_happened(passage, trigger) or (
        is_verb(trigger, types[trigger.value]) and not is_bare_participle(passage, trigger)
    )
    opens_the_line = index == 0 and opens_entry(passage)
    same_line = "\n" not in passage.clauses.text[head.end : passage.start]
    near = same_line or fineness(head) <= _MONTH
    return head if opens_the_line or (happened and near) else None


def goes_with(passage: Passage, types: Mapping[str, EventType], first: Mention, trigger: Mention) -> bool:
    """Whether a verb shares the time of one before: "was arrested on 4 May and shot", "attacked it, killing ten".

    So does what it left behind: "clashes on 4 May left ten dead".
    """
    if trigger.rule == TOLL:
        return True
    between = passage.between(first, trigger)
    if not (is_verb(first, types[first.value]) and is_verb(trigger, types[trigger.value])):
        return False
    if trigger.exact.casefold().endswith("ing"):
        return bool(_RESULT.fullmatch(between))
    return bool(_SHARED_BY_AND.fullmatch(between))


def opens_entry(passage: Passage) -> bool:
    """Whether nothing but the place of the entry stands between the date at its head and the passage."""
    head, place = passage.head, passage.head_place
    if head is None:
        return False
    text = passage.clauses.text
    if place is None:
        return not re.search(r"[\w\n]", text[head.end : passage.start])
    return bool(re.fullmatch(r"[^.:]{0,40}[.:]?\s*", text[place.end : passage.start]))


def _lent(
    passage: Passage,
    types: Mapping[str, EventType],
    groups: Sequence[Sequence[Mention]],
    dated: Mapping[int, Sequence[Mention]],
    index: int,
) -> Mention | None:
    """The date of a neighbour that counts here too: tied to both, or opening the passage, or of a verb before "and"."""
    trigger = groups[index][0]
    if not (is_verb(trigger, types[trigger.value]) or has_happened(passage, trigger)):
        return None
    for other in sorted(dated, reverse=True):
        for date in dated[other]:
            if tied_to(groups[index], date) or (other < index and is_leading(passage, date)):
                return date
            if other < index and goes_with(passage, types, groups[other][-1], trigger):
                return date
            if other == index + 1 and date.start > groups[other][0].start:
                between = passage.between(groups[index][-1], groups[other][0])
                if re.fullmatch(r"\s*(?:,|,?\s*and)\s+(?:[\w',.-]+\s+){0,4}", between):
                    return date
    return None
