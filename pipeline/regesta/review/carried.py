"""Decisions about a text that was corrected since: their words at the places where they stand now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec
from msgspec import UNSET, Struct

from regesta.anchor.carry import Carrier, Tier
from regesta.anchor.pages import page_at
from regesta.anchor.selector import context, find
from regesta.model.decision import Amendment, Decision, Target
from regesta.model.digest import digest
from regesta.model.mention import Mention, Part
from regesta.model.source import Page
from regesta.review.amended import amended

#: From the surest to none.
TIERS: tuple[Tier, ...] = ("exact", "moved", "fuzzy", "lost")


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of a mention: the mention at its present place and in its present words, and how sure that is.

    A lost one has the words that it had, and an empty span about where they stood. `untouched` is the stretch of the
    present text about it in which nothing was corrected.
    """

    tier: Tier
    mention: Mention
    untouched: tuple[int, int] | None = None


class Text:
    """A source's present text with its pages, and its former texts, by which what was decided about them is found."""

    def __init__(self, present: str, pages: Sequence[Page], former: Iterable[Carrier]) -> None:
        """`former` carries from each former text to the present one; the newest comes first."""
        self.present = present
        self.pages = pages
        self.former = list(former)

    def outcome(self, mention: Mention) -> Outcome:
        """Where a mention stands now. It counts in the newest text in which its quote stands at its offsets."""
        selector = (mention.start, mention.end, mention.exact, mention.prefix, mention.suffix)
        if _stands(self.present, *selector):
            return Outcome(tier="exact", mention=mention)
        carrier = next((each for each in self.former if _stands(each.old, *selector)), None)
        if carrier is None:
            place = find(self.present, mention.exact, mention.prefix, mention.suffix)
            if place is None:
                return Outcome(tier="lost", mention=nowhere(mention, mention.start))
            return Outcome(tier="exact", mention=self._at(mention, place, None))
        carried = carrier.carry(mention.start, mention.end)
        if carried.tier == "lost":
            return Outcome(tier="lost", mention=nowhere(mention, carried.start))
        runs = carrier.alignment.within(mention.start, mention.end)
        untouched = (runs[0].new, runs[-1].new_end) if len(runs) == 1 else None
        now = self._at(mention, (carried.start, carried.end), carrier)
        return Outcome(tier=carried.tier, mention=now, untouched=untouched)

    def _at(self, mention: Mention, place: tuple[int, int], carrier: Carrier | None) -> Mention:
        start, end = place
        prefix, suffix = context(self.present, start, end)
        return msgspec.structs.replace(
            mention,
            start=start,
            end=end,
            exact=self.present[start:end],
            prefix=prefix,
            suffix=suffix,
            page=page_at(self.pages, start),
            parts=[part for part in (_part(part, mention.start, place, carrier) for part in mention.parts) if part],
        )


class Carrying:
    """Carries decisions over to the present texts of their sources; what is fuzzy or lost stands nowhere.

    Logs are never edited: this is how a decision reads today.
    """

    def __init__(self, texts: dict[str, Text], decisions: Sequence[Decision]) -> None:
        self.texts = texts
        self.decisions = decisions

    @cached_property
    def _digests(self) -> dict[str, str]:
        """The digest of each mention that some decision carries, with the one that it has at its present place."""
        found = {}
        for decision in self.decisions:
            mention = decision.target.mention
            if mention is not None and mention.source in self.texts:
                found[digest(mention)] = digest(self._today(mention))
        return found

    def carried(self) -> list[Decision]:
        """All decisions, those about corrected texts as they read today."""
        return [self._decision(decision) if self._touches(decision.target) else decision for decision in self.decisions]

    def _touches(self, target: Target) -> bool:
        return any(mention.source in self.texts for mention in mentions_of(target))

    def _decision(self, decision: Decision) -> Decision:
        target = decision.target
        made = msgspec.structs.replace(
            target,
            mention=target.mention and self._today(target.mention),
            cited=[self._today(mention) for mention in target.cited],
            digest=self._digests.get(target.digest, target.digest),
        )
        return msgspec.structs.replace(decision, target=made, set=self._amendment(target.mention, decision.set))

    def _amendment(self, mention: Mention | None, change: Amendment) -> Amendment:
        if mention is None or change.exact is UNSET:
            return change
        now = self._today(amended(mention, change))
        return msgspec.structs.replace(
            change, start=now.start, end=now.end, exact=now.exact, prefix=now.prefix, suffix=now.suffix
        )

    def _today(self, mention: Mention) -> Mention:
        text = self.texts.get(mention.source)
        found = text.outcome(mention) if text else None
        if found is None or found.tier in ("exact", "moved"):
            return found.mention if found else mention
        return nowhere(mention, found.mention.start)


def nowhere(mention: Mention, about: int) -> Mention:
    """The mention with an empty span: its words must not be taken for others that read alike."""
    return msgspec.structs.replace(mention, start=about, end=about, parts=[])


def mentions_of(target: Target) -> list[Mention]:
    """The mentions that the target of a decision holds: what it is about, and what its claim cites."""
    return [*([target.mention] if target.mention else []), *target.cited]


def _stands(text: str, start: int, end: int, exact: str, prefix: str, suffix: str) -> bool:
    return text[start:end] == exact and context(text, start, end) == (prefix, suffix)


def _part(part: Part, start: int, place: tuple[int, int], carrier: Carrier | None) -> Part | None:
    """One end of a range at its present place; None where its words were torn apart."""
    if carrier is None:
        return Part(start=part.start - start + place[0], end=part.end - start + place[0], value=part.value)
    first, last = carrier.offset(part.start), carrier.offset(part.end - 1)
    if first is None or last is None or not place[0] <= first <= last < place[1]:
        return None
    return Part(start=first, end=last + 1, value=part.value)
