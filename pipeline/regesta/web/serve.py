"""Running the server: its address, its socket, its one worker, and how it ends."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable

import uvicorn
from msgspec import Struct

from regesta.errors import fail
from regesta.stages.reviewing import Opened
from regesta.web.app import application
from regesta.web.desk import Desk
from regesta.web.door import Door
from regesta.web.guard import Guard
from regesta.workspace.workspace import Workspace

LOOPBACK = "127.0.0.1"


class Where(Struct, frozen=True, kw_only=True):
    """Where the page is served: an address of this machine, a port (0: any that is free), and who is let in."""

    host: str = LOOPBACK
    port: int = 0
    password: str = ""


def serve(
    ws: Workspace, review: Opened, where: Where, say: Callable[[str], None], *, browser: bool, ruling: bool = False
) -> None:
    """Serves the page until it is stopped; `say` is told the address, and `browser` opens it.

    With `ruling` it settles conflicts instead of asking what waits.
    """
    with _listening(where) as listener:
        port = listener.getsockname()[1]
        door = Door(port, where.password)
        near = where.host in (LOOPBACK, "localhost", "::1")
        hosts = {f"{LOOPBACK}:{port}", f"localhost:{port}", f"[::1]:{port}"}
        if not near:
            hosts |= {f"{name}:{port}" for name in (where.host, socket.gethostname())}
        app = Guard(application(Desk(ws, review, ruling=ruling), door), door, hosts, addresses=not near)
        shown = LOOPBACK if near else where.host
        address = f"http://{shown}:{port}/enter" + ("" if door.asks_password else f"?token={door.token}")
        say(address)
        if browser:
            webbrowser.open(address)
        config = uvicorn.Config(
            app, log_level="warning", lifespan="off", access_log=False, server_header=False, ws="none"
        )
        uvicorn.Server(config).run(sockets=[listener])


def _listening(where: Where) -> socket.socket:
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    # With its protocol named, asyncio sends each piece at once; else every answer waits 40 ms for the other side.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((where.host, where.port))
        listener.listen()  # now, so that the address leads somewhere as soon as it is told
    except OSError as error:
        listener.close()
        raise fail(
            "web.port",
            f"cannot listen at {where.host}:{where.port}: {error.strerror}",
            remedy="Choose another with --port, or leave it out: any free one is taken.",
        ) from None
    return listener
