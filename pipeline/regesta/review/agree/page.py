"""The page that draws where people differ: figures, a strip for each source, and every differing passage.

It stands alone: it loads nothing, runs nothing, and whatever comes from a source is text in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from regesta.review.agree.result import Agreement, Difference, Figures, Pair
from regesta.review.agree.strip import strip
from regesta.review.agree.words import EXPLAINED, answer_in_words, cautions_in_words, columns

_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h2{margin-top:2.5rem;border-top:2px solid #8886;padding-top:1rem}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse}
th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #8886;white-space:nowrap}
th:first-child,td:first-child{text-align:left}
.beware{border-left:4px solid #b60;padding:.1rem .5rem} .beware ul{margin:.3rem 0;padding-left:1.3rem}
article{border-left:2px solid #8886;margin:0 0 1.2rem;padding:.1rem 0 .1rem 1rem}
article p{margin:.2rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.3rem 0}
dt{font-weight:bold} dd{margin:0}
mark{font-weight:bold;padding:0 .15em}
svg{width:100%;min-width:36rem;height:auto;display:block}
svg text{font:12px system-ui,sans-serif;fill:currentColor}
svg .base{stroke:currentColor;opacity:.3} svg .marked{fill:currentColor;stroke:currentColor}
svg .nothing{fill:none;stroke:currentColor} svg .link{stroke:currentColor;stroke-dasharray:2}
"""
_OF_THE_STRIP = (
    "<p><small>The whole text from left to right. Full: marked; hollow: nothing here; joined by a line: both marked, "
    "but not the same.</small></p>"
)


def page(found: Agreement, title: str) -> str:
    """The page as HTML."""
    heading = f"Agreement of reviewers: {title}"
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(heading)}</title><style>{_STYLE}</style></head><body><main><h1>{escape(heading)}</h1>",
        *(f"<p>{escape(words)}</p>" for words in EXPLAINED),
    ]
    for pair in found.pairs:
        differences = [each for each in found.differences if each.reviewers == pair.reviewers]
        parts += _pair(pair, differences, found.lengths)
    if found.overall is not None:
        parts += ["<h2>All together</h2>", *_table("All together", [found.overall]), *_cautions([found.overall])]
    return "\n".join([*parts, "</main></body></html>", ""])


def _pair(pair: Pair, differences: Sequence[Difference], lengths: Mapping[str, int]) -> Iterator[str]:
    both = " and ".join(pair.reviewers)
    yield f"<h2>{escape(both)}</h2>"
    asked = {
        "Mentions": [pair.all, *pair.labels, *pair.sources] if pair.all.units else [],
        "Claims that both answered": pair.claims,
        "Pairs that both answered, joined or kept apart": pair.joins,
    }
    for name, rows in asked.items():
        if rows:
            yield f"<h3>{name}</h3>"
            yield from _table(f"{name}: {both}", rows)
            yield from _cautions(rows)
    by_source: dict[str, list[Difference]] = {}
    for each in differences:
        by_source.setdefault(each.source, []).append(each)
    for source, here in by_source.items():
        yield f"<h3>{escape(source)}</h3>"
        marked = [each for each in here if not each.about]
        if marked:
            yield from _wide(f"{source}: {both}", strip(source, pair.reviewers, marked, lengths.get(source, 0)))
            yield _OF_THE_STRIP
        for each in here:
            yield from _difference(each)


def _table(name: str, figures: Iterable[Figures]) -> Iterator[str]:
    head, *rows = zip(*columns(figures), strict=True)
    made = ["<table><thead><tr>", *(f'<th scope="col">{escape(cell)}</th>' for cell in head), "</tr></thead><tbody>"]
    for first, *rest in rows:
        made += [f'<tr><th scope="row">{escape(first)}</th>', *(f"<td>{cell}</td>" for cell in rest), "</tr>"]
    yield from _wide(name, "".join([*made, "</tbody></table>"]))


def _wide(name: str, inner: str) -> Iterator[str]:
    """What may be wider than the screen: it scrolls by itself, with the keys as well."""
    yield f'<div class="wide" role="region" aria-label="{escape(name, quote=True)}" tabindex="0">{inner}</div>'


def _cautions(rows: Iterable[Figures]) -> Iterator[str]:
    said = cautions_in_words(rows)
    if said:
        yield from ('<div class="beware"><ul>', *(f"<li>{escape(line)}</li>" for line in said), "</ul></div>")


def _difference(each: Difference) -> Iterator[str]:
    yield "<article>"
    if each.about:
        yield f"<p>{escape(each.about)}</p>"
    if each.quote:
        yield (
            f"<p>…{escape(each.before)}<mark>{escape(each.quote)}</mark>{escape(each.after)}… "
            f"<small>({each.kind}, characters {each.start}–{each.end})</small></p>"
        )
    rows = (f"<dt>{escape(name)}</dt><dd>{escape(answer_in_words(said))}</dd>" for name, said in each.answers.items())
    yield f"<dl>{''.join(rows)}</dl></article>"
