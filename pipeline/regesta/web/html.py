"""HTML that is safe by how it is made: text is escaped unless it is markup that was made here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_VOID = frozenset({"img", "input", "meta", "link", "br", "hr"})


class Html(str):
    """Markup that was made by `el`; any other text is escaped when it is put into some."""

    __slots__ = ()


def text(content: object) -> Html:
    """The content as markup: escaped, unless it is markup already."""
    return content if isinstance(content, Html) else Html(escape(str(content), quote=True))


def join(parts: Iterable[object], between: str = "") -> Html:
    """Several contents, one after the other; None is left out."""
    return Html(text(between).join(text(part) for part in parts if part is not None))


def el(tag: str, /, *children: object, **attributes: object) -> Html:
    """An element: `class_` gives `class`, `data_key` gives `data-key`; None and False leave an attribute out.

    A child that is None is left out.
    """
    given = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _VOID:
        return Html(f"<{tag}{given}>")
    return Html(f"<{tag}{given}>{join(children)}</{tag}>")


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    written = name.rstrip("_").replace("_", "-")
    return f" {written}" if value is True else f' {written}="{text(value)}"'
