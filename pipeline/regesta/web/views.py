"""The views: a piece of a source with its record, a pair side by side, the sources, what a search found."""

from __future__ import annotations

from regesta.model.claim import Claim
from regesta.model.mention import Mention
from regesta.review.complete import completed_by
from regesta.review.concordance import Line
from regesta.review.queue import Item
from regesta.review.session import Session
from regesta.review.stretches import Stretch, mentions_of, progress
from regesta.stages.pictures import has_pictures
from regesta.web.cards import card
from regesta.web.desk import Desk, claims_of, spelled
from regesta.web.facts import claim_in_short, standing
from regesta.web.html import Html, el, join
from regesta.web.keys import button
from regesta.web.leaf import leaf
from regesta.web.marks import Mark, paragraph, paragraphs
from regesta.web.shell import page

_KINDS = {"note": "Notes", "head": "Running head", "foot": "Foot", "moved": "Moved here"}


def reading_view(desk: Desk, session: Session, piece: Stretch, current: Item | None) -> Html:
    """A piece of a source: the text with its mentions, the page as it looks, and the record of the current item."""
    citekey = piece.source
    source = desk.source(citekey)
    pictured = has_pictures(source)
    parts = [
        el("section", text_of(desk, session, piece, current), id="text", aria_label="Text", tabindex="0"),
        el("aside", leaf(desk, session, piece, current), id="leaf", aria_label="The page as it looks", tabindex="0")
        if pictured
        else None,
        el(
            "section",
            card(session, current) if current else _nothing(),
            id="record",
            aria_label="Record",
            tabindex="-1",
        ),
    ]
    return page(
        f"{desk.title(citekey)}, {piece.label}",
        join(parts),
        bar=_reading_bar(desk, session, piece, pages=bool(source.pages)),
        kind=f"reading {'pictured' if pictured else 'plain'}",
        reviewer=session.reviewer.name,
        types=session.project.event_types,
    )


def text_of(desk: Desk, session: Session, piece: Stretch, current: Item | None) -> Html:
    """The text of a piece with its mentions marked, and the claims that rest on it below."""
    text = session.text(piece.source)
    claims = claims_of(session, piece)
    mentions = mentions_of(session, piece)
    marks = [_mark(item, current) for item in mentions] + _passages(session, claims)
    apart = {(each.start, each.end): each.kind for page in desk.source(piece.source).pages for each in page.apart}
    made = [el("h1", f"{desk.title(piece.source)}, {piece.label}", class_="unseen")]
    for start, end in piece.spans:
        kind = apart.get((start, end), "")
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        body = [
            paragraph(text, *span, [mark for mark in inside if mark.start < span[1] and mark.end > span[0]])
            for span in paragraphs(text, start, end)
        ]
        made.append(el("div", *body, class_=f"apart {kind}", title=_KINDS.get(kind)) if kind else join(body))
    listed = _claims_listed(session, claims, current)
    chosen = el("div", id="selection", role="toolbar", aria_label="What the selected words are", hidden=True)
    return join([el("div", *made, class_="words", data_source=piece.source, data_piece=piece.n), listed, chosen])


def _mark(item: Item, current: Item | None) -> Mark:
    mention = item.record
    if not isinstance(mention, Mention):
        raise TypeError("only mentions are marked")
    return Mark(
        start=mention.start,
        end=mention.end,
        key=spelled(item.key),
        classes=f"m {mention.label} {item.status}",
        digest=item.digest,
        current=current is not None and current.key == item.key,
    )


def _passages(session: Session, claims: list[Item]) -> list[Mark]:
    found: dict[str, Mark] = {}
    for item in claims:
        passage = session.passage_of(item.id)
        if passage is not None:
            found[passage.id] = Mark(
                start=passage.start, end=passage.end, key="", classes="passage", passage=passage.id
            )
    return list(found.values())


def _is_late(session: Session, item: Item) -> bool:
    """Whether a claim is asked for behind the others, since it is more likely wrong than right."""
    score = item.record.by.score if isinstance(item.record, Claim) else None
    return score is not None and score < session.wanted.unlikely


def _claims_listed(session: Session, claims: list[Item], current: Item | None) -> Html | None:
    """The claims in the order in which they are asked for: those that are likely, then the others."""
    likely = [_claim_row(session, each, current) for each in claims if not _is_late(session, each)]
    late = [_claim_row(session, each, current) for each in claims if _is_late(session, each)]
    if not claims:
        return None
    heads = ("Claims that rest on this", "Claims that are more likely wrong, asked for last")
    parts = [join([el("h2", head), el("ol", *rows)]) for head, rows in zip(heads, (likely, late), strict=True) if rows]
    return el("section", *parts, class_="claims")


def _claim_row(session: Session, item: Item, current: Item | None) -> Html:
    claim = item.record
    words = claim_in_short(session, claim) if isinstance(claim, Claim) else ""
    return el(
        "li",
        el(
            "a",
            words,
            el("small", f" {standing(item.status, item.reviewers)}", class_="how"),
            href=f"/at/{spelled(item.key)}",
            data_key=spelled(item.key),
            data_digest=item.digest,
            class_=f"c {item.status}{' late' if _is_late(session, item) else ''}",
            aria_current="true" if current is not None and current.key == item.key else None,
        ),
    )


