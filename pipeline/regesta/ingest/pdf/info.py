"""What a PDF says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pdfplumber.utils.pdfinternals import resolve_and_decode

from regesta.ingest.clean import clean
from regesta.ingest.language import language_tag

#: Titles that a program has set, not a person.
_NO_TITLE = re.compile(
    r"(untitled|document\d*|microsoft (word|powerpoint) - .*|.*\.(docx?|tex|dvi|indd|odt|qxd|rtf|ps|pdf))", re.I
)


def record(info: Mapping[str, Any], catalog: Mapping[str, Any], pages: int) -> tuple[dict[str, Any], str]:
    """A CSL item of what the file says of itself, and its language as a BCP 47 tag, empty where it says none.

    When the file was made is not when the work was issued, so no date is taken from it.
    """
    csl: dict[str, Any] = {"type": "document", "number-of-pages": pages}
    title = _text(info.get("Title"))
    if title and not _NO_TITLE.fullmatch(title):
        csl["title"] = title
    author = _text(info.get("Author"))
    if author:
        csl["author"] = [{"literal": part} for part in re.split(r"\s*;\s*|\s+and\s+|\s*&\s*", author) if part]
    for key, field in (("Subject", "abstract"), ("Keywords", "keyword")):
        text = _text(info.get(key))
        if text:
            csl[field] = text
    language = _text(_resolved(catalog.get("Lang"))).replace("_", "-")
    return csl, language_tag(language)


def _resolved(value: object) -> object:
    try:
        return resolve_and_decode(value)
    except Exception:
        return ""


def _text(value: object) -> str:
    return " ".join(clean(value)[0].split()) if isinstance(value, str) else ""
