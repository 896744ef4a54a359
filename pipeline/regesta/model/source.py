"""A source: a document as received, its bibliographic record, and the text in which offsets count."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from regesta.model.record import Record, intern_word

Access = Literal["open", "restricted", "closed"]
ApartKind = Literal["note", "head", "foot", "moved"]


class SourceFile(Record, frozen=True, kw_only=True):
    """The file as received."""

    name: Annotated[str, Meta(description="File name as received; the copy in the corpus is original.<suffix>")]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    bytes: Annotated[int, Meta(ge=0)]
    media_type: str


class Correction(Record, frozen=True, kw_only=True):
    """A former text: until when it was the text of the source, and who put another in its place."""

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of the former text, kept in former/")]
    by: Annotated[str, Meta(description="The reviewer who corrected it")]
    at: Annotated[str, Meta(description="Wall time, UTC, for people to read")]
    note: Annotated[str, Meta(description="What was corrected, or from what")] = ""


class SourceText(Record, frozen=True, kw_only=True):
    """The canonical text, `text.txt`. Reader and version are those of the first text, which was read from the file."""

    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="Of text.txt as UTF-8")]
    chars: Annotated[int, Meta(ge=0, description="Unicode code points")]
    reader: Annotated[str, Meta(description="The reader that made the text from the file")]
    version: Annotated[str, Meta(description="Version of the reader and of the library behind it")]
    encoding: Annotated[str, Meta(description="Encoding of a text file, where it was told or declared")] = ""
    layout: Annotated[str, Meta(description="sha256 of layout.jsonl; empty where there is none or none was noted")] = ""
    corrections: Annotated[list[Correction], Meta(description="The former texts, oldest first")] = []


class Apart(Record, frozen=True, kw_only=True):
    """A slice of the text that stands apart from the body of its page: a footnote, a running head or foot.

    `moved` is a piece of the body that a correction of the text has put among the words of another page.
    """

    kind: ApartKind
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]


class Page(Record, frozen=True, kw_only=True):
    """A page: its number in the file (from 1), its printed label, its slice of the body text, its size in points.

    Footnotes, running heads and feet stand behind the body of the whole document, so that a sentence
    can run over a page break; `apart` has their slices.
    """

    n: Annotated[int, Meta(ge=1)]
    label: Annotated[str, Meta(description="As printed or as the file says; the number where it says nothing")]
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]
    width: Annotated[float, Meta(gt=0, description="PDF points")]
    height: Annotated[float, Meta(gt=0, description="PDF points")]
    apart: list[Apart] = []


class Word(Struct, frozen=True, array_like=True):
    """A piece of text on one line of a page: [start, end, x0, top, x1, bottom], points from the top left corner.

    A word broken by a line-end hyphen is two pieces with adjoining offsets.
    """

    start: int
    end: int
    x0: float
    top: float
    x1: float
    bottom: float


class PageLayout(Page, frozen=True, kw_only=True):
    """A line of `layout.jsonl`: the page with the box of each of its words, in the order of their offsets."""

    words: list[Word]


class Rights(Record, frozen=True, kw_only=True):
    """What may be done with the source."""

    licence: str = ""
    access: Access = "open"
    quote_max: Annotated[
        Annotated[int, Meta(ge=0)] | None,
        Meta(description="Longest quote that a release may print, in code points; none: no limit"),
    ] = None

    def __post_init__(self) -> None:
        intern_word(self, "access")


class Source(Record, frozen=True, kw_only=True):
    """`source.json`: the bibliographic record of a source and what its bytes are."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]*$", description="The citekey")]
    csl: Annotated[dict[str, Any], Meta(description="The CSL-JSON item")]
    file: SourceFile | None = None
    text: SourceText | None = None
    language: Annotated[str, Meta(description="BCP 47 tag; empty where not known")] = ""
    pages: list[Page] = []
    rights: Rights = Rights()
    held: Annotated[bool, Meta(description="False: known only through another source, so that it cannot be quoted")] = (
        True
    )
