"""Where it happened, who took part and how many: the names and numbers of a passage, given to its happenings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from regesta.extract.grammar import (
    finite_between,
    grammatical_role,
    has_happened,
    is_passive,
    is_verb,
    linked,
    marked_role,
    plainly_marked_role,
    preposition,
    role_of_place,
    supports,
)
from regesta.extract.happenings import Happening, goes_with, is_leading, opens_entry
from regesta.extract.reading import Passage
from regesta.extract.rivals import Rivals
from regesta.extract.syntax import tied_role, tied_to
from regesta.extract.values import of_name, of_quantity
from regesta.model.claim import Hedge, Value
from regesta.model.mention import TOLL, Mention
from regesta.model.settings import EventType

Hedger = Callable[[Mention], Hedge]

_FARTHEST_PLACE = 2.0
_FARTHEST_NAME = 1.6
_LOCATIVE = re.compile(
    r"in|at|near|from|to|into|off|outside|around|inside|within|across|through|throughout|on|against|for|towards"
    r"|between|via|aboard"
)
_OF_A_BODY = re.compile(
    r"\b(?:delegations?|groups?|units?|officials?|officers?|representatives?|members?|troops|forces|soldiers|agents"
    r"|envoys?|delegates?|men|detachments?|supporters|fighters|militants|leaders?|leadership|staff|army)\s+"
    r"(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: "Austria and Saxony concluded the treaty": who does so, though the noun alone is the trigger.
_CONCLUDED = re.compile(
    r"^(?:\s+(?:and|&)\s+(?:the\s+)?[\w ]{1,40}?)?\s+(?:(?:had|have|has|also|then|later|jointly)\s+)*"
    r"(?:concluded?|sign(?:s|ed)?|makes?|made|ratif(?:y|ies|ied)|declared?|hold|held|launch(?:ed)?|enter(?:ed)?\s+into"
    r"|reach(?:ed)?|began|begin|open(?:ed)?|broke|break|issued?|join(?:ed)?|start(?:ed)?|agreed?)\s"
)
#: "The conference, where Anna Roth appeared for the crown": who is there takes part.
_IS_THERE = re.compile(
    r"^\s+(?:(?:also|had|has|was|were|himself|herself)\s+){0,2}"
    r"(?:appeared|attended|present|took\s+part|participated|represented|presided|headed|led|spoke)\b"
)
_AND_ANOTHER = re.compile(r"^\s+for\s+(?:the\s+)?\w+")
#: Who says, thinks or studies something takes no part in it.
_SAYS = re.compile(
    r"^(?:,[^,;.]{3,60},)?\s+(?:(?:also|however|himself|herself|later|still|once|has|had|have)\s+)*"
    r"(?:accept|describ|recall|consider|discuss|examin|stud|doubt|emphasi[sz]|stress|believ|argu|claim|stat|suggest"
    r"|maintain|point|writ|wrot|not|conclud|contend|assert|assum|den[iy]|explain|mention|report|record|remember"
    r"|observ|remark|relat|estimat|insist|dat|hold|held|put|agre|think|thought|testif|swor|speculat|question)"
    r"(?:s|es|ed|ies|ied|d|e|ing|ten|y)?\s+(?:\w+\s+){0,6}?(?:that|how|whether|of|as|it|this)\b"
)
_KIND_OF_PLACE = re.compile(
    r"\b(?:town|city|village|port|resort|camps?|district|province|fortress|castle|suburb|island|county|parish|region"
    r"|capital|hamlet|harbou?r|municipality|valley|forest|outskirts|north|south|east|west|part|state|kingdom|territory)"
    r"\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: "From the camps at X": where they came from.
_FURTHER = re.compile(r"\b(from|to|into)\s+(?:the\s+)?(?:\w+\s+){0,3}(?:at|in|of|near)\s+(?:the\s+)?$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s+(?:(?!(?:about|of|with|by|for|after|before|during|as|that|over|on|concerning|regarding|like)\b)[a-z-]+\s+){0,2}"
    r"(?:the\s+)?"
)
_DISTANCE = re.compile(
    r"\b(?:km|kilomet(?:re|er)s?|miles?|leagues?|far|away)\s+(?:\w+\s+)?(?:from|of)\s+$", re.IGNORECASE
)
_SCENE = re.compile(
    r"^\s+(?:was|is|became|had been)\s+(?:also\s+)?the\s+(?:\w+\s+)?(?:location|site|scene|venue|setting|seat|place)"
    r"\s+(?:of|for)\b",
    re.IGNORECASE,
)
#: "The son of Anna Roth" is somebody else.
_KIN = re.compile(
    r"\b(?:(?:grand|god|step)?(?:sons?|daughters?|child(?:ren)?|fathers?|mothers?|parents?|uncles?|aunts?)|wife|widow"
    r"|husband|brothers?|sisters?|nephews?|nieces?|cousins?|heirs?|friends?|pupils?|students?|descendants?"
    r"|famil(?:y|ies)|house)\s+of\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:\b(?:the|both|these|those)\s+\S{0,4}|#\s*\S{0,4})$", re.IGNORECASE)
_SUBJECT_PART = re.compile(
    r"^(?:\s+(?:and|&)\s+.*?)?\s*(?:,\s*)?(?:had|has|have|also|then|later|again|finally|first|once more|\w+ly|\s)*$"
)


def places(happening: Happening, rivals: Rivals, hedge: Hedger) -> list[Value]:
    """Where it happened: places with a preposition or as objects, the narrowest of a chain, each to its nearest."""
    passage = happening.passage
    chosen: list[Mention] = []
    named = passage.of("PLACE")
    for place in sorted(named, key=lambda each: not tied_to(happening.triggers, each)):
        word = preposition(passage, place)
        if word == "from" and not role_of_place(word, happening.type):
            continue
        if not place.value or not _is_scene(happening, place) or _acts(happening, place):
            continue
        if not rivals.owns(happening, place, _FARTHEST_PLACE):
            continue
        if chosen and not _stands_beside(happening, chosen[-1], place):
            continue
        chosen.append(place)
    chosen.sort(key=lambda place: place.start)
    if not chosen:
        sibling = _sibling(happening, rivals)
        return [value for value in places(sibling, rivals, hedge) if not value.role] if sibling else []
    values: list[Value] = []
    for place in chosen:
        further = _FURTHER.search(passage.before(place.start))
        role = role_of_place(further[1].casefold() if further else preposition(passage, place), happening.type)
        if not role and values and linked(passage, chosen[chosen.index(place) - 1], place):
            role = values[-1].role
        values.append(of_name("where", place, role, hedge(place)))
    return _once(values)


def place_of_entry(happening: Happening) -> list[Value]:
    """The place at the head of the entry whose date it has: "27 May 1921. Riga. Second meeting."."""
    passage = happening.passage
    if passage.head_place is None or passage.head not in happening.dates:
        return []
    return [of_name("where", passage.head_place, "", "none" if opens_entry(passage) else "inferred")]


def _sibling(happening: Happening, rivals: Rivals) -> Happening | None:
    """The verb that this one shares its date with: "were killed and 23 wounded on 12 March in Baga"."""
    later = [rival for rival in rivals.all if rival.trigger.start > happening.trigger.end]
    if happening.shared and later and not later[0].shared and later[0].dates[:1] == happening.dates[:1]:
        return later[0]
    before = [rival for rival in rivals.all if rival.trigger.end <= happening.trigger.start and not rival.shared]
    if happening.shared and before and before[-1].dates[:1] == happening.dates[:1]:
        types = {rival.type.name: rival.type for rival in rivals.all}
        return before[-1] if goes_with(happening.passage, types, before[-1].trigger, happening.trigger) else None
    return None


def participants(happening: Happening, rivals: Rivals, barred: Collection[str], hedge: Hedger) -> list[Value]:
    """Who took part, in which role: persons, organisations, and places that act ("Austria invaded")."""
    passage = happening.passage
    taken: list[Mention] = []
    values: list[Value] = []
    if happening.trigger.rule == TOLL:
        return values
    for name in passage.of("PERSON", "ORG", "PLACE"):
        if not name.value or name.id in barred or (name.label == "PLACE" and not _acts(happening, name)):
            continue
        if passage.clauses.in_brackets(name.start) and not passage.clauses.in_brackets(happening.key.start):
            continue
        role = tied_role(happening.triggers, name, happening.type)
        if role is not None and not rivals.owns(happening, name, _FARTHEST_NAME):
            continue
        if role is None and _may_take_part(happening, name, rivals):
            role = _role(happening, name, taken)
        if role is not None:
            values.append(of_name("who", name, role, hedge(name)))
            taken.append(name)
    return _once(values)


def _may_take_part(happening: Happening, name: Mention, rivals: Rivals) -> bool:
    """Whether a name of which the parse says nothing may be a participant, by what stands nearest and around it."""
    if not rivals.owns(happening, name, _FARTHEST_NAME) and not _shares_subject(happening, name, rivals):
        return False
    if _is_of_another_verb(happening, name) or _KIN.search(happening.passage.before(name.start)):
        return False
    return not (name.label == "PERSON" and _SAYS.match(happening.passage.after(name.end)))


def counts(happening: Happening, rivals: Rivals, hedge: Hedger) -> list[Value]:
    """How many people or things, as the words bound it."""
    found = []
    speakers = [cue for cue in happening.passage.of("CUE") if cue.value.startswith("attribution")]
    for quantity in happening.passage.of("QUANTITY"):
        if any(cue.start <= quantity.start < cue.end for cue in speakers):
            continue
        definite = _DEFINITE.search(happening.passage.before(quantity.start) + quantity.exact[:4])
        if not definite and rivals.owns(happening, quantity, _FARTHEST_NAME):
            value = of_quantity(quantity, hedge(quantity))
            if value:
                found.append(value)
    return found


def _is_scene(happening: Happening, place: Mention) -> bool:
    """Whether a place is where something happens, by what stands before and after it."""
    passage = happening.passage
    before = passage.before(place.start)
    if _DISTANCE.search(before):
        return False
    if _SCENE.match(passage.after(place.end)):
        return True
    word = preposition(passage, place)
    if word == "of":
        direct = any(re.fullmatch(r"\s+of\s+(?:the\s+)?", passage.between(t, place)) for t in happening.triggers)
        return bool(_KIND_OF_PLACE.search(before)) or (direct and not _is_party(happening, place))
    if word == "|" and is_leading(passage, passage.of("DATE", "PLACE")[0]):
        return True
    if word == "for" and not role_of_place("for", happening.type):
        return False
    if _LOCATIVE.fullmatch(word) and not (word in ("between", "for", "against") and _is_party(happening, place)):
        return True
    if any(linked(passage, other, place) and _is_scene(happening, other) for other in _just_before(passage, place)):
        return True
    trigger = happening.trigger
    if is_verb(trigger, happening.type):
        is_object = _OBJECT.fullmatch(passage.between(trigger, place))
        return trigger.end <= place.start and bool(is_object)
    names_it = place.end <= trigger.start and re.fullmatch(r"[\s–-]+(?:[A-Z]\w+\s+)?", passage.between(place, trigger))
    return bool(names_it) or (
        bool(happening.dates) and happening.key in happening.dates and word in ("", "–", "—", ":", "|", ",")
    )


def _stands_beside(happening: Happening, chosen: Mention, place: Mention) -> bool:
    """Whether a second place is one more, and no closer or wider word for the first: joined to it, or the other end."""
    passage = happening.passage
    between = passage.between(chosen, place)
    if re.fullmatch(r",?\s*(?:and|or|&)\s+(?:(?:in|at|near|from|to)\s+)?(?:the\s+)?(?:[a-z]+\s+)?", between):
        return True
    ends = {role_of_place(preposition(passage, each), happening.type) for each in (chosen, place)}
    return len(ends) > 1


def _just_before(passage: Passage, place: Mention) -> list[Mention]:
    return passage.ahead_of(place, "PLACE")[-1:]


def _is_party(happening: Happening, place: Mention) -> bool:
    """Whether the type's marking words before a place make it a party, as in "treaty between A and B"."""
    earlier = happening.passage.ahead_of(place, "PLACE")
    return marked_role(happening.passage, place, happening.type, earlier) is not None


