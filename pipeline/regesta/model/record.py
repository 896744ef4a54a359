"""What every record has in common."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A line of a file: unknown keys are refused, required keys must be there, what does not apply is left out.

    Subclasses say `frozen=True, kw_only=True` themselves: msgspec does not hand the second down, mypy not the first.
    """
