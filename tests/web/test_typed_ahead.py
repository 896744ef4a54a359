"""Keys that are typed faster than the page can follow."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import web_conftest as web

from regesta.workspace.workspace import Workspace

LINE = "They went from Lwów to Zakopane, and nobody knew why they had come so late in the year.\n\n"


def test_what_is_typed_on_the_way_to_the_next_view_answers_nothing_twice(
    ws: Workspace, tab: Callable[..., Any]
) -> None:
    text = LINE * 160
    at = [text.index("Lwów"), text.index("Zakopane"), text.rindex("Lwów"), text.rindex("Zakopane")]
    web.put(ws, "diary", text, [web.draft(text, text[each:].split()[0].strip(","), "PLACE", "", each) for each in at])
    with web.serving(ws) as served:
        page = tab(served, "/read/diary/1")
        page.wait_for_selector("body[data-ready]")
        page.evaluate(
            """() => {
              const type = (key) => dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
              type("a"); type("a");
              const more = setInterval(() => type("r"), 1);
              addEventListener("pagehide", () => clearInterval(more));
            }"""
        )
        page.wait_for_url("**/read/diary/3**")
        page.wait_for_selector("body[data-ready]")
    answers = [(each.target.id, each.answer) for each in web.decided(ws)]
    assert Counter(answer for _, answer in answers) == {"accept": 2}


def test_what_is_typed_behind_the_last_item_of_all_answers_nothing(
    served: Any, ws: Workspace, tab: Callable[..., Any]
) -> None:
    page = tab(served)
    web.answered(page, "aaa2aaa")
    page.wait_for_url("**/pair**")
    page.wait_for_selector("body[data-ready]")
    page.evaluate(
        """() => {
          const type = (key) => dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
          type("a");
          const more = setInterval(() => type("r"), 1);
          addEventListener("pagehide", () => clearInterval(more));
        }"""
    )
    page.wait_for_url("**/done**")
    page.wait_for_selector("body[data-ready]")
    assert [each.answer for each in web.decided(ws)][7:] == ["join"]


def test_a_record_that_comes_late_does_not_take_the_place_of_the_next(served: Any, tab: Callable[..., Any]) -> None:
    page = tab(served)
    web.answered(page, "aaa")
    page.route("**/card?key=mention*", lambda route: (time.sleep(0.5), route.continue_()))
    web.answered(page, "2a", first=4)  # the text is drawn anew for the first, and its record fetched again
    page.wait_for_timeout(1500)
    assert page.locator("#record .card").get_attribute("data-key").startswith("claim:")
