"""The tables of the languages."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from regesta.edtf import is_valid
from regesta.tag.dates.words import CODES, language_of, languages, lexicon


def tables(language: str) -> dict[str, dict[str, object]]:
    return tomllib.loads(files("regesta.tag.dates").joinpath(f"languages/{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", languages())
def test_a_word_stands_in_one_class_only(language):
    table = tables(language)
    counted = Counter(word for name in [*CODES, "grammar"] for word in table.get(name, {}))
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", languages())
def test_every_word_is_looked_up_by_its_class(language):
    table, words = tables(language), lexicon(language)
    for name, code in CODES.items():
        for word, value in table.get(name, {}).items():
            assert words.codes[word] == (code, value)


@pytest.mark.parametrize("language", languages())
def test_named_days_are_days(language):
    for day in lexicon(language).named_days.values():
        assert day.startswith("easter") or is_valid(day if len(day) == 10 else f"2000-{day}")


def test_a_language_is_found_by_its_tag_and_an_unknown_one_is_read_as_english():
    assert [language_of(tag) for tag in ("de-AT", "pl", "EN_us", "", "tlh")] == ["de", "pl", "en", "en", "en"]


def test_the_region_says_in_which_order_figures_stand():
    assert [lexicon(tag).order for tag in ("en", "en-GB", "en-US")] == ["dmy", "dmy", "mdy"]
    assert [lexicon(tag).doubtful_order for tag in ("en", "en-GB", "en-US")] == [True, False, False]
