"""The work that a source relays: one that is named in a passage and known to the corpus, but not held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.model.claim import Asserter
from regesta.model.source import Source
from regesta.names.fold import fold

#: A shorter title could be any words.
_SHORTEST = 10
_YEAR = re.compile(r"\b\d{4}\b")


def relayed_work(passage: str, asserter: Asserter, relayed: Sequence[Source]) -> str:
    """The citekey of the one work that a passage names by its title, or by its author and year; empty where none is."""
    if asserter.kind == "source":
        return ""
    words = _plain(passage)
    titled = [source.id for source in relayed if _is_titled(words, source)]
    if titled:
        return titled[0] if len(titled) == 1 else ""
    years = set(_YEAR.findall(passage))
    cited = [source.id for source in relayed if _is_by(asserter, source) and _year(source) in years]
    return cited[0] if len(cited) == 1 else ""


def _is_titled(words: str, source: Source) -> bool:
    title = _plain(str(source.csl.get("title", "")))
    return len(title) >= _SHORTEST and f" {title} " in f" {words} "


def _is_by(asserter: Asserter, source: Source) -> bool:
    """Whether a person who asserts has the family name of an author of the work."""
    authors = source.csl.get("author")
    people = [author for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    names = [str(author.get("family", "")) for author in people]
    label = f" {_plain(asserter.label)} "
    return asserter.kind == "person" and any(name and f" {_plain(name)} " in label for name in names)


def _year(source: Source) -> str:
    """The year of publication; empty where the record has none."""
    issued = source.csl.get("issued")
    found = _YEAR.search(str(issued.get("date-parts", issued))) if isinstance(issued, dict) else None
    return found[0] if found else ""


def _plain(words: str) -> str:
    """Words without case, diacritics and punctuation, one blank between."""
    return " ".join(re.findall(r"\w+", fold(words)))
