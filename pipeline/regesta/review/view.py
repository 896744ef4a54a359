"""What a session sees: the items as they stand, their words in context, what a change may reach. Nothing is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct

from regesta.anchor.pages import page_at
from regesta.model.claim import Claim
from regesta.model.event import Join
from regesta.model.mention import Label, Mention
from regesta.model.reviewed import Standing, Status
from regesta.model.same import Same
from regesta.model.source import Page
from regesta.names.authority import Authority
from regesta.review import decide
from regesta.review.anchored import anchored
from regesta.review.by_place import ByPlace
from regesta.review.decide_claim import Known
from regesta.review.excerpt import AROUND, Excerpt, excerpt
from regesta.review.ledger import Key, Pairing, pair_key
from regesta.review.names_met import NamesMet
from regesta.review.queue import Item, Wanted, item
from regesta.review.slots import Reach
from regesta.review.state import State
from regesta.review.support import cites
from regesta.review.sure_rate import SureRate

#: How the name of a batch begins whose mentions nobody looked at one by one.
SURE = "sure:"


class Reviewer(Struct, frozen=True, kw_only=True):
    """Who decides, where, and by which clock; `now` gives the wall time in UTC, for people to read."""

    name: str
    device: str
    now: Callable[[], str]


class Project(Struct, frozen=True, kw_only=True):
    """What a session knows of the project beside its texts."""

    authority: Authority
    event_types: Collection[str] = ()
    pages: Mapping[str, list[Page]] = {}


class View:
    """The state of review as one reviewer looks at it."""

    def __init__(
        self, state: State, joins: Iterable[Pairing], reviewer: Reviewer, project: Project, wanted: Wanted
    ) -> None:
        self.state = state
        self.reviewer = reviewer
        self.project = project
        self.wanted = wanted
        self.joins = {pair_key(proposal): proposal for proposal in joins}
        self._joins_of: dict[str, list[Key]] = {}
        for pair, proposal in self.joins.items():
            for claim in proposal.claims if isinstance(proposal, Join) else ():
                self._joins_of.setdefault(claim, []).append(pair)
        self._names: NamesMet | None = None
        self._rate: SureRate | None = None
        self._by_place = ByPlace(state.mentions.proposals)
        self._claims_by_place = ByPlace()
        for name, standing in state.mentions.touched():
            if not wanted.sources or standing.record.source in wanted.sources:
                self._by_place.file(name, standing.record)
        for name in state.claims:
            self._file_claim(name)

    @property
    def sources(self) -> list[str]:
        """The sources that this session is about."""
        return sorted(self.wanted.sources or self.state.texts)

    def item(self, key: Key) -> Item | None:
        """The item of a key as it stands now; None where there is none."""
        return item(self.state, self.joins, key)

    def mention(self, name: str) -> Item | None:
        """The item of a mention as it stands now."""
        return self.item(("mention", name))

    @property
    def rate(self) -> SureRate:
        """How often proposals of a kind are right; gathered when it is first asked for, and kept up from then on."""
        if self._rate is None:
            self._rate = SureRate()
            for name, standing in self.state.mentions.touched():
                self._rate.file(name, standing, seen=self._was_seen(standing))
        return self._rate

    def _was_seen(self, standing: Standing[Mention]) -> bool:
        """Whether a person looked at it by itself: what was accepted as surely right was not."""
        decisions = (self.state.ledger.get(each) for each in standing.decisions)
        return any(each is not None and not each.batch.startswith(SURE) for each in decisions)

    @property
    def names(self) -> NamesMet:
        """The mentions by their names; gathered when it is first asked for, and kept up from then on."""
        if self._names is None:
            self._names = NamesMet(self.state.mentions.proposals)
            for name, standing in self.state.mentions.touched():
                self._names.file(name, standing)
        return self._names

    def text(self, source: str) -> str:
        """The text of a source; empty where it is not held."""
        return self.state.texts.get(source, "")

    def excerpt(self, shown: Item) -> Excerpt | None:
        """The words that the item is about, in their context; a claim's passage with what it cites marked.

        Of words that were corrected, those that are proposed in their place. None for what stands in two places (a
        join; see `excerpts`), and where the words are gone.
        """
        record = shown.record
        if isinstance(record, Join | Same):
            return None
        text = self.text(record.source)
        if isinstance(record, Mention):
            own = self.excerpt_of(record)
            return own or (self.excerpt_of(shown.proposal) if isinstance(shown.proposal, Mention) else None)
        cited = self.cited(record)
        passage = cited.get(record.passage)
        if passage is None:
            return None
        whole = (passage.start, passage.end)
        inside = [each for each in cited.values() if whole[0] <= each.start and each.end <= whole[1]]
        spans = [(each.start, each.end) for each in inside if each.id != record.passage]
        return excerpt(text, spans, AROUND // 3, whole)

    def excerpt_of(self, mention: Mention) -> Excerpt | None:
        """The words of a mention in their context; None where they do not stand in the text as it is now."""
        text = self.text(mention.source)
        held = text[mention.start : mention.end] == mention.exact
        return excerpt(text, [(mention.start, mention.end)]) if held else None

    def excerpts(self, shown: Item) -> list[tuple[Item | None, Excerpt | None]]:
        """What an item is about, side by side: both claims of a join, the mentions of two names, or the item itself.

        Each with its excerpt.
        """
        if isinstance(shown.record, Same):
            mentions = [mention for side in shown.record.sides for mention in side.mentions]
            return [(self.mention(mention.id), self.excerpt_of(mention)) for mention in mentions]
        if not isinstance(shown.record, Join):
            return [(shown, self.excerpt(shown))]
        sides = [self.item(("claim", name)) for name in shown.record.claims]
        return [(side, self.excerpt(side) if side else None) for side in sides]

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

    def rivals(self, shown: Item) -> dict[str, Mention | Claim | None]:
        """What each reviewer who answered holds to be right; None for one who rejected it."""
        return {} if isinstance(shown.record, Join | Same) else self.state.rivals(shown.key)

    def notes(self, shown: Item) -> list[tuple[str, str]]:
        """What was noted about the item, oldest first: reviewer and words."""
        return [(each.reviewer, each.note) for each in self.state.ledger.history(shown.key) if each.note]

    def mentions_near(self, source: str, start: int, end: int) -> list[Item]:
        """The items of the mentions that touch a span of a source, as they stand now, in the order of the text."""
        found = [item(self.state, self.joins, ("mention", name)) for name in self._by_place.near(source, start, end)]
        touching = [
            (each.record.start, each.record.end, each.id, each)
            for each in found
            if each is not None and isinstance(each.record, Mention)
            if each.record.start < end and start < each.record.end
        ]
        return [each for *_, each in sorted(touching, key=lambda row: row[:3])]

    def standings_in(self, source: str) -> list[Standing[Mention]]:
        """How each mention of a source stands, in the order of the text."""
        found = [self.state.mentions[name] for name in self._by_place.near(source, 0, len(self.text(source)))]
        return sorted(found, key=lambda each: (each.record.start, each.record.end, each.record.id))

    def counted(self, source: str, start: int, end: int, labels: Collection[Label]) -> Counter[Status]:
        """How many mentions with these labels begin in a span of a source, by how they stand; no record is read."""
        found: Counter[Status] = Counter()
        mentions = self.state.mentions
        for name in self._by_place.near(source, start, end):
            standing = mentions.touched_as(name)
            begins, label = (
                mentions.proposals.start(name) if standing is None else (standing.record.start, standing.record.label)
            )
            if label in labels and start <= begins < end:
                found["open" if standing is None else standing.status] += 1
        return found

    def claims_near(self, source: str, start: int, end: int) -> list[Item]:
        """The items of the claims whose passages begin in a span of a source, in the order of the text."""
        found = []
        for name in self._claims_by_place.near(source, start, end):
            shown = self.item(("claim", name))
            passage = self.passage_of(name)
            if shown is not None and passage is not None and start <= passage.start < end:
                found.append((passage.start, passage.end, name, shown))
        return [shown for *_, shown in sorted(found, key=lambda row: row[:3])]

    def passage_of(self, claim_id: str) -> Mention | None:
        """The passage of a claim as it stands now, or as it was when the claim was decided."""
        claim = self.claim(claim_id)
        if claim is None:
            return None
        standing = self.state.mentions.get(claim.passage)
        return standing.record if standing else self.state.seen(claim_id).get(claim.passage)

    def page_of(self, source: str, offset: int) -> int | None:
        """The number of the page on which an offset stands; None where the source has no pages."""
        return page_at(self.project.pages.get(source, ()), offset)

    @property
    def known(self) -> Known:
        """The event types and claims that a change may name."""
        return Known(event_types=self.project.event_types, claims=self.state.claims.keys())

    def reach(self, passage: Mention, claim: Claim | None = None) -> Reach:
        """What typed words can mean in a passage; with what a claim cites, wherever that stands."""
        cited = self.cited(claim) if claim is not None else {}
        found = {name: mention for name, mention in cited.items() if mention.label != "PASSAGE"}
        rejected: set[str] = set()
        for name in [
            *self._by_place.near(passage.source, passage.start, passage.end),
            *(cites(claim) if claim else ()),
        ]:
            standing = self.state.mentions.get(name)
            if standing is None:
                continue
            if standing.status == "rejected":
                rejected.add(name)
            elif standing.record.label != "PASSAGE" and standing.record.source == passage.source:
                found[name] = standing.record
        inside = [each for each in found.values() if passage.start <= each.start and each.end <= passage.end]
        return Reach(
            text=self.text(passage.source),
            passage=passage,
            mentions=sorted(inside, key=lambda each: (each.start, each.end)),
            authority=self.project.authority,
            reviewer=self.reviewer.name,
            taken=self.state.mentions.keys(),
            rejected=rejected,
        )

    def passage(self, source: str, span: tuple[int, int]) -> Mention:
        """The shortest passage that holds the span; the span itself, as a new passage, where none does."""
        text = self.text(source)
        start, end = decide.checked_span(text, *span)
        records = [self.state.mentions[name].record for name in self._by_place.near(source, start, end)]
        around = [each for each in records if each.label == "PASSAGE" and each.start <= start and end <= each.end]
        if around:
            return min(around, key=lambda each: (each.end - each.start, each.start, each.id))
        return decide.new_mention(
            source,
            text,
            (start, end),
            "PASSAGE",
            reviewer=self.reviewer.name,
            page=self.page_of(source, start),
            taken=self.state.mentions.keys(),
        )

    def _taken_in(self, changed: Iterable[Key]) -> list[Key]:
        """Files anew what has changed; gives it with the joins that depend on it."""
        found = dict.fromkeys(changed)
        for kind, name in list(found):
            if kind == "mention":
                standing = self.state.mentions.get(name)
                self._by_place.file(name, standing.record if standing else None)
                if self._names is not None:
                    self._names.file(name, standing)
                if self._rate is not None:
                    self._rate.file(name, standing, seen=standing is not None and self._was_seen(standing))
            elif kind == "claim":
                self._file_claim(name)
                found.update(dict.fromkeys(self._joins_of.get(name, ())))
        return list(found)

    def _file_claim(self, name: str) -> None:
        self._claims_by_place.file(name, self.passage_of(name))
