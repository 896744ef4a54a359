"""Chronicles, lists of dated items, tables, and the dates of lives in brackets."""

from __future__ import annotations


def told(made):
    """(type, date, places, people) of each claim."""
    return [
        (
            claim.type,
            next((value.edtf for value in claim.values if value.edtf), ""),
            *([value.entity for value in claim.values if value.property == prop] for prop in ("where", "who")),
        )
        for claim in made.claims
    ]


def test_a_line_of_dated_places_is_typed_by_its_own_words(read_marked):
    made = read_marked(
        "[TRIGGER=meeting Meetings]: [DATE=1921-05-04 4 May 1921] in [PLACE Riga], [DATE=1921-06 June 1921] in"
        " [PLACE Tartu]"
    )
    assert told(made) == [
        ("meeting", "1921-05-04", ["place:riga"], []),
        ("meeting", "1921-06", ["place:tartu"], []),
    ]


def test_a_line_of_dated_places_is_typed_by_the_title_which_also_says_who(read_marked):
    made = read_marked(
        "= [ORG Sejm]–[ORG Saeima] [TRIGGER=meeting conferences] =\n\n"
        "Time: [DATE=1921-05-04 4 May 1921] in [PLACE Riga], [DATE=1921-06 June 1921] in [PLACE Tartu]"
    )
    assert told(made) == [
        ("meeting", "1921-05-04", ["place:riga"], ["org:sejm", "org:saeima"]),
        ("meeting", "1921-06", ["place:tartu"], ["org:sejm", "org:saeima"]),
    ]


def test_items_that_are_passages_of_their_own(read_marked):
    made = read_marked(
        "The [TRIGGER=execution executions] of that year:\n"
        "- [DATE=1794-03-08 8 March 1794], [PLACE Toulon]\n"
        "- [DATE=1794-04-09 9 April 1794], [PLACE Lyon]"
    )
    assert told(made) == [
        ("execution", "1794-03-08", ["place:toulon"], []),
        ("execution", "1794-04-09", ["place:lyon"], []),
    ]


def test_a_list_is_typed_by_what_the_document_speaks_of_most(read_marked):
    made = read_marked(
        "[DATE=1921-05-04 4 May 1921] in [PLACE Riga]; [DATE=1921-06 June 1921] in [PLACE Tartu]\n\n"
        "There was a [TRIGGER=meeting meeting] and then a second [TRIGGER=meeting meeting]."
    )
    assert [claim.type for claim in made.claims] == ["meeting", "meeting"]


def test_a_list_of_which_nothing_says_what_happened_gives_no_claim(read_marked):
    made = read_marked("[DATE=1921-05-04 4 May 1921] in [PLACE Riga], [DATE=1921-06 June 1921] in [PLACE Tartu]")
    assert made.claims == []


def test_a_row_of_a_table(read_marked):
    made = read_marked(
        "| [DATE=1921-05-04 4 May 1921] | [PLACE Riga] | [TRIGGER=meeting meeting] |\n"
        "| [DATE=1921-06-01 1 June 1921] | [PLACE Tartu] | [TRIGGER=arrest arrest] of [PERSON Vera Holm] |"
    )
    assert [claim.type for claim in made.claims] == ["meeting", "arrest"]


def test_a_chronicle_whose_lines_begin_with_the_year(read_marked):
    made = read_marked(
        "[DATE=1441 1441]: The castle was [TRIGGER=siege besieged] by [PERSON Jan Giskra].\n"
        "[DATE=1768 1768]: A [TRIGGER=fire fire] destroyed the town."
    )
    assert told(made) == [("siege", "1441", [], ["person:jan-giskra"]), ("fire", "1768", [], [])]


def test_the_type_of_an_item_cites_its_date_first(read_marked):
    made = read_marked(
        "[TRIGGER=meeting Meetings]: [DATE=1921-05 May 1921] in [PLACE Riga], [DATE=1921-06 June 1921] in [PLACE Tartu]"
    )
    assert [made.cited(claim, "type") for claim in made.claims] == [["May 1921"], ["June 1921"]]


def test_a_life_in_brackets(read_marked):
    made = read_marked("[PERSON Anna Roth] ([DATE=1871-05-03 3 May 1871]–[DATE=1942-06-09 9 June 1942]) was a painter.")
    assert sorted(told(made)) == [
        ("birth", "1871-05-03", [], ["person:anna-roth"]),
        ("death", "1942-06-09", [], ["person:anna-roth"]),
    ]


def test_a_life_in_brackets_with_its_places(read_marked):
    made = read_marked(
        "[PERSON Anna Roth] ([TRIGGER=birth born] [DATE=1871-05-03 3 May 1871] in [PLACE Lund]) was a painter."
    )
    assert told(made) == [("birth", "1871-05-03", ["place:lund"], ["person:anna-roth"])]


def test_a_reign_in_brackets_is_no_life(read_marked):
    assert read_marked("King [PERSON Oskar] ([DATE=1604/1611 1604–1611]) built the town.").claims == []
