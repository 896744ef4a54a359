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


def test_a_date_takes_its_year_over_a_change_of_language(tagger: Tagger) -> None:
    text = (
        "In 1943 the family still lived in the old house by the river, and nobody had come for them yet.\n\n"
        "Am 5. Mai wurden wir aus der Wohnung geholt, und niemand hat uns gesagt, wohin wir gebracht werden.\n\n"
        "On 9 June the last of them was seen at the station, but they did not know where the train would go.\n"
    )
    assert dates(tagger, Source(id="two", csl={}, language="en"), text) == ["1943", "1943-05-05", "1943-06-09"]
    alone = text.partition("\n\n")[2]
    assert dates(tagger, Source(id="two", csl={}, language="en"), alone) == ["XXXX-05-05", "XXXX-06-09"]


def test_what_was_decided_in_one_language_counts_in_the_other(tagger: Tagger) -> None:
    text = (
        "Im Jahre 1943 wohnte die Familie noch immer in dem alten Haus, und niemand war bis dahin gekommen.\n\n"
        "On 9 June the last of them was seen at the station, but they did not know where the train would go.\n"
    )
    source = Source(id="two", csl={}, language="en")
    assert dates(tagger, source, text) == ["1943", "1943-06-09"]
    pin = Pin(start=text.index("1943"), end=text.index("1943") + 4, value="1944")
    assert dates(tagger, source, text, pin)[1] == "1944-06-09"
