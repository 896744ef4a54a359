"""The record of a source holds what its bytes and its text are."""

from __future__ import annotations

import hashlib

from regesta.ingest.read import read
from regesta.ingest.source import make_source
from regesta.model import codec
from regesta.model.settings import IngestSettings
from regesta.model.source import Source


def test_a_source_says_what_its_bytes_and_its_text_are(sheet):
    settings = IngestSettings(licence="CC0-1.0", access="restricted")
    made = sheet()
    made.at(60, 60, "They met in autumn.")
    data = made.bytes()
    reading = read(data, "Talks.pdf", settings)
    source = make_source(
        reading, data, "Talks.pdf", "talks", {"type": "report", "id": "x", "language": "en-GB"}, settings
    )
    assert source.csl == {"id": "talks", "type": "report", "language": "en-GB"}
    assert source.language == "en-GB"
    assert source.file.sha256 == hashlib.sha256(data).hexdigest()
    assert source.text.sha256 == hashlib.sha256(b"They met in autumn.\n").hexdigest()
    assert (source.rights.licence, source.rights.access) == ("CC0-1.0", "restricted")
    assert [(page.n, page.label, page.start, page.end) for page in source.pages] == [(1, "1", 0, 19)]
    assert codec.decode(codec.encode(source), Source) == source


def test_the_language_that_the_file_declares_counts_where_the_item_has_none(settings):
    data = b"---\nlang: pl\n---\nTekst."
    reading = read(data, "a.md", settings)
    assert make_source(reading, data, "a.md", "a", reading.csl, settings).language == "pl"
