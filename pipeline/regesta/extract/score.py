"""How sure a proposal is, from 0 to 1: a sum of what speaks for it, so that a reviewer can order the queue."""

from __future__ import annotations

from collections.abc import Sequence

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


def score(happening: Happening, values: Sequence[Value], stance: Stance) -> float:
    """The score of a claim, rounded to hundredths."""
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
    return round(min(0.95, max(0.05, total)), 2)
