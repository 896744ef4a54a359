"""Finding and reading the settings of a workspace."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from regesta.errors import RegestaError, fail, refused_by_system
from regesta.model.settings import EventType, Settings

OWN_FILE = "regesta.toml"
PROJECT_FILE = "pyproject.toml"


class _EventTypes(msgspec.Struct, forbid_unknown_fields=True):
    event_types: list[EventType]


def settings_file(folder: Path) -> Path | None:
    """The file that makes the folder a workspace: regesta.toml, or a pyproject.toml with a [tool.regesta] table."""
    own = folder / OWN_FILE
    if own.is_file():
        return own
    project = folder / PROJECT_FILE
    if project.is_file() and "regesta" in _load(project).get("tool", {}):
        return project
    return None


def read_settings(path: Path) -> Settings:
    """The settings in a file; raises RegestaError for an unknown name or a value of the wrong kind."""
    table = _load(path)
    if path.name == PROJECT_FILE:
        table = table["tool"]["regesta"]
    try:
        return msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        raise fail(
            "settings.value",
            f"the settings do not hold: {error}",
            path=str(path),
            remedy="Correct the value; a file that `regesta init` writes has every setting with a comment.",
        ) from None


def event_types(settings: Settings) -> list[EventType]:
    """The general list of event types, with the project's own added or in the place of those of the same name.

    Raises RegestaError where one is a kind of a type that is not there, or, at some remove, of itself.
    """
    shipped = files("regesta.workspace").joinpath("event_types.toml").read_bytes()
    types = {each.name: each for each in msgspec.toml.decode(shipped, type=_EventTypes).event_types}
    types.update((each.name, each) for each in settings.event_types)
    for each in types.values():
        _check_broader(each, types)
    return list(types.values())


def broader_types(types: Iterable[EventType]) -> dict[str, str]:
    """For each event type that is a kind of another, the name of that other."""
    return {each.name: each.broader for each in types if each.broader}


def _check_broader(kind: EventType, types: Mapping[str, EventType]) -> None:
    at, seen = kind, {kind.name}
    while at.broader:
        if at.broader not in types or at.broader in seen:
            told = "itself, at some remove" if at.broader in seen else f"{at.broader!r}, which is no event type"
            raise fail(
                "settings.broader",
                f"the event type {kind.name!r} is a kind of {told}",
                remedy="Correct `broader` of that event type in the settings, or leave it out.",
            )
        at = types[at.broader]
        seen.add(at.name)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fail(
            "settings.toml",
            f"cannot be read as TOML: {error}",
            path=str(path),
            remedy='Correct that line; texts stand in quotes, as in `title = "Letters"`.',
        ) from None
    except OSError as error:
        raise RegestaError(refused_by_system("settings.unreadable", error, str(path))) from error
