"""Which folder is a workspace, and what its settings say."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.errors import RegestaError
from regesta.model.settings import Settings
from regesta.workspace.init import init
from regesta.workspace.workspace import Workspace


def test_init_makes_a_workspace_whose_settings_are_the_defaults(tmp_path: Path) -> None:
    made = init(tmp_path / "new", 'The "Kraków" papers')
    ws = Workspace.open(tmp_path / "new")
    assert ws.settings == Settings(title='The "Kraków" papers')
    assert {"regesta.toml", ".gitignore", ".gitattributes", "corpus/"} <= set(made)


def test_init_leaves_what_is_there(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    init(tmp_path, "One")
    assert init(tmp_path, "Two") == []
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert Workspace.open(tmp_path).settings.title == "One"


def test_every_setting_that_the_template_comments_out_is_its_default(tmp_path: Path) -> None:
    init(tmp_path, "Test")
    path = tmp_path / "regesta.toml"
    lines = path.read_text().splitlines()
    enabled = [line.removeprefix("# ") if " = " in line else line for line in lines]
    own_types = next(number for number, line in enumerate(enabled) if "[[event_types]]" in line)
    path.write_text("\n".join(enabled[:own_types]))
    assert Workspace.open(tmp_path).settings == Settings(title="Test")


def test_a_folder_inside_finds_the_workspace_around_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.regesta]\ntitle = "Here"\n')
    inside = tmp_path / "corpus" / "wrobel"
    inside.mkdir(parents=True)
    ws = Workspace.find(inside)
    assert (ws.root, ws.settings.title) == (tmp_path, "Here")


def test_a_pyproject_without_the_table_makes_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    with pytest.raises(RegestaError, match="regesta init"):
        Workspace.open(tmp_path)


def test_an_unknown_setting_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "regesta.toml").write_text("[ingest]\nsecond = 3\n")
    with pytest.raises(
        RegestaError, match=r"unknown field `second`.*regesta\.toml|regesta\.toml.*unknown field `second`"
    ):
        Workspace.open(tmp_path)


def test_a_type_of_the_projects_own_takes_the_place_of_the_general_one(tmp_path: Path) -> None:
    (tmp_path / "regesta.toml").write_text(
        '[[event_types]]\nname = "meeting"\nlabel = "Encounter"\n[[event_types]]\nname = "census"\nlabel = "Census"\n'
    )
    labels = {each.name: each.label for each in Workspace.open(tmp_path).event_types}
    assert (labels["meeting"], labels["census"]) == ("Encounter", "Census")


@pytest.mark.parametrize(("broader", "told"), [("cenus", "'cenus', which is no event type"), ("census", "of itself")])
def test_a_type_that_is_a_kind_of_nothing_or_of_itself_is_refused(tmp_path: Path, broader: str, told: str) -> None:
    (tmp_path / "regesta.toml").write_text(
        f'[[event_types]]\nname = "census"\nlabel = "Census"\nbroader = "{broader}"\n'
    )
    with pytest.raises(RegestaError, match=told):
        _ = Workspace.open(tmp_path).event_types
