"""The desk behind the page: one session, one at a time at it, and the sources that lie on it in pieces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import RLock

from regesta.model.claim import Claim
from regesta.model.mention import Mention
from regesta.model.source import PageLayout, Source
from regesta.review.conflicts import Conflict, conflicts
from regesta.review.ledger import Key
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.stretches import Stretch, stretches
from regesta.stages.reviewing import Opened
from regesta.stages.rivals import Rivals, rivals
from regesta.workspace.corpus import read_layout, read_source
from regesta.workspace.workspace import Workspace

#: How many sources are kept at hand with their pieces and layouts.
_AT_HAND = 8


class Desk:
    """What all requests share. Whoever touches the session does it within `turn`."""

    def __init__(self, ws: Workspace, review: Opened, *, ruling: bool = False) -> None:
        self.ws = ws
        #: Whether this is where conflicts are settled, instead of a review.
        self.ruling = ruling
        self._session = review.session
        self._log = review.log
        self._lock = RLock()
        self._rivals: tuple[int, list[Rivals]] | None = None
        self.source = lru_cache(maxsize=_AT_HAND)(self._read_source)
        self.layout = lru_cache(maxsize=_AT_HAND)(self._read_layout)
        self.pieces = lru_cache(maxsize=_AT_HAND)(self._cut)

    @contextmanager
    def turn(self) -> Iterator[Session]:
        """The session, for one request at a time, with what others have decided meanwhile."""
        with self._lock:
            self._session.refresh(self._log.news())
            yield self._session

    def conflicts(self, session: Session) -> list[Conflict]:
        """What reviewers answered differently and nobody has settled."""
        return conflicts(session, session.wanted.sources)

    def rivals(self, session: Session) -> list[Rivals]:
        """The rival values of events; made anew once something was decided."""
        known = len(session.state.ledger)
        if self._rivals is None or self._rivals[0] != known:
            self._rivals = known, rivals(self.ws, session.state.reviewed())
        return self._rivals[1]

    def has(self, citekey: str) -> bool:
        """Whether this is one of the sources that are reviewed here; nothing else is ever opened by name."""
        return citekey in self._session.state.texts

    def title(self, citekey: str) -> str:
        """What a source is called."""
        title = self.source(citekey).csl.get("title")
        return title if isinstance(title, str) and title else citekey

    def piece(self, citekey: str, n: int) -> Stretch | None:
        """The piece of this number."""
        return next((each for each in self.pieces(citekey) if each.n == n), None)

    def piece_at(self, citekey: str, offset: int) -> int:
        """The number of the piece in which a code point stands."""
        page = self._session.page_of(citekey, offset)
        if page is not None:
            return page
        pieces = self.pieces(citekey)
        return pieces[max(0, bisect_right(pieces, offset, key=lambda each: each.spans[0][0]) - 1)].n

    def address(self, item: Item) -> str:
        """The path of the view in which an item is decided, with the item as its current one."""
        record = item.record
        if isinstance(record, Mention):
            return f"/read/{record.source}/{self.piece_at(record.source, record.start)}?at={spelled(item.key)}"
        if isinstance(record, Claim):
            passage = self._session.passage_of(record.id)
            n = self.piece_at(record.source, passage.start if passage else 0)
            return f"/read/{record.source}/{n}?at={spelled(item.key)}"
        return f"/pair?at={spelled(item.key)}"

    def _read_source(self, citekey: str) -> Source:
        return read_source(self.ws, citekey)

    def _read_layout(self, citekey: str) -> list[PageLayout]:
        return read_layout(self.ws, citekey)

    def _cut(self, citekey: str) -> list[Stretch]:
        return stretches(self._session, citekey) or [Stretch(source=citekey, n=1, label="1", spans=((0, 0),))]


def claims_of(session: Session, piece: Stretch) -> list[Item]:
    """The claims whose passages begin in a piece, in the order of the text."""
    found = [item for start, end in piece.spans for item in session.claims_near(piece.source, start, end)]
    return list({item.key: item for item in found}.values())


def spelled(key: Key) -> str:
    """A key as an address and a page write it; `key_of` reads it. The two ends of a pair are parted by a comma."""
    return f"{key[0]}:{key[1].replace(' ', ',')}"


def key_of(written: str) -> Key:
    """The key that an address or a page names."""
    kind, _, name = written.partition(":")
    return kind, name.replace(",", " ")
