"""Whether words that look like a date are one: by the words beside them, by case, by a reader who knows the verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from regesta.tag.dates.expression import Expression
from regesta.tag.dates.tokens import Tokens
from regesta.tag.dates.words import Lexicon

#: Told the offsets of a doubtful word ("May", "fall"), says whether it is a month or season; None if it cannot tell.
IsDateWord = Callable[[int, int], bool | None]

#: How far a doubtful number may lie from the years that the text names without doubt.
_WINDOW = 60
#: Numbers of three digits are years in a text whose years mostly lie before this one; in a text that is sure of no
#: year, where so many of them stand as years do.
_LAST_EARLY, _EARLY = 1200, 3


def dates_only(
    found: Tokens, made: Sequence[Expression], lexicon: Lexicon, is_date_word: IsDateWord | None
) -> list[Expression]:
    """The expressions that are dates; a number in doubt is judged by the years that the text is sure of."""
    counts = {id(one): one for one in made if _may_count(found, one, lexicon)}
    years = sorted(
        one.year
        for one in made
        if one.year is not None
        and (one.month or one.sub or one.era or _sure(found, one, lexicon))
        and id(one) not in counts
    )
    for one in counts.values():
        _leave_count(found, one, lexicon, years)
    window = (years[0] - _WINDOW, years[-1] + _WINDOW) if years else (1400, 2100)
    ancient = sum(1 for one in made if one.era and one.year is not None and one.year <= 0)
    early = [one.year or 0 for one in made if _may_be_early(found, one, lexicon)]
    if not ancient and (years[len(years) // 2] < _LAST_EARLY if years else len(early) >= _EARLY):
        window = (min([*early, *years]) - _WINDOW, max([*early, *years]) + _WINDOW)
        ancient = -1
    return [one for one in made if _is_date(found, one, lexicon, is_date_word, window, ancient)]


def _may_be_early(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    """Whether a number of three digits stands as a year stands: "in 871, "."""
    if one.year is None or not 100 <= one.year < 1000 or one.month or one.era or one.rule not in ("bare", "year"):
        return False
    if one.last is not None and found.code(one.token) in "fb":
        return True
    before = found.code(one.token - 1)
    led = one.rule == "year" or found.word(one.token - 1) in lexicon.sure or one.last is not None or before == "A"
    following = found.word(one.after)
    ends = found.code(one.after) in ",.)|" or following in lexicon.function or _capital(found, one.after)
    return led and ends and following not in lexicon.counted and not _plural(found, one.after, lexicon)


def _may_count(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    """Whether what looks like the year of a day may count what follows: "on August 11, 1350 prisoners"."""
    if not (one.day and one.month and one.year is not None) or one.last is not None or one.era:
        return False
    end = one.after
    return found.codes[end - 2 : end] == ",Y" and (found.word(end) in lexicon.counted or _plural(found, end, lexicon))


def _leave_count(found: Tokens, one: Expression, lexicon: Lexicon, years: Sequence[int]) -> None:
    """Takes a count off the end of a day, where the noun says so or no other year of the text is near."""
    next_year = bisect_left(years, (one.year or 0) - _WINDOW)
    near = next_year < len(years) and years[next_year] <= (one.year or 0) + _WINDOW
    if found.word(one.after) in lexicon.counted or (years and not near):
        one.year, one.after = None, one.after - 2
        one.end = found.ends[one.after - 1]


def _is_date(
    found: Tokens,
    one: Expression,
    lexicon: Lexicon,
    is_date_word: IsDateWord | None,
    window: tuple[int, int],
    ancient: int,
) -> bool:
    if found.word(one.token - 1) in lexicon.each and one.year is None:
        return False
    if one.last is not None and (one.year is None or one.last.month or one.last.era):
        return one.rule != "bare" or not _numbered(found, one, lexicon)
    if one.kind == "shift":
        return one.unit != "weekday" or bool(one.steps) or _is_weekday(found, one, lexicon)
    if one.rule in ("bare", "year"):
        return _is_year(found, one, lexicon, window, ancient)
    if one.rule == "ordinal":
        return one.month > 0 or one.same_year or one.month_steps is not None or _is_day(found, one, lexicon)
    if one.rule in ("month", "stretch") and one.year is None:
        return _is_month(found, one, lexicon, is_date_word)
    if one.rule == "season" and one.year is None:
        return _is_season(found, one, lexicon, is_date_word)
    if one.rule == "named" and one.year is None:
        return _is_named_day(found, one, lexicon)
    return True


def _numbered(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    """Whether a word before the number says that it counts or numbers something."""
    at = one.token - 1
    if found.code(at) == "." and found.code(at - 1) == "x" and found.starts[at] == found.ends[at - 1]:
        return found.word(at - 1) in lexicon.numbering_stops
    return found.word(at) in lexicon.numbering


def _sure(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    return one.rule in ("bare", "year") and found.word(one.token - 1) in lexicon.sure and _four_digits(one)


def _four_digits(one: Expression) -> bool:
    return one.year is not None and one.year >= 1000


def _is_year(found: Tokens, one: Expression, lexicon: Lexicon, window: tuple[int, int], ancient: int) -> bool:
    year, before, code = one.year or 0, found.word(one.token - 1), found.code(one.token - 1)
    if one.era:
        return True
    if _numbered(found, one, lexicon):
        return False
    if code != "A" and _in_address(found, one):
        return False
    if code == "-" and found.word(one.token - 2) in lexicon.prefixes:
        return True
    following, next_code = found.word(one.after), found.code(one.after)
    if year < 1000:
        return _is_ancient(found, one, lexicon, window, ancient)
    if next_code == "U" or (next_code == "-" and found.word(one.after + 1) in lexicon.sized):
        return False
    led_in = found.code(one.token) in "fb" or (code == "A" and before.rstrip(".") in lexicon.sure) or _spanned(one)
    if code == "." and found.word(one.token - 2) in lexicon.lives and found.starts[one.token - 1] < one.start - 1:
        return True
    firmly = before in lexicon.sure or one.rule == "year" or led_in
    if firmly and not led_in and before not in lexicon.unsure:
        return True
    within = window[0] <= year <= window[1]
    adjective = code in "ta" or before in lexicon.possessive
    if following in lexicon.counted or (following in lexicon.verbs and not (code == "g" and within)):
        return False
    if _plural(found, one.after, lexicon) and not (within and adjective and year % 100):
        return adjective and _capital(found, one.after) and _capital(found, one.after + 1)
    if firmly or code in "(|" or (one.last is not None and within):
        return True
    if adjective and (within or year % 100):
        return True
    if code == "g" and next_code in ",.)|" and year % 100:
        return True
    if code == "&" and found.code(one.token - 2) == "Y" and within:
        return True
    if code in "QN" or (next_code == "-" and found.code(one.after + 1) == "x" and not within):
        return False
    return within and (year % 100 != 0 or code in "&o-(|")


def _spanned(one: Expression) -> bool:
    """Whether it is a range of years that are both written out: nothing else looks like that."""
    return one.last is not None and one.last.end - one.last.start == 4 and one.rule == "bare"


def _in_address(found: Tokens, one: Expression) -> bool:
    """Whether the number stands in a web address, a file name or a shelf mark."""
    text, end = found.text, one.end
    start = (one.own_end if one.last else end) - 4
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[-1:] in ("/", "_", ".") and before.strip() == before and before[0].isalnum()) or (
        after[:1] in ("/", ".", "_") and after[1:].isalnum()
    )


def _plural(found: Tokens, at: int, lexicon: Lexicon) -> bool:
    word = found.word(at)
    ends = (
        lexicon.plural_ending
        and word.endswith(lexicon.plural_ending)
        and len(word) > 3
        and not word.endswith(("ss", "us", "is"))
    )
    return found.code(at) == "x" and bool(ends) and word not in lexicon.not_plural


def _is_ancient(found: Tokens, one: Expression, lexicon: Lexicon, window: tuple[int, int], ancient: int) -> bool:
    """Whether a number of three digits is a year; in a text of BC dates it is one BC, where it fits among them."""
    year = one.year or 0
    if ancient == -1:
        return _may_be_early(found, one, lexicon) and window[0] <= year <= window[1]
    if ancient < 2 or found.word(one.after) in lexicon.counted or _plural(found, one.after, lexicon):
        return False
    led = found.word(one.token - 1) in lexicon.sure or one.rule == "year" or found.code(one.token - 1) in "(|"
    if not led or not window[0] <= 1 - year <= window[1]:
        return False
    if found.code(one.after) == "x" and found.word(one.after) not in lexicon.function:
        return False
    one.year, one.era = 1 - year, True
    return True


def _is_day(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    before, following = found.word(one.token - 1), found.word(one.after)
    if before not in lexicon.before_day and before != "":
        return False
    if found.code(one.after) in ",.)|-&o;(" or following in lexicon.function:
        return True
    past = following in lexicon.pasts or (following.endswith(lexicon.past_ending) and len(following) > 4)
    return past and found.code(one.token - 1) == "j" and found.code(one.after) == "x" and not _capital(found, one.after)


def _capital(found: Tokens, at: int) -> bool:
    return 0 <= at < len(found.starts) and found.code(at) == "x" and found.text[found.starts[at]].isupper()


def _name_before(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    """Whether a capital before the date makes it part of a name: "Prague Spring", "Black September"."""
    return _capital(found, one.token - 1) and found.word(one.token - 1) not in lexicon.leading


def _led(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    return found.code(one.token) in "en" or found.word(one.token - 1) in lexicon.leading or one.part is not None


def _is_month(found: Tokens, one: Expression, lexicon: Lexicon, is_date_word: IsDateWord | None) -> bool:
    word, led = found.word(one.after - 1).rstrip("."), _led(found, one, lexicon)
    if one.same_year or one.part is not None or one.half is not None:
        return True
    if word in lexicon.abbreviations:
        return (
            found.code(one.token - 1) in "|-" and found.word(one.after - 1)[-1] == "." and found.code(one.after) in ".-"
        )
    if word in lexicon.doubtful:
        if lexicon.small_months and found.text[found.starts[one.after - 1]].isupper():
            return False
        said = is_date_word(found.starts[one.after - 1], found.ends[one.after - 1]) if is_date_word else None
        if said is not None:
            return said
        if not led or (word == "march" and found.word(one.after) in ("to", "on", "of")):
            return False
        return not _capital(found, one.after) or found.word(one.token - 1) in lexicon.sure
    if not led and _name_before(found, one, lexicon):
        return False
    return led or not _capital(found, one.after)


def _is_season(found: Tokens, one: Expression, lexicon: Lexicon, is_date_word: IsDateWord | None) -> bool:
    at = one.after - 1
    word = found.word(at)
    if one.same_year:
        return True
    article = found.code(one.token) == "t"
    if (
        _capital(found, one.after)
        or (_name_before(found, one, lexicon) and not article)
        or found.code(one.after) in "-'U"
    ):
        return False
    said = is_date_word(found.starts[at], found.ends[at]) if is_date_word and word in lexicon.doubtful else None
    if said is not None:
        return said
    before = found.word(one.token - 1)
    if word in lexicon.doubtful:
        if found.code(one.after) == "g" or (found.code(one.after) == "x" and word == "fall" and not article):
            return False
        return (before in lexicon.leading and before not in lexicon.not_before_season) or one.part is not None
    return article or _led(found, one, lexicon)


def _is_named_day(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    if found.code(one.after) in "x'" and found.word(one.after) not in lexicon.function:
        return False
    return found.word(one.token) not in lexicon.half_named and not _name_before(found, one, lexicon)


def _is_weekday(found: Tokens, one: Expression, lexicon: Lexicon) -> bool:
    if found.word(one.token).rstrip(".") in lexicon.abbreviations or _capital(found, one.after):
        return False
    if found.code(one.after) == "x" and found.word(one.after) not in lexicon.function:
        return False
    return found.word(one.token - 1) in lexicon.leading or (
        found.code(one.token - 1) in ".|" and found.code(one.after) in ",."
    )