def _nothing() -> Html:
    return el(
        "article",
        el(
            "div",
            el("h2", "Nothing waits here"),
            el("p", "Nothing is marked here. Select words, or pick them with the keys, to add a mention."),
            class_="matter",
        ),
        el(
            "div",
            button("add", "Pick words"),
            button("undo"),
            el("p", class_="saved", data_role="saved"),
            class_="acts",
            role="group",
            aria_label="Answer",
        ),
        class_="card none",
    )


def _reading_bar(desk: Desk, session: Session, piece: Stretch, *, pages: bool) -> Html:
    pieces = desk.pieces(piece.source)
    at = next(n for n, each in enumerate(pieces) if each.n == piece.n)
    before = pieces[at - 1] if at else None
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    name = "page" if pages else "part"
    items = [*mentions_of(session, piece), *claims_of(session, piece)]
    done = sum(item.status not in ("open", "skipped") for item in items)
    counts = session.counts
    return el(
        "nav",
        el("b", desk.title(piece.source), class_="title"),
        _turn(piece.source, before, "‹", f"The {name} before", "back"),
        el("span", f"{name} {piece.label} of {pieces[-1].label}", class_="where"),
        _turn(piece.source, after, "›", f"The next {name}", "on"),
        el("progress", value=done, max=max(len(items), 1), id="progress", aria_label=f"Decided on this {name}"),
        el("span", f"{done} of {len(items)} here, {counts.left} left in all", id="counts"),
        button("complete"),
        aria_label="Source",
    )


def _turn(citekey: str, to: Stretch | None, sign: str, name: str, way: str) -> Html:
    if to is None:
        return el("span", sign, class_="turn", aria_hidden="true")
    return el("a", sign, href=f"/read/{citekey}/{to.n}", class_="turn", aria_label=name, data_turn=way)


def pair_view(session: Session, item: Item) -> Html:
    """Two claims, or two names, side by side, with the question whether they are one."""
    record = el(
        "section",
        el("h1", "One or two?", class_="unseen"),
        card(session, item),
        id="record",
        aria_label="Record",
        tabindex="-1",
    )
    bar = el(
        "nav",
        el("b", "One or two?", class_="title"),
        el("span", f"{session.counts.left} left", id="counts"),
        aria_label="Source",
    )
    return page("One or two?", record, bar=bar, kind="pairing", reviewer=session.reviewer.name)


def sources_view(desk: Desk, session: Session) -> Html:
    """The sources with how far each has come."""
    rows = []
    marked = completed_by(session.state.ledger)
    for citekey in session.sources:
        if not session.text(citekey):
            continue
        stages = progress(session, citekey)
        waits, done = sum(each.open for each in stages), sum(each.decided for each in stages)
        rows.append(
            el(
                "tr",
                el(
                    "th",
                    el("a", desk.title(citekey), href=f"/read/{citekey}/{_first(stages)}"),
                    el("small", f" {citekey}"),
                    scope="row",
                ),
                el("td", el("progress", value=done, max=max(waits + done, 1), aria_label=f"Decided in {citekey}")),
                el("td", f"{waits} to decide" if waits else "all decided", class_="number"),
                el("td", ", ".join(name for name in sorted(marked) if citekey in marked[name])),
            )
        )
    left = session.counts.left
    go = el("a", f"Go on: {left} left", href="/", class_="go") if left else el("p", "Nothing waits for a decision.")
    head = el(
        "tr",
        el("th", "Source", scope="col"),
        el("th", "Decided", scope="col"),
        el("th", "Names and dates", scope="col"),
        el("th", "Reviewed to the end", scope="col"),
    )
    main = el(
        "div", el("h1", desk.ws.settings.title), go, el("table", el("thead", head), el("tbody", *rows)), class_="page"
    )
    return page("Sources", main, kind="listing", reviewer=session.reviewer.name)


def _first(stages: list) -> int:  # type: ignore[type-arg]
    waiting = [each.stretch.n for each in stages if each.open]
    return waiting[0] if waiting else (stages[0].stretch.n if stages else 1)


def search_view(desk: Desk, session: Session, query: str, found: list[Line], why: str) -> Html:
    """What was found in all sources, each place in its context."""
    rows = [
        el(
            "li",
            el(
                "a",
                each.before,
                el("mark", each.words),
                each.after,
                href=f"/place/{each.source}/{each.start}",
                dir="auto",
            ),
            el("small", f" {desk.title(each.source)}", f", page {each.page}" if each.page else None),
        )
        for each in found
    ]
    said = why or f"{len(found)} {'place' if len(found) == 1 else 'places'}"
    main = el("div", el("h1", f"“{query}”"), el("p", said), el("ol", *rows, class_="places"), class_="page")
    return page(f"Search: {query}", main, kind="listing", reviewer=session.reviewer.name, query=query)
