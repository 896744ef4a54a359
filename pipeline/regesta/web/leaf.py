"""The page as it looks, with a box around each piece of the words that are asked about."""

from __future__ import annotations

from regesta.anchor.boxes import boxes
from regesta.model.claim import Claim
from regesta.model.mention import Mention
from regesta.model.source import PageLayout
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.stretches import Stretch
from regesta.web.desk import Desk
from regesta.web.html import Html, el
from regesta.web.keys import button

#: Points between a word and the line around it.
_AIR = 1.5


def leaf(desk: Desk, session: Session, piece: Stretch, current: Item | None) -> Html | None:
    """The picture of a page with the boxes of the current item; where its words go on, the next page too."""
    layout = desk.layout(piece.source)
    spans = [] if current is None else _spans(session, current)
    found = [box for start, end in spans for box in boxes(layout, start, end)]
    numbers = sorted(
        {box.page for box in found} | ({piece.n} if not any(box.page == piece.n for box in found) else set())
    )
    pages = {page.n: page for page in layout}
    return el(
        "div",
        el("div", button("zoom", "Larger"), class_="tools"),
        *(_page(piece.source, pages[n], [box for box in found if box.page == n]) for n in numbers[:2] if n in pages),
        class_="leaves",
    )


def _spans(session: Session, item: Item) -> list[tuple[int, int]]:
    record = item.record
    if isinstance(record, Mention):
        return [(record.start, record.end)]
    passage = session.passage_of(record.id) if isinstance(record, Claim) else None
    return [(passage.start, passage.end)] if passage else []


def _page(citekey: str, page: PageLayout, found: list) -> Html:  # type: ignore[type-arg]
    drawn = [
        el(
            "rect",
            x=f"{box.x0 - _AIR:.1f}",
            y=f"{box.top - _AIR:.1f}",
            width=f"{box.x1 - box.x0 + 2 * _AIR:.1f}",
            height=f"{box.bottom - box.top + 2 * _AIR:.1f}",
            rx=2,
        )
        for box in found
    ]
    picture = el(
        "img",
        src=f"/picture/{citekey}/{page.n}",
        alt=f"Page {page.label}",
        width=round(page.width),
        height=round(page.height),
    )
    frame = el(
        "svg", *drawn, viewBox=f"0 0 {page.width:g} {page.height:g}", preserveAspectRatio="none", aria_hidden="true"
    )
    return el("figure", picture, frame, data_page=page.n, class_="leaf")
