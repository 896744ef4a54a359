"""The language of a text and of each of its paragraphs, as far as the words tell it.

Only words that begin with a small letter are asked: names say nothing of the language that a sentence is in. What the
commonest words of the expected language settle is settled by them; py3langid, which takes half a second to load, is
asked only where they do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from regesta.tag.sentences import Block
from regesta.tag.sentences import blocks as blocks_of

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: What py3langid may choose from; with more, it takes a short paragraph for a neighbour's language more often.
PLAUSIBLE = (
    "cs", "da", "de", "en", "es", "fi", "fr", "hr", "hu", "it", "la", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru",
    "sk", "sl", "sv", "uk",
)  # fmt: skip
#: Languages by what bibliographies call them, beside their codes of two letters.
_CALLED = {
    "english": "en", "eng": "en", "german": "de", "deutsch": "de", "ger": "de", "deu": "de", "french": "fr",
    "français": "fr", "fre": "fr", "fra": "fr", "polish": "pl", "polski": "pl", "pol": "pl", "russian": "ru",
    "русский": "ru", "rus": "ru", "czech": "cs", "čeština": "cs", "cze": "cs", "ces": "cs", "ukrainian": "uk",
    "ukr": "uk",
}  # fmt: skip
#: Share of the commonest words from which a text is in the expected language without further asking.
_SURELY = 0.25
#: Fewest words, without names, from which a paragraph or a whole text may be taken for another language's.
_LEAST = 10
#: What py3langid must say at least of another language.
_MARGIN = 0.95
#: Code points of a text that tell its language.
_BEGINNING = 20_000
_SMALL = re.compile(r"(?<![^\W_])[^\W\d_]{2,}")


def primary(tag: str) -> str:
    """The code of a language without its region, from a BCP 47 tag or what a bibliography calls it; else empty."""
    said = tag.strip().casefold()
    code = _CALLED.get(said, said.replace("_", "-").partition("-")[0])
    code = _CALLED.get(code, code)
    return code if re.fullmatch(r"[a-z]{2,3}", code) else ""


def of_text(text: str, said: str = "") -> str:
    """The language of a whole text: the one that was said of it, else the one that its words show, else empty."""
    return primary(said) or _shown(text[:_BEGINNING], "en")


def of_blocks(text: str, blocks: Sequence[Block], language: str) -> list[str]:
    """The language of each block of a text in `language`: another one only where its words show it surely."""
    return [_shown(text[block.start : block.end], language) or language for block in blocks]


def languages_in(text: str, said: str = "") -> list[str]:
    """The languages of a text as a whole and of its paragraphs, sorted; an empty one among them is unknown."""
    whole = of_text(text, said)
    return sorted({whole, *of_blocks(text, blocks_of(text), whole)})


def _shown(text: str, expected: str) -> str:
    """The language that the words of a text show; empty where they are too few or do not decide."""
    words = [word for word in _SMALL.findall(text) if word.islower()]
    if len(words) < _LEAST:
        return ""
    own = _share(words, expected)
    if own >= _SURELY:
        return expected
    named, sure = _identifier().classify(" ".join(words))
    language = "nb" if named == "no" else str(named)
    return language if sure >= _MARGIN and (language == expected or _share(words, language) > own) else ""


def _share(words: Sequence[str], language: str) -> float:
    common = common_words(language)
    return sum(word in common for word in words) / len(words)


@cache
def common_words(language: str) -> frozenset[str]:
    """The commonest words of a language, as spaCy lists them; of one that it has none of, none."""
    try:
        return frozenset(import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS)
    except ImportError:
        return frozenset()


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(PLAUSIBLE))
    return identifier
