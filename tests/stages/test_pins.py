"""Correcting one date mends its followers; decisions stay, and those that no longer follow are listed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from regesta.engine.run import Runner
from regesta.model.chain import identified
from regesta.model.decision import Amendment, Answer, Decision, Target
from regesta.model.digest import digest
from regesta.model.mention import Mention
from regesta.stages.decided import Decided
from regesta.stages.report import Wanted
from regesta.stages.run import run
from regesta.stages.status import status
from regesta.workspace.jsonl import read_records
from regesta.workspace.workspace import Workspace

TEXT = "They met in May 1941. On 9 June they parted. In July it was over."
Decide = Callable[..., None]


def tagged(ws: Workspace) -> list[str]:
    """Runs the tag stage and gives the sources that it worked on."""
    with Runner(1) as runner:
        report = run(ws, Wanted(stages=("tag",)), runner, lambda *_: None)
    return [source for done in report.done if done.stage == "tag" for source in done.made]


def dates(ws: Workspace) -> list[Mention]:
    return [mention for mention in read_records(ws.mentions_path("anna"), Mention) if mention.label == "DATE"]


@pytest.fixture
def decide(ws: Workspace) -> Decide:
    """Writes decisions on dates by their place in the text, with a new value where one is given."""
    path = ws.decisions / "ada" / "desk.jsonl"
    log: list[Decision] = []

    def decide(place: int, answer: Answer, value: str = "") -> None:
        mention = dates(ws)[place]
        decision = identified(
            Decision(
                id="",
                reviewer="ada",
                device="desk",
                seq=len(log) + 1,
                clock=len(log) + 1,
                at="2026-11-25T08:00:00Z",
                answer=answer,
                target=Target(kind="mention", id=mention.id, digest=digest(mention), mention=mention),
                set=Amendment(value=value) if value else Amendment(),
            )
        )
        log.append(decision)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in log))

    return decide


def test_an_amended_anchor_mends_the_dates_that_hung_on_it(ws: Workspace, make_source, decide: Decide) -> None:
    make_source(ws, "anna", TEXT)
    make_source(ws, "bert", TEXT)
    assert tagged(ws) == ["anna", "bert"]
    assert [date.value for date in dates(ws)] == ["1941-05", "1941-06-09", "1941-07"]
    decide(0, "amend", "1940-05")
    assert tagged(ws) == ["anna"]
    assert [date.value for date in dates(ws)] == ["1941-05", "1940-06-09", "1940-07"]
    assert tagged(ws) == []


def test_a_decided_follower_stays_and_is_listed(ws: Workspace, make_source, decide: Decide) -> None:
    make_source(ws, "anna", TEXT)
    tagged(ws)
    decide(1, "accept")
    decide(0, "amend", "1940-05")
    tagged(ws)
    standings = list(Decided(ws).reviewed(["anna"]).mentions.values())
    by_words = {each.record.exact: each for each in standings if each.record.label == "DATE"}
    assert (by_words["9 June"].record.value, by_words["9 June"].stale) == ("1941-06-09", True)
    assert (by_words["May 1941"].record.value, by_words["May 1941"].stale) == ("1940-05", False)
    (note,) = [finding for finding in status(ws).findings if finding.code == "review.outdated"]
    assert "“9 June” was decided as 1941-06-09 and is now proposed as 1940-06-09" in note.what


def test_a_rejected_date_stays_rejected_and_nothing_hangs_on_it(ws: Workspace, make_source, decide: Decide) -> None:
    make_source(ws, "anna", "They met in May 1941. The 1956 was late. In July it was over.")
    tagged(ws)
    decide(1, "reject")
    tagged(ws)
    rejected = [
        each.record.exact for each in Decided(ws).reviewed(["anna"]).mentions.values() if each.status == "rejected"
    ]
    assert rejected == ["1956"]
    assert [date.value for date in dates(ws)] == ["1941-05", "1956", "1941-07"]


def test_accepting_what_is_proposed_changes_no_proposal(ws: Workspace, make_source, decide: Decide) -> None:
    make_source(ws, "anna", TEXT)
    tagged(ws)
    before = [date.value for date in dates(ws)]
    for place in range(3):
        decide(place, "accept")
    tagged(ws)
    assert [date.value for date in dates(ws)] == before
    assert not any(each.stale for each in Decided(ws).reviewed(["anna"]).mentions.values())
