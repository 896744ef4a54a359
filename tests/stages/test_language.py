"""The language of a source, as a person corrects it."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.stages.language import correct_language
from regesta.workspace.corpus import read_source


def test_a_correction_stands_in_the_record_and_nothing_else_changes(ws, make_source):
    source = make_source(ws, "brief", "Am 3. Mai kam er.\n")
    assert correct_language(ws, "brief", "de") == "en"
    corrected = read_source(ws, "brief")
    assert (corrected.language, corrected.text, corrected.csl) == ("de", source.text, source.csl)


def test_what_is_no_code_of_a_language_is_refused(ws, make_source):
    make_source(ws, "brief", "Am 3. Mai kam er.\n")
    with pytest.raises(RegestaError, match="no code of a language"):
        correct_language(ws, "brief", "German!")
    assert read_source(ws, "brief").language == "en"
