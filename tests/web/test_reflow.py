"""Every view in a narrow window, as at 400 percent: nothing scrolls sideways, and all can be hit and reached."""

from __future__ import annotations

from typing import Any

import pytest

VIEWS = ("/read/letter/1", "/sources", "/search?q=Zakopane", "/done", "/ranks?all=1")
#: Buttons, fields and links that stand for themselves and are smaller than 24 CSS pixels; those within text may be.
SMALL = """() => [...document.querySelectorAll("button, .bar a, .claims a, input, select")]
  .map((each) => [each, (each.closest("label") ?? each).getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24))
  .map(([each]) => each.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_scrolls_sideways_and_all_can_be_hit(served: Any, browser: Any, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 480})
    page = context.new_page()
    page.goto(served.opened)
    page.wait_for_selector("body[data-ready]")
    amiss = {}
    for path in VIEWS:
        page.goto(served.base + path)
        page.wait_for_selector("body[data-ready]")
        found = page.evaluate(SMALL)
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if found or beyond > 0:
            amiss[path] = [beyond, *found]
    browser.close(context)
    assert not amiss


def test_one_comes_through_every_view_with_the_tab_key_and_out_again(served: Any, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.opened)
    for path in VIEWS:
        page.wait_for_selector("body[data-ready]")
        page.goto(served.base + path)
        page.wait_for_selector("body[data-ready]")
        seen = []
        for _ in range(120):
            page.keyboard.press("Tab")
            focused = page.evaluate("document.activeElement === document.body ? '' : document.activeElement.outerHTML")
            if not focused:
                break
            seen.append(focused)
        assert "skip-link" in seen[0], path
        assert not page.evaluate("document.activeElement !== document.body"), f"{path} holds the focus: {seen[-1][:80]}"
    browser.close(context)
