"""Words that a reviewer added, wherever else they stand and nothing marks them: shown first, added in one act."""

from __future__ import annotations

from collections.abc import Iterable

from regesta.model.counts import counted
from regesta.model.decision import Decision
from regesta.model.mention import Mention
from regesta.review.act import refuse
from regesta.review.concordance import Line
from regesta.review.everywhere import unmarked
from regesta.review.session import Session
from regesta.review.stale import Stale
from regesta.web.desk import Desk, key_of
from regesta.web.facts import LABELS
from regesta.web.html import Html, el
from regesta.web.requests import Asked

#: More contexts than this are not read one by one; they are counted.
_MOST = 200


def places(desk: Desk, mention: Mention) -> list[Line]:
    """The other places of the words, those of the same source first; nobody waits while many texts are read."""
    with desk.turn() as session:
        sources = sorted(session.sources, key=lambda each: (each != mention.source, each))
    found: list[Line] = []
    for source in sources:
        with desk.turn() as session:
            found += unmarked(session, mention.exact, mention.label, [source])
    return found


def elsewhere(desk: Desk, key: str) -> Html | None:
    """The preview; None where there is no such mention."""
    with desk.turn() as session:
        item = session.item(key_of(key))
    if item is None or not isinstance(item.record, Mention):
        return None
    mention = item.record
    found = places(desk, mention)
    cancel = el("button", "Cancel" if found else "Close", type="button", data_do="cancel")
    said = in_words(found)
    what = f"a {LABELS[mention.label].lower()}".replace("a o", "an o")
    if not found:
        head = el("h2", f"“{mention.exact}” stands nowhere else unmarked", id="dialog-title")
        return el("form", head, el("div", cancel, class_="row"), data_said="")
    return el(
        "form",
        el("h2", f"“{mention.exact}” as {what} in {said}?", id="dialog-title"),
        el("p", "Nothing marks these words there. Take the tick from a place where they mean something else."),
        el("ol", *_rows(desk, found), class_="places"),
        el("div", el("button", "Add all that are ticked", type="submit", value="accept"), cancel, class_="row"),
        data_offer="elsewhere",
        data_key=key,
        data_digest=item.digest,
        data_said=said,
    )


def in_words(found: Iterable[Line]) -> str:
    """How many places in how many sources."""
    lines = list(found)
    return f"{counted(len(lines), 'other place')}, in {counted(len({each.source for each in lines}), 'source')}"


def _rows(desk: Desk, found: list[Line]) -> list[Html]:
    rows = []
    for line in found[:_MOST]:
        where = el("small", f" {desk.title(line.source)}", f", page {line.page}" if line.page else None)
        words = (line.before, el("mark", line.words), line.after)
        rows.append(el("li", el("label", _tick(line), *words, where, dir="auto")))
    if len(found) > _MOST:
        rows.append(el("li", f"and {len(found) - _MOST} more", *(_tick(each, hidden=True) for each in found[_MOST:])))
    return rows


def _tick(line: Line, *, hidden: bool = False) -> Html:
    span = {"data_source": line.source, "data_start": line.start, "data_end": line.end}
    return el("input", type="checkbox", checked=True, hidden=hidden, **span)


def add_elsewhere(session: Session, asked: Asked) -> Decision:
    """Adds what was shown, as the mention says; refused where a place is marked by now."""
    item = session.item(key_of(asked.key))
    if item is None or item.digest != asked.digest or not isinstance(item.record, Mention):
        raise Stale(None, item)
    mention = item.record
    sources = dict.fromkeys(source for source, _ in asked.places)
    free = {(each.source, (each.start, each.end)) for each in unmarked(session, mention.exact, mention.label, sources)}
    gone = [place for place in asked.places if place not in free]
    if gone:
        raise refuse(f"somebody has marked {len(gone)} of these places meanwhile", "Look at them again.")
    return session.add_everywhere(asked.places, mention.label, mention.value, asked.note)[-1]
