"""The page as it looks: a box around each piece of the words, on a scan too, and the page larger by a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import web_conftest as web
from click.testing import CliRunner

from regesta.anchor.drafts import mentions
from regesta.cli import regesta
from regesta.workspace.corpus import read_source, read_text
from regesta.workspace.jsonl import write_records
from regesta.workspace.workspace import Workspace

Open = Callable[..., Any]
LINES = ("Minutes of the council of Karwia", "The meeting of the council lasted until 5 May", "1941 and nobody came.")
#: A gray dot, drawn as large as the page: what a scanner leaves under the words that were recognised.
SCAN = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xdd EI Q "


def pdf(*, scan: bool = False, page: bytes = b"/MediaBox [0 0 595 842]") -> bytes:
    """A page with the lines, the first at 72 points from the left; those of a scan lie unseen above a picture."""
    words = b" ".join(b"(" + line.encode() + b") Tj T*" for line in LINES)
    content = (SCAN if scan else b"") + b"BT /F 14 Tf %d Tr 72 700 Td 20 TL " % (3 if scan else 0) + words + b" ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R " + page + b" /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    return out + head + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def ingested(ws: Workspace, data: bytes) -> Workspace:
    """The workspace with the minutes as a source, in which a date that is broken over two lines is proposed."""
    path = ws.root / "minutes.pdf"
    path.write_bytes(data)
    done = CliRunner().invoke(regesta, ["-C", str(ws.root), "ingest", str(path)])
    assert done.exit_code == 0, done.output
    text = read_text(ws, "minutes")
    at = text.index("5 May")
    words = text[at : text.index("1941") + 4]
    found = mentions("minutes", text, read_source(ws, "minutes").pages, [web.draft(text, words, "DATE", "1941-05-05")])
    ws.mentions_path("minutes").write_bytes(write_records(found))
    return ws


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pdf(), id="print"),
        pytest.param(pdf(scan=True), id="scan"),
        pytest.param(pdf(page=b"/MediaBox [-50 -60 545 782]"), id="origin"),
        pytest.param(pdf(page=b"/MediaBox [0 0 595 842] /CropBox [40 300 575 802]"), id="cropped"),
        pytest.param(pdf(page=b"/MediaBox [0 0 595 842] /Rotate 90"), id="turned"),
    ],
)
def test_both_pieces_of_a_broken_mention_are_boxed_on_the_page(ws: Workspace, tab: Open, data: bytes) -> None:
    with web.serving(ingested(ws, data)) as served:
        page = tab(served, "/read/minutes/1")
        page.wait_for_selector("body[data-ready]")
        page.wait_for_function("() => document.querySelector('#leaf img')?.complete")
        boxes = page.locator("#leaf svg > rect")
        assert boxes.count() >= 2
        frame = page.locator("#leaf img").bounding_box()
        for box in (boxes.nth(n).bounding_box() for n in range(boxes.count())):
            assert box["width"] > 10
            assert frame["x"] <= box["x"] <= frame["x"] + frame["width"] - box["width"]
            assert frame["y"] <= box["y"] <= frame["y"] + frame["height"] - box["height"]
        assert not web.faults(page)


def test_the_page_is_drawn_larger_by_a_key_and_stays_so(ws: Workspace, tab: Open) -> None:
    with web.serving(ingested(ws, pdf())) as served:
        page = tab(served, "/read/minutes/1")
        page.wait_for_selector("body[data-ready]")
        page.wait_for_function("() => document.querySelector('#leaf img')?.complete")
        wide = "document.querySelector('#leaf img').getBoundingClientRect().width"
        before = page.evaluate(wide)
        page.keyboard.press("z")
        assert page.evaluate(wide) > 1.3 * before
        page.reload()
        page.wait_for_selector("body[data-ready]")
        assert page.evaluate(wide) > 1.3 * before
        page.keyboard.press("z")
        page.keyboard.press("z")
        assert page.evaluate(wide) == before


def test_the_words_are_in_sight_on_a_page_that_is_larger_than_its_place(ws: Workspace, tab: Open) -> None:
    with web.serving(ingested(ws, pdf(page=b"/MediaBox [0 0 595 842] /Rotate 90"))) as served:
        page = tab(served, "/read/minutes/1")
        page.wait_for_selector("body[data-ready]")
        page.wait_for_function("() => document.querySelector('#leaf img')?.complete")
        page.keyboard.press("z")
        page.keyboard.press("z")
        box, frame = page.locator("#leaf rect").first.bounding_box(), page.locator("#leaf").bounding_box()
        assert frame["x"] <= box["x"] < frame["x"] + frame["width"]
        assert frame["y"] <= box["y"] < frame["y"] + frame["height"]


def test_the_text_stands_still_while_one_goes_from_one_record_to_the_next(ws: Workspace, tab: Open) -> None:
    with web.serving(ingested(ws, pdf())) as served:
        page = tab(served, "/read/minutes/1")
        page.wait_for_selector("body[data-ready]")
        high = "document.getElementById('text').clientHeight"
        before = page.evaluate(high)
        page.keyboard.press("e")
        page.wait_for_selector("form.amend:not([hidden])")
        assert page.evaluate(high) == before
