"""Sharing the review out: what is to be reviewed, how much work each piece is, and who has it already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from regesta.errors import Finding, fail
from regesta.model.assignment import Assignment, standing
from regesta.model.decision import Decision
from regesta.model.folder_name import folder_name
from regesta.model.mention import REVIEWED_LABELS, Label
from regesta.model.source import Page
from regesta.review.assign import Load, Piece, share_out, take_over
from regesta.review.ledger import Ledger, last_answers
from regesta.review.parts import parts
from regesta.stages.corrected import read_carried
from regesta.workspace.assignments import read_assignments
from regesta.workspace.corpus import citekeys, read_source, read_text
from regesta.workspace.jsonl import split_lines
from regesta.workspace.workspace import Workspace

By = Literal["mentions", "characters"]


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What to hand out, to whom, and how."""

    reviewers: Sequence[str]
    sources: Sequence[str] = ()
    overlap: float = 0.0
    people: int = 2
    pages: int = 0
    by: By = "mentions"
    seed: int = 0


class Assigned(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan comes to, and the work that each reviewer has with it; nothing of it is written yet.

    `work` is all that is handed out, each piece once; `shared` how much of it each two people do.
    """

    made: list[Assignment]
    load: dict[str, int]
    work: int
    several: int
    shared: dict[tuple[str, str], int]
    findings: list[Finding]


class _Head(msgspec.Struct):
    """As much of a mention as its weight needs; the rest of the line is passed over."""

    id: str
    start: int
    label: Label
    page: int | None = None


_decode = msgspec.json.Decoder(_Head).decode


#: The work in each of some parts of a source.
Weigh = Callable[[str, Sequence[Assignment]], list[int]]


def assign(ws: Workspace, plan: Plan) -> Assigned:
    """Shares out the sources that nobody has yet; texts are read only where a source without pages is cut.

    A source of which nothing is open is left out, unless it is named.
    """
    known = citekeys(ws)
    for source in plan.sources:
        if source not in known:
            raise fail("assign.source", f"there is no source {source!r}", remedy="`regesta status` lists them.")
    before, findings = read_assignments(ws)
    taken = {each.source for each in before}
    chosen = [name for name in plan.sources or known if name not in taken]
    weigh = _open_mentions(ws, read_carried(ws)[0]) if plan.by == "mentions" else _characters(ws)
    pieces = [piece for source in sorted(set(chosen)) for piece in _pieces(ws, source, plan, weigh)]
    earlier = _weighed(before, weigh)
    names = [folder_name(name) for name in plan.reviewers]
    made = share_out(pieces, names, overlap=plan.overlap, people=plan.people, seed=plan.seed, before=earlier)
    if chosen and not pieces:
        findings.append(_nothing_open())
    return _assigned(made, _weighed(made, weigh) + earlier, names, findings)


def hand_over(ws: Workspace, leaving: str, plan: Plan) -> Assigned:
    """Gives what somebody has not finished to others, who are named in the plan, evenly.

    Of a piece that several people do, another takes the place, and sees nobody's answers either.
    """
    before, findings = read_assignments(ws)
    gone, names = folder_name(leaving), [folder_name(name) for name in plan.reviewers]
    theirs = [each for each in before if gone in map(folder_name, each.reviewers)]
    if not theirs:
        raise fail("assign.leaves", f"{leaving!r} has nothing here", remedy="`regesta status` says who has what.")
    decisions, _ = read_carried(ws)
    by_nobody = _open_mentions(ws, decisions)
    by_them = _open_mentions(ws, [each for each in decisions if each.reviewer == gone])
    unfinished = [
        each for each in theirs if (by_them if len(each.reviewers) > 1 else by_nobody)(each.source, [each])[0]
    ]
    weigh = by_nobody if plan.by == "mentions" else _characters(ws)
    # Who takes a piece over that others do as well sees no answers, and has all of it before them.
    anew = _open_mentions(ws, []) if plan.by == "mentions" else weigh
    pieces = _weighed([each for each in unfinished if len(each.reviewers) == 1], weigh)
    pieces += _weighed([each for each in unfinished if len(each.reviewers) > 1], anew)
    made = take_over(pieces, gone, names, _weighed(before, weigh))
    given = {each.place for each in made}
    findings += [_nobody(each, leaving) for each in unfinished if each.place not in given]
    return _assigned(made, _weighed(standing([*before, *made]), weigh), names, findings)


def _assigned(
    made: list[Assignment], pieces: Sequence[Piece], names: Sequence[str], findings: list[Finding]
) -> Assigned:
    """What was made, with what all people have then."""
    load = Load(sorted({*names, *(name for piece in pieces for name in piece.place.reviewers)}))
    for piece in pieces:
        load.add(piece.place.reviewers, piece.weight)
    return Assigned(
        made=made,
        load=load.all,
        work=sum(piece.weight for piece in pieces),
        several=sum(piece.weight for piece in pieces if len(piece.place.reviewers) > 1),
        shared={
            (one, other): work for (one, other), work in sorted((tuple(sorted(k)), v) for k, v in load.shared.items())
        },
        findings=findings,
    )


def _pieces(ws: Workspace, source: str, plan: Plan, weigh: Weigh) -> list[Piece]:
    """A source as it is handed out: whole or in parts; nothing where there is nothing to do in it."""
    whole = Assignment(source=source, reviewers=[])
    if not weigh(source, [whole])[0] and source not in plan.sources:
        return []
    places = [whole]
    if plan.pages:
        pages = read_source(ws, source).pages
        places = parts(source, pages, "" if pages else read_text(ws, source), plan.pages)
    return [Piece(place=place, weight=weight) for place, weight in zip(places, weigh(source, places), strict=True)]


def _weighed(places: Iterable[Assignment], weigh: Weigh) -> list[Piece]:
    """What is handed out already, with the work that is in it."""
    by_source: dict[str, list[Assignment]] = {}
    for place in places:
        by_source.setdefault(place.source, []).append(place)
    return [
        Piece(
            place=msgspec.structs.replace(place, reviewers=[folder_name(name) for name in place.reviewers]),
            weight=weight,
        )
        for source, here in by_source.items()
        for place, weight in zip(here, weigh(source, here), strict=True)
    ]


def _open_mentions(ws: Workspace, decisions: Iterable[Decision]) -> Weigh:
    """Counts the proposals that these decisions do not answer."""
    ledger = Ledger(decisions)
    answered = {name for name in ledger.keys("mention") if last_answers(ledger.history(("mention", name)))}

    def weigh(source: str, places: Sequence[Assignment]) -> list[int]:
        path = ws.mentions_path(source)
        lines = split_lines(path.read_bytes()) if path.exists() else []
        heads = [head for head in map(_decode, lines) if head.label in REVIEWED_LABELS and head.id not in answered]
        return [sum(place.covers(head.page, head.start) for head in heads) for place in places]

    return weigh


def _characters(ws: Workspace) -> Weigh:
    """Counts the code points, by the record of the source and without its text."""
    known = set(citekeys(ws))

    def weigh(source: str, places: Sequence[Assignment]) -> list[int]:
        if source not in known:
            return [0] * len(places)
        record = read_source(ws, source)
        chars = record.text.chars if record.text is not None else 0
        return [_chars_in(place, record.pages, chars) for place in places]

    return weigh


def _chars_in(place: Assignment, pages: Sequence[Page], chars: int) -> int:
    if place.pages is not None:
        inside = [page for page in pages if place.covers(page.n, page.start)]
        apart = sum(part.end - part.start for page in inside for part in page.apart)
        return apart + sum(page.end - page.start for page in inside)
    return chars if place.start is None or place.end is None else min(place.end, chars) - min(place.start, chars)


def _nothing_open() -> Finding:
    return Finding(
        code="assign.nothing",
        level="note",
        what="nothing is open in the sources that nobody has yet",
        why="Work is counted in proposals that wait for an answer.",
        remedy="Make proposals with `regesta run`, count `--by characters`, or name a source with `--source`.",
    )


def _nobody(piece: Assignment, leaving: str) -> Finding:
    where = f"{piece.part} of {piece.source}" if piece.part else piece.source
    return Finding(
        code="assign.nobody",
        level="warning",
        what=f"{where} stays with {leaving}: all who are named have it already",
        remedy="Name somebody else.",
    )
