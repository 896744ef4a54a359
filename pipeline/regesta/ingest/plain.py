"""The readers of plain text and Markdown."""

from __future__ import annotations

import re
from typing import Any

from regesta.errors import Finding, fail
from regesta.ingest.clean import clean
from regesta.ingest.decode import decode
from regesta.ingest.language import language_tag
from regesta.ingest.media_types import MARKDOWN, PLAIN
from regesta.ingest.reading import Reading
from regesta.model.settings import IngestSettings

#: Raised whenever the same bytes may give another text.
VERSION = "1"

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n+|$)", re.S)
_FIELD = re.compile(r"([A-Za-z][\w-]*):[ \t]*(.*)")
_HEADING = re.compile(r"^(?:#[ \t]+(.+?)[ \t]*#*|(\S.*)\n=+)[ \t]*$", re.M)
#: Inline marks of Markdown, with what stays of them.
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"\[\^[^\]\s]+\](?!:)"), ""),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"<(https?://[^\s<>]+)>"), r"\1"),
    (re.compile(r"(?<![\\*\w])(\*{1,3})(?=\S)([^*\n]+(?:\n[^*\n]+)*)(?<=\S)\1(?![*\w])"), r"\2"),
    (re.compile(r"(?<![\\_\w])(_{1,3})(?=\S)([^_\n]+(?:\n[^_\n]+)*)(?<=\S)\1(?![_\w])"), r"\2"),
    (re.compile(r"(?<!`)`([^`\n]+)`(?!`)"), r"\1"),
)


def read_plain(data: bytes, name: str, _settings: IngestSettings, encoding: str = "") -> Reading:
    """The reading of a plain text file: its characters as they are, in NFC with LF."""
    text, encoding = decode(data, name, encoding)
    text, findings = cleaned(text, name)
    return Reading(
        text=text,
        media_type=PLAIN,
        reader="plain",
        version=VERSION,
        encoding=encoding,
        csl={"type": "document"},
        findings=findings,
    )


def read_markdown(data: bytes, name: str, _settings: IngestSettings, encoding: str = "") -> Reading:
    """The reading of a Markdown file: its front matter becomes a record, its inline marks go, its blocks stay.

    A reader of a quote should see words, so emphasis, links and footnote marks leave only their text.
    """
    text, encoding = decode(data, name, encoding)
    text, findings = cleaned(text, name)
    csl, language, text = _front_matter(text)
    for pattern, stays in _INLINE:
        text = pattern.sub(stays, text)
    heading = _HEADING.search(text)
    if "title" not in csl and heading:
        csl["title"] = heading[1] or heading[2]
    return Reading(
        text=clean(text)[0],
        media_type=MARKDOWN,
        reader="markdown",
        version=VERSION,
        encoding=encoding,
        csl=csl,
        language=language,
        findings=findings,
    )


def cleaned(text: str, name: str) -> tuple[str, list[Finding]]:
    """The text in its canonical form, and a finding where control characters were in it; blank text is an error."""
    text, removed = clean(text)
    if not text.strip():
        raise fail(
            "ingest.no_text", "there is no text in the file", path=name, why="It holds nothing but white space.",
            remedy="Get the file again, or leave it out.",
        )  # fmt: skip
    if not removed:
        return text, []
    finding = Finding(
        code="ingest.control",
        level="warning",
        path=name,
        what=f"{removed} control character{'s were' if removed > 1 else ' was'} left out of the text",
        why="Control characters such as NUL are no text, and mostly stand where a conversion went wrong.",
        remedy="Compare the text with the file before you review it.",
    )
    return text, [finding]


def _front_matter(text: str) -> tuple[dict[str, Any], str, str]:
    """The record and the language that the front matter gives, and the text after it."""
    csl: dict[str, Any] = {"type": "document"}
    match = _FRONT.match(text)
    if not match:
        return csl, "", text
    fields: dict[str, list[str]] = {}
    key = ""
    for line in match[1].split("\n"):
        field = _FIELD.fullmatch(line)
        if field:
            key = field[1].lower()
            fields[key] = [_unquoted(field[2])] if field[2].strip() else []
        elif line.lstrip().startswith("- ") and key:
            fields[key].append(_unquoted(line.lstrip()[2:]))
    title, authors = fields.get("title", []), fields.get("author", fields.get("authors", []))
    if title:
        csl["title"] = " ".join(title)
    if authors:
        csl["author"] = [{"literal": author} for author in _listed(authors)]
    if fields.get("date"):
        csl["issued"] = {"raw": fields["date"][0]}
    language = (fields.get("lang") or fields.get("language") or [""])[0]
    return csl, language_tag(language), text[match.end() :]


def _listed(values: list[str]) -> list[str]:
    if len(values) == 1 and values[0].startswith("[") and values[0].endswith("]"):
        values = [_unquoted(value) for value in values[0][1:-1].split(",")]
    return [value for value in values if value]


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
