"""What reviewers of this project decided about a name, wherever it stood: evidence for the next time it is met."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.model.reviewed import Standing
from regesta.names.fold import fold

#: What the memory's word weighs when it is as sure as can be; see `layers.Name`.
MOST = 3.5
#: From this share of the acceptances on, a value is the one that the name has in this project.
SHARE = 2 / 3
_WORD = re.compile(r"[^\W_]+")
_NAMES: tuple[Label, ...] = tuple(label for label in REVIEWED_LABELS if label != "DATE")


class Kind(Struct, frozen=True, kw_only=True):
    """What was decided about a name as one kind of thing: how often it was one, how often not, and which it was."""

    label: Label
    accepted: int = 0
    rejected: int = 0
    value: str = ""


class Remembered(Struct, frozen=True, kw_only=True):
    """A name as it was decided about, with its kinds in the order of the labels."""

    name: str
    kinds: list[Kind]

    @property
    def key(self) -> str:
        """The key under which its spellings agree."""
        return fold(self.name)

    def weight(self, label: Label) -> float:
        """How much the decisions speak for a label, -MOST to MOST; one acceptance gives half of that.

        What it was accepted as otherwise speaks against: a name that was a town three times and a man three times
        weighs nothing either way, and the words beside it decide.
        """
        mine = next((kind for kind in self.kinds if kind.label == label), Kind(label=label))
        others = sum(kind.accepted for kind in self.kinds if kind.label != label)
        said = mine.accepted + mine.rejected + others
        return MOST * (mine.accepted - mine.rejected - others) / (said + 1)

    def value(self, label: Label) -> str:
        """The value that the name mostly had as this kind of thing; empty where none stands out."""
        return next((kind.value for kind in self.kinds if kind.label == label), "")


def remembered(standings: Iterable[Standing[Mention]]) -> list[Remembered]:
    """The memory of what was accepted (as amended) and rejected, sorted by key; nothing that is disagreed about."""
    accepted: dict[str, dict[Label, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    rejected: dict[str, Counter[Label]] = defaultdict(Counter)
    written: dict[str, str] = {}
    for standing in standings:
        record = standing.record
        name = " ".join(record.exact.split())
        key = fold(name)
        if record.label not in _NAMES or standing.status not in ("accepted", "rejected") or not key:
            continue
        # Of several spellings the first in the order of the alphabet stands for all: the key is what counts.
        written[key] = min(name, written.get(key, name))
        if standing.status == "accepted":
            accepted[key][record.label][record.value] += 1
        else:
            rejected[key][record.label] += 1
    return [
        Remembered(
            name=written[key],
            kinds=[
                Kind(
                    label=label,
                    accepted=accepted[key][label].total(),
                    rejected=rejected[key][label],
                    value=_usual(accepted[key][label]),
                )
                for label in _NAMES
                if accepted[key][label] or rejected[key][label]
            ],
        )
        for key in sorted(written)
    ]


def _usual(values: Counter[str]) -> str:
    if not values:
        return ""
    value, times = max(values.items(), key=lambda item: (item[1], item[0]))
    return value if times >= SHARE * values.total() else ""


def words_in(text: str) -> frozenset[str]:
    """The folded words of a text, by which it is told whether a remembered name can stand in it."""
    return frozenset(fold(word) for word in {*_WORD.findall(text), *text.split()})


def reaches(entry: Remembered, words: frozenset[str]) -> bool:
    """Whether a remembered name can stand in a text of these words: its first word does."""
    first = entry.name.split(maxsplit=1)[0]
    return fold(first) in words or any(fold(word) in words for word in _WORD.findall(first)[:1])
