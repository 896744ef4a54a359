"""What reviewers of this project decided about a name, wherever it stood: evidence for the next time it is met."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from regesta.model.mention import Label, Mention
from regesta.model.reviewed import Standing
from regesta.names.fold import fold
from regesta.names.remembered import NAMES, Remembered, usual
from regesta.names.remembered import remembered as entry

_WORD = re.compile(r"[^\W_]+")


def remembered(standings: Iterable[Standing[Mention]]) -> list[Remembered]:
    """The memory of what was accepted (as amended) and rejected, sorted by key; nothing that is disagreed about."""
    accepted: dict[str, dict[Label, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    rejected: dict[str, Counter[Label]] = defaultdict(Counter)
    written: dict[str, str] = {}
    for standing in standings:
        record = standing.record
        name = " ".join(record.exact.split())
        key = fold(name)
        if record.label not in NAMES or standing.status not in ("accepted", "rejected") or not key:
            continue
        # Of several spellings the first in the order of the alphabet stands for all: the key is what counts.
        written[key] = min(name, written.get(key, name))
        if standing.status == "accepted":
            accepted[key][record.label][record.value] += 1
        else:
            rejected[key][record.label] += 1
    _part_namesakes(accepted)
    return [entry(written[key], accepted[key], rejected[key]) for key in sorted(written)]


def _part_namesakes(accepted: Mapping[str, dict[Label, Counter[str]]]) -> None:
    """Takes its value from a bare surname that several persons of the project bear: it says no more who is meant."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, kinds in accepted.items():
        if " " in key:
            bearers[key.rpartition(" ")[2]].update(filter(None, kinds.get("PERSON", ())))
    for key in sorted(bearers.keys() & accepted.keys()):
        values = accepted[key].get("PERSON", Counter())
        if values and bearers[key] - {usual(values)}:
            accepted[key]["PERSON"] = Counter({"": values.total()})


def words_in(text: str) -> frozenset[str]:
    """The folded words of a text, by which it is told whether a remembered name can stand in it."""
    return frozenset(fold(word) for word in {*_WORD.findall(text), *text.split()})


def reaches(entry: Remembered, words: frozenset[str]) -> bool:
    """Whether a remembered name can stand in a text of these words: its first word does."""
    first = entry.name.split(maxsplit=1)[0]
    return fold(first) in words or any(fold(word) in words for word in _WORD.findall(first)[:1])
