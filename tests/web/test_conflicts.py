"""Conflicts on the page: each side beside the other, settled by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import web_conftest as web
from click.testing import CliRunner

from regesta.cli import regesta
from regesta.workspace.workspace import Workspace

Open = Callable[..., Any]


def review(ws: Workspace, name: str, lines: str) -> None:
    done = CliRunner().invoke(
        regesta, ["-C", str(ws.root), "review", "--plain", "--everyone", "--all", "--as", name], input=lines
    )
    assert done.exit_code == 0, done.output


@pytest.fixture
def differing(ws: Workspace) -> Workspace:
    """Anna and Ben differ about a town, about which words name an official, and about a meeting; Carla settles."""
    settings = ws.root / "regesta.toml"
    settings.write_text(settings.read_text("utf-8").replace("[review]", '[review]\nadjudicators = ["Carla"]'), "utf-8")
    review(ws, "anna", 'add PERSON "the commissar 𝔎arl"\na\na\na note="as on the map"\na\na\na\namend stance=denied\n')
    review(ws, "ben", 'add PERSON "𝔎arl"\na\na\ns\nr note="a villa"\na\na\na\namend stance=asserted\n')
    return Workspace.open(ws.root)


@pytest.fixture
def ruling(differing: Workspace) -> Iterator[Any]:
    with web.serving(differing, verb="adjudicate", who="carla") as served:
        yield served


def ruled(ws: Workspace) -> list[tuple[str, str]]:
    found = [each for each in web.decided(ws) if each.reviewer == "carla"]
    return [(each.answer, each.note) for each in found]


def test_only_conflicts_are_shown_with_who_said_what_and_why(ruling: Any, tab: Open) -> None:
    page = tab(ruling)
    assert "conflict 1 of" in page.locator("#counts").inner_text()
    assert page.locator(".sides [data-side]").count() == 2
    assert "the commissar 𝔎arl" in page.locator("[data-side=anna]").inner_text()
    page.keyboard.press("s")
    page.locator("h2", has_text="Zakopane").wait_for()
    anna, ben = (page.locator(f"[data-side={name}]").inner_text() for name in ("anna", "ben"))
    assert "as on the map" in anna
    assert "accepted it, " in anna
    assert "There is nothing here." in ben
    assert "a villa" in ben


def test_a_side_is_taken_by_its_number_and_taken_back(ruling: Any, differing: Workspace, tab: Open) -> None:
    page = tab(ruling)
    page.keyboard.press("n")
    page.keyboard.type("as the title page has it")
    page.keyboard.press("Enter")
    page.keyboard.press("2")
    web.saved(page, 2)
    page.locator("h2", has_text="Zakopane").wait_for()
    page.wait_for_selector("body[data-ready]")
    assert sorted(ruled(differing)) == [("accept", "as the title page has it"), ("reject", "as the title page has it")]
    page.keyboard.press("u")
    page.locator("h2", has_text="Which words").wait_for()
    assert [answer for answer, _ in ruled(differing)][2:] == ["retract", "retract"]


def test_all_is_settled_with_the_keys_alone(ruling: Any, differing: Workspace, tab: Open) -> None:
    """Both are kept, there is nothing, one is amended: then nothing is in conflict any more."""
    page = tab(ruling)
    page.keyboard.press("b")
    page.locator("h2", has_text="Zakopane").wait_for()
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("0")
    page.locator("h2", has_text="claim").wait_for()
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("1")
    page.locator("h2", has_text="Nothing is in conflict").wait_for()
    page.wait_for_selector("body[data-ready]")
    assert "saved, line 4" in page.locator(".saved").inner_text()
    assert [answer for answer, _ in ruled(differing)] == ["accept", "accept", "reject", "accept"]


def test_the_first_is_amended_and_takes_the_place_of_the_others(ruling: Any, differing: Workspace, tab: Open) -> None:
    """Its edge is moved in the text, behind a letter outside the BMP."""
    page = tab(ruling)
    page.keyboard.press("e")
    page.locator("#record").focus()
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    web.saved(page, 2)
    # Chromium may never close a page that is on its way to the next one.
    page.locator("h2", has_text="Zakopane").wait_for()
    page.wait_for_selector("body[data-ready]")
    made = [each for each in web.decided(differing) if each.reviewer == "carla"]
    assert sorted(each.answer for each in made) == ["amend", "reject"]
    assert next(each.set.exact for each in made if each.answer == "amend") == "commissar 𝔎arl"


def test_a_ruling_on_what_has_changed_is_refused_with_both_versions(
    ruling: Any, differing: Workspace, tab: Open
) -> None:
    page = tab(ruling)
    page.keyboard.press("s")
    page.locator("h2", has_text="Zakopane").wait_for()
    page.wait_for_selector("body[data-ready]")
    review(differing, "dora", '.\n.\n.\n.\nr note="no town"\n')
    page.keyboard.press("1")
    page.wait_for_selector("dialog[open] .conflict")
    assert page.locator("dialog section section").count() >= 2
    assert "dora" in page.locator(".conflict > .sides > section").nth(1).inner_text()
    assert not ruled(differing)


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_axe_finds_nothing_in_conflicts(ruling: Any, browser: Any, scheme: str) -> None:
    given = {"forced_colors": "active"} if scheme == "forced" else {"color_scheme": scheme}
    context = browser.new_context(bypass_csp=True, **given)
    page = context.new_page()
    page.goto(ruling.opened)
    found: dict[str, list[str]] = {}
    for n in range(4):
        page.wait_for_selector("body[data-ready]")
        found[page.locator("h2").first.inner_text()] = web.faults(page)
        page.keyboard.press("3" if n == 3 else "s")
        page.wait_for_timeout(300)
    browser.close(context)
    assert not {view: faults for view, faults in found.items() if faults}
