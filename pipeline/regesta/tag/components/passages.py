"""Passages: the sentences and the items of dated lists on which a claim can rest."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from regesta.anchor.drafts import Draft
from regesta.tag.layers import Layers, layers, signed
from regesta.tag.sentences import Block

_SEPARATOR = re.compile(r"\s*[,;•|]\s+|\n+")
_LABELLED = re.compile(r"\s*[^\W\d][\w ()/'-]{0,40}:\s+")
_FULL_STOP = re.compile(r"[.!?][\"'”’)\]]*$")


@Language.factory("regesta_passages")
def make(nlp: Language, name: str) -> Passages:  # noqa: ARG001
    """The component."""
    return Passages(name)


class Passages:
    """Marks each sentence that holds a date or a trigger, and each item of a list of dated items."""

    def __init__(self, name: str) -> None:
        self.by = signed(name)

    def __call__(self, doc: Doc) -> Doc:
        """Adds the passages to the drafts."""
        state = layers(doc)
        dates = sorted((draft.start, draft.end) for draft in state.drafts if draft.label == "DATE")
        triggers = sorted((draft.start, draft.end) for draft in state.drafts if draft.label == "TRIGGER")
        for block in state.blocks:
            for start, end in block.sentences:
                dated = _within(dates, start, end)
                if items := dated_items(state, start, end, dated):
                    state.drafts += [self._passage(*item, "dated item") for item in items]
                elif _says_something(state, block, start, end, dated, _within(triggers, start, end)):
                    state.drafts.append(self._passage(start, end, block.kind))
        return doc

    def _passage(self, start: int, end: int, rule: str) -> Draft:
        return Draft(start=start, end=end, label="PASSAGE", value="", by=self.by, rule=rule)


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
