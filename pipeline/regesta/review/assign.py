"""Who reviews what: pieces of work shared out evenly, a part of them to several people. The same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec
from msgspec import Struct

from regesta.model.assignment import Assignment
from regesta.model.ids import sha256_hex
from regesta.review.act import refuse


class Piece(Struct, frozen=True, kw_only=True):
    """A source or a part of one, with how much work it is; `weight` in whatever unit, if only in one."""

    place: Assignment
    weight: int


class Load:
    """How much each reviewer has, and how much each two of them share."""

    def __init__(self, reviewers: Sequence[str]) -> None:
        self.all = dict.fromkeys(reviewers, 0)
        self.shared: dict[frozenset[str], int] = {}

    def add(self, reviewers: Iterable[str], weight: int) -> None:
        """Gives them work; those who are not among the reviewers any more do not count."""
        here = [name for name in dict.fromkeys(reviewers) if name in self.all]
        for name in here:
            self.all[name] += weight
        for pair in combinations(here, 2):
            self.shared[frozenset(pair)] = self.shared.get(frozenset(pair), 0) + weight

    def lightest(self, number: int, beside: Sequence[str] = ()) -> list[str]:
        """So many reviewers to give the next piece to: the least loaded, then those who share least with them.

        `beside` are those who have the piece already.
        """
        chosen = list(beside)
        while len(chosen) < number + len(beside):
            free = [name for name in self.all if name not in chosen]
            chosen.append(min(free, key=lambda name: (self._with(name, chosen), self.all[name], name)))
        return chosen[len(beside) :]

    def _with(self, name: str, chosen: Sequence[str]) -> int:
        return sum(self.shared.get(frozenset((name, other)), 0) for other in chosen)


def share_out(
    pieces: Sequence[Piece],
    reviewers: Sequence[str],
    *,
    overlap: float = 0.0,
    people: int = 2,
    seed: int = 0,
    before: Sequence[Piece] = (),
) -> list[Assignment]:
    """Gives each piece to one reviewer, and about the share `overlap` of all work to as many as `people` say.

    `before` is what was given out earlier: it counts as work that they have, and towards the overlap. The seed
    decides which pieces several people do; the heaviest are given out first, so that the loads come out even.
    """
    names = sorted(set(reviewers))
    if not 0 <= overlap <= 1:
        raise refuse(f"an overlap of {overlap} is no share", "Give a number from 0 to 1, such as 0.2.")
    if overlap and not 2 <= people <= len(names):
        raise refuse(f"{people} of {len(names)} reviewers cannot do the same piece", "Name more people, or overlap 0.")
    load = Load(names)
    for piece in before:
        load.add(piece.place.reviewers, piece.weight)
    several = _several(pieces, before, overlap, seed)
    made = []
    for piece in sorted(pieces, key=lambda each: (_name(each) not in several, -each.weight, _drawn(each, seed))):
        chosen = load.lightest(people if _name(piece) in several else 1)
        load.add(chosen, piece.weight)
        made.append(_given(piece.place, chosen))
    return sorted(made, key=_place)


def take_over(
    pieces: Sequence[Piece], leaving: str, reviewers: Sequence[str], before: Sequence[Piece] = ()
) -> list[Assignment]:
    """Gives what somebody leaves to others, piece by piece; a piece that all of these have already stays away.

    `before` is what they have now, of all people. Who does a piece with others keeps doing it with the next one.
    """
    names = [name for name in sorted(set(reviewers)) if name != leaving]
    load = Load(names)
    for piece in before:
        load.add(piece.place.reviewers, piece.weight)
    made = []
    for piece in sorted(pieces, key=lambda each: (-each.weight, _drawn(each, 0))):
        others = [name for name in piece.place.reviewers if name != leaving]
        if not set(names) <= set(others):
            (chosen,) = load.lightest(1, beside=others)
            load.add([chosen], piece.weight)
            given = _given(piece.place, [*others, chosen])
            made.append(msgspec.structs.replace(given, instead_of=leaving))
    return sorted(made, key=_place)


def _several(pieces: Sequence[Piece], before: Sequence[Piece], overlap: float, seed: int) -> set[str]:
    """The pieces that several people do: drawn one by one, each taken if it brings the sum nearer to its share."""
    work = sum(piece.weight for piece in (*pieces, *before))
    wanted = overlap * work - sum(piece.weight for piece in before if len(piece.place.reviewers) > 1)
    drawn = sorted(pieces, key=lambda each: _drawn(each, seed))
    taken: set[str] = set()
    missing = wanted
    for piece in drawn:
        if overlap == 1 or abs(missing - piece.weight) < abs(missing):
            taken.add(_name(piece))
            missing -= piece.weight
    if not taken and wanted > 0 and drawn and not any(len(piece.place.reviewers) > 1 for piece in before):
        taken.add(_name(min(drawn, key=lambda each: each.weight)))
    return taken


def _given(place: Assignment, reviewers: Sequence[str]) -> Assignment:
    return Assignment(
        source=place.source, reviewers=sorted(reviewers), pages=place.pages, start=place.start, end=place.end
    )


def _place(place: Assignment) -> tuple[str, int]:
    """Where a part stands: by source, then by page or offset."""
    return place.source, place.pages[0] if place.pages is not None else place.start or 0


def _name(piece: Piece) -> str:
    return f"{piece.place.source} {piece.place.part}"


def _drawn(piece: Piece, seed: int) -> str:
    """A place in an order that no reviewer, source or library decides, but the seed alone."""
    return sha256_hex(f"{seed} {_name(piece)}".encode())
