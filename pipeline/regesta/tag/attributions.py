"""Attributions: the words that make a name, or a noun for somebody, the one whose word something is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from regesta.names import lists
from regesta.tag.cue_words import part
from regesta.tag.layers import Layers, Name
from regesta.tag.numbers import NUMBER
from regesta.tag.phrases import Phrase, Phrases, speakers

#: What stands between a name and its verb of saying, and what belongs to the verb.
_BETWEEN = (
    r"(?: of (?:the )?[A-Z][\w -]{2,40}?)?(?:,? (?:who |which )?|, [^.;]{3,60}, )"
    r"(?:(?:also|later|once|however|himself|herself|itself|then|has|had) )*"
)
_BEHIND = r"(?: out)?(?: (?:in|to|before) [^.;]{2,80}?(?= that\b))?(?: that\b|:|, that\b)?"
#: The same for a noun, behind which may stand whose, where or for whom somebody is: "a clerk at the mill told".
_AFTER_NOUN = (
    r"(?:(?: \w+ed)? (?:of|to|for|at|in|from|with|by) [^.,;:]{2,50}?)?(?:,? (?:who |which )?|, [^.;]{3,60}, )"
    r"(?:(?:also|later|once|however|then|has|had|have|further) )*"
)
#: What leads to whose word it is.
_TO = (
    r"\b(?:[Aa]ccording to|[Aa]s (?:reported|stated|claimed|described|noted) by|in the (?:words|view|opinion) of"
    r"|(?:claimed|alleged|reported|asserted|believed) by)"
)
_TO_NAME = re.compile(rf"{_TO}(?: the)?(?: [\w'-]+){{0,3}}? ?$")
_TO_NOUN = re.compile(rf"{_TO} $")
#: '"...," said X', "..., wrote X"
_INVERTED = (
    r"(?:,[\"”’']?|[\"”],?) ?(?P<cue>(?:says?|said|writes?|wrote|(?:recall|explain|add)(?:s|ed)|told [\w' -]{1,30}?)"
)
_SAID = re.compile(rf"{_INVERTED}(?: the| an?)?(?: (?!that\b)[\w'.-]+){{0,3}}? ?)$")
_SAID_BY_NOUN = re.compile(rf"{_INVERTED}(?: the| an?| one)? ?)$")
_ENDS = re.compile(r" ?(?:[.,;:!?\"”]|$)|(?: who| of| in| from| at| for)\b")
#: "The", "his", "the clerk's", "two of the": what stands before a noun and belongs to it.
_SHARE = rf"(?:{NUMBER}|some|many|most|several|all|both|a (?:majority|number|minority)) of"
_OWNER = r"(?:(?:the|an?|his|her|their|my) )?[\w-]+'s"
_ARTICLE = re.compile(
    rf"\b(?:(?:{_SHARE} )?(?:the|these|those|his|her|their|its|my|our)"
    rf"|an?|another|this|that|most|{_SHARE}|{NUMBER}|{_OWNER}) $",
    re.IGNORECASE,
)
#: What may follow up to the end of the clause: "said a woman from Riga", "wrote in his diary".
_TAIL = re.compile(r" (?:in|to|on|at|from|of|for|by|who) [^.;,]{2,50}?(?= ?[.,;]| ?$)")
_NOBODY = re.compile(r"\b(?:no|not an?|neither|nor|any|without|whether) (?:\w+ )?$", re.IGNORECASE)
_IN_A_PHRASE = re.compile(r"\b(?:from|in|near|at|of) $")
_AND = re.compile(r",? and (?:the |an? )?$")
_PARTS_CLAUSES = re.compile(r"[.;:,]|\b(?:and|but|to)\b")
#: How far behind a verb of saying without "that" the verb stands of what is said, in code points.
_CLAUSE = 60


class Cue(NamedTuple):
    """A span of the text, and what kind of cue it is."""

    start: int
    end: int
    value: str


class Triggers:
    """Where the words stand that tell of something."""

    def __init__(self, state: Layers) -> None:
        drafts = [draft for draft in state.drafts if draft.label == "TRIGGER"]
        self._all = sorted(draft.start for draft in drafts)
        self._verbs = sorted(draft.start for draft in drafts if draft.rule == "verb")

    def between(self, start: int, end: int) -> bool:
        """Whether one begins between two offsets."""
        return bisect_left(self._all, start) < bisect_left(self._all, end)

    def verb_between(self, start: int, end: int) -> int | None:
        """The offset of the first verb between two offsets."""
        at = bisect_left(self._verbs, start)
        return self._verbs[at] if at < len(self._verbs) and self._verbs[at] < end else None


def of_names(state: Layers) -> Iterator[Cue]:
    """The attributions to persons and organisations: "X stated that", "according to X", '"...," said X'."""
    for name in state.names:
        if name.label == "PLACE":
            continue
        span = _around_name(state, name)
        if span:
            kind = "person" if name.label == "PERSON" else "organisation"
            yield Cue(*span, f"attribution:{kind}")


def _around_name(state: Layers, name: Name) -> tuple[int, int] | None:
    start = name.start - (len(name.title) + 1 if name.title else 0)
    since = max(start - 60, 0)
    if before := _TO_NAME.search(state.flat, since, name.start):
        return before.start(), name.end
    if (said := _SAID.search(state.flat, since, name.start)) and _ENDS.match(state.flat, name.end):
        return said.start("cue"), name.end
    if _IN_A_PHRASE.search(state.flat, since, name.start):
        return None
    after = _by_name().match(state.flat, name.end)
    return (name.start, after.end()) if after else None


def of_nouns(state: Layers) -> Iterator[Cue]:
    """The attributions to people and papers without a name: "two residents told reporters", "the report says that"."""
    says = [match.start() for match in _says().finditer(state.small)]
    if not says:
        return
    phrases = Phrases(state, speakers())
    starts = [word.start for word in state.words]
    triggers = Triggers(state)
    names = {name.end: name.start for name in state.names}
    for block in state.blocks:
        for start, end in block.sentences:
            if bisect_left(says, start) < bisect_left(says, end):
                found = phrases.read(bisect_left(starts, start), bisect_left(starts, end))
                yield from _in_sentence(state, found, triggers, names, (start, end))


def _in_sentence(
    state: Layers, phrases: list[Phrase], triggers: Triggers, names: Mapping[int, int], sentence: tuple[int, int]
) -> Iterator[Cue]:
    """Those of one sentence, `names` being where the names of the text begin by where they end.

    What stands behind the verb comes first, since it leaves less open who speaks.
    """
    ends = {phrase.end: phrase.start for phrase in phrases}
    turned = [(phrase, span) for phrase in phrases if (span := _before_noun(state, phrase, sentence))]
    for phrase, span in turned:
        yield Cue(span[0], _tail(state, span[1], triggers, sentence[1]), f"attribution:{_kind(phrase)}")
    for phrase in phrases:
        span = _behind_noun(state, phrase, triggers, sentence[1])
        if span is None or any(start < span[1] and span[0] < end for _, (start, end) in turned):
            continue
        start = _with_article(state, phrase.start)
        joint = _AND.search(state.flat, max(start - 10, sentence[0]), start)
        joined = ends.get(joint.start(), names.get(joint.start())) if joint else None
        start = start if joined is None else _with_article(state, joined)
        end = _tail(state, span[1], triggers, sentence[1])
        one = state.small.startswith("one of ", start)
        kind = "person" if one else _kind(phrase) if joined is None else "group"
        yield Cue(start, end, f"attribution:{kind}")


def _tail(state: Layers, end: int, triggers: Triggers, until: int) -> int:
    """Where an attribution ends with what follows it up to the end of its clause, if that tells of nothing."""
    tail = _TAIL.match(state.flat, end, until)
    return tail.end() if tail and not triggers.between(end, tail.end()) else end


def _before_noun(state: Layers, phrase: Phrase, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The span where the words that say so stand before the phrase."""
    since = max(phrase.start - 60, sentence[0])
    if before := _TO_NOUN.search(state.flat, since, _with_article(state, phrase.start)):
        return before.start(), phrase.end
    said = _SAID_BY_NOUN.search(state.flat, since, phrase.start)
    if said and _ENDS.match(state.flat, phrase.end, sentence[1]):
        return said.start("cue"), phrase.end
    return None


