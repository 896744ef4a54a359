"""Names in other languages than English: declined towns, first names and ranks, without a pipeline for them."""

from __future__ import annotations

import pytest

from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.names.gazetteer import Site
from regesta.tag.other_languages import undeclined, words_of_language
from regesta.tag.tagger import Tagger

LANGUAGES = ("de", "pl", "cs", "ru", "fr")


class Towns:
    """A gazetteer of a few towns, in memory."""

    version = "towns 1"
    numbers = {
        "rejow": 9_000,
        "zamoyna": 60_000,
        "koslin": 80_000,
        "kiste": 30_000,
        "tvrzov": 8_000,
        "рогов": 90_000,
        "дубна": 70_000,
    }

    def find(self, key: str) -> tuple[Site, ...]:
        people = self.numbers.get(key)
        where = {"name": key.title(), "lat": 50.0 + (people or 0) / 1e6, "lon": 20.0, "country": "PL"}
        return (Site(id=people, population=people, **where),) if people else ()

    def longer(self, key: str) -> tuple[Site, ...]:
        return ()

    def get(self, number: int) -> Site | None:
        return None


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(TagSettings(models=dict.fromkeys(LANGUAGES, "blank")), [], [], gazetteer=Towns())


def names(tagger: Tagger, text: str, language: str) -> list[tuple[str, str]]:
    found = tagger.tag(Source(id="any", csl={}, language=language), f"{text}\n")
    return [(each.exact, each.label) for each in found if each.label in ("PERSON", "PLACE", "ORG")]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("pl", "Potem był w Rejowie i Koslinie, a wrócił ze Zamoyny.", ["Rejowie", "Koslinie", "Zamoyny"]),
        ("cs", "Potom byl v Tvrzově a vrátil se ze Zamoyny do Koslina.", ["Tvrzově", "Zamoyny", "Koslina"]),
        ("ru", "Потом он жил в Рогове и уехал из Дубны.", ["Рогове", "Дубны"]),
        ("de", "Dann fuhr er nach Zamoyna und kam aus Koslin.", ["Zamoyna", "Koslin"]),
        ("fr", "Puis il vint à Zamoyna et quitta la ville de Koslin.", ["Zamoyna", "Koslin"]),
    ],
)
def test_towns_behind_the_words_for_places(tagger, language, text, places):
    assert names(tagger, text, language) == [(place, "PLACE") for place in places]


def test_a_declined_town_is_linked_to_the_town(tagger):
    found = tagger.tag(Source(id="any", csl={}, language="pl"), "Potem był w Zamoynie, a wrócił ze Zamoyny.\n")
    towns = [[each.value, *(rival.value for rival in each.alternatives)] for each in found if each.label == "PLACE"]
    assert ["geonames:60000" in ids for ids in towns] == [True, True]


@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        ("pl", "Wezwał go płk. Zubek, potem mjr Tworek i pan Leon Kosik.", ["Zubek", "Tworek", "Leon Kosik"]),
        ("pl", "Rozmawiał z porucznikiem Zubkiem o siostrze Marii Tworek.", ["Zubkiem", "Marii Tworek"]),
        ("cs", "Vyslýchal ho kapitán Zubek a poručík Tvrzník.", ["Zubek", "Tvrzník"]),
        ("ru", "Его вызвал майор Зубов, с ним был Николай Творец.", ["Зубов", "Николай Творец"]),
        ("de", "Dann kam Hauptmann Zubek mit Dr. Kosik ins Haus.", ["Zubek", "Kosik"]),
        ("fr", "Le capitaine Zubek parla au docteur Kosik et à Hélène.", ["Zubek", "Kosik", "Hélène"]),
    ],
)
def test_persons_behind_ranks_and_by_first_names(tagger, language, text, persons):
    assert names(tagger, text, language) == [(person, "PERSON") for person in persons]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Kiste lag vor der Scheune, und das Haus stand leer."),
        ("de", "Kiste um Kiste wurde abgeladen, und niemand fragte nach dem Preis."),
        ("pl", "Kiste leżał na stole, a nikt o niego nie pytał."),
    ],
)
def test_what_begins_a_sentence_or_follows_an_article_is_no_unseen_town(tagger, language, text):
    assert names(tagger, text, language) == []


def test_a_letter_s_greeting_is_none_of_the_name(tagger):
    assert names(tagger, "Liebe Hanna, seit gestern sind wir hier.", "de") == [("Hanna", "PERSON")]


def test_an_ending_is_taken_off_in_every_way_that_it_may_have_come_on():
    polish = words_of_language("pl")
    assert polish is not None
    assert "krakow" in undeclined("krakowie", polish)
    assert "warszawa" in undeclined("warszawie", polish)
    assert words_of_language("en") is None
