"""A reviewer's session: what is shown, what is answered, and what can be taken back. Every face works on this.

An act returns only after the log has it: what a face confirms is on disk. Where that fails, nothing has changed, and
the same item is shown again. Before each act, what other windows, processes and reviewers have written is taken in;
where that changed the item which is shown, the act is refused as `Stale` and nothing is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct

from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.event import EventValue, Rank
from regesta.model.ids import content_id
from regesta.model.mention import REVIEWED_LABELS, Label
from regesta.review import acts, decide
from regesta.review.act import Act, draft, refuse
from regesta.review.complete import mark, marks
from regesta.review.decide import UNCHANGED, Change
from regesta.review.decide_claim import ClaimChange
from regesta.review.everywhere import Everywhere, alike_acts, check_open
from regesta.review.ledger import SETTLING, Key, Pairing, key
from regesta.review.log import Alone, Append, Log
from regesta.review.memory import recalling
from regesta.review.position import Position
from regesta.review.queue import Item, Wanted, candidates, untouched_wait, waits
from regesta.review.ranks import rankings
from regesta.review.slots import Operation, Typed
from regesta.review.stale import Stale
from regesta.review.state import State
from regesta.review.sure import Sure, checked
from regesta.review.view import SURE, Project, Reviewer, View

__all__ = ["Append", "Counts", "Project", "Reviewer", "Session"]

#: How many items that have changed since they were shown are kept, to be shown beside what they are now.
_KEPT = 64


class Counts(Struct, frozen=True, kw_only=True):
    """How far a session has come: decisions saved in it, items that it has passed, and items that wait."""

    saved: int
    passed: int
    left: int


class Session(View):
    """One reviewer at work. `current` is what is asked now; the acts answer it and go on to the next.

    `last` holds the decisions of the last act that was saved: one, or all of a batch.
    """

    def __init__(
        self,
        state: State,
        joins: Iterable[Pairing],
        append: Append | Log,
        reviewer: Reviewer,
        project: Project,
        wanted: Wanted,
    ) -> None:
        super().__init__(state, joins, reviewer, project, wanted)
        self.saved = 0
        self.last: list[Decision] = []
        self._log: Log = Alone(append) if callable(append) else append
        self._untouched_wait = untouched_wait(wanted)
        queue = candidates(state, self.joins, wanted)
        self._position = Position(queue, self._waits, self._at_first(queue))
        self._own = {each.id: each for each in state.ledger.own(reviewer.name, reviewer.device)}
        self._before: dict[str, Item] = {}

    @property
    def current(self) -> Item | None:
        """What is asked now; None when nothing waits."""
        return None if self._position.at is None else self.item(self._position.at)

    @property
    def counts(self) -> Counts:
        """How far the session has come."""
        return Counts(saved=self.saved, passed=len(self._position.passed), left=self._position.left)

    def is_waiting(self, about: Key) -> bool:
        """Whether this waits for the reviewer's answer."""
        return self._position.is_waiting(about)

    def go(self, about: Key) -> Item:
        """Makes this item the current one, whether or not it waits."""
        shown = self.item(about)
        if shown is None:
            raise refuse(f"there is no {about[0]} {about[1]!r} here", "Go to one that is shown.")
        self._position.go(about)
        return shown

    def previous(self) -> Item | None:
        """Steps back over what this session showed; None, and nothing changes, where nothing was shown before."""
        return self.current if self._position.previous(lambda name: self.item(name) is not None) else None

    def next(self) -> Item | None:
        """Goes on to the next item that waits, without answering; the first again after the last."""
        self._position.next()
        return self.current

    def check(self, digest: str) -> None:
        """Raises `Stale` where the current item no longer reads as it was shown; `digest` is that of what was shown."""
        now = self.current
        if now is None or now.digest != digest:
            raise Stale(self._before.get(digest), now)

    def refresh(self, decisions: Iterable[Decision]) -> list[Key]:
        """Takes in what other windows, processes and reviewers have written; gives what it has changed.

        The current item stays, although somebody else may have answered it: a face shows it as it stands now.
        """
        changed: dict[Key, None] = {}
        news = {decision.id: decision for decision in decisions if self.state.ledger.get(decision.id) is None}
        if not news:
            return []
        before = self.current
        for decision in news.values():
            changed.update(dict.fromkeys(self._take_in(decision)))
        # What this session passed is asked again where somebody else has opened it, as by an undo in another window.
        self._position.passed.difference_update(changed)
        self._position.refresh(changed)
        if before is not None:
            now = self.current
            if now is None:
                self._position.advance()
            if now is None or now.digest != before.digest:
                self._before[before.digest] = before
                while len(self._before) > _KEPT:
                    del self._before[next(iter(self._before))]
        elif changed:
            self._position.advance()
        return list(changed)

    def catch_up(self) -> list[Key]:
        """Takes in what stands in the logs by now; gives what has changed. A window that was idle does this."""
        with self._log.turn() as news:
            return self.refresh(news)

    def accept(self, note: str = "") -> Decision:
        """Accept what is proposed; where that has changed since somebody decided, the new proposal."""
        return self._answer(lambda shown: acts.accepting(self, shown, note))

    def keep(self, note: str = "") -> Decision:
        """Accept the record in force, although something else is proposed now."""
        return self._answer(lambda shown: acts.keeping(self, shown, note))

    def reject(self, note: str = "") -> Decision:
        """Reject what is shown; of what would join two: say that they are two."""
        return self._answer(lambda shown: acts.rejecting(self, shown, note))

    def skip(self, note: str = "") -> Decision:
        """Leave it open, and do not ask again in this session."""
        return self._answer(lambda shown: decide.answer("skip", acts.target_of(self, shown), note))

    def take(self, reviewer: str, note: str = "") -> Decision:
        """Answer as another reviewer did."""
        return self._answer(lambda shown: acts.taking(self, shown, reviewer, note))

    def amend_mention(self, change: Change, note: str = "") -> Decision:
        """Accept the mention with changes."""
        return self._answer(lambda shown: acts.amending(self, shown, change, note))

    def amend_claim(self, change: ClaimChange, note: str = "") -> Decision:
        """Accept the claim with changes."""
        return self._answer(lambda shown: acts.amending_claim(self, shown, change, note))

    def fill(self, typed: Typed, operation: Operation = "=", note: str = "") -> Decision:
        """Accept the claim with a slot filled by selected words (`typed.span`); `+=` adds beside what is there."""
        return self._answer(lambda shown: acts.filling(self, shown, typed, operation, note))

    def recall(self, note: str = "") -> Decision:
        """Decide the mention as its name was decided before; see `memory.recollection`."""
        return self._answer(lambda shown: recalling(self, shown, note))

    def note(self, words: str) -> Decision:
        """Note something about the item; it decides nothing, and the item stays."""
        with self._turn() as shown:
            return self._save([decide.answer("note", acts.target_of(self, _asked(shown)), words)])[0]

    def add_mention(
        self, source: str, span: tuple[int, int], label: str, value: str = "", title: str = "", note: str = ""
    ) -> Decision:
        """Add a mention that nobody proposed; the item that is asked stays."""
        with self._turn():
            return self._save([acts.adding(self, source, span, label, value, title, note)])[0]

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
        with self._turn():
            return self._save([acts.adding_claim(self, source, span, event_type, change, trigger, note)])[0]

    def rank(self, claim: Claim, value_id: str, rank: Rank, note: str = "") -> Decision:
        """Rank a claim's value among its rivals; the item that is asked stays."""
        with self._turn():
            return self._save([decide.rank(claim, value_id, rank, list(self.cited(claim).values()), note)])[0]

    def rank_rivals(
        self, rivals: Sequence[EventValue], chosen: int | None, rank: Rank, note: str = ""
    ) -> list[Decision]:
        """Rank one of an event's rival values, or all of them, in one act; the item that is asked stays."""
        with self._turn():
            made = [
                decide.rank(each.claim, each.value, each.rank, list(self.cited(each.claim).values()), note)
                for each in rankings(self, rivals, chosen, rank)
            ]
            return self._save(made, "rank:" if len(made) > 1 else "")

    def complete(self, source: str, labels: Sequence[Label] = REVIEWED_LABELS) -> Decision:
        """Mark a source as reviewed to the end; refused while one of its mentions waits. What is asked stays."""
        with self._turn():
            return self._save([mark(self.standings_in(source), labels)])[0]

    def incomplete(self, source: str, note: str = "") -> list[Decision]:
        """Take one's own marks back that a source is reviewed to the end, as one act. What is asked stays."""
        with self._turn():
            own = [each for each, where in marks(self.state.ledger) if where == source]
            made = [decide.retract(each, note) for each in own if each.reviewer == self.reviewer.name]
            return self._save(made, "incomplete:" if len(made) > 1 else "")

    def everywhere(
        self, items: Iterable[Item], answer: Everywhere, change: Change = UNCHANGED, note: str = ""
    ) -> list[Decision]:
        """Decide many open mentions as the current one is read, in one act that is saved and undone as one.

        `accept` and `amend` give all of them the label and value of the current item, with what `change` says:
        those that are proposed so are accepted, the others amended. Refused where one is not open any more.
        """
        with self._turn() as shown:
            made = alike_acts(self, _asked(shown), list(items), answer, change, note)
            return self._answered(self._save(made, "everywhere:"))

    def accept_sure(self, offered: Sure, note: str = "") -> list[Decision]:
        """Accept what is surely right on a page, in one act; refused until its sample is answered.

        The note of the first of them keeps what the sample came to.
        """
        with self._turn():
            items = checked(self, offered)
            first = f"{offered.note}. {note}".rstrip(". ")
            made = [acts.accepting(self, each, first if at == 0 else "") for at, each in enumerate(items)]
            return self._answered(self._save(made, SURE))

    def accept_page(self, items: Iterable[Item], note: str = "") -> list[Decision]:
        """Accept what is still open on a page that somebody has read, and put right where it was wrong, in one act."""
        with self._turn():
            shown = list(items)
            check_open(self, shown)
            return self._answered(self._save([acts.accepting(self, each, note) for each in shown], "page:"))

    def add_everywhere(
        self, places: Iterable[tuple[str, tuple[int, int]]], label: str, value: str = "", note: str = ""
    ) -> list[Decision]:
        """Add mentions that nobody proposed, at several places (source and span) in one act; see `unmarked`."""
        with self._turn():
            made: list[Act] = []
            for source, span in places:
                made.append(acts.adding(self, source, span, label, value, note=note, beside=made))
            return self._save(made, "everywhere:")

    def settle(self, items: Sequence[Item], act: Callable[[Item], Act]) -> list[Decision]:
        """Rules on items that reviewers answered differently, as one batch; refused where one has changed since."""
        with self._turn():
            for each in items:
                now = self.item(each.key)
                if now is None or now.digest != each.digest:
                    raise Stale(each, now)
            saved = self._save([act(each) for each in items], SETTLING)
        return self._answered(saved)

    def undo(self, note: str = "") -> Decision | None:
        """Take back one's own last act on this device and ask it again; None where there is none.

        Of an act that decided many, all is taken back, as one; `last` holds the lines that say so.
        """
        with self._log.turn() as news:
            self.refresh(news)
            if not self._own:
                return None
            newest = next(reversed(self._own.values()))
            whole = [newest]
            if newest.batch:
                whole = [each for each in self._own.values() if each.batch == newest.batch]
            saved = self._save([decide.retract(each, note) for each in whole], "undo:" if len(whole) > 1 else "")
        about = [name for name in dict.fromkeys(map(key, whole)) if self.item(name) is not None]
        self._position.reopened(about)
        if about:
            self._position.go(about[0])
        elif self.current is None:
            self._position.advance()
        return saved[-1]

    def _answer(self, act: Callable[[Item], Act]) -> Decision:
        """Saves the answer to the current item and goes on to the next."""
        with self._turn() as shown:
            saved = self._save([act(_asked(shown))])[0]
        return self._answered([saved])[0]

    def _answered(self, saved: list[Decision]) -> list[Decision]:
        """Goes on to what waits next."""
        self._position.answered(map(key, saved))
        self._position.advance()
        return saved

    @contextmanager
    def _turn(self) -> Iterator[Item | None]:
        """Keeps other processes away from the log, and gives the current item, which stands as it was shown."""
        before = self.current
        with self._log.turn() as news:
            if news:
                self.refresh(news)
                now = self.current
                if before is not None and (now is None or now.key != before.key or now.digest != before.digest):
                    raise Stale(before, self.item(before.key))
            yield before

    def _save(self, all_acts: Sequence[Act], verb: str = "") -> list[Decision]:
        """The decisions of one act, saved with one fsync and taken in; those of a verb are a batch."""
        if not all_acts:
            raise refuse("there is nothing to decide")
        who = self.reviewer
        at = who.now()
        batch = verb and verb + self._batch(all_acts)
        drafts = [draft(each, who.name, who.device, at, batch) for each in all_acts]
        self.last = self._log.append(drafts)
        self.saved += len(self.last)
        for decision in self.last:
            self._take_in(decision)
        return self.last

    def _batch(self, all_acts: Sequence[Act]) -> str:
        """The name of an act that decides many; the number of decisions known before makes it new each time."""
        about = [name for each in all_acts for name in (each.answer, each.target.id)]
        return content_id("batch", self.reviewer.name, self.reviewer.device, len(self.state.ledger), *about)

    def _take_in(self, decision: Decision) -> list[Key]:
        """Brings all that depends on a decision up to date; gives what has changed."""
        if (decision.reviewer, decision.device) == (self.reviewer.name, self.reviewer.device):
            if decision.answer == "retract":
                self._own.pop(decision.target.id, None)
            else:
                self._own[decision.id] = decision
        changed = self.state.add(decision)
        for name in changed[1:]:
            self._position.passed.discard(name)
        everything = self._taken_in(changed)
        self._position.refresh(everything)
        return everything

    def _at_first(self, queue: Iterable[Key]) -> Iterator[bool]:
        """What `_waits` says of each, most of which nobody has said anything about."""
        is_untouched, untouched_wait = self.state.mentions.is_untouched, self._untouched_wait
        return (untouched_wait if key[0] == "mention" and is_untouched(key[1]) else self._waits(key) for key in queue)

    def _waits(self, name: Key) -> bool:
        kind, about = name
        if kind == "mention" and self.state.mentions.is_untouched(about):
            return self._untouched_wait
        shown = self.state.mentions.get(about) if kind == "mention" else self.item(name)
        return shown is not None and waits(shown, self.wanted, self.reviewer.name, self.state.adjudicators)


def _asked(shown: Item | None) -> Item:
    if shown is None:
        raise refuse("nothing waits for an answer")
    return shown
