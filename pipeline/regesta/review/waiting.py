"""Places of a queue that wait, so that the next one is found at the same cost among ten as among a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable

_BLOCK = 4096
_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Waiting:
    """A set of places, counted from 0, that knows which of them comes next after another."""

    def __init__(self, waits: Iterable[bool] = ()) -> None:
        """Says of each place, from 0 on, whether it waits."""
        self._blocks: dict[int, int] = {}
        self._used = 0
        flags = bytes(waits)
        self._count = flags.count(1)
        for block, first in enumerate(range(0, len(flags), _BLOCK)):
            # As binary digits, the last place first.
            bits = int(flags[first : first + _BLOCK][::-1].translate(_DIGITS), 2)
            if bits:
                self._blocks[block] = bits
                self._used |= 1 << block

    def __len__(self) -> int:
        return self._count

    def __contains__(self, place: int) -> bool:
        return bool(self._blocks.get(place // _BLOCK, 0) >> place % _BLOCK & 1)

    def add(self, place: int) -> None:
        """Takes a place in."""
        if place not in self:
            block, bit = divmod(place, _BLOCK)
            self._blocks[block] = self._blocks.get(block, 0) | 1 << bit
            self._used |= 1 << block
            self._count += 1

    def discard(self, place: int) -> None:
        """Takes a place out."""
        if place in self:
            block, bit = divmod(place, _BLOCK)
            self._blocks[block] ^= 1 << bit
            if not self._blocks[block]:
                self._used ^= 1 << block
            self._count -= 1

    def since(self, place: int) -> int | None:
        """The first place from this one on, from the beginning again after the last; None where nothing waits."""
        block, bit = divmod(place, _BLOCK)
        here = self._blocks.get(block, 0) >> bit
        if here:
            return place + _lowest(here)
        later = self._used >> (block + 1)
        found = block + 1 + _lowest(later) if later else _lowest(self._used) if self._used else None
        return None if found is None else found * _BLOCK + _lowest(self._blocks[found])


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
