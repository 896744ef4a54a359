"""The reader of HTML: the main text by trafilatura, with headings, lists and tables as Markdown writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from trafilatura import bare_extraction, load_html

from regesta.errors import Finding, fail
from regesta.ingest.decode import decode
from regesta.ingest.html_record import record
from regesta.ingest.media_types import HTML
from regesta.ingest.plain import cleaned
from regesta.ingest.reading import Reading
from regesta.model.counts import counted
from regesta.model.settings import IngestSettings

#: Raised whenever the same bytes may give another text.
VERSION = "1"
#: How much of a file is searched for its encoding.
_HEAD = 4096
#: A page of which less than this share of words was taken is worth a look.
_LEAST_SHARE = 0.5

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(
    rb"<\?xml[^>]*\bencoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]*\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
#: By the HTML standard these names mean windows-1252.
_WESTERN = frozenset(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1"))
#: What a whole page has; a piece of one is put into a page, or it would be taken for a menu.
_DOCUMENT = re.compile(r"<(?:!doctype|html)\b", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\s*\[?(?:\d{1,3}|[a-z]|[*†‡§]+|note \d+)\]?\s*")
#: Stands for a line break, which is lost in tables otherwise, until white space has been put in order.
_BREAK = "\ue000"
_SPACE = re.compile(r"\s+")


def read_html(data: bytes, name: str, _settings: IngestSettings, encoding: str = "") -> Reading:
    """The reading of a web page; what it declares as its encoding is believed, what it does not is not guessed."""
    characters, encoding = decode(data, name, encoding, _declared(data))
    characters = _XML_DECLARATION.sub("", characters.replace("\0", "").replace(_BREAK, ""))
    if not characters.strip():
        raise _no_text(name)
    tree = load_html(characters if _DOCUMENT.search(characters) else f"<html><body>{characters}</body></html>")
    if tree is None:
        raise _no_text(name)
    csl, language = record(tree)
    whole = _words(" ".join(_visible(tree)))
    _enclose_bare_words(tree)
    for line_break in tree.iter("br"):
        line_break.tail = _BREAK + (line_break.tail or "")
    body: Any = bare_extraction(
        tree, include_comments=False, include_tables=True, include_formatting=True, favor_recall=True
    )
    blocks = list(_blocks(body.body)) if body is not None else []
    text, findings = cleaned("\n\n".join(blocks) + "\n", name) if blocks else ("", [])
    if not text.strip():
        raise _no_main_text(name, whole) if whole else _no_text(name)
    taken = _words(text)
    if taken < _LEAST_SHARE * whole:
        findings.append(_partial(name, taken, whole))
    return Reading(
        text=text,
        media_type=HTML,
        reader="trafilatura",
        version=f"{VERSION} (trafilatura {version('trafilatura')})",
        encoding=encoding,
        csl=csl,
        language=language,
        findings=findings,
    )


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD])
    if not match:
        return ""
    label = (match[1] or match[2]).decode("ascii", "replace").lower()
    return "windows-1252" if label in _WESTERN else "" if label.startswith(("utf-16", "utf-32")) else label


def _no_text(name: str) -> Exception:
    return fail(
        "ingest.no_text", "there is no text in the page", path=name,
        why="Pages that a script fills in the browser look like this when they are saved as source.",
        remedy="Save the page as the browser shows it, or print it to PDF, and ingest that.",
    )  # fmt: skip


def _no_main_text(name: str, whole: int) -> Exception:
    what = f"none of the page's {counted(whole, 'word')} stands in what looks like its main text"
    return fail(
        "ingest.no_text", what, path=name,
        why="Menus, side bars and feet are left out, and this page seems to hold nothing else.",
        remedy="Save the part that you need as text or as a page of its own, and ingest that.",
    )  # fmt: skip


def _partial(name: str, taken: int, whole: int) -> Finding:
    return Finding(
        code="ingest.partial", level="note", path=name,
        what=f"{taken} of the page's {whole} words were taken for its text",
        why="Menus, side bars and feet are left out; a page of an unusual make may lose more.",
        remedy="Compare the text with the page; if too much is missing, save the part that you need, and ingest that.",
    )  # fmt: skip


def _enclose_bare_words(tree: Any) -> None:
    """Puts what stands in a body into a block, where words stand there bare; trafilatura passes over those."""
    for body in list(tree.iter("body")):
        if (body.text or "").strip() or any((child.tail or "").strip() for child in body):
            block = body.makeelement("div")
            block.text, body.text = body.text, None
            block.extend(list(body))
            body.append(block)


def _words(text: str) -> int:
    return len(text.split())


def _visible(tree: Any) -> Iterator[str]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in (
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
        ):
            yield element.text or ""
        yield element.tail or ""


def _blocks(element: Any) -> Iterator[str]:
    """The blocks of trafilatura's tree: paragraphs, headings, lists, tables, quotations, and words that stand bare."""
    bare = _in_order(element.text or "")
    if bare:
        yield bare
    for child in element:
        if not isinstance(child.tag, str):
            continue
        made = ""
        if child.tag == "head":
            level = re.sub(r"\D", "", child.get("rend") or "") or "2"
            made = _prefixed("#" * int(level) + " ", child)
        elif child.tag == "list":
            made = "\n".join(_items(child, ""))
        elif child.tag == "table":
            made = "\n".join(_row(row) for row in child if row.tag == "row" and _inline(row))
        elif child.tag in ("quote", "div", "body", "main", "section") and _has_blocks(child):
            yield from _blocks(child)
        else:
            made = _inline(child)
        if made:
            yield made
        bare = _in_order(child.tail or "")
        if bare:
            yield bare


def _has_blocks(element: Any) -> bool:
    return any(isinstance(child.tag, str) and child.tag in ("p", "head", "list", "table", "quote") for child in element)


def _prefixed(prefix: str, element: Any, without: str = "") -> str:
    text = _inline(element, without).replace("\n", " ")
    return prefix + text if text else ""


def _items(element: Any, indent: str) -> Iterator[str]:
    """The items of a list, each with the lists inside of it below it, indented."""
    for item in element:
        if item.tag == "list":
            yield from _items(item, indent + "  ")
        elif isinstance(item.tag, str):
            text = _prefixed(f"{indent}- ", item, without="list")
            if text:
                yield text
            for inner in item:
                if inner.tag == "list":
                    yield from _items(inner, indent + "  ")


def _row(row: Any) -> str:
    return "| " + " | ".join(_inline(cell) for cell in row if cell.tag == "cell") + " |"


def _inline(element: Any, without: str = "") -> str:
    return _in_order("".join(_pieces(element, without)))


def _in_order(text: str) -> str:
    """The text with one blank for any white space, and a line end for each line break."""
    return re.sub(f" ?{_BREAK}[ {_BREAK}]*", "\n", _SPACE.sub(" ", text)).strip()


def _pieces(element: Any, without: str) -> Iterator[str]:
    """The text inside a block, without the elements of one kind in it.

    A raised mark that calls for a note is left out, as in print.
    """
    if (
        element.tag == "hi"
        and "sup" in (element.get("rend") or "")
        and _NOTE_MARK.fullmatch("".join(element.itertext()))
    ):
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag != without:
            separate = child.tag in ("p", "item", "cell", "list", "row", "quote")
            if separate:
                yield " "
            yield from _pieces(child, without)
            if separate:
                yield " "
        yield child.tail or ""
