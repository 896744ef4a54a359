"""Triggers that name no happening: in a compound, a title or a memory, or of what is only feared or hoped for."""

from __future__ import annotations

import re

from regesta.extract.grammar import is_verb
from regesta.extract.reading import Passage
from regesta.model.mention import Mention
from regesta.model.settings import EventType

#: "The anniversary of the battle" is no battle.
_IN_MEMORY = re.compile(
    r"\b(?:commemorat\w+|(?:anniversar(?:y|ies)|remembrance|memor(?:y|ial|ials)|\w*centen\w+|jubilee|monument)\s+"
    r"(?:of|for|to|in|marking))\s+(?:the\s+)?(?:[\w’'–-]+\s+){0,3}$",
    re.IGNORECASE,
)
#: "Death penalty", "war minister", "murder weapon": the noun only qualifies the next.
_COMPOUND = re.compile(
    r"[\s-](?:penalt(?:y|ies)|toll|certificates?|camps?|row|rates?|squads?|threats?|crimes?|criminals?|zones?|plans?"
    r"|correspondents?|efforts?|memorial|museum|minist(?:er|ry|ers)|veterans?|hero(?:es)?|cabinets?|bonds?|offices?"
    r"|weapons?|suspects?|rooms?|halls?|policy|policies|laws?|rights|warrants?|orders?|records?|lists?|day|bell"
    r"|sites?|fields?|lines?|front|department|campaigns?|debts?|loans?|bride|dress|ring|speech(?:es)?|photographs?"
    r"|films?|movies?|novels?|stor(?:y|ies)|poems?|victims?|survivors?|widows?|orphans?|artists?|econom(?:y|ies)"
    r"|communications?|systems?|reparations?|profits?|production|pensions?|graves?|cemeter(?:y|ies))\b",
    re.IGNORECASE,
)
#: "On the verge of war", "to prevent an attack", "fears of a revolt": it has not come yet, and may never come.
_NOT_YET = re.compile(
    r"\b(?:(?:verge|brink|threats?|risks?|danger|fears?|prospects?|possibility|likelihood|hopes?|rumou?rs?|chances?"
    r"|expectations?|anticipation)\s+(?:of|for)|(?:prevent|avoid|avert|forestall|deter)(?:s|ed|ing|red|ring)?"
    r"|(?:fear|threaten|risk)(?:s|ed|ing)?|in\s+(?:the\s+)?(?:event|case)\s+of)\s+"
    r"(?:(?:an?|the|any|another|further|possible|imminent|renewed|new)\s+){0,2}(?:(?!and\b)[\w’'–-]+\s+){0,1}$",
    re.IGNORECASE,
)
#: "The European-born men", "a Berlin - based band"; but "re-elected" is the verb.
_HYPHEN = re.compile(r"(?P<first>[\w’']+)\s?[–-]\s?$")
_PREFIXES = frozenset({"re", "co", "de", "un", "out", "over", "first", "newly"})
_OTHER_TIME = frozenset({"pre", "post", "anti", "non", "inter", "mid", "ex", "pro", "counter"})
_NOUN_BEFORE = re.compile(
    r"\b(?:an?|the|its|their|his|her|this|that|each|every)\s+(?:[\w’'-]+\s+){1,3}$", re.IGNORECASE
)
_NOUN_BEHIND = re.compile(r"\s*(?:[,.;:)]|$|(?:of|in|on|at|was|were|is|are|had|has|and|for|that|which|with|became)\b)")
#: The base form of "to found" is also the past of "to find".
_TO_FOUND = re.compile(
    r"\b(?:to|will|would|shall|should|could|can|may|might|did|helped)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)


def is_mere_word(passage: Passage, trigger: Mention, event_type: EventType) -> bool:
    """Whether a trigger names nothing that happened: "European-born", "war minister", "on the verge of war"."""
    before, after = passage.before(trigger.start), passage.after(trigger.end)
    if _IN_MEMORY.search(before) or _COMPOUND.match(after) or _NOT_YET.search(before):
        return True
    hyphen = _HYPHEN.search(before)
    first = hyphen["first"].casefold() if hyphen else ""
    if not is_verb(trigger, event_type):
        return first in _OTHER_TIME
    word = trigger.exact.casefold()
    if word == "found" and not _TO_FOUND.search(before):
        return True
    is_noun = word.endswith("ing") and _NOUN_BEFORE.search(before) and _NOUN_BEHIND.match(after)
    return bool(is_noun) or bool(first and first not in _PREFIXES)
