"""A workspace of our own texts, a server over it, and a browser, for the tests of the page."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec import Struct

from regesta.anchor.drafts import Draft, mentions
from regesta.model.claim import Asserter, Claim, Value
from regesta.model.decision import Decision
from regesta.model.event import Join
from regesta.model.ids import claim_id, content_id, sha256_hex, value_id
from regesta.model.mention import Alternative, By, Label
from regesta.model.source import Source, SourceText
from regesta.workspace.init import init
from regesta.workspace.jsonl import write_records
from regesta.workspace.logs import read_decisions
from regesta.workspace.workspace import Workspace

#: What stands here is imported by the tests: pytest's importlib mode puts no folder on the path.
sys.modules["web_conftest"] = sys.modules[__name__]

CHROMIUM = Path("/usr/bin/chromium")
#: Seconds in which a browser closes its pages, and in which a whole test is done, on a busy machine too.
CLOSE, WHOLE = 10, 300
RULES = By(component="rules", version="1", score=0.9)
LETTER = (
    "On 6 December 1939 Major Nowak met the commissar 𝔎arl in Zakopane.\n\n"
    "Some say that they met in Kostrzelin in November 1939 <b>under guard</b>.\n"
)
FOUND: list[tuple[str, Label, str]] = [
    ("6 December 1939", "DATE", "1939-12-06"),
    ("Nowak", "PERSON", "person:nowak"),
    ("Zakopane", "PLACE", "place:zakopane"),
    ("Kostrzelin", "PERSON", "person:kostrzelin"),
    ("November 1939", "DATE", "1939-11"),
]


def put(ws: Workspace, citekey: str, text: str, drafts: list[Draft]) -> None:
    """Puts a source with these proposals into the workspace."""
    folder = ws.source_dir(citekey)
    folder.mkdir(parents=True)
    record = SourceText(sha256=sha256_hex(text.encode()), chars=len(text), reader="text", version="1")
    source = Source(id=citekey, csl={"id": citekey, "title": f"The {citekey}"}, text=record)
    (folder / "source.json").write_bytes(msgspec.json.encode(source))
    (folder / "text.txt").write_bytes(text.encode())
    ws.mentions_path(citekey).parent.mkdir(parents=True, exist_ok=True)
    ws.mentions_path(citekey).write_bytes(write_records(mentions(citekey, text, [], drafts)))


def draft(text: str, words: str, label: Label, value: str = "", start: int = 0) -> Draft:
    """A proposal for the first place of the words."""
    at = text.index(words, start)
    others = [Alternative(value="place:zakopane-dolne", score=0.4, grade="close")] if words == "Zakopane" else []
    return Draft(start=at, end=at + len(words), label=label, value=value, by=RULES, alternatives=others)


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A workspace with a letter: five mentions and two claims that may be one event."""
    init(tmp_path, "Conferences")
    workspace = Workspace.open(tmp_path)
    passages = [(words.strip(), "PASSAGE", "") for words in LETTER.split("\n\n")]
    put(workspace, "letter", LETTER, [draft(LETTER, *each) for each in [*FOUND, *passages]])
    claims = [_claim(passage, date) for passage, date in ((0, 0), (1, 1))]
    workspace.claims_path("letter").parent.mkdir(parents=True)
    workspace.claims_path("letter").write_bytes(write_records(claims))
    pair = sorted(claim.id for claim in claims)
    join = Join(id=content_id("join", *pair), claims=pair, score=0.6, reasons=["both are meetings"])
    workspace.joins_path.write_bytes(write_records([join]))
    return workspace


def _claim(passage: int, date: int) -> Claim:
    found = mentions(
        "letter",
        LETTER,
        [],
        [draft(LETTER, *e) for e in [*FOUND, *((w.strip(), "PASSAGE", "") for w in LETTER.split("\n\n"))]],
    )
    whole = [each for each in found if each.label == "PASSAGE"][passage]
    when = [each for each in found if each.label == "DATE"][date]
    name = claim_id("letter", "meeting", whole.id, when.id)
    values = [
        Value(id=value_id(name, "type", "", when.id), property="type", cites=[whole.id], text="meeting"),
        Value(id=value_id(name, "when", "", when.id), property="when", cites=[when.id], edtf=when.value),
    ]
    own = Asserter(kind="source", label="letter", id="letter")
    by = By(component="claims", score=0.7, reasons=("a date stands close by", "“met” <says> what happened"))
    return Claim(
        id=name,
        source="letter",
        type="meeting",
        passage=whole.id,
        stance="asserted",
        asserted_by=own,
        values=values,
        by=by,
    )


