"""Phrases that point, in each language: from the date being told of, or from an event that stays open."""

from __future__ import annotations

import pytest

from regesta.tag.dates.recognise import dates

STORIES = {
    "de": "Am 3. Mai 1911 begann es. ",
    "pl": "Zaczęło się 3 maja 1911 r. ",
    "fr": "Cela commença le 3 mai 1911. ",
    "ru": "Это началось 3 мая 1911 года. ",
}


def second(text: str, language: str) -> tuple[str, str]:
    """The words and the value of the date that follows the first one of a story."""
    whole = STORIES[language] + text
    _, date = dates(whole, language=language)
    return whole[date.start : date.end], date.value


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("de", "Am nächsten Tag kam er.", "nächsten Tag", "1911-05-04"),
        ("de", "Am selben Tag kam er.", "selben Tag", "1911-05-03"),
        ("de", "Im folgenden Monat kam er.", "folgenden Monat", "1911-06"),
        ("de", "Im folgenden Jahr kam er.", "folgenden Jahr", "1912"),
        ("de", "Drei Tage später kam er.", "Drei Tage später", "1911-05-06"),
        ("de", "Eine Woche zuvor kam er.", "Eine Woche zuvor", "1911-04-24/1911-04-30"),
        ("de", "Am Tag darauf kam er.", "Tag darauf", "1911-05-04"),
        ("de", "Am Vortag kam er.", "Vortag", "1911-05-02"),
        ("de", "Drei Tage nach dem Angriff kam er.", "Drei Tage nach", ""),
        ("pl", "Następnego dnia przyjechał.", "Następnego dnia", "1911-05-04"),
        ("pl", "Tego samego dnia przyjechał.", "Tego samego dnia", "1911-05-03"),
        ("pl", "W następnym miesiącu przyjechał.", "następnym miesiącu", "1911-06"),
        ("pl", "W następnym roku przyjechał.", "następnym roku", "1912"),
        ("pl", "W tym samym roku przyjechał.", "tym samym roku", "1911"),
        ("pl", "Dwa dni później przyjechał.", "Dwa dni później", "1911-05-05"),
        ("pl", "Rok później przyjechał.", "Rok później", "1912"),
        ("pl", "Nazajutrz był w domu.", "Nazajutrz", "1911-05-04"),
        ("pl", "Dwa dni po bitwie przyjechał.", "Dwa dni po", ""),
        ("fr", "Le lendemain, il vint.", "Le lendemain", "1911-05-04"),
        ("fr", "La veille, il vint.", "La veille", "1911-05-02"),
        ("fr", "Le même jour, il vint.", "Le même jour", "1911-05-03"),
        ("fr", "Le mois suivant, il vint.", "Le mois suivant", "1911-06"),
        ("fr", "L'année suivante, il vint.", "L'année suivante", "1912"),
        ("fr", "Deux jours plus tard, il vint.", "Deux jours plus tard", "1911-05-05"),
        ("fr", "Deux mois plus tôt, il vint.", "Deux mois plus tôt", "1911-03"),
        ("fr", "Deux jours après l'attaque, il vint.", "Deux jours après", ""),
        ("fr", "Le lendemain du 9 juin 1912, il vint.", "Le lendemain du 9 juin 1912", "1912-06-10"),
        ("ru", "На следующий день он приехал.", "следующий день", "1911-05-04"),
        ("ru", "В тот же день он приехал.", "тот же день", "1911-05-03"),
        ("ru", "В следующем месяце он приехал.", "следующем месяце", "1911-06"),
        ("ru", "В том же году он приехал.", "том же году", "1911"),
        ("ru", "Через два дня он приехал.", "Через два дня", "1911-05-05"),
        ("ru", "Два года спустя он приехал.", "Два года спустя", "1913"),
        ("ru", "Накануне было тихо.", "Накануне", "1911-05-02"),
        ("ru", "Через два дня после боя он приехал.", "Через два дня", ""),
        # ends and turns
        ("de", "Am Ende des Jahrhunderts kam er.", "Ende des Jahrhunderts", "1967/1999"),
        ("de", "Um die Jahrhundertwende kam er.", "die Jahrhundertwende", "1890/1909"),
        ("de", "Zur Jahreswende kam er.", "Jahreswende", "1911-12/1912-01"),
        ("de", "Zur Jahreswende 1939/40 kam er.", "Jahreswende 1939/40", "1939-12/1940-01"),
        ("pl", "Pod koniec roku przyjechał.", "koniec roku", "1911-09/1911-12"),
        ("pl", "Na przełomie XIX i XX wieku było cicho.", "przełomie XIX i XX wieku", "1890/1909"),
        ("pl", "Na przełomie 1939 i 1940 r. było cicho.", "przełomie 1939 i 1940 r.", "1939-12/1940-01"),
        ("fr", "À la fin de l'année il vint.", "la fin de l'année", "1911-09/1911-12"),
        ("fr", "Au tournant du siècle il vint.", "tournant du siècle", "1890/1909"),
        ("fr", "Au IIe millénaire av. J.-C. on bâtit.", "IIe millénaire av. J.-C.", "-1XXX"),
        ("ru", "В конце того же года он приехал.", "конце того же года", "1911-09/1911-12"),
        ("ru", "На рубеже веков было тихо.", "рубеже веков", "1890/1909"),
    ],
)
def test_a_phrase_points_from_the_date_told_of(language, text, words, value):
    assert second(text, language) == (words, value)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La planète Mars brille. Le dieu Mars parle. Le Champ de Mars est vide. De Mars à Vénus."),
        ("fr", "Mars est la planète rouge. Au lendemain de la guerre, il vint."),
        ("pl", "Lekcja Maja była dobra. Po trzech dniach przyjechał."),
        ("ru", "Накануне войны было тихо.."),
        ("de", "Dieser Tage war es still. Nach drei Tagen Ruhe ging er vor."),
    ],
)
def test_what_only_looks_like_a_date(language, text):
    assert dates(text, language=language) == []
