"""What a web page says of itself: title, author, date, site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from regesta.ingest.clean import clean
from regesta.ingest.language import language_tag

#: Names of meta tags, the most exact first.
_TITLE = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHOR = ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author")
_ISSUED = (
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "article:published_time", "date",
)  # fmt: skip
_SITE = ("citation_journal_title", "og:site_name", "application-name", "dc.publisher")
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d-])")


def record(tree: Any) -> tuple[dict[str, Any], str]:
    """A CSL item of what the page says of itself, and its language as a BCP 47 tag, empty where it says none.

    A date is taken only from a tag that says when the page was published; it is never guessed from the text.
    """
    meta = _meta(tree)
    linked = _linked_data(tree)
    csl: dict[str, Any] = {"type": "webpage"}
    title = (
        _first(meta, _TITLE) or _one_line(linked.get("headline")) or _tag_text(tree, "title") or _tag_text(tree, "h1")
    )
    if title:
        csl["title"] = title
    authors = _all(meta, _AUTHOR) or _names(linked.get("author"))
    authors = [author for author in authors if not author.startswith(("http://", "https://"))]
    if authors:
        csl["author"] = [{"literal": author} for author in authors]
    issued = _date_parts(_first(meta, _ISSUED)) or _date_parts(_one_line(linked.get("datePublished")))
    if issued:
        csl["issued"] = {"date-parts": [issued]}
    site = _first(meta, _SITE)
    if site:
        csl["container-title"] = site
    url = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), "") or _first(
        meta, ("og:url",)
    )
    if url and url.startswith(("http://", "https://")):
        csl["URL"] = url
    language = _one_line(tree.get("lang") or next((html.get("lang") for html in tree.iter("html")), ""))
    return csl, language_tag(language)


def _meta(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        key = (tag.get("name") or tag.get("property") or tag.get("itemprop") or "").lower()
        content = _one_line(tag.get("content"))
        if key and content:
            found.setdefault(key, []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _all(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return next((meta[name] for name in names if name in meta), [])


def _tag_text(tree: Any, tag: str) -> str:
    return next((text for text in (_one_line("".join(found.itertext())) for found in tree.iter(tag)) if text), "")


def _one_line(value: object) -> str:
    return " ".join(clean(value)[0].split()) if isinstance(value, str) else ""


def _linked_data(tree: Any) -> dict[str, Any]:
    """The first article that the page describes in JSON-LD."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            if "headline" in item or "datePublished" in item:
                return item
    return {}


def _items(data: object) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _items(item)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph", []))


def _names(author: object) -> list[str]:
    if isinstance(author, list):
        return [name for one in author for name in _names(one)]
    if isinstance(author, dict):
        author = author.get("name")
    name = _one_line(author)
    return [name] if name else []


def _date_parts(text: str) -> list[int]:
    match = _DAY.match(text)
    return [int(part) for part in match.groups() if part] if match else []
