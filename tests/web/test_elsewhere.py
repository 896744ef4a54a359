"""Words that were added, wherever else they stand: shown first, added in one act, undone as one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import web_conftest as web

from regesta.workspace.workspace import Workspace

Open = Callable[..., Any]


REPORT = "Karwia stands in this report. So does Karwia-Dorf, and Karwia again, where nobody lives.\n"
DIARY = "In Karwia it rained.\n"


def put(ws: Workspace) -> None:
    web.put(ws, "report", REPORT, [])
    web.put(ws, "diary", DIARY, [])


def test_the_other_places_are_offered_and_added_in_one_act(ws: Workspace, tab: Open) -> None:
    put(ws)
    with web.serving(ws) as served:
        page = tab(served, "/read/report/1")
        page.wait_for_selector("body[data-ready]")
        page.keyboard.press("+")
        page.keyboard.press("2")
        offered = page.locator("[data-do=elsewhere]")
        offered.wait_for()
        assert "3 other places, in 2 sources" in offered.inner_text()
        page.keyboard.press("w")
        page.wait_for_selector("dialog[open] .places")
        assert page.locator("dialog .places li").count() == 3
        assert not web.faults(page)
        page.locator("dialog .places input").nth(0).uncheck()
        page.locator("dialog button[type=submit]").click()
        web.saved(page, 3)
        page.locator("mark.accepted").nth(1).wait_for()
        made = web.decided(ws)
        assert sorted((each.target.mention.source, each.target.mention.start) for each in made) == [
            ("diary", 3), ("report", 0), ("report", 55),
        ]  # fmt: skip
        assert len({each.batch for each in made if each.batch}) == 1
        page.keyboard.press("u")
        web.saved(page, 5)
        page.wait_for_function("() => document.querySelectorAll('mark.accepted').length === 1")
        assert "/read/report/1" in page.url
    assert sum(each.answer == "retract" for each in web.decided(ws)) == 2


def test_a_place_that_somebody_marks_meanwhile_is_refused(ws: Workspace, tab: Open) -> None:
    put(ws)
    with web.serving(ws) as served:
        page, other = tab(served, "/read/report/1"), tab(served, "/read/diary/1")
        page.wait_for_selector("body[data-ready]")
        page.keyboard.press("+")
        page.keyboard.press("2")
        page.locator("[data-do=elsewhere]").click()
        page.wait_for_selector("dialog[open] .places")
        other.wait_for_selector("body[data-ready]")
        other.keyboard.press("+")
        other.keyboard.press(".")
        other.keyboard.press("2")
        web.saved(other, 2)
        page.locator("dialog button[type=submit]").click()
        page.locator(".saved.wrong", has_text="somebody has marked 1 of these places").wait_for()
    assert len(web.decided(ws)) == 2


def test_nothing_is_offered_where_the_words_stand_nowhere_else(served: Any, tab: Open) -> None:
    page = tab(served)
    page.keyboard.press("+")
    page.keyboard.press("3")
    web.saved(page, 1)
    page.keyboard.press("w")
    page.locator("dialog h2", has_text="stands nowhere else unmarked").wait_for()
    assert page.locator("[data-do=elsewhere]").count() == 0
