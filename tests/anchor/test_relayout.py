"""A corrected text keeps its pages and boxes."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from regesta.anchor.align import align
from regesta.anchor.pages import page_at
from regesta.anchor.relayout import relaid
from regesta.model.source import Apart, PageLayout, Word

FIRST = "The envoys of both powers met in tbe town hall and spoke until midnight."
SECOND = "A clerk wrote down what each of tbem said, and his notes were sealed."
NOTE = "1 See the file in the state archive."


def printed(*pages: str, note: str = "") -> tuple[str, list[PageLayout]]:
    """A text of some pages, each word in a box of its own, with a footnote of the first page behind them all."""
    text, layout = "\n\n".join([*pages, *([note] if note else [])]) + "\n", []
    for n, page in enumerate(pages, start=1):
        start = text.index(page)
        at = text.index(note) if note and n == 1 else 0
        pieces = [(start, page), *([(at, note)] if note and n == 1 else [])]
        found = [(begin + word.start(), word[0]) for begin, piece in pieces for word in re.finditer(r"\S+", piece)]
        words = [
            Word(at, at + len(word), 10.0 * number, 10, 10.0 * number + 9, 20)
            for number, (at, word) in enumerate(found)
        ]
        apart = [Apart(kind="note", start=at, end=at + len(note))] if note and n == 1 else []
        layout.append(
            PageLayout(
                n=n, label=str(n), start=start, end=start + len(page), width=2000, height=800, apart=apart, words=words
            )
        )
    return text, layout


def corrected(old: str, layout: list[PageLayout], new: str) -> list[PageLayout]:
    return relaid(layout, align(old, new), new)


def boxes(text: str, layout: list[PageLayout]) -> dict[tuple[int, float], str]:
    return {(page.n, word.x0): text[word.start : word.end] for page in layout for word in page.words}


def test_a_corrected_word_keeps_its_box() -> None:
    old, layout = printed(FIRST, SECOND)
    new = old.replace("tbe ", "the ").replace("tbem", "them").replace("hall and", "hall, and")
    found = boxes(new, corrected(old, layout, new))
    before = boxes(old, layout)
    assert {before[key]: word for key, word in found.items() if before[key] != word} == {
        "tbe": "the",
        "tbem": "them",
    } | ({"hall": "hall,"} if found[1, 100.0] == "hall," else {})
    assert len(found) == len(before)


def test_a_word_that_was_misread_as_a_whole_keeps_its_box() -> None:
    old, layout = printed("They met at Xqz on a Friday.")
    new = old.replace("Xqz", "Lwów")
    assert boxes(new, corrected(old, layout, new))[1, 30.0] == "Lwów"


def test_added_words_have_no_box_and_removed_ones_leave_none() -> None:
    old, layout = printed(FIRST, SECOND)
    new = old.replace("until midnight", "long and until late")
    found = boxes(new, corrected(old, layout, new)).values()
    assert "midnight." not in found
    assert "long" not in found


def test_a_page_begins_with_its_first_word_and_the_note_stays_apart() -> None:
    old, layout = printed(FIRST, SECOND, note=NOTE)
    new = old.replace("The envoys", "In short, the envoys").replace("state archive", "State Archive")
    pages = corrected(old, layout, new)
    assert [new[page.start : page.end] for page in pages] == [new[: new.index("\n\n")], SECOND]
    assert [new[each.start : each.end] for each in pages[0].apart] == [NOTE.replace("state archive", "State Archive")]


def test_what_was_moved_to_another_page_is_still_cited_by_its_own() -> None:
    third = "Nobody opened that envelope again before the archive was moved to the capital, long after the war."
    old, layout = printed(FIRST, SECOND, third)
    new = "\n\n".join([SECOND, FIRST, third]) + "\n"
    pages = corrected(old, layout, new)
    assert [page_at(pages, new.index(piece)) for piece in (FIRST, SECOND, third)] == [1, 2, 3]
    assert [page_at(pages, new.index(word)) for word in ("midnight", "sealed")] == [1, 2]


def test_a_page_of_which_nothing_is_left_is_empty() -> None:
    old, layout = printed(FIRST, SECOND, "The third page.")
    new = old.replace(SECOND + "\n\n", "")
    pages = corrected(old, layout, new)
    assert (pages[1].start == pages[1].end, pages[1].words) == (True, [])
    assert page_at(pages, new.index("third")) == 3


edited = st.lists(st.sampled_from([FIRST, SECOND, NOTE, "A third.", "tbe", "the hall"]), max_size=8).map("\n\n".join)


@given(edited)
def test_whatever_the_new_text_is_words_and_pages_are_in_order_within_it(new: str) -> None:
    old, layout = printed(FIRST, SECOND, note=NOTE)
    pages = corrected(old, layout, new)
    every = sorted((word.start, word.end) for page in pages for word in page.words)
    assert all(0 <= start < end <= len(new) for start, end in every)
    assert all(one[1] <= two[0] for one, two in pairwise(every))
    assert [word for page in pages for word in page.words] == [
        word for page in pages for word in sorted(page.words, key=lambda word: word.start)
    ]
    assert all(one.end <= two.start for one, two in pairwise(pages))
