"""What the words around a mention say of its part in the sentence: voice, prepositions, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regesta.extract.reading import Passage
from regesta.model.mention import TOLL, Mention
from regesta.model.settings import EventType

_BE = r"(?:am|is|are|was|were|be|been|being|got|gets)"
_ADVERBS = r"(?:\s+(?:\w+ly|not|never|also|then|later|again|soon|first|once|still|even|to))*"
#: "Was arrested and deported": the second participle shares the auxiliary of the first.
_AND_AS_WELL = rf"(?:\s+\w+(?:ed|en|ught|ung|ot)\s*(?:,|,?\s*and){_ADVERBS})?"
_PASSIVE = re.compile(rf"\b{_BE}(?:\s+(?:to\s+)?be(?:en)?)?{_ADVERBS}{_AND_AS_WELL}\s*$", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:ed|en|ught|old|orn|ung|id|ost|un|ad|elt|ain|wn)$", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|did|took|held|began|ended|started|opened|closed|occurred|happened"
    r"|followed|broke|met|came|went|resumed|continued|lasted|became)\b",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    rf"\b(?:took\s+place|taken\s+place|takes\s+place|occurred|happened|began|started|opened|ended|closed|broke\s+out"
    rf"|followed|resumed|continued|{_BE}{_ADVERBS}\s+(?:held|organi[sz]ed|convened|signed|carried\s+out|committed"
    rf"|conducted|staged|launched|concluded|arranged|celebrated|fought|delivered|announced|issued|given|opened))\b",
    re.IGNORECASE,
)
_ARTICLES = re.compile(r"(?:\b(?:the|a|an|this|that|its|their|his|her)\s+|[\"“‘'«]\s*)+$", re.IGNORECASE)
_LINK = re.compile(
    r"^\s*(?:,|,?\s*(?:and|or|&)|[-–—/]|with|as well as|together with)?\s*(?:the\s+|of\s+)*$", re.IGNORECASE
)
_NAME_WORDS = re.compile(r"(?:\b[\w’'.-]+\s+){0,3}$")
_MODIFIES = re.compile(r"^[\s–—-]*(?:and\s+|the\s+|&\s+|[–—-])*(?:[\w’'–-]+\s+){0,2}$", re.IGNORECASE)
_SUPPORT = re.compile(
    r"\b(?:held|had|attended|concluded|made|launched|began|started|carried\s+out|committed|organi[sz]ed|led|joined|opened"
    r"|undertook|paid|gave|delivered|conducted|staged|took\s+part\s+in|participated\s+in|entered\s+into|reached"
    r"|celebrated|issued|suffered|ordered|convened|called|won|lost|fought|survived|planned|signed|ratified|declared"
    r"|(?:came|went|receives?|received|invited|arrived|travelled|gathered|met|returned)\s+(?:[\w’'–-]+\s+){0,4}for)\s+(?:[\w’'–-]+\s+){0,5}$",
    re.IGNORECASE,
)
#: What is written, recorded or shown.
WORKS = (
    r"(?:books?|stud(?:y|ies)|articles?|essays?|memoirs?|monographs?|papers?|commentar(?:y|ies)|interviews?|editions?"
    r"|films?|novels?|biograph(?:y|ies)|histor(?:y|ies)|documentar(?:y|ies)|pamphlets?|letters?|reports?|account"
    r"|dissertation|thesis|volume|albums?|singles?|songs?|records?|recordings?|soundtracks?|videos?|games?|statements?"
    r"|magazines?|versions?|tracks?|series|movies?|plays?|poems?|stor(?:y|ies)|EP|LP)"
)
_LEADS = re.compile(
    r"^(?:,[^,;.]{3,60},)?\s+(?:(?:had|has|also)\s+)?"
    r"(represent(?:s|ed)|(?:led|leads|head(?:s|ed)|chair(?:s|ed))(?=\s+(?:\w+\s+){1,4}?(?:delegation|side|mission|party"
    r"|embassy|commission|team)\b))\b"
)
_HAS_OBJECT = re.compile(
    r"\s+(?:the|an?|his|her|their|its|some|at\s+least|about|more|up|\d|[A-Z]|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens|hundreds|thousands|several|many"
    r"|people|civilians|prisoners)"
)
_CLOSE = 60
_PREPOSITION = re.compile(
    r"about|after|against|as|at|before|by|concerning|during|following|for|from|in|into|of|on|regarding|since|to"
    r"|towards|under|until|with|within"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:in|at|near|from|to|into|of|by|on|across|with|for|around|through|about|under|within|over|between|during|the|a|an|its|their|his|her|these|those"
    r"|all|many|some|several|newly|formerly|recently)\s+$|\w[’']s\s+$",
    re.IGNORECASE,
)
_LED = re.compile(
    r"\b(in|at|near|from|to|into|off|outside|around|inside|within|across|through|throughout)\s+(?:the\s+)?"
    r"(?:(?:[a-z]+-)?[a-z]+(?:ed|ern|by|ing|al|ish|an|ese|er|old|new)\s+(?:and\s+)?){1,2}$"
)
#: Roles of places, where a type has them: the ends of a movement.
ENDS = ("from", "to")


def is_verb(trigger: Mention, event_type: EventType) -> bool:
    """Whether a trigger stands as a verb: as the tagger says, else a form that is no noun of its type, nor a plural."""
    if trigger.rule in ("noun", "verb"):
        return trigger.rule == "verb"
    word = trigger.exact.casefold()
    nouns = {noun.casefold() for noun in event_type.nouns}
    return not any(word in (noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies") for noun in nouns)


def is_passive(passage: Passage, trigger: Mention) -> bool:
    """Whether a verb trigger is passive: a form of be before it, or a bare participle with "by" behind it."""
    before, after = passage.before(trigger.start), passage.after(trigger.end)
    if _PASSIVE.search(before) or trigger.exact.casefold() == "born" or trigger.rule == TOLL:
        return True
    bare = _PARTICIPLE.search(trigger.exact) and re.match(r"\s+by\b", after)
    return bool(bare)


def has_happened(passage: Passage, trigger: Mention) -> bool:
    """Whether a noun trigger is said to have taken place ("was held", "began") in its own clause."""
    if _PREPOSITION.fullmatch(preposition(passage, trigger)):
        return False
    following = _LIGHT.search(passage.clauses.text, trigger.end, passage.end)
    return following is not None and passage.clauses.steps(trigger.end, following.start()) < 0.75


def is_adjective(passage: Passage, trigger: Mention, event_type: EventType) -> bool:
    """Whether a participle stands before a noun: "in occupied Riga", "the arrested men"."""
    if trigger.rule == TOLL or (trigger.exact.endswith("ing") and _HAS_OBJECT.match(passage.after(trigger.end))):
        return False
    if not (is_verb(trigger, event_type) and _PARTICIPLE.search(trigger.exact.removesuffix("ing") + "ed")):
        return False
    return bool(_BEFORE_NOUN.search(passage.before(trigger.start)) and re.match(r"\s+\w", passage.after(trigger.end)))


def is_bare_participle(passage: Passage, trigger: Mention) -> bool:
    """Whether a participle follows its noun without an auxiliary: "soldiers captured by the rebels"."""
    before = passage.before(trigger.start)
    if trigger.rule == TOLL:
        return False
    if trigger.exact.casefold().endswith("ing"):
        return not re.search(rf"\b{_BE}{_ADVERBS}\s*$", before, re.IGNORECASE)
    return is_passive(passage, trigger) and not _PASSIVE.search(before)


def is_of_things(passage: Passage, trigger: Mention) -> bool:
    """Whether a verb with people as objects in one of its senses has a work or "it" here: "the album was released"."""
    before = passage.before(trigger.start)[-_CLOSE:]
    return bool(re.search(rf"\b{WORKS}\b|\bit\b[\w\s,]{{0,25}}$", before, re.IGNORECASE)) or bool(
        re.match(rf"\s+(?:[\w’'-]+\s+){{0,4}}{WORKS}\b", passage.after(trigger.end), re.IGNORECASE)
    )


def preposition(passage: Passage, mention: Mention) -> str:
    """The word right before a mention and its article, in small letters; empty at the passage's beginning.

    An adjective or two are passed over where a preposition leads them ("in occupied Riga").
    """
    before = _ARTICLES.sub("", passage.before(mention.start))
    led = _LED.search(before)
    if led:
        return led[1].casefold()
    words = re.findall(r"[\w’']+|[,;:.()–—|-]", before[-40:])
    return words[-1].casefold() if words else ""


def marked_role(passage: Passage, mention: Mention, event_type: EventType, others: Sequence[Mention]) -> str | None:
    """The role whose marking words stand before a mention ("headed by", "between"); None where none does.

    What is joined to a marked participant by "and" or a comma shares its role.
    """
    earlier = [other for other in others if other.end <= mention.start]
    if earlier and _LINK.match(passage.between(earlier[-1], mention)):
        return marked_role(passage, earlier[-1], event_type, earlier[:-1])
    verb = any(is_verb(trigger, event_type) for trigger in passage.of("TRIGGER") if trigger.value == event_type.name)
    marks = [
        (role, marker)
        for role, marker in _marks_before(passage, mention, event_type)
        if role not in ENDS
        and marker not in ("subject", "object", "and")
        and not (verb and marker == "of")
        and not (marker == "by" and _is_of_another_participle(passage, mention))
    ]
    return max(marks, key=lambda mark: len(mark[1]))[0] if marks else None


def _marks_before(passage: Passage, mention: Mention, event_type: EventType) -> Iterator[tuple[str, str]]:
    """The roles whose marking words stand before a mention, each with those words."""
    before = re.sub(r"\s+", " ", passage.before(mention.start)).casefold()
    for role, markers in event_type.roles.items():
        for marker in markers:
            if _stands_before(before, marker.casefold()):
                yield role, marker


def _is_of_another_participle(passage: Passage, mention: Mention) -> bool:
    """Whether "by" belongs to a participle that is no trigger: "in aircraft provided by France"."""
    match = re.search(r"(\w+)\s+by\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,3}$", passage.before(mention.start))
    if not match or not _PARTICIPLE.search(match[1]):
        return False
    at = passage.start + match.start(1)
    return not any(trigger.start <= at < trigger.end for trigger in passage.of("TRIGGER")) and match[1].islower()


def _stands_before(before: str, marker: str) -> bool:
    """Whether the marker ends the text, give or take an article and up to three words of a title."""
    bare = _ARTICLES.sub("", before)
    for match in re.finditer(rf"(?<!\w){re.escape(marker)}(?!\w)", bare):
        between = bare[match.end() :]
        if not between.strip() or (" " in marker and _NAME_WORDS.fullmatch(between.lstrip())):
            return True
        if _NAME_WORDS.fullmatch(between.lstrip()) and not re.search(
            r"\b(?:of|in|at|on|to|from|and|by|between|with|against)\b", between
        ):
            return True
    return False


def role_of_place(word: str, event_type: EventType) -> str:
    """`from` or `to`, where the type has such an end and the word marks it; empty where it is simply the place."""
    return next((end for end in ENDS if word in event_type.roles.get(end, [])), "")


def grammatical_role(relation: str, event_type: EventType) -> str:
    """The role that the type gives to the subject or object of its trigger, else to "by"; empty where it gives none."""
    found = next((role for role, words in event_type.roles.items() if relation in words and role not in ENDS), "")
    if not found and relation == "subject":
        return grammatical_role("by", event_type)
    return found


def linked(passage: Passage, one: Mention, other: Mention) -> bool:
    """Whether nothing but "and", a comma or a dash stands between two mentions."""
    return bool(_LINK.match(passage.between(one, other)))


def supports(passage: Passage, name: Mention, trigger: Mention) -> bool:
    """Whether a name before a noun is its modifier or the subject of a verb that stands for it: "X held a meeting"."""
    between = passage.between(name, trigger)
    return bool(_MODIFIES.match(between) or _SUPPORT.search(between))


def finite_between(passage: Passage, one: Mention, other: Mention) -> bool:
    """Whether an auxiliary or a common verb stands between two mentions."""
    return bool(_FINITE.search(passage.between(one, other)))


def leading_role(passage: Passage, mention: Mention, event_type: EventType) -> str:
    """The role of somebody who leads or represents: "Anna Roth headed the delegation", "represents the crown"."""
    verb = _LEADS.match(passage.after(mention.end))
    if not verb:
        return ""
    marker = "represented by" if verb[1].casefold().startswith("represent") else "headed by"
    return next((role for role, markers in event_type.roles.items() if marker in markers), "")


def plainly_marked_role(passage: Passage, mention: Mention, event_type: EventType) -> str:
    """The role that words of their own give to a mention ("headed by", "represented by"), without any trigger."""
    return next((role for role, marker in _marks_before(passage, mention, event_type) if " " in marker), "")
