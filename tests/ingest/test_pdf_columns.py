"""Reading order is decided page by page: columns, what runs across them, and tables that are no columns."""

from __future__ import annotations

import pytest

from regesta.ingest.read import read

LEFT = ["The delegations met for the first", "time in autumn, and spoke of the", "new border for two long days."]
RIGHT = [
    "Of the second meeting less is known",
    "because the files of the hosts were",
    "burnt before the end of the war.",
]


def body(sheet, settings):
    return read(sheet.bytes(), "order.pdf", settings).text


def test_two_columns_are_read_one_after_the_other(sheet, settings):
    made = sheet()
    made.lines(60, 140, LEFT)
    made.lines(320, 140, RIGHT)
    assert body(made, settings) == " ".join(LEFT) + "\n\n" + " ".join(RIGHT) + "\n"


def test_columns_may_stand_on_different_base_lines(sheet, settings):
    made = sheet()
    made.lines(60, 140, LEFT, pitch=14)
    made.lines(320, 145, RIGHT, pitch=14)
    assert body(made, settings) == " ".join(LEFT) + "\n\n" + " ".join(RIGHT) + "\n"


def test_three_columns_are_read_one_after_the_other(sheet, settings):
    made = sheet()
    columns = [[f"{column} words of line {n}." for n in range(4)] for column in ("Left", "Middle", "Right")]
    for x, column in zip((40, 215, 390), columns, strict=True):
        made.lines(x, 140, column, size=10)
    assert body(made, settings) == "\n\n".join(" ".join(column) for column in columns) + "\n"


def test_a_heading_across_parts_the_columns_above_from_those_below(sheet, settings):
    made = sheet()
    made.lines(60, 140, LEFT)
    made.lines(320, 140, RIGHT)
    made.at(60, 210, "What became of the records of these talks after the war", 16)
    made.lines(
        60,
        240,
        ["Later writers found some letters", "in private hands, and one list of", "names that had been copied out."],
    )
    made.lines(
        320,
        240,
        ["None of them is dated, so that the", "order of the talks is an inference", "from what they do not mention."],
    )
    text = body(made, settings)
    order = ["first time", "second meeting", "What became", "Later writers", "None of them"]
    places = [text.index(phrase) for phrase in order]
    assert places == sorted(places)


def test_the_short_last_line_of_a_paragraph_across_stays_with_it(sheet, settings):
    made = sheet()
    made.lines(
        60,
        100,
        ["An abstract that runs over the whole width of the page, from its left edge to the right", "edge, ends here."],
    )
    made.lines(60, 150, LEFT)
    made.lines(320, 150, RIGHT)
    assert body(made, settings).startswith(
        "An abstract that runs over the whole width of the page, from its left edge to the right edge, ends here.\n\n"
    )


def test_the_cells_of_a_table_are_read_row_by_row(sheet, settings):
    made = sheet()
    made.lines(60, 140, ["27 September", "November", "December", "March"])
    made.lines(250, 140, ["Brest", "Przemysl", "Zakopane", "Krakow"])
    assert body(made, settings).split("\n\n") == [
        "27 September Brest",
        "November Przemysl",
        "December Zakopane",
        "March Krakow\n",
    ]


def test_one_column_is_never_cut(sheet, settings):
    made = sheet()
    lines = [
        "The delegations met for the first time in autumn and spoke of the",
        "new border for two long days, and then they went home by the same",
        "train; the second meeting was not held before the winter had come.",
    ]
    made.lines(60, 140, lines)
    assert body(made, settings) == " ".join(lines) + "\n"


def test_paragraphs_are_parted_by_an_empty_line(sheet, settings):
    made = sheet()
    y = made.lines(
        60, 140, ["The first paragraph has two lines, and the second line of it is", "shorter than the first."]
    )
    y = made.lines(72, y, ["The second one begins with an indent, as books have it, and runs"])
    made.lines(60, y, ["on for another line that is not indented at all."])
    assert body(made, settings) == (
        "The first paragraph has two lines, and the second line of it is shorter than the first.\n\n"
        "The second one begins with an indent, as books have it, and runs on for "
        "another line that is not indented at all.\n"
    )


