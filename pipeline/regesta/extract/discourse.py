"""What a passage takes from those before it: the claim that it speaks of, and arguments that it leaves unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from regesta import edtf
from regesta.extract.asserters import Voice
from regesta.extract.cues import governing
from regesta.extract.grammar import has_happened, is_bare_participle, is_verb, preposition
from regesta.extract.happenings import Happening, usable_dates
from regesta.extract.reading import Passage
from regesta.extract.values import fineness, of_date, of_name, outnumbers
from regesta.model.claim import Claim, Relation, Stance, Value
from regesta.model.mention import PARTICIPANT, Mention

#: A claim farther back than this many passages is not what a passage speaks of.
_REACH = 4
_DAYS_CARRIED = 31
_ADJECTIVES = r"(?:(?!(?:it|he|she|they|we|was|were|is|are|had|the|an?|no|of)\b)[\w’'–-]+\s+){0,2}$"
_THIS = re.compile(
    rf"\b(?:this|these|the same|said|(?:at|in|of|after|during|since|before|to)\s+th(?:at|ose))\s+{_ADJECTIVES}",
    re.IGNORECASE,
)
#: Nobody is taken up again from farther back than this many passages.
_FARTHEST = 30
_ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
#: Words that share so many letters at their beginning are of one stem: "attackers", "attacked".
_STEM = 5
#: Stances of claims from which a date is carried on, whoever makes them.
_SAID = ("asserted", "reported")
#: What stands before a date that opens a sentence.
_OPENS = re.compile(r"\W*(?:(?:on|in|at|during|by|early|late|one)\b[\w\s]{0,30})?$", re.IGNORECASE)
_THE = re.compile(rf"\bthe\s+{_ADJECTIVES}", re.IGNORECASE)
_LINKING = re.compile(
    r"\b(?:also|however|instead|others?|alternatively|rather|different|earlier|later|contrary|though|by contrast)\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:they|both|the two|the parties|both sides)\b[\w\s,]{0,25}$", re.IGNORECASE)
_AND_WAS = r"[^.;]{0,90}\band\s+(?:(?:was|were|had|then|later|been|again|\w+ly)\s+)*$"
_HE = re.compile(rf"\b(?:he|she)\b(?:[\w\s,]{{0,25}}$|{_AND_WAS})", re.IGNORECASE)
_THEN_HE = re.compile(r"^[^.;]{0,90},\s+(?:he|she)\b", re.IGNORECASE)
_HIS = re.compile(r"\b(?:his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OPENING_PRONOUN = re.compile(r"^\W*(?:\w+\s+){0,5}?(?:he|she|his|her)\b", re.IGNORECASE)
_THERE = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|had|has|may|might|would|been|be)\b)"
    r"|\bin\s+(?:that|this|the same)\s+(?:city|town|village|place|port|fortress)\b",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"^[\s–-]+(?:[A-Z]\w+\s+)?$")
_PLACE_BEHIND = re.compile(r"^\s+(?:in|at|of|near|from)\s+(?:the\s+)?$")
_AT = ("in", "at", "near", "to", "into", "from", "off")
_INFINITIVE = re.compile(r"\bto\s+$", re.IGNORECASE)
#: What had happened before is no sequel.
_AND_THEN = re.compile(r"(?:^|[\s,])and\s+(?:he|she|they|it|there)\b[\w\s]{0,25}$")
_HAD = re.compile(r"\bhad\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_SUBJECT_WITHIN = 60
#: "Visited Riga in 1898, where he met": there it was.
_WHERE = re.compile(r",?\s+where\b(?=[^,;.]*$)", re.IGNORECASE)
#: "After he had sailed from Cadiz, Admiral Roth": the pronoun goes before the name.
_TO_THE_SUBJECT = re.compile(r"^[^;.]*,\s+(?:(?:the|an?)\s+)?(?:[\w.]+\s+){0,2}$", re.IGNORECASE)
#: "Henry met them at Legnica, and he was slain there".
_JOINED_PRONOUN = re.compile(r"[,;]\s*(?:and|but|where|until|before|after)?\s*(?:he|she)\b[\w\s]{0,25}$")
#: A sentence between about "the emperor" takes the pronoun for itself.
_SOMEBODY_ELSE = re.compile(r"(?:^|[.!?]\s+)(?:The|An?)\s+[a-z]+\s")


class Told(Struct, frozen=True):
    """A claim already made, with what the next passages need to know of it."""

    claim: Claim
    happening: Happening
    people: tuple[Mention, ...]
    places: tuple[Mention, ...]
    is_source: bool
    is_item: bool = False

    @property
    def passage(self) -> Passage:
        """Where it was told."""
        return self.happening.passage


class Reference(Struct, frozen=True):
    """The earlier claim that a happening stands for, and the words that say so."""

    told: Told
    demonstrative: bool


def reference(happening: Happening, voice: Voice, told: Sequence[Told]) -> Reference | None:
    """The earlier claim that "this meeting" or "a meeting ... is also claimed" speaks of; None for a new happening."""
    passage, trigger = happening.passage, happening.trigger
    before = passage.before(trigger.start)
    this, the = bool(_THIS.search(before)), bool(_THE.search(before))
    contrasts = not voice.is_source and bool(_LINKING.search(passage.before(passage.end)))
    if is_verb(trigger, happening.type) and not contrasts:
        return None
    if not (this or contrasts or (the and not happening.dates) or (the and not voice.is_source)):
        return None
    target = latest(passage, told, happening.type.name)
    return Reference(target, this) if target and target.passage is not passage else None


def is_known_by_its_place(happening: Happening, where: Sequence[Value]) -> bool:
    """Whether the noun has its place beside it, which tells it from others: "the Riga conference"."""
    passage, trigger = happening.passage, happening.trigger
    if is_verb(trigger, happening.type) or not where or _THIS.search(passage.before(trigger.start)):
        return False
    named = {value.cites[0] for value in where}
    return any(
        _PLACE_BEFORE.match(passage.between(place, trigger))
        if place.end <= trigger.start
        else _PLACE_BEHIND.match(passage.between(trigger, place))
        for place in passage.of("PLACE")
        if place.id in named
    )


def is_another(target: Reference, happening: Happening, voice: Voice, stance: Stance) -> bool:
    """Whether a source that names another date or place simply speaks of another happening, and disputes nothing."""
    if not voice.is_source or target.demonstrative or stance in ("denied", "questioned"):
        return False
    return not governing(happening.passage, happening.trigger, "dispute")


def known_by_place(happening: Happening, where: Sequence[Value], told: Sequence[Told]) -> Reference | None:
    """The one earlier happening of the type at the same place, for a noun without a date: "the best known meeting
    took place in Riga"; None where there were several, by their dates."""
    if is_verb(happening.trigger, happening.type) or not where:
        return None
    named = {value.entity for value in where}
    alike = [
        other
        for other in told
        if other.claim.type == happening.type.name
        and other.is_source
        and (happening.dates or not other.is_item)
        and other.happening.dates
        and all(edtf.overlap(date.value, other.happening.dates[0].value) for date in happening.dates)
        and named & {value.entity for value in other.claim.values if value.property == "where"}
    ]
    if len({other.happening.dates[0].value for other in alike}) != 1:
        return None
    return Reference(alike[-1], demonstrative=False)


