"""Names of reviewers and devices as folders and files."""

from __future__ import annotations

import pytest

from regesta.errors import RegestaError
from regesta.model.folder_name import folder_name


@pytest.mark.parametrize(
    ("name", "folder"), [("Anna Nowak", "anna-nowak"), ("../../etc", "etc"), ("Łucja", "łucja"), ("李", "李")]
)
def test_a_name_becomes_a_safe_folder(name: str, folder: str) -> None:
    assert folder_name(name) == folder


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(RegestaError, match="no letter"):
        folder_name("../..")
