"""Who is let in, and what every answer says to the browser."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from regesta.review.queue import Wanted
from regesta.review.session import Reviewer
from regesta.stages.reviewing import opened
from regesta.web.app import application
from regesta.web.desk import Desk
from regesta.web.door import Door
from regesta.web.guard import LONGEST_BODY, Guard
from regesta.workspace.workspace import Workspace

HOST = "127.0.0.1:8000"
OWN = {"Origin": f"http://{HOST}"}


class Client:
    """Asks the app in this process, and keeps the cookies that it gives."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.cookies = httpx.Cookies()

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self._asked("GET", path, more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self._asked("POST", path, more)

    def _asked(self, method: str, path: str, more: dict[str, Any]) -> httpx.Response:
        # In a thread of its own: where a browser was tested before, Playwright's loop runs in this one.
        with ThreadPoolExecutor(1) as aside:
            return aside.submit(lambda: asyncio.run(self._ask(method, path, more))).result()

    async def _ask(self, method: str, path: str, more: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}", cookies=self.cookies) as asking:
            answer = await asking.request(method, path, **more)
            self.cookies = asking.cookies
        return answer


def client(ws: Workspace, password: str = "") -> tuple[Client, Door]:
    who = Reviewer(name="anna", device="desk", now=lambda: "2026-01-01T00:00:00Z")
    door = Door(8000, password)
    app = Guard(application(Desk(ws, opened(ws, Wanted(), who)), door), door, [HOST])
    return Client(app), door


@pytest.fixture
def outside(ws: Workspace) -> tuple[Client, Door]:
    return client(ws)


@pytest.fixture
def inside(outside: tuple[Client, Door]) -> Client:
    found, door = outside
    found.get(f"/enter?token={door.token}")
    return found


def test_the_token_opens_and_a_cookie_follows(outside: tuple[Client, Door]) -> None:
    found, door = outside
    assert found.get("/sources").status_code == 403
    assert found.get("/enter?token=wrong").status_code == 403
    cookie = found.get(f"/enter?token={door.token}").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert found.get("/sources").status_code == 200


def test_another_host_is_refused(inside: Client) -> None:
    """A name that somebody else makes point here: DNS rebinding."""
    assert inside.get("/sources", headers={"Host": "evil.example:8000"}).status_code == 421


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
def test_an_act_from_another_page_is_refused(inside: Client, headers: dict[str, str]) -> None:
    assert inside.post("/act", content=b'{"do":"undo"}', headers=headers).status_code == 403


def test_a_body_is_bounded(inside: Client) -> None:
    assert inside.post("/act", content=b" " * (LONGEST_BODY + 1), headers=OWN).status_code == 413


def test_what_is_not_understood_is_refused(inside: Client) -> None:
    assert inside.post("/act", content=b'{"do":"accept","path":"/etc/passwd"}', headers=OWN).status_code == 400


@pytest.mark.parametrize("path", ["/", "/sources", "/read/letter/1", "/static/main.js", "/nowhere"])
def test_every_answer_says_what_the_browser_may_do(inside: Client, path: str) -> None:
    headers = inside.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    ["/read/..%2F..%2Fetc/1", "/picture/%2Fetc%2Fpasswd/1", "/static/..%2Fapp.py", "/static/app.py", "/read/none/1"],
)
def test_only_what_is_known_by_name_is_given_out(inside: Client, path: str) -> None:
    assert inside.get(path).status_code == 404


def test_no_page_has_a_script_or_a_style_within(inside: Client) -> None:
    page = inside.get("/read/letter/1").text
    assert "<b>under guard</b>" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_a_password_opens_and_wrong_ones_wait(ws: Workspace) -> None:
    found, door = client(ws, "a long password")
    assert found.get("/sources").headers["location"] == "/enter"
    assert found.get(f"/enter?token={door.token}").headers.get("set-cookie") is None
    for _ in range(3):
        assert found.post("/enter", data={"password": "guess"}, headers=OWN).status_code == 403
    assert found.post("/enter", data={"password": "a long password"}, headers=OWN).status_code == 403
    assert door.wait() > 0
    door._not_before = 0.0
    assert found.post("/enter", data={"password": "a long password"}, headers=OWN).status_code == 200
    assert found.get("/sources").status_code == 200


def test_the_workspace_is_as_it_was(inside: Client, ws: Workspace) -> None:
    """Looking writes nothing into what is true."""
    inside.get("/read/letter/1")
    assert not list(Path(ws.decisions).rglob("*.jsonl"))
