"""What the review page asks of other machines: `python tests/benchmarks/loopback.py`. It must be nothing.

The benchmark goes into a network namespace of its own that has nothing but loopback (with `unshare` and `ip`), starts
`regesta review --serve` there, and reviews a whole source in Chromium, with the keys. Playwright tells each request
that the browser makes for the page; those to anything but the page's own origin count.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from page import workspace
from playwright.sync_api import Page, Request, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
MENTIONS = 12
#: Views that a reviewer comes by as well.
VIEWS = ("/sources", "/search?q=Zakopane", "/read/long/1")


def review(page: Page, opened: str) -> int:
    """Reviews the source to its end and looks at all views; gives how many answers the page said were saved."""
    page.goto(opened)
    page.wait_for_selector("body[data-ready]")
    for line in range(1, MENTIONS + 1):
        page.keyboard.press("a" if line % 3 else "r")
        page.wait_for_function(
            "n => document.querySelector('.saved')?.textContent.startsWith(`saved, line ${n}:`)", arg=line
        )
    for view in VIEWS:
        page.goto(opened.split("/enter")[0] + view)
        page.wait_for_selector("body[data-ready]")
    page.keyboard.press("?")
    page.wait_for_selector("dialog[open]")
    return MENTIONS


def interfaces() -> list[str]:
    """The network devices that this process sees."""
    lines = Path("/proc/net/dev").read_text("ascii").splitlines()[2:]
    return sorted(line.partition(":")[0].strip() for line in lines)


def within() -> int:
    """Reviews in the namespace; 0 where nothing else was asked."""
    asked: list[str] = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = workspace(Path(folder) / "ws", MENTIONS).root
        command = [sys.executable, "-m", "regesta", "-C", str(root), "review", "--as", "anna", "--serve"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        try:
            assert process.stdout is not None
            opened = process.stdout.readline().strip()
            context = browser.new_context()

            def heard(request: Request) -> None:
                asked.append(request.url)

            context.on("request", heard)
            answers = review(context.new_page(), opened)
        finally:
            browser.close()
            process.kill()
            process.communicate()
    own = urlsplit(opened).netloc
    others = [url for url in asked if urlsplit(url).netloc != own]
    print(
        f"devices {', '.join(interfaces())}: {answers} answers saved, {len(asked)} requests, "
        f"{len(others)} to anything but {own}"
    )
    for url in others:
        print(f"  {url}")
    return 1 if others or interfaces() != ["lo"] else 0


def main() -> int:
    """Runs the benchmark in a namespace with nothing but loopback."""
    again = f"ip link set lo up && exec {sys.executable} {Path(__file__).resolve()} within"
    apart = ["unshare", "--net", *(() if os.geteuid() == 0 else ("--map-root-user",)), "sh", "-c", again]
    return subprocess.run(apart, check=False).returncode


if __name__ == "__main__":
    sys.exit(within() if sys.argv[1:] == ["within"] else main())
