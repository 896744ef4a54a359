"""The reader is chosen by content, then by suffix; whatever is no text is refused with a remedy."""

from __future__ import annotations

import sys
from importlib import metadata

import pytest

from regesta.errors import RegestaError
from regesta.ingest.read import Reading, read
from regesta.model.settings import IngestSettings


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"Some text.", "a.txt", "text/plain"),
        (b"Some text.", "README", "text/plain"),
        (b"# Title\n\nText.", "a.md", "text/markdown"),
        (b"<!DOCTYPE html><html><body><p>Some text of a page.</p><p>More.</p></body></html>", "a.txt", "text/html"),
        (b"\n<!-- x --><html><body><p>Some text of a page.</p><p>More.</p></body></html>", "a", "text/html"),
    ],
)
def test_content_comes_before_the_suffix(data, name, media_type, settings):
    assert read(data, name, settings).media_type == media_type


def test_a_pdf_is_known_by_its_first_bytes(sheet, settings):
    made = sheet()
    made.at(60, 60, "Words")
    assert read(made.bytes(), "scan.txt", settings).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("data", "name", "code", "remedy"),
    [
        (b"", "a.txt", "ingest.empty", "Get the file again"),
        (b" \n\t\n", "a.txt", "ingest.no_text", "Get the file again"),
        (b"\x89PNG\r\n\x1a\n....", "a.png", "ingest.media_type", "ocrmypdf"),
        (b"PK\x03\x04....", "a.docx", "ingest.media_type", "soffice"),
        (b"\x1f\x8b....", "a.txt.gz", "ingest.media_type", "Unpack"),
        (b"a;b;c", "a.xyz", "ingest.media_type", ".txt"),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data, name, code, remedy, settings):
    with pytest.raises(RegestaError) as caught:
        read(data, name, settings)
    assert (caught.value.finding.code, caught.value.finding.path) == (code, name)
    assert remedy in caught.value.finding.remedy


def test_a_file_over_the_limit_is_refused():
    with pytest.raises(RegestaError, match="limit is 1 MB"):
        read(b"x" * 1_000_001, "a.txt", IngestSettings(megabytes=1))


def shout(data: bytes, _name: str, _settings: IngestSettings, _encoding: str = "") -> Reading:
    return Reading(text=data.decode().upper(), media_type="text/plain", reader="shout", version="1")


def test_a_project_can_add_a_reader(monkeypatch, settings):
    point = metadata.EntryPoint("text/plain", f"{__name__}:shout", "regesta.readers")
    monkeypatch.setitem(sys.modules, __name__, sys.modules[shout.__module__])
    monkeypatch.setattr("regesta.ingest.read.entry_points", lambda group: [point] if group == "regesta.readers" else [])
    assert read(b"quiet", "a.txt", settings).text == "QUIET"


def stumble(_data: bytes, _name: str, _settings: IngestSettings, _encoding: str = "") -> Reading:
    raise KeyError("Kids")


def test_a_reader_that_fails_is_a_finding(monkeypatch, settings):
    point = metadata.EntryPoint("text/plain", f"{__name__}:stumble", "regesta.readers")
    monkeypatch.setitem(sys.modules, __name__, sys.modules[stumble.__module__])
    monkeypatch.setattr("regesta.ingest.read.entry_points", lambda group: [point] if group == "regesta.readers" else [])
    with pytest.raises(RegestaError, match=r"a.txt: .*KeyError.*\[ingest.reader\]"):
        read(b"text", "a.txt", settings)


def test_the_same_bytes_give_the_same_reading(sheet, settings):
    made = sheet()
    made.lines(60, 60, ["They met in the autumn of 1939,", "and again in the winter."])
    data = made.bytes()
    assert read(data, "a.pdf", settings) == read(data, "a.pdf", settings)
