"""What `regesta agree --html` writes, in Chromium: readable in every light and width, with nothing for axe to find.

The page is drawn by the review; it is looked at here, where the browser is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from regesta.review.agree.opinions import Mark
from regesta.review.agree.page import page
from regesta.review.agree.result import Agreement, Difference, Figure, Figures, Pair


@pytest.fixture
def address(tmp_path: Path) -> str:
    """The page of three people and two sources, one with a long name."""
    mark = Mark(id="m-1", start=80, end=84, label="PLACE", value="place:lwow", exact="Lwów")
    row = Figures(
        name="all", units=40, same=0.9, strict=Figure(value=0.8, low=0.7, high=0.9), kappa=Figure(value=0.7),
        values=1.0, cautions=["fewer than 30 units: one answer more or less moves every figure"],
    )  # fmt: skip
    found = Agreement(
        reviewers=["anna", "ben", "carla"],
        pairs=[
            Pair(reviewers=names, all=row, labels=[row], sources=[row], claims=[row], joins=[row])
            for names in (("anna", "ben"), ("anna", "carla"))
        ],
        overall=row,
        differences=[
            Difference(
                reviewers=names, source=source, start=80, end=84, kind="missing", quote="Lwów",
                answers={names[0]: mark, names[1]: None}, before="They met in ", after=" in 1939.",
            )
            for names in (("anna", "ben"), ("anna", "carla"))
            for source in ("kowal1951", "a-citekey-that-is-rather-long-and-does-not-end-1951")
        ],
        lengths={"kowal1951": 1000},
    )  # fmt: skip
    path = tmp_path / "agreement.html"
    path.write_text(page(found, "Talks"), "utf-8")
    return path.as_uri()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1100), ("dark", 1100), ("light", 380)])
def test_it_can_be_read_in_every_light_and_width(browser: Any, address: str, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    try:
        shown = context.new_page()
        shown.goto(address)
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
        found = axe.run(shown)
        assert found.violations_count == 0, found.generate_report()
    finally:
        browser.close(context)
