"""Participants without a name: who is a subject, an object or marked by the words of a role, and no bystander.

A group is no authority, so its value is the words themselves. Only what the grammar ties to the trigger counts, since
a sentence is full of people ("told reporters", "in front of the crowd"), and a reviewer would have to strike them all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from regesta.extract.grammar import grammatical_role, is_passive, is_verb, linked, marked_role, preposition, supports
from regesta.extract.happenings import Happening
from regesta.extract.reading import Passage
from regesta.extract.rivals import Rivals
from regesta.extract.values import of_name
from regesta.model.claim import Value
from regesta.model.mention import PARTICIPANT, TOLL, Mention
from regesta.model.source import Source
from regesta.names.local import local_id

_FARTHEST = 1.6
#: CSL types of sources in which "I" is who wrote them or speaks in them.
_FIRST_PERSON = frozenset({"interview", "manuscript", "personal_communication", "post", "speech"})
_ME = frozenset({"i", "me"})
_AUXILIARIES = (
    r"(?:had|has|have|was|were|is|are|be|been|being|did|also|then|later|again|finally|first|soon|again|never|not|both|all"
    r"|reportedly|would|could|may|might|who|which|that|once|more|allegedly|\w+ly)"
)
#: What may stand between a subject and its verb: auxiliaries, and where or with what they are.
_TO_VERB = re.compile(
    rf"(?:\s+(?:of|in|from|at|near|on|with|under|armed|aboard|outside|wearing|dressed)\s+[\w\s’'-]{{1,40}}?)?"
    rf"(?:,[^,;.]{{2,50}},)?(?:\s+{_AUXILIARIES}|\s+and\s+(?:\w+\s+){{0,3}}\w+)*\s+",
    re.IGNORECASE,
)
#: What may stand between a verb and its object.
_TO_OBJECT = re.compile(
    r"\s+(?:(?!(?:in|on|at|by|for|from|to|into|with|near|after|before|during|as|that|over|against|about|when|where|while)\b)"
    r"[\w’',-]+\s+){0,4}"
)
_LEADING = frozenset(
    {"of", "in", "at", "near", "on", "from", "to", "into", "with", "for", "among", "behind", "like", "as"}
)
_AND = re.compile(r"\band\b")


def author_of(source: Source) -> str:
    """The entity id of the one person who says "I" in a letter, a testimony or a diary; empty where there is none."""
    authors = source.csl.get("author")
    if source.csl.get("type") not in _FIRST_PERSON or not isinstance(authors, list) or len(authors) != 1:
        return ""
    author = authors[0] if isinstance(authors[0], dict) else {}
    name = " ".join(str(author[part]) for part in ("given", "non-dropping-particle", "family") if author.get(part))
    return local_id("person", name) if author.get("family") and name else ""


def unnamed(happening: Happening, rivals: Rivals, author: str) -> list[Value]:
    """Who took part without being named, in which role, by their words; "I" is the author, where one is known."""
    passage = happening.passage
    people = [cue for cue in passage.of("CUE") if cue.value == PARTICIPANT and not _speaks(passage, cue)]
    found: list[tuple[Mention, str]] = []
    for cue in people:
        words = _with_number(passage, cue)
        beside = next((role for other, role in found if linked(passage, other, words)), None)
        role = beside if beside is not None else _role(happening, words, rivals, people)
        if role is not None:
            found.append((cue, role))
    values: dict[tuple[str | None, str | None, str], Value] = {}
    for cue, role in found:
        value = of_name("who", cue, role, "none")
        if author and cue.exact.casefold() in _ME and not _is_quoted(passage, cue):
            value = msgspec.structs.replace(value, text=None, entity=author, hedge="inferred")
        values.setdefault((value.entity, value.text, role), value)
    return list(values.values())


def _speaks(passage: Passage, cue: Mention) -> bool:
    """Whether the words say whose word something is: "police said that", or belong to a name."""
    return any(
        other.start < cue.end and cue.start < other.end
        for other in passage.mentions
        if other.label in ("PERSON", "ORG") or (other.label == "CUE" and other.value.startswith("attribution"))
    )


def _with_number(passage: Passage, cue: Mention) -> Mention:
    """The mention with the number before it: "by at least 40 men" is led by "by"."""
    numbers = [each.start for each in passage.of("QUANTITY") if each.start < cue.start < each.end]
    return msgspec.structs.replace(cue, start=min([cue.start, *numbers]))


def _role(happening: Happening, words: Mention, rivals: Rivals, people: Sequence[Mention]) -> str | None:
    """The role, as marked by words or as subject or object of the trigger; None where nothing ties them to it."""
    passage, trigger, event_type = happening.passage, happening.trigger, happening.type
    if trigger.rule == TOLL:
        counted = words.end <= trigger.start and passage.between(words, trigger).isspace()
        return grammatical_role("object", event_type) if counted else None
    if not rivals.owns(happening, words, _FARTHEST):
        return _role_of_shared_subject(happening, words, rivals, people)
    marked = marked_role(passage, words, event_type, [])
    if marked is not None:
        return marked
    before = words.end <= trigger.start
    if not is_verb(trigger, event_type):
        return grammatical_role("subject", event_type) if before and supports(passage, words, trigger) else None
    passive = is_passive(passage, trigger)
    if before:
        if not _is_subject(passage, words, trigger, people):
            return None
        return grammatical_role("object" if passive else "subject", event_type)
    if passive or not _TO_OBJECT.fullmatch(passage.between(trigger, words)):
        return None
    return grammatical_role("object", event_type)


def _is_subject(passage: Passage, words: Mention, trigger: Mention, people: Sequence[Mention]) -> bool:
    """Whether nothing but auxiliaries and what describes them stands between somebody and the verb."""
    if preposition(passage, words) in _LEADING:
        return False
    between = passage.between(words, trigger)
    if not _TO_VERB.fullmatch(between):
        return False
    others = [each for each in people if words.end <= each.start and each.end <= trigger.start]
    return not others or bool(_AND.search(passage.between(words, others[0])))


def _role_of_shared_subject(
    happening: Happening, words: Mention, rivals: Rivals, people: Sequence[Mention]
) -> str | None:
    """The role of the subject of an earlier verb to which this one is joined: "the men were seized and shot"."""
    passage, trigger = happening.passage, happening.trigger
    earlier = [rival for rival in rivals.all if rival.trigger.end <= trigger.start]
    if not earlier or not is_verb(trigger, happening.type) or not is_verb(earlier[-1].trigger, earlier[-1].type):
        return None
    first = earlier[-1].trigger
    between = passage.between(first, trigger)
    anew = any(first.end <= each.start < trigger.start for each in (*people, *passage.of("PERSON", "ORG")))
    if anew or not _AND.search(between) or words.end > first.start or not _is_subject(passage, words, first, people):
        return None
    passive = is_passive(passage, first) and not re.search(r"\b(?:had|has|have)\s+$", between)
    return grammatical_role("object" if passive else "subject", happening.type)


def _is_quoted(passage: Passage, cue: Mention) -> bool:
    """Whether a quotation is open before the words, in which somebody else may say "I"."""
    before = passage.before(cue.start)
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