def _behind_noun(state: Layers, phrase: Phrase, triggers: Triggers, until: int) -> tuple[int, int] | None:
    """The span where they stand behind it."""
    if _NOBODY.search(state.flat, max(phrase.start - 20, 0), phrase.start):
        return None
    if after := _by_noun().match(state.small, phrase.end, until):
        return phrase.start, after.end()
    bare = _by_noun_alone().match(state.small, phrase.end, until)
    if bare is None:
        return None
    verb = triggers.verb_between(bare.end(), min(until, bare.end() + _CLAUSE))
    return None if verb is None or _PARTS_CLAUSES.search(state.small, bare.end(), verb) else (phrase.start, bare.end())


def _with_article(state: Layers, start: int) -> int:
    article = _ARTICLE.search(state.flat, max(start - 30, 0), start)
    return article.start() if article else start


def _kind(phrase: Phrase) -> str:
    """What kind of asserter a phrase stands for."""
    voices = lists.sections("voices")
    if phrase.head in voices["institutions"]:
        return "organisation"
    if phrase.head in voices["works"]:
        return "anonymous"
    plural = phrase.head in speakers().many or (phrase.head not in speakers().one and phrase.head.endswith("s"))
    return "group" if plural else "person"


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{part('say_so')}|{part('finds')}|tells?|told|testified|puts?|according to)\b")


@cache
def _by_name() -> re.Pattern[str]:
    return re.compile(f"{_BETWEEN}(?:{part('saying')}){_BEHIND}")


@cache
def _by_noun() -> re.Pattern[str]:
    return re.compile(f"{_AFTER_NOUN}(?:{part('told')})", re.IGNORECASE)


@cache
def _by_noun_alone() -> re.Pattern[str]:
    return re.compile(rf"{_AFTER_NOUN}{part('say_so')}\b")
