"""Notes and entries: what historians print, from records as people write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.edtf.csl_date import issued
from regesta.errors import RegestaError
from regesta.model.source import Source
from regesta.release import csl
from regesta.release.bibliography import Bibliography

STYLE = "chicago-note-bibliography"


def note(held: Source, page_label: str = "") -> str:
    return Bibliography(STYLE).note(held, page_label)


def entry(held: Source) -> str:
    return Bibliography(STYLE).entry(held)


def source(**item: Any) -> Source:
    return Source(id="key1999", csl={name.replace("_", "-"): held for name, held in item.items()}, held=False)


BOOK = source(
    type="book",
    title="Zakole i młyn: studia",
    author=[{"family": "Żuk", "given": "Łucja"}],
    issued={"date-parts": [["1998"]]},
    publisher="Fala",
    publisher_place="Gdańsk",
    language="pl",
)
ARTICLE = source(
    type="article-journal",
    title="On <i>mills</i> & more",
    author=[{"family": "Müller", "given": "Jürgen"}, {"literal": "The Mill Group"}],
    container_title="Journal of Mills",
    volume=3,
    issue="2",
    page="1-20",
    issued={"date-parts": [[2001, 5]]},
    language="en",
    custom={"unknown": 1},
)


def test_a_book() -> None:
    assert note(BOOK, "12") == "Łucja Żuk, Zakole i młyn: studia (Gdańsk: Fala, 1998), 12."
    assert entry(BOOK) == "Żuk, Łucja. Zakole i młyn: studia. Gdańsk: Fala, 1998."


def test_an_article_in_english_has_its_title_in_headline_style() -> None:
    printed = "Jürgen Müller and The Mill Group, “On Mills & More,” Journal of Mills 3, no. 2 (May 2001): 12."
    assert note(ARTICLE, "12") == printed
    assert entry(ARTICLE) == (
        "Müller, Jürgen, and The Mill Group. “On Mills & More.” Journal of Mills 3, no. 2 (May 2001): 1–20."
    )


def test_a_source_without_pages_has_no_locator() -> None:
    assert note(BOOK) == "Łucja Żuk, Zakole i młyn: studia (Gdańsk: Fala, 1998)."


def test_every_note_is_a_first_note() -> None:
    style = Bibliography(STYLE)
    assert style.note(BOOK, "13") == style.note(BOOK, "12").replace("12", "13") == style.note(BOOK, "13")


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"type": "book"},
        {"type": "no such type", "title": ["a list"]},
        {"title": "Only a title"},
        {"title": "T", "author": "a string", "issued": "1999", "editor": [None, {}, {"family": ""}]},
        {"title": "T", "issued": {"date-parts": [[None]]}, "author": [{"given": "Ona"}]},
        {"title": "T", "issued": {"date-parts": [[1999, 0, 0]]}},
        {"title": "T", "issued": {"raw": "about 1950"}, "accessed": {"date-parts": []}},
        {"title": "T", "volume": {"a": 1}, "page": None, "URL": 5, "note": ["x"]},
        {"author": [{"family": "日本", "given": "太郎"}], "title": "書物", "issued": {"date-parts": [[1980]]}},
        {"title": "مخطوطة", "type": "manuscript", "archive": "دار"},
    ],
)
def test_a_poor_record_still_gives_a_note_with_its_page(item: dict[str, Any]) -> None:
    held = Source(id="key1999", csl=item, held=False)
    title = csl.text(item, "title")
    assert "xii" in note(held, "xii")
    assert (title or "key1999") in note(held, "xii")
    assert (title or "key1999") in entry(held)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3000, 3000) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["family", "given", "literal", "date-parts", "raw", "season"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
NAMES = ["type", "title", "author", "editor", "issued", "accessed", "page", "volume", "URL", "container-title", "note"]


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=6))
def test_no_record_makes_it_fail(item: dict[str, Any]) -> None:
    held = Source(id="key1999", csl=item, held=False)
    style = Bibliography("chicago-notes-bibliography-16th-edition")
    assert style.note(held, "7")
    assert style.entry(held)
    assert isinstance(issued(item), str)


@pytest.mark.parametrize("style", ["chicago-author-date-16th-edition", "apa", "nature", "modern-language-association"])
def test_other_styles_print_too(style: str) -> None:
    printed = Bibliography(style)
    assert "Zakole" in printed.entry(BOOK)
    assert printed.note(BOOK, "12")
    assert not printed.findings


def test_an_unknown_style_is_named_with_one_that_there_is() -> None:
    with pytest.raises(RegestaError, match=r"chicago-fulnote.*such as chicago-"):
        Bibliography("chicago-fulnote")
