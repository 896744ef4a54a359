"""The text with its mentions marked."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.web.marks import Mark, marked, paragraph, paragraphs


def mark(start: int, end: int, key: str) -> Mark:
    return Mark(start=start, end=end, key=key, classes="m")


class Read(HTMLParser):
    """The text of some markup, and for each key the characters that stand in its marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.inside: list[str] = []
        self.marked: dict[str, list[int]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(dict(attrs).get("data-key") or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        for key in self.inside:
            self.marked.setdefault(key, []).extend(range(len(self.text), len(self.text) + len(data)))
        self.text += data


def test_a_mention_within_another_is_nested() -> None:
    made = marked("6–7 December", 0, 12, [mark(0, 12, "a"), mark(4, 12, "b")])
    assert made.count("<mark") == 2
    assert made.endswith("December</mark></mark>")


def test_mentions_that_cross_are_closed_and_opened_again() -> None:
    made = marked("one two three", 0, 13, [mark(0, 7, "a"), mark(4, 13, "b")])
    assert made.count('data-key="a"') == 1
    assert made.count('data-key="b"') == 2
    assert made.count("m again") == 1


def test_markup_in_a_source_is_text() -> None:
    assert "<script>" not in marked("<script>alert(1)</script>", 0, 25, [mark(0, 8, "a")])


@settings(max_examples=80, deadline=None)
@given(
    text=st.text(alphabet="ab <&\"'\n𝔎ק", min_size=1, max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=6),
)
def test_text_and_marks_stand_where_they_were(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [mark(at, min(at + length, len(text)), str(n)) for n, (at, length) in enumerate(spans) if at < len(text)]
    read = Read()
    read.feed(marked(text, 0, len(text), marks))
    read.close()
    assert read.text == text
    assert not read.inside
    for each in marks:
        assert read.marked[each.key] == list(range(each.start, each.end))


def test_paragraphs_are_cut_at_blank_lines() -> None:
    text = "one\n\n \ntwo\nlines\n\nthree"
    assert [text[start:end] for start, end in paragraphs(text, 0, len(text))] == ["one", "two\nlines", "three"]


def test_lines_of_a_verse_are_kept_and_full_lines_are_not() -> None:
    verse, prose = "a short\nline", "word " * 30 + "\n" + "word " * 30
    assert 'class="lines"' in paragraph(verse, 0, len(verse), [])
    assert 'class="lines"' not in paragraph(prose, 0, len(prose), [])
