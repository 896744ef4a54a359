"""What an event is called: the name that its sources give it, else what happened, to whom, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.edtf.words import date_in_words
from regesta.model.event import EventValue
from regesta.resolve.known import Known
from regesta.resolve.likeness import ONCE_IN_A_LIFE
from regesta.resolve.profile import Profile

#: The word before a place, by its role.
_BEFORE_PLACE = {"from": "from", "to": "to"}


def label_of(cluster: Sequence[Profile], kind: str, values: Sequence[EventValue], known: Known) -> str:
    """The proper name that the claims use, the commonest first; else "Meeting in Kraków, 6–7 December 1939"."""
    names = [each.name for each in cluster if each.name and not each.name.isupper()]
    if names:
        return max(dict.fromkeys(names), key=names.count)
    preferred = [value for value in values if value.rank == "preferred"]
    words = kind.replace("_", " ")
    label = words[:1].upper() + words[1:]
    people = [value for value in preferred if value.property == "who"]
    if kind in ONCE_IN_A_LIFE and people:
        label += f" of {_name(cluster, people[0], known)}"
    place = _place(preferred)
    if place:
        label += f" {_BEFORE_PLACE.get(place.role, 'in')} {_name(cluster, place, known)}"
    date = next((value.edtf for value in preferred if value.property == "when" and value.edtf), "")
    return f"{label}, {date_in_words(date)}" if date else label


def _place(preferred: Sequence[EventValue]) -> EventValue | None:
    """Where it was, else where it led, else whence."""
    places = [value for value in preferred if value.property == "where"]
    order = ["", "at", "to", "from"]
    return min(places, key=lambda value: order.index(value.role) if value.role in order else 1, default=None)


def _name(cluster: Sequence[Profile], value: EventValue, known: Known) -> str:
    """The name of a value's entity, as the authority has it or the words say it."""
    said = (each for profile in cluster for each in profile.claim.values if each.id == value.values[0])
    return next((" ".join(known.label(each).split()) for each in said), "")
