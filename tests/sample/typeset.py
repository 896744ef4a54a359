"""Paragraphs into lines: styled words, hyphenation from a list, breaks chosen for the whole paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fpdf import FPDF

#: Share of the type size: a space as set, how far it may grow at no great cost, and how far it may shrink.
SPACE, STRETCH, SHRINK = 0.25, 0.16, 0.05
HYPHEN_COST = 0.6
MARK_SIZE = 0.62
_MARKUP = re.compile(r"\*(?P<italic>[^*]+)\*|\[\^(?P<note>\w+)\]|(?P<plain>[^*\[]+)")


@dataclass(frozen=True)
class Piece:
    """Letters of one style: '' roman, 'B' bold, 'I' italic, '^' the raised mark of a note."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Atom:
    """What is never broken: a word, or a part of one. `joint` is what stands before it in the line.

    ' ' is a space, '-' a place where a hyphen would be put, '' a place where the line may break without one.
    """

    pieces: tuple[Piece, ...]
    joint: str = " "


@dataclass(frozen=True)
class Word:
    """A run of pieces at a distance from the start of its line, in points."""

    x: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Line:
    """A line as it is to be printed."""

    words: tuple[Word, ...]

    @cached_property
    def marks(self) -> list[str]:
        """The marks of the notes that the line calls for."""
        return [piece.text for word in self.words for piece in word.pieces if piece.style == "^"]


def pieces(text: str, style: str = "") -> list[list[Piece]]:
    """The words of a text with its markup read: one list of pieces a word."""
    words: list[list[Piece]] = [[]]
    for found in _MARKUP.finditer(text):
        if found["note"]:
            words[-1].append(Piece(found["note"], "^"))
            continue
        shown, face = (found["italic"], "I") if found["italic"] else (found["plain"], style)
        for number, part in enumerate(shown.split(" ")):
            if number:
                words.append([])
            if part:
                words[-1].append(Piece(part, face))
    return [word for word in words if word]


class Hyphenation:
    """Where words may be broken, from a list with one word a line: `con-fer-ence`."""

    def __init__(self, path: Path) -> None:
        listed = path.read_text("utf-8").split()
        self._parts = {word.replace("-", ""): word.split("-") for word in listed}

    def atoms(self, word: list[Piece], joint: str = " ") -> list[Atom]:
        """The parts of a word; only its longest plain piece is broken, the rest stays with its neighbour."""
        longest = max(range(len(word)), key=lambda index: len(word[index].text))
        piece = word[longest]
        core = re.search(r"[^\W\d_]+(?:[–-][^\W\d_]+)*", piece.text)
        if not core or piece.style == "^":
            return [Atom(tuple(word), joint)]
        made: list[Atom] = []
        for chunk in re.findall(r"[^\W\d_]+[–-]?", core[0]):
            letters = chunk.rstrip("–-")
            parts = self._parts.get(letters) or _capitalised(self._parts.get(letters.lower()), letters) or [letters]
            parts = [*parts[:-1], parts[-1] + chunk[len(letters) :]]
            for number, part in enumerate(parts):
                made.append(Atom((Piece(part, piece.style),), "-" if number else "" if made else joint))
        before = (*word[:longest], *([Piece(piece.text[: core.start()], piece.style)] if core.start() else []))
        after = (
            *([Piece(piece.text[core.end() :], piece.style)] if piece.text[core.end() :] else []),
            *word[longest + 1 :],
        )
        made[0] = Atom((*before, *made[0].pieces), made[0].joint)
        made[-1] = Atom((*made[-1].pieces, *after), made[-1].joint)
        return made


def _capitalised(parts: list[str] | None, letters: str) -> list[str] | None:
    return [letters[0] + parts[0][1:], *parts[1:]] if parts else None


