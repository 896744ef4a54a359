"""The standing of each mention. Of one that nobody has said anything about it is made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Collection, ItemsView, Iterator, Mapping

from regesta.model.mention import Label, Mention
from regesta.model.reviewed import Standing
from regesta.review.proposals import Proposals


class Standings(Mapping[str, Standing[Mention]]):
    """Standings by the id of their mention: of all that is proposed, and of what people added or hold on to."""

    def __init__(self, proposals: Proposals) -> None:
        self.proposals = proposals
        self._proposed = proposals.numbers
        self._touched: dict[str, Standing[Mention]] = {}

    def put(self, name: str, standing: Standing[Mention] | None) -> None:
        """Keeps how a mention stands that somebody has said something about; None: only as a proposal, if at all."""
        if standing is None:
            self._touched.pop(name, None)
        else:
            self._touched[name] = standing

    def untouched(self, source: str, labels: Collection[Label]) -> Iterator[tuple[int, int, str]]:
        """Start, end and id of each mention with these labels that is proposed in a source and only that."""
        places = self.proposals.places(source)
        return (
            (start, end, name) for start, end, name, label in places if label in labels and name not in self._touched
        )

    def touched(self) -> ItemsView[str, Standing[Mention]]:
        """Those that somebody has said something about."""
        return self._touched.items()

    def touched_as(self, name: str) -> Standing[Mention] | None:
        """How a mention stands that somebody has said something about; None for any other."""
        return self._touched.get(name)

    def is_untouched(self, name: str) -> bool:
        """Whether it is proposed, and nobody has said anything about it."""
        return name not in self._touched and name in self._proposed

    def __getitem__(self, name: str) -> Standing[Mention]:
        made = self._touched.get(name)
        if made is not None:
            return made
        proposal = self.proposals[name]
        return Standing(record=proposal, status="open", proposal=proposal)

    def __contains__(self, name: object) -> bool:
        return name in self._touched or name in self.proposals

    def __iter__(self) -> Iterator[str]:
        yield from self.proposals
        yield from (name for name in self._touched if name not in self.proposals)

    def __len__(self) -> int:
        return len(self.proposals) + sum(name not in self.proposals for name in self._touched)
