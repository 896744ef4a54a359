"""How well reviewers agree, from the logs, the proposals and the texts of a workspace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from regesta.errors import Finding, fail
from regesta.model.assignment import standing
from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.folder_name import folder_name
from regesta.model.mention import Mention
from regesta.review.agree.claims import Held, claim_differences, claim_figures
from regesta.review.agree.compare import Opinions, compared, together
from regesta.review.agree.joins import join_differences, join_figures, sources_of
from regesta.review.agree.opinions import Joined, held_claims, held_joins, opinions, passages_seen
from regesta.review.agree.result import Agreement, Difference, Pair
from regesta.review.ledger import SETTLING, Ledger
from regesta.stages.corrected import read_carried
from regesta.workspace.assignments import read_lines
from regesta.workspace.corpus import citekeys, read_text
from regesta.workspace.jsonl import read_records
from regesta.workspace.logs import broken_chains
from regesta.workspace.workspace import Workspace

#: Code points of text that are shown on each side of a difference.
AROUND = 60


def agree(ws: Workspace, sources: Collection[str], reviewers: Collection[str]) -> tuple[Agreement, list[Finding]]:
    """Compares each two reviewers, or those that are named, over all sources, or those that are named."""
    known = citekeys(ws)
    for source in sources:
        if source not in known:
            raise fail("agree.source", f"there is no source {source!r}", remedy="`regesta status` lists them.")
    decisions, findings = read_carried(ws)
    findings += broken_chains(ws)
    names = _names(decisions, reviewers)
    held = _held(ws, sorted(set(sources)) or known, Ledger(decisions), names)
    pairs: list[Pair] = []
    differences: list[Difference] = []
    for one, other in combinations(names, 2):
        pair, differing = held.compared(one, other)
        if pair.all.units or pair.claims or pair.joins:
            pairs.append(_warned(ws, pair))
            differences += differing
    if not pairs:
        findings.append(_nothing_common(names))
    overall = together(held.mentions, names, pairs) if len(pairs) > 1 else None
    shown, lengths = _in_context(differences, held.text_of)
    made = Agreement(reviewers=names, pairs=pairs, overall=overall, differences=shown, lengths=lengths)
    return made, findings


class _Held(msgspec.Struct, frozen=True, kw_only=True):
    """What each reviewer holds, and what is needed to show where they differ."""

    mentions: Opinions
    claims: Held
    joins: list[Joined]
    passages: Mapping[str, Mention]
    claim_of: Callable[[str], Claim | None]
    text_of: Callable[[str], str]

    def compared(self, one: str, other: str) -> tuple[Pair, list[Difference]]:
        """Two reviewers over mentions, claims and joins."""
        pair, differing = compared(self.mentions, one, other)
        whole = msgspec.structs.replace(
            pair, claims=claim_figures(self.claims, one, other), joins=join_figures(self.joins, one, other)
        )
        differing += claim_differences(self.claims, one, other, self.passages)
        return whole, differing + join_differences(self.joins, one, other, self.claim_of, self.passages)


def _held(ws: Workspace, chosen: Collection[str], ledger: Ledger, names: Collection[str]) -> _Held:
    """What the reviewers hold of these sources."""
    mentions = [each for source in chosen for each in read_records(ws.mentions_path(source), Mention)]
    claims = {each.id: each for source in chosen for each in read_records(ws.claims_path(source), Claim)}
    text_of = cache(lambda source: read_text(ws, source))
    of_claims = {
        name: answers
        for name, answers in held_claims(ledger, claims.values(), names).items()
        if any(claim is not None and claim.source in chosen for claim in answers.values())
    }
    decided = {claim.id: claim for answers in of_claims.values() for claim in answers.values() if claim is not None}
    claim_of = {**claims, **decided}.get
    return _Held(
        mentions={
            source: here for source, here in opinions(ledger, mentions, names, text_of).items() if source in chosen
        },
        claims=of_claims,
        joins=[each for each in held_joins(ledger, names) if sources_of(each.pairing, claim_of) & set(chosen)],
        passages=passages_seen(ledger, text_of) | {each.id: each for each in mentions if each.label == "PASSAGE"},
        claim_of=claim_of,
        text_of=text_of,
    )


def _names(decisions: Iterable[Decision], asked: Collection[str]) -> list[str]:
    known = sorted({decision.reviewer for decision in decisions if not decision.batch.startswith(SETTLING)})
    names = sorted({folder_name(name) for name in asked})
    for name in names:
        if name not in known:
            raise fail("agree.reviewer", f"{name!r} has decided nothing here", remedy=f"Known: {', '.join(known)}.")
    return names or known


def _warned(ws: Workspace, pair: Pair) -> Pair:
    """The pair with a word on the sources where the two could see each other's answers, or did not look for all."""
    lines, _ = read_lines(ws)
    apart = {
        each.source
        for each in (*lines, *standing(lines))
        if set(pair.reviewers) <= {folder_name(name) for name in each.reviewers}
    }
    seen = [each.name for each in pair.sources if each.name not in apart]
    partly = [each.name for each in pair.sources if each.strict is None]
    more = []
    if seen:
        more.append(
            f"in {_some(seen)} each could see the other's answers; what `regesta assign --overlap` hands out to both "
            "is reviewed apart"
        )
    if partly:
        more.append(
            f"{_some(partly)} not marked as reviewed to the end by both (`regesta review SOURCE --complete`): span F1 "
            "leaves out what is in them, and a mention that only one added there is no disagreement"
        )
    everything = msgspec.structs.replace(pair.all, cautions=[*pair.all.cautions, *more])
    return msgspec.structs.replace(pair, all=everything)


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _in_context(
    differences: Iterable[Difference], text_of: Callable[[str], str]
) -> tuple[list[Difference], dict[str, int]]:
    """The differences in the order of sources and texts, with the words around them; and how long the texts are."""
    found = []
    lengths: dict[str, int] = {}
    for each in sorted(differences, key=lambda one: (one.source, one.start, one.end, one.reviewers)):
        text = text_of(each.source) if each.source else ""
        lengths[each.source] = len(text)
        found.append(
            msgspec.structs.replace(
                each,
                before=text[max(0, each.start - AROUND) : each.start],
                quote=text[each.start : each.end],
                after=text[each.end : each.end + AROUND] if each.end else "",
            )
        )
    return found, lengths


def _nothing_common(names: Sequence[str]) -> Finding:
    return Finding(
        code="agree.nothing",
        level="note",
        what=f"no two of {', '.join(names) or 'the reviewers (there is none)'} have looked at the same mentions",
        remedy="Hand sources out to several people with `regesta assign NAME NAME --overlap 0.2`.",
    )
