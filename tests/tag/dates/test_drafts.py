"""Dates as drafts of mentions."""

from __future__ import annotations

from regesta.tag.dates.drafts import drafts


def test_a_date_becomes_a_draft_with_parts_rule_and_anchor():
    first, second = drafts("It rained on 6–7 May 1911. A day later it snowed.")
    assert (first.label, first.value) == ("DATE", "1911-05-06/1911-05-07")
    assert [part.value for part in first.parts] == ["1911-05-06", "1911-05-07"]
    assert (second.value, second.rule, second.anchor) == ("1911-05-08", "later", 0)
    assert second.by.component == "regesta_dates"


def test_scores_have_at_most_three_decimals():
    found = drafts("On 3 May 1911 it began. In 1914 it ended. On 9 June, in January and on 4 March (1908) it rained.")
    scores = [score for draft in found for score in (draft.by.score, *(other.score for other in draft.alternatives))]
    assert len(scores) > len(found)
    assert all(score == round(score, 3) for score in scores)
