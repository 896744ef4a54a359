"""The page as a reviewer uses it, in Chromium, with the keys alone."""

from __future__ import annotations

import resource
from collections.abc import Callable
from typing import Any

import pytest
import web_conftest as web

from regesta.workspace.workspace import Workspace

Open = Callable[..., Any]


def test_a_whole_source_is_reviewed_with_the_keys_alone(served: Any, ws: Workspace, tab: Open) -> None:
    page = tab(served)
    web.answered(page, "aaa2aaa")
    page.wait_for_url("**/pair**")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("a")
    web.saved(page, 8)
    answers = [each.answer for each in web.decided(ws)]
    assert answers == [*["accept"] * 3, "amend", *["accept"] * 3, "join"]


def test_an_answer_is_taken_back(served: Any, ws: Workspace, tab: Open) -> None:
    page = tab(served)
    page.keyboard.press("r")
    web.saved(page, 1)
    page.keyboard.press("u")
    web.saved(page, 2)
    page.locator("#record h2", has_text="6 December 1939").wait_for()
    assert page.locator("mark.open").count() == 5
    assert [each.answer for each in web.decided(ws)] == ["reject", "retract"]


def test_an_edge_is_moved_by_a_word_and_saved(served: Any, ws: Workspace, tab: Open) -> None:
    """Behind a letter outside the BMP offsets still count code points."""
    page = tab(served)
    page.locator("mark.m", has_text="Zakopane").click()
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    web.saved(page, 1)
    decision = web.decided(ws)[0]
    assert decision.answer == "amend"
    assert decision.set.exact == "𝔎arl in Zakopane"
    page.locator("mark.accepted", has_text="𝔎arl in Zakopane").wait_for()


def test_a_value_is_typed_without_a_mouse(served: Any, ws: Workspace, tab: Open) -> None:
    page = tab(served)
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type("1939-12-07")
    page.keyboard.press("Enter")
    web.saved(page, 1)
    assert web.decided(ws)[0].set.value == "1939-12-07"


def test_another_reading_is_chosen_by_its_number(served: Any, ws: Workspace, tab: Open) -> None:
    page = tab(served)
    page.locator("mark.m", has_text="Zakopane").click()
    page.wait_for_selector("[data-choose]")
    page.keyboard.press("Shift+Digit1")
    web.saved(page, 1)
    assert web.decided(ws)[0].set.value == "place:zakopane-dolne"


def test_words_are_picked_and_added(served: Any, ws: Workspace, tab: Open) -> None:
    page = tab(served)
    page.keyboard.press("+")
    page.keyboard.press(".")
    page.keyboard.press(".")
    page.keyboard.press(".")
    page.keyboard.press(".")
    page.keyboard.press(".")
    assert page.evaluate("[...CSS.highlights.get('edge')].join('')") == "𝔎arl"
    page.keyboard.press("3")
    web.saved(page, 1)
    mention = web.decided(ws)[0].target.mention
    assert (mention.exact, mention.label) == ("𝔎arl", "PERSON")
    assert web.LETTER[mention.start : mention.end] == "𝔎arl"


def test_what_another_tab_decided_is_not_written_over(served: Any, ws: Workspace, tab: Open) -> None:
    one, other = tab(served), tab(served)
    one.keyboard.press("r")
    web.saved(one, 1)
    other.keyboard.press("a")
    other.wait_for_selector("dialog[open] .conflict")
    assert other.locator("dialog section").count() == 2
    assert len(web.decided(ws)) == 1
    other.locator(".conflict [data-do=mine]").click()
    web.saved(other, 2)
    assert [each.answer for each in web.decided(ws)] == ["reject", "accept"]


def test_what_cannot_be_saved_is_kept_and_tried_again(ws: Workspace, tab: Open) -> None:
    with web.serving(
        ws, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY))
    ) as served:
        page = tab(served)
        page.keyboard.press("a")
        page.wait_for_selector("#alarm:not([hidden])")
        assert "NOT SAVED" in page.locator("#alarm").inner_text()
        assert not web.decided(ws)
        resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        page.locator("#alarm button").click()
        web.saved(page, 1)
    assert [each.answer for each in web.decided(ws)] == ["accept"]