def latest(passage: Passage, told: Sequence[Told], type_name: str = "") -> Told | None:
    """The nearest earlier claim, of one type where that is asked, that its source makes in its own voice.

    Of what others say, the claim that they speak of is taken. Items of a list are nobody's antecedent.
    """
    for other in reversed(told):
        if passage.number - other.passage.number > _REACH or other.passage.section != passage.section:
            return None
        if other.is_item:
            continue
        if type_name and other.claim.type != type_name:
            continue
        return spoken_of(other, told)
    return None


def spoken_of(other: Told, told: Sequence[Told]) -> Told:
    """The claim that a claim is about, in the end; itself where it is about none."""
    seen = {other.claim.id}
    while other.claim.about and other.claim.about.claim not in seen:
        about = other.claim.about.claim
        seen.add(about)
        other = next((first for first in reversed(told) if first.claim.id == about), other)
    return other


def relation_to(target: Told, happening: Happening, values: Sequence[Value], denies: bool) -> Relation:
    """What a claim does to the one that it speaks of: what cannot both be true is a dispute, what adds explains."""
    if denies or governing(happening.passage, happening.trigger, "dispute"):
        return "disputes"
    if governing(happening.passage, happening.trigger, "support"):
        return "supports"
    known = {prop: [v for v in target.claim.values if v.property == prop] for prop in ("when", "where")}
    if any(_excludes(value, known["when"]) for value in values if value.property == "when"):
        return "disputes"
    numbers = [other for other in target.claim.values if other.property == "count"]
    if any(outnumbers(value, other) for value in values if value.property == "count" for other in numbers):
        return "disputes"
    elsewhere = [value for value in values if value.property == "where" and known["where"]]
    if elsewhere and not {value.entity for value in elsewhere} & {value.entity for value in known["where"]}:
        return "disputes"
    said = {(v.property, v.edtf, v.entity, v.count) for v in target.claim.values}
    new = [v for v in values if v.property != "type" and (v.property, v.edtf, v.entity, v.count) not in said]
    return "explains" if new or len(values) == 1 else "restates"


