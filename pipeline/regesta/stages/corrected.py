"""Sources whose text was corrected: the decisions about them, carried over to the text as it is now."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec

from regesta.anchor import align as aligning
from regesta.anchor import carry as carrying
from regesta.anchor import selector
from regesta.anchor.align import Alignment
from regesta.anchor.carry import Carried, Carrier
from regesta.errors import Finding
from regesta.model.decision import Decision
from regesta.model.ids import sha256_hex
from regesta.review.carried import Carrying, Text, mentions_of
from regesta.stages.receipt import key_of
from regesta.workspace.corpus import read_former, read_source, read_text
from regesta.workspace.logs import read_decisions
from regesta.workspace.replace import replace_bytes
from regesta.workspace.workspace import Workspace


def read_carried(ws: Workspace) -> tuple[list[Decision], list[Finding]]:
    """The decisions of all logs as they read today, log by log, and a finding for each line that cannot be read."""
    decisions, findings = read_decisions(ws)
    return carried(ws, decisions), findings


def carried(ws: Workspace, decisions: list[Decision]) -> list[Decision]:
    """The decisions, those about corrected texts as they read today."""
    texts = corrected_texts(ws, sources_of(decisions))
    if not texts:
        return decisions
    found = Carrying(texts, decisions).carried()
    for text in texts.values():
        for each in text.former:
            keep(ws, each)
    return found


def sources_of(decisions: Iterable[Decision]) -> list[str]:
    """The citekeys of the sources whose words the decisions speak of, sorted."""
    return sorted({mention.source for decision in decisions for mention in mentions_of(decision.target)})


def corrected_texts(ws: Workspace, citekeys: Iterable[str]) -> dict[str, Text]:
    """Those of the sources whose text was corrected, with their former texts."""
    found = {}
    for citekey in citekeys:
        former = read_former(ws, citekey)
        if former:
            text = read_text(ws, citekey)
            carriers = [carrier(ws, old, text) for old in former]
            found[citekey] = Text(text, read_source(ws, citekey).pages, carriers)
    return found


class _Kept(msgspec.Struct, frozen=True):
    """What the cache has of two states of a text: which characters are the same, and where quotes came to stand."""

    alignment: Alignment
    carried: list[tuple[int, int, Carried]]


def carrier(ws: Workspace, old: str, new: str) -> Carrier:
    """Carries quotes from a former state of a text to the present one, with what the cache knows of it."""
    try:
        kept = msgspec.msgpack.decode(_path(ws, old, new).read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return Carrier(old, new)
    return Carrier(old, new, kept.alignment, {(start, end): found for start, end, found in kept.carried})


def keep(ws: Workspace, made: Carrier) -> None:
    """Puts into the cache what a carrier has found: a second for a long text, and some for thousands of quotes."""
    known = [(start, end, found) for (start, end), found in sorted(made.known.items())]
    with suppress(OSError):  # a disk that can only be read
        replace_bytes(_path(ws, made.old, made.new), msgspec.msgpack.encode(_Kept(made.alignment, known)))


def _path(ws: Workspace, old: str, new: str) -> Path:
    key = key_of(_code(), sha256_hex(old.encode("utf-8")), sha256_hex(new.encode("utf-8")))
    return ws.cache / "aligned" / key[:2] / key


@cache
def _code() -> str:
    """A hash of the code by which texts are aligned and quotes carried."""
    files = (aligning.__file__, carrying.__file__, selector.__file__)
    return sha256_hex(b"".join(Path(name).read_bytes() for name in files))
