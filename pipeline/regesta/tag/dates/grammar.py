"""The grammar of single dates: rules over the letters of the tokens, and what each makes of them.

A rule is tried where its first letters stand; the first one that fits wins, so that the order is part of the grammar.
Every repetition in a rule is bounded, so that a rule costs the same wherever it is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from regesta.tag.dates.expression import Expression
from regesta.tag.dates.tokens import Tokens

Build = Callable[[Tokens, re.Match[str]], Expression | None]

_YEAR = r"(?:(?P<y1>[NTY])v?(?P<era>E)|(?P<ad>E)(?P<y2>[NTY])|(?P<y3>Y)v?)"
_OF_YEAR = rf"(?:(?:,?g?|i){_YEAR}|,?g(?:d|d?s|ts)(?P<same>U))"
_PART = (
    r"(?:(?:t?(?P<pf>e)(?:-?o-?|-|/|&))?t?(?P<pe>e)(?:-|[Uv](?=Y)|gt?(?:U(?=[YNTE])|Ug(?=M))?|it?(?=[MSYNTEKDO]))?|t?(?P<pz>e)zg|t?(?P<pn>n)gt?(?:U(?=[YNTE]))?"
    r"|t?(?P<po>O)(?P<ph>[he])(?:gt?)?|t?(?P<pk>k)g?t?(?:U(?=[YNTE]))?|twgt?)"
)
_RUN = r"t?(?:(?P<o>O)(?P<q>[QN])?|(?P<pe>e))(?P<u>U)g"
_TIME = r"(?:(?:e?it|(?P<tw>W),?|t|d)?(?P<te>e)?(?P<tm>m)[gj])?"
_WEEKDAY = r"(?:(?P<w>W),?)?"

_RULES: list[tuple[str, str, str]] = [
    # name, first letters, pattern
    ("figures", "I", r"(?P<i>I)v?"),
    ("figures", "J", r"(?P<i>J)"),
    ("republican", "tNOR", r"t?(?:(?P<d>[NO])g?)?(?P<r>R)"),
    ("regnal", "tON", r"(?:t?OU|N)"),
    ("month_mark", "tO", r"t?(?P<d>O)(?P<mm>v)"),
    ("day", "eitWdmNO", rf"{_TIME}{_WEEKDAY}t?(?P<d>[NO])U?g?(?P<m>M)(?:{_OF_YEAR}|(?P<yy>N)(?=[,.|)]))?"),
    ("day", "tNO", rf"t?(?P<old>[NO])\((?P<d>[NO])\)g?(?P<m>M){_OF_YEAR}?"),
    ("day", "eitWdmM", rf"{_TIME}{_WEEKDAY}(?P<m>M)t?(?P<d>[NO]){_OF_YEAR}?"),
    ("day", "Y", r"(?P<y3>Y)(?P<m>M)(?P<d>[NO])"),
    ("named", "eitdmD", rf"{_TIME}(?P<n>D)(?:(?P<tn>m)|{_OF_YEAR})?"),
    ("month", "eOtnkwM", rf"{_PART}?(?P<m>M){_OF_YEAR}?"),
    ("stretch", "tOe", rf"{_RUN}(?P<m>M){_OF_YEAR}?"),
    ("stretch", "tOe", rf"{_RUN}t?(?P<k>K)(?P<era>E)?"),
    ("stretch", "tOe", rf"{_RUN}t?(?P<c>[Oc])-?(?P<of>U)(?P<era>E)?"),
    ("stretch", "tOe", rf"{_RUN}(?:t?U(?=[YNTE]))?{_YEAR}"),
    ("quarter", "q", r"(?P<quarter>q)(?:,|g)?(?P<y3>Y)"),
    ("quarter", "Y", r"(?P<y3>Y)(?P<quarter>q)"),
    ("season", "eOtnkwS", rf"{_PART}?t?(?P<s>S)(?:g?(?:t?U)?{_YEAR}(?:[-/](?P<y4>[NY]))?|g(?:d|d?s|ts)(?P<same>U))?"),
    ("season", "Y", r"(?P<y3>Y)(?P<s>S)"),
    ("centuries", "tkOc", r"(?:t?(?P<pk>k)g?)?t?(?P<c>[Oc])-?(?P<link>[-o&])t?(?P<c2>[Oc])-?(?P<u>U)(?P<era>E)?"),
    ("century", "eOtnkwc", rf"{_PART}?t?(?P<c>[Oc])-?(?P<u>U)(?P<era>E)?"),
    ("decade_of", "etnU", rf"{_PART}?t?(?P<u>U)(?P<y3>Y)"),
    ("decade", "etnkwKU", rf"{_PART}?t?U?(?P<k>K)[Uv]?(?P<era>E)?"),
    ("year", "eOtnkwU", rf"(?:{_PART}|t?U){_YEAR}"),
    ("year", "NTEY", _YEAR),
    ("year", "eOtnkw", rf"{_PART}(?P<y0>T)"),
    ("year", "T", r"(?P<y0>T)"),
    ("neighbour", "etr", r"(?:(?P<re>e)i?)?(?P<the>t)?(?P<r>r)(?P<q>[QN])?(?P<x>[UvSMWm])(?:(?P<tm>m)(?!g))?"),
    ("neighbour", "t", r"(?P<the>t)(?P<q>[QN])(?P<r>r)(?P<x>U)"),
    ("neighbour", "tU", r"(?P<the>t)?(?P<x>U)(?P<r>r)"),
    ("last", "O", r"(?P<r>O)(?P<x>[USMW])"),
    ("day_beside", "y", r"(?P<y>y)"),
    ("day_near", "tu", r"t?(?P<y>u)(?P<tm>m)?(?P<of>g)?"),
    ("led_away", "l", r"(?P<l>l)(?P<q>[QN])?(?P<x>[Uv])"),
    ("half_away", "ha", r"(?:(?P<half>h)a(?P<x>U)|a(?P<y>U)&ah)(?P<l>l)"),
    ("away", "QNaAUv", r"(?:(?P<q>[QN])|(?P<a>a)(?P<few>Q)?)?(?P<x>[Uv])C?(?P<l>[lo])"),
    ("beside", "tUv", r"(?:t|(?<=[ji]))(?P<x>[Umv])(?P<l>l)"),
    ("within", "leO", r"(?:(?P<l>l)|(?P<pe>e))(?:i?(?:d|t)s?)(?P<x>[US])"),
    ("within", "tn", r"t?(?P<pn>n)g(?:d|t)s?(?P<x>U)"),
    ("within", "tewO", r"t?(?:(?P<pe>e)zg|wg|(?P<po>O)(?P<ph>h)g)(?:d|t)s?(?P<x>U)"),
    ("within", "U", r"(?P<x>U)'(?P<pn>n)"),
    ("within", "tO", r"t?(?P<o>O)(?P<q>[QN])?(?P<u>U)g(?:d|t)s?(?P<x>U)"),
    ("within", "te", r"t?(?P<pe>e)(?:g?(?:d|t)?s?)(?P<x>[Uv])"),
    ("turn", "tk", r"t?(?P<pk>k)g?(?:d|t)?s?(?P<x>[Uv])"),
    ("turn", "tB", rf"t?(?P<turn>B)(?:g?{_YEAR})?"),
    ("same", "dts", r"(?:ds?|t?s)(?P<x>[UvSm])"),
    ("ordinal", "tW", r"(?:(?P<w>W),?)?t(?P<d>O)(?:gds?(?P<same>U)|gts(?P<same2>U))?"),
    ("weekday", "W", r"(?P<w>W)(?P<tn>m)?"),
]

#: The names of the rules.
RULE_NAMES = tuple(dict.fromkeys(name for name, _, _ in _RULES))

Compiled = tuple[str, re.Pattern[str]]


def _by_letter() -> dict[str, list[Compiled]]:
    table: dict[str, list[Compiled]] = {}
    for name, letters, pattern in _RULES:
        compiled = re.compile(pattern)
        for letter in letters:
            table.setdefault(letter, []).append((name, compiled))
    return table


_TABLE = _by_letter()
_CANDIDATES = re.compile(f"[{''.join(sorted(_TABLE))}]")


def expressions(found: Tokens, build: dict[str, Build]) -> list[Expression]:
    """All single dates in the order of the text, none overlapping another."""
    made: list[Expression] = []
    codes, position, search = found.codes, 0, _CANDIDATES.search
    while candidate := search(codes, position):
        at = candidate.start()
        position = at + 1
        for name, pattern in _TABLE[codes[at]]:
            match = pattern.match(codes, at)
            if match is None:
                continue
            expression = build[name](found, match)
            if expression is not None:
                expression.rule = expression.rule or name
                made.append(expression)
                position = expression.after
                break
    return made
