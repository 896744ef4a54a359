"""The dates of a life behind a name: "Anna Roth (3 May 1871 – 9 June 1942)", "(born 1871 in Lund)", "(† 1942)"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from regesta import edtf
from regesta.extract.bearers import Bearers, bearers
from regesta.extract.reading import Passage
from regesta.model.mention import Mention, Part
from regesta.model.settings import EventType

BIRTH, DEATH = "birth", "death"
#: Words for the beginning and the end of a life, in the languages in which such brackets are often copied.
_WORDS = {
    "birth": r"\bborn|\bb\.|\bnée|\bné|[*⁎★]|\bgeb(?:oren|\.)|\bur\.|\bnar\.|\bnat[oa]\b|\bnacid[oa]",
    "death": r"\bdied|\bd\.|[†✝]|\bdeceased|\bkilled|\bslain|\bgest(?:orben|\.)"
    r"|\bzm\.|\bzem\.|\bmort[oae]?\b|\bdécédée?",
    "baptism": r"\bbapti[sz]ed|\bbapt?\.|\bchristened",
    "burial": r"\bburied|\bbur\.|\binterred",
}
#: What else a date in brackets can be: the time when somebody reigned, was active or held an office.
_OTHERWISE = (
    r"\breign\w*|\br\.|\bruled?\b|\bregn\w*|\bfl\.|\bflou?r\w*|\bactive|\boffice|\bterm|\bserv\w+|\bsince|\bwedded"
    r"|\bm\.|\bmarried|\bcrowned|\belected|\bordained|\bappointed|\bking|\bqueen|\bbishop|\bpope|\bpresident"
)
_WORD = re.compile(
    "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items()) + f"|(?P<other>{_OTHERWISE})", re.I
)
_STILLBORN = re.compile(r"\bstill-?born\b", re.IGNORECASE)
_OTHER_CALENDAR = re.compile(r"(?:\b[ON]\.?\s?S\.?|\b(?:old|new) style|\bjulian|\bgregorian)[\s:,]*$", re.IGNORECASE)
#: What ends a life, of the types that ship with the tool.
_LAST = frozenset({DEATH, "burial", "killing", "execution"})
_DASH = re.compile(r"[–—-]|\bto\b")
#: "(? – 9 June 1942)", "(3 May 1871 – ?)": the other end of the life is not known.
_NO_BIRTH = re.compile(r"\(\s*(?:\?+|unknown)?\s*[–—-]\s*")
_NO_DEATH = re.compile(r"\s*[–—-]\s*(?:\?+|unknown|present)?\s*\)")
_STILL_LIVES = re.compile(r"\s*,?\s*(?:is|are)\b")
_ENDS_A_PART = re.compile(r"[(\[,;]\s*$")
_BEHIND = re.compile(r",?\s*(?:(?:in|at|near)\s+)?(?:[^\W\d_][\w’'-]*,\s*){0,2}")
_BEFORE = re.compile(r",?\s*(?:(?:on|in)\s+)?(?:the\s+)?")
_MAIDEN_NAME = re.compile(r"\bn[ée]e?\s+$", re.IGNORECASE)
_LONGEST_LIFE = 110
#: Two bare years that lie nearer than this, or two days behind a name that may be no person's, may be a term of office.
_TERM = 15


class LifeDate(Struct, frozen=True):
    """What happened to somebody, in brackets: when (the date mention and the EDTF of its end), where, by which word."""

    type: EventType
    people: tuple[Mention, ...]
    date: Mention
    edtf: str
    place: Mention | None = None
    trigger: Mention | None = None


class _Dated(Struct, frozen=True):
    """A date in brackets, with the kind that the word before it gives; empty where there is no such word."""

    date: Mention
    kind: str
    trigger: Mention | None


def life_dates(passage: Passage, types: Mapping[str, EventType]) -> list[LifeDate]:
    """The births and deaths, baptisms and burials that stand in brackets right behind the names of persons."""
    found: list[LifeDate] = []
    for start, end in passage.clauses.brackets:
        named = bearers(passage, start, end)
        if named is None:
            continue
        dated = _dated(passage, start, end)
        taken: list[Mention] = []
        for kind, each, value in _ends(passage, dated, named, (start, end)):
            if kind not in types or not edtf.is_valid(value):
                continue
            place = _place(passage, each.date, [other.date for other in dated], (start, end), taken)
            taken += [place] if place else []
            found.append(LifeDate(types[kind], named.people, each.date, value, place, each.trigger))
    return found


def _dated(passage: Passage, start: int, end: int) -> list[_Dated]:
    """The dates of a bracket, each with the nearest word between it and the date before; none of another calendar."""
    text, found = passage.clauses.text, list[_Dated]()
    low = start
    for date in passage.of("DATE"):
        if not start < date.start < end or date.end > end:
            continue
        if found and _OTHER_CALENDAR.search(text[low : date.start]):
            low = date.end
            continue
        words = [(match.start(), match.lastgroup or "", None) for match in _WORD.finditer(text, low, date.start)] + [
            (trigger.start, trigger.value, trigger)
            for trigger in passage.of("TRIGGER")
            if low < trigger.start < date.start
        ]
        _, kind, trigger = max(words, key=lambda word: (word[0], word[2] is not None), default=(0, "", None))
        if _STILLBORN.search(text[low : date.start]):
            kind = BIRTH
        found.append(_Dated(date, kind, trigger))
        low = date.end
    return found


def _ends(
    passage: Passage, dated: Sequence[_Dated], named: Bearers, bracket: tuple[int, int]
) -> Iterator[tuple[str, _Dated, str]]:
    """(what happened, date, EDTF) of each: marked by a word, a range, two dates with a dash, one with an open end."""
    lives = [each for each in dated if not each.kind or each.kind in _WORDS or each.kind in _LAST]
    for each, following in zip(lives, [*lives, None][1:], strict=True):
        first, last = _range_ends(each.date)
        if each.kind in _LAST:
            yield each.kind, each, each.date.value
        elif (
            "/" in each.date.value and _is_life(first, last, named) and (each.kind or named.may_have_lived(first, last))
        ):
            yield each.kind or BIRTH, each, first
            yield DEATH, each, last
        elif each.kind:
            yield each.kind, each, each.date.value
            if _STILLBORN.search(passage.clauses.text, bracket[0], each.date.start):
                yield DEATH, each, each.date.value
        elif following and _are_two_ends(passage, each, following, named):
            yield BIRTH, each, each.date.value
        elif _is_death(passage, each, lives, named, bracket[0]):
            yield DEATH, each, each.date.value
        elif len(dated) == 1 and _is_birth(passage, each.date, named, bracket):
            yield BIRTH, each, each.date.value


def _are_two_ends(passage: Passage, first: _Dated, last: _Dated, named: Bearers) -> bool:
    """Whether a date without a word and the next are birth and death: the next says so, or a dash parts them."""
    if (last.kind and last.kind not in _LAST) or not _is_life(first.date.value, last.date.value, named):
        return False
    if last.kind:
        return True
    between = passage.between(first.date, last.date)
    return bool(_DASH.search(between)) and named.may_have_lived(first.date.value, last.date.value)


def _is_death(passage: Passage, date: _Dated, lives: Sequence[_Dated], named: Bearers, start: int) -> bool:
    """Whether a date without a word is the end of a life, by the dash before it and what stands before that."""
    before = [each for each in lives if each.date.end <= date.date.start]
    if not before:
        return bool(_NO_BIRTH.fullmatch(passage.clauses.text, start, date.date.start))
    first = before[-1]
    if first.kind in (BIRTH, "baptism"):
        between = passage.between(first.date, date.date)
        return bool(_DASH.search(between)) and _is_life(first.date.value, date.date.value, named)
    return not first.kind and _are_two_ends(passage, first, date, named)


def _is_birth(passage: Passage, date: Mention, named: Bearers, bracket: tuple[int, int]) -> bool:
    """Whether the only date, without a word, is a birth: the other end is left open, or the person still "is"."""
    text, (start, end) = passage.clauses.text, bracket
    if not _ENDS_A_PART.search(text, start, date.start) or "/" in date.value:
        return False
    if _NO_DEATH.fullmatch(text, date.end, end):
        return named.may_have_lived(date.value, date.value)
    is_day = edtf.is_valid(date.value) and edtf.parse(date.value).precision == "day"
    return is_day and named.are_persons and bool(_STILL_LIVES.match(text, end))


def _range_ends(date: Mention) -> tuple[str, str]:
    parts: list[Part] = list(date.parts)
    if len(parts) == 2 and all(part.value for part in parts):
        return parts[0].value, parts[1].value
    first, _, last = date.value.partition("/")
    return first, last


def _is_life(first: str, last: str, named: Bearers) -> bool:
    """Whether two dates can be those of a life; two bare years must lie far enough apart to be no term of office."""
    if not (edtf.is_valid(first) and edtf.is_valid(last)):
        return False
    start, end = edtf.parse(first), edtf.parse(last)
    if start.earliest is None or end.latest is None:
        return False
    days = "day" in (start.precision, end.precision)
    if not named.are_persons and not days:
        return False
    least = 0 if days and named.are_persons else _TERM
    return least <= end.latest.year - start.earliest.year <= _LONGEST_LIFE


def _place(
    passage: Passage, date: Mention, dates: Sequence[Mention], bracket: tuple[int, int], taken: Collection[Mention]
) -> Mention | None:
    """The place that stands right behind a date, else the first of those right before it ("Lund, Scania, 3 May")."""
    low = max((other.end for other in dates if other.end <= date.start), default=bracket[0])
    high = min((other.start for other in dates if other.start >= date.end), default=bracket[1])
    near = [place for place in passage.of("PLACE") if low <= place.start and place.end <= high and place not in taken]
    behind = [place for place in near if place.start >= date.end]
    if behind and _BEHIND.fullmatch(passage.between(date, behind[0])):
        return behind[0]
    first: Mention | None = None
    for place in reversed([place for place in near if place.end <= date.start]):
        if not (_BEFORE.fullmatch(passage.between(place, date)) if first is None else _is_list(passage, place, first)):
            break
        if _MAIDEN_NAME.search(passage.before(place.start)):
            break
        first = place
    return first


def _is_list(passage: Passage, place: Mention, wider: Mention) -> bool:
    return bool(re.fullmatch(r",\s*", passage.between(place, wider)))
