"""The mark that a source is reviewed to the end, and the end of the queue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import web_conftest as web

from regesta.review.complete import complete
from regesta.workspace.workspace import Workspace

Open = Callable[..., Any]


def test_what_is_still_open_is_said_and_only_finished_kinds_can_be_marked(
    served: Any, ws: Workspace, tab: Open
) -> None:
    page = tab(served)
    page.keyboard.press("a")
    web.saved(page, 1)
    page.locator("#record h2", has_text="Nowak").wait_for()
    page.locator("mark.m", has_text="November 1939").click()
    page.locator("#record h2", has_text="November 1939").wait_for()
    page.keyboard.press("a")
    web.saved(page, 2)
    page.keyboard.press("f")
    page.wait_for_selector("dialog[open] form")
    shown = page.locator("dialog").inner_text()
    assert "what is not marked is none" in shown
    assert "Still open on page 1 (3)" in shown
    assert "2 claims of it wait as well" in shown
    assert page.locator("[name=label]:enabled").evaluate_all("all => all.map(e => e.value)") == ["DATE", "ORG"]
    assert not web.faults(page)
    page.locator("dialog [value=complete]").click()
    web.saved(page, 3)
    assert complete(web.decided(ws)) == {"letter": ("DATE", "ORG")}


def test_a_source_is_marked_at_the_end_of_the_queue_and_the_mark_taken_back(
    served: Any, ws: Workspace, tab: Open
) -> None:
    page = tab(served)
    web.answered(page, "aaaaaaa")
    page.wait_for_url("**/pair**")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("a")
    page.wait_for_url("**/done")
    page.wait_for_selector("body[data-ready]")
    web.saved(page, 8)
    assert "You have saved 8 answers" in page.locator("main").inner_text()
    assert not web.faults(page)
    page.locator("[data-do=complete]").click()
    page.locator("dialog [value=complete]").click()
    web.saved(page, 9)
    page.locator("main", has_text="reviewed to the end").locator("[data-do=complete]").wait_for(state="detached")
    page.wait_for_selector("body[data-ready]")
    assert complete(web.decided(ws)) == {"letter": ("DATE", "PLACE", "PERSON", "ORG")}
    page.goto(served.base + "/sources")
    assert "anna" in page.locator("tbody tr").inner_text()
    page.goto(served.base + "/read/letter/1")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("f")
    page.locator("dialog [value=incomplete]").click()
    web.saved(page, 10)
    assert complete(web.decided(ws)) == {}


def test_the_mark_is_undone_like_any_answer(served: Any, ws: Workspace, tab: Open) -> None:
    page = tab(served)
    page.keyboard.press("f")
    page.locator("dialog [value=complete]").click()
    web.saved(page, 1)
    assert complete(web.decided(ws)) == {"letter": ("ORG",)}
    page.keyboard.press("u")
    web.saved(page, 2)
    assert complete(web.decided(ws)) == {}
