"""What is installed is told without importing it, and a package that only bears a model's name is no model."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from regesta.tag import installed
from regesta.tag.installed import OFFICIAL, languages_of_dates, pipelines


class Package:
    """A distribution as the metadata of Python know it."""

    def __init__(self, name, version, files=()):
        self.metadata = {"Name": name}
        self.version = version
        self.entry_points = []
        self.files = [Path(each) for each in files]


def test_the_english_model_is_there():
    assert [each.language for each in pipelines() if each.sound and each.name.startswith("en_")]


def test_a_squatter_is_no_model(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(installed, "distributions", lambda: [Package("de-core-news-md", "999.9.9", ["x/__init__.py"])])
    (found,) = pipelines()
    assert (found.name, found.sound) == ("de_core_news_md", False)


def test_languages_have_names_as_spacy_gives_them():
    assert all(name.startswith(f"{language}_core_") for language, name in OFFICIAL.items())
    assert {"en", "de", "pl"} <= set(languages_of_dates())


def test_it_imports_no_spacy():
    code = "import sys; from regesta.tag.installed import pipelines; pipelines(); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
