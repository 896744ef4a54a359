"""What reviewers say of the same claims: whether each holds and of which type it is, slot by slot, and how firmly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from regesta.edtf.compare import overlap
from regesta.edtf.parse import EdtfError
from regesta.model.claim import Claim, Value
from regesta.model.mention import Mention
from regesta.review.agree.caution import cautions, few
from regesta.review.agree.figures import Rated, alpha, f1, kappa
from regesta.review.agree.opinions import Mark
from regesta.review.agree.result import Difference, Figure, Figures
from regesta.review.slots import PROPERTIES
from regesta.review.words import asserter_in_words, plain, value_in_words

#: By claim and reviewer, the claim as the reviewer holds it; None where it was rejected.
Held = Mapping[str, Mapping[str, Claim | None]]
Both = Sequence[tuple[Claim, Claim]]


def claim_figures(held: Held, one: str, other: str) -> list[Figures]:
    """Of the claims that both answered: the type, with a rejection as one of the answers; of those that both accept,
    the stance and whose word it is, then each slot: what happened when, where, with whom."""
    both = [(answers[one], answers[other]) for _, answers in sorted(held.items()) if {one, other} <= answers.keys()]
    if not both:
        return []
    accepted = [(mine, theirs) for mine, theirs in both if mine is not None and theirs is not None]
    asked: dict[str, list[tuple[str, str]]] = {
        "type": [(mine.type if mine else "", theirs.type if theirs else "") for mine, theirs in both],
        "stance": [(mine.stance, theirs.stance) for mine, theirs in accepted],
        "said by": [(mine.asserted_by.label, theirs.asserted_by.label) for mine, theirs in accepted],
    }
    found = [rated_figures(name, said, one, other) for name, said in asked.items() if said]
    slots = (_slot_figures(name, accepted) for name in PROPERTIES if name != "type")
    return [*found, *(figures for figures in slots if figures is not None)]


def rated_figures(name: str, said: Iterable[tuple[str, str]], one: str, other: str) -> Figures:
    """The figures of one question that both answered with a word."""
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


def _slot_figures(name: str, accepted: Both) -> Figures | None:
    """How the values of one slot agree, over the claims in which at least one fills it; None where nobody does.

    Strict F1 is of values that are the same in the same role, relaxed of dates that may share a day, and whatever the
    role. A slot can hold anything, so that there is no chance agreement to correct for: neither kappa nor alpha.
    """
    pairs = [(_values(mine, name), _values(theirs, name)) for mine, theirs in accepted]
    filled = [(mine, theirs) for mine, theirs in pairs if mine or theirs]
    if not filled:
        return None
    ones, others = (sum(len(pair[side]) for pair in filled) for side in (0, 1))
    strict = sum(_matched(mine, theirs, _same) for mine, theirs in filled)
    relaxed = sum(_matched(mine, theirs, _near) for mine, theirs in filled)
    same = sum(len(mine) == len(theirs) == _matched(mine, theirs, _same) for mine, theirs in filled)
    return Figures(
        name=name.replace("_", " "),
        units=len(filled),
        same=round(same / len(filled), 4),
        strict=Figure(value=round(f1(strict, ones, others), 4)),
        relaxed=Figure(value=round(f1(relaxed, ones, others), 4)),
        cautions=list(few(len(filled))),
    )


def _values(claim: Claim, name: str) -> list[Value]:
    return [value for value in claim.values if value.property == name]


def _matched(mine: Iterable[Value], theirs: Iterable[Value], alike: Callable[[Value, Value], bool]) -> int:
    """How many values of the one find one of the other's that nobody else has found."""
    left = list(theirs)
    found = 0
    for value in mine:
        at = next((at for at, each in enumerate(left) if alike(value, each)), None)
        if at is not None:
            del left[at]
            found += 1
    return found


def _same(one: Value, other: Value) -> bool:
    return (one.role, plain(one)) == (other.role, plain(other))


def _near(one: Value, other: Value) -> bool:
    if one.edtf and other.edtf:
        try:
            return overlap(one.edtf, other.edtf)
        except EdtfError:
            return one.edtf == other.edtf
    return plain(one) == plain(other)


def _figure(value: float | None) -> Figure | None:
    return None if value is None else Figure(value=round(value, 4))


def claim_differences(held: Held, one: str, other: str, passages: Mapping[str, Mention]) -> list[Difference]:
    """The claims that the two hold otherwise, or that one rejects: at their passages, with what only one of them says.

    `passages` has the passages by their ids; a claim of which it has none stands at the beginning of its source.
    """
    found = []
    for name, answers in sorted(held.items()):
        if not {one, other} <= answers.keys():
            continue
        mine, theirs = answers[one], answers[other]
        there = mine or theirs
        if there is None:
            continue
        said: dict[str, Mark | str | None] = {one: _own_words(mine, theirs), other: _own_words(theirs, mine)}
        if said[one] != said[other]:
            passage = passages.get(there.passage)
            found.append(
                Difference(
                    reviewers=(one, other),
                    source=there.source,
                    start=passage.start if passage else 0,
                    end=passage.end if passage else 0,
                    kind="claim",
                    answers=said,
                    about=f"{there.type} {name}",
                )
            )
    return found


def _own_words(claim: Claim | None, other: Claim | None) -> str:
    """What a claim says that the other does not, slot by slot; all of it where the other was rejected."""
    if claim is None:
        return "rejects it"
    theirs = _said(other) if other is not None else []
    own = [each for each in _said(claim) if each not in theirs]
    return ", ".join(own) or "nothing beyond that"


def _said(claim: Claim) -> list[str]:
    """All that a claim says, one thing after another."""
    slots = [value for value in claim.values if value.property != "type"]
    named = [f"{value.property}{f' ({value.role})' if value.role else ''} {value_in_words(value)}" for value in slots]
    about = [f"{claim.about.relation} {claim.about.claim}"] if claim.about else []
    via = [f"relayed from {claim.via}"] if claim.via else []
    return [claim.type, *named, f"said by {asserter_in_words(claim.asserted_by)}", claim.stance, *about, *via]
