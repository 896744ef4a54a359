"""A strip of a source as SVG of our own: one line a reviewer, and marks where the two of them differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from regesta.review.agree.opinions import Mark
from regesta.review.agree.result import Difference
from regesta.review.agree.words import answer_in_words

_WIDTH, _NAMES, _ROW, _TOP = 960, 120, 30, 18
#: Narrower than this, a mark could not be seen.
_LEAST = 3.0


def strip(source: str, reviewers: Sequence[str], differences: Sequence[Difference], length: int) -> str:
    """The picture of one source of `length` code points, from its beginning on the left to its end on the right.

    A full mark stands where a reviewer marked something, a hollow one where the other says that there is nothing; where
    both marked something else, a line joins the two. What each says can be read by pointing at it.
    """
    height = _TOP + _ROW * len(reviewers)
    said = f"{source}: {len(differences)} places where {' and '.join(reviewers)} differ"
    parts = [f'<svg viewBox="0 0 {_WIDTH} {height}" role="img"><title>{escape(said)}</title>']
    for row, name in enumerate(reviewers):
        y = _TOP + _ROW * row
        parts.append(f'<text x="0" y="{y + 4}">{escape(name)}</text>')
        parts.append(f'<line class="base" x1="{_NAMES}" y1="{y}" x2="{_WIDTH}" y2="{y}"/>')
    for each in differences:
        parts += _drawn(each, reviewers, max(length, each.end))
    return "".join([*parts, "</svg>"])


def _drawn(each: Difference, reviewers: Sequence[str], length: int) -> Iterator[str]:
    left = _x(each.start, length)
    width = max(_LEAST, _x(each.end, length) - left)
    if all(isinstance(answer, Mark) for answer in each.answers.values()):
        x = round(left + width / 2, 1)
        yield f'<line class="link" x1="{x}" y1="{_TOP}" x2="{x}" y2="{_TOP + _ROW * (len(reviewers) - 1)}"/>'
    for row, name in enumerate(reviewers):
        answer = each.answers.get(name)
        kind = "marked" if isinstance(answer, Mark) else "nothing"
        yield (
            f'<rect class="{kind}" x="{left:.1f}" y="{_TOP + _ROW * row - 7}" width="{width:.1f}" height="14">'
            f"<title>{escape(f'{name}: {answer_in_words(answer)}')}</title></rect>"
        )


def _x(offset: int, length: int) -> float:
    return _NAMES + (_WIDTH - _NAMES) * offset / max(length, 1)