def test_a_sentence_runs_over_a_page_break(sheet, settings):
    made = sheet()
    made.lines(
        60,
        140,
        [
            "The first page ends in the middle of a sentence that goes on with",
            "names of all those who had come to the town of Zakopane in the",
        ],
    )
    made.add_page()
    made.lines(60, 140, ["winter of that year, and it ends on the next."])
    assert "Zakopane in the winter of that year" in body(made, settings)


def test_an_upright_page_with_turned_writing_is_read_along_the_writing(sheet, settings):
    made = sheet()
    with made.rotation(90, 300, 400):
        made.lines(200, 350, ["A table of the meetings, printed", "along the long side of the sheet"])
    assert body(made, settings) == "A table of the meetings, printed along the long side of the sheet\n"


def test_a_stamp_in_the_margin_is_set_apart(sheet, settings):
    made = sheet()
    made.lines(60, 140, LEFT)
    with made.rotation(90, 30, 400):
        made.at(30, 400, "Copy No. 7")
    reading = read(made.bytes(), "stamp.pdf", settings)
    assert [(apart.kind, reading.text[apart.start : apart.end]) for apart in reading.layout[0].apart] == [
        ("note", "Copy No. 7")
    ]


@pytest.mark.parametrize(("initial", "gap", "first"), [("T", 2, "The delegations"), ("A", 6, "A delegation")])
def test_a_large_initial_stands_at_the_beginning_of_its_first_line(sheet, settings, initial, gap, first):
    made = sheet()
    made.at(60, 148, initial, 50)
    x = 60 + made.get_string_width(initial) + gap
    rest = first.removeprefix(initial).strip()
    made.lines(
        x,
        120,
        [f"{rest} met for the first time in autumn and", "spoke of the new border for two long days, and then they"],
    )
    made.lines(x, 148, ["went home by the same train; the second meeting was not"])
    made.lines(60, 162, ["held before the winter had come, and nobody knows why that was so."])
    assert body(made, settings).startswith(
        f"{first} met for the first time in autumn and spoke of the new border for two"
    )


def test_small_print_beside_a_large_number_is_no_initial(sheet, settings):
    made = sheet()
    made.at(60, 148, "7", 38)
    made.lines(90, 120, ["The seventh chapter of the book", "is about the winter of 1939."])
    assert body(made, settings).startswith("The seventh chapter")


@pytest.mark.parametrize("text", ["the Gestapo, too", "Krakow"])
def test_letters_that_stand_apart_for_emphasis_are_one_word(sheet, settings, text):
    made = sheet()
    x = 60.0
    for word in text.split():
        spaced = len(word) > 4
        made.set_char_spacing(2.6 if spaced else 0)
        made.at(x, 140, word)
        x += made.get_string_width(word) + (9 if spaced else 4)
    assert body(made, settings) == text + "\n"


def test_initials_and_single_letters_are_words(sheet, settings):
    made = sheet()
    made.lines(60, 140, ["Messrs. A. B. C. D. Smith and variants a b c of the list"])
    assert body(made, settings) == "Messrs. A. B. C. D. Smith and variants a b c of the list\n"


def test_a_heading_in_another_font_is_a_paragraph_of_its_own(sheet, settings):
    made = sheet()
    made.set_font("Helvetica", style="B")
    made.lines(60, 140, ["The meeting in the mountains, and those that"])
    made.set_font("Helvetica", style="")
    made.lines(
        60, 154, ["The third meeting is the first that is contested.", "It was held at the end of November, or later."]
    )
    assert body(made, settings).startswith("The meeting in the mountains, and those that\n\nThe third meeting")


def test_a_first_line_with_other_fonts_in_it_is_no_heading(sheet, settings):
    made = sheet()
    made.set_font("Helvetica", style="I")
    made.at(60, 140, "The Secret Talks")
    x = 60 + made.get_string_width("The Secret Talks ")
    made.set_font("Helvetica", style="")
    made.lines(x, 140, ["says little of the third meeting,"])
    made.lines(60, 154, ["and nothing at all of the fourth and the fifth."])
    assert "\n\n" not in body(made, settings)


def test_the_last_column_of_an_article_may_have_one_line(sheet, settings):
    made = sheet()
    left = [f"Line {n} of the first column, about the talks" for n in range(1, 7)]
    made.lines(60, 140, left)
    made.at(320, 140, "and this is the end of the second column.")
    assert body(made, settings) == " ".join(left) + " and this is the end of the second column.\n"
