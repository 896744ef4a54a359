"""Giving a file that was read its citekey and its place in the corpus, in one step."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from regesta.errors import fail
from regesta.ingest.citekeys import citekey, own_key
from regesta.ingest.language import language_of
from regesta.model.ids import sha256_hex
from regesta.model.source import Source
from regesta.stages.folder import put_folder
from regesta.stages.offered import Offered
from regesta.stages.reading import DRAFT_FILE, LAYOUT_FILE, TEXT_FILE, read_output
from regesta.stages.receipt import Receipt
from regesta.workspace.corpus import read_source
from regesta.workspace.opening import read_foreign
from regesta.workspace.workspace import Workspace

_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")


class Admitted(msgspec.Struct, frozen=True, kw_only=True):
    """A source that is new in the corpus: its citekey, its title, and the file that it came from (none: relayed)."""

    source: str
    title: str
    file: str
    pages: int = 0
    chars: int = 0


class Admission:
    """The citekeys that are taken, and the way into the corpus."""

    def __init__(self, ws: Workspace, taken: set[str], wanted: str = "", language: str = "") -> None:
        """`wanted` is the citekey that somebody chose for the one file that is taken in, `language` what they said."""
        self.ws = ws
        self.taken = taken
        self._before = frozenset(taken)
        self.wanted = wanted
        self.language = language

    def admit(self, file: Offered, receipt: Receipt, item: dict[str, Any] | None) -> Admitted:
        """Puts a file that was read into the corpus; `item` is what the bibliography says of it, if it says anything.

        Raises RegestaError where its citekey belongs to other bytes: what is true is never written over.
        """
        draft = msgspec.json.decode(self._output(receipt, DRAFT_FILE), type=Source)
        csl = _without_id(draft.csl) if item is None else item
        key = self._citekey(item or {}, csl, file)
        source = msgspec.structs.replace(
            draft,
            id=key,
            csl={"id": key, **_without_id(csl)},
            language=self.language or language_of(csl) or draft.language,
        )
        if source.text is not None and LAYOUT_FILE in receipt.outputs:
            text = msgspec.structs.replace(source.text, layout=receipt.outputs[LAYOUT_FILE])
            source = msgspec.structs.replace(source, text=text)
        files = {
            f"original{_suffix(file.path)}": self._original(file),
            "source.json": _record(source),
            "text.txt": self._output(receipt, TEXT_FILE),
        }
        if LAYOUT_FILE in receipt.outputs:
            files["layout.jsonl"] = self._output(receipt, LAYOUT_FILE)
        self._put(key, files)
        chars = source.text.chars if source.text else 0
        return Admitted(source=key, title=_title(csl), file=file.shown, pages=len(source.pages), chars=chars)

    def relayed(self, items: Sequence[dict[str, Any]]) -> list[Admitted]:
        """Takes the items of a bibliography that have no file in as sources that are known, but not held."""
        admitted = []
        for item in items:
            key = own_key(item) or citekey(item, "", self.taken)
            if key in self.taken:
                continue
            source = Source(
                id=key,
                csl={"id": key, **_without_id(item)},
                language=language_of(item),
                held=False,
            )
            self._put(key, {"source.json": _record(source)})
            admitted.append(Admitted(source=key, title=_title(item), file=""))
        return admitted

    def _citekey(self, item: dict[str, Any], csl: dict[str, Any], file: Offered) -> str:
        chosen = self.wanted or own_key(item)
        made = chosen or citekey(csl, file.name)
        if made in self.taken and (chosen or self._came_before(made, file.name)):
            raise fail(
                "ingest.other_bytes",
                f"there is a source {made!r} already, and it was made from other bytes",
                path=file.shown,
                why="What is in the corpus is never written over: quotes, offsets and decisions rest on it.",
                remedy="Take the file in under another key with --citekey, or remove the source by hand first.",
            )
        return made if made not in self.taken else citekey(csl, file.name, self.taken)

    def _came_before(self, key: str, name: str) -> bool:
        """Whether an earlier offer made the source of this key from a file of this name: then this is its new state."""
        if key not in self._before:
            return False
        before = read_source(self.ws, key).file
        return before is not None and before.name == name

    def _original(self, file: Offered) -> bytes:
        data = read_foreign(file.path, self.ws.settings.ingest.megabytes)
        if sha256_hex(data) != file.sha256:
            raise fail(
                "ingest.changed",
                "changed while it was taken in",
                path=file.shown,
                remedy="Do it again when nobody writes to it.",
            )
        return data

    def _output(self, receipt: Receipt, name: str) -> bytes:
        data = read_output(self.ws.cache, receipt, name)
        if data is None:
            raise fail("ingest.receipt", f"the reading left no {name}", path=receipt.source, remedy="Do it again.")
        return data

    def _put(self, key: str, files: dict[str, bytes]) -> None:
        folder = self.ws.source_dir(key)
        if folder.exists():
            raise fail(
                "ingest.folder",
                "the folder is there, but it holds no source.json",
                path=self.ws.relative(folder),
                remedy="See what is in it, then move it away or remove it.",
            )
        put_folder(self.ws, folder, files)
        self.taken.add(key)


def _without_id(csl: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in csl.items() if name != "id"}


def _record(source: Source) -> bytes:
    """`source.json` as people read and edit it."""
    return msgspec.json.format(msgspec.json.encode(source), indent=2) + b"\n"


def _suffix(path: Path) -> str:
    """The suffix of the original's copy: that of the file, as far as it is one, in lower case."""
    suffix = path.suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ".bin"


def _title(csl: dict[str, Any]) -> str:
    title = csl.get("title")
    return title if isinstance(title, str) else ""
