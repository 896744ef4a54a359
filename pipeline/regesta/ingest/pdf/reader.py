"""The PDF reader: bytes to text, layout and findings."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from importlib.metadata import version
from itertools import repeat
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFEncryptionError, PDFNoPageLabels
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from regesta.errors import Finding
from regesta.ingest.pdf import faults
from regesta.ingest.pdf.compose import compose
from regesta.ingest.pdf.glyphs import GlyphDevice, see
from regesta.ingest.pdf.info import record
from regesta.ingest.pdf.layout import SeenPage, lay_out
from regesta.ingest.pdf.second import SecondReader, agreement, counted
from regesta.ingest.pdf.words import PageWord, words
from regesta.ingest.reading import Reading
from regesta.model.settings import IngestSettings

#: Raised whenever the same bytes may give another text.
VERSION = "1"
MEDIA_TYPE = "application/pdf"

#: Both warn of every small fault of a file; what matters is said by findings.
for library in ("pdfminer", "pdfplumber"):
    logging.getLogger(library).setLevel(logging.ERROR)


def read_pdf(data: bytes, name: str, settings: IngestSettings, _encoding: str = "") -> Reading:
    """The reading of a PDF, which has no encoding as a whole. RegestaError where there is no text to be had."""
    findings: list[Finding] = []
    pdf = _open(data, name)
    pages = list(_see_pages(pdf, name, findings))
    if not any(page.words for page in pages):
        if findings:
            raise faults.broken(name, "none of its pages can be read")
        raise faults.no_text(name, len(pages), sum(page.pictures for page in pages))
    csl, language = record(pdf.metadata, pdf.doc.catalog, len(pages))
    findings.extend(_faulty_pages(pages, name))
    findings.extend(_second_opinion(data, name, pages, settings.agreement))
    text, layout = compose(lay_out(pages))
    return Reading(
        text=text,
        layout=layout,
        media_type=MEDIA_TYPE,
        reader="pdfplumber",
        version=f"{VERSION} (pdfplumber {version('pdfplumber')}, pdfminer.six {version('pdfminer.six')})",
        csl=csl,
        language=language,
        findings=findings,
    )


def _open(data: bytes, name: str) -> Any:
    try:
        pdf = pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        reason = error.args[0] if error.args else error
        if isinstance(reason, MemoryError):
            raise reason from None
        if isinstance(reason, PDFEncryptionError):
            raise faults.encrypted(name) from None
        raise faults.broken(name, _said(reason)) from None
    except MemoryError:
        raise
    except Exception as error:
        raise faults.broken(name, _said(error)) from None
    return pdf


def _see_pages(pdf: Any, name: str, findings: list[Finding]) -> Iterator[SeenPage]:
    """Each page with its words; a page that cannot be read is a finding, and stays as a blank one."""
    try:
        pages: list[Page] = pdf.pages
    except MemoryError:
        raise
    except Exception as error:
        raise faults.broken(name, _said(error)) from None
    device = GlyphDevice(pdf.rsrcmgr)
    for page, label in zip(pages, _labels(pdf), strict=False):
        number = page.page_number
        try:
            see(page, device)
        except MemoryError:
            raise
        except Exception as error:
            findings.append(faults.page_failed(name, number, _said(error)))
            yield SeenPage(number, label or str(number), float(page.width) or 1.0, float(page.height) or 1.0)
            continue
        seen = SeenPage(number, label or str(number), device.width, device.height)
        seen.words = [word for word in words(device.fragments, number) if _is_on_page(word, seen)]
        seen.rules, seen.pictures, seen.unmapped = device.rules, device.pictures, device.unmapped
        yield seen


def _labels(pdf: Any) -> Iterator[str | None]:
    """The page labels that the file gives, without end; none for pages for which it says nothing."""
    with suppress(PDFNoPageLabels, LookupError, TypeError, ValueError):
        yield from pdf.doc.get_page_labels()
    yield from repeat(None)


def _is_on_page(word: PageWord, page: SeenPage) -> bool:
    """Whether the word's middle lies on the page as shown; crop marks and cut-off neighbours do not."""
    width, height = (page.width, page.height) if word.turn in (0, 180) else (page.height, page.width)
    return 0 <= word.x0 + word.x1 <= 2 * width and 0 <= word.top + word.bottom <= 2 * height


def _faulty_pages(pages: Sequence[SeenPage], name: str) -> Iterator[Finding]:
    pictures = [page.number for page in pages if page.pictures and not page.words]
    if pictures:
        yield faults.some_without_text(name, pictures)
    glyphs = [page.number for page in pages if page.unmapped]
    if glyphs:
        yield faults.unmapped(name, glyphs, sum(page.unmapped for page in pages))


def _second_opinion(data: bytes, name: str, pages: Sequence[SeenPage], least: float) -> Iterator[Finding]:
    try:
        second = SecondReader(data)
    except pypdfium2.PdfiumError as error:
        yield faults.no_second_opinion(name, _said(error))
        return
    with closing(second):
        for page in pages:
            ours = counted(word.text for word in page.words)
            try:
                theirs = second.words(page.number)
            except pypdfium2.PdfiumError as error:
                yield faults.page_failed(name, page.number, f"{_said(error)} (pypdfium2)")
                continue
            share = agreement(ours, theirs)
            if share < least:
                common = (ours & theirs).total()
                yield faults.disagreement(name, page.number, ours.total(), theirs.total(), common, share, least)


def _said(error: object) -> str:
    """An error in a line, with its kind where it has no words."""
    said = " ".join(str(error).split()).rstrip(".")
    return said or type(error).__name__
