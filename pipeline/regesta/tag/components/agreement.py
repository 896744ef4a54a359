"""A document agrees with itself: one label for a name over all its occurrences, by weighed evidence."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from regesta.names import lists
from regesta.names.fold import fold
from regesta.tag.components.context import context
from regesta.tag.components.people import no_surnames, titles
from regesta.tag.layers import NAME_LABELS, Cover, Layers, Name, NameLabel, layers, signed
from regesta.tag.words import word_list

#: From this weight on, a rule that the words beside a name speak for may differ from the rest of the document.
LOCAL = 2.0
UNSUPPORTED = 0.5
#: A full name speaks for its surname, and for its first name, this much.
PART_OF_A_NAME = 1.5
_BROKEN = re.compile(r"[()\[\],;:\"]| and ")


@Language.factory("regesta_agreement", default_config={"missed": True})
def make(nlp: Language, name: str, missed: bool) -> Agreement:  # noqa: ARG001
    """The component; `missed` asks for the occurrences that no layer saw."""
    return Agreement(name, missed)


@dataclass(slots=True)
class Form:
    """A name as the document writes it, with the evidence of all its occurrences."""

    written: dict[str, int] = field(default_factory=dict)
    evidence: dict[NameLabel, float] = field(default_factory=dict)
    strongest: float = 0.0
    count: int = 0
    heard: dict[tuple[str, NameLabel], int] = field(default_factory=dict)

    def add(self, label: NameLabel, weight: float) -> None:
        """Counts a piece of evidence; what speaks against a label has a weight below nought."""
        self.evidence[label] = self.evidence.get(label, 0.0) + weight

    def hear(self, component: str, label: NameLabel, weight: float) -> None:
        """Counts the word of a layer: the more often it says the same of a name, the less each time adds.

        What one witness says a hundred times is not a hundred witnesses: twice the word takes four occurrences.
        """
        times = self.heard[component, label] = self.heard.get((component, label), 0) + 1
        self.add(label, weight * (times**0.5 - (times - 1) ** 0.5))

    def verdict(self) -> tuple[NameLabel, float]:
        """The label that the evidence favours, and its share of all the evidence, 0 to 1."""
        weights = {label: max(self.evidence.get(label, 0.0), 0.0) for label in NAME_LABELS}
        best = max(NAME_LABELS, key=lambda label: weights[label])
        total = sum(weights.values())
        return best, round(weights[best] / total, 3) if total else 0.0


class Agreement:
    """Chooses among overlapping candidates, weighs each name over the document, and fills what was missed."""

    def __init__(self, name: str, missed: bool) -> None:
        self.name = name
        self.missed = missed

    def __call__(self, doc: Doc) -> Doc:
        """Leaves one label a name, except where the words beside an occurrence speak for another."""
        state = layers(doc)
        spans = chosen(state.flat, state.names)
        forms = self._forms(state, spans)
        verdicts = {key: form.verdict() for key, form in forms.items()}
        spans = [span for span in spans if not _unsupported(span, forms[fold(state.flat[span[0].start : span[0].end])])]
        names = [self._settled(span, *verdicts[fold(state.flat[span[0].start : span[0].end])]) for span in spans]
        state.names = names
        if self.missed:
            names += self._occurrences(state, forms, verdicts)
        state.names = sorted(names, key=lambda name: (name.start, name.end))
        return doc

    def _forms(self, state: Layers, spans: list[list[Name]]) -> dict[str, Form]:
        forms: dict[str, Form] = defaultdict(Form)
        for span in spans:
            written = state.flat[span[0].start : span[0].end]
            form = forms[fold(written)]
            form.written[written] = form.written.get(written, 0) + 1
            form.count += 1
            heard = set()
            for name in span:
                if (name.by.component, name.label) not in heard:
                    heard.add((name.by.component, name.label))
                    form.hear(name.by.component, name.label, name.weight)
                    form.strongest = max(form.strongest, name.weight)
            for label, weight in context(state, span[0].start, span[0].end):
                form.add(label, weight)
        full = [form for form in forms.values() if form.verdict()[0] == "PERSON"]
        parts = [written.split(" ") for form in full for written in form.written if " " in written]
        for part in sorted({fold(each) for words in parts for each in (words[0], words[-1])}):
            if part in forms and len(part) > 2:
                forms[part].add("PERSON", PART_OF_A_NAME)
        return forms

    def _settled(self, span: list[Name], label: NameLabel, share: float) -> Name:
        """The occurrence with the label that the document gives it, signed by who first gave it that label."""
        beside = max(
            (name for name in span if name.local and name.weight >= LOCAL), key=lambda name: name.weight, default=None
        )
        if beside and beside.label != label:
            label, share = beside.label, 1.0
        named = [name for name in span if name.label == label]
        first = max(named, key=lambda name: name.weight) if named else None
        title = next((name.title for name in span if name.title), "") if label == "PERSON" else ""
        score = min(share, 1.0)
        by, rule = (first.by, first.rule) if first else (signed(self.name), "agreement")
        return Name(
            span[0].start, span[0].end, label, signed(by.component, by.version, score), span[0].weight, rule, title
        )

    def _occurrences(
        self, state: Layers, forms: dict[str, Form], verdicts: dict[str, tuple[NameLabel, float]]
    ) -> list[Name]:
        """The names at places where no layer saw them, the longest first."""
        by_first = _sought(state, forms, verdicts)
        taken = Cover(len(state.flat), ((name.start, name.end) for name in state.names))
        for start, end in [*state.closed, *((draft.start, draft.end) for draft in state.drafts)]:
            taken.add(start, end)
        found = []
        for index, word in enumerate(state.words):
            for written, label, share in by_first.get(word.text, ()):
                end = word.start + len(written)
                if not state.flat.startswith(written, word.start) or taken.touches(word.start, end):
                    continue
                if _stands_alone(state, index, end):
                    taken.add(word.start, end)
                    found.append(Name(word.start, end, label, signed(self.name, score=share), 0.0, "seen elsewhere"))
                    break
        return found


Sought = dict[str, list[tuple[str, NameLabel, float]]]


def _sought(state: Layers, forms: dict[str, Form], verdicts: dict[str, tuple[NameLabel, float]]) -> Sought:
    """What is worth looking for, by its first word: spellings of names, and the surnames of full names."""
    small = {word.text for word in state.words if not word.capital}
    sought: dict[str, tuple[NameLabel, float]] = {}
    for key, form in forms.items():
        label, share = verdicts[key]
        for written in _searched(form, label, share, small):
            sought.setdefault(written, (label, share))
            surname = written.split(" ")[-1]
            alone = surname != written and len(surname) > 3 and surname.lower() not in small
            if label == "PERSON" and alone and fold(surname) not in forms and fold(surname) not in no_surnames():
                sought.setdefault(surname, ("PERSON", share))
    by_first: Sought = defaultdict(list)
    for written, (label, share) in sought.items():
        if first := re.match(r"[^\W_]+", written):
            by_first[first[0]].append((written, label, share))
    for entries in by_first.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return by_first


def _unsupported(span: list[Name], form: Form) -> bool:
    """Whether nothing but the model's word, given once, makes a single word an organisation: that is mostly wrong."""
    return [name.label for name in span] == ["ORG"] and sum(form.evidence.values()) < UNSUPPORTED


