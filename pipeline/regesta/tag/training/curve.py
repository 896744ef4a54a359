"""The learning curve as a picture: documents learned from, and F1 on those held back, as SVG of our own."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from regesta.model.training import Point

_WIDTH, _HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 24, 48, 56
_STYLE = (
    "text{font:13px sans-serif;fill:#222}.title{font-size:15px;font-weight:bold}.axis{stroke:#222}"
    ".grid{stroke:#ddd}.line{fill:none;stroke:#1f5fa8;stroke-width:2}.dot{fill:#1f5fa8}"
)


def svg(points: Sequence[Point], title: str) -> str:
    """The picture of a curve; its numbers stand in it as text, so that it can be read aloud too."""
    most = max((point.documents for point in points), default=0) or 1
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text class="title" x="{_LEFT}" y="26">{escape(title)}</text>',
    ]
    for tenth in range(0, 11, 2):
        y = _y(tenth / 10)
        parts.append(f'<line class="grid" x1="{_LEFT}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}"/>')
        parts.append(f'<text x="{_LEFT - 10}" y="{y + 4}" text-anchor="end">{tenth / 10:.1f}</text>')
    base = _y(0)
    parts.append(f'<line class="axis" x1="{_LEFT}" y1="{base}" x2="{_WIDTH - _RIGHT}" y2="{base}"/>')
    places = [(_x(point.documents, most), _y(point.f1), point) for point in points]
    parts.append(f'<polyline class="line" points="{" ".join(f"{x},{y}" for x, y, _ in places)}"/>')
    for x, y, point in places:
        parts.append(f'<circle class="dot" cx="{x}" cy="{y}" r="4"/>')
        parts.append(f'<text x="{x}" y="{y - 10}" text-anchor="middle">{point.f1:.3f}</text>')
        parts.append(f'<text x="{x}" y="{base + 20}" text-anchor="middle">{point.documents}</text>')
    parts.append(f'<text x="{_LEFT}" y="{_HEIGHT - 12}">Documents learned from; F1 on the documents held back.</text>')
    return "\n".join([*parts, "</svg>", ""])


def _x(documents: int, most: int) -> float:
    return round(_LEFT + (_WIDTH - _LEFT - _RIGHT - 24) * documents / most + 12, 1)


def _y(f1: float) -> float:
    return round(_HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * f1, 1)
