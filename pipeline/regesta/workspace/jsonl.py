"""Reading lines: what regesta wrote is read strictly and fast, what people wrote is read by jsonlines, strictly too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from regesta.errors import Finding, RegestaError
from regesta.model.codec import CodecError, convert, decode, encode, strict_loads
from regesta.model.record import Record

R = TypeVar("R", bound=Record)


def split_lines(data: bytes) -> list[bytes]:
    """The lines without their ends, split on the newline byte alone; U+2028 and its kin are text, no ends."""
    lines = data.split(b"\n")
    if not lines[-1]:
        lines.pop()
    return lines


def read_records(path: Path, record_type: type[R]) -> list[R]:
    """The records of a file that regesta wrote; no file, no records. Raises RegestaError at the first bad line."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    return list(parse_records(data, record_type, str(path)))


def parse_records(data: bytes, record_type: type[R], path: str) -> Iterator[R]:
    """The records in the bytes of a file that regesta wrote; `path` is for the message."""
    for number, line in enumerate(split_lines(data), start=1):
        try:
            yield decode(line, record_type)
        except CodecError as error:
            raise RegestaError(bad_line(path, number, str(error))) from None


def write_records(records: Iterable[Record]) -> bytes:
    """The bytes of a file with these records, one a line."""
    return b"".join(encode(record) + b"\n" for record in records)


def read_people(path: Path, record_type: type[R], name: str) -> tuple[list[R], list[Finding]]:
    """The records of a file that people write by hand, and a finding for each line that is none.

    `name` is the path to print.
    """
    import jsonlines  # costs 50 ms, and most commands read nothing that people wrote

    records: list[R] = []
    findings: list[Finding] = []
    for number, line in enumerate(split_lines(path.read_bytes()), start=1):
        if not line.strip():
            continue
        try:
            with jsonlines.Reader([line], loads=strict_loads) as reader:
                records.append(convert(reader.read(), record_type))
        except (CodecError, jsonlines.Error) as error:
            # jsonlines counts the lines that it was handed, which is always one: its cause says what is wrong.
            findings.append(bad_line(name, number, str(error.__cause__ or error)))
    return records, findings


def bad_line(path: str, number: int, why: str) -> Finding:
    """The finding for a line that holds no record."""
    return Finding(
        code="jsonl.line",
        what=f"the line is no record: {why}",
        path=path,
        line=number,
        remedy="Mend the line; if regesta writes this file, delete it (if it is derived) or restore it from git.",
    )
