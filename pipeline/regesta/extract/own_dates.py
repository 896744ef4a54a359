"""Whether a date near a trigger is that of its happening, or that of another clause of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from regesta.extract.reading import Passage
from regesta.model.mention import Mention

#: What goes on for long: a date of something else in its course is not its own.
_LASTING = frozenset({"war", "occupation", "imprisonment", "epidemic", "famine"})
_LEADS = (
    r"(?:in|on|at|by|to|from|with|for|and|after|following|since|before|until|till|despite|during|throughout|amid)\b"
)
_NAMED = rf"\s+(?:the\s+|an?\s+|his\s+|her\s+|its\s+|their\s+|this\s+|that\s+)?(?:(?!{_LEADS})[\w’'.–-]+\s+){{0,4}}$"
#: "After the war, in 1946 the camp was closed": the noun says before or after what something else happened.
_EARLIER_OR_LATER = re.compile(
    r"\b(?:after|(?<!the\s)following|since|before|until|till|prior\s+to|preceding|despite|pending)" + _NAMED,
    re.IGNORECASE,
)
_IN_ITS_COURSE = re.compile(
    r"\b(?:during|throughout|amid|amidst|in\s+the\s+course\s+of|(?:rest|remainder|end|course|eve)\s+of"
    r"|in|of)" + _NAMED,
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\s*(?:\(|,\s*)?(?:(?:of|in|on|at|near|from|by|against|between|and|the|for|to|with|late|early|mid)\s+"
    r"|[A-ZÀ-Þ][\w’'.–-]*,?\s+|[a-z][\w’'–-]+\s+(?=(?:of|in|on|at)\s)){0,12}\(?"
)
_STOP = re.compile(
    r",\s+(?:in|on|at|by|from|since)?\s*$|,\s+(?!(?:at|in|near|of)\s+(?:the\s+)?[A-ZÀ-Þ][\w’'-]*,?\s+(?:on|in)\s+$)[a-z]|;"
)
_SUBJECT_FOLLOWS = re.compile(
    r",\s+(?:(?:he|she|it|they)\b|(?:the\s+|an?\s+)?(?:[\w’'.-]+\s+){1,5}?"
    r"(?:was|were|is|are|had|has|became|began|went|came|made|took|left|moved|started|worked|studied|joined|\w{3,}ed)\b)"
)
_CONTINUED = re.compile(r"\b(?:continued|resumed|reconvened|went on|was followed|were followed)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|again|others?|a\s+(?:second|third|further|last|final))\b", re.IGNORECASE)
_JOINED = re.compile(r"[^;]*(?:,|\b(?:and|or|then|nor)\b|[–—/&|;])[\w\s’'.,“”\"()–-]{0,60}", re.IGNORECASE)
#: A verb that is not the trigger: the date behind it is that of what it tells.
_VERB = re.compile(
    r"\b(?:was|were|had|has|have|did|became|went|came|won|lost|left|led|made|sold|wrote|gave|got|fell|took|began|ended"
    r"|is|are|would|could|may|might|will|until|since|after|before|when|while|where|who|which|that|by|taken|taped)\b"
    r"|(?:^|,|\band|\bbut)\s+(?:\w+ly\s+)?(?:he\s+|she\s+|it\s+|they\s+)?\w{2,}ed\b|\b(?:he|she|it|they)\s+\w{2,}ed\b",
    re.IGNORECASE,
)


def continues(passage: Passage, trigger: Mention, date: Mention) -> bool:
    """Whether the words between say that a happening went on at a later date: "and continued in May"."""
    return trigger.end <= date.start and bool(_CONTINUED.search(passage.between(trigger, date)))


def is_of_another_clause(passage: Passage, trigger: Mention, date: Mention) -> bool:
    """Whether a date cannot be that of a trigger: "born in Riga, he left in 1930", "after the war, in 1946"."""
    if trigger.end <= date.start:
        opens = not re.search(r"\w", passage.before(trigger.start))
        if opens and _SUBJECT_FOLLOWS.search(passage.between(trigger, date)):
            return True
    if trigger.rule == "verb":
        return False
    before = passage.before(trigger.start)
    frame = _EARLIER_OR_LATER.search(before)
    if frame is None and trigger.value in _LASTING:
        frame = _IN_ITS_COURSE.search(before)
    if frame is None or passage.start + frame.start() <= date.start < trigger.start:
        return False
    if date.end <= trigger.start:
        return True
    between = passage.between(trigger, date)
    return not _ATTACHED.fullmatch(between) or bool(_STOP.search(between))


def is_one_more(passage: Passage, group: Sequence[Mention], known: Sequence[Mention], date: Mention) -> bool:
    """Whether a further date is one more time of the same happening: "in 1921 and again in 1923".

    No other verb stands between. All are on one side of the trigger, or "another" or "continued" leads to the new one.
    """
    trigger = group[-1]
    if continues(passage, known[0], date) or continues(passage, trigger, date):
        return True
    nearest = min(known, key=lambda other: abs(other.start - date.start))
    between = passage.between(nearest, date)
    if any(min(nearest.end, date.end) <= each.start < max(nearest.start, date.start) for each in group):
        return date.start > trigger.end and bool(_ANOTHER.search(between)) and not _VERB.search(between)
    return bool(_JOINED.fullmatch(between)) and not _VERB.search(between)