def _excludes(value: Value, known: Sequence[Value]) -> bool:
    dates = [other.edtf for other in known if other.edtf]
    return bool(value.edtf and dates) and not any(edtf.overlap(value.edtf or "", date) for date in dates)


def inferred_date(happening: Happening, told: Sequence[Told]) -> Value | None:
    """The date of the passage before, for something told as its sequel in the same paragraph."""
    passage, trigger = happening.passage, happening.trigger
    if not (is_verb(trigger, happening.type) or has_happened(passage, trigger)):
        return None
    if _is_no_sequel(happening):
        return None
    for other in reversed(told):
        back = passage.number - other.passage.number
        if other.passage.paragraph != passage.paragraph or back > _FARTHEST:
            return None
        if back > 2 and not _takes_up(passage, other):
            continue
        if (
            other.passage is passage
            and other.happening.dates
            and _AND_THEN.search(passage.between(other.happening.trigger, trigger))
        ):
            return of_date(other.happening.dates[0], "inferred", trigger)
        if other.passage is passage and other.happening.dates:
            return None
        if other.is_item or other.passage is passage or other.claim.about or other.claim.stance not in _SAID:
            continue
        if other.happening.dates and fineness(other.happening.dates[0]) <= _DAYS_CARRIED:
            return of_date(other.happening.dates[0], "inferred", trigger)
    return None


def date_of_scene(happening: Happening, earlier: Sequence[Passage]) -> Value | None:
    """The date that opens the sentence before, where that tells of nothing else: "On 4 May a patrol came to Lund."."""
    passage, trigger = happening.passage, happening.trigger
    if not is_verb(trigger, happening.type) or _is_no_sequel(happening):
        return None
    for other in reversed(earlier[-2:]):
        if other.paragraph != passage.paragraph or other.of("TRIGGER"):
            return None
        dates = usable_dates(other)
        if dates:
            opens = _OPENS.match(other.before(dates[0].start)) and fineness(dates[0]) <= _DAYS_CARRIED
            return of_date(dates[0], "inferred", trigger) if opens else None
    return None


def _is_no_sequel(happening: Happening) -> bool:
    """Whether its words say that it did not come next: "to arrest", "had arrested", "arrested by X"."""
    before = happening.passage.before(happening.trigger.start)
    bare = is_bare_participle(happening.passage, happening.trigger)
    return bool(_INFINITIVE.search(before) or _HAD.search(before)) or bare


def _takes_up(passage: Passage, other: Told) -> bool:
    """Whether a passage speaks of the people of a claim before: "the gunmen", or "the attackers" after an attack."""
    trigger = other.happening.trigger.exact.casefold()
    known = {value.text.casefold() for value in other.claim.values if value.property == "who" and value.text}
    for cue in passage.of("CUE"):
        if cue.value == PARTICIPANT and _ARTICLE.search(passage.before(cue.start)):
            words = cue.exact.casefold()
            if words in known or words[:_STEM] == trigger[:_STEM]:
                return True
    return False


