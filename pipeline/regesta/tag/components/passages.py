"""Passages: the sentences and the items of dated lists on which a claim can rest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.layers import Layers, layers, signed
from regesta.tag.sentences import Block

_SEPARATOR = re.compile(r"\s*[,;•|]\s+|\n+")
_LABELLED = re.compile(r"\s*[^\W\d][\w ()/'-]{0,40}:\s+")
_YEARS = re.compile(r"[\d–—/-]+")
_SHORTEST_TITLE = 12
_LED_BY = re.compile(
    r"\b(?:headed|led|chaired|represented|commanded|presided over|attended|accompanied|escorted|hosted) by\b"
)
_FULL_STOP = re.compile(r"[.!?][\"'”’)\]]*$")


@Language.factory("regesta_passages")
def make(nlp: Language, name: str) -> Passages:  # noqa: ARG001
    """The component."""
    return Passages(name)


class Passages:
    """Marks sentences with a date, a trigger, or words of who says it or led whom, and the items of dated lists."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the passages to the drafts."""
        state = layers(doc)
        dates = _spans(draft for draft in state.drafts if draft.label == "DATE")
        triggers = _spans(draft for draft in state.drafts if draft.label == "TRIGGER")
        verbs = _spans(draft for draft in state.drafts if draft.label == "TRIGGER" and draft.rule == "verb")
        tellers = _spans(draft for draft in state.drafts if _is_of_a_teller(draft))
        for block in state.blocks:
            for start, end in block.sentences:
                dated = _within(dates, start, end)
                if items := dated_items(state, start, end, dated):
                    state.drafts += [self._passage(*item, "dated item") for item in items]
                elif not _within(verbs, start, end) and _is_title(state, start, end, dated):
                    continue
                elif (
                    _within(tellers, start, end)
                    or _LED_BY.search(state.small, start, end)
                    or _says_something(state, block, start, end, dated, _within(triggers, start, end))
                ):
                    state.drafts.append(self._passage(start, end, block.kind))
        return doc

    def _passage(self, start: int, end: int, rule: str) -> Draft:
        return Draft(start=start, end=end, label="PASSAGE", value="", by=self.by, rule=rule)


def _spans(drafts: Iterable[Draft]) -> list[tuple[int, int]]:
    """The spans of some drafts in the order of the text."""
    return sorted((draft.start, draft.end) for draft in drafts)


def _is_of_a_teller(draft: Draft) -> bool:
    """Whether a draft says whose word something is, or that somebody disputes it: what was told before may need it."""
    return draft.label == "CUE" and draft.value.startswith(("attribution", "dispute"))


def _is_title(state: Layers, start: int, end: int, dated: list[tuple[int, int]]) -> bool:
    """Whether a line without a verb and a full stop is a title: all in capitals, or closed by a bare year."""
    line = state.text[start:end]
    if _FULL_STOP.search(line) or "\n" in state.text[start:end].strip():
        return False
    if len(line) >= _SHORTEST_TITLE and line == line.upper() and re.search(r"[^\W\d_]{3}", line):
        return True
    years = all(_YEARS.fullmatch(state.text[left:right]) for left, right in dated)
    return bool(dated) and years and dated[0][0] > start and dated[-1][1] == end


def _within(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The spans that lie within a stretch of the text."""
    first = bisect_left(spans, (start, start))
    last = bisect_left(spans, (end, end))
    return [span for span in spans[first:last] if span[1] <= end]


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies within one of the spans."""
    at = bisect_left(spans, (offset, 0)) - 1
    return at >= 0 and offset < spans[at][1]


def _says_something(
    state: Layers, block: Block, start: int, end: int, dated: list[tuple[int, int]], triggers: list[tuple[int, int]]
) -> bool:
    """Whether a claim can rest on it: not on a heading, a bare date, or the undated item of a list of words."""
    if block.kind == "heading":
        return False
    piece = state.text[start:end]
    if not dated:
        return bool(triggers) and (block.kind == "prose" or bool(_FULL_STOP.search(piece)))
    for left, right in reversed(dated):
        piece = piece[: left - start] + piece[right - start :]
    return bool(re.search(r"[^\W\d_]{3}", piece))


def dated_items(state: Layers, start: int, end: int, dated: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The items of "Time: 3 May 1921 in Riga, June 1921 in Reval", each with one date; none in any other text."""
    if len(dated) < 2 or _FULL_STOP.search(state.text[start:end]):
        return []
    label = _LABELLED.match(state.text, start, end)
    begin = label.end() if label and label.end() <= dated[0][0] else start
    for separator in (";", ",", ""):
        items = _split(state, begin, end, dated, separator)
        if len(items) > 1 and all(len(_within(dated, *item)) == 1 for item in items):
            return items
    return []


def _split(state: Layers, begin: int, end: int, dated: list[tuple[int, int]], separator: str) -> list[tuple[int, int]]:
    """The pieces between separators that stand outside the dates; a piece without a date belongs to the one before."""
    cuts = [
        match.span()
        for match in _SEPARATOR.finditer(state.text, begin, end)
        if (not separator or separator in match[0]) and not _inside(dated, match.start())
    ]
    pieces: list[tuple[int, int]] = []
    at = begin
    for left, right in [*cuts, (end, end)]:
        if pieces and not _within(dated, at, left):
            pieces[-1] = pieces[-1][0], left
        elif left > at:
            pieces.append((at, left))
        at = right
    if len(pieces) > 1 and not _within(dated, *pieces[0]):
        pieces[:2] = [(pieces[0][0], pieces[1][1])]
    return pieces
