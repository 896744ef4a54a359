"""A source in stretches that one looks at as a whole: its pages, or paragraphs of about as much; and what waits."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.model.reviewed import Status
from regesta.model.source import Page
from regesta.review.act import refuse
from regesta.review.names_met import OPEN
from regesta.review.queue import Item
from regesta.review.view import View

#: Code points that one reads at a time where a source has no pages: a thousand words, two or three screens.
PIECE = 6000

#: Behind what a piece may end, the best first.
_CUTS = ("\n\n", ".\n", ". ", "\n", " ")


class Stretch(Struct, frozen=True, kw_only=True):
    """A part of a source's text, counted from 1; `label` is what the page calls itself.

    `spans` are its slices of the text: its body, then what stands apart on the page, such as notes.
    """

    source: str
    n: int
    label: str
    spans: tuple[tuple[int, int], ...]


class Progress(Struct, frozen=True, kw_only=True):
    """How many mentions of a stretch wait for a decision, and how many have one."""

    stretch: Stretch
    open: int
    decided: int


def stretches(view: View, source: str) -> list[Stretch]:
    """The pages of a source; of one without pages, pieces of 6,000 code points and the rest of their paragraph.

    A paragraph that goes on for as much again is cut behind a sentence, else behind a line or a word.
    """
    pages = view.project.pages.get(source, [])
    if pages:
        return [_of_page(source, page) for page in pages]
    text = view.text(source)
    found: list[Stretch] = []
    start = 0
    while start < len(text):
        end = _end(text, start)
        found.append(Stretch(source=source, n=len(found) + 1, label=str(len(found) + 1), spans=((start, end),)))
        start = end
    return found


def _end(text: str, start: int) -> int:
    """Where a piece that begins at an offset ends."""
    least, most = start + PIECE, start + 2 * PIECE
    for sign in _CUTS if most < len(text) else _CUTS[:1]:
        at = text.find(sign, least, most)
        if at >= 0:
            return at + len(sign)
    return min(most, len(text))


def stretch(view: View, source: str, n: int) -> Stretch:
    """The nth stretch of a source, or the page of this number; refused where there is none."""
    found = next((each for each in stretches(view, source) if each.n == n), None)
    if found is None:
        raise refuse(f"{source} has no page {n}")
    return found


def mentions_of(view: View, where: Stretch) -> list[Item]:
    """The mentions that begin in a stretch and that a reviewer is asked about, in the order of the text."""
    labels = _asked(view)
    return [
        each
        for start, end in where.spans
        for each in view.mentions_near(where.source, start, end)
        if isinstance(each.record, Mention) and each.record.label in labels and start <= each.record.start < end
    ]


def _of_page(source: str, page: Page) -> Stretch:
    apart = ((each.start, each.end) for each in page.apart)
    return Stretch(source=source, n=page.n, label=page.label, spans=((page.start, page.end), *apart))


def progress(view: View, source: str) -> list[Progress]:
    """How far each page of a source has come."""
    found = []
    for where in stretches(view, source):
        stand = sum((view.counted(source, *span, _asked(view)) for span in where.spans), Counter[Status]())
        waiting = sum(stand[status] for status in OPEN)
        found.append(Progress(stretch=where, open=waiting, decided=stand.total() - waiting))
    return found


def _asked(view: View) -> tuple[Label, ...]:
    return view.wanted.labels or REVIEWED_LABELS
