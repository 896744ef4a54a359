"""Pages, words and boxes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from regesta.model.codec import decode, encode
from regesta.model.source import PageLayout, Word


def edit_page(given: Any, number: int, change: Callable[[PageLayout], PageLayout]) -> None:
    """One page of nowak1987 changed, and nothing else."""
    files = given.corpus["nowak1987"]
    pages = [decode(line, PageLayout) for line in files.layout.splitlines()]
    pages[number - 1] = change(pages[number - 1])
    data = b"".join(encode(page) + b"\n" for page in pages)
    given.corpus["nowak1987"] = msgspec.structs.replace(files, layout=data)


def whats(given: Any) -> set[str]:
    return {f.what for f in given.verify() if f.path == "corpus/nowak1987/layout.jsonl" and f.code == "verify.layout"}


def replaced_word(page: PageLayout, **changes: Any) -> PageLayout:
    first, *rest = page.words
    made = Word(**{name: getattr(first, name) for name in first.__struct_fields__} | changes)
    return msgspec.structs.replace(page, words=[made, *rest])


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"x0": 900.0, "x1": 950.0}, "the box of a word does not lie on the page"),
        ({"top": -300.0, "bottom": -280.0}, "the box of a word does not lie on the page"),
        ({"x0": 90.0, "x1": 80.0}, "the box of a word does not lie on the page"),
        ({"end": 100_000}, "a word stands outside the text"),
    ],
)
def test_a_word_that_cannot_be_there(given: Any, changes: dict[str, Any], what: str) -> None:
    edit_page(given, 1, lambda page: replaced_word(page, **changes))
    assert what in whats(given)


def test_a_page_that_is_not_as_the_record_has_it(given: Any) -> None:
    edit_page(given, 2, lambda page: msgspec.structs.replace(page, label="xiii"))
    assert whats(given) == {"the page is not as source.json has it"}


def test_a_lost_page(given: Any) -> None:
    files = given.corpus["nowak1987"]
    given.corpus["nowak1987"] = msgspec.structs.replace(files, layout=files.layout.splitlines(keepends=True)[0])
    assert whats(given) == {"1 pages, and 2 in source.json"}


def test_a_quote_over_two_lines_and_two_pages_has_a_box_for_each_piece(made: Any, give: Any) -> None:
    nowak = made.mentions["nowak1987"]
    text = made.texts["nowak1987"]
    start, end = text.index("Jan Wist"), text.index(" came in")
    words = text[start:end]
    long = msgspec.structs.replace(nowak["Jan Wist"], start=start, end=end, exact=words)
    nowak["Jan Wist"] = long
    given = give(made)
    row = next(line for line in given.files["citations.csv"].decode().split("q-") if words.split("\n")[0] in line)
    assert row.count(";") == 2
    assert given.verify() == []
