"""Making a workspace."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from regesta.errors import fail
from regesta.workspace.replace import replace_bytes
from regesta.workspace.settings import OWN_FILE, settings_file

_FOLDERS = ("corpus", "annotations/authority", "annotations/decisions", "outputs")
#: Template in the package to file in the workspace; a template cannot bear the dot, or packaging tools would obey it.
_FILES = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}


def init(folder: Path, title: str) -> list[str]:
    """The paths that were made, relative to the folder; what is there already is left as it is."""
    if folder.exists() and not folder.is_dir():
        raise fail("workspace.not_a_folder", "is a file, not a folder", path=str(folder))
    templates = files("regesta.workspace") / "templates"
    made: list[str] = []
    for name in _FOLDERS:
        if not (folder / name).is_dir():
            (folder / name).mkdir(parents=True)
            made.append(f"{name}/")
    if settings_file(folder) is None:
        settings = (templates / OWN_FILE).read_text("utf-8").replace("{title}", _toml_string(title))
        made += _write(folder / OWN_FILE, settings)
    for template, name in _FILES.items():
        made += _write(folder / name, (templates / template).read_text("utf-8"))
    return made


def _write(path: Path, content: str) -> list[str]:
    if path.exists():
        return []
    replace_bytes(path, content.encode("utf-8"))
    return [path.name]


def _toml_string(text: str) -> str:
    escaped = "".join(f"\\u{ord(char):04x}" if char in '"\\' or ord(char) < 32 else char for char in text)
    return f'"{escaped}"'
