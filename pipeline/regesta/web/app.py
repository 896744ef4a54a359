"""The server: which address gives what. All that it opens it knows by citekey or id, never by a path."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from importlib.resources import files
from urllib.parse import parse_qs

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from regesta.errors import RegestaError, refused_by_system
from regesta.model.codec import CodecError
from regesta.review.everywhere import Scope
from regesta.review.queue import Item
from regesta.review.search import search
from regesta.review.session import Session
from regesta.review.stale import Stale
from regesta.review.stretches import Stretch, mentions_of
from regesta.stages.pictures import picture_of
from regesta.web import ranking
from regesta.web.acts import perform, to
from regesta.web.cards import card
from regesta.web.conflicts import conflict_card, conflict_view
from regesta.web.desk import Desk, claims_of, key_of
from regesta.web.door import Door
from regesta.web.elsewhere import elsewhere
from regesta.web.finish import done_view, finishing
from regesta.web.html import Html, el
from regesta.web.leaf import leaf
from regesta.web.offers import everywhere, surely
from regesta.web.requests import Asked, Refused
from regesta.web.rivals import rivals_card, rivals_view
from regesta.web.ruling import beside, place
from regesta.web.shell import bare
from regesta.web.views import pair_view, reading_view, search_view, sources_view, text_of

_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
Endpoint = Callable[[Request], Awaitable[Response]]
#: What takes longer than going to a thread and back.
_SLOW = ("/picture", "/search", "/sources", "/ranks", "/elsewhere", "/done")
#: How many places of a search are shown.
_MOST = 200


class Page:
    """The endpoints over one desk."""

    def __init__(self, desk: Desk, door: Door) -> None:
        self.desk = desk
        self.door = door

    def routes(self) -> list[Route]:
        """All addresses."""
        shown: list[tuple[str, Callable[[Request], Response]]] = [
            ("/", self.start),
            ("/sources", self.sources),
            ("/read/{citekey}/{n:int}", self.read),
            ("/text/{citekey}/{n:int}", self.text),
            ("/leaf/{citekey}/{n:int}", self.leaf),
            ("/picture/{citekey}/{n:int}", self.picture),
            ("/card", self.card),
            ("/at/{key}", self.at),
            ("/place/{citekey}/{offset:int}", self.place),
            ("/pair", self.pair),
            ("/conflicts", self.conflicts),
            ("/ranks", self.ranks),
            ("/finish/{citekey}", self.finish),
            ("/done", self.done),
            ("/elsewhere", self.elsewhere),
            ("/next", self.next),
            ("/search", self.search),
            ("/everywhere", self.everywhere),
            ("/sure/{citekey}/{n:int}", self.sure),
        ]
        return [
            Route("/enter", self.enter, methods=["GET", "POST"]),
            Route("/act", self.act, methods=["POST"]),
            Route("/static/{name}", static),
            *(Route(path, _answering(endpoint, slow=path.startswith(_SLOW))) for path, endpoint in shown),
        ]

    async def enter(self, request: Request) -> Response:
        """Hands the cookie out to who has the token, or the password."""
        if request.method == "POST" and self.door.asks_password:
            form = await request.body()
            password = _form_value(form, "password")
            if await run_in_threadpool(self.door.try_password, password):
                return self._welcome()
            return HTMLResponse(_login(f"That was not it. Wait {self.door.wait():.0f} seconds."), 403)
        if self.door.opens(request.query_params.get("token", "")):
            return self._welcome()
        if self.door.asks_password:
            return HTMLResponse(_login(""))
        return HTMLResponse(bare("The door is closed", el("p", "Open the address that regesta printed.")), 403)

    def _welcome(self) -> Response:
        # No redirect: a browser sends a strict cookie only where this very site asked for the next page.
        body = bare("Opening…", el("p", el("a", "Go on", href="/")), refresh=True)
        return HTMLResponse(body, headers={"Set-Cookie": self.door.set_cookie()})

    def start(self, request: Request) -> Response:
        """Where the work goes on."""
        if self.desk.ruling:
            return RedirectResponse("/conflicts", 303)
        with self.desk.turn() as session:
            going = to(self.desk, session.current)
        return RedirectResponse(going.address if going else "/ranks?start=1", 303)

    def sources(self, request: Request) -> Response:
        """The list of sources."""
        with self.desk.turn() as session:
            return HTMLResponse(sources_view(self.desk, session))

    def read(self, request: Request) -> Response:
        """A piece of a source to decide in."""
        return self._piece(request, reading_view)

    def text(self, request: Request) -> Response:
        """The text of a piece alone, drawn anew."""
        return self._piece(request, text_of)

    def leaf(self, request: Request) -> Response:
        """The picture of a page with the boxes of an item."""
        return self._piece(request, lambda *given: leaf(*given) or Html())

    def card(self, request: Request) -> Response:
        """The record of one item."""
        with self.desk.turn() as session:
            item = session.item(key_of(request.query_params.get("key", "")))
            return HTMLResponse(card(session, item)) if item else _gone()

    def at(self, request: Request) -> Response:
        """Leads to the view in which an item is decided."""
        with self.desk.turn() as session:
            item = session.item(key_of(request.path_params["key"]))
            going = to(self.desk, item)
        return RedirectResponse(going.address, 303) if going else _gone()

    def place(self, request: Request) -> Response:
        """Leads to the piece in which a place of a text stands, and to the mention there."""
        citekey, offset = request.path_params["citekey"], request.path_params["offset"]
        if not self.desk.has(citekey):
            return _gone()
        with self.desk.turn() as session:
            n = self.desk.piece_at(citekey, offset)
            here = [each for each in session.mentions_near(citekey, offset, offset + 1) if each.kind == "mention"]
            at = f"?at=mention:{here[-1].id}" if here else f"?place={offset}"
        return RedirectResponse(f"/read/{citekey}/{n}{at}", 303)

    def pair(self, request: Request) -> Response:
        """Two claims or names side by side."""
        with self.desk.turn() as session:
            item = session.item(key_of(request.query_params.get("at", "")))
            return HTMLResponse(pair_view(session, item)) if item else _gone()

    def conflicts(self, request: Request) -> Response:
        """A conflict: that of an item, the next after it or before it, or the first."""
        if not self.desk.ruling:
            return _gone()
        asked = request.query_params
        with self.desk.turn() as session:
            found = self.desk.conflicts(session)
            at = beside(session, found, asked.get("at", ""), asked.get("after", ""), asked.get("before", ""))
            return HTMLResponse(conflict_view(self.desk, session, found, at))

    def ranks(self, request: Request) -> Response:
        """Rival values: those of a name, the next that wait, or all that is contested; the sources where none waits.

        The last is for who opened the page, with nothing else to decide.
        """
        asked = request.query_params
        with self.desk.turn() as session:
            found = self.desk.rivals(session)
            at = ranking.beside(found, asked.get("at", ""), asked.get("after", ""), asked.get("before", ""))
            if at is None and "start" in asked:
                return RedirectResponse("/sources", 303)
            return HTMLResponse(rivals_view(self.desk, session, found, None if "all" in asked else at))

    def next(self, request: Request) -> Response:
        """The next item that waits after one, as JSON."""
        with self.desk.turn() as session:
            session.go(key_of(request.query_params.get("after", "")))
            session.next()
            return _json(to(self.desk, session.current))

    def search(self, request: Request) -> Response:
        """Words looked for in all sources."""
        query = request.query_params.get("q", "").strip()[:200]
        with self.desk.turn() as session:
            try:
                found = search(session.state.texts, query, session.page_of, sources=session.sources, limit=_MOST)
                why = ""
            except RegestaError as error:
                found, why = [], error.finding.what
            return HTMLResponse(search_view(self.desk, session, query, found, why))

    def everywhere(self, request: Request) -> Response:
        """The preview of one decision about a name wherever it is open."""
        with self.desk.turn() as session:
            item = session.item(key_of(request.query_params.get("key", "")))
            scope: Scope = "all" if request.query_params.get("scope") == "all" else "source"
            return HTMLResponse(everywhere(session, item, scope)) if item else _gone()

    def sure(self, request: Request) -> Response:
        """What is surely right on a page."""
        citekey, n = request.path_params["citekey"], request.path_params["n"]
        if not self.desk.has(citekey) or self.desk.piece(citekey, n) is None:
            return _gone()
        with self.desk.turn() as session:
            return HTMLResponse(surely(session, citekey, n))

    def finish(self, request: Request) -> Response:
        """The question whether a source is reviewed to the end."""
        citekey = request.path_params["citekey"]
        if not self.desk.has(citekey):
            return _gone()
        with self.desk.turn() as session:
            return HTMLResponse(finishing(self.desk, session, citekey))

    def done(self, request: Request) -> Response:
        """The end of the queue."""
        with self.desk.turn() as session:
            return HTMLResponse(done_view(self.desk, session))

    def elsewhere(self, request: Request) -> Response:
        """The preview of the words of a mention wherever else they stand unmarked."""
        shown = elsewhere(self.desk, request.query_params.get("key", ""))
        return HTMLResponse(shown) if shown is not None else _gone()

    def picture(self, request: Request) -> Response:
        """The picture of a page."""
        citekey, n = request.path_params["citekey"], request.path_params["n"]
        if not self.desk.has(citekey):
            return _gone()
        data = picture_of(self.desk.ws, self.desk.source(citekey), n)
        return Response(data, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})

    async def act(self, request: Request) -> Response:
        """One act of the reviewer; the answer says the line of the log only when it is on disk."""
        return self._act(await request.body())

    def _act(self, body: bytes) -> Response:
        try:
            asked = msgspec.json.decode(body, type=Asked)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            return _json(Refused(what=f"this was not understood: {error}"), 400)
        try:
            with self.desk.turn() as session:
                try:
                    return _json(perform(self.desk, session, asked))
                except Stale as stale:
                    now = self._now(session, asked, stale)
                    finding = stale.finding
                    return _json(Refused(what=finding.what, remedy=finding.remedy, stale=True, now=now), 409)
        except RegestaError as error:
            return _refused(error)
        except OSError as error:
            return _refused(RegestaError(refused_by_system("review.not_saved", error)))
        except CodecError as error:
            return _json(Refused(what=f"no log can hold it: {error}", lost=True), 507)

    def _now(self, session: Session, asked: Asked, stale: Stale) -> str:
        """How what was shown stands now, as markup; empty where it is gone."""
        if asked.do == "rule":
            found = self.desk.conflicts(session)
            at = place(found, asked.items[0].key if asked.items else "")
            return "" if at is None else str(conflict_card(self.desk, session, found[at]))
        if asked.do == "rank":
            rivals = self.desk.rivals(session)
            at = ranking.place(rivals, asked.key)
            return "" if at is None else str(rivals_card(self.desk, session, rivals[at]))
        return str(card(session, stale.now)) if stale.now else ""

    def _piece(self, request: Request, draw: Callable[[Desk, Session, Stretch, Item | None], Html]) -> Response:
        citekey, n = request.path_params["citekey"], request.path_params["n"]
        piece = self.desk.piece(citekey, n) if self.desk.has(citekey) else None
        if piece is None:
            return _gone()
        with self.desk.turn() as session:
            return HTMLResponse(draw(self.desk, session, piece, _current(session, piece, request)))


def _current(session: Session, piece: Stretch, request: Request) -> Item | None:
    """The item that was asked for, else the first that waits in the piece, else the first mention of it."""
    asked = request.query_params.get("at", "")
    found = session.item(key_of(asked)) if asked else None
    if found is not None:
        return found
    items = [*mentions_of(session, piece), *claims_of(session, piece)]
    return next((item for item in items if session.is_waiting(item.key)), items[0] if items else None)


def _answering(endpoint: Callable[[Request], Response], *, slow: bool) -> Endpoint:
    """The endpoint, in a thread where it is slow, with what cannot be shown said in words."""

    async def answering(request: Request) -> Response:
        try:
            return await run_in_threadpool(endpoint, request) if slow else endpoint(request)
        except RegestaError as error:
            return HTMLResponse(bare("This cannot be shown", el("p", str(error))), 404)

    return answering


def _refused(error: RegestaError) -> Response:
    finding = error.finding
    told = finding.code in ("review.act", "review.source")
    what = f"{finding.what}. {finding.why}".rstrip(". ") if not told else finding.what
    return _json(Refused(what=what, remedy=finding.remedy, lost=not told), 422 if told else 507)


def _json(record: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(record), status, media_type="application/json")


def _gone() -> Response:
    return HTMLResponse(bare("This is not here", el("p", el("a", "To the sources", href="/sources"))), 404)


def _login(why: str) -> Html:
    return bare(
        "Who is there?",
        el("p", why, role="alert") if why else None,
        el(
            "form",
            el("label", "Password", el("input", type="password", name="password", autocomplete="current-password")),
            el("button", "Enter", type="submit"),
            method="post",
            action="/enter",
        ),
    )


def _form_value(body: bytes, name: str) -> str:
    return parse_qs(body.decode("utf-8", "replace")).get(name, [""])[0]


async def static(request: Request) -> Response:
    """A file of the program's own; there is no other folder from which anything is given out."""
    name = request.path_params["name"]
    found = _static().get(name)
    if found is None:
        return _gone()
    return Response(found, media_type=_TYPES["." + name.rpartition(".")[2]])


@cache
def _static() -> dict[str, bytes]:
    folder = files("regesta.web").joinpath("static")
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name.endswith(tuple(_TYPES))}


def application(desk: Desk, door: Door) -> Starlette:
    """The app without its guard."""
    return Starlette(routes=Page(desk, door).routes())
