"""What each rule that gives a date its value says, in words for a reviewer."""

from __future__ import annotations

RULES: dict[str, str] = {
    # the words say it all
    "day": "the words name the day",
    "figures": "the date stands in figures",
    "short": "the year stands in two figures; the century is the one that the text mostly names",
    "named": "a day or a feast that has a name",
    "month": "the words name the month, or it is the one being told of",
    "stretch": "the words name a part of a month or year",
    "season": "the words name a season",
    "century": "the words name a century or a millennium",
    "centuries": "the words name two centuries",
    "quarter": "the words name a quarter of a year",
    "turn": "the turn of a century, decade or year: the last decade, year or month of the one and the first of the "
    "next; one that is named begins with it; without a name it is the nearest turn of a century, the next of a year",
    "decade": "the words name a decade",
    "year": "the words name the year",
    "bare": "a number that is a year, by the words beside it",
    "ordinal": "the words name a day of the month being told of",
    "month_mark": "the words name a day of this month or of the one before",
    # two calendars, or another one
    "double": "one day by two calendars; the value is the Gregorian one",
    "old_style": "the words say that the day is Julian; the value is the Gregorian one",
    "dual_year": "the year is written as it was counted from 25 March and from 1 January; the value is Gregorian",
    "republican": "a date of the French republic; without its year it stays open, and a person has to give the value",
    "regnal": "a year of a reign, which stays open: a person has to give the value",
    "other_era": "a year of an era that is not converted, which stays open: a person has to give the value",
    # the year comes from the story
    "same_year": "the words leave the year open; it is the one that the story stands in",
    "next_year": "the words leave the year open; it is the one after that in which the story stood",
    "last_year": "the words leave the year open; it is the one before that in which the story stood",
    "head": "the year stands at the head of the column",
    "that_year": "the words say that it is the year being told of",
    "year_ahead": "the words leave the year open; it is the next one that the text names",
    # phrases that point
    "later": "counted on from the date being told of",
    "earlier": "counted back from the date being told of",
    "offset": "counted from the date that the words name",
    "beside": "the one before or after the date being told of",
    "day_near": "the day before or after the one being told of",
    "day_beside": "the day before or after the one being told of",
    "neighbour": "the next or the previous one, seen from the date being told of",
    "last": "the last one before the date being told of",
    "within": "a part of the time being told of",
    "same": "the time being told of",
    "weekday": "the nearest such day of the week, seen from the date being told of",
    "weekday_of_report": "the last such day before the report was written; the next one, of what is planned",
    "event": "counted from an event whose date the words do not give; it stays open",
    "open": "nothing in the text says the year or the day; it stays open",
    # people
    "added": "a person added it",
}


def in_words(rule: str) -> str:
    """What a rule says; the rule itself where nothing is known of it."""
    return RULES.get(rule, rule)
