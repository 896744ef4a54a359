"""A bibliography is read strictly, and a file finds its item by its name."""

from __future__ import annotations

import json

import pytest

from regesta.errors import RegestaError
from regesta.ingest.bibliography import Bibliography, match, parse

BOOK = {
    "id": "http://zotero.org/users/1/items/ABC",
    "citation-key": "writer1999",
    "type": "book",
    "title": "The Talks: A History",
    "author": [{"family": "Writer", "given": "Ann"}],
    "issued": {"date-parts": [[1999]]},
}
OTHER = {"id": "clerk2001", "type": "report", "title": "Minutes"}


def data(items):
    return json.dumps(items).encode()


@pytest.mark.parametrize("content", [[BOOK, OTHER], {"items": [BOOK, OTHER]}])
def test_a_list_or_an_object_with_items_is_read(content):
    assert parse(data(content), "b.json").items == [BOOK, OTHER]


def test_an_item_that_is_none_is_left_out_with_a_finding():
    bibliography = parse(data([BOOK, {"id": "x", "type": "leaflet"}]), "b.json")
    assert bibliography.items == [BOOK]
    assert "item 2 (x) is left out" in bibliography.findings[0].what


def test_two_items_of_one_id_are_a_finding():
    assert "two items have the id" in parse(data([OTHER, OTHER]), "b.json").findings[0].what


@pytest.mark.parametrize("content", [b"{", b"12", b'{"a": 1}', b'[{"id": "a", "id": "b"}]', b"[NaN]", b"\xff"])
def test_what_is_no_bibliography_is_refused(content):
    with pytest.raises(RegestaError) as caught:
        parse(content, "b.json")
    assert caught.value.finding.remedy


@pytest.mark.parametrize(
    ("extra", "name"),
    [
        ({"file": "/home/ann/Zotero/storage/AB12/Scan 7.pdf"}, "scan 7.pdf"),
        ({"file": "Full Text:C:\\\\Users\\\\ann\\\\Scan 7.pdf:application/pdf"}, "Scan 7.pdf"),
        ({"attachments": [{"path": "storage/Scan 7.pdf"}]}, "Scan 7.pdf"),
        ({"note": "file: boxes/Scan 7.pdf"}, "Scan 7.pdf"),
        ({}, "writer1999.pdf"),
        ({}, "Writer1999.PDF"),
        ({"citation-key": "x", "note": "Citation Key: scan7"}, "scan7.pdf"),
        ({}, "Writer - 1999 - The Talks A History.pdf"),
        ({}, "Writer and Clerk - 1999 - The Talks.pdf"),
        ({}, "The talks - a history.pdf"),
    ],
)
def test_a_file_finds_its_item(extra, name):
    book = {**BOOK, **extra}
    assert match(Bibliography(items=[OTHER, book]), name) == (book, [])


@pytest.mark.parametrize("name", ["scan.pdf", "Writer - 2000 - The Talks.pdf", "Talks.pdf", "-.pdf"])
def test_another_file_finds_none(name):
    assert match(Bibliography(items=[OTHER, BOOK]), name) == (None, [])


def test_the_attachment_counts_before_the_key():
    attached = {**OTHER, "file": "writer1999.pdf"}
    assert match(Bibliography(items=[BOOK, attached]), "writer1999.pdf")[0] == attached


def test_where_several_fit_none_is_taken():
    item, findings = match(Bibliography(items=[OTHER, {**OTHER, "id": "clerk2002"}]), "Minutes.pdf")
    assert item is None
    assert "clerk2001, clerk2002" in findings[0].what
