"""A source in stretches that one looks at as a whole: its pages, or paragraphs of about as much; and what waits."""

from __future__ import annotations

from msgspec import Struct

from regesta.model.mention import REVIEWED_LABELS, Mention
from regesta.review.act import refuse
from regesta.review.names_met import OPEN
from regesta.review.parts import PAGE
from regesta.review.queue import Item
from regesta.review.view import View


class Stretch(Struct, frozen=True, kw_only=True):
    """A slice of a source's text, counted from 1; `label` is what the page calls itself."""

    source: str
    n: int
    label: str
    start: int
    end: int


class Progress(Struct, frozen=True, kw_only=True):
    """How many mentions of a stretch wait for a decision, and how many have one."""

    stretch: Stretch
    open: int
    decided: int


def stretches(view: View, source: str) -> list[Stretch]:
    """The pages of a source; of one without pages, pieces of 2,000 code points and the rest of their paragraph."""
    pages = view.project.pages.get(source, [])
    if pages:
        return [Stretch(source=source, n=page.n, label=page.label, start=page.start, end=page.end) for page in pages]
    text = view.text(source)
    found: list[Stretch] = []
    start = 0
    while start < len(text):
        end = text.find("\n\n", start + PAGE)
        end = len(text) if end < 0 else end + 2
        found.append(Stretch(source=source, n=len(found) + 1, label=str(len(found) + 1), start=start, end=end))
        start = end
    return found


def stretch(view: View, source: str, n: int) -> Stretch:
    """The nth stretch of a source, or the page of this number; refused where there is none."""
    found = next((each for each in stretches(view, source) if each.n == n), None)
    if found is None:
        raise refuse(f"{source} has no page {n}")
    return found


def mentions_of(view: View, where: Stretch) -> list[Item]:
    """The mentions that begin in a stretch and that a reviewer is asked about, in the order of the text."""
    return [
        each
        for each in view.mentions_near(where.source, where.start, where.end)
        if isinstance(each.record, Mention)
        if each.record.label in REVIEWED_LABELS and where.start <= each.record.start < where.end
    ]


def progress(view: View, source: str) -> list[Progress]:
    """How far each page of a source has come."""
    found = []
    for where in stretches(view, source):
        items = mentions_of(view, where)
        waiting = sum(each.status in OPEN for each in items)
        found.append(Progress(stretch=where, open=waiting, decided=len(items) - waiting))
    return found
