"""Text to tokens: one letter a token, so that the grammar can be regular expressions over a string of letters."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from msgspec import Struct

from regesta.tag.dates.words import Lexicon

#: Alternatives are told apart by their group; none can match the same text in two ways, so the scan is linear.
_TOKEN = re.compile(
    r"""(?P<line>[^\S\n]*\n\s*)
    |(?P<era>[BA]\.\s?[CD]\.(?:\s?E\.)?|B\.C(?!\w)|A\.D(?!\w)|C\.E\.|A\.H\.|A\.U\.C\.
        |[vn]\.\s?Chr\.|(?:p\.\s?)?n\.\s?e\.|(?:av|apr)\.\s?J\.-C\.|(?:до\s)?н\.\s?э\.)
    |(?P<quarter>Q[1-4](?!\w))
    |(?P<word>[^\W\d_]+)
    |(?P<other>(?:[$£€№]\s?|\#)[0-9][0-9.,]*|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]))
    |(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])|[0-9]{4}/[0-9]{2}/[0-9]{2}(?![0-9/]))
    |(?P<numeric>(?<![\w-])[0-9]{1,2}-[0-9]{1,2}-[0-9]{2}(?![\w-])|[0-9]{1,2}-(?:[0-9]{1,2}|[IVX]{1,4})-[0-9]{4}(?![0-9-])|[0-9]{1,2}(?:\.\s?[0-9]{1,2}\.\s?|/[0-9]{1,2}/|(?:st|nd|rd|th|\.)?\s?[IVX]{1,4}\.?\s?(?=[0-9]{4}))(?:[0-9]{4}|[0-9]{2})(?![0-9])(?!\.[0-9]))
    |(?P<yearless>[0-9]{1,2}\.\s?(?:[0-9]{1,2}\.|[IVX]{1,4}(?!\w)\.?)(?!\s?[0-9]))
    |(?P<short>['’‘][0-9]{2}(?!\w))
    |(?P<figure>[0-9]+\.[0-9]+)
    |(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th|d|er|re|e|ème|-(?:го|е|й|ое|ого|м|ом))(?!\w))
    |(?P<decade>[0-9]{1,3}0['’]?s(?!\w)|['’‘][0-9]0s(?!\w)|[0-9]{3}0(?:er|-(?:е|х|ые|ых))(?!\w))
    |(?P<number>[0-9]+)(?P<tail>[^\W\d_]\w*|%|°)?
    |(?P<comma>,)|(?P<dash>[-–—‒−]+)|(?P<slash>/)|(?P<open>[(\[])|(?P<close>[)\]])
    |(?P<possessive>['’]s?(?!\w))|(?P<quote>["“”„«»])|(?P<stop>[.!?;:…])|(?P<rest>\S)""",
    re.VERBOSE,
)
#: An era behind a number makes it a year, however large.
_ANCIENT = re.compile(r"(?<=[3-9][0-9]{3})\s?(?:BCE?(?!\w)|B\.\s?C\.)")
#: Numbers in words that are one: "twenty-five", "twenty-first", "two hundred", "nineteen forty-one".
_COMPOUND = re.compile(r"Q-?[QOK](?:-?[QO])?")
_DIGITS = re.compile(r"[0-9]+")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?:er|e|ème)?")
#: What stands behind the stop of an ordinal: "6. Dezember", "6.–7. Dezember".
_ORDINAL_STOP = re.compile(r"\.(?=\s?[-–—/]|\s[^\W\d_]|,\s?[0-9])")
#: The stop of an ordinal in a language that has none, as its writers from elsewhere set it, in a date with its year:
#: "4. May 1931", "May 4., 1931".
_STRAY_STOP = re.compile(r"\.(?:(?=,\s?[12][0-9]{3}(?![0-9]))|(?=\s(?P<month>[^\W\d_]+)\.?,?\s[12][0-9]{3}(?![0-9])))")
_CENTURY = re.compile(r"(?<![0-9.,])(1[0-9]|20)[0-9]{2}(?![0-9])")
_LETTERS = {
    "comma": ",",
    "dash": "-",
    "slash": "/",
    "open": "(",
    "close": ")",
    "possessive": "'",
    "quote": '"',
    "stop": ".",
}
#: A line at least this long that ends in no stop goes on in the next one.
_WRAPPED = 40
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


class Tokens(Struct, frozen=True):
    """The tokens of a text: their letters, offsets and values, all of one length.

    M month · W weekday · S season · U unit · N number of up to two digits · T of three · Y year of four · O ordinal ·
    Q quantity · K decade · E era · I whole date in figures · J one without a year · D named day · m time of day ·
    c Roman century · q quarter such as "Q3" · v what follows a year · R month of the French republic · y yesterday ·
    u the day after · B turn of a year or century · e n z h parts · C r l s d k w pointing words · A about ·
    x any other word · | end of a paragraph; signs stand for themselves.
    `century` is the first year of the one that the text mostly names.
    """

    text: str
    lexicon: Lexicon
    codes: str
    starts: list[int]
    ends: list[int]
    values: list[Any]
    century: int = 1900

    def word(self, index: int) -> str:
        """The token in lower case; empty before the first and after the last one."""
        return self.text[self.starts[index] : self.ends[index]].lower() if 0 <= index < len(self.starts) else ""

    def code(self, index: int) -> str:
        """The letter of a token; the text begins and ends as a paragraph does."""
        return self.codes[index] if 0 <= index < len(self.codes) else "|"


def tokens(text: str, lexicon: Lexicon) -> Tokens:
    """The tokens of a text, in one pass."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    skip = line = 0
    century = _century(text)
    look_up, capital, named_starts = lexicon.codes.get, lexicon.capital, lexicon.named_starts
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < skip:
            continue
        kind = match.lastgroup or "rest"
        code = "x"
        value: Any = None
        if kind == "word":
            shown = match.group()
            word = shown.lower()
            if word in named_starts and (named := lexicon.named_day.match(text, start)) and shown[0] != word[0]:
                code, value, end = "D", named.group().lower().replace("’", "'"), named.end()
            else:
                code, value = look_up(word, ("x", None))
                if word in lexicon.centuries and codes and codes[-1] == "c":
                    code, value = "U", "century"
                if code == "x" and lexicon.roman_centuries and (roman := _ROMAN.fullmatch(shown)):
                    code, value = (
                        ("c", _roman(roman["number"])) if lexicon.century_next.match(text, end) else ("x", None)
                    )
                elif lexicon.elisions and text[end : end + 1] in ("'", "’"):
                    code, value = look_up(f"{word}'", (code, value))
                    end += code != "x"
                if code in "MWER" and shown[0] == word[0] and word in capital:
                    code = "x"
            if word in lexicon.abbreviations and text.startswith(".", end):
                end += 1
            skip = end
        elif kind == "line":
            if _wraps(text, line, start, match.group(), end):
                line = end
                continue
            line, code = end, "|"
        elif kind in _LETTERS:
            code = _LETTERS[kind]
        elif kind == "rest":
            code = "p"
        else:
            code, value = _figures(kind, match, lexicon, century)
            if code == "N" and (stop := _ordinal_stop(text, end, lexicon, codes)):
                code, end = "O", stop.end()
                skip = end
            elif kind == "number" and code == "x" and _ANCIENT.match(text, end):
                code, value = "Y", int(match["number"])
        codes.append(code)
        starts.append(start)
        ends.append(end)
        values.append(value)
    found = Tokens(text, lexicon, "".join(codes), starts, ends, values, century)
    return _compounds(found) if "Q" in found.codes else found


def _ordinal_stop(text: str, end: int, lexicon: Lexicon, before: list[str]) -> re.Match[str] | None:
    """The stop behind a number at `end` that makes it an ordinal, given the letters of the tokens before it."""
    if lexicon.ordinal_stop:
        return _ORDINAL_STOP.match(text, end)
    stop = _STRAY_STOP.match(text, end)
    if stop is None:
        return None
    month = lexicon.codes.get(stop["month"].lower(), ("x",))[0] == "M" if stop["month"] else before[-1:] == ["M"]
    return stop if month else None


def _compounds(found: Tokens) -> Tokens:
    """The tokens with the numbers that are written in several words as one each."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    reached = 0
    for match in _COMPOUND.finditer(found.codes):
        first, last, made = _in_compound(found, match)
        if made is None:
            continue
        codes.append(found.codes[reached:first] + made[0])
        starts += [*found.starts[reached:first], found.starts[first]]
        ends += [*found.ends[reached:first], found.ends[last]]
        values += [*found.values[reached:first], made[1]]
        reached = last + 1
    if not reached:
        return found
    whole = "".join([*codes, found.codes[reached:]])
    starts += found.starts[reached:]
    ends += found.ends[reached:]
    values += found.values[reached:]
    return Tokens(found.text, found.lexicon, whole, starts, ends, values, found.century)


def _in_compound(found: Tokens, match: re.Match[str]) -> tuple[int, int, tuple[str, int] | None]:
    """The first and the last token of the number that stands among these words, and what it is."""
    parts = [index for index in range(match.start(), match.end()) if found.codes[index] != "-"]
    for some in (parts, parts[1:], parts[:2]):
        if len(some) > 1:
            made = _compound([(found.codes[index], found.values[index]) for index in some])
            if made is not None:
                return some[0], some[-1], made
    return parts[0], parts[-1], None


def _compound(words: list[tuple[str, int]]) -> tuple[str, int] | None:
    """The class and the value of a number in two or three words; None where they are not one number."""
    (_, first), (code, second) = words[:2]
    if len(words) == 3:
        rest = _compound(words[1:])
        return ("Y", 100 * first + rest[1]) if 14 <= first <= 19 and rest and rest[0] == "Q" and rest[1] < 100 else None
    if code != "K" and first % 10 == 0 and 20 <= first <= 90 and 1 <= second <= 9:
        return code, first + second
    if code == "Q" and second == 100 and 1 <= first <= 9:
        return code, 100 * first
    if code in "QK" and 14 <= first <= 19 and 10 <= second <= 90:
        return ("Y" if code == "Q" else "K"), 100 * first + second
    return None


def _wraps(text: str, line: int, end: int, gap: str, following: int) -> bool:
    """Whether a line end is only the printer's: the sentence goes on in the next line."""
    if gap.count("\n") > 1 or end - line < _WRAPPED or text[end - 1] in ".!?:;|":
        return False
    return text[following : following + 1] not in ("", "-", "*", "#", "=", "|", "•", "–")


def _century(text: str) -> int:
    """The century that the text mostly names, as its first year, for years of two digits."""
    counted = Counter(_CENTURY.findall(text))
    return int(max(counted, key=lambda digits: (counted[digits], digits))) * 100 if counted else 1900


def _figures(kind: str, match: re.Match[str], lexicon: Lexicon, century: int) -> tuple[str, Any]:
    shown = match.group()
    if kind == "number":
        return _number(shown)
    if kind == "ordinal":
        return "O", int(_DIGITS.match(shown)[0])  # type: ignore[index]
    if kind == "era":
        code, value = lexicon.codes.get(re.sub(r"\s", "", shown.lower()), ("x", None))
        return (code, value) if code == "E" else ("x", None)
    if kind == "decade":
        return _decade(_DIGITS.search(shown)[0])  # type: ignore[index]
    if kind in ("iso", "numeric"):
        return "I", shown
    if kind == "yearless":
        return "J", shown
    if kind == "quarter":
        return "q", int(shown[1:])
    if kind == "short":
        return "Y", century + int(shown[1:])
    return "x", None


def _number(shown: str) -> tuple[str, int | None]:
    value = int(shown) if len(shown) <= 4 else 0
    if len(shown) <= 2:
        return "N", value
    if len(shown) == 3:
        return ("T", value) if value >= 100 else ("x", None)
    return ("Y", value) if _FIRST_YEAR <= value <= _LAST_YEAR else ("x", None)


def _roman(numeral: str) -> int:
    """The number that a Roman numeral up to XXXIX writes."""
    numbers = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(numbers, [*numbers[1:], 0], strict=True))


def _decade(digits: str) -> tuple[str, int | None]:
    value = int(digits)
    if len(digits) == 2:
        return ("K", value) if value % 10 == 0 and value >= 10 else ("x", None)
    return ("K", value) if value % 10 == 0 else ("x", None)
