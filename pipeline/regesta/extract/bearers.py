"""Whose a bracket is: the names right before it, past a maiden name, a title and other brackets."""

from __future__ import annotations

import re

from msgspec import Struct

from regesta import edtf
from regesta.extract.reading import Passage
from regesta.model.mention import Mention

_TO_BRACKET = re.compile(r"[\s,\"”’\w.'’-]{0,40}")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TITLES = (
    r"(?:earl|duke|marqu(?:is|ess)|baron(?:et|ess)?|count(?:ess)?|viscount(?:ess)?|lord|lady|duchess|marchioness|prince"
    r"|princess|(?:mar|land)grave|comte(?:sse)?|duc|duchesse|graf|gräfin|freiherr|conde|marqués|sieur|seigneur)"
)
#: What follows is another name of the same person, or a title: "Anna Roth, née Keller", "John Hale, 3rd Earl of Marle".
_APPOSED = re.compile(
    r"\s*,?\s*[\"“]?(?:(?:née|né|geb\.|iure uxoris|jure uxoris|suo jure|alias|a\.?k\.?a\.?|dite?|genannt|detto)\s"
    r"|(?:(?:also|better|formerly|commonly|popularly|professionally|often)\s+)*(?:known|called|styled|nicknamed)\s"
    rf"|(?<=,\s)(?:(?:the\s+)?\d+(?:st|nd|rd|th)\s|{_TITLES}\s))",
    re.IGNORECASE,
)
_ONE_NAME = re.compile(r"\s*(?:of|de|von|du)?\s*")
_SIBLINGS = re.compile(r"\b(?:twins?|triplets|brothers|sisters|siblings)\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|&|,?\s*and)\s+")
_REIGNS = re.compile(
    r"\b(?:king|queen|emperor|empress|pope|duke|reign\w*|ruled|bishop|archbishop|sultan|tsar|shah|caliph|president)\b",
    re.I,
)
_OPENING = re.compile(r"\W*(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){0,3}")
_WAS = re.compile(r"\s*,?\s*(?:was|is)\b")
_TITLE_WITHIN = 60
_LIFE_AT_LEAST = 15


class Bearers(Struct, frozen=True):
    """Who is named before a bracket; `may_reign` says that a title makes its dates those of a reign, if no word tells.

    `opens` says that the name opens its sentence, which goes on with "was": so a life is told, hardly a reign.
    """

    people: tuple[Mention, ...]
    may_reign: bool
    opens: bool

    @property
    def are_persons(self) -> bool:
        """Whether all are tagged as persons; what is tagged as an organisation may be one all the same."""
        return all(person.label == "PERSON" for person in self.people)

    def may_have_lived(self, first: str, last: str) -> bool:
        """Whether two dates that no word tells can be a life and no reign: days do, where a sentence begins so."""
        if not self.may_reign:
            return True
        known = [edtf.parse(value) for value in (first, last)]
        return self.opens and all(date.precision == "day" for date in known)


def bearers(passage: Passage, start: int, end: int) -> Bearers | None:
    """Whose the bracket from `start` to `end` is; None where no name stands before it."""
    names = [name for name in passage.of("PERSON", "ORG") if name.end <= start and name.value]
    names = [name for name in names if not passage.clauses.in_brackets(name.start)]
    if not names or not _TO_BRACKET.fullmatch(_bare(passage, names[-1].end, start)):
        return None
    at = len(names) - 1
    while at and _is_same(passage, names[at - 1], names[at]):
        at -= 1
    person = next((name for name in names[at:] if name.label == "PERSON"), names[at])
    people = [person]
    if at and person is names[at] and _SIBLINGS.search(passage.before(names[at].start)):
        for other in reversed(names[:at]):
            if not _AND.fullmatch(passage.between(other, people[0])):
                break
            people.insert(0, other)
    before = passage.before(people[0].start)
    return Bearers(
        people=tuple(people),
        may_reign=bool(_REIGNS.search(passage.before(names[-1].end)[-_TITLE_WITHIN:])),
        opens=bool(_OPENING.fullmatch(before) and _WAS.match(passage.clauses.text, end)),
    )


def _is_same(passage: Passage, one: Mention, other: Mention) -> bool:
    """Whether the later name is another name or the title of the earlier, or a piece of it."""
    between = passage.between(one, other)
    if _ONE_NAME.fullmatch(between):
        return True
    return "." not in between and bool(_APPOSED.match(_bare(passage, one.end, other.end)))


def _bare(passage: Passage, start: int, end: int) -> str:
    """The words of a stretch without those in brackets."""
    return _IN_BRACKETS.sub("", passage.clauses.text[start:end])
