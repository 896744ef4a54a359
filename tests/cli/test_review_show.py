"""A quote on the screen."""

from __future__ import annotations

from regesta.anchor.drafts import Draft, mentions
from regesta.cli.review_show import Look, lines
from regesta.model.mention import By, Mention
from regesta.names.authority import Authority
from regesta.review.queue import Wanted
from regesta.review.session import Project, Reviewer, Session
from regesta.review.state import State


def printed_lines(text: str, words: str, look: Look, by: By) -> list[str]:
    """All lines of the item whose mention are the words."""
    at = text.index(words)
    draft = Draft(start=at, end=at + len(words), label="ORG", value="", by=by)
    found: list[Mention] = mentions("kowal1951", text, [], [draft])
    state = State([], found, [], {"kowal1951": text}, [])
    who = Reviewer(name="anna", device="desk", now=lambda: "")
    session = Session(state, [], lambda decision: decision, who, Project(authority=Authority()), Wanted())
    assert session.current is not None
    return lines(session, session.current, look)


def shown(text: str, words: str, look: Look) -> list[str]:
    """The lines of the context in which the words are marked."""
    printed = printed_lines(text, words, look, By(component="rules"))
    start = printed.index("") + 1
    return printed[start : printed.index("", start)]


def test_a_mark_that_goes_over_a_line_end_is_closed_there_and_opened_again():
    printed = shown(
        "They sent the Central Office for the Return of Captives", "Central Office for the Return", Look(width=30)
    )
    assert printed == [
        "  They sent the \x1b[1m\x1b[7mCentral\x1b[0m",
        "  \x1b[1m\x1b[7mOffice for the Return\x1b[0m of",
        "  Captives",
    ]


def test_without_colour_the_mark_stands_in_brackets():
    assert shown("The Office\nanswered.", "Office", Look(width=40, brackets=True)) == ["  The [[Office]] answered."]


def test_items_of_a_list_stay_on_lines_of_their_own():
    text = "Members:\n- the Office\n- the Bureau\nof Captives"
    assert shown(text, "Bureau\nof Captives", Look(width=40, brackets=True)) == [
        "  Members:",
        "  - the Office",
        "  - the [[Bureau of Captives]]",
    ]


def test_what_a_text_hides_is_written_out():
    assert shown("The \u202eOffice\x1b]0;x\x07", "Office", Look(width=60, brackets=True)) == [
        "  The \\u202e[[Office]]\\u001b]0;x\\u0007"
    ]


def test_the_reasons_of_a_score_stand_below_it():
    by = By(component="rules", score=0.5, reasons=("it is on the list", "against it: it is short"))
    printed = printed_lines("The Office answered.", "Office", Look(), by)
    assert printed[-3:] == [
        "  proposed by   rules, score 0.50",
        "  because       it is on the list",
        "  because       against it: it is short",
    ]


def test_on_a_narrow_screen_every_line_has_room_and_nothing_is_lost():
    by = By(component="a-component-with-a-long-name", version="1", score=0.5, reasons=("it is named in full",))
    printed = printed_lines("The Office answered at once.", "Office", Look(width=26, brackets=True), by)
    assert max(map(len, printed)) <= 26
    assert "a-component-with-a-long-name1,score0.50" in "".join("".join(printed).split())
