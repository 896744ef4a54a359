"""Opening a review: what is proposed, what was decided, and the log that answers go to. Every face opens it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from regesta.errors import Finding, fail
from regesta.model.assignment import Assignment
from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.event import Join
from regesta.model.same import Same
from regesta.names.authority import Authority
from regesta.review.blind import Blind
from regesta.review.proposals import Proposals
from regesta.review.queue import Wanted
from regesta.review.session import Project, Reviewer, Session
from regesta.review.state import State
from regesta.stages.authorities import forms, outside, place_of
from regesta.stages.corrected import carried
from regesta.stages.proposals import proposals
from regesta.stages.scope import scope, unscoped
from regesta.workspace.authority import read_entities
from regesta.workspace.corpus import citekeys, read_source, read_text
from regesta.workspace.follow import LogFollower
from regesta.workspace.jsonl import read_records
from regesta.workspace.logs import LogWriter, broken_chains
from regesta.workspace.workspace import Workspace

T = TypeVar("T")

#: How many texts and page lists of a corpus are kept at hand; the others are read again when they are asked for.
_AT_HAND = 16


class ReviewLog:
    """A reviewer's log on a device, shared with whoever else writes to it, and the logs of all others.

    `findings` gathers what had to be mended in a log, or cannot be read, since a face last said it.
    """

    def __init__(self, ws: Workspace, reviewer: str, device: str, blind: Blind) -> None:
        self._ws = ws
        self._blind = blind
        self._writer = LogWriter(ws, reviewer, device)
        self._follower = LogFollower(ws)
        self.path = self._writer.path

    def told(self) -> list[Finding]:
        """What is to be said about the logs; each is given once."""
        found = [*self._follower.findings, *self._writer.findings]
        self._follower.findings.clear()
        self._writer.findings.clear()
        return found

    def news(self) -> list[Decision]:
        """The decisions that were written to any log since this was last asked; all of them at first.

        Those about a text that was corrected since read as of today. Those that the reviewer must not see yet are
        left out.
        """
        return [each for each in carried(self._ws, self._follower.news()) if not self._blind.hides(each)]

    @contextmanager
    def turn(self) -> Iterator[Sequence[Decision]]:
        """Keeps other processes from this log for one act, and gives what they wrote before."""
        with self._writer.held():
            self._writer.mend()
            yield self.news()

    def append(self, drafts: Sequence[Decision]) -> list[Decision]:
        """The decisions of one act as they stand on disk."""
        with self._writer.held():
            saved = self._writer.append_all(drafts)
            self._follower.skip(self.path, len(saved))
        return saved


class OnDemand(Mapping[str, T]):
    """Something of each source by its citekey, read when it is asked for; the last few are kept at hand."""

    def __init__(self, sources: Iterable[str], read: Callable[[str], T]) -> None:
        self._sources = dict.fromkeys(sources)
        self._read = lru_cache(maxsize=_AT_HAND)(read)

    def __getitem__(self, source: str) -> T:
        if source not in self._sources:
            raise KeyError(source)
        return self._read(source)

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


class Opened(Struct, frozen=True, kw_only=True):
    """A session, the log that it writes to, and what is to be said before it begins.

    `own` are the pieces handed out to the reviewer, where the session is narrowed to them.
    """

    session: Session
    log: ReviewLog
    findings: list[Finding]
    own: list[Assignment]


def opened(ws: Workspace, asked: Wanted, reviewer: Reviewer, *, everyone: bool = False) -> Opened:
    """The session over what is proposed in the sources that are wanted, or in all of them.

    Where work is handed out, it is narrowed to what the reviewer has, unless `everyone` is asked for. Texts are read
    on demand. Raises RegestaError with the code `review.source` for a source that is not there.
    """
    known = citekeys(ws)
    for source in asked.sources:
        if source not in known:
            raise fail("review.source", f"there is no source {source!r}", remedy="`regesta status` lists them.")
    scoped = unscoped(asked, reviewer.name) if everyone else scope(ws, asked, reviewer.name)
    wanted = replace(scoped.wanted, unlikely=ws.settings.review.unlikely)
    chosen = sorted(set(wanted.sources)) or known
    log = ReviewLog(ws, reviewer.name, reviewer.device, scoped.blind)
    decisions = log.news()
    entities, findings = read_entities(ws)
    mentions = proposals(ws, chosen)
    claims = [each for source in chosen for each in read_records(ws.claims_path(source), Claim)]
    if not mentions and not decisions:
        findings.append(_nothing_proposed())
    texts = OnDemand(chosen, lambda source: read_text(ws, source))
    state = State(decisions, mentions, claims, texts, ws.settings.review.adjudicators)
    project = Project(
        authority=Authority([*entities, *outside(_named(mentions, claims))], place_of),
        event_types=[each.name for each in ws.event_types],
        pages=OnDemand(chosen, lambda source: read_source(ws, source).pages),
    )
    joins: list[Join | Same] = [*read_records(ws.joins_path, Join), *read_records(ws.same_path, Same)]
    session = Session(state, joins, log, reviewer, project, wanted)
    return Opened(session=session, log=log, findings=[*log.told(), *broken_chains(ws), *findings], own=scoped.own)


def _named(mentions: Proposals, claims: Iterable[Claim]) -> dict[str, set[str]]:
    """The ids that are named as places, each with the forms in which it was met."""
    met = forms((), claims)
    for name, words in mentions.forms.items():
        met.setdefault(name, set()).update(" ".join(each.split()) for each in words)
    return met


def _nothing_proposed() -> Finding:
    return Finding(
        code="review.nothing",
        level="note",
        what="nothing is proposed yet",
        remedy="Take sources in with `regesta ingest FILES`, then `regesta run`.",
    )
