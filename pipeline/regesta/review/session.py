"""A reviewer's session: what is shown, what is answered, and what can be taken back. Every face works on this.

An act returns only after `append` has: what a face confirms is on disk. Where `append` raises, nothing has changed,
and the same item is shown again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct

from regesta.anchor.pages import page_at
from regesta.model.claim import Claim
from regesta.model.decision import Decision, Target
from regesta.model.event import Join, Rank
from regesta.model.mention import Mention
from regesta.model.reviewed import Standing
from regesta.model.source import Page
from regesta.names.authority import Authority
from regesta.review import decide, decide_claim
from regesta.review.act import Act, draft, refuse, target
from regesta.review.anchored import anchored
from regesta.review.decide import Change
from regesta.review.decide_claim import ClaimChange, Known
from regesta.review.excerpt import AROUND, Excerpt, excerpt
from regesta.review.ledger import Key, key
from regesta.review.naming import completed, named
from regesta.review.queue import Item, Wanted, candidates, item, join_key, waits
from regesta.review.slots import Reach
from regesta.review.state import State
from regesta.review.support import lost

Append = Callable[[Decision], Decision]


class Reviewer(Struct, frozen=True, kw_only=True):
    """Who decides, where, and by which clock; `now` gives the wall time in UTC, for people to read."""

    name: str
    device: str
    now: Callable[[], str]


class Counts(Struct, frozen=True, kw_only=True):
    """How far a session has come: decisions saved in it, items that it has passed, and items that wait."""

    saved: int
    passed: int
    left: int


class Project(Struct, frozen=True, kw_only=True):
    """What a session knows of the project beside its texts."""

    authority: Authority
    event_types: Collection[str] = ()
    pages: Mapping[str, list[Page]] = {}


class Session:
    """One reviewer at work. `current` is what is asked now; the acts answer it and go on to the next."""

    def __init__(
        self, state: State, joins: Iterable[Join], append: Append, reviewer: Reviewer, project: Project, wanted: Wanted
    ) -> None:
        self.state = state
        self.reviewer = reviewer
        self.project = project
        self.wanted = wanted
        self.saved = 0
        self._append = append
        self._joins = {join_key(proposal): proposal for proposal in joins}
        self._joins_of: dict[str, list[Key]] = {}
        for pair, proposal in self._joins.items():
            for claim in proposal.claims:
                self._joins_of.setdefault(claim, []).append(("join", pair))
        self._queue = candidates(state, self._joins, wanted)
        self._place = {name: at for at, name in enumerate(self._queue)}
        self._passed: set[Key] = set()
        self._waiting = {name for name in self._queue if self._waits(name)}
        self._by_source: dict[str, list[str]] = {}
        for name, standing in state.mentions.items():
            self._by_source.setdefault(standing.record.source, []).append(name)
        self._own = state.ledger.own(reviewer.name, reviewer.device)
        self._at = 0
        self._advance()

    @property
    def current(self) -> Item | None:
        """What is asked now; None when nothing waits."""
        if not self._waiting:
            return None
        return item(self.state, self._joins, self._queue[self._at])

    @property
    def counts(self) -> Counts:
        """How far the session has come."""
        return Counts(saved=self.saved, passed=len(self._passed), left=len(self._waiting))

    @property
    def sources(self) -> list[str]:
        """The sources that this session is about."""
        return sorted(self.wanted.sources or self.state.texts)

    def text(self, source: str) -> str:
        """The text of a source; empty where it is not held."""
        return self.state.texts.get(source, "")

    def excerpt(self, shown: Item) -> Excerpt | None:
        """The words that the item is about, in their context; a claim's passage with what it cites marked."""
        record = shown.record
        if isinstance(record, Join):
            return None
        text = self.text(record.source)
        if isinstance(record, Mention):
            held = text[record.start : record.end] == record.exact
            return excerpt(text, [(record.start, record.end)]) if held else None
        cited = self.cited(record)
        passage = cited.get(record.passage)
        if passage is None:
            return None
        whole = (passage.start, passage.end)
        inside = [each for each in cited.values() if whole[0] <= each.start and each.end <= whole[1]]
        spans = [(each.start, each.end) for each in inside if each.id != record.passage]
        return excerpt(text, spans, AROUND // 3, whole)

    def cited(self, claim: Claim) -> dict[str, Mention]:
        """The mentions that a claim cites, as they stand now; of corrected words, what is proposed in their place."""
        found = self.state.cited(claim, self.state.seen(claim.id))
        return {name: self._present(standing) for name, standing in found.items()}

    def _present(self, standing: Standing[Mention]) -> Mention:
        record, proposal = standing.record, standing.proposal
        gone = standing.stale and anchored(record, self.text(record.source)) is None
        return proposal if gone and proposal is not None else record

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of this id as it stands now."""
        standing = self.state.claims.get(claim_id)
        return standing.record if standing else None

    def accept(self, note: str = "") -> Decision:
        """Accept what is proposed; where that has changed since somebody decided, the new proposal."""
        shown = self._shown()
        if isinstance(shown.record, Join):
            return self._answer(decide.join(shown.record, note))
        record = shown.proposal if shown.changed and shown.proposal is not None else shown.record
        self._check_support(record)
        return self._answer(self._accepting(record, shown.proposal, note))

    def keep(self, note: str = "") -> Decision:
        """Accept the record in force, although something else is proposed now."""
        shown = self._shown()
        if isinstance(shown.record, Join):
            raise refuse("a join is accepted or rejected")
        self._check_support(shown.record)
        return self._answer(self._accepting(shown.record, shown.proposal, note))

    def reject(self, note: str = "") -> Decision:
        """Reject what is shown; of a join: say that these are two events."""
        shown = self._shown()
        if isinstance(shown.record, Join):
            return self._answer(decide.part(shown.record, note))
        return self._answer(decide.answer("reject", self._target(shown), note))

    def skip(self, note: str = "") -> Decision:
        """Leave it open, and do not ask again in this session."""
        return self._answer(decide.answer("skip", self._target(self._shown()), note))

    def note(self, words: str) -> Decision:
        """Note something about the item; it decides nothing, and the item stays."""
        return self._save(decide.answer("note", self._target(self._shown()), words))

    def amend_mention(self, change: Change, note: str = "") -> Decision:
        """Accept the mention with changes."""
        shown = self._shown()
        if not isinstance(shown.record, Mention):
            raise refuse("this is no mention")
        text = self.text(shown.record.source)
        full = completed(shown.record, text, change, self.project.authority)
        seen = shown.proposal if isinstance(shown.proposal, Mention) else None
        return self._answer(decide.amend_mention(shown.record, text, full, seen=seen, note=note))

    def amend_claim(self, change: ClaimChange, note: str = "") -> Decision:
        """Accept the claim with changes."""
        shown = self._shown()
        if not isinstance(shown.record, Claim):
            raise refuse("this is no claim")
        claim, cited = shown.record, self.cited(shown.record)
        passage = cited.get(claim.passage)
        if passage is None:
            raise refuse("the passage of this claim is not known any more", "Reject the claim.")
        seen = shown.proposal if isinstance(shown.proposal, Claim) else None
        reach = self._reach(passage, cited.values())
        return self._answer(decide_claim.amend_claim(claim, change, reach, self._known, cited, seen=seen, note=note))

    def add_mention(
        self, source: str, span: tuple[int, int], label: str, value: str = "", title: str = "", note: str = ""
    ) -> Decision:
        """Add a mention that nobody proposed; the item that is asked stays."""
        text = self.text(source)
        start, end = decide.checked_span(text, *span)
        checked = decide.checked_label(label)
        for name in self._by_source.get(source, ()):
            standing = self.state.mentions.get(name)
            there = standing.record if standing and standing.status != "rejected" else None
            if there and (there.start, there.end, there.label) == (start, end, checked):
                raise refuse(f"“{there.exact}” is there already as {checked}", "Accept or amend it when it is asked.")
        made = decide.new_mention(
            source,
            text,
            (start, end),
            checked,
            named(checked, value, text[start:end], self.project.authority),
            reviewer=self.reviewer.name,
            page=page_at(self.project.pages.get(source, ()), start),
            title=title,
            taken=self.state.mentions.keys(),
        )
        return self._save(decide.add(made, note=note))

    def add_claim(
        self,
        source: str,
        span: tuple[int, int],
        event_type: str,
        change: ClaimChange,
        trigger: str = "",
        note: str = "",
    ) -> Decision:
        """Add a claim that rests on the passage around a span, or on the span itself where no passage holds it."""
        reach = self._reach(self._passage(source, span))
        return self._save(decide_claim.add_claim(event_type, change, reach, self._known, trigger=trigger, note=note))

    def take(self, reviewer: str, note: str = "") -> Decision:
        """Answer as another reviewer did."""
        shown = self._shown()
        rivals = self.rivals(shown)
        if reviewer not in rivals:
            raise refuse(f"{reviewer!r} has not answered this", f"Answered: {' '.join(rivals) or 'nobody'}.")
        record = rivals[reviewer]
        if record is None:
            return self.reject(note)
        self._check_support(record)
        return self._answer(self._accepting(record, shown.proposal, note))

    def rivals(self, shown: Item) -> dict[str, Mention | Claim | None]:
        """What each reviewer who answered holds to be right; None for one who rejected it."""
        return {} if isinstance(shown.record, Join) else self.state.rivals(shown.key)

    def notes(self, shown: Item) -> list[tuple[str, str]]:
        """What was noted about the item, oldest first: reviewer and words."""
        return [(each.reviewer, each.note) for each in self.state.ledger.history(shown.key) if each.note]

    def rank(self, claim: Claim, value_id: str, rank: Rank, note: str = "") -> Decision:
        """Rank a claim's value among its rivals; the item that is asked stays."""
        return self._save(decide.rank(claim, value_id, rank, list(self.cited(claim).values()), note))

    def undo(self, note: str = "") -> Decision | None:
        """Take back one's own last decision on this device and ask it again; None where there is none."""
        if not self._own:
            return None
        last = self._own[-1]
        saved = self._save(decide.retract(last, note))
        about = key(last)
        if item(self.state, self._joins, about) is not None:
            self._passed.discard(about)
            if about not in self._place:
                self._place[about] = len(self._queue)
                self._queue.append(about)
            self._waiting.add(about)
            self._at = self._place[about]
        return saved

    def _accepting(self, record: Mention | Claim, proposal: Mention | Claim | None, note: str) -> Act:
        cited = self.cited(record).values() if isinstance(record, Claim) else ()
        return decide.answer("accept", target(record, seen=proposal, cited=cited), note)

    def _shown(self) -> Item:
        shown = self.current
        if shown is None:
            raise refuse("nothing waits for an answer")
        return shown

    def _target(self, shown: Item) -> Target:
        if isinstance(shown.record, Claim):
            return target(shown.record, seen=shown.proposal, cited=self.cited(shown.record).values())
        return target(shown.record, seen=shown.proposal)

    def _check_support(self, record: Mention | Claim) -> None:
        """Refuses to accept a mention whose words are gone, or a claim that rests on words which people rejected."""
        if isinstance(record, Mention):
            if anchored(record, self.text(record.source)) is None:
                raise refuse(f"{lost(record)}, so it cannot be accepted", "Amend its span, or reject it.")
            return
        for name, standing in self.state.cited(record, {}).items():
            if standing.status == "rejected":
                raise refuse(
                    f"it cites “{standing.record.exact}” ({name}), which was rejected, so it cannot be accepted",
                    "Amend it, and what rests on these words alone goes; or reject it.",
                )

    @property
    def _known(self) -> Known:
        return Known(event_types=self.project.event_types, claims=self.state.claims.keys())

    def _reach(self, passage: Mention, cited: Iterable[Mention] = ()) -> Reach:
        found = {mention.id: mention for mention in cited if mention.label != "PASSAGE"}
        for name in self._by_source.get(passage.source, ()):
            standing = self.state.mentions.get(name)
            if standing is not None and standing.status != "rejected" and standing.record.label != "PASSAGE":
                found[name] = standing.record
        inside = [each for each in found.values() if passage.start <= each.start and each.end <= passage.end]
        return Reach(
            text=self.text(passage.source),
            passage=passage,
            mentions=sorted(inside, key=lambda each: (each.start, each.end)),
            authority=self.project.authority,
            reviewer=self.reviewer.name,
            taken=self.state.mentions.keys(),
            rejected=self._rejected(passage.source),
        )

    def _rejected(self, source: str) -> set[str]:
        named = ((name, self.state.mentions.get(name)) for name in self._by_source.get(source, ()))
        return {name for name, standing in named if standing is not None and standing.status == "rejected"}

    def _passage(self, source: str, span: tuple[int, int]) -> Mention:
        """The shortest passage that holds the span; the span itself, as a new passage, where none does."""
        text = self.text(source)
        start, end = decide.checked_span(text, *span)
        records = [self.state.mentions[name].record for name in self._by_source.get(source, ())]
        around = [each for each in records if each.label == "PASSAGE" and each.start <= start and end <= each.end]
        if around:
            return min(around, key=lambda each: (each.end - each.start, each.start, each.id))
        page = page_at(self.project.pages.get(source, ()), start)
        return decide.new_mention(
            source,
            text,
            (start, end),
            "PASSAGE",
            reviewer=self.reviewer.name,
            page=page,
            taken=self.state.mentions.keys(),
        )

    def _answer(self, act: Act) -> Decision:
        """Saves the answer to the current item and goes on to the next."""
        saved = self._save(act)
        about = key(saved)
        self._passed.add(about)
        self._waiting.discard(about)
        self._advance()
        return saved

    def _save(self, act: Act) -> Decision:
        saved = self._append(draft(act, self.reviewer.name, self.reviewer.device, self.reviewer.now()))
        self.saved += 1
        if saved.answer == "retract":
            self._own.pop()
        else:
            self._own.append(saved)
        if saved.answer == "add" and saved.target.mention is not None:
            self._by_source.setdefault(saved.target.mention.source, []).append(saved.target.id)
        changed = self.state.add(saved)
        for name in changed[1:]:
            self._passed.discard(name)
        claims = [name for kind, name in changed if kind == "claim"]
        self._refresh([*changed, *(join for name in claims for join in self._joins_of.get(name, ()))])
        return saved

    def _refresh(self, changed: Iterable[Key]) -> None:
        for name in changed:
            if name in self._place and self._waits(name):
                self._waiting.add(name)
            else:
                self._waiting.discard(name)

    def _waits(self, name: Key) -> bool:
        shown = item(self.state, self._joins, name)
        return (
            shown is not None
            and name not in self._passed
            and waits(shown, self.wanted, self.reviewer.name, self.state.adjudicators)
        )

    def _advance(self) -> None:
        """Goes on to the next item that waits, from the beginning again after the last."""
        if not self._waiting:
            return
        count = len(self._queue)
        self._at = next(
            at
            for at in (step % count for step in range(self._at, self._at + count))
            if self._queue[at] in self._waiting
        )
