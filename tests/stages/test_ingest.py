"""Taking files in: each whole or not at all, and the same bytes once."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from regesta.engine.run import Runner
from regesta.errors import RegestaError
from regesta.model.ids import sha256_hex
from regesta.stages.ingest import Ingested, Offer, ingest
from regesta.workspace.corpus import citekeys, read_source, read_text
from regesta.workspace.workspace import Workspace

NOTE = "A note on two meetings\n\nOn 6 December 1939 a conference was held in Kraków.\n"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def take_in(ws: Workspace, *arguments: object, jobs: int = 1, **known: object) -> Ingested:
    offer = Offer(arguments=[str(each) for each in arguments], **known)  # type: ignore[arg-type]
    with Runner(jobs) as runner:
        return ingest(ws, offer, runner, lambda *_: None)


def codes(done: Ingested) -> list[str]:
    return [finding.code for finding in done.findings]


def test_a_text_becomes_a_source(ws: Workspace, inbox: Path) -> None:
    (inbox / "Note 1.txt").write_text(NOTE, encoding="utf-8")
    done = take_in(ws, inbox / "Note 1.txt")
    assert [source.source for source in done.added] == ["note-1"]
    source = read_source(ws, "note-1")
    assert read_text(ws, "note-1") == NOTE
    assert (ws.source_dir("note-1") / "original.txt").read_text(encoding="utf-8") == NOTE
    assert source.file is not None
    assert source.file.sha256 == sha256_hex(NOTE.encode())
    assert source.csl == {"id": "note-1", "type": "document"}


def test_bad_files_are_findings_and_leave_nothing(ws: Workspace, inbox: Path) -> None:
    (inbox / "bad.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "good.txt").write_text(NOTE, encoding="utf-8")
    (inbox / "link.txt").symlink_to("good.txt")
    done = take_in(ws, inbox, inbox / "missing.txt", jobs=2)
    assert sorted(codes(done)) == [
        "ingest.broken",
        "ingest.empty",
        "ingest.not_a_file",
        "ingest.nothing",
    ]
    assert all(finding.path for finding in done.findings)
    assert [path.name for path in ws.corpus.iterdir()] == ["good"]


def test_the_same_bytes_are_one_source(ws: Workspace, inbox: Path) -> None:
    (inbox / "a.txt").write_text(NOTE, encoding="utf-8")
    (inbox / "b.txt").write_text(NOTE, encoding="utf-8")
    first, second = take_in(ws, inbox), take_in(ws, inbox / "b.txt")
    assert [source.source for source in first.added] == ["a"]
    assert (first.same, second.same) == (1, 1)
    assert codes(second) == ["ingest.same_bytes"]
    assert "corpus/a" in second.findings[0].what


def test_other_bytes_never_replace_a_source(ws: Workspace, inbox: Path) -> None:
    path = inbox / "letter.txt"
    path.write_text(NOTE, encoding="utf-8")
    take_in(ws, path)
    path.write_text(NOTE + "And more.\n", encoding="utf-8")
    assert codes(take_in(ws, path)) == ["ingest.other_bytes"]
    assert read_text(ws, "letter") == NOTE
    assert [each.source for each in take_in(ws, path, citekey="letter-2").added] == ["letter-2"]


def test_another_file_of_the_same_name_gets_a_letter(ws: Workspace, inbox: Path) -> None:
    for folder, text in (("a", "One letter.\n"), ("b", "Another one.\n")):
        (inbox / folder).mkdir()
        (inbox / folder / "letter.md").write_text(text, encoding="utf-8")
    done = take_in(ws, inbox / "a" / "letter.md", inbox / "b" / "letter.md", jobs=2)
    assert [source.source for source in done.added] == ["letter", "lettera"]
    assert not done.findings


def test_the_bibliography_names_sources_and_relays_others(ws: Workspace, inbox: Path) -> None:
    items = [
        {"id": "smith1950", "type": "book", "title": "Notes", "author": [{"family": "Smith"}], "language": "en-GB"},
        {"id": "doe1941", "type": "article", "title": "Never seen"},
    ]
    csl = inbox / "zotero.json"
    csl.write_text(json.dumps(items), encoding="utf-8")
    (inbox / "smith1950.txt").write_text(NOTE, encoding="utf-8")
    done = take_in(ws, inbox, csl=csl, relayed=True)
    assert citekeys(ws) == ["doe1941", "smith1950"]
    assert not done.findings
    assert read_source(ws, "smith1950").language == "en-GB"
    assert not read_source(ws, "doe1941").held


@pytest.mark.parametrize("citekey", ["../etc", "Smith 1950", "-x"])
def test_a_citekey_cannot_lead_out_of_the_corpus(ws: Workspace, inbox: Path, citekey: str) -> None:
    (inbox / "a.txt").write_text(NOTE, encoding="utf-8")
    with pytest.raises(RegestaError, match=r"ingest\.citekey"):
        take_in(ws, inbox / "a.txt", citekey=citekey)


def test_what_a_crash_left_half_made_is_swept_away(ws: Workspace, inbox: Path) -> None:
    half = ws.cache / "staging" / "new"
    half.mkdir(parents=True)
    (half / "source.json").write_text("{", encoding="utf-8")
    (inbox / "a.txt").write_text(NOTE, encoding="utf-8")
    take_in(ws, inbox / "a.txt")
    assert sorted(path.name for path in ws.source_dir("a").iterdir()) == ["original.txt", "source.json", "text.txt"]


def test_a_pattern_finds_files(ws: Workspace, inbox: Path) -> None:
    (inbox / "deep").mkdir()
    (inbox / "deep" / "a.txt").write_text(NOTE, encoding="utf-8")
    (inbox / "b.csv").write_text("1;2", encoding="utf-8")
    assert [each.source for each in take_in(ws, inbox / "**" / "*.txt").added] == ["a"]


@pytest.mark.parametrize("name", ["cafe\u0301.txt", os.fsdecode(b"caf\xe9.txt"), "two\nlines \u202e.txt"])
def test_a_file_may_have_any_name(ws: Workspace, inbox: Path, name: str) -> None:
    (inbox / name).write_text(NOTE, encoding="utf-8")
    done = take_in(ws, inbox)
    assert done.findings == []
    (citekey,) = citekeys(ws)
    source = read_source(ws, citekey)
    assert source.file is not None
    assert source.file.name.endswith(".txt")
    assert codes(take_in(ws, inbox)) == ["ingest.same_bytes"]


def test_a_folder_around_the_workspace_offers_no_file_of_the_workspace_itself(ws: Workspace) -> None:
    (ws.root / "note.txt").write_text(NOTE.replace("\n", "\r\n"), encoding="utf-8")
    take_in(ws, ws.root)
    assert citekeys(ws) == ["note"]
    again = take_in(ws, ws.root)
    assert (again.added, codes(again)) == ([], ["ingest.same_bytes"])
