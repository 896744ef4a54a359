"""How far a cue reaches: which happenings and values of its passage it speaks of."""

from __future__ import annotations

import re

from regesta.extract.reading import Passage
from regesta.extract.syntax import is_outside
from regesta.model.claim import Hedge, Stance
from regesta.model.mention import TOLL, Mention

#: A cue this near to a trigger, without a strong bound between, hedges it.
_NEAR = 1.6
_RIGHT_BEFORE = re.compile(
    r"^\s*,?\s*(?:(?:in|on|at|from|to|near|the|by|of|with|between|since|during|some|a|an)\s+)*$", re.IGNORECASE
)
_WHOLE_CLAUSE = re.compile(r"^\s*(?:according to|in the (?:view|opinion|words) of|as\b)", re.IGNORECASE)
_OPENS_A_CLAUSE = re.compile(r"^\s*(?:that|how|whether|why|:|[\"“«„])", re.IGNORECASE)
_ENDS_WITH_OPENER = re.compile(r"\b(?:that|how|whether)\s*$", re.IGNORECASE)
#: A bare negation speaks of its own verb: "he never returned, and died in 1884".
_NEGATION = re.compile(r"\b(?:not|never|neither|nor|cannot|no longer)\b|n[’']t\b", re.IGNORECASE)
_LOCAL = 0.5
#: "A meeting in December has also been claimed": the words speak of their own subject.
_IS_CLAIMED = re.compile(r"^(?:is|are|was|were|has|have|had)\b")
_SAME_CLAUSE = 0.75
#: "No evidence of a connection between the arrests": what is denied is the connection.
_OTHER_NOUN = re.compile(
    r"\b(?:between|link|connection|involvement|cooperation|knowledge|with|in|about)\b", re.IGNORECASE
)
#: "He was charged with theft and was released": the second verb is not under the cue of the first.
_NEXT_VERB = re.compile(r"\band\s+(?:(?:later|then|finally)\s+)?(?:was|were|is|are|had|has|have|did)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"^\s*(?:[,;.)!?]|$)")

#: Cues by the weight of what they do to a stance: the first that reaches a happening decides.
_STANCES: tuple[tuple[str, Stance], ...] = (
    ("deny", "denied"),
    ("question", "questioned"),
    ("accuse", "accused"),
    ("admit", "admitted"),
    ("hedge:possible", "possible"),
    ("hedge:reported", "reported"),
)
_HEDGES: dict[str, Hedge] = {
    "hedge:approximate": "approximate",
    "hedge:reported": "reported",
    "hedge:possible": "possible",
}


def governs(passage: Passage, cue: Mention, target: Mention) -> bool:
    """Whether a cue's scope takes in a trigger: attribution up to the next strong bound, hedges in their clause.

    "X claims A, but B happened" hedges only A; "A happened, according to X" and "A happened, X said" reach back.
    """
    clauses = passage.clauses
    if is_outside(passage, cue, target):
        return False
    if cue.start < target.end and target.start < cue.end:
        told = cue.value.startswith("attribution") and target.rule == TOLL
        return told or cue.value.startswith(("hedge", "plan", "question"))
    follows = cue.end <= target.start
    strong = clauses.strong_between(cue.end, target.start) if follows else clauses.strong_between(target.end, cue.start)
    if strong:
        return False
    if _IS_CLAIMED.match(cue.exact) and cue.value == "attribution:anonymous":
        opens = _OPENS_A_CLAUSE.match(passage.after(cue.end))
        return bool(opens) if follows else passage.steps(cue, target) < _SAME_CLAUSE and not opens
    if cue.value.startswith("attribution"):
        return follows or _reaches_back(passage, cue)
    if follows and not cue.value.startswith("attribution") and _NEXT_VERB.search(passage.between(cue, target)):
        return False
    if cue.value in ("deny", "accuse", "admit", "dispute"):
        if cue.value == "deny" and _NEGATION.search(cue.exact):
            return passage.steps(cue, target) < _LOCAL
        if (
            cue.value == "deny"
            and follows
            and target.rule == "noun"
            and _OTHER_NOUN.search(passage.between(cue, target))
        ):
            return False
        return follows or (cue.value == "deny" and passage.steps(cue, target) < 0.2) or _reaches_back(passage, cue)
    if cue.value == "question":
        return True
    if cue.value == "plan":
        return passage.steps(cue, target) < (0.75 if follows else _NEAR)
    return passage.steps(cue, target) < _NEAR and not _owned_by_value(passage, cue)


def _reaches_back(passage: Passage, cue: Mention) -> bool:
    """Whether a cue speaks of what stands before it: "..., according to X", "..., X said."."""
    if _WHOLE_CLAUSE.match(cue.exact):
        return True
    after = passage.after(cue.end)
    if _ENDS_WITH_OPENER.search(cue.exact) or _OPENS_A_CLAUSE.match(after):
        return False
    speaker = [name for name in passage.of("PERSON", "ORG") if not passage.between(name, cue).strip()]
    before = passage.before(min([cue.start, *(name.start for name in speaker)])).rstrip()
    return bool(_SENTENCE_END.match(after)) and (before.endswith((",", "–", "—", '"', "”")) or cue.value == "question")


def _owned_by_value(passage: Passage, cue: Mention) -> bool:
    """Whether a hedge stands right before a date, name or number, and so speaks of that alone."""
    return any(
        _stands_before(passage, cue, mention) for mention in passage.of("DATE", "PLACE", "QUANTITY", "PERSON", "ORG")
    )


def _stands_before(passage: Passage, cue: Mention, mention: Mention) -> bool:
    if cue.start >= mention.start and cue.end <= mention.end:
        return True
    return cue.end <= mention.start and bool(_RIGHT_BEFORE.match(passage.between(cue, mention)))


def hedge_of(passage: Passage, mention: Mention) -> Hedge:
    """How a value is hedged by the cue right before it: "reportedly on 27 May", "some 60,000", "about 1648"."""
    for cue in passage.of("CUE"):
        if cue.value in _HEDGES and _stands_before(passage, cue, mention) and _first_after(passage, cue) is mention:
            return _HEDGES[cue.value]
    return "none"


def _first_after(passage: Passage, cue: Mention) -> Mention | None:
    held = [m for m in passage.of("DATE", "PLACE", "QUANTITY", "PERSON", "ORG") if m.end > cue.start]
    return held[0] if held else None


def governing(passage: Passage, target: Mention, *values: str) -> list[Mention]:
    """The cues of these kinds whose scope takes in a trigger, in the order of the text."""
    kinds = tuple(values)
    return [cue for cue in passage.of("CUE") if cue.value.startswith(kinds) and governs(passage, cue, target)]


def stance_of(passage: Passage, target: Mention) -> tuple[Stance, list[Mention]]:
    """The stance that the cues in reach give to a happening, and those cues."""
    for kind, stance in _STANCES:
        cues = governing(passage, target, kind)
        if cues:
            return stance, cues
    asks = passage.after(target.end).rstrip().endswith("?")
    return ("questioned" if asks else "asserted"), []


def is_planned(passage: Passage, target: Mention) -> bool:
    """Whether a happening is only planned, wished or foreseen, so that nobody says that it took place."""
    return bool(governing(passage, target, "plan"))
