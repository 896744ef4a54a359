"""What stands in the workspace now, against what is remembered: stat decides, sha256 confirms."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from regesta.model.ids import sha256_hex
from regesta.stages.state import ABSENT, LAYOUT, SLOTS, SOURCE, Details, Known, Stamp, State
from regesta.workspace.workspace import Workspace


def stamp(path: str | Path, folder: int | None = None) -> Stamp:
    """What `stat` says of a file that may not be there: size, time of change in nanoseconds, inode.

    `folder` is a descriptor of the folder from which the path is looked up.
    """
    try:
        status = os.stat(path, dir_fd=folder)
    except OSError:
        return ABSENT
    return (status.st_size, status.st_mtime_ns, status.st_ino)


def folders(ws: Workspace) -> list[str]:
    """The names of the folders of the corpus, sorted: citekeys, but for those that are only half made."""
    try:
        names = os.listdir(ws.corpus)  # noqa: PTH208  (names, no paths)
    except FileNotFoundError:
        return []
    return sorted(name for name in names if not name.startswith("."))


def unchanged(ws: Workspace, state: State) -> bool:
    """Whether every file of every source is, by its stamp, what it was when the state was saved.

    This is what a run with nothing to do spends its time on, so it is written for speed: names from an open folder
    rather than whole paths, and no look for a layout where there was none (only ingest makes one).
    """
    if _sources_among(ws, folders(ws), state.citekeys) != state.citekeys:
        return False
    remembered = array("q", state.stamps)
    width = len(SLOTS) * len(ABSENT)
    if len(remembered) != width * len(state.citekeys):
        return False
    numbers: list[int] = []
    with _opened(ws.corpus) as corpus, _opened(ws.annotations) as annotations:
        for place, (citekey, original) in enumerate(zip(state.citekeys, state.originals, strict=True)):
            layout = remembered[place * width + LAYOUT * len(ABSENT)] != ABSENT[0]
            for folder, name in (
                (corpus, f"{citekey}/{original}" if original else ""),
                (corpus, f"{citekey}/source.json"),
                (corpus, f"{citekey}/text.txt"),
                (corpus, f"{citekey}/layout.jsonl" if layout else ""),
                (annotations, f"mentions/{citekey}.jsonl"),
                (annotations, f"claims/{citekey}.jsonl"),
            ):
                numbers += stamp(name, folder) if name else ABSENT
    return array("q", numbers) == remembered


def _sources_among(ws: Workspace, names: list[str], known: list[str]) -> list[str]:
    """The names that are sources: those that were, and those that have a record now; a stray file or folder is none."""
    if names == known:
        return names
    remembered = frozenset(known)
    return [name for name in names if name in remembered or stamp(ws.corpus / name / "source.json") != ABSENT]


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    """A descriptor of a folder, from which names can be looked up."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def slot_paths(root: str, citekey: str, original: str) -> Iterable[str]:
    """The paths of a source's files, in the order of the slots; a source that is not held has no original."""
    home = f"{root}/corpus/{citekey}"
    return (
        f"{home}/{original}" if original else "",
        f"{home}/source.json",
        f"{home}/text.txt",
        f"{home}/layout.jsonl",
        f"{root}/annotations/mentions/{citekey}.jsonl",
        f"{root}/annotations/claims/{citekey}.jsonl",
    )


class Survey:
    """The files of all sources as they are now, with hashes taken from memory where the stamp has not changed."""

    def __init__(self, ws: Workspace, remembered: Details) -> None:
        self.ws = ws
        self.root = str(ws.root)
        self.details = Details(made=dict(remembered.made), findings=dict(remembered.findings))
        for citekey in folders(ws):
            known = self._look(citekey, remembered.sources.get(citekey))
            if known is not None:
                self.details.sources[citekey] = known

    @property
    def sources(self) -> dict[str, Known]:
        """What is known of each source, by citekey, sorted."""
        return self.details.sources

    def refresh(self, citekey: str) -> None:
        """Looks at one source again, after its files were written."""
        self._look(citekey, self.sources[citekey])

    def _look(self, citekey: str, before: Known | None) -> Known | None:
        """The source as it stands; None for a folder that has no record (it may be half made)."""
        known = before or Known(stamps=[ABSENT] * len(SLOTS), hashes=[""] * len(SLOTS))
        if not known.original or stamp(f"{self.root}/corpus/{citekey}/{known.original}") == ABSENT:
            known.original = _original(f"{self.root}/corpus/{citekey}")
        for slot, path in enumerate(slot_paths(self.root, citekey, known.original)):
            now = stamp(path)
            if now != tuple(known.stamps[slot]):
                known.stamps[slot] = now
                known.hashes[slot] = sha256_of(path)
        return known if known.hashes[SOURCE] else None


def sha256_of(path: str | Path) -> str:
    """The sha256 of a file; empty where there is none."""
    try:
        return sha256_hex(Path(path).read_bytes())
    except OSError:
        return ""


def _original(home: str) -> str:
    """The name of the file as received in a source's folder; empty where there is none."""
    try:
        return min((path.name for path in Path(home).glob("original.*")), default="")
    except OSError:
        return ""
