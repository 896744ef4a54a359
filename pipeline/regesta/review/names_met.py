"""Mentions by the name that they bear: which wait, and what was decided about the name. Kept up with each decision."""

from __future__ import annotations

from collections import Counter, defaultdict

from msgspec import Struct

from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.model.reviewed import Standing, Status
from regesta.names.fold import fold
from regesta.names.remembered import Remembered, remembered
from regesta.review.proposals import Proposals

OPEN: tuple[Status, ...] = ("open", "skipped")


class Tally(Struct):
    """What was decided about a name: acceptances by label, value and title; rejections by label; and by whom."""

    accepted: Counter[tuple[Label, str, str]]
    rejected: Counter[Label]
    by: Counter[str]


class NamesMet:
    """The mentions of names and dates by their folded name. Filing one costs the same however many there are."""

    def __init__(self, proposals: Proposals) -> None:
        """`proposals` are open until they are filed otherwise."""
        self._proposals = proposals
        self._proposed = proposals.by_words(fold, REVIEWED_LABELS)
        self._touched: set[str] = set()
        self._open: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._decided: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._tallies: dict[str, Tally] = {}
        self._filed: dict[str, tuple[str, Standing[Mention]]] = {}

    def file(self, name: str, standing: Standing[Mention] | None) -> None:
        """Files a mention as it stands now; None where it is not there any more."""
        self._touched.add(name)
        before = self._filed.pop(name, None)
        if before is not None:
            self._count(*before, -1)
            (self._open if before[1].status in OPEN else self._decided)[before[0]].pop(name, None)
        if standing is None or standing.record.label not in REVIEWED_LABELS:
            return
        key = fold(standing.record.exact)
        if key:
            self._filed[name] = key, standing
            self._count(key, standing, 1)
            (self._open if standing.status in OPEN else self._decided)[key][name] = None

    def open(self, key: str) -> list[str]:
        """The ids of the mentions of a name that nobody has decided."""
        proposed = map(self._proposals.named, self._proposed.get(key, ()))
        return [*(name for name in proposed if name not in self._touched), *self._open.get(key, ())]

    def decided(self, key: str) -> list[str]:
        """The ids of the mentions of a name that somebody has decided, as whatever."""
        return list(self._decided.get(key, ()))

    def tally(self, key: str) -> Tally | None:
        """What was decided about a name; None where nothing was."""
        return self._tallies.get(key)

    def remembered(self, key: str) -> Remembered | None:
        """What is remembered of a name, by the rule that the tagger has as well."""
        tally = self._tallies.get(key)
        if tally is None:
            return None
        accepted: defaultdict[Label, Counter[str]] = defaultdict(Counter)
        for (label, value, _), times in tally.accepted.items():
            accepted[label][value] += times
        return remembered(key, accepted, tally.rejected)

    def _count(self, key: str, standing: Standing[Mention], by: int) -> None:
        record = standing.record
        if standing.status not in ("accepted", "rejected") or record.label == "DATE":
            return
        tally = self._tallies.setdefault(key, Tally(Counter(), Counter(), Counter()))
        if standing.status == "accepted":
            _add(tally.accepted, (record.label, record.value, record.title), by)
        else:
            _add(tally.rejected, record.label, by)
        for reviewer in standing.reviewers:
            _add(tally.by, reviewer, by)
        if not tally.accepted and not tally.rejected:
            del self._tallies[key]


def _add(counter: Counter, what: object, by: int) -> None:  # type: ignore[type-arg]
    counter[what] += by
    if not counter[what]:
        del counter[what]
