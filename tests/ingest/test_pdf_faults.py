"""Documents named after their fault: each is said with file, reason and remedy."""

from __future__ import annotations

import re

import pytest
from fpdf.encryption import EncryptionMethod

from regesta.errors import RegestaError
from regesta.ingest.pdf.faults import listed
from regesta.ingest.read import read

LINES = [
    "The delegations met for the first time in autumn and spoke of",
    "the border; what else they spoke of nobody knows.",
]


def fault(data, settings, name="bad file.pdf"):
    with pytest.raises(RegestaError) as caught:
        read(data, name, settings)
    finding = caught.value.finding
    assert finding.path == name
    assert finding.why
    return finding


def test_a_broken_pdf(settings):
    finding = fault(b"%PDF-1.4\nno more than its first line", settings)
    assert finding.code == "ingest.broken"
    assert "qpdf 'bad file.pdf'" in finding.remedy


def test_a_pdf_cut_off_in_the_middle(sheet, settings):
    made = sheet()
    made.lines(60, 60, LINES)
    data = made.bytes()
    assert fault(data[: len(data) // 3], settings).code == "ingest.broken"


def test_a_pdf_that_asks_for_a_password(sheet, settings):
    made = sheet()
    made.lines(60, 60, LINES)
    made.set_encryption(owner_password="owner", user_password="user", encryption_method=EncryptionMethod.RC4)
    finding = fault(made.bytes(), settings)
    assert finding.code == "ingest.encrypted"
    assert "qpdf --decrypt" in finding.remedy


def test_a_pdf_that_only_restricts_is_read(sheet, settings):
    made = sheet()
    made.lines(60, 60, LINES)
    made.set_encryption(owner_password="owner", encryption_method=EncryptionMethod.RC4)
    assert read(made.bytes(), "a.pdf", settings).text == " ".join(LINES) + "\n"


def test_blank_pages(sheet, settings):
    made = sheet()
    made.add_page()
    finding = fault(made.bytes(), settings)
    assert finding.code == "ingest.no_text"
    assert "all 2 pages are blank" in finding.what


def test_a_scan_without_text(sheet, png, settings):
    made = sheet()
    made.image(png(), 0, 0, 500, 700)
    finding = fault(made.bytes(), settings)
    assert finding.code == "ingest.image_only"
    assert "ocrmypdf 'bad file.pdf' with-text.pdf" in finding.remedy


def test_a_scan_of_which_some_pages_have_text(sheet, png, settings):
    made = sheet()
    made.lines(60, 60, LINES)
    for _ in range(2):
        made.add_page()
        made.image(png(), 0, 0, 500, 700)
    reading = read(made.bytes(), "a.pdf", settings)
    assert [finding.what for finding in reading.findings] == ["pages 2–3 have pictures and no text"]
    assert len(reading.layout) == 3


def test_spaced_letters_are_read_differently_and_flagged(sheet, settings):
    """Where letters stand as far apart as words, readers do not agree what a word is."""
    made = sheet()
    made.set_char_spacing(2.2)
    made.lines(20, 60, ["Nobody knows of what they spoke", "in the autumn of that year."])
    findings = read(made.bytes(), "a.pdf", settings).findings
    assert [finding.code for finding in findings] == ["ingest.agreement"]
    assert re.search(r"page 1: pdfplumber reads \d+ words, pypdfium2 \d+, \d+ of them the same", findings[0].what)


@pytest.mark.parametrize(
    ("numbers", "text"), [([3], "page 3"), ([1, 2], "pages 1–2"), ([1, 3, 4, 5, 9], "pages 1, 3–5, 9")]
)
def test_pages_are_listed_as_people_write_them(numbers, text):
    assert listed(numbers) == text


def test_the_record_is_what_the_file_says_and_has_no_date(sheet, settings):
    made = sheet()
    made.lines(60, 60, LINES)
    made.set_title("The Talks")
    made.set_author("Ann Writer; Bob Clerk")
    made.set_lang("en-GB")
    reading = read(made.bytes(), "a.pdf", settings)
    assert reading.language == "en-GB"
    assert reading.csl == {
        "type": "document",
        "number-of-pages": 1,
        "title": "The Talks",
        "author": [{"literal": "Ann Writer"}, {"literal": "Bob Clerk"}],
    }


@pytest.mark.parametrize("title", ["Microsoft Word - talks.doc", "talks.dvi", "untitled"])
def test_a_title_that_a_program_set_is_none(sheet, settings, title):
    made = sheet()
    made.lines(60, 60, LINES)
    made.set_title(title)
    assert "title" not in read(made.bytes(), "a.pdf", settings).csl
