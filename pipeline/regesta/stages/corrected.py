"""Sources whose text was corrected: the decisions about them, carried over to the text as it is now."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from regesta.anchor import align as aligning
from regesta.anchor.align import Alignment, align
from regesta.anchor.carry import Carrier
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
    return Carrying(texts, decisions).carried() if texts else decisions


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
            carriers = [Carrier(old, text, alignment(ws, old, text)) for old in former]
            found[citekey] = Text(text, read_source(ws, citekey).pages, carriers)
    return found


def alignment(ws: Workspace, old: str, new: str) -> Alignment:
    """Which characters of two states of a text are the same; kept in the cache, since a long text takes a second."""
    key = key_of(_code(), sha256_hex(old.encode("utf-8")), sha256_hex(new.encode("utf-8")))
    path = ws.cache / "aligned" / key[:2] / key
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Alignment)
    except (OSError, msgspec.DecodeError):
        made = align(old, new)
        replace_bytes(path, msgspec.msgpack.encode(made))
        return made


@cache
def _code() -> str:
    return sha256_hex(Path(aligning.__file__).read_bytes())
