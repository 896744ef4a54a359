"""Keys that are typed faster than the page can follow."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from regesta.workspace.workspace import Workspace

_SPEC = importlib.util.spec_from_file_location("web_conftest", Path(__file__).with_name("conftest.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
web = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(web)

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
