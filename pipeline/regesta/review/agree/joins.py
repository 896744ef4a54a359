"""What reviewers say of the same pairs: whether two claims speak of one event, and two names of one person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from regesta.model.claim import Claim
from regesta.model.event import Join
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review.agree.claims import rated_figures
from regesta.review.agree.opinions import Joined
from regesta.review.agree.result import Difference, Figures
from regesta.review.words import claim_in_words

#: What is asked of a pair, and what is said of it.
_ASKED: dict[type[Join | Same], str] = {Join: "one event", Same: "one name"}
_SEEN = "nobody is kept from seeing what others answered to a pair, so the figures are higher than apart"


def join_figures(held: Iterable[Joined], one: str, other: str) -> list[Figures]:
    """Of the pairs that both answered, how often both make one of two, or both keep them apart: claims, then names."""
    found = []
    both = list(_both(held, one, other))
    for kind, name in _ASKED.items():
        said = [
            (_word(each.answers[one]), _word(each.answers[other])) for each in both if isinstance(each.pairing, kind)
        ]
        if said:
            made = rated_figures(name, said, one, other)
            found.append(msgspec.structs.replace(made, cautions=[*made.cautions, _SEEN]))
    return found


def join_differences(
    held: Iterable[Joined],
    one: str,
    other: str,
    claim_of: Callable[[str], Claim | None],
    passages: Mapping[str, Mention],
) -> list[Difference]:
    """The pairs of which one makes one and the other two, where the first of them stands."""
    found = []
    for each in _both(held, one, other):
        if each.answers[one] != each.answers[other]:
            source, place, about = _pair(each.pairing, claim_of, passages)
            found.append(
                Difference(
                    reviewers=(one, other),
                    source=source,
                    start=place.start if place else 0,
                    end=place.end if place else 0,
                    kind="join",
                    answers={name: _word(each.answers[name]) for name in (one, other)},
                    about=about,
                )
            )
    return found


def sources_of(pairing: Join | Same, claim_of: Callable[[str], Claim | None]) -> set[str]:
    """The sources in which the two of a pair stand, as far as they are known."""
    if isinstance(pairing, Same):
        return {mention.source for side in pairing.sides for mention in side.mentions}
    return {claim.source for claim in map(claim_of, pairing.claims) if claim is not None}


def _both(held: Iterable[Joined], one: str, other: str) -> Iterator[Joined]:
    return (each for each in held if {one, other} <= each.answers.keys())


def _pair(
    pairing: Join | Same, claim_of: Callable[[str], Claim | None], passages: Mapping[str, Mention]
) -> tuple[str, Mention | None, str]:
    """Source and place of the first of the two, and both in words."""
    if isinstance(pairing, Same):
        place = next((mention for side in pairing.sides for mention in side.mentions), None)
        return (
            place.source if place else "",
            place,
            " | ".join(f"{side.label} ({side.entity})" for side in pairing.sides),
        )
    claims = [claim_of(name) for name in pairing.claims]
    words = [
        f"{claim.source}: {claim_in_words(claim)}" if claim else name
        for name, claim in zip(pairing.claims, claims, strict=True)
    ]
    first = next((claim for claim in claims if claim is not None), None)
    return first.source if first else "", passages.get(first.passage) if first else None, " | ".join(words)


def _word(one: bool) -> str:
    return "one" if one else "two"
