"""Dates as drafts of mentions."""

from __future__ import annotations

from regesta.tag.dates.drafts import drafts


def test_a_date_becomes_a_draft_with_parts_rule_and_anchor():
    first, second = drafts("It rained on 6–7 May 1911. A day later it snowed.")
    assert (first.label, first.value) == ("DATE", "1911-05-06/1911-05-07")
    assert [part.value for part in first.parts] == ["1911-05-06", "1911-05-07"]
    assert (second.value, second.rule, second.anchor) == ("1911-05-08", "later", 0)
    assert second.by.component == "regesta_dates"
