"""The claims of a piece, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import web_conftest as web

from regesta.model.claim import Claim
from regesta.workspace.jsonl import read_records, write_records
from regesta.workspace.workspace import Workspace


def test_what_is_more_likely_wrong_is_listed_and_asked_for_last(ws: Workspace, tab: Callable[..., Any]) -> None:
    claims = read_records(ws.claims_path("letter"), Claim)
    first = next(each for each in claims if any(value.edtf == "1939-12-06" for value in each.values))
    doubtful = msgspec.structs.replace(first, by=msgspec.structs.replace(first.by, score=0.2))
    ws.claims_path("letter").write_bytes(write_records([doubtful if each is first else each for each in claims]))
    with web.serving(ws, "--kind", "claim") as served:
        page = tab(served)
        assert page.locator(".claims h2").all_inner_texts() == [
            "Claims that rest on this",
            "Claims that are more likely wrong, asked for last",
        ]
        assert page.locator("#record h2").inner_text() == "meeting, November 1939"
        page.keyboard.press("a")
        page.locator("#record h2", has_text="meeting, 6 December 1939").wait_for()
