"""Running heads, feet and footnotes are kept apart from the body, and are not lost."""

from __future__ import annotations

import pytest

from regesta.ingest.read import read

BODY = [
    "They spoke of the new border for two long days and then they",
    "went home by the train that they had come with before.",
]


def slices(reading, kind):
    return [
        (page.n, reading.text[apart.start : apart.end])
        for page in reading.layout
        for apart in page.apart
        if apart.kind == kind
    ]


def body(reading):
    return "".join(reading.text[page.start : page.end] for page in reading.layout)


@pytest.fixture
def book(sheet, settings):
    made = sheet()
    for number in (1, 2, 3):
        if number > 1:
            made.add_page()
        made.at(60, 40, "The Meetings of Two Police Forces" if number % 2 else "An Essay", 9)
        made.at(500, 40, str(number + 12), 9)
        made.lines(60, 120, [f"Day {number} of the talks brought nothing that was new to anyone.", *BODY])
        made.at(60, 760, f"{number} See the letters in the second volume, page {number}4.", 8)
        made.line(60, 745, 200, 745)
        made.at(280, 815, f"- {number} -", 9)
    return read(made.bytes(), "book.pdf", settings)


def test_running_heads_are_set_apart(book):
    assert slices(book, "head") == [
        (1, "The Meetings of Two Police Forces 13"),
        (2, "An Essay 14"),
        (3, "The Meetings of Two Police Forces 15"),
    ]


def test_running_feet_are_set_apart(book):
    assert slices(book, "foot") == [(1, "- 1 -"), (2, "- 2 -"), (3, "- 3 -")]


def test_footnotes_are_set_apart(book):
    assert slices(book, "note")[1] == (2, "2 See the letters in the second volume, page 24.")


def test_the_body_holds_nothing_else(book):
    assert body(book).count("Day ") == 3
    assert not any(word in body(book) for word in ("Essay", "letters", "- 2 -"))


def test_what_is_set_apart_stands_behind_the_body_of_the_whole_document(book):
    last = max(page.end for page in book.layout)
    assert all(apart.start > last for page in book.layout for apart in page.apart)


def test_a_first_line_that_is_different_on_each_page_is_body(sheet, settings):
    made = sheet()
    made.lines(60, 60, ["The talks began with a dinner.", *BODY])
    made.add_page()
    made.lines(60, 60, ["Nothing came of the talks in the end.", *BODY])
    assert slices(read(made.bytes(), "plain.pdf", settings), "head") == []


def test_a_title_that_comes_again_is_no_head(sheet, settings):
    made = sheet()
    for number in range(2):
        if number:
            made.add_page()
        made.at(60, 60, "Minutes", 22)
        made.lines(60, 120, BODY)
    assert slices(read(made.bytes(), "minutes.pdf", settings), "head") == []


def mark(made, x, y, text, raised):
    made.at(x, y, text)
    made.at(x + made.get_string_width(text), y - 4, raised, 6.5)


def test_a_note_mark_does_not_touch_the_year_before_it(sheet, settings):
    """Glued, "1939.12" would be read as December 1939."""
    made = sheet()
    mark(made, 60, 120, "They met in the autumn of 1939.", "12")
    made.at(250, 120, "Then they parted.")
    made.at(60, 760, "12 So says the only witness.", 8)
    made.line(60, 745, 200, 745)
    reading = read(made.bytes(), "mark.pdf", settings)
    assert body(reading) == "They met in the autumn of 1939. Then they parted."
    assert slices(reading, "note") == [(1, "12"), (1, "12 So says the only witness.")]


@pytest.mark.parametrize(
    ("text", "raised", "read_as"),
    [
        ("the 20", "th", "the 20th"),
        ("10", "6", "10⁶"),
        ("42 km", "2", "42 km²"),
        ("Lwow", "7", "Lwow"),
        ("of 1940", "3", "of 1940"),
        ("Krishnan", "a", "Krishnan"),
        ("Krishnan", "a,b,*", "Krishnan"),
        ("M", "me", "Mme"),
        ("n", "o", "no"),
        ("1", "er", "1er"),
    ],
)
def test_raised_letters_are_told_from_note_marks(sheet, settings, text, raised, read_as):
    made = sheet()
    mark(made, 60, 120, text, raised)
    assert body(read(made.bytes(), "raised.pdf", settings)) == read_as


def test_page_labels_are_those_that_the_file_gives(sheet, settings):
    made = sheet()
    made.set_page_label(label_style="r")
    made.lines(60, 120, BODY)
    made.add_page(label_style="D", label_start=17)
    made.lines(60, 120, BODY)
    assert [page.label for page in read(made.bytes(), "labels.pdf", settings).layout] == ["i", "17"]


def test_small_print_in_the_middle_of_a_page_is_no_footnote(sheet, settings):
    made = sheet()
    y = made.lines(60, 120, BODY)
    y = made.lines(60, y + 10, ["1 This is a quotation in small print."], size=8)
    made.lines(60, y + 10, BODY)
    assert slices(read(made.bytes(), "quote.pdf", settings), "note") == []


def test_line_numbers_in_the_margin_are_set_apart(sheet, settings):
    made = sheet()
    made.lines(100, 120, [f"This is line {n} of an edition of old letters." for n in range(1, 31)])
    for n in range(5, 31, 5):
        made.at(70, 120 + 14 * (n - 1), str(n), 8)
    reading = read(made.bytes(), "edition.pdf", settings)
    assert slices(reading, "note") == [(1, "5 10 15 20 25 30")]
    assert "letters. This is line 10 of" in reading.text


def test_a_box_around_small_print_makes_no_footnote(sheet, settings):
    made = sheet()
    y = made.lines(60, 400, BODY)
    made.line(60, y, 300, y)
    made.lines(60, y + 12, ["7 A sample in small print."], size=8)
    made.line(60, y + 16, 300, y + 16)
    assert slices(read(made.bytes(), "box.pdf", settings), "note") == []


def test_marks_of_affiliations_stand_apart_from_their_words(sheet, settings):
    made = sheet()
    made.at(60, 396, "1", 6.5)
    made.at(60 + 3.7, 400, "Institute of History, Krakow")
    assert body(read(made.bytes(), "affiliation.pdf", settings)) == "1 Institute of History, Krakow"


def test_the_line_of_a_journal_beside_the_page_number_is_a_foot(sheet, settings):
    made = sheet()
    made.lines(60, 120, BODY)
    made.at(200, 795, "Yearbook of Old Meetings 7 (1999)", 8)
    made.at(280, 815, "1", 9)
    reading = read(made.bytes(), "journal.pdf", settings)
    assert slices(reading, "foot") == [(1, "Yearbook of Old Meetings 7 (1999)"), (1, "1")]


def test_note_marks_are_seen_where_the_other_column_lies_a_little_lower(sheet, settings):
    """Lines whose tops form a chain over the whole page are parted by their base lines, marks and all."""
    made = sheet()
    for n in range(5):
        mark(made, 60, 120 + 14 * n, f"The talks of {1936 + n} were the last.", str(n + 1))
        made.at(320, 122.5 + 14 * n, f"Nobody wrote down a word of them {n}.")
    for n in range(28):
        made.at(560, 120 + 2.5 * n, "|", 5)
    text = read(made.bytes(), "chain.pdf", settings).text
    assert not any(f"last.{n}" in text or f"last. {n}" in text for n in range(1, 6))
