"""Plain text stays as it is; Markdown gives up its front matter and its inline marks."""

from __future__ import annotations

import pytest

from regesta.ingest.read import read


def test_plain_text_keeps_every_character(settings):
    assert read("Kraków  and\n\n 𝔊estapo\n".encode(), "a.txt", settings).text == "Kraków  and\n\n 𝔊estapo\n"


def test_control_characters_are_a_finding(settings):
    reading = read(("They met in Lwow.\0 " + "x" * 100).encode(), "a.txt", settings)
    assert [finding.code for finding in reading.findings] == ["ingest.control"]
    assert reading.text.startswith("They met in Lwow. x")


def test_the_article_is_taken_as_it_is(seed_text, settings):
    assert read(seed_text.encode(), "gestapo-nkvd-conferences.txt", settings).text == seed_text


def test_front_matter_becomes_the_record(settings):
    data = b'---\ntitle: "The Talks"\nauthor:\n  - Ann Writer\n  - Bob Clerk\ndate: 1999-05\nlang: en\n---\n\nText.\n'
    reading = read(data, "a.md", settings)
    assert reading.text == "Text.\n"
    assert reading.language == "en"
    assert reading.csl == {
        "type": "document",
        "title": "The Talks",
        "author": [{"literal": "Ann Writer"}, {"literal": "Bob Clerk"}],
        "issued": {"raw": "1999-05"},
    }


@pytest.mark.parametrize("text", ["# The Talks\n\nText.", "The Talks\n=========\n\nText."])
def test_the_first_heading_is_the_title(text, settings):
    assert read(text.encode(), "a.md", settings).csl["title"] == "The Talks"


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("in **Lwów** and *Kraków*", "in Lwów and Kraków"),
        ("__bold__ and _slanted_", "bold and slanted"),
        ("***both***", "both"),
        ("[Lwów](https://example.org/a_b_c) is", "Lwów is"),
        ("![A map](map.png)", "A map"),
        ("in 1939.[^12] Then", "in 1939. Then"),
        ("<https://example.org>", "https://example.org"),
        ("a `file_name_x`", "a file_name_x"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("[^12]: The note.", "[^12]: The note."),
        ("* an item\n* another", "* an item\n* another"),
    ],
)
def test_inline_marks_leave_their_words(marked, text, settings):
    assert read(marked.encode(), "a.md", settings).text == text
