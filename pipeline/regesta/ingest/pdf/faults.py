"""What can be wrong with a PDF, said with file, reason and remedy."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from regesta.errors import Finding, RegestaError, fail


def broken(name: str, reason: str) -> RegestaError:
    """The file is no PDF that can be opened."""
    return fail(
        "ingest.broken",
        "the PDF cannot be opened",
        path=name,
        why=f"The reader says “{reason}”.",
        remedy=f"Try to mend it with `qpdf {shlex.quote(name)} mended.pdf`, or get the file again, and ingest that.",
    )


def encrypted(name: str) -> RegestaError:
    """The file asks for a password."""
    return fail(
        "ingest.encrypted",
        "the PDF is encrypted and asks for a password",
        path=name,
        why="Nothing in it can be read without.",
        remedy=f"Make a copy without it: `qpdf --decrypt --password=... {shlex.quote(name)} open.pdf`.",
    )


def no_text(name: str, pages: int, pictures: int) -> RegestaError:
    """No page has a word."""
    if not pages:
        return broken(name, "there is no page in it")
    if pictures:
        return fail(
            "ingest.image_only",
            f"no text: {_pages_are(pages)} only pictures",
            path=name,
            why="A scan holds no words until text recognition adds them.",
            remedy=f"Run `ocrmypdf {shlex.quote(name)} with-text.pdf`, and ingest that.",
        )
    return fail(
        "ingest.no_text",
        f"no text: {_pages_are(pages)} blank",
        path=name,
        why="There is not one word on any page, and no picture; letters drawn as outlines look like this, too.",
        remedy=f"Look at it; if you see text, run `ocrmypdf --force-ocr {shlex.quote(name)} with-text.pdf`.",
    )


def _pages_are(pages: int) -> str:
    return "its one page is" if pages == 1 else f"all {pages} pages are"


def some_without_text(name: str, numbers: Sequence[int]) -> Finding:
    """Some pages are pictures."""
    return Finding(
        code="ingest.image_pages",
        level="warning",
        path=name,
        what=f"{listed(numbers)} {'has' if len(numbers) == 1 else 'have'} pictures and no text",
        why="What stands on them cannot be found, tagged or cited.",
        remedy=f"Run `ocrmypdf --skip-text {shlex.quote(name)} with-text.pdf`, and ingest that.",
    )


def page_failed(name: str, number: int, reason: str) -> Finding:
    """One page cannot be read; the others can."""
    return Finding(
        code="ingest.page",
        path=name,
        what=f"page {number} cannot be read",
        why=f"The reader says “{reason}”.",
        remedy=f"Try to mend the file with `qpdf {shlex.quote(name)} mended.pdf`, and ingest that.",
    )


def disagreement(name: str, number: int, ours: int, theirs: int, common: int, share: float, least: float) -> Finding:
    """Two readers see different words on a page."""
    return Finding(
        code="ingest.agreement",
        level="warning",
        path=name,
        what=(
            f"page {number}: pdfplumber reads {ours} words, pypdfium2 {theirs}, {common} of them the same "
            f"(agreement {share:.2f}, least {least:.2f})"
        ),
        why="One of the two misreads the page: glued words, letters without a Unicode value, text drawn twice.",
        remedy="Compare the page with its text before you review what was found on it.",
    )


def no_second_opinion(name: str, reason: str) -> Finding:
    """The second reader cannot open what the first one reads."""
    return Finding(
        code="ingest.second",
        level="warning",
        path=name,
        what="pypdfium2 cannot open the PDF, so no page was compared",
        why=f"It says: {reason}.",
        remedy=f"Mend the file with `qpdf {shlex.quote(name)} mended.pdf`, and ingest that.",
    )


def unmapped(name: str, numbers: Sequence[int], glyphs: int) -> Finding:
    """Some glyphs have no Unicode value."""
    return Finding(
        code="ingest.unmapped",
        level="warning",
        path=name,
        what=f"{glyphs} glyphs on {listed(numbers)} have no Unicode value and stand as \ufffd in the text",
        why="The file does not say which letters its font draws.",
        remedy=f"If they matter, run `ocrmypdf --force-ocr {shlex.quote(name)} with-text.pdf`, and ingest that.",
    )


def listed(numbers: Sequence[int]) -> str:
    """Page numbers as people write them: "page 3", "pages 1, 4–6"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    text = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"page {text}" if len(numbers) == 1 else f"pages {text}"
