"""Whether a new model is worth keeping: better beyond doubt on what was held back, and no worse on general prose."""

from __future__ import annotations

Gain = tuple[float, float]


def verdict(gain: Gain, general: Gain | None) -> tuple[bool, str]:
    """Whether to keep a model, and why, from the 95 % intervals of its gains in F1."""
    if gain[0] <= 0:
        return False, f"no better beyond the interval on the documents held back ({_told(gain)})"
    if general is not None and general[1] < 0:
        return (
            False,
            f"better on the documents held back ({_told(gain)}), but worse on general prose ({_told(general)})",
        )
    beside = f", no worse on general prose ({_told(general)})" if general is not None else ""
    return True, f"better on the documents held back ({_told(gain)}){beside}"


def _told(gain: Gain) -> str:
    return f"F1 {gain[0]:+.3f} to {gain[1]:+.3f}"
