"""Where a reviewer stands in the queue: what waits, what is shown now, and what was shown before."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from regesta.review.ledger import Key
from regesta.review.waiting import Waiting


class Position:
    """A queue of keys and a place in it. It knows nothing of what the keys stand for.

    `at` is the key that is shown: the next that waits, or one that somebody went to, whether it waits or not.
    """

    def __init__(self, queue: list[Key], waits: Callable[[Key], bool], at_first: Iterable[bool] | None = None) -> None:
        """`at_first` says which wait at the beginning, where that is known for less than asking one by one."""
        self.queue = queue
        self.passed: set[Key] = set()
        self.at: Key | None = None
        self._waits = waits
        self._place = {name: at for at, name in enumerate(self.queue)}
        self._waiting = Waiting(map(waits, queue) if at_first is None else at_first)
        self._here = 0
        self._trail: list[Key] = []
        self._step = -1
        self.advance()

    @property
    def left(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def is_waiting(self, name: Key) -> bool:
        """Whether this waits."""
        place = self._place.get(name)
        return place is not None and place in self._waiting

    def advance(self) -> None:
        """Shows the next that waits from here on, from the beginning again after the last; nothing where none does."""
        place = self._waiting.since(self._here)
        if place is None:
            self.at = None
        else:
            self._show(self.queue[place])

    def next(self) -> None:
        """Shows the next that waits after this one."""
        self._here += 1
        self.advance()

    def go(self, name: Key) -> None:
        """Shows this one, whether it waits or not."""
        self._show(name)

    def previous(self, is_there: Callable[[Key], bool]) -> bool:
        """Shows what was shown before; whether there was anything that is still there."""
        step = self._step - 1 if self.at is not None else self._step
        while step >= 0 and not is_there(self._trail[step]):
            step -= 1
        if step < 0:
            return False
        self._step = step
        self._put(self._trail[step])
        return True

    def answered(self, names: Iterable[Key]) -> None:
        """Passes these: they are not asked again."""
        for name in names:
            self.passed.add(name)
            if name in self._place:
                self._waiting.discard(self._place[name])

    def reopened(self, names: Iterable[Key]) -> None:
        """Asks these again, although they were passed, or had no place in the queue."""
        for name in names:
            self.passed.discard(name)
            if name not in self._place:
                self._place[name] = len(self.queue)
                self.queue.append(name)
            self._waiting.add(self._place[name])

    def refresh(self, names: Iterable[Key]) -> None:
        """Looks anew which of these wait."""
        for name in names:
            place = self._place.get(name)
            if place is None:
                continue
            if name not in self.passed and self._waits(name):
                self._waiting.add(place)
            else:
                self._waiting.discard(place)

    def _show(self, name: Key) -> None:
        self._put(name)
        if not self._trail or self._trail[-1] != name:
            self._trail.append(name)
        self._step = len(self._trail) - 1

    def _put(self, name: Key) -> None:
        self.at = name
        self._here = self._place.get(name, self._here)
