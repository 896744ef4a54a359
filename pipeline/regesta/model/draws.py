"""Bootstrap samples, the same on every machine: a small generator of numbers of our own, so that no library decides."""

from __future__ import annotations

from collections.abc import Iterator

SAMPLES = 1000
_SEED = 20261125


def draws(size: int, samples: int = SAMPLES) -> Iterator[list[int]]:
    """Samples of `size` numbers below `size`, drawn with replacement; none where there is nothing to draw from."""
    state = _SEED
    for _ in range(samples if size else 0):
        sample = []
        for _ in range(size):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64  # Knuth's MMIX
            sample.append((state >> 33) * size >> 31)
        yield sample
