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
from regesta.tag.words import word_list

_ABOUT = (
    r"about|around|approximately|approx\.|roughly|some|nearly|almost|close to|circa|ca\.|c\.|an estimated|estimated|"
    r"perhaps|probably"
)
_LEAST = r"at least|more than|over|no fewer than|no less than|upwards of|well over|in excess of"
_MOST = r"at most|up to|fewer than|less than|under|no more than|not more than|as many as"
_VAGUE = "|".join(sorted(VAGUE, key=lambda words: (-len(words), words)))
_BOUNDED = (
    rf"\b(?:a total of |altogether |in all |another |a further |the )?"
    rf"(?:(?P<about>{_ABOUT}) )?(?:(?P<least>{_LEAST}) |(?P<most>{_MOST}) )?(?:(?P<about2>{_ABOUT}) )?"
    rf"(?:between (?P<low>{NUMBER}) and (?P<high>{NUMBER})|(?:from )?(?P<first>{NUMBER})(?: to |-)(?P<last>{NUMBER})|"
    rf"(?P<vague>{_VAGUE})|(?P<best>{NUMBER}))"
)
#: A number with its bounds, whatever it counts.
AMOUNT = re.compile(_BOUNDED)
_AMOUNT = re.compile(rf"{_BOUNDED}(?=[ -](?P<rest>[^.;:!?()\n]{{3,70}}))")
#: "Forty were killed": the unit is left to what happened to them.
_FATE = re.compile(
    r"(?:(?:more|others|of them) )?(?P<verb>were|was|had been|have been|are) (?:\w+ly )?"
    r"(?:killed|murdered|shot|wounded|injured|arrested|deported|executed|imprisoned|interned|captured|released|drowned|"
    r"hanged|massacred|gassed|missing|evacuated|expelled|displaced)\b"
)
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OF_WAR = re.compile(r"\s+of\s+war\b")
#: "Handed over 400 men": the word belongs to the verb and is no bound.
_PARTICLE_VERB = re.compile(
    r"\b(?:hand|turn|t[ao]k|tak|giv|g[ai]v|carr|car|pass|sign|br[io]ng|brought|run|ran|sen[dt])\w{0,6} $"
)
_MOST_WORDS = 6


@Language.factory("regesta_quantities")
def make(nlp: Language, name: str) -> Quantities:  # noqa: ARG001
    """The component."""
    return Quantities(name)


@cache
def counted() -> frozenset[str]:
    """The nouns of what is counted, singular and plural, and the names of peoples."""
    nouns = lists.words("counted")
    peoples = {word.lower() for word in lists.words("demonyms") if word.endswith(("s", "men"))}
    return frozenset(nouns | {plural_of(noun) for noun in nouns} | peoples)


class Quantities:
    """Finds a number with what it counts; a bare number is none."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the quantities to the drafts."""
        state = layers(doc)
        taken = Cover(len(state.text), ((draft.start, draft.end) for draft in state.drafts if draft.label == "DATE"))
        for match in _AMOUNT.finditer(state.small):
            core = match.start(next(group for group in ("low", "first", "vague", "best") if match[group]))
            if taken.touches(core, match.end()) or _counts_nothing(state.text, core):
                continue
            unit = _unit(state.flat, match.end(), match.end("rest"))
            particle = match["least"] == "over" and _PARTICLE_VERB.search(
                state.small[max(0, match.start() - 20) : match.start()]
            )
            bounds = bounds_of(match, belongs_to_verb=bool(particle))
            if unit and bounds:
                value = f"{bounds} {unit[1]}"
                start = core if particle else match.start()
                state.drafts.append(Draft(start=start, end=unit[0], label="QUANTITY", value=value, by=self.by))
        return doc


def _counts_nothing(text: str, start: int) -> bool:
    """Whether a number is the name of something ("page 12", "No. 5", "#3") or a part of a larger figure."""
    if text[max(start - 1, 0) : start] in ("-", "–", "#", ".", ",", "/"):
        return True
    before = re.search(r"([^\W\d_]+)\.? $", text[max(start - 20, 0) : start])
    return before is not None and before[1].lower() in word_list("before_a_number_that_counts_nothing")


def bounds_of(match: re.Match[str], *, belongs_to_verb: bool = False) -> str:
    """The amount as `42492`, `60000~`, `20..30`, `1000..` or `..50`; empty where it is none.

    Its "over" may belong to the verb before it ("handed over 400 men") and is then no bound.
    """
    least = match["least"] and not belongs_to_verb
    if match["vague"]:
        low, high = VAGUE[match["vague"]]
        return f"{low}..{high}"
    about = "~" if match["about"] or match["about2"] else ""
    if match["low"] or match["first"]:
        low_value, high_value = value_of(match["low"] or match["first"]), value_of(match["high"] or match["last"])
        if low_value is None or high_value is None or low_value >= high_value:
            return ""
        return f"{low_value}..{high_value}{about}"
    best = value_of(match["best"])
    if best is None or (best == 1 and not match["best"].isdigit()):
        return ""
    if least:
        return f"{best}..{about}"
    return f"..{best}{about}" if match["most"] else f"{best}{about}"


def _unit(flat: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the counted noun behind a number ends, and what it is in the singular."""
    at = start + 1
    if fate := _FATE.match(flat, at):
        return fate.start("verb") - 1, "person"
    for seen in range(_MOST_WORDS):
        word = _WORD.match(flat, at, end)
        if not word or word[0].lower() in word_list("no_modifiers"):
            return None
        if word[0].lower() in counted() and not _is_modifier(flat, word, end):
            return _with_complement(flat, word)
        if seen <= 1 and _is_plural(word[0]):
            return word.end(), singular_of(word[0])
        if word[0] in word_list("measures") or flat[word.end() : word.end() + 1] not in (" ", "-"):
            return None
        at = word.end() + 1
    return None


def _is_plural(noun: str) -> bool:
    """Whether a word can be the plural of what is counted, though no list has it."""
    others = ("measures", "between_number_and_noun", "no_plurals")
    unlisted = not any(noun in word_list(name) for name in others)
    return unlisted and noun.islower() and noun.endswith("s") and not noun.endswith(("ss", "ous"))


def _is_modifier(flat: str, word: re.Match[str], end: int) -> bool:
    """Whether a counted noun stands before another, as in "family members" or "3,000 thousand men"."""
    follows = _WORD.match(flat, word.end() + 1, end) if flat[word.end() : word.end() + 1] == " " else None
    before_another = follows is not None and follows[0].lower() in counted()
    if word[0] in word_list("before_counted_people"):
        return before_another
    demonym = fold(word[0]) in lists.folded("demonyms") and not word[0].endswith(("s", "men"))
    return demonym or (before_another and singular_of(word[0].lower()) == word[0].lower())


def _with_complement(flat: str, word: re.Match[str]) -> tuple[int, str]:
    """The end and the unit of a counted noun; "prisoners of war" are one."""
    people = word[0][0].isupper() and word[0].endswith("is")
    unit = word[0][:-1] if people else singular_of(word[0])
    of_war = _OF_WAR.match(flat, word.end()) if unit == "prisoner" else None
    return (of_war.end(), "prisoner of war") if of_war else (word.end(), unit)
