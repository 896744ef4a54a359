"""What the tagger hands on to the dates: the language of the source, and what people decided."""

from __future__ import annotations

from regesta.model.source import Source
from regesta.tag.dates.pins import Pin
from regesta.tag.tagger import Tagger


def dates(tagger: Tagger, source: Source, text: str, *pins: Pin) -> list[str]:
    return [mention.value for mention in tagger.tag(source, text, pins) if mention.label == "DATE"]


def test_a_source_is_read_in_its_own_language(tagger: Tagger) -> None:
    text = "Traktat podpisano 14 marca 1921 r. w Rydze."
    assert dates(tagger, Source(id="pl", csl={}, language="pl-PL"), text) == ["1921-03-14"]
    assert dates(tagger, Source(id="en", csl={}, language="en"), text) == ["1921"]


def test_what_people_decided_is_where_the_other_dates_are_read_from(tagger: Tagger) -> None:
    source = Source(id="any", csl={}, language="en")
    text = "They met in Riga in May 1941. On 9 June they parted."
    start = text.index("May 1941")
    pin = Pin(start=start, end=start + len("May 1941"), value="1940-05")
    assert dates(tagger, source, text) == ["1941-05", "1941-06-09"]
    assert dates(tagger, source, text, pin) == ["1941-05", "1940-06-09"]


def test_nothing_of_one_source_stays_for_the_next(tagger: Tagger) -> None:
    text = "They met in Riga in May 1941. On 9 June they parted."
    pin = Pin(start=20, end=28, value="1940-05")
    dates(tagger, Source(id="one", csl={}, language="de"), text, pin)
    assert dates(tagger, Source(id="two", csl={}), text) == ["1941-05", "1941-06-09"]
