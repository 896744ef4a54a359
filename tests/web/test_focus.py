"""Where the focus is, and what is said, for who works with the tab key and by ear."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Open = Callable[..., Any]
FOCUSED = "document.activeElement.dataset.do ?? document.activeElement.id"


def test_the_focus_stays_at_the_button_when_the_next_record_comes(served: Any, tab: Open) -> None:
    page = tab(served)
    page.locator("[data-do=skip]").focus()
    page.keyboard.press("Enter")
    page.locator("#record h2", has_text="Nowak").wait_for()
    assert page.evaluate(FOCUSED) == "skip"
    page.keyboard.press("Enter")
    page.locator("#record h2", has_text="Zakopane").wait_for()


def test_the_focus_comes_back_when_a_window_closes(served: Any, tab: Open) -> None:
    page = tab(served)
    page.locator("[data-do=everywhere]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] form")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog:not([open])", state="attached")
    assert page.evaluate(FOCUSED) == "everywhere"


def test_an_answer_and_what_comes_next_are_said(served: Any, tab: Open) -> None:
    page = tab(served)
    page.evaluate(
        """() => {
          window.said = [];
          const live = document.getElementById("live");
          new MutationObserver(() => window.said.push(live.textContent)).observe(live, { childList: true });
        }"""
    )
    page.keyboard.press("a")
    page.wait_for_function("() => said.some((each) => each.startsWith('saved, line 1: accepted'))")
    page.wait_for_function("() => said.some((each) => each.includes('Nowak'))")
