"""Agreement as a reader of a terminal sees it: a table of figures, what to beware of, and the differing passages."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

import click

from regesta.cli.common import safe
from regesta.cli.review_show import flat
from regesta.model.counts import counted
from regesta.review.agree.result import Agreement, Difference, Figures, Pair
from regesta.review.agree.words import answer_in_words, cautions_in_words, columns


def print_agreement(found: Agreement, differences: int) -> None:
    """Prints the figures of each pair, then of all, then the places where they differ, to stdout."""
    for pair in found.pairs:
        _print_pair(pair)
    if found.overall is not None:
        click.echo(click.style(f"All {len(found.reviewers)} reviewers together", bold=True))
        _print_table([found.overall])
        _print_cautions([found.overall])
    for line in _concordance(found.differences, differences):
        click.echo(line)


def _print_pair(pair: Pair) -> None:
    click.echo(click.style(safe(" and ".join(pair.reviewers)), bold=True))
    _print_table([pair.all, *pair.labels, *pair.sources])
    if pair.claims:
        click.echo("  Claims that both answered:")
        _print_table(pair.claims)
    if pair.joins:
        click.echo("  Pairs that both answered, joined or kept apart:")
        _print_table(pair.joins)
    _print_cautions([pair.all, *pair.labels, *pair.sources])
    _print_cautions([*pair.claims, *pair.joins])


def _print_table(figures: Iterable[Figures]) -> None:
    """Prints the columns that hold something; the first is set left, the others right."""
    made = [tuple(map(safe, column)) for column in columns(figures)]
    widths = [max(map(len, column)) for column in made]
    for line in zip(*made, strict=True):
        first, *rest = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        click.echo("  " + "  ".join([first.strip().ljust(widths[0]), *rest]).rstrip())
    click.echo()


def _print_cautions(rows: Iterable[Figures]) -> None:
    said = cautions_in_words(rows)
    for caution in said:
        for line in textwrap.wrap(safe(caution), 110, initial_indent="  Beware: ", subsequent_indent="    "):
            click.echo(line)
    if said:
        click.echo()


def _concordance(differences: list[Difference], most: int) -> Iterator[str]:
    """The differing passages source by source, the words in brackets, and what each reviewer says of them."""
    if not differences:
        return
    kinds = Counter(each.kind for each in differences)
    said = ", ".join(f"{number} of {kind}" for kind, number in sorted(kinds.items()))
    yield click.style(f"{counted(len(differences), 'difference')} ({said})", bold=True)
    source = ""
    for each in differences[:most]:
        if each.source != source:
            source = each.source
            yield f"  {safe(source)}"
        if each.about:
            yield f"    {safe(each.about)}"
        if each.quote:
            before, quote, after = (flat(part) for part in (each.before, each.quote, each.after))
            yield f"    …{before}[[{quote}]]{after}…"
        width = max(map(len, each.answers))
        for name, answer in each.answers.items():
            yield f"      {safe(name):<{width}}  {safe(answer_in_words(answer))}"
    if most < len(differences):
        yield f"  … and {len(differences) - most} more; `--differences N` prints more, `--html FILE` all of them."