def inferred_people(
    happening: Happening, told: Sequence[Told], earlier: Sequence[Passage], role: str, topic: Mention | None
) -> list[Value]:
    """Who is meant by "they", "he" or "her": the participants of the claim before, or the person last named.

    Where a paragraph opens with the pronoun it means the `topic`: whom the source is about.
    """
    passage, trigger = happening.passage, happening.trigger
    before, after = passage.before(trigger.start), passage.after(trigger.end)
    if _HE.search(before) or _THEN_HE.match(after) or _HIS.search(before):
        person = named_within(passage, trigger) or antecedent(passage, earlier) or _named_behind(passage, trigger)
        person = person or (topic if opens_with_pronoun(passage, earlier) else None)
        return [of_name("who", person, role, "inferred", trigger)] if person else []
    if not _THEY.search(before):
        return []
    for other in reversed(told):
        if passage.number - other.passage.number > 2 or other.passage.paragraph != passage.paragraph:
            return []
        if other.people and other.passage.number < passage.number:
            return [of_name("who", person, role, "inferred", trigger) for person in other.people]
    return []


def inferred_place(happening: Happening, told: Sequence[Told]) -> list[Value]:
    """Where "there" is: the place of the claim before, in the same paragraph; where "where" is: the place before it."""
    passage, trigger = happening.passage, happening.trigger
    where = _WHERE.search(passage.before(trigger.start))
    if where:
        before = [place for place in passage.of("PLACE") if place.value and place.end <= passage.start + where.start()]
        return [of_name("where", place, "", "inferred", trigger) for place in before[-1:]]
    there = _THERE.search(passage.before(passage.end))
    if not there:
        return []
    here = [
        place
        for place in passage.of("PLACE")
        if place.value and place.end <= passage.start + there.start() and preposition(passage, place) in _AT
    ]
    if here:
        return [of_name("where", here[-1], "", "inferred", trigger)]
    for other in reversed(told):
        if passage.number - other.passage.number > 2 or other.passage.paragraph != passage.paragraph:
            return []
        if other.places and other.passage.number < passage.number:
            return [of_name("where", other.places[0], "", "inferred", trigger)]
    return []


def opens_with_pronoun(passage: Passage, earlier: Sequence[Passage]) -> bool:
    """Whether nobody was named in the paragraph up to a passage that opens with "he" or "she"."""
    if not _OPENING_PRONOUN.match(passage.before(passage.end)) and not _THEN_HE.match(passage.before(passage.end)):
        return False
    return not any(other.of("PERSON") for other in earlier if other.paragraph == passage.paragraph)


def antecedent(passage: Passage, earlier: Sequence[Passage]) -> Mention | None:
    """Whom "he" or "she" means: the subject of the nearest earlier passage of the paragraph that names a person."""
    for other in reversed(earlier):
        if other.paragraph != passage.paragraph:
            break
        if _SOMEBODY_ELSE.search(passage.clauses.text[other.end : passage.start]):
            return None
        people = [person for person in other.of("PERSON") if person.value]
        if not people or (_OPENING_PRONOUN.match(other.before(people[0].start))):
            continue
        if people[0].start - other.start <= _SUBJECT_WITHIN:
            return people[0]
    return None


def named_within(passage: Passage, trigger: Mention) -> Mention | None:
    """Whom "he" or "she" right before a trigger means, if the same sentence names one person as its subject."""
    pronoun = _JOINED_PRONOUN.search(passage.before(trigger.start))
    if not pronoun:
        return None
    people = [person for person in passage.of("PERSON") if person.value]
    opening = [person for person in people if person.end <= passage.start + pronoun.start()]
    return opening[0] if opening and opening[0].start - passage.start <= _SUBJECT_WITHIN else None


def _named_behind(passage: Passage, trigger: Mention) -> Mention | None:
    """Whom "he" or "she" means in a clause that goes before the one that names him; None where somebody was named."""
    people = [person for person in passage.of("PERSON") if person.value]
    if not people or people[0].start < trigger.end:
        return None
    return people[0] if _TO_THE_SUBJECT.match(passage.between(trigger, people[0])) else None