def chosen(flat: str, names: list[Name]) -> list[list[Name]]:
    """The candidates that stay where several overlap, in the order of the text; those for one span stand together."""
    spans: dict[tuple[int, int], list[Name]] = defaultdict(list)
    for name in names:
        spans[name.start, name.end].append(name)

    def rank(span: tuple[int, int]) -> tuple[float, int, int]:
        weight = max(name.weight for name in spans[span])
        length = span[1] - span[0]
        whole = 0.0 if _BROKEN.search(flat, *span) else 0.9 * flat.count(" ", *span)
        return -(weight + min(whole, 1.8)), -length, span[0]

    taken = Cover(len(flat))
    kept = []
    for span in sorted(spans, key=rank):
        if not taken.touches(*span):
            taken.add(*span)
            kept.append(span)
    return [spans[span] for span in sorted(kept)]


def _searched(form: Form, label: NameLabel, share: float, small: set[str]) -> list[str]:
    """The spellings of a name that are worth looking for elsewhere: sure of its kind, and no everyday word."""
    sure = share >= 0.5 and (form.count > 1 or form.strongest >= 1.0)
    return sorted(
        written
        for written in form.written
        if sure
        and (len(written) > 3 or (written.isupper() and label == "ORG" and len(written) > 1))
        and (" " in written or written.lower() not in small)
    )


def _stands_alone(state: Layers, index: int, end: int) -> bool:
    """Whether an occurrence that begins at a word is a name of its own, and not a piece of a longer one."""
    flat, start = state.flat, state.words[index].start
    if flat[end : end + 1].isalnum() or flat[max(start - 1, 0) : start] in ("'", "-"):
        return False
    if re.compile(r"'(?!s\b)\w|-\w| [A-ZÀ-Þ]\w*[a-zß-ÿ]| [A-ZÀ-Þ]\.").match(flat, end):
        return False
    if re.search(r"\d $", flat[max(start - 2, 0) : start]):
        return False
    if index == 0 or state.gap(index - 1, index) != " " or not state.words[index - 1].capital:
        return True
    before = state.words[index - 1].text
    return before in word_list("openers") or fold(before) in titles() or fold(before) in lists.folded("demonyms")
