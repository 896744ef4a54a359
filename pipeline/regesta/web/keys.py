"""The keys as a page writes them: on its buttons, and as the table that its script reads."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from regesta.review.keys import KEYS, ON_CONFLICTS, ON_PAGE, ON_RANKS, Key
from regesta.web.html import Html, el

_TITLES = {
    "nothing": "Nothing here",
    "complete": "Finish…",
    "level": "All normal",
    "amend": "Edit",
    "everywhere": "Everywhere…",
    "note": "Note",
    "recall": "As before",
}
#: Not asked for with a line here, or done by closing the window.
_NOT_HERE = ("quit",)
REVIEW = (*(each for each in KEYS if each.name not in _NOT_HERE), *ON_PAGE)
_BY_NAME = {each.name: each for each in (*ON_RANKS, *ON_CONFLICTS, *REVIEW)}


def button(name: str, words: str = "") -> Html:
    """The button that does what a key does, with the key on it."""
    key = _BY_NAME[name]
    title = words or _TITLES.get(name, name.capitalize())
    return el("button", el("kbd", key.key, aria_hidden="true"), title, type="button", data_do=name, title=key.does)


def acts_with_note(buttons: Iterable[Html], words: str, name: str) -> Html:
    """The acts of a card with a field for a note that is kept with them, and the line that says what was saved."""
    note = el(
        "label",
        el("kbd", "n", data_key_of="note", aria_hidden="true"),
        words,
        el("input", id="note", autocomplete="off"),
        class_="note-with",
    )
    said = el("p", class_="saved", data_role="saved")
    return el("div", *buttons, note, said, class_="acts", role="group", aria_label=name)


def table(keys: Iterable[Key]) -> str:
    """Keys with what they do, as JSON for the page; names are what the page's own settings remap."""
    return msgspec.json.encode([{"key": each.key, "name": each.name, "does": each.does} for each in keys]).decode()
