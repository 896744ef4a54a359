"""Two states of one text: which characters of the former are which of the present, also where passages were moved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from regesta.anchor.letters import similarity, steps

_TOKEN = re.compile(r"\w+|[^\w\s]")
#: So many tokens in a row that stand once in both texts are the same place of the text.
_SHINGLE = 4
#: A passage that was moved must be as long as this, in tokens; shorter ones are repetitions, not moves.
_LEAST_MOVED = 8
#: Within what is left over, fewer tokens in a row will do; and blocks so close to each other moved together.
_SHINGLE_MOVED = 2
_NEAR = 12
#: Replaced words are compared letter by letter up to this length, in code points, and from this likeness on.
_LONGEST_REPLACED = 400
_ALIKE = 0.5


class Run(Struct, frozen=True, array_like=True):
    """A stretch of characters that are the same in both texts; `moved` where its order among the others changed."""

    old: int
    new: int
    length: int
    moved: bool = False

    @property
    def old_end(self) -> int:
        """Where the stretch ends in the former text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Where the stretch ends in the present text."""
        return self.new + self.length


class _Token(Struct, frozen=True, array_like=True):
    start: int
    end: int
    word: int


#: Equal tokens: index in the former text, index in the present one, how many.
_Block = tuple[int, int, int]
#: Tokens of both texts that have to be compared one by one.
_Gap = tuple[list[int], list[int]]


class _Moved(Struct, frozen=True):
    """A passage that stands elsewhere: its blocks, and the tokens of both texts that belong to it."""

    blocks: Sequence[_Block]
    ours: range
    theirs: range


class Alignment(Struct, frozen=True):
    """The runs between two states of a text, in the order of the former one; they never overlap in either."""

    runs: list[Run]

    def within(self, start: int, end: int) -> Sequence[Run]:
        """The runs that share a character with a span of the former text."""
        first = bisect_right(self.runs, start, key=_old_end)
        return self.runs[first : bisect_left(self.runs, end, key=_old)]

    def before(self, offset: int) -> Run | None:
        """The last run that begins before an offset of the former text."""
        at = bisect_left(self.runs, offset, key=_old)
        return self.runs[at - 1] if at else None

    def after(self, offset: int) -> Run | None:
        """The first run that ends behind an offset of the former text."""
        at = bisect_right(self.runs, offset, key=_old_end)
        return self.runs[at] if at < len(self.runs) else None


def align(old: str, new: str) -> Alignment:
    """Which characters of two states of a text are the same.

    Runs of words that stand once in both texts are found first, so that a book of a megabyte takes a second; what
    lies between them is compared word by word, and replaced words letter by letter.
    """
    words: dict[str, int] = {}
    one, other = _tokens(old, words), _tokens(new, words)
    main = _rising(_blocks(one, other, range(len(one)), range(len(other)), _SHINGLE))
    moved = _whole((old, one), (new, other), _moved(one, other, main), main)
    runs = [run for block in main for run in _of_tokens(old, new, one, other, block, moved=False)]
    pairs = [(*gap, False) for gap in _gaps(main, moved, len(one), len(other))]
    for chain in moved:
        runs += [run for block in chain.blocks for run in _of_tokens(old, new, one, other, block, moved=True)]
        pairs += [(*gap, True) for gap in _gaps_within(chain)]
    for ours, theirs, out_of_order in pairs:
        for step in steps([one[at].word for at in ours], [other[at].word for at in theirs]):
            mine, yours = ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
            if step.tag == "equal":
                for at, place in zip(mine, yours, strict=True):
                    runs += _of_tokens(old, new, one, other, (at, place, 1), moved=out_of_order)
            elif step.tag == "replace" and _in_a_row(mine) and _in_a_row(yours):
                tokens = one[mine[0] : mine[-1] + 1], other[yours[0] : yours[-1] + 1]
                runs += _letters(old, new, *tokens, moved=out_of_order)
    return Alignment(_merged(old, new, sorted(runs, key=_old)))


def _old(run: Run) -> int:
    return run.old


def _old_end(run: Run) -> int:
    return run.old_end


def _tokens(text: str, words: dict[str, int]) -> list[_Token]:
    return [
        _Token(found.start(), found.end(), words.setdefault(found[0], len(words))) for found in _TOKEN.finditer(text)
    ]


def _blocks(
    one: Sequence[_Token], other: Sequence[_Token], ours: Sequence[int], theirs: Sequence[int], size: int
) -> list[_Block]:
    """Equal blocks about each shingle that stands once among our tokens and once among theirs, in our order.

    They are as long as the texts agree, stay within the tokens that are given, and do not overlap.
    """
    here, there = _shingles(one, ours, size), _shingles(other, theirs, size)
    free_old, free_new = bytearray(len(one) + 2), bytearray(len(other) + 2)
    for free, tokens in ((free_old, ours), (free_new, theirs)):
        for at in tokens:
            free[at] = 1
    blocks: list[_Block] = []
    for shingle, at in here.items():
        place = there.get(shingle, -1)
        if at < 0 or place < 0 or not free_old[at] or not free_new[place]:
            continue
        start, target, end, stop = at, place, at, place
        while start and target and free_old[start - 1] and free_new[target - 1]:
            if one[start - 1].word != other[target - 1].word:
                break
            start, target = start - 1, target - 1
        while free_old[end] and free_new[stop] and one[end].word == other[stop].word:
            end, stop = end + 1, stop + 1
        blocks.append((start, target, end - start))
        free_old[start:end] = bytes(end - start)
        free_new[target:stop] = bytes(end - start)
    return sorted(blocks)


def _shingles(tokens: Sequence[_Token], places: Sequence[int], size: int) -> dict[tuple[int, ...], int]:
    """Each shingle of tokens in a row with its place; -1 for one that stands more than once."""
    found: dict[tuple[int, ...], int] = {}
    for step in range(len(places) - size + 1):
        at = places[step]
        if places[step + size - 1] == at + size - 1:
            shingle = tuple(tokens[each].word for each in range(at, at + size))
            found[shingle] = -1 if shingle in found else at
    return found


def _rising(blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks that keep their order in both texts: the choice that covers the most tokens.

    A Fenwick tree of maxima over the order in the present text makes it quick for many blocks.
    """
    order = {at: rank for rank, at in enumerate(sorted(range(len(blocks)), key=lambda at: blocks[at][1]), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(blocks) + 1)
    before = [-1] * len(blocks)
    last, most = -1, 0
    for at, block in enumerate(blocks):
        found = (0, -1)
        step = order[at] - 1
        while step:
            found = max(found, best[step])
            step -= step & -step
        before[at] = found[1]
        weight = found[0] + block[2]
        if weight > most:
            last, most = at, weight
        step = order[at]
        while step <= len(blocks):
            best[step] = max(best[step], (weight, at))
            step += step & -step
    chosen = []
    while last >= 0:
        chosen.append(blocks[last])
        last = before[last]
    return chosen[::-1]


def _moved(one: Sequence[_Token], other: Sequence[_Token], main: Sequence[_Block]) -> list[list[_Block]]:
    """Passages that stand elsewhere now: chains of blocks that lie together in both texts, out of the order of all."""
    ours: list[int] = []
    theirs: list[int] = []
    gap_old: dict[int, int] = {}
    gap_new: dict[int, int] = {}
    for number, (mine, yours) in enumerate(_between(main, len(one), len(other))):
        if len(mine) >= _LEAST_MOVED:
            ours += mine
            gap_old |= dict.fromkeys(mine, number)
        if len(yours) >= _LEAST_MOVED:
            theirs += yours
            gap_new |= dict.fromkeys(yours, number)
    chains: list[list[_Block]] = []
    for block in _blocks(one, other, ours, theirs, _SHINGLE_MOVED):
        if gap_old[block[0]] == gap_new[block[1]]:
            continue
        last = chains[-1][-1] if chains else None
        if last and 0 <= block[0] - last[0] - last[2] <= _NEAR and 0 <= block[1] - last[1] - last[2] <= _NEAR:
            chains[-1].append(block)
        else:
            chains.append([block])
    return [chain for chain in chains if sum(block[2] for block in chain) >= _LEAST_MOVED]


def _between(main: Sequence[_Block], size: int, present: int) -> Iterator[tuple[range, range]]:
    """The tokens of both texts between the blocks that keep their order."""
    one = other = 0
    for start, target, length in [*main, (size, present, 0)]:
        yield range(one, start), range(other, target)
        one, other = start + length, target + length


def _whole(
    former: tuple[str, list[_Token]],
    present: tuple[str, list[_Token]],
    chains: Sequence[Sequence[_Block]],
    main: Sequence[_Block],
) -> list[_Moved]:
    """The moved passages, with the words at their edges that were corrected as well, as far as their paragraphs go."""
    every = [*main, *(block for chain in chains for block in chain)]
    held_old = {at for start, _, length in every for at in range(start, start + length)}
    held_new = {at for _, start, length in every for at in range(start, start + length)}
    found = []
    for chain in chains:
        (start, target, _), (end, stop, length) = chain[0], chain[-1]
        ours = _widened(*former, range(start, end + length), held_old)
        theirs = _widened(*present, range(target, stop + length), held_new)
        held_old.update(ours)
        held_new.update(theirs)
        found.append(_Moved(chain, ours, theirs))
    return found


def _widened(text: str, tokens: Sequence[_Token], inner: range, held: Collection[int]) -> range:
    start, end = inner.start, inner.stop
    while inner.start - start < _NEAR and start and start - 1 not in held:
        if "\n\n" in text[tokens[start - 1].end : tokens[start].start]:
            break
        start -= 1
    while end - inner.stop < _NEAR and end < len(tokens) and end not in held:
        if "\n\n" in text[tokens[end - 1].end : tokens[end].start]:
            break
        end += 1
    return range(start, end)


def _gaps(main: Sequence[_Block], moved: Sequence[_Moved], size: int, present: int) -> Iterator[_Gap]:
    """The tokens between two blocks that keep their order, without the passages that were moved away or here."""
    gone_old = {at for passage in moved for at in passage.ours}
    gone_new = {at for passage in moved for at in passage.theirs}
    for mine, yours in _between(main, size, present):
        ours = [at for at in mine if at not in gone_old]
        theirs = [at for at in yours if at not in gone_new]
        if ours and theirs:
            yield ours, theirs


def _gaps_within(passage: _Moved) -> Iterator[_Gap]:
    """The tokens between the blocks of a passage that was moved, and at its edges."""
    first = (passage.ours.start, passage.theirs.start, 0)
    last = (passage.ours.stop, passage.theirs.stop, 0)
    for one, other in pairwise([first, *passage.blocks, last]):
        ours, theirs = range(one[0] + one[2], other[0]), range(one[1] + one[2], other[1])
        if ours and theirs:
            yield list(ours), list(theirs)


def _in_a_row(places: Sequence[int]) -> bool:
    return places[-1] - places[0] == len(places) - 1


def _of_tokens(
    old: str, new: str, one: Sequence[_Token], other: Sequence[_Token], block: _Block, *, moved: bool
) -> Iterator[Run]:
    """The runs of a block of equal tokens; one a token where the white space between them is not the same."""
    at, place, length = block
    start = 0
    for step in range(1, length + 1):
        if step < length:
            mine = old[one[at + step - 1].end : one[at + step].start]
            yours = new[other[place + step - 1].end : other[place + step].start]
            if mine == yours:
                continue
        begin, end = one[at + start].start, one[at + step - 1].end
        yield Run(begin, other[place + start].start, end - begin, moved)
        start = step


def _letters(old: str, new: str, ours: Sequence[_Token], theirs: Sequence[_Token], *, moved: bool) -> list[Run]:
    """The letters that replaced words share, where they are alike enough to be a correction."""
    start, end, place, stop = ours[0].start, ours[-1].end, theirs[0].start, theirs[-1].end
    if max(end - start, stop - place) > _LONGEST_REPLACED:
        return []
    mine, yours = old[start:end], new[place:stop]
    if similarity(mine, yours) < _ALIKE:
        return []
    return [
        Run(start + step.src_start, place + step.dest_start, step.src_end - step.src_start, moved)
        for step in steps(mine, yours)
        if step.tag == "equal"
    ]


def _merged(old: str, new: str, runs: Sequence[Run]) -> list[Run]:
    """The runs without seams: two that follow each other in both texts, with the same white space between, are one."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and last.moved == run.moved:
            gap, other = old[last.old_end : run.old], new[last.new_end : run.new]
            if run.new >= last.new_end and gap == other and (not gap or gap.isspace()):
                found[-1] = Run(last.old, last.new, run.old_end - last.old, last.moved)
                continue
        found.append(run)
    return found