def _acts(happening: Happening, place: Mention) -> bool:
    """Whether a place stands for those who act there: the subject of the verb, or a party marked as such."""
    passage, trigger = happening.passage, happening.trigger
    word = preposition(passage, place)
    behind = [each for each in happening.triggers if place.end <= each.start]
    if any(passage.between(place, each).isspace() for each in behind):
        return is_verb(trigger, happening.type) and not (_is_led(passage, place) or is_passive(passage, trigger))
    if word in ("and", "&") and any(
        linked(passage, other, place) and _acts(happening, other) for other in _just_before(passage, place)
    ):
        return True
    if word in ("by", "between", "with"):
        return _is_party(happening, place)
    if place.end > trigger.start or _is_led(passage, place):
        return False
    if not is_verb(trigger, happening.type):
        return bool(_CONCLUDED.match(passage.between(place, trigger)))
    return bool(_SUBJECT_PART.match(passage.between(place, trigger))) and not is_passive(passage, trigger)


def _is_of_another_verb(happening: Happening, name: Mention) -> bool:
    """Whether a name behind a noun belongs to a later verb: "the massacre until the graves were opened by X"."""
    passage, trigger = happening.passage, happening.trigger
    if name.start < trigger.end or is_verb(trigger, happening.type) or has_happened(passage, trigger):
        return False
    plain = plainly_marked_role(passage, name, happening.type)
    return not plain and finite_between(passage, trigger, name)


