"""What reviewers say of the same claims: whether it holds and of which type it is, and how firmly it is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from regesta.model.claim import Claim
from regesta.model.digest import digest
from regesta.review.agree.caution import cautions
from regesta.review.agree.figures import Rated, alpha, kappa
from regesta.review.agree.result import Difference, Figure, Figures
from regesta.review.words import claim_in_words

#: By claim and reviewer, the claim as the reviewer holds it; None where it was rejected.
Held = Mapping[str, Mapping[str, Claim | None]]


def claim_figures(held: Held, one: str, other: str) -> list[Figures]:
    """Of the claims that both answered: the type, with a rejection as one of the answers; of those that both accept,
    the stance and whose word it is."""
    both = [(answers[one], answers[other]) for _, answers in sorted(held.items()) if {one, other} <= answers.keys()]
    if not both:
        return []
    accepted = [(mine, theirs) for mine, theirs in both if mine is not None and theirs is not None]
    asked: dict[str, list[tuple[str, str]]] = {
        "type": [(mine.type if mine else "", theirs.type if theirs else "") for mine, theirs in both],
        "stance": [(mine.stance, theirs.stance) for mine, theirs in accepted],
        "said by": [(mine.asserted_by.label, theirs.asserted_by.label) for mine, theirs in accepted],
    }
    return [_figures(name, said, one, other) for name, said in asked.items() if said]


def _figures(name: str, said: Iterable[tuple[str, str]], one: str, other: str) -> Figures:
    rated = [Rated(source="", start=0, ratings={one: mine, other: theirs}) for mine, theirs in said]
    same = sum(len(set(unit.ratings.values())) == 1 for unit in rated)
    return Figures(
        name=name,
        units=len(rated),
        same=round(same / len(rated), 4),
        kappa=_figure(kappa(rated, one, other)),
        alpha=_figure(alpha(rated)),
        cautions=list(cautions(rated, len(rated), same, 0)),
    )


def _figure(value: float | None) -> Figure | None:
    return None if value is None else Figure(value=round(value, 4))


def claim_differences(held: Held, one: str, other: str) -> list[Difference]:
    """The claims that the two hold otherwise, or that one rejects, in words."""
    found = []
    for _, answers in sorted(held.items()):
        if not {one, other} <= answers.keys():
            continue
        claims = [answers[name] for name in (one, other)]
        there = next((claim for claim in claims if claim is not None), None)
        if there is not None and len({claim and digest(claim) for claim in claims}) > 1:
            found.append(
                Difference(
                    reviewers=(one, other),
                    source=there.source,
                    start=0,
                    end=0,
                    kind="claim",
                    answers={name: _words(answers[name]) for name in (one, other)},
                )
            )
    return found


def _words(claim: Claim | None) -> str | None:
    return None if claim is None else claim_in_words(claim)
