"""Loading spaCy pipelines, so that numpy's own library multiplies their matrices.

spaCy brings a library of its own for that (BLIS), which knows few processors; that of numpy took 0.4 to 0.7 of its time
on the processor that this was measured on (AMD EPYC, one thread, the small English model; `tests/benchmarks/tag.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, use_ops


def load(model: str, exclude: Iterable[str] = (), **shared: Any) -> Language:
    """The pipeline of that name without some of its components; `shared` goes to spaCy. Raises OSError as spaCy does.

    Where another library is at work already, on a graphics card or a Mac, that one stays.
    """
    plain = type(get_current_ops()) is NumpyOps
    with use_ops("numpy", use_blis=False) if plain else nullcontext():
        return spacy.load(model, exclude=list(exclude), **shared)
