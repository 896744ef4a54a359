"""The record of a source, from its reading and what is known of it."""

from __future__ import annotations

from typing import Any

from regesta.ingest.language import language_of
from regesta.ingest.reading import Reading
from regesta.model.ids import sha256_hex
from regesta.model.settings import IngestSettings
from regesta.model.source import Page, Rights, Source, SourceFile, SourceText


def make_source(
    reading: Reading, data: bytes, name: str, citekey: str, csl: dict[str, Any], settings: IngestSettings
) -> Source:
    """The `source.json` of a file: `csl` is the item of the bibliography, or what the file says of itself.

    The language is the one that the item or the file declares; where neither does, it stays empty.
    """
    return Source(
        id=citekey,
        csl={"id": citekey, **{key: value for key, value in csl.items() if key != "id"}},
        file=SourceFile(name=name, sha256=sha256_hex(data), bytes=len(data), media_type=reading.media_type),
        text=SourceText(
            sha256=sha256_hex(reading.text.encode("utf-8")),
            chars=len(reading.text),
            reader=reading.reader,
            version=reading.version,
            encoding=reading.encoding,
        ),
        language=language_of(csl) or reading.language,
        pages=[
            Page(
                n=page.n,
                label=page.label,
                start=page.start,
                end=page.end,
                width=page.width,
                height=page.height,
                apart=page.apart,
            )
            for page in reading.layout
        ],
        rights=Rights(licence=settings.licence, access=settings.access),
    )
