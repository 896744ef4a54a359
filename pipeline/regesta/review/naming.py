"""Names that a reviewer types where an entity id is meant, and ids that follow when a label or a span changes."""

from __future__ import annotations

import msgspec

from regesta.model.entity import EntityKind
from regesta.model.mention import Label, Mention
from regesta.names.authority import Authority, entity_for, local_id
from regesta.review.act import refuse
from regesta.review.decide import Change, checked_label, checked_span, is_entity_id

_KINDS: dict[Label, EntityKind] = {"PLACE": "place", "PERSON": "person", "ORG": "organisation"}


def named(label: Label, typed: str, exact: str, authority: Authority) -> str:
    """The value for what was typed: under a name's label an id stays, a name gets its id, and nothing gets the quote's.

    What is typed for other labels stays as it is.
    """
    kind = _KINDS.get(label)
    if kind is None:
        return typed
    if authority.get(typed) is not None or (":" in typed and is_entity_id(typed)):
        return typed
    if typed and not any(char.isalpha() for char in typed):
        raise refuse(f"{typed!r} is no name")
    return entity_for(kind, typed or exact, authority)


def completed(mention: Mention, text: str, change: Change, authority: Authority) -> Change:
    """The change with the value that goes along with it: a new label or new words mean another entity, or none."""
    label = mention.label if change.label is None else checked_label(change.label)
    span = (mention.start, mention.end) if change.span is None else checked_span(text, *change.span)
    exact = text[slice(*span)]
    if change.value is not None:
        value = named(label, change.value, exact, authority) if change.value else ""
        return msgspec.structs.replace(change, value=value)
    if label != mention.label:
        return msgspec.structs.replace(change, value=named(label, "", exact, authority))
    kind = _KINDS.get(label)
    follows = kind is not None and mention.value in (
        named(label, "", mention.exact, authority),
        local_id(kind, mention.exact),
    )
    return msgspec.structs.replace(change, value=named(label, "", exact, authority)) if follows else change
