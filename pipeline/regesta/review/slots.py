"""What a reviewer types into a slot of a claim, read against the passage: a value with the words that it cites."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct

from regesta import edtf
from regesta.model.claim import Count, Hedge, Property, Value
from regesta.model.entity import EntityKind
from regesta.model.ids import value_id
from regesta.model.mention import PARTICIPANT, Label, Mention
from regesta.names.authority import Authority, entity_for
from regesta.review.act import refuse
from regesta.review.decide import checked_span, is_entity_id, new_mention
from regesta.review.places import nearest

Operation = Literal["=", "+=", "-="]
PROPERTIES: tuple[Property, ...] = get_args(Property)

_LABELS: dict[Property, tuple[Label, ...]] = {
    "type": ("TRIGGER",),
    "when": ("DATE",),
    "where": ("PLACE",),
    "who": ("PERSON", "ORG"),
    "count": ("QUANTITY",),
    "outcome": ("PASSAGE",),
    "part_of": ("PASSAGE",),
}
_KINDS: dict[str, EntityKind] = {"place": "place", "person": "person", "org": "organisation"}
_LABEL_OF: dict[EntityKind, Label] = {"place": "PLACE", "person": "PERSON", "organisation": "ORG"}
_COUNT = re.compile(r"(?P<low>\d+)(?:\.\.(?P<high>\d+))?(?P<about>~)?\s+(?P<unit>\S.*)")


class Typed(Struct, frozen=True, kw_only=True):
    """A value as it was typed for a slot, with the words of the text that it rests on, where they were given.

    `span` says where these words stand, in code points of the text; without it, the first place in the passage counts.
    """

    property: Property
    text: str
    role: str = ""
    words: str = ""
    span: tuple[int, int] | None = None


class Reach(Struct, frozen=True, kw_only=True):
    """What the typed words can mean: the passage, the mentions in it as they stand, and the names that are known.

    `taken` holds the ids of all mentions, so that a new one gets its own; `rejected` those that nothing may rest on.
    """

    text: str
    passage: Mention
    mentions: Sequence[Mention]
    authority: Authority
    reviewer: str
    taken: Collection[str] = ()
    rejected: Collection[str] = ()

    def selected(self, span: tuple[int, int]) -> tuple[int, int]:
        """A span that was selected, without white space at its ends; refused where it is not in the passage."""
        start, end = checked_span(self.text, *span)
        if not self.passage.start <= start < end <= self.passage.end:
            raise refuse(f"“{self.text[start:end]}” does not stand in the passage", "Select words of the passage.")
        return start, end

    def span_of(self, words: str) -> tuple[int, int] | None:
        """Where the words stand in the passage; None where they do not."""
        start, end = self.passage.start, self.passage.end
        found = nearest(self.text[start:end], words, 0)
        return None if found is None else (start + found[0], start + found[1])


class Read(Struct, frozen=True, kw_only=True):
    """A value that was read, with the mention that had to be made for its words, where there was none."""

    value: Value
    made: Mention | None = None


def read(typed: Typed, reach: Reach, claim_id: str, replaced: Value | None = None) -> Read:
    """The value that was typed. What no words of the passage bear out is the reviewer's own: its hedge is `inferred`.

    It then cites what the value that it takes the place of cited, or else the passage.
    """
    content, hedge, mention = _content(typed, reach)
    if typed.words or typed.span:
        mention = _cited(typed, reach, content)
    if mention is not None:
        cites = [mention.id]
    else:
        before = replaced.cites if replaced is not None else []
        cites = [cite for cite in before if cite not in reach.rejected] or [reach.passage.id]
        hedge = "inferred"
    value = Value(
        id=value_id(claim_id, typed.property, typed.role, cites[0]),
        property=typed.property,
        role=typed.role,
        cites=cites,
        hedge=hedge,
        **content,
    )
    new = mention is not None and mention.id != reach.passage.id and mention not in reach.mentions
    return Read(value=value, made=mention if new else None)


def filled(typed: Typed, reach: Reach) -> Typed:
    """What was typed, with the text that a selection gives by itself: what its mention says, else its words."""
    if typed.text or typed.span is None:
        return typed
    span = reach.selected(typed.span)
    there = [
        each for each in reach.mentions if (each.start, each.end) == span and each.label in _LABELS[typed.property]
    ]
    text = next((each.value for each in there if each.value), " ".join(reach.text[slice(*span)].split()))
    return msgspec.structs.replace(typed, text=text)


def _content(typed: Typed, reach: Reach) -> tuple[dict[str, Any], Hedge, Mention | None]:
    """What the value holds, its hedge, and the mention in the passage that bears it out."""
    text = typed.text
    if not text:
        raise refuse(f"the value of {typed.property} is empty", f"To take one away, write {typed.property}-=VALUE.")
    labels = _LABELS[typed.property]
    near = [mention for mention in reach.mentions if mention.label in labels]
    if typed.property == "when":
        found = _matching(near, text)
        date = found.value if found is not None and found.value else text
        if not edtf.is_valid(date):
            raise refuse(f"{date!r} is no EDTF date", "Such as 1939-12-06, 1939-12 or 1939-12-06/1939-12-07.")
        return {"edtf": date}, "none", found
    if typed.property in ("where", "who"):
        return _entity(typed, reach, near)
    if typed.property == "count":
        found = _matching(near, text)
        count, hedge = _count(found.value if found is not None and found.value else text)
        return {"count": count}, hedge, found
    if typed.property == "part_of":
        return {"event": text}, "none", None
    found = _matching(near, text)
    if found is None and typed.property == "outcome" and reach.span_of(text):
        found = reach.passage
    return {"text": text}, "none", found


def _matching(mentions: Sequence[Mention], text: str) -> Mention | None:
    """The first mention that has this value or reads like this."""
    return next((each for each in mentions if text in (each.value, each.exact)), None)


def _entity(typed: Typed, reach: Reach, near: Sequence[Mention]) -> tuple[dict[str, Any], Hedge, Mention | None]:
    if typed.property == "who" and (group := _unnamed(typed, reach)):
        return group
    entity, kind = entity_of(typed.text, "place" if typed.property == "where" else "person", reach.authority)
    found = next((each for each in near if typed.text == each.exact), None) or _matching(near, entity)
    if found is not None:
        return {"entity": found.value or entity_for(kind, found.exact, reach.authority)}, "none", found
    span = reach.span_of(typed.text)
    if span is None:
        return {"entity": entity}, "none", None
    return {"entity": entity}, "none", make_mention(reach, span, _LABEL_OF[kind], entity)


def _unnamed(typed: Typed, reach: Reach) -> tuple[dict[str, Any], Hedge, Mention | None] | None:
    """Somebody without a name, known by the words: those of a mention, or whatever stands behind `group:`."""
    head, _, words = typed.text.rpartition("group:")
    if head or not words:
        return None
    there = [each for each in reach.mentions if each.label == "CUE" and each.value == PARTICIPANT]
    found = next((each for each in there if " ".join(each.exact.split()).casefold() == words.casefold()), None)
    if found is None and words == typed.text:
        return None
    span = reach.span_of(words) if found is None and words else None
    if span is not None:
        found = make_mention(reach, span, "CUE", PARTICIPANT)
    return {"text": words}, "none", found


def entity_of(text: str, kind: EntityKind, authority: Authority) -> tuple[str, EntityKind]:
    """The entity that a typed id or name means, and its kind; `org:NAME` and its like name the kind."""
    known = authority.get(text)
    if known is not None:
        return known.id, known.kind
    head, colon, name = text.partition(":")
    if colon and head in _KINDS:
        return (text if is_entity_id(text) else entity_for(_KINDS[head], name, authority)), _KINDS[head]
    return entity_for(kind, text, authority), kind


def _count(text: str) -> tuple[Count, Hedge]:
    found = _COUNT.fullmatch(text.strip())
    if found is None:
        raise refuse(
            f"{text!r} is no number with a unit", "Such as `42 officer`, `20..30 officer` or `60000~ refugee`."
        )
    low = int(found["low"])
    hedge: Hedge = "approximate" if found["about"] else "none"
    if found["high"] is None:
        return Count(unit=found["unit"], best=low), hedge
    high = int(found["high"])
    if high < low:
        raise refuse(f"{text!r} ends before it begins")
    return Count(unit=found["unit"], low=low, high=high), hedge


def _cited(typed: Typed, reach: Reach, content: dict[str, Any]) -> Mention:
    """The mention of the words that were given for a value; a new one where there is none yet."""
    span = reach.selected(typed.span) if typed.span else reach.span_of(typed.words)
    if span is None:
        raise refuse(f"“{typed.words}” does not stand in the passage")
    labels = _LABELS[typed.property]
    for mention in reach.mentions:
        if (mention.start, mention.end) == span and mention.label in labels:
            return mention
    entity = content.get("entity")
    label = "ORG" if typed.property == "who" and isinstance(entity, str) and entity.startswith("org:") else labels[0]
    held = content.get("edtf") or entity or (content.get("text") if typed.property == "type" else "")
    return make_mention(reach, span, label, held or "")


def make_mention(reach: Reach, span: tuple[int, int], label: Label, value: str) -> Mention:
    """A mention of words of the passage that nobody has marked yet, with the reviewer as its maker."""
    return new_mention(
        reach.passage.source,
        reach.text,
        span,
        label,
        value,
        reviewer=reach.reviewer,
        page=reach.passage.page,
        taken=reach.taken,
    )


def supported(values: Sequence[Value], reach: Reach) -> list[Value]:
    """The values without their rejected cites; what rested on nothing else goes, but for the type."""
    made = []
    for value in values:
        left = [cite for cite in value.cites if cite not in reach.rejected]
        if left or value.property == "type":
            cites = left or [reach.passage.id]
            made.append(value if cites == value.cites else msgspec.structs.replace(value, cites=cites))
    return made


def distinct(values: Sequence[Value], claim_id: str) -> list[Value]:
    """The values with ids that differ: those that cite the same mention first for the same slot are numbered."""
    seen: set[str] = set()
    made = []
    for value in values:
        number = 1
        while value.id in seen:
            number += 1
            first = f"{value.cites[0]} {number}"
            value = msgspec.structs.replace(value, id=value_id(claim_id, value.property, value.role, first))
        seen.add(value.id)
        made.append(value)
    return made
