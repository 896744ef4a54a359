"""How sure a proposal is, from 0 to 1: a sum of what speaks for it, set against how often such claims are right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from regesta import edtf
from regesta.extract.happenings import Happening
from regesta.model.claim import Stance, Value

_BASE = 0.35
_OWN_DATE = 0.3
_FAR_DATE = 0.15
_FINE = 0.05
_PLACE = 0.1
_PERSON = 0.1
_NAMED_BY_TRIGGER = 0.05
_INFERRED = -0.1
_NOT_PLAIN = -0.05

#: Sum of evidence to the share of claims right, measured on 2026-11-25 by `tests/benchmarks/events.py --calibration`:
#: 351 claims of the seed article and of the births and deaths of redocred-dev (its gold lacks most other events). Sums
#: under 0.6 were few (24 of 29 right) and are kept lower than measured, since inferred dates were right in 1 of 4.
CALIBRATION = ((0.05, 0.2), (0.4, 0.5), (0.6, 0.75), (0.75, 0.87), (0.8, 0.93), (0.9, 0.98), (1.0, 0.99))


def score(happening: Happening, values: Sequence[Value], stance: Stance) -> float:
    """The score of a claim: how many of a hundred like it are right, as far as was measured."""
    total = _BASE
    dates = [value for value in values if value.property == "when"]
    if happening.dates and not happening.shared:
        total += _OWN_DATE if happening.steps(happening.dates[0]) < 0.75 else _FAR_DATE
    elif dates:
        total += _FAR_DATE / 2
    if any(value.edtf and edtf.parse(value.edtf).precision in ("day", "month") for value in dates):
        total += _FINE
    total += _PLACE * any(value.property == "where" for value in values)
    total += _PERSON * any(value.property == "who" for value in values)
    total += _NAMED_BY_TRIGGER * (happening.key in happening.triggers and happening.key.label == "TRIGGER")
    total += _INFERRED * any(value.hedge == "inferred" for value in values)
    total += _NOT_PLAIN * (stance != "asserted")
    return round(_calibrated(total), 2)


def _calibrated(total: float) -> float:
    """The share of claims right among those with such a sum, read off `CALIBRATION` along straight lines."""
    for (low, least), (high, most) in pairwise(CALIBRATION):
        if total <= high:
            return least + (most - least) * max(0.0, total - low) / (high - low)
    return CALIBRATION[-1][1]
