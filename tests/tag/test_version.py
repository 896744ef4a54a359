"""The signature names all that may change what is proposed, and costs no import of spaCy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from regesta.errors import RegestaError
from regesta.model.settings import TagSettings
from regesta.tag import version
from regesta.tag.version import signature


def test_it_names_model_spacy_and_rules() -> None:
    assert signature(TagSettings()).startswith("en_core_web_sm")
    assert "; spacy 3." in signature(TagSettings())
    assert version.rules_digest() in signature(TagSettings())


def test_settings_and_config_change_it() -> None:
    made = {
        signature(TagSettings()),
        signature(TagSettings(winter="january")),
        signature(TagSettings(model="other")),
        signature(TagSettings(), config="[nlp]"),
    }
    assert len(made) == 4


def test_it_names_the_parser_of_a_pipeline_that_was_trained(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "en"}', encoding="utf-8")
    assert "; parser en_core_web_sm" in signature(TagSettings(model=str(tmp_path)))


def test_it_imports_no_spacy() -> None:
    code = (
        "import sys; from regesta.model.settings import TagSettings; from regesta.tag.version import signature; "
        "signature(TagSettings()); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_no_model_is_said_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "ENGLISH", ("no_such_model",))
    with pytest.raises(RegestaError) as fault:
        signature(TagSettings())
    assert fault.value.finding.code == "tag.no_model"
    assert fault.value.finding.remedy
