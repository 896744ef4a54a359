"""How far each stretch of a source has come."""

from __future__ import annotations

import pytest

from regesta.review.decide import Change
from regesta.review.stretches import PIECE, mentions_of, progress, stretches


def test_what_waits_is_counted_as_it_would_be_shown(new_desk):
    desk = new_desk("".join(f"From Lwów to Zakopane in {1000 + n}.\n\n" for n in range(500)))
    made = [desk.mention("Lwów", "PLACE", nth=nth) for nth in range(400)]
    session = desk.session([*made, desk.mention("Zakopane", "QUANTITY")])
    session.accept()
    session.reject()
    session.skip()
    session.go(("mention", made[-1].id))
    session.amend_mention(Change(span=(made[-1].start, made[-1].end + 4)))
    session.add_mention(desk.source, (13, 21), "PLACE")
    found = progress(session, desk.source)
    shown = [mentions_of(session, where) for where in stretches(session, desk.source)]
    assert [each.open + each.decided for each in found] == [len(items) for items in shown]
    assert sum(each.decided for each in found) == 4
    assert sum(len(items) for items in shown) == 401


@pytest.mark.parametrize(
    "text",
    [
        "They went to Lwów on the long road, and nobody knew why. " * 700,
        "They went to Lwów\n" * 2000,
        "Lwów " * 8000,
        "x" * 40_000,
        "They went to Lwów.\n\n" * 1500,
    ],
    ids=["sentences", "lines", "words", "nothing to cut at", "paragraphs"],
)
def test_no_stretch_is_longer_than_a_reader_can_take(new_desk, text):
    desk = new_desk(text)
    spans = [span for where in stretches(desk.session([]), desk.source) for span in where.spans]
    assert "".join(text[start:end] for start, end in spans) == text
    assert max(end - start for start, end in spans) <= 2 * PIECE + 2


def test_a_long_paragraph_is_cut_behind_a_sentence(new_desk):
    text = "They went to Lwów on the long road, and nobody knew why. " * 700
    desk = new_desk(text)
    found = stretches(desk.session([]), desk.source)
    assert len(found) > 3
    assert all(text[: where.spans[0][1]].endswith("why. ") for where in found)
