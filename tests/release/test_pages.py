"""Boxes found by offset are the boxes that a look at every page finds."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.anchor.boxes import boxes
from regesta.model.source import Apart, PageLayout, Word
from regesta.release.pages import Pages


def pages_with_notes() -> list[PageLayout]:
    """Six pages of forty code points, one of them empty, with their notes behind all bodies; one word is broken."""
    made = []
    for n in range(1, 7):
        start = 40 * (n - 1)
        length = 0 if n == 3 else 40
        note = 240 + 20 * (n - 1)
        words = [
            Word(at, at + 4, float(at), 10.0 * n, at + 4.0, 10.0 * n + 8) for at in range(start, start + length, 5)
        ]
        words += [Word(at, at + 3, float(at), 800.0, at + 3.0, 808.0) for at in range(note, note + 20, 5)]
        made.append(
            PageLayout(
                n=n,
                label=str(n),
                start=start,
                end=start + length,
                width=600,
                height=850,
                apart=[Apart(kind="note", start=note, end=note + 20)],
                words=words,
            )
        )
    return made


@settings(max_examples=200)
@given(start=st.integers(0, 365), length=st.integers(1, 120))
def test_the_same_boxes(start: int, length: int) -> None:
    layout = pages_with_notes()
    assert Pages(layout, layout).boxes(start, start + length) == boxes(layout, start, start + length)


def test_a_source_without_pages_has_no_boxes_and_no_label(world: Any) -> None:
    pages = Pages(world.sources["lind1991"].pages, [])
    assert (pages.boxes(0, 10), pages.label(None), pages.label(3)) == ([], "", "")