class Setter:
    """Sets text of one family and size into lines of a given width; all measures are points."""

    def __init__(self, pdf: FPDF, family: str, size: float, hyphenation: Hyphenation | None = None) -> None:
        self._pdf = pdf
        self._family = family
        self._hyphenation = hyphenation
        self.size = size

    def width(self, run: tuple[Piece, ...]) -> float:
        """How wide the pieces are, side by side."""
        total = 0.0
        for piece in run:
            self._choose(piece.style)
            total += self._pdf.get_string_width(piece.text)
        return total

    def lines(
        self, text: str, width: float, *, indent: float = 0.0, style: str = "", justify: bool = True
    ) -> list[Line]:
        """The lines of a paragraph, its first one indented, its last one left as it falls."""
        atoms: list[Atom] = []
        for word in pieces(text, style):
            atoms += self._hyphenation.atoms(word) if self._hyphenation and justify else [Atom(tuple(word))]
        widths = [self.width(atom.pieces) for atom in atoms]
        breaks = self._breaks(atoms, widths, width, indent)
        made, start = [], 0
        for end in breaks:
            room = width - (0 if start else indent)
            last = end == len(atoms)
            made.append(
                self._line(atoms[start:end], room, 0 if start else indent, justify and not last, self._ends(atoms, end))
            )
            start = end
        return made

    def draw(self, line: Line, x: float, baseline: float) -> None:
        """Puts a line on the present page."""
        for word in line.words:
            at = x + word.x
            for piece in word.pieces:
                self._choose(piece.style)
                rise = self.size * 0.36 if piece.style == "^" else 0
                self._pdf.text(at, baseline - rise, piece.text)
                at += self._pdf.get_string_width(piece.text)

    def _choose(self, style: str) -> None:
        raised = style == "^"
        self._pdf.set_font(self._family, "" if raised else style, self.size * MARK_SIZE if raised else self.size)

    def _ends(self, atoms: list[Atom], end: int) -> bool:
        return end < len(atoms) and atoms[end].joint == "-"

    def _breaks(self, atoms: list[Atom], widths: list[float], width: float, indent: float) -> list[int]:
        """Where the lines end, so that the sum of what each line costs is least (after Knuth and Plass)."""
        hyphen = self.width((Piece("-"),))
        best: list[tuple[float, int]] = [(0.0, 0), *[(float("inf"), 0)] * len(atoms)]
        for start in range(len(atoms)):
            room = width - (0 if start else indent)
            natural, spaces = 0.0, 0
            for end in range(start + 1, len(atoms) + 1):
                natural += widths[end - 1]
                if end - 1 > start and atoms[end - 1].joint == " ":
                    spaces += 1
                broken = self._ends(atoms, end)
                slack = room - natural - spaces * SPACE * self.size - (hyphen if broken else 0)
                if slack < -spaces * SHRINK * self.size - 0.01 and end > start + 1:
                    break
                cost = best[start][0] + self._cost(slack, spaces, end == len(atoms), broken)
                if cost < best[end][0]:
                    best[end] = (cost, start)
        ends = [len(atoms)]
        while best[ends[0]][1]:
            ends.insert(0, best[ends[0]][1])
        return ends

    def _cost(self, slack: float, spaces: int, last: bool, broken: bool) -> float:
        if last and slack >= 0:
            return 0.0
        give = STRETCH if slack > 0 else SHRINK
        ratio = abs(slack) / (max(spaces, 0.5) * give * self.size)
        return 0.1 + float(ratio**3) + (HYPHEN_COST if broken else 0)

    def _line(self, atoms: list[Atom], room: float, indent: float, justify: bool, broken: bool) -> Line:
        words: list[list[Piece]] = []
        for atom in atoms:
            if words and atom.joint != " ":
                words[-1] += atom.pieces
            else:
                words.append(list(atom.pieces))
        if broken:
            words[-1].append(Piece("-", words[-1][-1].style))
        runs = [_joined(word) for word in words]
        widths = [self.width(run) for run in runs]
        space = SPACE * self.size
        if justify and len(runs) > 1:
            space = (room - sum(widths)) / (len(runs) - 1)
        made, x = [], indent
        for run, width in zip(runs, widths, strict=True):
            made.append(Word(x, run))
            x += width + space
        return Line(tuple(made))


def _joined(word: list[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one style made one, so that a word goes to the page in one stroke."""
    made: list[Piece] = []
    for piece in word:
        if made and made[-1].style == piece.style and piece.style != "^":
            made[-1] = Piece(made[-1].text + piece.text, piece.style)
        else:
            made.append(piece)
    return tuple(made)
