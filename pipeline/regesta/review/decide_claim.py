"""The acts of a reviewer on a claim: amend its slots, whose word it is and how firmly; add one that nobody proposed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import cast, get_args

import msgspec
from msgspec import Struct

from regesta.model.claim import About, Asserter, AsserterKind, Claim, Relation, Stance, Value
from regesta.model.decision import Amendment
from regesta.model.entity import EntityKind
from regesta.model.ids import claim_id
from regesta.model.mention import By, Mention
from regesta.names.authority import Authority, entity_for, local_id
from regesta.review.act import Act, refuse, target
from regesta.review.slots import Operation, Reach, Typed, distinct, entity_of, make_mention, read, supported
from regesta.review.support import cites
from regesta.review.words import plain


class Edit(Struct, frozen=True, kw_only=True):
    """One change of one slot: put a value in the place of those that are there, add one, or take one away."""

    operation: Operation
    typed: Typed


class ClaimChange(Struct, frozen=True, kw_only=True):
    """What a reviewer changes of a claim; None leaves it as it is."""

    edits: Sequence[Edit] = ()
    type: str | None = None
    stance: str | None = None
    asserted_by: str | None = None
    about: str | None = None
    via: str | None = None


class Known(Struct, frozen=True, kw_only=True):
    """What the project knows: its event types (empty: any will do), and its claims."""

    event_types: Collection[str] = ()
    claims: Collection[str] = ()


def amend_claim(
    claim: Claim,
    change: ClaimChange,
    reach: Reach,
    known: Known,
    cited: Mapping[str, Mention],
    *,
    seen: Claim | None = None,
    note: str = "",
) -> Act:
    """Amend a claim. `cited` has the mentions that it cites now; `seen` as for `act.target`."""
    amended, made = _changed(claim, change, reach, known)
    names = ("type", "stance", "asserted_by", "values", "about", "via")
    changed = {name: getattr(amended, name) for name in names if getattr(amended, name) != getattr(claim, name)}
    if not changed:
        raise refuse("nothing was changed", "Accept it as it is, or say what should be different.")
    carried = _carried([claim, amended], [*cited.values(), *reach.mentions, reach.passage, *made])
    return Act(answer="amend", target=target(claim, seen=seen, cited=carried), set=Amendment(**changed), note=note)


def add_claim(
    event_type: str, change: ClaimChange, reach: Reach, known: Known, *, trigger: str = "", note: str = ""
) -> Act:
    """Add a claim that rests on a passage; `trigger` are the words in it that say what happened."""
    _check_type(event_type, known)
    source = reach.passage.source
    rests_on = reach.passage
    if trigger:
        words = Typed(property="type", text=event_type, words=trigger)
        found = read(words, reach, "")
        rests_on = found.made or next(each for each in reach.mentions if each.id == found.value.cites[0])
    name = claim_id(source, event_type, reach.passage.id, rests_on.id)
    if name in known.claims:
        raise refuse("this claim is there already", "Accept or amend it instead.")
    typed = Typed(property="type", text=event_type, words=trigger)
    kind = msgspec.structs.replace(read(typed, reach, name).value, hedge="none")
    bare = Claim(
        id=name,
        source=source,
        type=event_type,
        passage=reach.passage.id,
        stance="asserted",
        asserted_by=Asserter(kind="source", label=source, id=source),
        values=[kind],
        by=By(component=f"person:{reach.reviewer}"),
    )
    claim, made = _changed(bare, change, reach, known)
    carried = _carried([claim], [*reach.mentions, reach.passage, rests_on, *made])
    return Act(answer="add", target=target(claim, cited=carried), note=note)


def _changed(claim: Claim, change: ClaimChange, reach: Reach, known: Known) -> tuple[Claim, list[Mention]]:
    """The claim with the change in it, and the mentions that had to be made for it."""
    made: list[Mention] = []
    values = list(claim.values)
    for edit in change.edits:
        values, new = _edited(values, edit, reach, claim.id)
        made += new
    if change.type is not None:
        _check_type(change.type, known)
        values = [_retyped(value, change.type) for value in values]
    asserter, cited = (claim.asserted_by, []) if change.asserted_by is None else _asserter(change.asserted_by, reach)
    changed = msgspec.structs.replace(
        claim,
        type=claim.type if change.type is None else change.type,
        stance=claim.stance if change.stance is None else _stance(change.stance),
        asserted_by=asserter,
        about=claim.about if change.about is None else _about(change.about, claim, known),
        via=claim.via if change.via is None else change.via,
        values=distinct(supported(values, reach), claim.id),
    )
    return changed, made + cited


def _edited(values: list[Value], edit: Edit, reach: Reach, claim: str) -> tuple[list[Value], list[Mention]]:
    typed = edit.typed
    touched = [each for each in values if each.property == typed.property and typed.role in ("", each.role)]
    if edit.operation == "-=":
        gone = [each for each in touched if _is(each, typed, reach.authority)]
        if not gone:
            raise refuse(f"there is no {typed.property} that reads {typed.text!r}")
        return [each for each in values if each not in gone], []
    replaced = touched if edit.operation == "=" else []
    if not typed.role and len({each.role for each in replaced}) == 1:
        typed = msgspec.structs.replace(typed, role=replaced[0].role)
    found = read(typed, reach, claim, replaced[0] if replaced else None)
    at = values.index(replaced[0]) if replaced else len(values)
    kept = [each for each in values if each not in replaced]
    kept.insert(at, found.value)
    return kept, [found.made] if found.made else []


def _is(value: Value, typed: Typed, authority: Authority) -> bool:
    if value.entity is not None:
        kinds: tuple[EntityKind, ...] = ("place", "person", "organisation")
        return value.entity in {typed.text, *(entity_of(typed.text, kind, authority)[0] for kind in kinds)} | {
            local_id(kind, typed.text) for kind in kinds
        }
    return plain(value) == typed.text.removeprefix("group:")


def _retyped(value: Value, event_type: str) -> Value:
    return msgspec.structs.replace(value, text=event_type) if value.property == "type" else value


def _check_type(event_type: str, known: Known) -> None:
    if known.event_types and event_type not in known.event_types:
        raise refuse(f"{event_type!r} is no event type", f"One of {' '.join(sorted(known.event_types))}.")


def _stance(text: str) -> Stance:
    if text not in get_args(Stance):
        raise refuse(f"{text!r} is no stance", f"One of {' '.join(get_args(Stance))}.")
    return cast("Stance", text)


def _about(text: str, claim: Claim, known: Known) -> About | None:
    """`disputes:CLAIM`, or `none`."""
    if text in ("", "none"):
        return None
    relation, _, other = text.partition(":")
    if relation not in get_args(Relation):
        raise refuse(f"{relation!r} is no relation", f"Such as disputes:CLAIM; one of {' '.join(get_args(Relation))}.")
    if other == claim.id or other not in known.claims:
        raise refuse(f"there is no other claim {other!r}")
    return About(claim=other, relation=cast("Relation", relation))


def _asserter(text: str, reach: Reach) -> tuple[Asserter, list[Mention]]:
    """`source`, or `KIND:LABEL`, with `@WORDS` for the words of the passage that say so."""
    said, _, words = text.partition("@")
    kind, _, label = said.partition(":")
    source = reach.passage.source
    if kind == "source":
        return Asserter(kind="source", label=source, id=source), []
    if kind not in get_args(AsserterKind) or (not label and kind != "anonymous"):
        raise refuse(
            f"{said!r} does not say whose word it is",
            "Write source, person:NAME, organisation:NAME, group:WORDS or anonymous.",
        )
    named = kind in ("person", "organisation")
    entity = entity_for(cast("EntityKind", kind), label, reach.authority) if named else ""
    cited = _attribution(kind, words or label, reach, required=bool(words))
    return Asserter(
        kind=cast("AsserterKind", kind), label=label or kind, id=entity, cites=[cited.id] if cited else []
    ), [cited] if cited else []


def _attribution(kind: str, words: str, reach: Reach, *, required: bool) -> Mention | None:
    """The mention of the words that say whose word it is; none where they are not in the passage and need not be."""
    span = reach.span_of(words)
    if span is None:
        if required:
            raise refuse(f"“{words}” does not stand in the passage")
        return None
    there = next((each for each in reach.mentions if (each.start, each.end) == span), None)
    return there or make_mention(reach, span, "CUE", f"attribution:{kind}")


def _carried(claims: Iterable[Claim], mentions: Iterable[Mention]) -> list[Mention]:
    by_id = {mention.id: mention for mention in mentions}
    return [by_id[name] for name in dict.fromkeys(name for claim in claims for name in cites(claim)) if name in by_id]
