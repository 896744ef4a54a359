"""What is learned from which documents."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from regesta.model.training import Marked
from regesta.tag.training.gold import LEAST, Document, covered, parted


def document(name, labels=("DATE", "PLACE", "PERSON", "ORG"), marked=("PLACE",) * LEAST, text=""):
    spans = [Marked(at * 5, at * 5 + 3, label) for at, label in enumerate(marked)]
    return Document(source=name, text=text or f"The text of {name}. " * 20, marked=spans, complete=labels)


def test_a_label_is_covered_where_enough_of_it_is_marked():
    assert covered([document("a"), document("b", marked=("PERSON",))]) == ("PLACE",)


def test_documents_that_are_complete_for_less_do_not_narrow_the_others():
    many = [document("a"), document("b", marked=("PERSON",) * LEAST)]
    assert covered([*many, document("c", labels=("PLACE",))]) == ("PLACE", "PERSON")


def test_nothing_complete_covers_nothing():
    assert covered([document("a", labels=())]) == ()
    assert covered([]) == ()


@given(st.integers(2, 30), st.floats(0.05, 0.5))
def test_something_is_held_back_and_something_left(number, share):
    documents = [document(f"source-{at}") for at in range(number)]
    learned, held = parted(documents, share)
    assert learned
    assert held
    assert sorted(each.source for each in [*learned, *held]) == sorted(each.source for each in documents)
    assert parted(documents[::-1], share) == (learned, held)
