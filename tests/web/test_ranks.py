"""Rival values on the page: each beside the other with who says so, ranked by keys."""

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
    done = CliRunner().invoke(regesta, ["-C", str(ws.root), "review", "--plain", "--as", name], input=lines)
    assert done.exit_code == 0, done.output


@pytest.fixture
def contested(ws: Workspace) -> Workspace:
    """One meeting of which one claim says 6 December and the other November, and no rule prefers either."""
    review(ws, "anna", "a\n" * 8)
    return ws


@pytest.fixture
def ranking(contested: Workspace) -> Iterator[Any]:
    with web.serving(contested) as served:
        yield served


def ranks(ws: Workspace) -> list[tuple[str, str]]:
    return [(str(each.set.rank), each.note) for each in web.decided(ws) if each.answer == "rank"]


def test_rivals_stand_side_by_side_with_who_says_so_and_in_which_words(ranking: Any, tab: Open) -> None:
    page = tab(ranking, "/ranks")
    assert page.locator("h2").inner_text() == "When was it?"
    sides = page.locator(".sides [data-side]")
    assert sides.count() == 2
    first = sides.nth(0).inner_text()
    assert "6 December 1939" in first
    assert "On 6 December 1939 Major Nowak met the commissar" in first
    assert "Asserted by the source itself" in first
    assert "normal" in first
    assert "November 1939" in sides.nth(1).inner_text()
    assert "1 waits" in page.locator("#counts").inner_text()


def test_a_value_is_preferred_by_its_number_with_a_reason_and_taken_back(
    ranking: Any, contested: Workspace, tab: Open
) -> None:
    page = tab(ranking, "/ranks")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("n")
    page.keyboard.type("the letter was written that day")
    page.keyboard.press("Enter")
    page.keyboard.press("1")
    page.locator("h2", has_text="Nothing waits to be ranked").wait_for()
    page.wait_for_selector("body[data-ready]")
    web.saved(page, 9)
    assert "6 December 1939" in page.locator("tbody tr").inner_text()
    assert ranks(contested) == [("preferred", "the letter was written that day")]
    page.keyboard.press("u")
    page.locator("h2", has_text="When was it?").wait_for()
    page.wait_for_selector("body[data-ready]")
    web.saved(page, 10)
    assert page.locator("[aria-pressed=true]").all_inner_texts() == ["Normal", "Normal"]


def test_what_is_preferred_instead_makes_the_other_normal_in_one_act(
    ranking: Any, contested: Workspace, tab: Open
) -> None:
    review(contested, "anna", "rank 1939-12-06 preferred\n".replace("1939-12-06", _value(contested, "1939-12-06")))
    page = tab(ranking, "/ranks?all=1")
    page.locator("tbody a").click()
    page.wait_for_selector("body[data-ready][data-keys]")
    page.locator("[data-side='2']").wait_for()
    page.keyboard.press("2")
    page.locator("h2", has_text="Nothing waits to be ranked").wait_for()
    page.wait_for_selector("body[data-ready]")
    web.saved(page, 11)
    assert [rank for rank, _ in ranks(contested)] == ["preferred", "normal", "preferred"]


def _value(ws: Workspace, edtf: str) -> str:
    claims = [each.target.claim for each in web.decided(ws) if each.target.claim is not None]
    return next(value.id for claim in claims for value in claim.values if value.edtf == edtf)


def test_a_value_is_deprecated_with_shift(ranking: Any, contested: Workspace, tab: Open) -> None:
    page = tab(ranking, "/ranks")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("Shift+Digit2")
    page.locator("h2", has_text="Nothing waits to be ranked").wait_for()
    page.wait_for_selector("body[data-ready]")
    web.saved(page, 9)
    assert [rank for rank, _ in ranks(contested)] == ["deprecated"]


def test_rivals_that_have_changed_are_refused_with_both_versions(ranking: Any, contested: Workspace, tab: Open) -> None:
    page = tab(ranking, "/ranks")
    page.wait_for_selector("body[data-ready]")
    review(contested, "ben", f"rank {_value(contested, '1939-12-06')} deprecated\n")
    page.keyboard.press("1")
    page.wait_for_selector("dialog[open] .conflict")
    assert "ben says deprecated" in page.locator(".conflict > .sides > section").nth(1).inner_text()
    assert [rank for rank, _ in ranks(contested)] == ["deprecated"]
    page.locator(".conflict [data-do=mine]").click()
    page.locator("[data-side='1']", has_text="anna says preferred").wait_for()
    page.wait_for_selector("body[data-ready]")
    assert sorted(rank for rank, _ in ranks(contested)) == ["deprecated", "preferred"]


def test_the_rivals_are_reached_by_a_key(ranking: Any, tab: Open) -> None:
    page = tab(ranking, "/read/letter/1")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("v")
    page.wait_for_url("**/ranks")
    page.wait_for_selector("body[data-ready]")


@pytest.mark.parametrize("scheme", ["light", "dark", "forced"])
def test_axe_finds_nothing_in_rivals(ranking: Any, browser: Any, scheme: str) -> None:
    given = {"forced_colors": "active"} if scheme == "forced" else {"color_scheme": scheme}
    context = browser.new_context(bypass_csp=True, **given)
    page = context.new_page()
    page.goto(ranking.opened)
    found = {}
    for path in ("/ranks", "/ranks?all=1"):
        page.wait_for_selector(".bar")
        page.goto(ranking.base + path)
        page.wait_for_selector("body[data-ready]")
        found[path] = web.faults(page)
    browser.close(context)
    assert not {view: faults for view, faults in found.items() if faults}
