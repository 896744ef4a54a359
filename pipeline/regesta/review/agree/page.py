"""The page that draws where people differ: figures, a strip for each source, and every differing passage.

It stands alone: it loads nothing, runs nothing, and whatever comes from a source is text in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from regesta.review.agree.result import Agreement, Difference, Figures, Pair
from regesta.review.agree.strip import strip
from regesta.review.agree.words import HEAD, answer_in_words, cautions_in_words, cells

_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;margin:1rem 0}
th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #8886}
th:first-child,td:first-child{text-align:left}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.2rem 0 1.2rem 1rem}
dt{font-weight:bold} dd{margin:0}
mark{font-weight:bold;padding:0 .15em}
svg{width:100%;height:auto;display:block;margin:.5rem 0 1.5rem}
svg text{font:12px system-ui,sans-serif;fill:currentColor}
svg .base{stroke:currentColor;opacity:.3} svg .marked{fill:currentColor}
svg .nothing{fill:none;stroke:currentColor} svg .link{stroke:currentColor;stroke-dasharray:2}
"""


def page(found: Agreement, title: str) -> str:
    """The page as HTML."""
    heading = f"Agreement of reviewers: {title}"
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(heading)}</title><style>{_STYLE}</style></head><body><main><h1>{escape(heading)}</h1>",
    ]
    for pair in found.pairs:
        differences = [each for each in found.differences if each.reviewers == pair.reviewers]
        parts += _pair(pair, differences, found.lengths)
    if found.overall is not None:
        parts += ["<h2>All together</h2>", *_table([found.overall]), *_cautions([found.overall])]
    return "\n".join([*parts, "</main></body></html>", ""])


def _pair(pair: Pair, differences: Sequence[Difference], lengths: Mapping[str, int]) -> Iterator[str]:
    rows = [pair.all, *pair.labels, *pair.sources]
    yield f"<h2>{escape(' and '.join(pair.reviewers))}</h2>"
    yield from _table(rows)
    if pair.claims:
        yield "<h3>Claims that both answered</h3>"
        yield from _table(pair.claims)
    if pair.joins:
        yield "<h3>Pairs that both answered, joined or kept apart</h3>"
        yield from _table(pair.joins)
    yield from _cautions([*rows, *pair.claims, *pair.joins])
    by_source: dict[str, list[Difference]] = {}
    for each in differences:
        by_source.setdefault(each.source, []).append(each)
    for source, here in by_source.items():
        yield f"<h3>{escape(source)}</h3>"
        yield strip(source, pair.reviewers, [each for each in here if not each.about], lengths.get(source, 0))
        for each in here:
            yield from _difference(each)


def _table(rows: Iterable[Figures]) -> Iterator[str]:
    head = "".join(f'<th scope="col">{name}</th>' for name in HEAD)
    yield f"<table><thead><tr>{head}</tr></thead><tbody>"
    for row in rows:
        name, *rest = cells(row)
        row_cells = "".join(f"<td>{cell}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(name)}</th>{row_cells}</tr>'
    yield "</tbody></table>"


def _cautions(rows: Iterable[Figures]) -> Iterator[str]:
    yield from ("<ul>", *(f"<li>{escape(line)}</li>" for line in cautions_in_words(rows)), "</ul>")


def _difference(each: Difference) -> Iterator[str]:
    if each.about:
        yield f"<p>{escape(each.about)}</p>"
    if each.quote:
        yield (
            f"<p>…{escape(each.before)}<mark>{escape(each.quote)}</mark>{escape(each.after)}… "
            f"<small>({each.kind}, characters {each.start}–{each.end})</small></p>"
        )
    rows = (f"<dt>{escape(name)}</dt><dd>{escape(answer_in_words(said))}</dd>" for name, said in each.answers.items())
    yield f"<dl>{''.join(rows)}</dl>"
