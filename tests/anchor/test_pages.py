"""Offsets lead back to pages."""

from __future__ import annotations

import pytest

from regesta.anchor.pages import page_at
from regesta.model.source import Apart, Page

PAGES = [
    Page(n=1, label="i", start=0, end=100, width=595, height=842, apart=[Apart(kind="note", start=200, end=220)]),
    Page(n=2, label="ii", start=101, end=101, width=595, height=842),
    Page(n=3, label="1", start=101, end=180, width=595, height=842),
]


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (99, 1), (100, 1), (101, 3), (179, 3), (210, 1)])
def test_body_and_note_stand_on_their_page(offset: int, page: int) -> None:
    assert page_at(PAGES, offset) == page


def test_a_source_without_pages_has_none() -> None:
    assert page_at([], 10) is None
