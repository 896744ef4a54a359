"""What counts of a claim when it is compared with another."""

from __future__ import annotations

import re

from msgspec import Struct

from regesta import edtf
from regesta.model.claim import Claim, Value
from regesta.model.reviewed import Standing
from regesta.resolve.known import Known

#: Later than any claim that somebody accepted.
_NEVER = (2**62, "", "", 0)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_PARTICLES = frozenset({"of", "and", "the", "de", "von", "for", "on", "in"})

Age = tuple[tuple[int, str, str, int], str]


class Profile(Struct, frozen=True):
    """A claim with its age, dates, places, participants and, where it has one, its proper name."""

    claim: Claim
    age: Age
    dates: tuple[edtf.Edtf, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    name: str

    @property
    def id(self) -> str:
        """Id of the claim."""
        return self.claim.id

    @property
    def disputes(self) -> bool:
        """Whether it was put forward against another claim."""
        return self.claim.about is not None and self.claim.about.relation == "disputes"


def profile(standing: Standing[Claim], known: Known) -> Profile:
    """The profile of a claim; its age is that of its first acceptance, and ids part those of one age."""
    claim = standing.record
    return Profile(
        claim=claim,
        age=(standing.first or _NEVER, claim.id),
        dates=tuple(_date(value) for value in claim.values if value.edtf and edtf.is_valid(value.edtf)),
        places=_entities(claim, "where", known),
        people=_entities(claim, "who", known),
        name=proper_name(claim.label),
    )


def proper_name(label: str) -> str:
    """The label where it is a name, "Zakopane Conference" or "the Treaty of Riga"; empty for "trial of Anna Roth"."""
    name = _ARTICLE.sub("", label)
    words = [word for word in name.split() if word.casefold() not in _PARTICLES]
    return name if len(words) > 1 and all(word[:1].isupper() or word[:1].isdigit() for word in words) else ""


def _date(value: Value) -> edtf.Edtf:
    return edtf.parse(value.edtf or "")


def _entities(claim: Claim, prop: str, known: Known) -> tuple[str, ...]:
    found = (known.usual(value.entity) for value in claim.values if value.property == prop and value.entity)
    return tuple(dict.fromkeys(found))