def test_a_server_that_died_loses_nothing(ws: Workspace, tab: Open) -> None:
    with web.serving(ws) as served:
        page = tab(served)
        page.keyboard.press("a")
        web.saved(page, 1)
        served.process.kill()
        served.process.wait()
        page.keyboard.press("a")
        page.wait_for_selector("#alarm:not([hidden])")
        assert page.evaluate("Object.keys(localStorage).some(name => name.startsWith('regesta-unsaved-'))")
    assert len(web.decided(ws)) == 1


def test_keys_can_be_switched_off_and_given_anew(served: Any, ws: Workspace, tab: Open) -> None:
    page = tab(served)
    page.evaluate("localStorage.setItem('regesta-keys', JSON.stringify({accept: 'z'}))")
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert page.locator("[data-do=accept] kbd").inner_text() == "z"
    page.locator("#keys-on").uncheck()
    page.keyboard.press("z")
    page.locator("#keys-on").check()
    page.locator("#record").focus()
    page.keyboard.press("z")
    web.saved(page, 1)
    assert len(web.decided(ws)) == 1


def test_text_from_right_to_left_keeps_its_offsets(ws: Workspace, tab: Open) -> None:
    text = "ביום 5 במאי 1940 הגיע לוי ללודז׳.\n\nأتى ليفي إلى لودز.\n"
    web.put(
        ws,
        "hebrew",
        text,
        [web.draft(text, "5 במאי 1940", "DATE", "1940-05-05"), web.draft(text, "لودز", "PLACE", "place:lodz")],
    )
    with web.serving(ws, "hebrew") as served:
        page = tab(served)
        assert page.evaluate("getComputedStyle(document.querySelector('.words p')).direction") == "rtl"
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        web.saved(page, 1)
    decision = web.decided(ws)[0]
    assert decision.set.exact == "5 במאי 1940 הגיע"
    assert text[decision.set.start or decision.target.mention.start : decision.set.end] == decision.set.exact


def test_a_long_text_comes_in_pieces(ws: Workspace, tab: Open) -> None:
    """1 MB with 5,000 mentions: no view is larger than 300 KB, and an answer needs no more than in a short one."""
    line = "They went to Zakopane on the long road over the hills, and nobody knew why they had come. " * 2 + "\n\n"
    text = line * 5_600
    drafts = []
    at = text.find("Zakopane")
    while at >= 0 and len(drafts) < 5_000:
        drafts.append(web.draft(text, "Zakopane", "PLACE", "place:zakopane", at))
        at = text.find("Zakopane", at + 100)
    web.put(ws, "long", text, drafts)
    with web.serving(ws, "long") as served:
        page = tab(served)
        assert len(page.content()) < 300_000
        assert page.locator("mark.open").count() > 20
        page.keyboard.press("a")
        web.saved(page, 1)
        page.keyboard.press("*")
        page.wait_for_selector("dialog[open] .places")
        assert "4999 open" in page.locator("#dialog-title").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(served: Any, browser: Any, scheme: str, ws: Workspace) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(served.opened)
    page.wait_for_selector(".bar")
    join = ws.joins_path.read_text("utf-8").split('"claims":["')[1].split('"]')[0].replace('","', ",")
    claim = ws.claims_path("letter").read_text("utf-8").split('"')[3]
    found: dict[str, list[str]] = {}
    views = [
        "/read/letter/1",
        f"/at/claim:{claim}",
        f"/pair?at=join:{join}",
        "/sources",
        "/search?q=Zakopane",
        "#edit",
        "#?",
        "#*",
    ]
    for view in views:
        if view.startswith("#"):
            page.goto(served.base + "/read/letter/1")
            page.wait_for_selector("body[data-ready]")
            page.keyboard.press({"#edit": "e"}.get(view, view[1:]))
            page.wait_for_selector("form.amend:not([hidden]), dialog[open] form")
        else:
            page.goto(served.base + view)
        page.wait_for_selector("body[data-ready]")
        found[view] = web.faults(page)
    browser.close(context)
    assert not {view: faults for view, faults in found.items() if faults}
