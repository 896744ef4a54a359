"""The tables of a language."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

from regesta.edtf import is_valid
from regesta.tag.dates.words import CODES, lexicon


def tables() -> dict[str, dict[str, object]]:
    return tomllib.loads(files("regesta.tag.dates").joinpath("english.toml").read_text("utf-8"))


def test_a_word_stands_in_one_class_only():
    english = tables()
    counted = Counter(word for table in [*CODES, "grammar"] for word in english[table])
    assert [word for word, times in counted.items() if times > 1] == []


def test_every_word_is_looked_up_by_its_class():
    english, words = tables(), lexicon()
    for table, code in CODES.items():
        assert {words.codes[word] for word in english[table]} == {(code, value) for value in english[table].values()}


def test_named_days_are_days():
    for day in lexicon().named_days.values():
        assert day.startswith("easter") or is_valid(day if len(day) == 10 else f"2000-{day}")
