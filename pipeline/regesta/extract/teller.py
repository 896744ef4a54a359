"""Reads a source from front to back and tells its claims; each passage is read in the light of those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from regesta.extract import discourse
from regesta.extract.arguments import counts, participants, place_of_entry, places
from regesta.extract.asserters import Voice, names_before_saying, source_voice, voice_of, voice_of_cue
from regesta.extract.cues import hedge_of, is_planned, stance_of
from regesta.extract.discourse import Reference, Told
from regesta.extract.discussed import is_only_discussed, known_already
from regesta.extract.grammar import (
    grammatical_role,
    is_of_things,
    is_passive,
    is_verb,
    leading_role,
    plainly_marked_role,
)
from regesta.extract.happenings import Happening, happenings, usable_dates
from regesta.extract.items import ItemType, Lists
from regesta.extract.lives import BIRTH, DEATH, LifeDate, life_dates
from regesta.extract.proposal import Proposal, claim_of
from regesta.extract.reading import Passage, read
from regesta.extract.rivals import Rivals
from regesta.extract.tolls import place_of_toll, rival_toll
from regesta.extract.unnamed import unnamed
from regesta.extract.values import of_date, of_name, of_span, of_type, of_whole
from regesta.extract.worth import is_worth_telling
from regesta.model.claim import About, Claim, Hedge, Stance, Value
from regesta.model.mention import Mention
from regesta.model.settings import EventType
from regesta.names.fold import fold

_PART_OF = re.compile(
    r"\b(?:part|one|phase|session|stage|continuation)\s+of\s+(?:the\s+|a\s+)?(?:[\w’'–-]+\s+){0,3}$", re.I
)
_IT_TOOK_PLACE = re.compile(
    r"\W*(?:it|they|this|these)\s+(?:\w+ly\s+)?"
    r"(?:took place|occurred|happened|(?:was|were)\s+(?:\w+ly\s+)?held|began|ended|lasted)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|this|that(?=[.,;]|\s+(?:is|was|has)\b)|them|these|the (?:event|matter))\b", re.IGNORECASE)
_NEAR_CUE = 20
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied)|reject|refut|dismiss|no evidence|contradict)", re.IGNORECASE)
#: A pronoun does not reach farther back than this many passages.
_MEMORY = 30
#: Fewer dates than one in so many passages are few.
_FEW = 5
#: A participant named in a sentence of its own belongs to a claim at most this many passages back.
_SUPPLEMENT_REACH = 3


class Teller:
    """Tells the claims of one source in the order of its passages."""

    def __init__(
        self,
        source_id: str,
        text: str,
        mentions: Sequence[Mention],
        event_types: Sequence[EventType],
        author: str = "",
    ) -> None:
        self._source, self._author = source_id, author
        self._types = {event_type.name: event_type for event_type in event_types}
        self._reading = read(text, mentions)
        self._lists = Lists(self._reading, self._types)
        self._mentions = {mention.id: mention for mention in mentions}
        self._told: list[Told] = []
        self._recent: Happening | None = None
        self._topic = _topic(self._reading.passages)
        self._has_few_dates = _has_few_dates(self._reading.passages)

    def claims(self) -> list[Claim]:
        """All claims, in the order of the text."""
        for passage in self._reading.passages:
            self._read(passage)
        ordered = sorted(self._told, key=lambda told: told.passage.start)
        return list({told.claim.id: told.claim for told in ordered}.values())

    def _read(self, passage: Passage) -> None:
        items = self._lists.items(passage)
        if items:
            for happening, kind, place in items:
                self._tell_item(happening, kind, place)
            return
        before = len(self._told)
        lives = life_dates(passage, self._types)
        for life in lives:
            self._tell_life(passage, life)
        spoken_for = {life.trigger.id for life in lives if life.trigger}
        found = [h for h in happenings(passage, self._types) if not spoken_for & {t.id for t in h.triggers}]
        rivals = Rivals(found)
        self._recent = found[0] if found else self._recent
        for happening in found:
            if not self._tell_part(happening):
                self._tell(happening, rivals)
        last = max((trigger.end for happening in found for trigger in happening.triggers), default=passage.start)
        if len(self._told) == before or any(cue.value == "dispute" and cue.start > last for cue in passage.of("CUE")):
            self._tell_remark(passage, rivals)
        if len(self._told) == before and not self._tell_sequel(passage):
            self._tell_supplement(passage)

    def _earlier(self, passage: Passage) -> Sequence[Passage]:
        return self._reading.passages[max(0, passage.number - _MEMORY) : passage.number]

    def _add(self, proposal: Proposal, *, is_item: bool = False) -> None:
        claim = claim_of(self._source, proposal)
        cited = {
            prop: tuple(self._mentions[value.cites[0]] for value in claim.values if value.property == prop)
            for prop in ("who", "where")
        }
        told = Told(claim, proposal.happening, cited["who"], cited["where"], proposal.voice.is_source, is_item=is_item)
        self._told.append(told)

    def _tell(self, happening: Happening, rivals: Rivals) -> None:
        """A happening with its arguments, those left unsaid taken from the passages before it."""
        happening = self._fitting(happening, rivals)
        passage, trigger = happening.passage, happening.trigger
        if is_planned(passage, trigger) or is_only_discussed(happening):
            return
        voice = voice_of(self._source, passage, trigger, self._earlier(passage))
        stance, _ = stance_of(passage, trigger)
        when, where, who, count = self._said(happening, rivals, voice)
        target = discourse.reference(happening, voice, self._told)
        if target and discourse.is_known_by_its_place(happening, where):
            target = discourse.known_by_place(happening, where, self._told)
        where = where or place_of_entry(happening) or discourse.inferred_place(happening, self._told)
        where = where or place_of_toll(happening, self._told)
        meant = discourse.inferred_people(
            happening, self._told, self._earlier(passage), _own_role(happening), self._topic
        )
        known_by = {(each.entity, each.text) for each in meant}
        who = [*meant, *(value for value in who if (value.entity, value.text) not in known_by)]
        if not when and not target:
            target = discourse.known_by_place(happening, where, self._told)
        if not when and not target and (where or who or count):
            carried = discourse.inferred_date(happening, self._told)
            carried = carried or discourse.date_of_scene(happening, self._earlier(passage))
            when = [carried] if carried else []
        target = target or rival_toll(happening, count, voice, self._told)
        values = [of_type(happening.type.name, *_cites(happening)), *when, *where, *who, *count]
        about = self._about(target, happening, values, denies=stance in ("denied", "questioned"))
        if target and about and about.relation == "disputes" and discourse.is_another(target, happening, voice, stance):
            target = about = None
        if not is_worth_telling(happening, values, target, voice, sparing=self._has_few_dates):
            return
        plain = voice.is_source and stance in ("asserted", "possible") and not (about and about.relation == "disputes")
        known = known_already(happening, values, [target.told] if target else self._told) if plain else None
        if known:
            spoken_of = msgspec.structs.replace(happening, dates=known.happening.dates)
            self._told.append(msgspec.structs.replace(known, happening=spoken_of, is_item=False))
            return
        self._add(Proposal(happening, tuple(values), stance, voice, about))

    def _fitting(self, happening: Happening, rivals: Rivals) -> Happening:
        """The happening, of the type that fits: "the hostages were released" frees people, "the album" is published."""
        role = grammatical_role("object", happening.type)
        others = [self._types[each.value] for each in happening.trigger.alternatives if each.value in self._types]
        if not others or not role:
            return happening
        _, _, who, count = self._said(happening, rivals, source_voice(self._source))
        if count or any(value.role == role for value in who) or not is_of_things(happening.passage, happening.trigger):
            return happening
        return msgspec.structs.replace(happening, type=others[0])

    def _said(
        self, happening: Happening, rivals: Rivals, voice: Voice
    ) -> tuple[list[Value], list[Value], list[Value], list[Value]]:
        """When, where, who and how many, as the passage itself says."""
        passage = happening.passage

        def hedge(mention: Mention) -> Hedge:
            return hedge_of(passage, mention)

        return (
            _dates(happening),
            places(happening, rivals, hedge),
            [
                *participants(
                    happening, rivals, {*voice.speakers, *names_before_saying(passage, happening.trigger)}, hedge
                ),
                *unnamed(happening, rivals, self._author),
            ],
            counts(happening, rivals, hedge),
        )

    def _about(
        self, target: Reference | None, happening: Happening, values: Sequence[Value], *, denies: bool
    ) -> About | None:
        if target is None:
            return None
        relation = discourse.relation_to(target.told, happening, values, denies)
        return About(claim=target.told.claim.id, relation=relation)

    def _tell_item(self, happening: Happening, kind: ItemType, place: Mention) -> None:
        """An item of a list; its type and participants come from the words over the list, so they are inferred."""
        date = happening.key
        role = grammatical_role("subject", kind.type)
        within = [m for m in kind.evidence if m in happening.passage.mentions]
        hedge: Hedge = "none" if within else "inferred"
        values = [
            of_type(kind.type.name, date, *kind.evidence, hedge=hedge),
            of_date(date, hedge_of(happening.passage, date)),
            of_name("where", place, "", hedge_of(happening.passage, place)),
            *(of_name("who", person, role, "inferred", date) for person in kind.people),
        ]
        self._add(Proposal(happening, tuple(values), "asserted", source_voice(self._source)), is_item=True)

    def _tell_life(self, passage: Passage, life: LifeDate) -> None:
        """A birth or death in brackets behind a name."""
        key = life.trigger or life.date
        happening = Happening(passage, life.type, key, (key,), (life.date,))
        when = msgspec.structs.replace(of_date(life.date, hedge_of(passage, life.date)), edtf=life.edtf)
        role = grammatical_role("subject" if life.type.name in (BIRTH, DEATH) else "object", life.type)
        values = [of_type(life.type.name, key), when, *(of_name("who", each, role, "none") for each in life.people)]
        if life.place:
            values.append(of_name("where", life.place, "", "none"))
        self._add(Proposal(happening, tuple(values), "asserted", source_voice(self._source)), is_item=True)

    def _tell_part(self, happening: Happening) -> bool:
        """ "It was part of the Zakopane Conference": the claim before is part of one told earlier."""
        passage, trigger = happening.passage, happening.trigger
        if happening.dates or not _PART_OF.search(passage.before(trigger.start)):
            return False
        part = discourse.latest(passage, self._told, happening.type.name)
        words = fold(passage.before(trigger.start)).split()[-3:]
        wholes = [
            told
            for told in self._told
            if told.claim.type == happening.type.name
            and told is not part
            and any(fold(place.exact) in words for place in told.places)
        ]
        if part is None or not wholes:
            return False
        voice = voice_of(self._source, passage, trigger, self._earlier(passage))
        stance, _ = stance_of(passage, trigger)
        values = (of_type(happening.type.name, part.happening.trigger, trigger), of_whole(wholes[0].claim.id, trigger))
        about = About(claim=part.claim.id, relation="explains")
        self._add(Proposal(happening, values, stance, voice, about))
        return True

    def _tell_remark(self, passage: Passage, rivals: Rivals) -> None:
        """What a passage without a happening of its own says of the claim before: "This is disputed by ..."."""
        cues = [cue for cue in passage.of("CUE") if cue.value.startswith(("dispute", "attribution", "support"))]
        if not cues or not self._told:
            return
        last = max((trigger.end for rival in rivals.all for trigger in rival.triggers), default=passage.start)
        telling = [cue for cue in cues if not cue.value.startswith("attribution")]
        cue = next((cue for cue in telling if cue.start >= last), (telling or cues)[0])
        target = self._told[-1]
        near = passage.number - target.passage.number <= 2 and target.passage.section == passage.section
        if target.is_item or not near or not (cue.value == "dispute" or _speaks_of_it(passage, cue)):
            return
        voice = voice_of_cue(passage, cue, self._earlier(passage))
        dates = [date for date in usable_dates(passage) if date.start >= cue.start or not rivals.all]
        happening = Happening(passage, target.happening.type, cue, (cue,), tuple(dates[:1]))
        when, where, _, _ = self._said(happening, Rivals([*rivals.all, happening]), voice)
        if when or where:
            target = discourse.spoken_of(target, self._told)
        elif not _speaks_of_it(passage, cue) or cue.value.startswith("attribution") or _is_nobodys(cue, voice):
            return
        values = [of_type(happening.type.name, target.happening.trigger, cue, hedge="inferred"), *when, *where]
        self._add(Proposal(happening, tuple(values), *self._remark(cue, target, happening, values, voice)))

    def _remark(
        self, cue: Mention, target: Told, happening: Happening, values: Sequence[Value], voice: Voice
    ) -> tuple[Stance, Voice, About]:
        """Stance, voice and relation: who only disputes, questions or denies; who names another place asserts it."""
        bare = len(values) == 1
        if cue.value == "dispute" or cue.value.startswith("attribution"):
            relation = "disputes" if cue.value == "dispute" else discourse.relation_to(target, happening, values, False)
            stance: Stance = "asserted" if not bare else "denied" if _DENIES.search(cue.exact) else "questioned"
            return stance, voice, About(claim=target.claim.id, relation=relation)
        return "asserted", voice, About(claim=target.claim.id, relation="supports")

    def _tell_sequel(self, passage: Passage) -> bool:
        """When or where the happening before was: "It took place on 4 May"; whether there is such a thing to tell."""
        before = self._recent
        if before is None or passage.of("TRIGGER") or passage.number - before.passage.number > 2:
            return False
        if before.passage.paragraph != passage.paragraph:
            return False
        dates = usable_dates(passage)
        places_named = passage.of("PLACE")
        if not _IT_TOOK_PLACE.match(passage.before(passage.end)) or not (dates or places_named):
            return False
        key = (dates or places_named)[0]
        happening = Happening(passage, before.type, key, (key,), tuple(dates[:1]))
        voice = voice_of(self._source, passage, key, self._earlier(passage))
        when, where, _, _ = self._said(happening, Rivals([happening]), voice)
        values = [of_type(before.type.name, before.trigger, key, hedge="inferred"), *when, *where]
        stance, _ = stance_of(passage, key)
        about = None
        told = next((told for told in reversed(self._told) if told.happening.key is before.key), None)
        if told:
            target = discourse.spoken_of(told, self._told)
            relation = discourse.relation_to(target, happening, values, denies=False)
            about = About(claim=target.claim.id, relation=relation)
        self._add(Proposal(happening, tuple(values), stance, voice, about))
        return True

    def _tell_supplement(self, passage: Passage) -> None:
        """Participants whom a sentence of their own names: "The delegation was headed by ..."."""
        target = discourse.latest(passage, self._told)
        if target is None or target.passage.paragraph != passage.paragraph:
            return
        if passage.number - target.passage.number > _SUPPLEMENT_REACH:
            return
        for name in passage.of("PERSON", "ORG"):
            role = plainly_marked_role(passage, name, target.happening.type) or leading_role(
                passage, name, target.happening.type
            )
            if not role or not name.value:
                continue
            happening = Happening(passage, target.happening.type, name, (name,))
            values = (
                of_type(target.claim.type, target.happening.trigger, name, hedge="inferred"),
                of_name("who", name, role, hedge_of(passage, name)),
            )
            about = About(claim=target.claim.id, relation="explains")
            self._add(Proposal(happening, values, "asserted", source_voice(self._source), about))


def _topic(passages: Sequence[Passage]) -> Mention | None:
    """Whom a source is about: the person with whom its first passage opens."""
    people = passages[0].of("PERSON") if passages else []
    near = people and people[0].value and people[0].start - passages[0].start <= _MEMORY
    return people[0] if near else None


def _has_few_dates(passages: Sequence[Passage]) -> bool:
    """Whether few passages that tell something give a date, so that what has none must count as well."""
    telling = [passage for passage in passages if passage.of("TRIGGER")]
    return sum(bool(passage.of("DATE")) for passage in telling) * _FEW < len(telling)


def _speaks_of_it(passage: Passage, cue: Mention) -> bool:
    """Whether "this" or "it" stands before or right behind a cue: "this is disputed", "historians dispute it"."""
    return bool(_IT.search(passage.before(cue.start)) or _IT.search(passage.after(cue.end)[:_NEAR_CUE]))


def _is_nobodys(cue: Mention, voice: Voice) -> bool:
    """Whether words of support or dispute have nobody who speaks them: "this confirms that" is no claim of its own."""
    passive = re.match(r"(?:is|are|was|were|has|have|had|remain)", cue.exact)
    return voice.asserter.kind == "anonymous" and (cue.value == "support" or not passive)


def _cites(happening: Happening) -> list[Mention]:
    """What says that it happened: its triggers, and first its date where one trigger serves several."""
    return list(happening.triggers) if happening.key in happening.triggers else [happening.key, *happening.triggers]


def _dates(happening: Happening) -> list[Value]:
    """The finest of the dates that agree, with the cites of those that say the same; alternatives side by side."""
    passage, dates = happening.passage, happening.dates
    if happening.span:
        return [of_span(happening.span, hedge_of(passage, dates[0]), *dates)]
    if happening.alternatives:
        return [of_date(date, "possible") for date in dates]
    if not dates:
        return []
    same = [date for date in dates if date.value == dates[0].value]
    from_above = same[0] is passage.head and "\n" in passage.clauses.text[same[0].end : passage.start]
    hedge: Hedge = "inferred" if from_above else hedge_of(passage, same[0])
    return [of_date(same[0], hedge, *same[1:])]


def _own_role(happening: Happening) -> str:
    """The role of the grammatical subject of the trigger."""
    passive = is_verb(happening.trigger, happening.type) and is_passive(happening.passage, happening.trigger)
    return grammatical_role("object" if passive else "subject", happening.type)