def _role(happening: Happening, name: Mention, taken: Sequence[Mention]) -> str | None:
    """The role of a participant: as marked by words, else as subject or object of the trigger.

    None where a preposition that marks no role leads the name ("he died at the hospital of Lund University"), and
    where nothing ties it to a noun.
    """
    passage, trigger, event_type = happening.passage, happening.trigger, happening.type
    marked = marked_role(passage, name, event_type, [other for other in taken if other.label == name.label])
    if marked is not None:
        return marked
    neighbour = passage.ahead_of(name, "PERSON", "ORG", "PLACE")[-1:]
    if neighbour and linked(passage, neighbour[0], name):
        return _role(happening, neighbour[0], taken[:-1]) if neighbour[0] in taken else None
    before = name.end <= trigger.start
    if _is_led(passage, name):
        return None
    if not is_verb(trigger, event_type):
        if before:
            return grammatical_role("subject", event_type) if supports(passage, name, trigger) else None
        return _role_of_the_present(passage, name, taken, event_type)
    passive = is_passive(passage, trigger)
    if before:
        return grammatical_role("object" if passive else "subject", event_type)
    if passive or finite_between(passage, trigger, name):
        return ""
    return grammatical_role("object", event_type)


def _role_of_the_present(
    passage: Passage, name: Mention, taken: Sequence[Mention], event_type: EventType
) -> str | None:
    """The role of somebody of whom a clause behind the noun says that they were there; None where none does."""
    if "participant" not in event_type.roles or name.label == "PLACE":
        return None
    after = passage.after(name.end)
    another = bool(taken) and _AND_ANOTHER.match(after) and re.search(r"\band\s+$", passage.before(name.start))
    if not another and not _IS_THERE.match(after):
        return None
    return "head" if re.match(r"^\s+(?:presided|headed|led)\b", after) and "head" in event_type.roles else "participant"


