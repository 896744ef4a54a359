"""The mark that a source is reviewed to the end: what it means, what is still open, and who has set it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from regesta.model.claim import Claim
from regesta.model.counts import counted
from regesta.model.mention import REVIEWED_LABELS
from regesta.review.complete import labels_of, marks, undecided
from regesta.review.names_met import OPEN
from regesta.review.session import Session
from regesta.review.stretches import progress
from regesta.web.desk import Desk
from regesta.web.facts import LABELS
from regesta.web.html import Html, el, join
from regesta.web.keys import button
from regesta.web.shell import page

_MEANS = join(
    [
        "Then every date, place, person and organisation in it is found and decided: what is not marked is none. ",
        *(el("code", "agree"), " and ", el("code", "adjudicate"), " hold what others find against it, and "),
        *(el("code", "train"), " learns from what is not marked."),
    ]
)


def finishing(desk: Desk, session: Session, citekey: str) -> Html:
    """The question whether a source is reviewed to the end, with what is open, kind by kind."""
    standings = session.standings_in(citekey)
    open_ = Counter(each.record.label for each in undecided(standings))
    ready = [label for label in REVIEWED_LABELS if not open_[label]] if standings else []
    own = [each for each, source in marks(session.state.ledger) if source == citekey]
    mine = any(each.reviewer == session.reviewer.name for each in own)
    marked = [el("li", f"{each.reviewer}: {_in_words(labels_of(each))}") for each in own]
    kinds = [
        el(
            "label",
            el(
                "input", type="checkbox", name="label", value=label, checked=label in ready, disabled=label not in ready
            ),
            f" {LABELS[label]}s ",
            el("small", f"{open_[label]} open") if open_[label] else el("small", "all decided"),
        )
        for label in REVIEWED_LABELS
    ]
    back = el("button", "Take my mark back", type="submit", value="incomplete") if mine else None
    return el(
        "form",
        el("h2", f"Is “{desk.title(citekey)}” reviewed to the end?", id="dialog-title"),
        el("p", _MEANS),
        el("p", "Marked already by:") if marked else None,
        el("ul", *marked, class_="places") if marked else None,
        _still_open(session, citekey) if open_ else None,
        _claims(session, citekey),
        el("fieldset", el("legend", "Mark it for"), *kinds, class_="kinds"),
        el(
            "div",
            el("button", "Mark as reviewed to the end", type="submit", value="complete", disabled=not ready),
            back,
            el("button", "Cancel", type="button", data_do="cancel"),
            class_="row",
        ),
        data_offer="complete",
        data_source=citekey,
    )


def _in_words(labels: Collection[str]) -> str:
    names = [LABELS[label].lower() + "s" for label in REVIEWED_LABELS if label in labels]
    return "all of it" if len(names) == len(REVIEWED_LABELS) else ", ".join(names)


def _still_open(session: Session, citekey: str) -> Html:
    """Links to the pages on which something is open."""
    links = [
        el("a", f"page {each.stretch.label} ({each.open})", href=f"/read/{citekey}/{each.stretch.n}")
        for each in progress(session, citekey)
        if each.open
    ]
    return el("p", "Still open on ", join(links, ", "), "." if links else "no page, but reviewers differ.")


def _claims(session: Session, citekey: str) -> Html | None:
    claims = session.claims_near(citekey, 0, len(session.text(citekey)))
    waiting = sum(isinstance(each.record, Claim) and each.status in OPEN for each in claims)
    said = (
        f"{counted(waiting, 'claim')} of it {'waits' if waiting == 1 else 'wait'} as well; the mark does not speak of"
    )
    return el("p", f"{said} {'it' if waiting == 1 else 'them'}.", class_="how") if waiting else None


def done_view(desk: Desk, session: Session) -> Html:
    """The end of the queue: what was done, and what can follow."""
    marked = {source for each, source in marks(session.state.ledger) if each.reviewer == session.reviewer.name}
    ready = [
        el("li", el("a", desk.title(each), href=f"/read/{each}/1"), " ", _finish_button(each))
        for each in session.sources
        if each not in marked and session.text(each) and not undecided(session.standings_in(each))
    ]
    offered = [
        el("h2", "All decided, and not marked as reviewed to the end"),
        el("ul", *ready, class_="places"),
    ]
    saved = session.counts.saved
    passed = session.counts.passed
    said = f"You have saved {counted(saved, 'answer')} since the page was opened" + (
        f", and passed over {passed}; open the page again to be asked for {'it' if passed == 1 else 'them'}."
        if passed
        else "."
    )
    main = el(
        "div",
        el("h1", "Nothing waits any more"),
        el("p", said),
        *(offered if ready else ()),
        el("h2", "What can follow"),
        el(
            "ul",
            el(
                "li", el("a", "Rank the rival values of events", href="/ranks"), " ", el("kbd", "v", aria_hidden="true")
            ),
            el("li", el("a", "Look at the sources again", href="/sources")),
            el("li", "Close the window, and go on with ", el("code", "regesta run"), "."),
        ),
        el("div", button("undo"), el("p", class_="saved", data_role="saved"), class_="acts", role="group"),
        class_="page done",
    )
    return page("Nothing waits any more", main, kind="listing", reviewer=session.reviewer.name)


def _finish_button(citekey: str) -> Html:
    return el("button", "Reviewed to the end…", type="button", data_do="complete", data_source=citekey)
