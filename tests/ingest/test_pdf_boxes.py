"""Each character of the text leads back to its page and box, whatever the text and however the page lies."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.ingest.pdf.compose import compose
from regesta.ingest.pdf.glyphs import Fragment, turned, turned_back
from regesta.ingest.pdf.layout import SeenPage, lay_out
from regesta.ingest.pdf.words import words
from regesta.ingest.read import read

#: Letters of all kinds: astral, combining, ligatures, hyphens hard and soft, dashes, raised digits, controls.
ALPHABET = st.one_of(
    st.sampled_from(list("abzÉłß-‐\u00ad–—/.,;12*")),
    st.sampled_from(
        ["ﬁ", "ﬃ", "é", "\u0301", "\u0323", "𝔊", "😀", "가", "ᄀ", "ᅡ", "न", "्", "ا", "\u200b", "\u0000", "²"]
    ),
    st.characters(),
)
TEXT = st.text(ALPHABET, min_size=1, max_size=6).filter(lambda text: text.strip() != "")


@st.composite
def printed_pages(draw):
    """Pages of words at places of their own, some raised, some turned."""
    pages = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        page = SeenPage(number, str(number), 400, 600)
        fragments = []
        for row in range(draw(st.integers(0, 12))):
            x = draw(st.sampled_from([30.0, 30.0, 42.0, 210.0]))
            turn = draw(st.sampled_from([0, 0, 0, 0, 90]))
            for _ in range(draw(st.integers(1, 6))):
                size = draw(st.sampled_from([10.0, 10.0, 10.0, 6.0]))
                text, width = draw(TEXT), draw(st.floats(2, 40))
                base = 40.0 + 13 * row - (4 if size < 10 else 0)
                fragments.append(Fragment(text, x, base - 0.8 * size, x + width, base + 0.2 * size, base, size, turn))
                x += width + draw(st.sampled_from([0.5, 3.0, 3.0, 12.0]))
        page.words = words(fragments, number)
        page.rules = draw(st.sampled_from([[], [(150.0, 30.0, 120.0)]]))
        pages.append(page)
    return pages


@settings(max_examples=60, deadline=None)
@given(printed_pages())
def test_offsets_boxes_and_slices_agree_for_text_of_any_kind(pages):
    text, layout = compose(lay_out(pages))
    assert unicodedata.is_normalized("NFC", text)
    pieces = sorted((word.start, word.end) for page in layout for word in page.words)
    covered = 0
    for start, end in pieces:
        assert covered <= start < end
        assert not text[covered:start].strip()
        assert not re.search(r"\s", text[start:end])
        covered = end
    assert text[covered:] in ("", "\n")
    for page in layout:
        assert list(page.words) == sorted(page.words, key=lambda word: word.start)
        for word in page.words:
            assert 0 <= word.x0 <= word.x1 <= page.width
            assert 0 <= word.top <= word.bottom <= page.height
        apart = [(slice_.start, slice_.end) for slice_ in page.apart]
        inside = sum(word.end - word.start for word in page.words)
        assert inside == sum(len(re.sub(r"\s", "", text[start:end])) for start, end in [(page.start, page.end), *apart])
    ends = [place for page in layout for place in (page.start, page.end)]
    assert ends == sorted(ends)


@given(st.sampled_from([0, 90, 180, 270]), st.tuples(*[st.floats(0, 300)] * 4))
def test_a_turned_box_turns_back(turn, box):
    x0, x1 = sorted(box[:2])
    top, bottom = sorted(box[2:])
    held = turned(turn, 400, 600, x0, top, x1, bottom, bottom)
    assert turned_back(turn, 400, 600, *held[:4]) == pytest.approx((x0, top, x1, bottom))


@pytest.mark.parametrize(
    ("rotate", "box"),
    [
        (0, (100, 192, 200, 203)),
        (90, (639, 100, 650, 200)),
        (180, (395, 639, 495, 650)),
        (270, (192, 395, 203, 495)),
    ],
)
def test_boxes_lie_on_the_page_as_it_is_shown(sheet, settings, rotate, box):
    made = sheet()
    made.at(100, 200, "Zakopane")
    data = made.bytes().replace(b"/Type /Page\n", b"/Type /Page\n/Rotate %d\n" % rotate)
    page = read(data, "turned.pdf", settings).layout[0]
    assert (page.width, page.height) == ((595.28, 841.89) if rotate in (0, 180) else (841.89, 595.28))
    word = page.words[0]
    found = (word.x0, word.top, word.x1, word.bottom)
    long, short = max(found[2] - found[0], found[3] - found[1]), min(found[2] - found[0], found[3] - found[1])
    assert 40 < long < 60
    assert short == pytest.approx(11, abs=0.2)
    assert box[0] - 60 < word.x0 < box[2] + 60
    assert box[1] - 60 < word.top < box[3] + 60


def test_a_cropped_page_begins_at_its_crop_box(sheet, settings):
    made = sheet()
    made.at(100, 200, "Zakopane")
    made.at(20, 20, "CROPMARK")
    whole = read(made.bytes(), "whole.pdf", settings).layout[0].words[1]
    data = made.bytes().replace(b"/Type /Page\n", b"/Type /Page\n/CropBox [50 100 500 750]\n")
    reading = read(data, "cropped.pdf", settings)
    page = reading.layout[0]
    assert reading.text == "Zakopane\n"
    assert (page.width, page.height) == (450, 650)
    assert page.words[0].x0 == pytest.approx(whole.x0 - 50, abs=0.02)
    assert page.words[0].top == pytest.approx(whole.top - (841.89 - 750), abs=0.02)
