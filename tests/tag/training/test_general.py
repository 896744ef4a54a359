"""The general set is marked by hand, and its marks stand where its names do."""

from __future__ import annotations

from collections import Counter

from regesta.tag.training.general import LABELS, general, rehearsed


def test_each_mark_holds_a_name_and_no_bracket_is_left():
    for document in [*general(), *rehearsed()]:
        assert "[" not in document.text
        assert document.marked == sorted(document.marked)
        for start, end, label in ((span.start, span.end, span.label) for span in document.marked):
            assert label in LABELS
            assert document.text[start].isupper()
            assert document.text[start:end] == document.text[start:end].strip()


def test_there_are_enough_of_each_label_to_see_a_loss():
    counts = Counter(span.label for document in general() for span in document.marked)
    assert all(counts[label] >= 30 for label in LABELS)


def test_what_is_rehearsed_shares_no_name_with_the_set_that_judges():
    names = [
        {document.text[span.start : span.end] for document in documents for span in document.marked}
        for documents in (general(), rehearsed())
    ]
    assert names[0].isdisjoint(names[1])


def test_what_is_rehearsed_says_nothing_of_dates():
    assert not any(char.isdigit() for document in rehearsed() for char in document.text)
