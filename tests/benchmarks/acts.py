"""How many acts a review takes: `python tests/benchmarks/acts.py [dev|seed]`.

A simulated reviewer who knows the gold works through the EHRI dev documents and the seed article page by page, as one
could at the screen, on the session that all faces have. Each decision is an act; an amendment is one for each thing
that is changed; a batch is one, and one more for each line of its preview that is taken out of it; each mention that
was missed and is added is one, too. A page is accepted as a whole only after all that is wrong on it was put right. At
the end the accepted mentions must be those of the gold; what is left of error is printed. Then the same with each help
switched off, and with none: an act for each proposal and each correction, as in other tools.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import msgspec
from ehri_gold import GoldText, Span, ehri, proposals, seed

from regesta.model.chain import identified
from regesta.model.decision import Decision
from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.names.authority import Authority
from regesta.names.remembered import Remembered
from regesta.review.decide import Change
from regesta.review.everywhere import Everywhere, alike, unmarked
from regesta.review.memory import recollection
from regesta.review.names_met import OPEN, NamesMet
from regesta.review.queue import Item, Wanted
from regesta.review.session import Project, Reviewer, Session
from regesta.review.state import State
from regesta.review.stretches import Stretch, mentions_of, stretches
from regesta.review.sure import sure

HELPS = ("everywhere", "memory", "sure", "page")


class Forgetful(NamesMet):
    """Names of which nothing is remembered."""

    def remembered(self, key: str) -> Remembered | None:
        """Nothing."""
        return None


class Simulated:
    """A reviewer who knows the gold, and counts what it takes to say so."""

    def __init__(self, texts: Sequence[GoldText], found: dict[str, list[Mention]], helps: Sequence[str]) -> None:
        self.texts = {each.source: each for each in texts}
        self.helps = helps
        self.acts = 0
        self.by_kind: dict[str, int] = {}
        mentions = [mention for each in texts for mention in found[each.source]]
        state = State([], mentions, [], {each.source: each.text for each in texts}, [])
        lines: list[Decision] = []

        def append(draft: Decision) -> Decision:
            lines.append(identified(msgspec.structs.replace(draft, seq=len(lines) + 1, clock=len(lines) + 1)))
            return lines[-1]

        who = Reviewer(name="simulated", device="benchmark", now=lambda: "2026-01-01T00:00:00Z")
        self.session = Session(state, [], append, who, Project(authority=Authority()), Wanted())
        if "memory" not in helps:
            self.session._names = Forgetful()
            for name, standing in state.mentions.items():
                self.session._names.file(name, standing)

    def review(self) -> None:
        """Works through all sources, page by page: first what is wrong or missing, then what is right."""
        for source in self.texts:
            for page in stretches(self.session, source):
                self._correct(page)
                self._add_missed(page)
                self._confirm(page)

    def left(self) -> int:
        """How many mentions are accepted and not in the gold, in the gold and not accepted, or still open."""
        errors = 0
        for source, text in self.texts.items():
            held: set[Span | None] = set()
            for standing in self.session.state.mentions.values():
                if standing.record.source == source:
                    errors += standing.status in OPEN
                    if standing.status == "accepted" and text.counts(standing.record):
                        held.add(text.said(standing.record))
            errors += len(held ^ text.gold)
        return errors

    def _count(self, kind: str, acts: int = 1) -> None:
        self.acts += acts
        self.by_kind[kind] = self.by_kind.get(kind, 0) + acts

    def _is_right(self, each: Item) -> bool:
        """Whether accepting it as it stands says what the gold says, or nothing that counts."""
        record = each.record
        text = self.texts[record.source] if isinstance(record, Mention) else None
        return text is not None and (not text.counts(record) or text.is_right(record))

    def _waiting(self, page: Stretch, right: bool) -> list[Item]:
        items = mentions_of(self.session, page)
        return [each for each in items if each.status in OPEN and self._is_right(each) == right]

    def _meant(self, each: Item) -> Span | None:
        """What the gold has in the place of a wrong mention, unless another mention says so already."""
        record = each.record
        assert isinstance(record, Mention)
        text = self.texts[record.source]
        there = self.session.mentions_near(record.source, *_wide(text, record))
        said = {text.said(other.record) for other in there if other.id != each.id and other.status != "rejected"}
        return next((span for span in text.over(record) if span not in said), None)

    def _correct(self, page: Stretch) -> None:
        while wrong := self._waiting(page, right=False):
            each = wrong[0]
            meant = self._meant(each)
            self.session.go(each.key)
            if self._recall(each, meant):
                continue
            if meant is None:
                self._everywhere(each, "reject", Change(), lambda other: self._is_spurious(other))
            elif meant[:2] == self.texts[page.source].said(each.record)[:2]:
                label = Change(label=meant[2])
                self._everywhere(each, "amend", label, lambda other, label=meant[2]: self._is_a(other, label))
            else:
                relabelled = meant[2] != each.record.label
                self.session.amend_mention(Change(span=meant[:2], label=meant[2] if relabelled else None))
                self._count("amend", 1 + relabelled)

    def _recall(self, each: Item, meant: Span | None) -> bool:
        """Takes what is remembered of a name, where that is right."""
        found = recollection(self.session, each)
        if found is None or found.answer == "accept":
            return False
        here = self.texts[each.record.source].said(each.record)
        right = meant is None if found.answer == "reject" else meant == (*here[:2], found.label)
        if right:
            self.session.recall()
            self._count("recall")
        return right

    def _is_spurious(self, each: Item) -> bool:
        return not self._is_right(each) and self._meant(each) is None

    def _is_a(self, each: Item, label: str) -> bool:
        record = each.record
        assert isinstance(record, Mention)
        said = self.texts[record.source].said(msgspec.structs.replace(record, label=label))
        return said in self.texts[record.source].gold

    def _everywhere(self, each: Item, answer: Everywhere, change: Change, right: Callable[[Item], bool]) -> None:
        """Answers it here, or everywhere where that saves acts."""
        items = alike(self.session, each, "all", answer) if "everywhere" in self.helps else [each]
        good = [other for other in items if right(other)]
        out = len(items) - len(good)
        if len(good) > 1 + out:
            self.session.everywhere(good, answer, change)
            self._count(f"{answer} everywhere", 1 + out)
        else:
            single = {"accept": self.session.accept, "reject": self.session.reject}
            single[answer]() if answer in single else self.session.amend_mention(change)
            self._count(answer)

    def _add_missed(self, page: Stretch) -> None:
        text = self.texts[page.source]
        there = [
            text.said(each.record)
            for each in self.session.mentions_near(page.source, *page.spans[0])
            if each.status != "rejected"
        ]
        for start, end, label in sorted(text.gold - set(there)):
            if page.spans[0][0] <= start < page.spans[0][1] and (start, end, label) not in self._held(page, start, end):
                self._add((start, end, label), text)

    def _held(self, page: Stretch, start: int, end: int) -> set[Span | None]:
        text = self.texts[page.source]
        near = self.session.mentions_near(page.source, max(0, start - 9), end + 9)
        return {text.said(each.record) for each in near if each.status != "rejected"}

    def _add(self, span: Span, text: GoldText) -> None:
        start, end, label = span
        lines = []
        if "everywhere" in self.helps:
            lines = unmarked(self.session, text.text[start:end], _label(label), list(self.texts))
        good = [each for each in lines if (each.start, each.end, label) in self.texts[each.source].gold]
        out = len(lines) - len(good)
        if len(good) > 1 + out:
            self.session.add_everywhere([(each.source, (each.start, each.end)) for each in good], label)
            self._count("add everywhere", 1 + out)
        else:
            self.session.add_mention(text.source, (start, end), label)
            self._count("add")

    def _confirm(self, page: Stretch) -> None:
        """All that is open on the page is right now: accepts it, in as few acts as the session allows."""
        rest = self._waiting(page, right=True)
        if "page" in self.helps and len(rest) > 1:
            self.session.accept_page(rest)
            self._count("page")
            return
        surely = self._surely(page)
        for each in rest:
            now = self.session.mention(each.id)
            if each.id not in surely and now is not None and now.status in OPEN:
                self.session.go(each.key)
                self._everywhere(each, "accept", Change(), lambda other, like=each: self._is_like(other, like))
                surely = self._surely(page)
        if "sure" in self.helps:
            for each in sure(self.session, page.source, page.n).sample:
                self.session.go(each.key)
                self.session.accept()
                self._count("sample")
            offered = sure(self.session, page.source, page.n)
            if offered.is_offered and len(offered.rest) > 1:
                assert all(self._is_right(each) for each in offered.rest)
                self.session.accept_sure(offered)
                self._count("sure")
        for each in self._waiting(page, right=True):
            self.session.go(each.key)
            self.session.accept()
            self._count("accept")

    def _surely(self, page: Stretch) -> set[str]:
        if "sure" not in self.helps:
            return set()
        found = sure(self.session, page.source, page.n)
        return {each.id for each in (*found.sample, *found.rest)}

    def _is_like(self, other: Item, like: Item) -> bool:
        """Whether it is right as the one that is shown is read, which is what accepting everywhere says of it."""
        return self._is_a(other, like.record.label) or (
            self._is_right(other) and other.record.label == like.record.label
        )


def _wide(text: GoldText, record: Mention) -> tuple[int, int]:
    over = text.over(record)
    return min([record.start, *(each[0] for each in over)]), max([record.end, *(each[1] for each in over)])


def _label(label: str) -> Label:
    return next(known for known in REVIEWED_LABELS if known == label)


def run(name: str, texts: Sequence[GoldText], without: tuple[Label, ...] = ()) -> None:
    """Prints the acts on some texts, with all helps and with each switched off."""
    found = proposals(list(texts), without)
    gold = sum(len(each.gold) for each in texts)
    proposed = sum(map(len, found.values()))
    print(f"{name}: {gold} mentions in the gold, {proposed} proposed")
    ways = [("all helps", HELPS)]
    ways += [(f"without {off}", tuple(each for each in HELPS if each != off)) for off in HELPS]
    ways.append(("everywhere, memory, sure", HELPS[:3]))
    for words, helps in [*ways, ("one by one", ())]:
        reviewer = Simulated(texts, found, helps)
        reviewer.review()
        kinds = ", ".join(f"{kind} {acts}" for kind, acts in sorted(reviewer.by_kind.items(), key=lambda row: -row[1]))
        print(f"  {words:28} {reviewer.acts / gold:.3f} acts a mention, {reviewer.left()} errors left  ({kinds})")


def main(arguments: list[str]) -> None:
    """Runs the benchmark on what is asked for, or on both."""
    if not arguments or "seed" in arguments:
        run("seed article", [seed()], without=("ORG",))
    if not arguments or "dev" in arguments:
        run("EHRI dev", ehri("dev"))


if __name__ == "__main__":
    main(sys.argv[1:])
