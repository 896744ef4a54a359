"""Quantities: how many people or things, as the words bound it, with the unit in the singular."""

from __future__ import annotations

import re
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.names import lists
from regesta.names.fold import fold
from regesta.tag.inflect import plural_of, singular_of
from regesta.tag.layers import Cover, layers, signed
from regesta.tag.numbers import NUMBER, VAGUE, value_of

_ABOUT = r"about|around|approximately|approx\.|roughly|some|nearly|almost|close to|circa|ca\.|c\.|an estimated|estimated|perhaps|probably"
_LEAST = r"at least|more than|over|no fewer than|no less than|upwards of|well over|in excess of"
_MOST = r"at most|up to|fewer than|less than|under|no more than|not more than|as many as"
_VAGUE = "|".join(sorted(VAGUE, key=lambda words: (-len(words), words)))
_AMOUNT = re.compile(
    rf"\b(?:a total of |altogether |in all |another |a further |the )?"
    rf"(?:(?P<about>{_ABOUT}) )?(?:(?P<least>{_LEAST}) |(?P<most>{_MOST}) )?(?:(?P<about2>{_ABOUT}) )?"
    rf"(?:(?:between |from )?(?P<low>{NUMBER})(?: to | and |-)(?P<high>{NUMBER})|(?P<vague>{_VAGUE})|(?P<best>{NUMBER}))"
    rf"(?=[ -](?P<rest>[^.;:!?()\n]{{3,70}}))",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"(?:(?:more|others|of them) )?(?:were|was|had been|have been|are) (?:\w+ly )?(?:killed|murdered|shot|wounded|injured|arrested|deported|"
    r"executed|imprisoned|interned|captured|released|drowned|hanged|massacred|gassed|missing|evacuated|expelled|displaced)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_BETWEEN = frozenset("of the these those such other more additional his her their our".split())
_NO_MODIFIER = frozenset(
    "and or in at on to from by with for was were are is had has have who which that be been will would".split()
)
_MEASURES = frozenset(
    "years months weeks days hours minutes seconds centuries decades times miles kilometres kilometers metres meters feet inches yards "
    "acres hectares tons tonnes kilograms grams pounds dollars marks francs zlotys roubles rubles crowns pence cents degrees percent "
    "pages points parts others thirds halves quarters ways cases reasons stages phases steps sides series always perhaps".split()
)


@Language.factory("regesta_quantities")
def make(nlp: Language, name: str) -> Quantities:  # noqa: ARG001
    """The component."""
    return Quantities(name)


@cache
def counted() -> frozenset[str]:
    """The nouns of what is counted, singular and plural, and the names of peoples."""
    nouns = lists.words("counted")
    peoples = {word.lower() for word in lists.words("demonyms") if word.endswith("s") or word.endswith("men")}
    return frozenset(nouns | {plural_of(noun) for noun in nouns} | peoples)


class Quantities:
    """Finds a number with what it counts; a bare number is none."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the quantities to the drafts."""
        state = layers(doc)
        taken = Cover(len(state.text), ((draft.start, draft.end) for draft in state.drafts if draft.label == "DATE"))
        for match in _AMOUNT.finditer(state.flat):
            core = (
                match.start("low") if match["low"] else match.start("vague") if match["vague"] else match.start("best")
            )
            if taken.touches(core, match.end()) or state.flat[max(core - 1, 0) : core] in ("-", "#", "."):
                continue
            counted_to = _unit(state.flat, match.end(), match.end("rest"))
            bounds = _bounds(match)
            if counted_to and bounds:
                end, unit = counted_to
                draft = Draft(start=match.start(), end=end, label="QUANTITY", value=f"{bounds} {unit}", by=self.by)
                state.drafts.append(draft)
        return doc


def _bounds(match: re.Match[str]) -> str:
    """The amount as `42492`, `60000~`, `20..30`, `1000..` or `..50`; empty where it is none."""
    if match["vague"]:
        low, high = VAGUE[match["vague"].lower()]
        return f"{low}..{high}"
    about = "~" if match["about"] or match["about2"] else ""
    if match["low"]:
        low_value, high_value = value_of(match["low"]), value_of(match["high"])
        if low_value is None or high_value is None or low_value >= high_value:
            return ""
        return f"{low_value}..{high_value}{about}"
    best = value_of(match["best"])
    if best is None or (best == 1 and not match["best"].isdigit()):
        return ""
    if match["least"]:
        return f"{best}..{about}"
    return f"..{best}{about}" if match["most"] else f"{best}{about}"


def _unit(flat: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the counted noun behind a number ends, and what it is in the singular."""
    begin = start + 1
    if fate := _FATE.match(flat, begin):
        verb_at = re.search(r"\b(?:were|was|had|have|are)\b", fate[0])
        return (begin + verb_at.start() - 1 if verb_at and verb_at.start() else start), "person"
    at = begin
    for seen in range(6):
        word = _WORD.match(flat, at, end)
        if not word:
            return None
        noun = word[0]
        if seen and noun.lower() in _NO_MODIFIER:
            return None
        if noun.lower() in counted() and not _is_modifier(flat, word, end):
            return _with_complement(flat, word, end)
        if (
            seen <= 1
            and noun.islower()
            and noun.endswith("s")
            and not noun.endswith(("ss", "ous"))
            and noun not in _MEASURES | _BETWEEN
        ):
            return word.end(), singular_of(noun)
        if noun in _MEASURES or flat[word.end() : word.end() + 1] not in (" ", "-", "\n"):
            return None
        at = word.end() + 1
    return None


def _is_modifier(flat: str, word: re.Match[str], end: int) -> bool:
    """Whether a counted noun stands before another, as in "Jewish family members" or "3,000 thousand men"."""
    follows = _WORD.match(flat, word.end() + 1, end) if flat[word.end() : word.end() + 1] == " " else None
    if word[0] in ("hundred", "thousand", "dead", "wounded", "missing", "injured", "head", "human"):
        return bool(follows and follows[0].lower() in counted())
    demonym = fold(word[0]) in lists.folded("demonyms") and not word[0].endswith(("s", "men"))
    return demonym or bool(follows and follows[0] in counted() and singular_of(word[0].lower()) == word[0].lower())


def _with_complement(flat: str, word: re.Match[str], end: int) -> tuple[int, str]:
    unit = singular_of(word[0].lower()) if word[0].islower() else singular_of(word[0])
    if unit == "prisoner" and flat.startswith(" of war", word.end()):
        return min(word.end() + 7, end + 7), "prisoner of war"
    return word.end(), unit
