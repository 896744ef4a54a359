"""What is proposed in the sources that somebody reviews: set aside as it stands now, and read one by one."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path

import msgspec

from regesta.errors import RegestaError
from regesta.model.codec import CodecError, decode
from regesta.model.mention import Mention
from regesta.review.proposals import Head, Proposals
from regesta.workspace.jsonl import bad_line, read_records
from regesta.workspace.set_aside import SetAside
from regesta.workspace.workspace import Workspace

_heads = msgspec.json.Decoder(Head)
#: So many bytes of a file are decoded at once.
_PIECE = 1 << 18


def proposals(ws: Workspace, sources: Iterable[str]) -> Proposals:
    """The mentions that are proposed in these sources. Raises RegestaError at a line that is none."""
    found = Proposals()
    lines = SetAside(ws.cache)
    for source in sources:
        path = ws.mentions_path(source)
        if path.is_file():
            _take_in(found, source, path, lines)
    return found


def _take_in(found: Proposals, source: str, path: Path, kept: SetAside) -> None:
    heads: list[Head] = []
    begins = array("Q")
    with path.open("rb") as file:
        begins.append(kept.add(file))
        file.seek(0)
        # Some lines at a time, so that the file never lies in memory as a whole.
        while lines := file.readlines(_PIECE):
            try:
                heads += _heads.decode_lines(b"".join(lines))
            except (msgspec.DecodeError, UnicodeDecodeError):
                read_records(path, Mention)  # says which line it is, and why
                raise
            begins.extend(accumulate(map(len, lines), initial=begins.pop()))
    if len(heads) < len(begins) - 1:
        read_records(path, Mention)  # a blank line
    order = array("I", sorted(range(len(heads)), key=[(head.start, head.end, head.id) for head in heads].__getitem__))

    def read(number: int) -> Mention:
        at = order[number]
        try:
            return decode(kept.read(begins[at], begins[at + 1]).removesuffix(b"\n"), Mention)
        except CodecError as error:
            raise RegestaError(bad_line(str(path), at + 1, str(error))) from None

    found.take_in(source, [heads[at] for at in order], read)
