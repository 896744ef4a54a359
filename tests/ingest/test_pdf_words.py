"""Words are those of pdfplumber; each leads back to its page and box."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from regesta.ingest.pdf.glyphs import Fragment, GlyphDevice, see
from regesta.ingest.pdf.words import words
from regesta.ingest.read import read

SENTENCES = [
    "The delegations met on 27 September 1939; nobody took notes (or none were kept).",
    'A second meeting followed, "late in November" as one witness wrote, at Przemysl-on-San.',
    "Rations: 3,250 loaves, 12.5 t of coal. See pp. 14-17 & 20.",
]


def boxes_of_pdfplumber(data: bytes) -> list[tuple[str, float, float, float, float]]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [
            (word["text"], *(round(word[side], 3) for side in ("x0", "top", "x1", "bottom")))
            for page in pdf.pages
            for word in page.extract_words(x_tolerance_ratio=0.15)
        ]


def boxes_of_ours(data: bytes) -> list[tuple[str, float, float, float, float]]:
    found = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        device = GlyphDevice(pdf.rsrcmgr)
        for page in pdf.pages:
            see(page, device)
            for word in words(device.fragments, page.page_number):
                found.append((word.text, *(round(side, 3) for side in (word.x0, word.top, word.x1, word.bottom))))
    return found


@pytest.mark.parametrize("font", ["Helvetica", "Times", "Courier"])
@pytest.mark.parametrize("size", [6.5, 11, 24])
def test_the_words_and_boxes_are_those_of_pdfplumber(sheet, font, size):
    made = sheet()
    made.set_font(font)
    made.lines(40, 60, SENTENCES, size, 1.3 * size)
    made.add_page()
    made.lines(40, 60, SENTENCES[::-1], size, 2 * size)
    data = made.bytes()
    assert boxes_of_ours(data) == boxes_of_pdfplumber(data)


@pytest.mark.parametrize("spacing", [0.3, 0.9, 3.0])
def test_spaced_letters_are_parted_where_pdfplumber_parts_them(sheet, spacing):
    made = sheet()
    made.set_char_spacing(spacing)
    made.lines(40, 60, ["The conference at Zakopane", "was held in December"])
    data = made.bytes()
    assert boxes_of_ours(data) == boxes_of_pdfplumber(data)


def test_words_that_only_a_gap_parts_are_not_glued(sheet, settings):
    """The default tolerance of pdfplumber, 3 points, makes "IanMurdock" of small print."""
    made = sheet()
    x = 40.0
    for word in ["Ian", "Murdock", "founded", "Debian", "in", "August", "1993"]:
        made.at(x, 60, word, 8)
        x += made.get_string_width(word) + 1.9
    assert read(made.bytes(), "gap.pdf", settings).text == "Ian Murdock founded Debian in August 1993\n"


def test_text_printed_twice_for_boldness_counts_once(sheet, settings):
    made = sheet()
    made.at(40, 60, "Conference")
    made.at(40.3, 60, "Conference")
    assert read(made.bytes(), "twice.pdf", settings).text == "Conference\n"


def test_an_accent_printed_over_its_letter_makes_one_letter():
    device = GlyphDevice(None)
    device.width, device.height = 600, 800
    for text, x0, x1 in [
        ("K", 10, 16),
        ("r", 16, 20),
        ("a", 20, 25),
        ("k", 25, 30),
        ("´", 30.5, 33.5),
        ("o", 30, 35),
        ("w", 35, 42),
    ]:
        device._put(text, x0, 100, x1, 110, 108, 10, 0)
    device._close()
    assert [word.text for word in words(device.fragments, 1)] == ["Kraków"]


def test_a_ligature_is_spelt_out():
    found = words([Fragment("ﬁnal", 10, 100, 30, 110, 108, 10, 0)], 1)
    assert [word.text for word in found] == ["final"]


def test_a_raised_number_is_a_word_of_its_own():
    word = Fragment("1939.", 10, 100, 40, 110, 108, 10, 0)
    mark = Fragment("12", 40, 99, 46, 105, 104, 6, 0)
    found = words([word, mark], 1)
    assert [(word.text, word.raised) for word in found] == [("1939.", False), ("12", True)]
