"""What each reviewer holds to be marked in a source, from that reviewer's own answers alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from msgspec import Struct

from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.event import Join
from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.model.same import Same
from regesta.review.anchored import anchored
from regesta.review.complete import completed_by
from regesta.review.ledger import JOINING, Ledger, own_answers
from regesta.review.standing import YES, in_force

_PERSON = "person:"


class Mark(Struct, frozen=True, kw_only=True, gc=False):
    """A span with a label that a reviewer holds to be right. `kept`: a proposal that was accepted as it was."""

    id: str
    start: int
    end: int
    label: Label
    value: str
    exact: str
    page: int | None = None
    kept: bool = False
    note: str = ""


class Opinion(Struct, kw_only=True):
    """One reviewer on one source.

    `rejected` has the proposals that the reviewer rejected, as they were shown; `whole` the labels for which the
    reviewer has marked the source as reviewed to the end: what is not marked there has none, but for proposals among
    `unanswered`, which the reviewer never answered.
    """

    marks: list[Mark] = []
    rejected: dict[str, Mark] = {}
    unanswered: frozenset[str] = frozenset()
    whole: frozenset[Label] = frozenset()


def opinions(
    ledger: Ledger,
    proposals: Iterable[Mention],
    reviewers: Collection[str],
    text_of: Callable[[str], str],
) -> dict[str, dict[str, Opinion]]:
    """By source and reviewer, what each of them holds; a reviewer who has said nothing about a source is not in it.

    `text_of` gives the text of a source as it is now: marks stand where their words do, and those that are lost do not
    count.
    """
    proposed = {mention.id: mention for mention in proposals if mention.label in REVIEWED_LABELS}
    found: dict[str, dict[str, Opinion]] = {}
    answered: dict[tuple[str, str], set[str]] = {}
    added: set[str] = set()
    for name in ledger.keys("mention"):
        for answer in own_answers(ledger.history(("mention", name))):
            carried = answer.target.mention or proposed.get(name)
            if carried is None or answer.reviewer not in reviewers:
                continue
            record = anchored(in_force(answer, carried), text_of(carried.source))
            opinion = found.setdefault(carried.source, {}).setdefault(answer.reviewer, Opinion())
            answered.setdefault((carried.source, answer.reviewer), set()).add(name)
            if answer.answer == "add":
                added.add(name)
            if record is None or record.label not in REVIEWED_LABELS:
                continue
            if answer.answer in YES:
                opinion.marks.append(_mark(answer, record))
            else:
                opinion.rejected[name] = _mark(answer, record)
    for reviewer, marked in completed_by(ledger).items():
        for source, labels in marked.items():
            if reviewer in found.get(source, {}):
                found[source][reviewer].whole = frozenset(labels)
    of_source: dict[str, set[str]] = {}
    # What somebody added can be proposed afterwards, by the memory of what was decided: it is an addition all the same.
    for mention in (proposed[name] for name in proposed.keys() - added):
        of_source.setdefault(mention.source, set()).add(mention.id)
    for (source, reviewer), ids in answered.items():
        found[source][reviewer].unanswered = frozenset(of_source.get(source, set()) - ids)
    return found


def _mark(answer: Decision, record: Mention) -> Mark:
    return Mark(
        id=answer.target.id,
        start=record.start,
        end=record.end,
        label=record.label,
        value=record.value,
        exact=record.exact,
        page=record.page,
        kept=answer.answer == "accept" and not record.by.component.startswith(_PERSON),
        note=answer.note,
    )


def held_claims(
    ledger: Ledger, proposals: Iterable[Claim], reviewers: Collection[str]
) -> dict[str, dict[str, Claim | None]]:
    """By claim and reviewer, the claim as that reviewer holds it; None where it was rejected."""
    proposed = {claim.id: claim for claim in proposals}
    found: dict[str, dict[str, Claim | None]] = {}
    for name in ledger.keys("claim"):
        for answer in own_answers(ledger.history(("claim", name))):
            proposal = answer.target.claim or proposed.get(name)
            if proposal is not None and answer.reviewer in reviewers:
                held = in_force(answer, proposal) if answer.answer in YES else None
                found.setdefault(name, {})[answer.reviewer] = held
    return found


def passages_seen(ledger: Ledger, text_of: Callable[[str], str]) -> dict[str, Mention]:
    """The passages of the claims that were decided, by their ids, where their words stand now."""
    found: dict[str, Mention] = {}
    for name in ledger.keys("claim"):
        for decision in ledger.history(("claim", name)):
            claim = decision.target.claim
            for mention in decision.target.cited if claim is not None else ():
                if claim is not None and mention.id == claim.passage and mention.id not in found:
                    now = anchored(mention, text_of(mention.source))
                    found.update({mention.id: now} if now is not None else {})
    return found


class Joined(Struct, frozen=True, kw_only=True):
    """A pair of claims or of names, and by reviewer whether it is one; not in it who has not said."""

    pairing: Join | Same
    answers: dict[str, bool]


def held_joins(ledger: Ledger, reviewers: Collection[str]) -> list[Joined]:
    """What each reviewer says of the pairs that were to be joined, claims before names."""
    found = []
    for kind in ("join", "same"):
        for name in sorted(ledger.keys(kind)):
            answers = own_answers(ledger.history((kind, name)))
            said = {each.reviewer: each.answer in JOINING for each in answers if each.reviewer in reviewers}
            pairings = (each.target.join or each.target.same for each in answers)
            pairing = next((each for each in pairings if each is not None), None)
            if pairing is not None and said:
                found.append(Joined(pairing=pairing, answers=said))
    return found
