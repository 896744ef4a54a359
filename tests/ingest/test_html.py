"""HTML: the main text with headings, lists and tables; the record from what the page says of itself."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.ingest.read import read

BODY = """
<nav><a href="/">Home</a> <a href="/more">More</a></nav>
<article><h1>The conferences</h1>
<p>On <b>27 September 1939</b> they met in Brześć.<sup>12</sup> It was the first of several
meetings, and there is little <i>paper</i> left of it, say the <a href="x">archivists</a> of the town.</p>
<h2>The second</h2>
<p>The second took place on the 20<sup>th</sup> of November,<br>or so it was said by those who had been there.</p>
<ul><li>A first item about Lwów</li><li>A second, about Zakopane</li></ul>
<table><tr><th>Month</th><th>Town</th></tr><tr><td>December 1939</td><td>Zakopane</td></tr></table>
</article><footer>Imprint</footer>
"""
HEAD = """
<meta charset="{charset}"><title>A page</title>
<meta name="author" content="Ann Writer"><meta property="og:site_name" content="The Site">
<meta property="og:title" content="The conferences">
<meta property="article:published_time" content="2004-05-06T10:00:00Z">
<link rel="canonical" href="https://example.org/talks">
"""


def page(charset="utf-8", encoding="utf-8"):
    head = HEAD.format(charset=charset) if charset else ""
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{BODY}</body></html>'.encode(encoding)


def test_the_main_text_is_markdown(settings):
    assert read(page(), "a.html", settings).text == (
        "# The conferences\n\n"
        "On 27 September 1939 they met in Brześć. It was the first of several meetings, and there is little paper left "
        "of it, say the archivists of the town.\n\n"
        "## The second\n\n"
        "The second took place on the 20th of November,\nor so it was said by those who had been there.\n\n"
        "- A first item about Lwów\n- A second, about Zakopane\n\n"
        "| Month | Town |\n| December 1939 | Zakopane |\n"
    )


def test_the_record_is_what_the_page_says(settings):
    reading = read(page(), "a.html", settings)
    assert reading.language == "en"
    assert reading.csl == {
        "type": "webpage",
        "title": "The conferences",
        "author": [{"literal": "Ann Writer"}],
        "issued": {"date-parts": [[2004, 5, 6]]},
        "container-title": "The Site",
        "URL": "https://example.org/talks",
    }


def test_no_date_is_guessed_from_the_text(settings):
    data = page().replace(b"article:published_time", b"x")
    assert "issued" not in read(data, "a.html", settings).csl


def test_linked_data_gives_what_the_tags_do_not(settings):
    linked = '{"@graph": [{"headline": "H", "author": {"name": "A. B."}, "datePublished": "1999-02"}]}'
    script = f'<head><script type="application/ld+json">{linked}</script>'
    assert read(page(charset="").replace(b"<head>", script.encode()), "a.html", settings).csl == {
        "type": "webpage", "title": "H", "author": [{"literal": "A. B."}], "issued": {"date-parts": [[1999, 2]]},
    }  # fmt: skip


def test_a_declared_encoding_is_believed(settings):
    reading = read(page("iso-8859-2", "iso-8859-2"), "a.html", settings)
    assert "Brześć" in reading.text
    assert reading.encoding == "iso8859-2"


def test_an_undeclared_encoding_is_refused(settings):
    with pytest.raises(RegestaError, match="not UTF-8"):
        read(page("", "iso-8859-2"), "a.html", settings)


def test_a_page_without_text_says_so(settings):
    with pytest.raises(RegestaError, match="no text in the page"):
        read(b"<!doctype html><html><body><script>draw()</script></body></html>", "a.html", settings)


def test_a_page_of_which_little_was_taken_says_so(settings):
    menu = "<nav>" + "".join(f"<a href='{n}'>Entry number {n} of the menu</a> " for n in range(200)) + "</nav>"
    reading = read(page().replace(b"<body>", b"<body>" + menu.encode()), "a.html", settings)
    assert [finding.code for finding in reading.findings] == ["ingest.partial"]


def test_a_list_inside_a_list_is_indented_and_not_doubled(settings):
    inner = "<ul><li>A first item about Lwów<ul><li>An inner item</li><li>Another</li></ul></li>"
    data = page().replace("<ul><li>A first item about Lwów</li>".encode(), inner.encode())
    text = read(data, "a.html", settings).text
    assert "- A first item about Lwów\n  - An inner item\n  - Another\n- A second, about Zakopane\n" in text


def test_line_breaks_in_a_cell_stay(settings):
    data = page().replace(b"<td>Zakopane</td>", b"<td>Zakopane<br>Krakow</td>")
    assert "| December 1939 | Zakopane\nKrakow |" in read(data, "a.html", settings).text


WORDS = "On 5 May 1940 a conference was held in Lwów."


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (f"<p>{WORDS}</p>", f"{WORDS}\n"),
        (f"<div><p>{WORDS}</p></div>", f"{WORDS}\n"),
        (f"<html><body>{WORDS}</body></html>", f"{WORDS}\n"),
        (f"<html><body><font>{WORDS}<br>It was long.</font></body></html>", f"{WORDS}\n\nIt was long.\n"),
        (f"<html><body>{WORDS}<br><br>It was <i>long</i>.</body></html>", f"{WORDS}\nIt was long.\n"),
    ],
)
def test_a_piece_of_a_page_and_bare_words_are_read(settings, written, text):
    assert read(written.encode(), "a.html", settings).text == text


def test_a_page_of_nothing_but_an_aside_does_not_say_that_it_is_empty(settings):
    with pytest.raises(RegestaError, match="none of the page's 3 words"):
        read(b"<html><body><aside>a short aside</aside></body></html>", "a.html", settings)
