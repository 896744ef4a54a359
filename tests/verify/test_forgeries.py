"""Whoever forges one cell and mends all checksums is still found out: each check stands on its own."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

#: (table, cell as JSONL has it, forged cell, the code that must be among the findings)
CELLS = [
    ("events", '"when_edtf":"1922-21"', '"when_edtf":"1923-21"', "date_bounds"),
    ("events", '"when_edtf":"1922-21"', '"when_edtf":"1922-45"', "date"),
    ("events", '"when_earliest":"1922-03-01"', '"when_earliest":"1922-04-01"', "date_bounds"),
    ("events", '"where_id":"place:torun"', '"where_id":"q47554"', "event"),
    ("events", '"where_id":"place:torun"', '"where_id":"place:nowhere"', "reference"),
    ("events", '"where_label":"Toruń"', '"where_label":"Thorn"', "event"),
    ("events", '"who_ids":"person:jan-wist"', '"who_ids":null', "event"),
    ("events", '"who_ids":"person:jan-wist"', '"who_ids":"person:jan-wist;person:orlov"', "event"),
    ("events", '"type":"meeting"', '"type":"battle"', "event"),
    ("events", '"count_best":40', '"count_best":41', "event"),
    ("events", '"n_claims":2', '"n_claims":3', "event"),
    ("events", '"n_sources":2', '"n_sources":1', "event"),
    ("events", '"n_disputing":1', '"n_disputing":0', "event"),
    ("events", '"status":"reviewed"', '"status":"unreviewed"', "event"),
    ("events", '"status":"reviewed"', '"status":"fine"', "jsonl"),
    ("events", '"first_release":"1.0.0"', '"first_release":"0.9.0"', "change"),
    ("claims", '"stance":"reported"', '"stance":"asserted"', "claim"),
    ("claims", '"stance":"asserted"', '"stance":"sworn"', "jsonl"),
    ("claims", '"low":30', '"low":45', "claim"),
    ("claims", '"low":30', '"low":"30"', "jsonl"),
    ("claims", '"value":"place:torun"', '"value":"place:thorn"', "claim"),
    ("claims", '"value":"person:jan-wist"', '"value":"the bargees"', "claim"),
    ("claims", '"reviewers":"anna"', '"reviewers":null', "claim"),
    ("claims", '"reviewers":"anna"', '"reviewers":"anna;bruno"', "decision"),
    ("changes", '"decision_ids":"d-', '"decision_ids":"d-0;d-', "decision"),
    ("claims", '"via_source_id":"orlov1942"', '"via_source_id":"orlov1943"', "reference"),
    ("claims", '"about_relation":"disputes"', '"about_relation":null', "claim"),
    ("claims", '"n_citations":1', '"n_citations":2', "claim"),
    ("citations", '"start":28', '"start":27', "quote"),
    ("citations", '"quote":"Toruń"', '"quote":"Thorn"', "quote"),
    ("citations", '"page_label":"xii"', '"page_label":"xi"', "quote"),
    ("citations", '"page":2', '"page":1', "quote"),
    ("citations", '"prefix":"The river commission met in "', '"prefix":"The lake commission met in "', "quote"),
    ("citations", '"boxes":"1,240.0,72.0,270.0,84.5"', '"boxes":"1,240.0,72.0,260.0,84.5"', "box"),
    ("citations", '"boxes":"1,240.0,72.0,270.0,84.5"', '"boxes":"1,240.0,72.0,2700.0,84.5"', "box"),
    ("citations", '"boxes":"1,240.0,72.0,270.0,84.5"', '"boxes":"1,240.0,72.0,280.0,84.5"', "box"),
    ("citations", '"boxes":"1,240.0,72.0,270.0,84.5"', '"boxes":"2,240.0,72.0,270.0,84.5"', "box"),
    ("citations", '"boxes":"1,240.0,72.0,270.0,84.5"', '"boxes":null', "box"),
    ("citations", '"boxes":"1,240.0,72.0,270.0,84.5"', '"boxes":"1,240,72,nan,84"', "box"),
    ("citations", '"source_id":"nowak1987"', '"source_id":"lind1991"', "quote"),
    ("citations", '"note":"Łucja Nowak, Rzeka i ludzie', '"note":"Anon., Morze', "quote"),
    ("sources", '"held":false', '"held":true', "source"),
    ("sources", '"kind":"book"', '"kind":"map"', "source"),
    ("sources", '"issued":"1987"', '"issued":"the eighties"', "date"),
    ("entities", '"entity_id":"person:orlov"', '"entity_id":"person:orlow"', "reference"),
    ("entities", '"joined_by":null', '"joined_by":"nobody"', "decision"),
    ("entities", '"joined_ids":null', '"joined_ids":"person:orlov"', "key"),
    ("entities", '"lat":53.4837', '"lat":95.0', "jsonl"),
    ("changes", '"op":"ADD"', '"op":"DEL"', "change"),
    ("changes", '"op":"ADD"', '"op":"NEW"', "jsonl"),
]


@pytest.mark.parametrize(("table", "old", "new", "code"), CELLS)
def test_a_forged_cell_is_found(given: Any, table: str, old: str, new: str, code: str) -> None:
    given.edit(table, old, new)
    assert code in given.codes
    assert not given.codes & {"checksum", "csv", "csv_jsonl", "manifest"}


def test_csv_that_differs_from_jsonl_is_found(given: Any) -> None:
    given.files["events.csv"] = given.files["events.csv"].replace(b"spring", b"autumn").replace(b"1922-21", b"1922-23")
    assert "csv_jsonl" in given.codes


def test_rows_out_of_order_are_found(given: Any) -> None:
    one, other, *rest = given.files["events.jsonl"].splitlines(keepends=True)
    given.files["events.jsonl"] = b"".join([other, one, *rest])
    given.forge()
    assert "key" in given.codes


def test_a_row_that_stands_twice_is_found(given: Any) -> None:
    first, *rest = given.files["entities.jsonl"].splitlines(keepends=True)
    given.files["entities.jsonl"] = b"".join([first, first, *rest])
    given.forge()
    assert {"key", "counts"} <= given.codes


def test_a_lost_row_is_found(given: Any) -> None:
    given.files["citations.jsonl"] = given.files["citations.jsonl"].split(b"\n", 1)[1]
    given.forge()
    assert {"claim", "counts"} <= given.codes


def test_a_text_that_the_reader_does_not_make_is_found(given: Any) -> None:
    """Original, text, record and hashes agree; only the reader tells that the text was not made from the bytes."""
    original = given.corpus["lind1991"].original.replace(b"Orlov", b"Petrov")
    given.corpus["lind1991"] = msgspec.structs.replace(given.corpus["lind1991"], original=original)
    assert {"original", "reread", "corpus"} == given.codes


def test_a_reader_that_fails_is_a_finding(given: Any) -> None:
    from regesta.errors import fail
    from regesta.verify.verify import verify

    def broken(*_: Any) -> str:
        raise fail("ingest.broken", "the file cannot be opened")

    codes = {finding.code for finding in verify(given.files, given.corpus, given.logs, broken)}
    assert codes == {"verify.reread"}


def test_a_decision_that_was_rewritten_is_found(given: Any) -> None:
    given.logs["anna/laptop.jsonl"] = given.logs["anna/laptop.jsonl"].replace(
        b'"answer":"accept"', b'"answer":"reject"', 1
    )
    found = {finding.code for finding in given.verify()}
    assert {"verify.log", "log.id", "log.chain"} <= found


def test_the_place_is_named(given: Any) -> None:
    given.edit("citations", '"quote":"Toruń"', '"quote":"Thorn"')
    (finding,) = given.verify()
    assert finding.path == "citations.jsonl"
    assert given.files["citations.jsonl"].split(b"\n")[finding.line - 1].count(b"Thorn") == 1