def saved(page: Any, line: int) -> None:
    """Waits until the page says that the answer stands in this line."""
    page.wait_for_function(
        "n => document.querySelector('.saved')?.textContent.startsWith(`saved, line ${n}:`)", arg=line
    )


def answered(page: Any, keys: str, first: int = 1) -> None:
    """Presses keys, each when the answer before it is saved; the first answer stands in line `first`."""
    for line, key in enumerate(keys, start=first):
        page.keyboard.press(key)
        saved(page, line)


def decided(ws: Workspace) -> list[Decision]:
    """What stands in the logs."""
    return read_decisions(ws)[0]


class Served(Struct):
    """A server that runs: its process, the address that it printed, and where that leads."""

    process: Any
    opened: str

    @property
    def base(self) -> str:
        return self.opened.split("/enter")[0]


@contextmanager
def serving(
    ws: Workspace, *options: str, verb: str = "review", who: str = "anna", before: Callable[[], None] | None = None
) -> Iterator[Served]:
    """`regesta review --serve` on the workspace, or another verb; `before` runs in its process before it begins."""
    command = [sys.executable, "-m", "regesta", "-C", str(ws.root), verb, "--as", who, "--serve", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, preexec_fn=before, env=os.environ
    )
    assert process.stdout is not None
    try:
        yield Served(process=process, opened=process.stdout.readline().strip())
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def served(ws: Workspace) -> Iterator[Served]:
    with serving(ws) as found:
        yield found


#: Why a browser had to be ended, each time.
ENDED: list[str] = []


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says how often the browser had to be ended: no test fails for it, and nobody is to overlook it."""
    for each in ENDED:
        terminalreporter.write_line(f"The browser was ended and started anew: {each}.")


class Chromium:
    """Debian's Chromium, which is ended and started anew where it does not come to an end by itself.

    A page that is closed in the moment when it takes up its next address may never close: so it is with an empty page
    too, whatever the page does.
    """

    def __init__(self, playwright: Any) -> None:
        self._playwright = playwright
        self._started: Any = None
        self._pid = 0

    def started(self) -> Any:
        """The browser that runs; a new one where the last one was ended."""
        if self._started is None or not self._started.is_connected():
            self._started = self._playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
            told = self._started.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
            self._pid = next(each["id"] for each in told if each["type"] == "browser")
        return self._started

    def new_context(self, **given: Any) -> Any:
        """A profile of its own, whose pages have a minute for each thing that is waited for."""
        context = self.started().new_context(**given)
        context.set_default_timeout(60_000)  # a busy machine is no fault of the page
        return context

    @contextmanager
    def within(self, seconds: float, what: str) -> Iterator[None]:
        """Ends the browser where it has not done something in time: what waits for it then fails, and nothing hangs."""

        def end() -> None:
            ENDED.append(what)
            os.kill(pid, signal.SIGKILL)

        pid = self._pid
        timer = threading.Timer(seconds, end)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def close(self, context: Any) -> None:
        """Closes a profile, each page at rest; ends the browser where that takes too long."""
        api = pytest.importorskip("playwright.sync_api")
        with self.within(CLOSE, "Chromium did not close its pages"), suppress(api.Error):
            for page in context.pages:
                page.goto("about:blank", timeout=1000 * CLOSE / 2)
            context.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The browser of all tests."""
    if not CHROMIUM.exists():
        pytest.skip("/usr/bin/chromium is not installed: `apt-get install chromium`")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as playwright:
        found = Chromium(playwright)
        yield found
        with found.within(CLOSE, "Chromium did not come to an end"), suppress(api.Error):
            found.started().close()


@pytest.fixture
def browser(chromium: Chromium) -> Iterator[Chromium]:
    """The browser for one test, which is ended where the test takes too long."""
    chromium.started()
    before = len(ENDED)
    with chromium.within(WHOLE, "a test took too long"):
        yield chromium
    assert "a test took too long" not in ENDED[before:]


def faults(page: Any) -> list[str]:
    """What axe-core finds amiss in a page as it is now."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [f"{each['id']}: {[node['html'][:160] for node in each['nodes'][:2]]}" for each in found]


@pytest.fixture
def tab(browser: Chromium) -> Iterator[Callable[[Served], Any]]:
    """Opens pages in one profile; what a page complains of is a failure."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    complaints: list[str] = []

    def open_(served: Served, path: str = "/") -> Any:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(served.opened)
        page.wait_for_selector("body[data-ready]")
        if path != "/":
            page.goto(served.base + path)
        return page

    yield open_
    browser.close(context)
    assert not complaints
