"""Quotes are carried over to a corrected text: exact, moved, fuzzy or lost, and never to other words in silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.anchor.carry import Carrier, typeset
from regesta.anchor.selector import context

OLD = """The confer-
ence of Zakopane began on 6 Decernber 1939. Of\ufb01cers of tbe Gcstapo met in the villa by the church.

A footnote was here: see the archive in Berlin.

The second paragraph tells of the exchange of prisoners at Brest, on 2 November 1939, and of nothing else.

Jan Kowalski was shot on the same day. Piotr Nowak was shot on the same day. Anna Lis was shot on the same day.

Nobody signed the list.
"""
#: The first paragraph mended and put behind the second, the footnote and a row of the list left out.
NEW = """The second paragraph tells of the exchange of prisoners at Brest, on 2 November 1939, and of nothing else.

The conference of Zakopane began on 6 December 1939. Officers of the Gestapo met in the villa by the church.

Jan Kowalski was shot on the same day. Anna Lis was shot on the same day.

Nobody signed the list.
"""


def carried(words: str, old: str = OLD, new: str = NEW, *, nth: int = 0) -> tuple[str, str]:
    at = old.index(words)
    for _ in range(nth):
        at = old.index(words, at + 1)
    found = Carrier(old, new).carry(at, at + len(words))
    return found.tier, new[found.start : found.end]


@pytest.mark.parametrize(
    ("words", "tier", "now"),
    [
        ("Brest", "exact", "Brest"),
        ("villa", "moved", "villa"),
        ("Zakopane", "moved", "Zakopane"),
        ("confer-\nence", "moved", "conference"),
        ("Of\ufb01cers", "moved", "Officers"),
        ("6 Decernber 1939", "fuzzy", "6 December 1939"),
        ("Gcstapo", "fuzzy", "Gestapo"),
        (
            "The confer-\nence of Zakopane began on 6 Decernber 1939.",
            "fuzzy",
            "The conference of Zakopane began on 6 December 1939.",
        ),
        ("Berlin", "lost", ""),
        ("A footnote was here: see the archive in Berlin.", "lost", ""),
        ("Piotr Nowak", "lost", ""),
    ],
)
def test_a_scan_that_was_corrected_by_hand(words: str, tier: str, now: str) -> None:
    assert carried(words) == (tier, now)


def test_a_formula_whose_row_is_gone_goes_to_no_other_row() -> None:
    assert [carried("shot on the same day", nth=nth)[0] for nth in range(3)] == ["moved", "lost", "exact"]


def test_a_formula_that_was_corrected_among_its_like_is_not_guessed() -> None:
    rows = "".join(f"No. {number}: shot on the same day, at dawn, as ordered.\n" for number in range(1, 8))
    torn = rows.replace("No. 4: shot on the same day, at dawn, as ordered.\n", "")
    tier, _ = carried("shot on the same day", rows, torn, nth=3)
    assert tier == "lost"


def test_a_short_quote_without_its_context_is_lost() -> None:
    other = "Nothing of what stood here before is left, but for Brest, which another writer names."
    assert carried("Brest", new=other) == ("lost", "")


def test_a_long_quote_is_found_wherever_it_went() -> None:
    words = "the exchange of prisoners at Brest, on 2 November 1939"
    new = f"Other words, from another hand altogether: {words} (thus the file)."
    assert carried(words, new=new) == ("moved", words)


def test_line_ends_and_ligatures_are_no_words() -> None:
    assert typeset("of\ufb01cers of the confer-\n  ence\u00ad of\n1939") == "officers of the conference of 1939"


NAMES = ["Grusk", "Lommel", "Zub", "Quill", "Tarn", "Orlo", "Brim", "Vesk", "Harl", "Dorn", "Pelt", "Wurm", "Jask"]
words = st.sampled_from(NAMES)
sentences = st.lists(words, min_size=5, max_size=9).map(lambda found: " ".join(found) + ".")
paragraphs = st.lists(sentences, min_size=3, max_size=8, unique=True)


@st.composite
def edits(draw):
    """A text of some paragraphs, and the same with paragraphs moved, left out, added, and letters corrected."""
    old = draw(paragraphs)
    new = draw(st.permutations(old)) if draw(st.booleans()) else list(old)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(new) - 1))
        kind = draw(st.sampled_from(("delete", "insert", "letter")))
        if kind == "delete" and len(new) > 1:
            del new[at]
        elif kind == "insert":
            new.insert(at, draw(sentences))
        elif kind == "letter":
            place = draw(st.integers(0, len(new[at]) - 1))
            new[at] = new[at][:place] + draw(st.sampled_from("xyz-")) + new[at][place + 1 :]
    return "\n\n".join(old), "\n\n".join(new)


@given(edits(), st.data())
def test_whatever_is_edited_nothing_is_called_the_same_that_is_not(texts: tuple[str, str], data: st.DataObject) -> None:
    old, new = texts
    carrier = Carrier(old, new)
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = carrier.carry(start, end)
    was, now = old[start:end], new[found.start : found.end]
    if found.tier == "exact":
        assert (was, context(old, start, end)) == (now, context(new, found.start, found.end))
    elif found.tier == "moved":
        assert typeset(was) == typeset(now)
    elif found.tier == "fuzzy":
        assert was != now
    else:
        assert now == ""


@given(edits())
def test_a_short_quote_is_only_carried_to_words_in_its_own_context(texts: tuple[str, str]) -> None:
    old, new = texts
    carrier = Carrier(old, new)
    at = 0
    for word in old.split():
        at = old.index(word, at)
        found = carrier.carry(at, at + len(word))
        if found.tier == "fuzzy":
            before, after = context(old, at, at + len(word)), context(new, found.start, found.end)
            assert before[0][-6:] == after[0][-6:] or before[1][:6] == after[1][:6]
        at += len(word)


@st.composite
def registers(draw):
    """A list whose rows differ in little, before and after rows were left out, moved and corrected."""
    years = draw(st.lists(st.integers(1890, 1915), min_size=8, max_size=20))
    rows = [
        f"{draw(words)} {draw(words)}, born {year}, seized in Grusk, shot on the same day.".split() for year in years
    ]
    order = [at for at in range(len(rows)) if draw(st.integers(0, 5))]
    if len(order) > 2 and draw(st.booleans()):
        order.insert(draw(st.integers(0, len(order) - 1)), order.pop(draw(st.integers(0, len(order) - 1))))
    return rows, order


def put(rows: list[list[str]], order: list[int]) -> tuple[str, dict[tuple[int, int], tuple[int, int]]]:
    text, places = "", {}
    for at in order:
        for step, word in enumerate(rows[at]):
            places[at, step] = (len(text), len(text) + len(word))
            text += word + " " * (step < len(rows[at]) - 1)
        text += "\n"
    return text, places


@given(registers())
def test_in_a_list_nothing_is_carried_to_another_row_unasked(register: tuple[list[list[str]], list[int]]) -> None:
    rows, order = register
    (old, before), (new, after) = put(rows, list(range(len(rows)))), put(rows, order)
    carrier = Carrier(old, new)
    for (at, step), (start, end) in before.items():
        found = carrier.carry(start, end)
        if found.tier in ("exact", "moved") and rows.count(rows[at]) == 1:
            assert (found.start, found.end) == after.get((at, step))
