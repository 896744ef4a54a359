"""Which language a text and its paragraphs are in, and which pipeline reads them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.tag.languages import of_blocks, of_text, primary
from regesta.tag.sentences import blocks
from regesta.tag.tagger import Tagger

ENGLISH = "The train left for the coast at six, and we were stopped there because nobody had any papers on that day."
TEXTS = {
    "en": ENGLISH,
    "de": "Der Zug fuhr um sechs Uhr ab, und wir wurden an der Grenze angehalten, weil niemand einen Ausweis hatte.",
    "fr": "Le train partit à six heures, et nous fûmes arrêtés à la gare parce que personne n'avait de papiers.",
    "pl": "Oficerowie spotkali się wieczorem i rozmawiali o tym, jak przygotować raport, którego nikt nie widział.",
    "cs": "Večer se sešli úředníci a mluvili o tom, jak se má připravit zpráva, kterou nikdo z nich ještě neviděl.",
    "ru": "Вечером был составлен отчёт, который потом передали в комитет, где его прочитали и отложили до заседания.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_shows_its_language(language):
    assert of_text(TEXTS[language]) == language


def test_what_was_said_of_a_text_goes_before_what_it_shows():
    assert of_text(TEXTS["de"], "fr-CA") == "fr"


@pytest.mark.parametrize(("said", "code"), [("de-AT", "de"), ("German", "de"), ("pol", "pl"), ("", ""), ("?", "")])
def test_a_language_by_what_it_is_called(said, code):
    assert primary(said) == code


@pytest.mark.parametrize("other", TEXTS)
def test_a_paragraph_in_another_language_is_told(other):
    text = f"{ENGLISH}\n\n{TEXTS[other]}\n\n{ENGLISH}\n"
    assert of_blocks(text, blocks(text), "en") == ["en", other, "en"]


@pytest.mark.parametrize(
    "names", ["Gen. Władysław Zub, płk Jan Orvel, Kraków, Lwów, Łódź", "Er kam.", "1939, 1940, 1941"]
)
def test_names_and_short_paragraphs_stay_in_the_language_of_the_text(names):
    text = f"{ENGLISH}\n\n{names}\n"
    assert of_blocks(text, blocks(text), "en") == ["en", "en"]


def test_english_needs_no_identifier():
    code = (
        "import sys; from regesta.tag.languages import of_text; "
        f"assert of_text({ENGLISH!r}) == 'en'; print('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def mentions(settings: TagSettings, text: str, language: str = "") -> list[tuple[str, str, str, str | None]]:
    found = Tagger(settings, [], []).tag(Source(id="any", csl={}, language=language), text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    wanted = [each for each in found if each.label in ("PERSON", "PLACE", "ORG", "DATE")]
    return [(each.exact, each.label, each.by.version, each.value) for each in wanted]


FRENCH = (
    "Le 14 mars 1942, Marguerite Delorme arriva à Besançon avec sa sœur, et elles furent logées chez des voisins "
    "qui ne posèrent pas de questions."
)


def test_a_french_paragraph_is_read_by_the_french_pipeline_and_its_dates_by_french_rules():
    found = mentions(TagSettings(), f"{ENGLISH}\n\n{FRENCH}\n\nOn 3 May 1943 it ended.\n")
    assert ("Marguerite Delorme", "PERSON") in [(exact, label) for exact, label, _, _ in found]
    dates = [(exact, value) for exact, label, _, value in found if label == "DATE" and value]
    assert dates == [("Le 14 mars 1942", "1942-03-14"), ("3 May 1943", "1943-05-03")]


def test_each_language_has_its_own_recogniser_or_none():
    names = Tagger(TagSettings(), [], []).nlp.get_pipe("regesta_model")
    assert [names.of(language) and names.of(language).language for language in ("en", "fr", "de", "")] == [
        "en",
        "fr",
        None,
        "en",
    ]


def test_a_language_that_is_set_blank_is_read_by_no_pipeline():
    found = mentions(TagSettings(models={"fr": "blank"}), FRENCH)
    assert not [version for _, _, version, _ in found if "core_news" in version or "core_web" in version]
    assert ("Le 14 mars 1942", "1942-03-14") in [(exact, value) for exact, _, _, value in found]


def test_german_without_a_pipeline_is_not_read_by_the_english_one():
    found = mentions(TagSettings(), f"{TEXTS['de']} Am 14. März 1942 kam Hauptmann Braun nach Lemberg.")
    assert not [version for _, _, version, _ in found if "core" in version]
    assert ("14. März 1942", "1942-03-14") in [(exact, value) for exact, _, _, value in found]
