"""What is proposed in a corrected text keeps the ids that people have decided about."""

from __future__ import annotations

from regesta.anchor.drafts import Draft, mentions
from regesta.model.mention import By, Mention
from regesta.tag.carried import Kept, under_known_ids

TEXT = "On 6 December 1939 they met in Kraków."


def proposed(*words: tuple[str, str]) -> list[Mention]:
    drafts = [
        Draft(start=TEXT.index(each), end=TEXT.index(each) + len(each), label=label, value="", by=By(component="x"))  # type: ignore[arg-type]
        for each, label in words
    ]
    return mentions("note", TEXT, [], drafts)


def kept(words: str, label: str, **more: object) -> Kept:
    at = TEXT.index(words)
    return Kept(id="m-known", label=label, start=at, end=at + len(words), **more)  # type: ignore[arg-type]


def ids(found: list[Mention]) -> list[tuple[str, bool]]:
    return [(mention.exact, mention.id == "m-known") for mention in found]


def test_the_same_span_under_the_same_label_has_the_known_id() -> None:
    found = under_known_ids(proposed(("Kraków", "PLACE"), ("6 December 1939", "DATE")), [kept("Kraków", "PLACE")])
    assert ids(found) == [("6 December 1939", False), ("Kraków", True)]


def test_another_label_is_another_thing() -> None:
    assert ids(under_known_ids(proposed(("Kraków", "ORG")), [kept("Kraków", "PLACE")])) == [("Kraków", False)]


def test_accepted_words_that_nothing_proposes_are_asked_for() -> None:
    (mention,) = proposed(("Kraków", "PLACE"))
    assert under_known_ids([], [kept("Kraków", "PLACE", proposal=mention)]) == [mention]


def test_a_proposal_that_reaches_into_corrected_words_is_asked_under_the_known_id() -> None:
    date = proposed(("6 December 1939", "DATE"))
    start, end = TEXT.index("ember 1939"), len(TEXT)
    assert ids(under_known_ids(date, [kept("1939", "DATE", untouched=(start, end))])) == [("6 December 1939", True)]
    assert ids(under_known_ids(date, [kept("1939", "DATE", untouched=(0, end))])) == [("6 December 1939", False)]


def test_an_id_that_is_proposed_anyway_is_given_to_nothing_else() -> None:
    both = proposed(("Kraków", "PLACE"), ("6 December 1939", "DATE"))
    at = TEXT.index("Kraków")
    taken = Kept(id=both[0].id, label="PLACE", start=at, end=at + 6)
    assert under_known_ids(both, [taken]) == both
