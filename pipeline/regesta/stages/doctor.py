"""`doctor`: what is installed, what the workspace's sources need beside it, and how to get it."""

from __future__ import annotations

import platform
from collections import Counter
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from typing import Literal

import msgspec

from regesta import __version__
from regesta.errors import Finding, RegestaError
from regesta.model.counts import counted
from regesta.stages.models import TRAINED, in_workspace, tag_settings
from regesta.tag.installed import OFFICIAL, Pipeline, languages_of_dates, pipelines
from regesta.tag.languages import of_text, primary
from regesta.tag.version import BLANK, MANY, model_name, model_version, other_models, pipeline_language
from regesta.workspace.corpus import citekeys, read_source, read_text
from regesta.workspace.workspace import Workspace

#: The libraries that do the work, and what for.
LIBRARIES = {
    "spacy": "finds names",
    "pdfplumber": "reads PDF",
    "pypdfium2": "reads PDF a second time, to compare",
    "trafilatura": "reads web pages",
    "citeproc-py": "writes citations",
}


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is installed, or is not: an empty version."""

    kind: Literal["program", "library", "model", "language"]
    name: str
    version: str = ""
    note: str = ""


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True):
    """What there is, and a finding for each thing that is missing, with its remedy."""

    parts: list[Part]
    findings: list[Finding]


def diagnose(ws: Workspace | None) -> Diagnosis:
    """Looks at the installation and, where there is a workspace, at what its settings and sources need."""
    installed = pipelines()
    parts = [
        Part(kind="program", name="regesta", version=__version__),
        Part(kind="program", name="python", version=platform.python_version()),
        *(Part(kind="library", name=name, version=_version(name), note=note) for name, note in LIBRARIES.items()),
        *(
            Part(kind="model", name=each.name, version=each.version, note=each.language if each.sound else "no model")
            for each in installed
        ),
    ]
    findings = [_missing_library(part.name) for part in parts if part.kind == "library" and not part.version]
    findings += [_squatter(each) for each in installed if not each.sound]
    findings += _about_model(ws)
    if ws is not None:
        more, missing = _about_languages(ws)
        parts += more
        findings += missing
    return Diagnosis(parts=parts, findings=findings)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _missing_library(name: str) -> Finding:
    return Finding(
        code="doctor.library",
        what=f"the library {name} is not installed",
        remedy="Install regesta again with what it depends on: `pip install --force-reinstall regesta`.",
    )


def _squatter(pipeline: Pipeline) -> Finding:
    return Finding(
        code="doctor.no_model",
        what=f"{pipeline.name} {pipeline.version} bears the name of a language model and is none",
        why="Somebody else has put it on the package index under the name of an official model.",
        remedy=f"Remove it: `python -m pip uninstall {pipeline.name.replace('_', '-')}`.",
    )


def _about_model(ws: Workspace | None) -> list[Finding]:
    """What is wrong with the model that the settings name."""
    if ws is not None and ws.settings.tag.model == TRAINED and not tag_settings(ws).model:
        return [
            Finding(
                code="doctor.not_trained",
                level="note",
                what='the settings say model = "trained", and no trained model was kept yet',
                why="As long as there is none, the English model is used.",
                remedy="Train one with `regesta train`.",
            )
        ]
    if ws is None:
        return []
    try:
        name = model_name(in_workspace(tag_settings(ws), ws.root))
    except RegestaError as error:
        return [error.finding]
    if model_version(name):
        return []
    return [_not_there(name, name[:2] if name[2:3] == "_" else "", "tag.model")]


def _not_there(name: str, language: str, setting: str) -> Finding:
    return Finding(
        code="doctor.model",
        what=f"the language model {name!r} of the settings is not installed",
        remedy=_how_to_get(language) if language in OFFICIAL else f"Install it, or correct {setting}.",
    )


def _about_languages(ws: Workspace) -> tuple[list[Part], list[Finding]]:
    """Which languages the sources are in, and what reads each of them."""
    used = _languages(ws)
    settings = in_workspace(tag_settings(ws), ws.root)
    try:
        others, main = other_models(settings), model_name(settings)
    except RegestaError:
        return [], []  # said by what looked at the model
    parts: list[Part] = []
    findings: list[Finding] = []
    for language, number in sorted(used.items()):
        name = others.get(language, main if pipeline_language(main) in (language, MANY) else "")
        there = [f"names by {PurePath(name).name}" if name else "names by lists, rules and memory"]
        there += ["dates by rules"] if language in languages_of_dates() else ["dates in figures only"]
        parts.append(Part(kind="language", name=language, note=f"{counted(number, 'source')}; {', '.join(there)}"))
        if name and not model_version(name) and name != main:
            findings.append(_not_there(name, language, f"tag.models.{language}"))
        elif not name and ws.settings.tag.models.get(language) != BLANK:
            findings.append(_missing_language(language, number))
    return parts, findings


def _languages(ws: Workspace) -> Counter[str]:
    """How many sources are in each language, as their records say or else their words."""
    used: Counter[str] = Counter()
    for citekey in citekeys(ws):
        source = read_source(ws, citekey)
        if source.held:
            said = primary(source.language)
            language = said or of_text(read_text(ws, citekey))
            used.update([language] if language else [])
    return used


def missing_languages(ws: Workspace) -> list[Finding]:
    """A note for each language of the sources that no pipeline is there for."""
    _, findings = _about_languages(ws)
    return [msgspec.structs.replace(finding, level="note") for finding in findings]


def _missing_language(language: str, number: int) -> Finding:
    return Finding(
        code="doctor.language",
        what=f"{number} source{' is' if number == 1 else 's are'} in {language!r}, for which no language model is "
        "installed",
        why="Its names are found by the lists, the rules and the memory of your reviews alone"
        + (", its dates by rules." if language in languages_of_dates() else ", its dates hardly."),
        remedy=_how_to_get(language),
    )


def _how_to_get(language: str) -> str:
    """Where a model for a language comes from; never a package index, where others hold the official names."""
    trained = f"train one on your own reviews with `regesta train --blank {language}`"
    if language not in OFFICIAL:
        return f"Nobody publishes one with spaCy; {trained}."
    name = OFFICIAL[language]
    return (
        f"Get {name} from its makers with `python -m spacy download {name}` (not from the package index, where the "
        "name is not theirs); for a machine without a network, fetch its file on another one and install that by its "
        f"path: `python -m pip install --no-index ./FILE.whl`. It is used once it is installed. Or {trained}, and say "
        f'{language} = "trained" under tag.models.'
    )
