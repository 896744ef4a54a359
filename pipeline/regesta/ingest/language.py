"""The language of a source, as a file or a bibliographic record names it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def language_tag(said: str) -> str:
    """What a file says of its language, if that is a BCP 47 tag; else nothing, for it is never guessed."""
    return said if _TAG.fullmatch(said) else ""


def language_of(csl: Mapping[str, Any]) -> str:
    """The language that a CSL item names, in whatever form; empty where it names none."""
    language = csl.get("language")
    return language if isinstance(language, str) else ""
