"""The guard before every request: for whom it is meant, where it comes from, how much it may bring, who sends it."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regesta.web.door import Door
from regesta.web.html import el
from regesta.web.shell import STYLE, bare

#: Bytes that a request may bring.
LONGEST_BODY = 1_000_000
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_OPEN = ("/enter", STYLE)


class Guard:
    """Lets a request through, or answers it with the reason why not."""

    def __init__(self, app: ASGIApp, door: Door, hosts: Collection[str], *, addresses: bool = False) -> None:
        """`hosts` as a browser names them, with the port; with `addresses` any bare IP address will do as well."""
        self.app = app
        self.door = door
        self.hosts = frozenset(hosts)
        self.addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, as ASGI asks it."""
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send))
            return
        await self.app(scope, _bounded(receive), _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._is_ours(host):
            return _no(421, "This address is not the one that was opened", "Open the address that regesta printed.")
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return _no(405, "This cannot be done here", "")
        origin = headers.get("origin")
        foreign = origin is not None and origin != f"http://{host}"
        if foreign or (scope["method"] == "POST" and origin is None):
            return _no(403, "The request came from another page", "Decide in the review page itself.")
        try:
            length = int(headers.get("content-length", "0"))
        except ValueError:
            length = LONGEST_BODY + 1
        if length > LONGEST_BODY:
            return _no(413, "That is too much at once", f"At most {LONGEST_BODY:,} bytes.")
        if scope["path"] in _OPEN or self.door.knows(_cookie(headers, self.door.name)):
            return None
        if self.door.asks_password:
            return Response(status_code=303, headers={"Location": "/enter"})
        return _no(403, "The door is closed", "Open the address that regesta printed in the terminal; it has the key.")

    def _is_ours(self, host: str) -> bool:
        if host in self.hosts:
            return True
        name = host.rpartition(":")[0] if not host.endswith("]") else host
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return self.addresses


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _no(status: int, what: str, remedy: str) -> Response:
    return HTMLResponse(bare(what, el("p", remedy)), status)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sending


def _bounded(receive: Receive) -> Receive:
    """Ends a body that is longer than it said, as if the sender had gone."""
    seen = 0

    async def receiving() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= LONGEST_BODY else {"type": "http.disconnect"}

    return receiving
