"""The files of a release, one by one."""

from __future__ import annotations

import json
from typing import Any

import pytest


def whats(given: Any, path: str) -> list[str]:
    return [finding.what for finding in given.verify() if finding.path == path and finding.code != "verify.checksum"]


def test_lines_ended_by_crlf_are_not_what_was_published(given: Any) -> None:
    given.files["events.jsonl"] = given.files["events.jsonl"].replace(b"\n", b"\r\n")
    assert "jsonl" in given.codes


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (b'"label"', b'"name"', "unknown field"),
        (b'"n_claims":1', b'"n_claims":1,"n_claims":1', "doubled key|stands twice"),
        (b'"n_claims":1', b'"n_claims":NaN', "no row of events"),
        (b'"when_contested":false', b'"when_contested":0', "Expected `bool`"),
        (b'"type":"disaster"', b'"type": "disaster"', "not written as"),
    ],
)
def test_a_line_that_is_no_row(given: Any, old: bytes, new: bytes, what: str) -> None:
    assert old in given.files["events.jsonl"]
    given.files["events.jsonl"] = given.files["events.jsonl"].replace(old, new, 1)
    said = " ".join(whats(given, "events.jsonl"))
    assert any(word in said for word in what.split("|"))


def test_other_columns(given: Any) -> None:
    given.files["events.csv"] = given.files["events.csv"].replace(b"event_id,", b"id,", 1)
    assert whats(given, "events.csv") == ["the columns are not those of events"]


def test_a_quote_that_is_not_closed(given: Any) -> None:
    given.files["sources.csv"] = given.files["sources.csv"].replace(b'"\n', b"\n", 1)
    assert any("no CSV" in what for what in whats(given, "sources.csv"))


def test_a_cell_longer_than_the_limit_of_the_csv_module(made: Any, give: Any) -> None:
    made.sources["orlov1942"].csl["title"] = "Diary " + "x" * 200_000
    assert give(made).verify() == []


def test_references_that_are_not_those_of_the_corpus(given: Any) -> None:
    items = json.loads(given.files["references.csl.json"])
    items[0]["title"] = "Another"
    given.files["references.csl.json"] = json.dumps(items).encode()
    given.forge()
    assert whats(given, "references.csl.json") == ["lind1991 is not as its source.json has it"]


def test_a_record_that_says_more_than_it_may(given: Any) -> None:
    given.files["release.json"] = given.files["release.json"].replace(b'"title"', b'"built_at": "today", "title"')
    assert any("built_at" in what for what in whats(given, "release.json"))


def test_a_codebook_that_leaves_a_column_out(given: Any) -> None:
    given.files["codebook.md"] = given.files["codebook.md"].replace(b"| `quote_sha256` |", b"| `hash` |")
    assert whats(given, "codebook.md") == ["citations.quote_sha256 is not explained"]


def test_a_data_package_of_other_bytes(given: Any) -> None:
    package = json.loads(given.files["datapackage.json"])
    package["resources"][0]["hash"] = "sha256:" + "0" * 64
    package["resources"][1]["schema"]["fields"].pop()
    given.files["datapackage.json"] = json.dumps(package).encode()
    assert whats(given, "datapackage.json") == [
        "events.csv is described otherwise than it is",
        "the schema of claims has other columns",
    ]


def test_limited_quotes_verify(made: Any, give: Any) -> None:
    for longest in (0, 1, 12, 40):
        made.limit_quotes("nowak1987", longest)
        assert give(made).verify() == []


def test_a_quote_longer_than_its_rights_allow(made: Any, give: Any) -> None:
    whole = give(made)
    made.limit_quotes("nowak1987", 12)
    limited = give(made)
    limited.files = whole.files
    assert any("allow are printed" in finding.what for finding in limited.verify())


def test_a_release_with_unreviewed_claims_verifies(made: Any, give: Any) -> None:
    made.restand(2, status="open", reviewers=(), decisions=())
    assert give(made, include_unreviewed=True).verify() == []


def test_a_second_release_verifies(made: Any, give: Any) -> None:
    first = give(made)
    event = made.events.pop()
    made.restand(2, status="rejected")
    second = give(made, "1.1.0", previous=first.files)
    assert second.verify() == []
    made.restand(2, status="accepted")
    made.events.append(event)
    assert give(made, "1.2.0", previous=second.files).verify() == []


def test_an_id_that_was_used_again_is_found(made: Any, give: Any) -> None:
    first = give(made)
    event = made.events.pop()
    made.restand(2, status="rejected")
    second = give(made, "1.1.0", previous=first.files)
    forged = first.copy()
    forged.files["changes.jsonl"] = second.files["changes.jsonl"]
    forged.forge()
    assert any(event.id in f.what and f.code == "verify.change" for f in forged.verify())
