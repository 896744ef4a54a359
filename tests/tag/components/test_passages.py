"""What a claim can rest on: sentences with a date or a trigger, and the items of dated lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


def passages(mentions: list[Mention]) -> list[str]:
    return [mention.exact for mention in mentions if mention.label == "PASSAGE"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "- Time: 3 May 1921 in Riga, June 1921 in Reval, 4–5 July 1921 in Pskov",
            ["3 May 1921 in Riga", "June 1921 in Reval", "4–5 July 1921 in Pskov"],
        ),
        ("Rounds: Riga (3 May 1921), Reval (June 1921)", ["Riga (3 May 1921)", "Reval (June 1921)"]),
        ("Rounds: Riga, 3 May 1921; Reval, June 1921", ["Riga, 3 May 1921", "Reval, June 1921"]),
        ("Dates: May 3, 1921 in Riga, June 4, 1921 in Reval", ["May 3, 1921 in Riga", "June 4, 1921 in Reval"]),
    ],
)
def test_a_list_of_dated_items_is_one_passage_an_item(tag: Tag, text: str, items: list[str]) -> None:
    assert passages(tag(text)) == items


def test_sentences_with_a_date_or_a_trigger(tag: Tag) -> None:
    text = "The hall was cold. They met at noon. On 3 May 1921 it rained. Nobody knew why."
    assert passages(tag(text)) == ["They met at noon.", "On 3 May 1921 it rained."]


@pytest.mark.parametrize("text", ["== Meetings of 1921 ==", "1921", "- Riga massacre", "# The second conference"])
def test_headings_bare_dates_and_words_of_a_list_carry_no_claim(tag: Tag, text: str) -> None:
    assert passages(tag(text)) == []
