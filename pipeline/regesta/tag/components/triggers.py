"""Triggers: the verbs and nouns of the event types, in all their forms, where they are used as such."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct
from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.model.mention import Alternative
from regesta.model.settings import EventType
from regesta.tag.inflect import Form, noun_forms, verb_forms
from regesta.tag.layers import Cover, Layers, layers, signed, words_of
from regesta.tag.numbers import NUMBER
from regesta.tag.words import word_list

_MOST_BETWEEN = 3
_ABOUT = "at|about|around|some|over|more|nearly|up|dozens|scores|hundreds|several|many"


class Entry(Struct, frozen=True):
    """One form of one lemma of an event type."""

    words: tuple[str, ...]
    form: Form
    type: str


@Language.factory("regesta_triggers", default_config={"event_types": []})
def make(nlp: Language, name: str, event_types: list[dict[str, Any]]) -> Triggers:  # noqa: ARG001
    """The component; `event_types` are those of the workspace, with lemmas of verbs and nouns."""
    return Triggers(name, [msgspec.convert(event_type, EventType) for event_type in event_types])


class Triggers:
    """Looks every word up among the forms, and judges by its neighbours whether it is used as verb or noun."""

    def __init__(self, name: str, event_types: Iterable[EventType]) -> None:
        self.by = signed(name)
        self._by_first: dict[str, list[Entry]] = defaultdict(list)
        for event_type in event_types:
            for entry in _entries(event_type):
                self._by_first[entry.words[0]].append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry.words), entry.form != "noun"))

    def __call__(self, doc: Doc) -> Doc:
        """Adds the triggers to the drafts."""
        state = layers(doc)
        taken = Cover(len(state.text), ((name.start, name.end) for name in state.names))
        for draft in state.drafts:
            if draft.label in ("DATE", "QUANTITY", "TRIGGER"):
                taken.add(draft.start, draft.end)
        for index, word in enumerate(state.words):
            entries = self._by_first.get(word.text.lower())
            if entries and not taken.touches(word.start, word.end):
                self._mark(state, index, entries, taken)
        return doc

    def _mark(self, state: Layers, index: int, entries: list[Entry], taken: Cover) -> None:
        found = [(entry, end) for entry in entries if (end := _fits(state, index, entry))]
        if not found:
            return
        forms = ("present", "ing") if _opens_a_result(state, index) else ("present",)
        entry, end = next((each for each in found if each[0].form in forms), found[0])
        others = dict.fromkeys(other.type for other, _ in found if other.type != entry.type)
        start = state.words[index].start
        taken.add(start, end)
        state.drafts.append(
            Draft(
                start=start,
                end=end,
                label="TRIGGER",
                value=entry.type,
                by=self.by,
                rule="noun" if entry.form == "noun" else "verb",
                alternatives=[Alternative(value=other) for other in others],
            )
        )


def _opens_a_result(state: Layers, index: int) -> bool:
    """Whether a comma stands before a word, and a number or an article behind it: ", killing ten"."""
    if not index or "," not in state.gap(index - 1, index) or index + 1 >= len(state.words):
        return False
    follows = state.words[index + 1].text.lower()
    return follows in word_list("determiners") or bool(re.match(rf"(?:{_ABOUT}|{NUMBER})\b", follows))


def _entries(event_type: EventType) -> Iterable[Entry]:
    for lemma in event_type.nouns:
        for form in noun_forms(lemma):
            yield Entry(words_of(form.lower()), "noun", event_type.name)
    for lemma in event_type.verbs:
        verb, _, particle = lemma.partition(" ")
        for form, kind in verb_forms(verb).items():
            yield Entry((*words_of(form.lower()), *words_of(particle.lower())), kind, event_type.name)


def _fits(state: Layers, index: int, entry: Entry) -> int:
    """The offset at which an entry that begins at a word ends; 0 where it does not fit."""
    at = index
    for word in entry.words[1:]:
        at = _next(state, at, word, 0 if entry.form == "noun" else _MOST_BETWEEN)
        if not at:
            return 0
    used = _is_noun(state, index, at, entry) if entry.form == "noun" else _is_verb(state, index, at, entry)
    return state.words[at].end if used else 0


def _next(state: Layers, at: int, word: str, most: int) -> int:
    """The index of a word behind another with at most so many between them in one clause; 0 where there is none."""
    for further in range(at + 1, min(at + 2 + most, len(state.words))):
        if state.gap(further - 1, further).strip(" ") not in ("", "-", "'"):
            return 0
        if state.words[further].text.lower() == word:
            return further
    return 0


def _neighbours(state: Layers, index: int, last: int) -> tuple[str, str, str]:
    """The word before, the word behind in small letters, and the word behind as it stands; empty across a stop."""
    before = after = ""
    if index and state.gap(index - 1, index).strip(" ") in ("", "-"):
        before = state.words[index - 1].text.lower()
    if last + 1 < len(state.words) and state.gap(last, last + 1).isspace():
        after = state.words[last + 1].text
    return before, after.lower(), after


def _is_noun(state: Layers, index: int, last: int, entry: Entry) -> bool:
    """Whether a form of a noun is used as one, and names an event: not in "prisoner of war", "pre-war", "to fall"."""
    before, after, _ = _neighbours(state, index, last)
    if before in word_list("bound_before_a_noun") and state.gap(index - 1, index) == "-":
        return False
    if before == "of" and index > 1 and state.words[index - 2].text.lower() in word_list("before_of_war"):
        return entry.words[0] != "war"
    plain = len(entry.words) == 1 and not entry.words[0].endswith(("s", "ing", "ion", "ment"))
    if plain and before in word_list("before_a_base_form") - {"and", "or", "not"}:
        return before == "to" and after not in word_list("determiners")
    return True


def _is_verb(state: Layers, index: int, last: int, entry: Entry) -> bool:
    """Whether a form of a verb is used as one: not in "the attack", "the annexed lands", "in occupied Lyon"."""
    word = state.words[index]
    before, after, written = _neighbours(state, index, last)
    if word.capital and (before or not word.text[1:].islower()):
        return False
    if before.endswith("ly") and index > 1:
        before = state.words[index - 2].text.lower()
    relative = before == "that" and index > 1 and entry.form != "ing" and not state.gap(index - 2, index - 1).strip(" ")
    determined = before in word_list("determiners") and not (relative and after in word_list("determiners"))
    behind_preposition = before in word_list("prepositions") - {"after", "before"}
    opens = after in word_list("determiners") or (written[:1].isupper() and written != "I")
    if entry.form == "base":
        named = bool(index) and state.words[index - 1].capital
        plural = (named or before.endswith("s")) and not determined and opens
        return before in word_list("before_a_base_form") or (bool(before) and plural)
    if entry.form == "present":
        return opens and bool(before) and not determined and before not in word_list("prepositions")
    if entry.form == "ing":
        return not determined
    if behind_preposition:
        return False
    return not determined or after in word_list("prepositions")