def _shares_subject(happening: Happening, name: Mention, rivals: Rivals) -> bool:
    """Whether a name is the subject of an earlier verb to which this one is joined: "X was arrested and shot"."""
    passage, trigger = happening.passage, happening.trigger
    if not is_verb(trigger, happening.type):
        return False
    earlier = [rival for rival in rivals.all if rival.trigger.end <= trigger.start]
    if not earlier or not name.end <= earlier[-1].trigger.start or not is_verb(earlier[-1].trigger, earlier[-1].type):
        return False
    if not rivals.owns(earlier[-1], name, _FARTHEST_NAME):
        return False
    between = passage.between(earlier[-1].trigger, trigger)
    new_subject = any(
        earlier[-1].trigger.end <= other.start and other.end <= trigger.start for other in passage.of("PERSON", "ORG")
    )
    return bool(re.search(r"\band\b", between)) and not new_subject and preposition(passage, name) not in ("by", "of")


def _once(values: Sequence[Value]) -> list[Value]:
    """Each entity and role once, with the cites of all; the first hedge stands."""
    seen: dict[tuple[str | None, str], Value] = {}
    for value in values:
        seen.setdefault((value.entity, value.role), value)
    entities_with_role = {entity for entity, role in seen if role}
    return [value for (entity, role), value in seen.items() if role or entity not in entities_with_role]


def _is_led(passage: Passage, name: Mention) -> bool:
    """Whether a preposition leads a name, so that it is neither subject nor object."""
    if name.label == "ORG" and _OF_A_BODY.search(passage.before(name.start)):
        return False
    word = preposition(passage, name)
    return word in ("of", "by") or bool(_LOCATIVE.fullmatch(word))
