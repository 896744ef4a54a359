"""The keys of the page: those that all faces share, and a few that only a page needs."""

from __future__ import annotations

import msgspec

from regesta.review.keys import KEYS, Key
from regesta.web.html import Html, el

_TITLES = {"amend": "Edit", "everywhere": "Everywhere…", "note": "Note", "recall": "As before"}
#: Not asked for with a line here, or done by closing the window.
_NOT_HERE = ("quit",)
OWN: tuple[Key, ...] = (
    Key(key="g", name="goto", does="Go to a page, or to what an id names."),
    Key(key="y", name="sure", does="Accept what is surely right on this page: shows it first."),
    Key(key="c", name="claim", does="Add a claim that rests on the selected words."),
    Key(key="ArrowRight", name="end-on", does="One word more at the end; with shift: one less at the start."),
    Key(key="ArrowLeft", name="end-back", does="One word less at the end; with shift: one more at the start."),
    Key(key="PageDown", name="page-on", does="The next page of the source."),
    Key(key="PageUp", name="page-back", does="The page before."),
)
ALL = (*(each for each in KEYS if each.name not in _NOT_HERE), *OWN)
_BY_NAME = {each.name: each for each in ALL}


def button(name: str, words: str = "") -> Html:
    """The button that does what a key does, with the key on it."""
    key = _BY_NAME[name]
    title = words or _TITLES.get(name, name.capitalize())
    return el("button", el("kbd", key.key, aria_hidden="true"), title, type="button", data_do=name, title=key.does)


def table() -> str:
    """All keys with what they do, as JSON for the page; names are what the page's own settings remap."""
    return msgspec.json.encode([{"key": each.key, "name": each.name, "does": each.does} for each in ALL]).decode()
