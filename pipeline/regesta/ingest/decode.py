"""Bytes to characters: by byte order mark, by what was told or declared, else strict UTF-8; never by a guess."""

from __future__ import annotations

import codecs
import shlex
from collections.abc import Iterator

from regesta.errors import RegestaError, fail

#: Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How many bytes are shown to charset-normalizer.
_SAMPLE = 200_000
#: From this share of NUL characters on, a file was not written in what it was read as.
_NUL_SHARE = 0.05


def decode(data: bytes, name: str, told: str = "", declared: str = "") -> tuple[str, str]:
    """The characters of a text file and the encoding they were read by.

    A byte order mark counts first, then what a person told (`--encoding`), then what the file declares of itself,
    then UTF-8. Whatever does not fit is a RegestaError with a remedy; charset-normalizer's opinion is only said.
    """
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", ""))
    encoding = encoding or _known(told, name, "told by --encoding") or _known(declared, name, "declared in the file")
    try:
        text = data[len(mark) :].decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise _misread(data, name, encoding, error) from None
    if text.count("\0") > _NUL_SHARE * len(text):
        raise fail(
            "ingest.encoding",
            f"{text.count(chr(0))} of {len(text)} characters are NUL, so this is not {encoding or 'utf-8'} text",
            path=name,
            why="Text in UTF-16 without a byte order mark looks like this, and so do binary files.",
            remedy=_remedy(name, "utf-16-le"),
        )
    return text, encoding or "utf-8"


def _known(encoding: str, name: str, by: str) -> str:
    """The name that Python knows the encoding by; empty where none was given."""
    if not encoding:
        return ""
    try:
        known = codecs.lookup(encoding).name
        " ".encode(known)
        return known
    except (LookupError, TypeError, ValueError, UnicodeError):
        raise fail(
            "ingest.encoding",
            f"no encoding is called {encoding!r} ({by})",
            path=name,
            remedy=_remedy(name, "windows-1250"),
        ) from None


def _misread(data: bytes, name: str, encoding: str, error: UnicodeDecodeError) -> RegestaError:
    guess = likely(data)
    opinion = f"charset-normalizer takes it for {guess}" if guess else "charset-normalizer has no opinion on this one"
    samples = ", ".join(f"as {other} it reads “{text}”" for other, text in _samples(data, error.start, guess))
    return fail(
        "ingest.encoding",
        f"not {encoding or 'UTF-8'}: byte {error.start} is 0x{data[error.start : error.start + 1].hex()}",
        path=name,
        why=f"An encoding is never guessed in silence; {opinion}" + (f"; {samples}." if samples else "."),
        remedy=_remedy(name, guess or "windows-1250"),
    )


def _samples(data: bytes, place: int, guess: str) -> Iterator[tuple[str, str]]:
    """How the word at the first odd byte would read in the encodings that are likely, for a person to choose."""
    start = max(data.rfind(b" ", 0, place), data.rfind(b"\n", 0, place), place - 16) + 1
    word = data[start : place + 16].split(maxsplit=1)[0] if data[start : place + 16].split() else b""
    shown: set[str] = set()
    for encoding in ("windows-1250", "windows-1252", "windows-1251", guess):
        try:
            text = word.decode(encoding) if encoding else ""
        except (LookupError, UnicodeDecodeError):
            continue
        if text.isprintable() and text and text not in shown:
            shown.add(text)
            yield encoding, text


def likely(data: bytes) -> str:
    """What charset-normalizer thinks the encoding is; empty where it has no opinion."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding.replace("_", "-") if best else ""


def _remedy(name: str, encoding: str) -> str:
    return f"Find out how it was written, then `regesta ingest --encoding {encoding} {shlex.quote(name)}`."
