"""The second opinion on corrected texts."""

from __future__ import annotations

import msgspec

from regesta.model.ids import sha256_hex
from regesta.model.source import Correction, PageLayout, Source, SourceFile, SourceText, Word
from regesta.verify.former import check_former, first_text
from regesta.verify.inputs import CorpusFiles

OLD, NEW = b"Tbe hall.\n", b"The hall.\n"
NAME = f"{sha256_hex(OLD)[:16]}.txt"


def page(*words: Word) -> bytes:
    layout = PageLayout(n=1, label="1", start=0, end=9, width=100.5, height=100.5, words=list(words))
    return msgspec.json.encode(layout) + b"\n"


FIRST = page(Word(0, 3, 10.5, 10.5, 20.5, 20.5), Word(4, 9, 25.5, 10.5, 50.5, 20.5))
SOURCE = Source(
    id="note",
    csl={"id": "note"},
    file=SourceFile(name="note.pdf", sha256=sha256_hex(b"x"), bytes=1, media_type="application/pdf"),
    text=SourceText(
        sha256=sha256_hex(NEW),
        chars=len(NEW),
        reader="pdf",
        version="1",
        corrections=[Correction(sha256=sha256_hex(OLD), by="anna", at="2026-01-01T00:00:00Z")],
    ),
)


def files(layout: bytes, **former: bytes) -> CorpusFiles:
    kept = {NAME: OLD, NAME.replace(".txt", ".layout.jsonl"): FIRST} | former
    return CorpusFiles(original=b"x", source_json=b"{}", text=NEW, layout=layout, former=kept)


def test_a_corrected_text_whose_words_kept_their_boxes_is_fine() -> None:
    assert check_former(SOURCE, files(page(Word(0, 3, 10.5, 10.5, 20.5, 20.5)))) == []


def test_a_box_that_was_never_printed_is_found() -> None:
    (finding,) = check_former(SOURCE, files(page(Word(0, 3, 11.5, 10.5, 20.5, 20.5))))
    assert "does not have every box" in finding.what


def test_a_former_text_that_was_changed_is_found() -> None:
    (finding,) = check_former(SOURCE, files(FIRST, **{NAME: NEW}))
    assert finding.path == f"corpus/note/former/{NAME}"


def test_what_is_read_anew_is_compared_with_the_first_text() -> None:
    assert first_text(SOURCE, files(FIRST)) == (OLD, f"former/{NAME}")
