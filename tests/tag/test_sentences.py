"""Sentences, paragraphs, items and headings are told apart by what print shows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.tag.sentences import blocks


def split(text: str) -> list[str]:
    return [text[start:end] for block in blocks(text) for start, end in block.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Hanka Weil met Gen. A. B. Kowal in Graz.",
        "The case of Weil v. Kowal was heard on 3 Jan. 1921 in Graz.",
        "He came to St. Gallen, as Prof. J. K. Lind had asked.",
        "The file (no. 17, p. 3) names the U.S. consul.",
        "She arrived on the 6. Mai 1921 in Graz.",
    ],
)
def test_stops_that_end_no_sentence(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "text",
    [
        "They met in Graz. | The talks failed.",
        'He said: "We shall see." | Nobody answered.',
        "It was 1921. | In March they left.",
        "The list ends here, etc. | The rest is lost.",
        "Nobody came [3]. | Two waited.",
    ],
)
def test_stops_that_end_one(text: str) -> None:
    assert split(text.replace(" | ", " ")) == text.split(" | ")


def test_lines_of_a_wrapped_paragraph_belong_together() -> None:
    text = (
        "The clerk of the salt office wrote that the barges had left the\n"
        "landing before dawn, and that nobody had seen who was\n"
        "aboard."
    )
    assert len(blocks(text)) == 1


def test_items_and_headings_stand_alone() -> None:
    text = "== Journey ==\n- Time: 3 May 1921\n- Place: Graz\n\nThey left."
    assert [block.kind for block in blocks(text)] == ["heading", "item", "item", "prose"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_no_letter_is_lost_and_no_span_overlaps(text: str) -> None:
    spans = [span for block in blocks(text) for span in block.sentences]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {offset for block in blocks(text) for offset in range(block.start, block.end)}
    assert all(offset in covered or char.isspace() for offset, char in enumerate(text))
