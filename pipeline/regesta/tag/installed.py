"""Which language models are installed, which are none although they bear such a name, and where models come from."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions
from importlib.resources import files

from msgspec import Struct

#: Languages for which spaCy's makers publish a pipeline, and its name; none of them is to be had from a package index
#: under this name with any safety: what stands there was put there by others.
OFFICIAL = {
    "ca": "ca_core_news_sm", "zh": "zh_core_web_sm", "hr": "hr_core_news_sm", "da": "da_core_news_sm",
    "nl": "nl_core_news_sm", "en": "en_core_web_sm", "fi": "fi_core_news_sm", "fr": "fr_core_news_sm",
    "de": "de_core_news_sm", "el": "el_core_news_sm", "it": "it_core_news_sm", "ja": "ja_core_news_sm",
    "ko": "ko_core_news_sm", "lt": "lt_core_news_sm", "mk": "mk_core_news_sm", "nb": "nb_core_news_sm",
    "pl": "pl_core_news_sm", "pt": "pt_core_news_sm", "ro": "ro_core_news_sm", "ru": "ru_core_news_sm",
    "sl": "sl_core_news_sm", "es": "es_core_news_sm", "sv": "sv_core_news_sm", "uk": "uk_core_news_sm",
}  # fmt: skip
#: The group of entry points under which pipelines make themselves known to spaCy.
_GROUP = "spacy_models"


class Pipeline(Struct, frozen=True, kw_only=True):
    """An installed spaCy pipeline; `sound` is false where it bears a model's name and is none."""

    name: str
    version: str
    language: str
    sound: bool = True


def pipelines() -> list[Pipeline]:
    """The installed pipelines, and the packages that only bear such a name, by name; without importing any."""
    found = {}
    for package in distributions():
        name = str(package.metadata["Name"] or "").replace("-", "_")
        known = [entry.name for entry in package.entry_points if entry.group == _GROUP]
        official = any(name[:2] == each[:2] and name[2:10] in ("_core_we", "_core_ne") for each in OFFICIAL.values())
        for each in known or ([name] if official else []):
            sound = bool(known) and _has_model(package)
            found[each] = Pipeline(name=each, version=package.version, language=each[:2], sound=sound)
    return [found[name] for name in sorted(found)]


def _has_model(package: Distribution) -> bool:
    """Whether a package brings the settings of a pipeline: one that squats on a name brings none."""
    return any(path.name == "config.cfg" for path in package.files or ())


def languages_of_dates() -> list[str]:
    """The languages whose dates are read by rules."""
    folder = files("regesta.tag").joinpath("dates", "languages")
    return sorted(child.name.removesuffix(".toml") for child in folder.iterdir() if child.name.endswith(".toml"))
