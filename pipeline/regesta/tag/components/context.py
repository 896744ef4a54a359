"""What the words beside a name say about its kind."""

from __future__ import annotations

import re

from regesta.names import lists
from regesta.tag.layers import Layers, NameLabel
from regesta.tag.words import either

#: How much a word before a name speaks for a place.
_PLACE_BEFORE = {
    "in": 1.5, "near": 1.2, "outside": 1.0, "around": 0.5, "inside": 0.6, "throughout": 0.7, "within": 0.4,
    "across": 0.6, "toward": 0.5, "towards": 0.5, "into": 1.0, "via": 1.0, "to": 0.3, "from": 0.4, "at": 0.5,
    "of": 0.1, "between": 0.1, "through": 0.6, "reached": 0.5, "left": 0.4, "leave": 0.4, "occupied": 0.6,
    "besieged": 0.6, "captured": 0.3,
}  # fmt: skip
#: How much it speaks for a person that a name of one word is a first name.
FIRST_NAME = 0.8
_IN = re.compile(
    rf"\b({'|'.join(_PLACE_BEFORE)})"
    r"(?: (?:the|occupied|nearby|neighbouring|southern|northern|eastern|western|central|pre-war))? $",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r",? (?:(?:also|later|then|once|himself|herself|had|has) )?"
    r"(?:said|says|wrote|writes|told|tells|stated|states|argued|argues|claimed|claims|noted|notes|replied|answered|asked|"
    r"thought|believed|remembered|recalled|recalls|was born|died|married|testified|described|describes|explained|"
    r"confessed|lived)\b"
)
#: What people do and places seldom.
_ACTS = re.compile(
    r"(?: (?:also|then|once|just|never|always|soon))? (?:went|came|ran|sat|stood|took|gave|got|put|brought|returned|"
    r"wanted|knew|saw|heard|looked|slept|ate|cried|wept|laughed|smiled|called|shouted|hid|escaped|managed|tried|spoke|"
    r"arrived|stayed|fled|worked|studied|helped|decided|refused|hoped|feared|sent|met)\b"
)
_HOUSED = re.compile(
    r",? (?:officials?|officers?|agents?|troops|headquarters|units?|members?|authorities|leaders?|men)\b"
)
#: Endings that names of places and of persons have in many languages: a hint, for a name of one word.
_PLACE_ENDING = re.compile(rf"\w{{2}}(?:{either('place_endings')})$")
_PERSON_ENDING = re.compile(rf"\w{{2}}(?:{either('person_endings')})$")


def context(state: Layers, start: int, end: int) -> list[tuple[NameLabel, float]]:
    """The evidence of the words before and after a span; a weight below nought speaks against."""
    flat = state.flat
    found: list[tuple[NameLabel, float]] = []
    if before := _IN.search(flat, max(start - 30, 0), start):
        found.append(("PLACE", _PLACE_BEFORE[before[1].lower()] / (2 if " " in flat[start:end] else 1)))
    if _SAYS.match(flat, end):
        found.append(("PERSON", 0.8))
    elif _ACTS.match(flat, end):
        found.append(("PERSON", 0.6))
    if _HOUSED.match(flat, end):
        found.append(("ORG", 0.3))
    piece = flat[start:end]
    if " " not in piece:
        if piece in lists.words("first_names"):
            found.append(("PERSON", FIRST_NAME))
        if _PLACE_ENDING.search(piece):
            found.append(("PLACE", 0.4))
        elif _PERSON_ENDING.search(piece):
            found.append(("PERSON", 0.4))
    if piece.isupper() and 2 <= len(piece) <= 6 and piece.isalpha():
        found += [("ORG", 0.6), ("PERSON", -0.6)]
    return found
