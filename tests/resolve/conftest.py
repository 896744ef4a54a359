"""Accepted claims made in a line, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import pytest

from regesta.model.claim import About, Asserter, Claim, Count, Relation, Stance, Value
from regesta.model.entity import Entity
from regesta.model.event import Rank
from regesta.model.mention import By
from regesta.model.reviewed import Pair, Ranked, Standing
from regesta.model.settings import ResolveSettings
from regesta.resolve.events import Resolution, resolve


def claim(
    name: str,
    kind: str = "meeting",
    when: str = "",
    where: Sequence[str] = (),
    who: Sequence[str] = (),
    *,
    count: Count | None = None,
    about: str = "",
    relation: Relation = "disputes",
    stance: Stance = "asserted",
    label: str = "",
    source: str = "",
) -> Claim:
    """A claim `c-NAME` of a source and passage of its own; its values are `NAME-when`, `NAME-where-0` and so on."""
    values = [Value(id=f"{name}-type", property="type", cites=[f"m-{name}-t"], text=kind)]
    if when:
        values.append(Value(id=f"{name}-when", property="when", cites=[f"m-{name}-d"], edtf=when))
    for index, place in enumerate(where):
        values.append(Value(id=f"{name}-where-{index}", property="where", cites=[f"m-{name}-p"], entity=place))
    for index, person in enumerate(who):
        values.append(Value(id=f"{name}-who-{index}", property="who", cites=[f"m-{name}-w"], entity=person))
    if count:
        values.append(Value(id=f"{name}-count", property="count", cites=[f"m-{name}-n"], count=count))
    return Claim(
        id=f"c-{name}",
        source=source or f"source-{name}",
        type=kind,
        passage=f"m-{name}",
        stance=stance,
        asserted_by=Asserter(kind="source", label="a source"),
        values=values,
        by=By(component="test"),
        about=About(claim=f"c-{about}", relation=relation) if about else None,
        label=label,
    )


def pair(one: str, other: str) -> Pair:
    return Pair(ids=(f"c-{one}", f"c-{other}"), reviewers=("ada",), decisions=("d-1",))


@pytest.fixture(scope="session")
def resolved() -> Callable[..., Resolution]:
    """Resolves claims that were accepted in the order given, or with the ages given."""

    def call(
        *claims: Claim,
        ages: Sequence[int] = (),
        joined: Sequence[Pair] = (),
        parted: Sequence[Pair] = (),
        ranks: dict[str, Rank] | None = None,
        entities: Sequence[Entity] = (),
        broader: Mapping[str, str] = MappingProxyType({}),
    ) -> Resolution:
        standings = [
            Standing[Claim](record=each, status="accepted", first=(age, "ada", "laptop", age))
            for each, age in zip(claims, ages or range(1, len(claims) + 1), strict=True)
        ]
        given = {
            value: Ranked(value=value, rank=rank, reviewers=("ada",), decisions=("d-9",))
            for value, rank in (ranks or {}).items()
        }
        return resolve(standings, {}, entities, joined, parted, given, ResolveSettings(), (), broader)

    return call


@pytest.fixture(scope="session")
def make() -> Callable[..., Claim]:
    return claim


@pytest.fixture(scope="session")
def pair_of() -> Callable[[str, str], Pair]:
    return pair
