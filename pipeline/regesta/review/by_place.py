"""Mentions by where they stand, so that those around a span are found without looking at a whole source."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.mention import Mention
from regesta.review.proposals import Proposals

#: Code points of a text that are filed together.
_STRETCH = 1024


class ByPlace:
    """The ids of mentions by source and stretch of text: where they were filed, else where they are proposed."""

    def __init__(self, proposals: Proposals | None = None) -> None:
        self._proposals = proposals
        self._ids: dict[tuple[str, int], dict[str, None]] = {}
        self._filed: dict[str, tuple[str, int, int]] = {}

    def file(self, name: str, mention: Mention | None) -> None:
        """Files a mention where it stands now; None where it is not there any more."""
        place = None if mention is None else (mention.source, mention.start // _STRETCH, mention.end // _STRETCH)
        before = self._filed.get(name)
        if before == place or (before is None and mention is not None and self._is_proposed_there(mention)):
            return
        if before is not None:
            for stretch in range(before[1], before[2] + 1):
                self._ids[before[0], stretch].pop(name, None)
            del self._filed[name]
        if place is not None:
            for stretch in range(place[1], place[2] + 1):
                self._ids.setdefault((place[0], stretch), {})[name] = None
            self._filed[name] = place

    def _is_proposed_there(self, mention: Mention) -> bool:
        proposals = self._proposals
        return proposals is not None and proposals.stands(mention.id, mention.source, mention.start, mention.end)

    def near(self, source: str, start: int, end: int) -> Iterator[str]:
        """The ids of all mentions that touch the span, with some that stand near it; each once."""
        stretches = range(start // _STRETCH, end // _STRETCH + 1)
        yield from dict.fromkeys(name for each in stretches for name in self._ids.get((source, each), ()))
        proposed = self._proposals.near(source, start, end) if self._proposals is not None else ()
        yield from (name for name in proposed if name not in self._filed)
