"""A source is stale when a pipeline for one of its languages comes or goes, and for no other."""

from __future__ import annotations

import pytest

from regesta.model.settings import TagSettings
from regesta.stages import tag
from regesta.stages.answers import who_answers
from regesta.stages.decided import Decided
from regesta.stages.language import correct_language
from regesta.stages.state import details, load, save
from regesta.stages.survey import Survey
from regesta.tag import languages, version
from regesta.tag.training.gold import Document

ENGLISH = "On 3 May the letter went from the mill to the town, and nobody there had heard of it before.\n"
GERMAN = "Am 3. Mai ging der Brief von der Mühle in die Stadt, und niemand hatte dort vorher davon gehört.\n"
TEXTS = {"english": ENGLISH, "german": GERMAN, "mixed": f"{ENGLISH}\n{GERMAN}"}
MAIN = version.model_name(TagSettings())


@pytest.fixture
def workspace(ws, make_source):
    for citekey, text in TEXTS.items():
        make_source(ws, citekey, text)
    correct_language(ws, "german", "de")
    return ws


@pytest.fixture
def keys(workspace, monkeypatch):
    """The key of each source, where these pipelines are installed beside the English one."""

    def of(**pipelines: str) -> dict[str, str]:
        monkeypatch.setattr(version, "installed", lambda: {"en": MAIN, **pipelines})
        survey = Survey(workspace, details(load(workspace)))
        found = dict(tag.plan(workspace, survey, Decided(workspace), []).keys)
        save(workspace, survey.details, "", "")
        return found

    return of


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [citekey for citekey in before if before[citekey] != after[citekey]]


def test_a_new_pipeline_touches_only_sources_in_its_language(keys):
    none, german = keys(), keys(de="de_none")
    assert changed(none, german) == ["german", "mixed"]
    assert changed(german, keys(de="de_none", fr="fr_none")) == []
    assert changed(german, keys(de="de_other")) == ["german", "mixed"]


def test_the_languages_of_a_text_are_told_once(keys, monkeypatch):
    before = keys(de="de_none")
    monkeypatch.setattr(languages, "languages_in", None)
    assert keys(de="de_none") == before


def test_a_corrected_language_is_told_anew(keys, workspace):
    before = keys(de="de_none")
    correct_language(workspace, "german", "en")
    assert keys(de="de_none")["german"] != before["german"]


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        (["en"], MAIN),
        (["", "en"], MAIN),
        (["de"], "de_none"),
        (["de", "en"], f"de_none (de), {MAIN} (en)"),
        (["pl"], "rules without a pipeline (pl)"),
    ],
)
def test_an_evaluation_names_the_pipelines_that_answered(ws, monkeypatch, spoken, said):
    monkeypatch.setattr(version, "installed", lambda: {"en": MAIN, "de": "de_none"})
    documents = [Document(source=f"a{at}", text="", marked=[], language=each) for at, each in enumerate(spoken)]
    assert who_answers(ws, "", documents) == said
