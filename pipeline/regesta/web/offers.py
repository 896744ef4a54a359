"""What many acts at once would decide, shown before it is done: one name everywhere, and what is surely right."""

from __future__ import annotations

from regesta.model.mention import Mention
from regesta.review.everywhere import Scope, concordance, preview
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.sure import sure
from regesta.web.desk import spelled
from regesta.web.facts import LABELS
from regesta.web.html import Html, el

#: More contexts than this are not read one by one; they are counted.
_MOST = 200


def everywhere(session: Session, item: Item, scope: Scope) -> Html:
    """The open mentions of the same name in their contexts, each of which can be left out."""
    found = preview(session, item, scope)
    record = item.record
    label = LABELS[record.label].lower() if isinstance(record, Mention) else ""
    where = "all sources" if scope == "all" else "this source"
    said = f"{len(found.open)} open in {where}: {label} like this one?" if found.open else f"None is open in {where}"
    head = el("h2", said, id="dialog-title")
    decided = el("p", f"{len(found.decided)} are decided already and stay as they are.") if found.decided else None
    other = "source" if scope == "all" else "all"
    return el(
        "form",
        head,
        decided,
        el("ol", *_rows(session, found.open), class_="places"),
        el(
            "div",
            el("button", "Accept these", type="submit", value="accept") if found.open else None,
            el("button", "Reject these", type="submit", value="reject") if found.open else None,
            el(
                "button",
                f"Look in {'this source' if scope == 'all' else 'all sources'}",
                type="button",
                data_scope=other,
            ),
            el("button", "Cancel", type="button", data_do="cancel"),
            class_="row",
        ),
        data_offer="everywhere",
        data_key=spelled(item.key),
        data_digest=item.digest,
    )


def surely(session: Session, source: str, n: int) -> Html:
    """What is surely right on a page: the sample to be answered first, or the rest to be accepted in one act."""
    found = sure(session, source, n)
    cancel = el("button", "Cancel", type="button", data_do="cancel")
    if found.sample:
        links = [el("li", el("a", _words(each), href=f"/at/{spelled(each.key)}")) for each in found.sample]
        said = "These were drawn by chance. Answer them first: what you find wrong counts against the rest."
        head = el("h2", f"Look at {len(links)} of {len(links) + len(found.rest)} first", id="dialog-title")
        return el("form", head, el("p", said), el("ol", *links, class_="places"), el("div", cancel, class_="row"))
    if not found.is_offered:
        return el(
            "form", el("h2", "Nothing on this page is surely right", id="dialog-title"), el("div", cancel, class_="row")
        )
    return el(
        "form",
        el("h2", f"{len(found.rest)} are surely right", id="dialog-title"),
        el("p", f"Looked at {found.answered}, {found.wrong} wrong; {found.expected_error:.1%} of these may be wrong."),
        el("ol", *_rows(session, found.rest, choose=False), class_="places"),
        el("div", el("button", "Accept all of them", type="submit", value="accept"), cancel, class_="row"),
        data_offer="sure",
        data_source=source,
        data_piece=n,
    )


def _rows(session: Session, items: list[Item], *, choose: bool = True) -> list[Html]:
    rows = []
    shown = items[:_MOST]
    for item, line in zip(shown, concordance(session, shown), strict=True):
        tick = el(
            "input",
            type="checkbox",
            checked=True,
            hidden=not choose,
            data_key=spelled(item.key),
            data_digest=item.digest,
        )
        place = el("small", f" {line.source}", f", page {line.page}" if line.page else None)
        rows.append(el("li", el("label", tick, line.before, el("mark", line.words), line.after, place, dir="auto")))
    if len(items) > _MOST:
        more = [
            el("input", type="checkbox", checked=True, hidden=True, data_key=spelled(each.key), data_digest=each.digest)
            for each in items[_MOST:]
        ]
        rows.append(el("li", f"and {len(more)} more", *more))
    return rows


def _words(item: Item) -> str:
    record = item.record
    return f"{LABELS[record.label]} “{record.exact}”" if isinstance(record, Mention) else item.id
