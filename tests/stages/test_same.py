"""One person under two names in two sources, from the proposal to the release."""

from __future__ import annotations

import json

import pytest

from regesta.engine.run import Runner
from regesta.model.claim import Claim
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review import decide
from regesta.review.act import draft, target
from regesta.stages.release import release
from regesta.stages.report import Wanted
from regesta.stages.run import run
from regesta.stages.show import show
from regesta.stages.status import status
from regesta.stages.verify import verify_release
from regesta.workspace.jsonl import read_records
from regesta.workspace.logs import LogWriter

TEXTS = {
    "anna": "Otto Brandeis was arrested by the Gestapo in Riga on 4 May 1941.\n",
    "bert": "O. Brandeys was arrested in Riga on 4 May 1941.\n",
}


def do(ws):
    with Runner(1) as runner:
        run(ws, Wanted(), runner, lambda *_: None)


def says(ws, act):
    LogWriter(ws, "ada", "laptop").append(draft(act, "ada", "laptop", "2026-01-01T00:00:00Z"))


@pytest.fixture
def reviewed(ws, make_source):
    """Both sources with all that is proposed in them accepted, and resolved."""
    for citekey, text in TEXTS.items():
        make_source(ws, citekey, text)
    do(ws)
    for citekey in TEXTS:
        mentions = read_records(ws.mentions_path(citekey), Mention)
        for mention in mentions:
            if mention.label in ("PERSON", "PLACE", "ORG", "DATE"):
                says(ws, decide.answer("accept", target(mention)))
        for claim in read_records(ws.claims_path(citekey), Claim):
            says(ws, decide.answer("accept", target(claim, cited=mentions)))
    do(ws)
    return ws


def test_the_two_are_proposed_and_status_says_that_they_wait(reviewed):
    (same,) = read_records(reviewed.same_path, Same)
    assert same.entities == ("person:o-brandeys", "person:otto-brandeis")
    assert status(reviewed).why == "2 pairs of claims or names wait for a decision"


def test_a_join_is_one_entity_in_events_show_and_release(reviewed):
    (same,) = read_records(reviewed.same_path, Same)
    says(reviewed, decide.join(same))
    do(reviewed)
    assert read_records(reviewed.same_path, Same) == []
    assert show(reviewed, "person:o-brandeys").person.identity.by == ["ada"]
    assert not release(reviewed, "1.0").refused
    folder = reviewed.release_dir("1.0")
    rows = [json.loads(line) for line in (folder / "entities.jsonl").read_bytes().splitlines()]
    (person,) = [row for row in rows if row["kind"] == "person"]
    assert (person["entity_id"], person["joined_ids"], person["joined_by"]) == (
        "person:otto-brandeis",
        "person:o-brandeys",
        "ada",
    )
    assert person["names"] == "O. Brandeys;Otto Brandeis"
    with Runner(1) as runner:
        assert [each for each in verify_release(reviewed, "1.0", runner) if each.level == "error"] == []


def test_a_part_is_not_asked_again(reviewed):
    (same,) = read_records(reviewed.same_path, Same)
    says(reviewed, decide.part(same))
    do(reviewed)
    assert read_records(reviewed.same_path, Same) == []
