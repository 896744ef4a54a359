"""An assignment: a source, or a part of one, that named people are to review; a line of `annotations/assignments/`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import msgspec
from msgspec import Meta

from regesta.model.folder_name import folder_name
from regesta.model.mention import Mention, Offset
from regesta.model.record import Record

PageNumber = Annotated[int, Meta(ge=1)]
Place = tuple[str, tuple[int, int] | None, int | None, int | None]


class Assignment(Record, frozen=True, kw_only=True):
    """Who reviews what. People may edit it: a line that is taken away frees its source."""

    source: str
    reviewers: Annotated[list[str], Meta(min_length=1, description="Several: each reviews it without seeing the rest")]
    pages: Annotated[
        tuple[PageNumber, PageNumber] | None,
        Meta(description="First and last page, by number in the file; none: all of the source, or start and end"),
    ] = None
    start: Annotated[Offset | None, Meta(description="Where there are no pages: the part from here")] = None
    end: Annotated[Offset | None, Meta(description="… to here")] = None
    instead_of: Annotated[str, Meta(description="Who had it before, and leaves it to these")] = ""

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None) or (self.pages is not None and self.start is not None):
            raise ValueError("a part of a source is given by pages, or by both start and end")

    @property
    def place(self) -> Place:
        """What is assigned, whoever has it."""
        return self.source, self.pages, self.start, self.end

    @property
    def part(self) -> str:
        """Which part of the source, in words; empty for all of it."""
        if self.pages is not None:
            first, last = self.pages
            return f"page {first}" if first == last else f"pages {first}–{last}"
        return "" if self.start is None else f"characters {self.start}–{self.end}"

    def holds(self, mention: Mention) -> bool:
        """Whether a mention stands in the part that is assigned."""
        return mention.source == self.source and self.covers(mention.page, mention.start)

    def covers(self, page: int | None, start: int) -> bool:
        """Whether a place of the source, by its page and by its offset in code points, is in the part."""
        if self.pages is not None:
            return page is not None and self.pages[0] <= page <= self.pages[1]
        return self.start is None or self.end is None or self.start <= start < self.end


def standing(lines: Iterable[Assignment]) -> list[Assignment]:
    """The assignments as they stand, one a place: with all who have it, without those who have left it.

    It does not matter in which order the lines are read, so that files of several people can be put together.
    """
    known = list(lines)
    left = {(each.place, folder_name(each.instead_of)) for each in known if each.instead_of}
    first: dict[Place, Assignment] = {}
    names: dict[Place, dict[str, str]] = {}
    for each in known:
        first.setdefault(each.place, each)
        here = names.setdefault(each.place, {})
        for name in each.reviewers:
            if (each.place, folder_name(name)) not in left:
                here.setdefault(folder_name(name), name)
    return [
        msgspec.structs.replace(each, reviewers=list(names[place].values()), instead_of="")
        for place, each in first.items()
        if names[place]
    ]
