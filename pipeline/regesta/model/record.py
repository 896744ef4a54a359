"""What every record has in common."""

from __future__ import annotations

import sys

import msgspec


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A line of a file: unknown keys are refused, required keys must be there, what does not apply is left out.

    The collector of cycles passes records by (`gc=False`): they cannot hold themselves, and a session has 100,000.

    Subclasses say `frozen=True, kw_only=True` themselves: msgspec does not hand the second down, mypy not the first.
    """


def intern_word(record: Record, field: str) -> None:
    """Makes a word of a closed list the very object that the default is; for `__post_init__`.

    msgspec leaves a default out by identity, so a word that was computed or unpickled would be written where the
    canonical line has none.
    """
    msgspec.structs.force_setattr(record, field, sys.intern(getattr(record, field)))
