"""Values from mentions: a date, a name, a number as a claim holds them; no value without the mention that says it."""

from __future__ import annotations

import re

from regesta import edtf
from regesta.model.claim import Count, Hedge, Property, Value
from regesta.model.mention import Mention
from regesta.names import lists

#: A value gets its id when its claim has one.
_UNNAMED = ""
_COUNT = re.compile(r"(?P<low>\d+)?(?P<dots>\.\.)?(?P<high>\d+)?(?P<about>~)?\s+(?P<unit>\S.*)")
_NOT_COUNTED = re.compile(
    r"^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|centur(?:y|ies)|decades?|nights?"
    r"|(?:kilo|centi|milli)?met(?:re|er)s?|km|miles?|feet|foot|inch(?:es)?|yards?|acres?|hectares?|leagues?"
    r"|per\s?cent|percent|%|degrees?|[$€£¥].*|dollars?|pounds?|euros?|marks?|roubles?|rubles?|francs?|zlotys?"
    r"|times?|pages?|names?|sittings?|meetings?|conferences?|talks?|visits?|events?|sources?|accounts?|part(?:y|ies)"
    r"|sides?|powers?|services?|steps?|points?|versions?|entr(?:y|ies)|paragraphs?|chapters?|tons?|tonnes?|kg|kilograms?|volumes?|books?|votes?)$",
    re.IGNORECASE,
)


def of_type(name: str, *cites: Mention, hedge: Hedge = "none") -> Value:
    """The value that says what happened."""
    return Value(id=_UNNAMED, property="type", cites=_ids(*cites), text=name, hedge=hedge)


def of_date(date: Mention, hedge: Hedge, *evidence: Mention) -> Value:
    """When it happened; a date that is itself approximate says so."""
    approximate = hedge == "none" and any(mark in date.value for mark in "~%")
    said: Hedge = "approximate" if approximate else hedge
    return Value(id=_UNNAMED, property="when", cites=_ids(date, *evidence), edtf=date.value, hedge=said)


def of_span(edtf_text: str, hedge: Hedge, *ends: Mention) -> Value:
    """When it happened, from one date to another."""
    return Value(id=_UNNAMED, property="when", cites=_ids(*ends), edtf=edtf_text, hedge=hedge)


def of_name(property_: Property, name: Mention, role: str, hedge: Hedge, *evidence: Mention) -> Value:
    """A place or a participant; somebody without a name is known by the words alone."""
    cites = _ids(name, *evidence)
    if name.label == "CUE":
        return Value(id=_UNNAMED, property=property_, cites=cites, role=role, text=in_words(name), hedge=hedge)
    return Value(id=_UNNAMED, property=property_, cites=cites, role=role, entity=name.value, hedge=hedge)


def in_words(mention: Mention) -> str:
    """The words of a mention on one line, with a small letter where only the beginning of a sentence gave a capital."""
    words = " ".join(mention.exact.split())
    first, _, rest = words.partition(" ")
    named = first == "I" or first in lists.words("demonyms") or not first[1:].islower()
    return words if named else f"{first.lower()} {rest}".strip()


def of_quantity(quantity: Mention, hedge: Hedge) -> Value | None:
    """How many; None for a length, a time, a sum of money or a number that cannot be read."""
    match = _COUNT.fullmatch(quantity.value.strip())
    if not match or _NOT_COUNTED.match(match["unit"]) or not (match["low"] or match["high"]):
        return None
    low, high = (int(end) if end else None for end in (match["low"], match["high"]))
    best = None if match["dots"] else low
    bounds = (low, high) if match["dots"] else (None, None) if match["about"] else (low, low)
    count = Count(unit=match["unit"], low=bounds[0], best=best, high=bounds[1])
    approximate: Hedge = "approximate" if match["about"] and hedge == "none" else hedge
    return Value(id=_UNNAMED, property="count", cites=_ids(quantity), count=count, hedge=approximate)


def of_whole(claim: str, *cites: Mention) -> Value:
    """The larger event, known by a claim, that this one is part of."""
    return Value(id=_UNNAMED, property="part_of", cites=_ids(*cites), event=claim)


def outnumbers(one: Value, other: Value) -> bool:
    """Whether two numbers of the same things cannot both be right; what is only approximate can."""
    if one.count is None or other.count is None or one.count.unit != other.count.unit:
        return False
    if "approximate" in (one.hedge, other.hedge):
        return False
    low, high, least, most = one.count.low, one.count.high, other.count.low, other.count.high
    return (high is not None and least is not None and high < least) or (
        most is not None and low is not None and most < low
    )


def is_dated(date: Mention) -> bool:
    """Whether a date mention has a value that can say when something happened: EDTF with a year that is known."""
    if not date.value or not edtf.is_valid(date.value):
        return False
    parsed = edtf.parse(date.value)
    return parsed.earliest is not None or parsed.latest is not None


def fineness(date: Mention) -> int:
    """The days that a date leaves open, for choosing the finer of two; open dates come last."""
    parsed = edtf.parse(date.value)
    if parsed.earliest is None or parsed.latest is None:
        return 1_000_000_000
    return parsed.latest.number - parsed.earliest.number


def _ids(*cites: Mention) -> list[str]:
    return list(dict.fromkeys(mention.id for mention in cites))
