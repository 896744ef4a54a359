"""The frame of every view: its head, its bar, and the places where something is announced."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from regesta.review.keys import ON_CONFLICTS, ON_RANKS
from regesta.web.html import Html, el, join
from regesta.web.keys import REVIEW, table

STYLE = "/static/page.css"
Face = Literal["review", "conflicts", "ranks"]
#: The script and the keys of each face of the page.
_FACES = {
    "review": ("/static/main.js", REVIEW),
    "conflicts": ("/static/adjudicate.js", ON_CONFLICTS),
    "ranks": ("/static/ranks.js", ON_RANKS),
}
#: What the number keys do together with shift.
_SHIFTED = {
    "review": "Shift and a number choose another reading.",
    "ranks": "Shift and a number: that value is deprecated.",
}


def page(
    title: str,
    main: object,
    *,
    bar: object = None,
    kind: str = "",
    reviewer: str = "",
    query: str = "",
    types: Collection[str] = (),
    face: Face = "review",
) -> Html:
    """A whole page, with the keys and the script of a face: to review, to settle conflicts, to rank rival values."""
    script, keys = _FACES[face]
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", f"{title} · regesta"),
        el("link", rel="stylesheet", href=STYLE),
        el("link", rel="icon", href="/static/icon.svg", type="image/svg+xml"),
        el("script", "", src=script, type="module"),
    )
    body = el(
        "body",
        el("a", "To the text", href="#main", class_="skip-link"),
        _bar(bar, query),
        el("main", main, id="main", tabindex="-1"),
        el("div", id="live", role="status", aria_live="polite", class_="unseen"),
        el("div", id="alarm", role="alert", hidden=True),
        el("dialog", id="dialog", aria_labelledby="dialog-title"),
        class_=kind,
        data_keys=table(keys),
        data_shifted=_SHIFTED.get(face),
        data_reviewer=reviewer,
        data_types=" ".join(sorted(types)) or None,
    )
    return join([Html("<!doctype html>"), el("html", head, body, lang="en")])


def bare(title: str, *children: object, refresh: bool = False) -> Html:
    """A page for who is not yet inside: no script, nothing of the workspace."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", http_equiv="refresh", content="0; url=/") if refresh else None,
        el("title", f"{title} · regesta"),
        el("link", rel="stylesheet", href=STYLE),
    )
    body = el("body", el("main", el("h1", title), *children), class_="bare")
    return join([Html("<!doctype html>"), el("html", head, body, lang="en")])


def _bar(middle: object, query: str) -> Html:
    search = el(
        "form",
        el("label", "Search all sources", for_="query", class_="unseen"),
        el("input", id="query", name="q", type="search", placeholder="Search all sources", value=query or None),
        action="/search",
        role="search",
    )
    keys = el("label", el("input", type="checkbox", id="keys-on", checked=True), "Keys")
    helping = el("button", el("kbd", "?", aria_hidden="true"), "Help", type="button", data_do="help")
    return el("header", el("a", "regesta", href="/sources", class_="home"), middle, search, keys, helping, class_="bar")
