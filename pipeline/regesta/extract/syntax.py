"""What the parse of a sentence ties to its triggers, as the tagger left it beside them; where it says nothing, the
other rules of this room go by the words around."""

from __future__ import annotations

from collections.abc import Sequence

from regesta.extract.grammar import grammatical_role
from regesta.extract.reading import Passage
from regesta.model.mention import Mention
from regesta.model.settings import EventType


def tied_to(triggers: Sequence[Mention], mention: Mention) -> bool:
    """Whether the parse ties a mention to one of some triggers."""
    return any(link.mention == mention.id for trigger in triggers for link in trigger.links)


def tied_role(triggers: Sequence[Mention], name: Mention, event_type: EventType) -> str | None:
    """The role that the parse gives to a participant of some triggers; None where it ties the name to none of them."""
    links = (link for trigger in triggers for link in trigger.links if link.mention == name.id)
    link = next((link for link in links if link.property == "who"), None)
    relation = link.role if link else ""
    if not relation or relation in event_type.roles:
        return relation or None
    role = grammatical_role(relation, event_type)
    if not role and relation == "by":
        return grammatical_role("subject", event_type)
    if not role and link and link.pattern == "unsaid_subject":
        # "Was wounded, and died": what has no object shares the auxiliary of no passive.
        return grammatical_role("subject", event_type)
    return role if role or relation in ("subject", "object") else None


def is_outside(passage: Passage, cue: Mention, target: Mention) -> bool:
    """Whether the parse puts other triggers of the passage under a cue, but not this one."""
    here = {each.id for each in passage.of("TRIGGER") if each.end <= cue.start or cue.end <= each.start}
    under = {link.mention for link in cue.links if link.property == "scope"} & here
    return target.id in here and bool(under) and target.id not in under
