"""The limits of the browser tests: what waits for ever is ended, and the next test has a browser again."""

from __future__ import annotations

from typing import Any

import pytest
import web_conftest as web


def test_what_waits_for_ever_fails_and_the_next_one_has_a_browser(browser: Any) -> None:
    api = pytest.importorskip("playwright.sync_api")
    page = browser.new_context().new_page()
    with pytest.raises(api.Error), browser.within(0.2, "a trial"):
        page.evaluate("new Promise(() => {})")
    assert web.ENDED.pop() == "a trial"
    context = browser.new_context()
    assert context.new_page().evaluate("1 + 1") == 2
    browser.close(context)
