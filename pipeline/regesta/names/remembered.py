"""What people of a project decided about a name, and what follows from it for the next time that it is met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from regesta.model.mention import REVIEWED_LABELS, Label
from regesta.names.fold import fold

#: What the memory's word weighs when it is as sure as can be; see `tag.layers.Name`.
MOST = 3.5
#: From this share on, something is what the name has or is in this project.
SHARE = 2 / 3
#: The labels of names: what a date says hangs on where it stands, so none is remembered.
NAMES: tuple[Label, ...] = tuple(label for label in REVIEWED_LABELS if label != "DATE")


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

    @property
    def said(self) -> int:
        """How often people decided about it."""
        return sum(kind.accepted + kind.rejected for kind in self.kinds)

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

    def usual(self) -> Kind | None:
        """The kind of thing that the name mostly was, by SHARE of all that was decided; None where none stands out."""
        return next((kind for kind in self.kinds if kind.accepted and kind.accepted >= SHARE * self.said), None)

    def is_none(self) -> bool:
        """Whether it mostly was no name at all, by SHARE of all that was decided."""
        return sum(kind.rejected for kind in self.kinds) >= SHARE * self.said


def remembered(name: str, accepted: Mapping[Label, Counter[str]], rejected: Mapping[Label, int]) -> Remembered:
    """What is remembered of a name, from its acceptances by label and value, and its rejections by label."""
    nothing: Counter[str] = Counter()
    return Remembered(
        name=name,
        kinds=[
            Kind(
                label=label,
                accepted=accepted.get(label, nothing).total(),
                rejected=rejected.get(label, 0),
                value=usual(accepted.get(label, nothing)),
            )
            for label in NAMES
            if accepted.get(label) or rejected.get(label)
        ],
    )


def usual(values: Counter[str]) -> str:
    """The value that stands out by SHARE of them; empty where none does."""
    if not values:
        return ""
    value, times = max(values.items(), key=lambda item: (item[1], item[0]))
    return value if times >= SHARE * values.total() else ""
