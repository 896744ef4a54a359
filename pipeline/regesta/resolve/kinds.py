"""Which kinds of events are kinds of another: a massacre is a killing, and one source may call it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Kinds:
    """The types of events, each with the broader one that the settings name."""

    def __init__(self, broader: Mapping[str, str]) -> None:
        self._broader = dict(broader)

    def holds(self, wider: str, narrower: str) -> bool:
        """Whether what is of the narrower type is always of the wider one too; no type holds itself."""
        return wider in list(self._upwards(narrower))[1:]

    def agree(self, one: str, other: str) -> bool:
        """Whether one event can be of both types."""
        return one == other or self.holds(one, other) or self.holds(other, one)

    def widest(self, kind: str) -> str:
        """The last type upwards: those that agree share it."""
        *_, last = self._upwards(kind)
        return last

    def _upwards(self, kind: str) -> Iterator[str]:
        seen = {kind}
        yield kind
        while (kind := self._broader.get(kind, "")) and kind not in seen:
            seen.add(kind)
            yield kind
