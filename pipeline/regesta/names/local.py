"""Ids for names that have no entry in the authority file."""

from __future__ import annotations

import re

from regesta.model.entity import EntityKind
from regesta.model.ids import sha256_hex
from regesta.names.fold import fold

_PREFIX: dict[EntityKind, str] = {"place": "place", "person": "person", "organisation": "org"}
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


def local_id(kind: EntityKind, name: str) -> str:
    """The id of a name without an entry, such as `place:krakow`; spellings that fold alike share it.

    A name with letters outside the Latin alphabet has no readable id: it is known by a hash of its folded key.
    """
    key = fold(name)
    letters = [char for char in key if char.isalnum()]
    if letters and all(char.isascii() for char in letters):
        return f"{_PREFIX[kind]}:{_NOT_IN_A_SLUG.sub('-', key).strip('-')}"
    return f"{_PREFIX[kind]}:x{sha256_hex((key or name).encode('utf-8', 'surrogatepass'))[:16]}"
