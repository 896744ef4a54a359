"""Ids and digests: hashes of content, so that the same thing has the same name on every machine."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import Literal

import msgspec

IdKind = Literal["mention", "claim", "value", "decision", "join", "event", "citation", "batch", "same"]
_LETTER: dict[IdKind, str] = {
    "mention": "m",
    "claim": "c",
    "value": "v",
    "decision": "d",
    "join": "j",
    "event": "e",
    "citation": "q",
    "batch": "b",
    "same": "s",
}


def sha256_hex(data: bytes) -> str:
    """The sha256 of bytes, 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def content_id(kind: IdKind, *parts: str | int) -> str:
    """An id such as `m-4f0q2k9s1c7d3e8a`: the letter of the kind and 80 bits of the hash of the parts.

    The parts are hashed as a JSON array, so that ("ab", "c") and ("a", "bc") differ. At 80 bits a corpus of
    ten million mentions has a chance of about 4e-11 that any two share an id.
    """
    digest = hashlib.sha256(msgspec.json.encode(list(parts))).digest()
    return f"{_LETTER[kind]}-{base64.b32hexencode(digest[:10]).decode('ascii').lower()}"


def claim_id(source: str, event_type: str, passage: str, trigger: str) -> str:
    """The id of a claim, from the mention ids of its passage and of its trigger (in a list, of the item's date)."""
    return content_id("claim", source, event_type, passage, trigger)


def value_id(claim: str, property_: str, role: str, first_cite: str) -> str:
    """The id of a claim's value: the slot is known by the mention that it cites first, not by what it reads."""
    return content_id("value", claim, property_, role, first_cite)


def mention_ids(selectors: Iterable[tuple[str, str, str, str, str]]) -> list[str]:
    """Mention ids for (source, label, prefix, exact, suffix) in the order of the text.

    Offsets do not enter, so an id survives a change elsewhere; identical selectors are told apart by their ordinal.
    """
    seen: dict[tuple[str, str, str, str, str], int] = {}
    ids = []
    for selector in selectors:
        ordinal = seen.get(selector, 0)
        seen[selector] = ordinal + 1
        ids.append(content_id("mention", *selector, ordinal))
    return ids
