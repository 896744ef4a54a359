"""Agreement in words, for terminal and page alike."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.review.agree.opinions import Mark
from regesta.review.agree.result import Figure, Figures

#: The head of a table of figures; `cells` gives a row of it.
HEAD = ("of", "units", "same", "strict F1", "relaxed F1", "kappa", "alpha", "same value")


def cells(figures: Figures) -> tuple[str, ...]:
    """A row of a table of figures, under `HEAD`."""
    return (
        figures.name,
        f"{figures.units:,}",
        share_in_words(figures.same),
        *map(figure_in_words, (figures.strict, figures.relaxed, figures.kappa, figures.alpha)),
        share_in_words(figures.values),
    )


def columns(rows: Iterable[Figures]) -> list[tuple[str, ...]]:
    """A table of figures column by column, heads first, without the columns in which nothing stands."""
    whole = zip(HEAD, *map(cells, rows), strict=True)
    return [column for column in whole if any(cell not in ("", "–") for cell in column[1:])]


def cautions_in_words(rows: Iterable[Figures]) -> list[str]:
    """What to beware of in some rows of a table, each thing once, after the names of the rows that it is about."""
    about: dict[str, list[str]] = {}
    for figures in rows:
        for caution in figures.cautions:
            about.setdefault(caution, []).append(figures.name)
    return [f"{', '.join(names)}: {caution}." for caution, names in about.items()]


#: What the figures are, for those who meet them for the first time.
EXPLAINED = (
    "A unit is a place that somebody marked or that was proposed; it has a label, or nothing. What one of the two has "
    "not answered is unknown, and no disagreement.",
    "Same: the share of units with the same answer. Strict F1: same span and label; relaxed: same label, and the spans "
    "overlap; for a slot of a claim, dates that may share a day. Kappa is Cohen’s, alpha Krippendorff’s: agreement "
    "beyond chance. In brackets, 95 % intervals.",
)


def share_in_words(share: float | None) -> str:
    """A share with two decimals, or a dash where there is none."""
    return "–" if share is None else f"{share:.2f}"


def figure_in_words(figure: Figure | None) -> str:
    """A figure with its interval, or a dash where there is none."""
    if figure is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.2f}"
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"


def answer_in_words(answer: Mark | str | None) -> str:
    """What a reviewer answers to one place, with the note to it."""
    if answer is None:
        return "nothing here"
    if isinstance(answer, str):
        return answer
    note = f"  ({answer.note})" if answer.note else ""
    return f"{answer.label} “{' '.join(answer.exact.split())}” {answer.value or 'open'}{note}"
