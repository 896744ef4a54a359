"""What a release says of the one before it."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from regesta.model.event import Event
from regesta.model.reviewed import Pair, Reviewed
from regesta.model.same import Identity
from regesta.release.build import build
from regesta.resolve.unify import unified

Files = dict[str, bytes]


def built(world: Any, version: str, previous: Files | None, **changes: Any) -> Files:
    result = build(world.inputs(version, previous=previous, **changes))
    assert not result.refused, result.findings
    return result.files


def changes(files: Files, version: str) -> list[tuple[str, str, str]]:
    rows = [json.loads(line) for line in files["changes.jsonl"].splitlines()]
    return [(row["op"], row["table"], row["id"]) for row in rows if row["release"] == version]


def table(files: Files, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files[f"{name}.jsonl"].splitlines()]


@pytest.fixture
def first(world: Any) -> Files:
    return built(world, "1.0.0", None)


def test_the_first_release_adds_its_events(world: Any, first: Files) -> None:
    assert changes(first, "1.0.0") == [("ADD", "events", event) for event in sorted(e.id for e in world.events)]


def test_nothing_changed_is_no_change(world: Any, first: Files) -> None:
    second = built(world, "1.1.0", first)
    assert second["changes.csv"] == first["changes.csv"]
    assert second["events.csv"] == first["events.csv"]
    assert json.loads(second["release.json"])["previous"] == "1.0.0"


def test_a_changed_cell_is_one_row_and_marks_its_event(world: Any, first: Files) -> None:
    world.events[1] = msgspec.structs.replace(world.events[1], label="the spring flood")
    second = built(world, "1.1.0", first)
    (row,) = [row for row in table(second, "changes") if row["release"] == "1.1.0"]
    assert (row["op"], row["table"], row["field"], row["old"], row["new"]) == (
        "MOD", "events", "label", "disaster", "the spring flood",
    )  # fmt: skip
    flood = next(row for row in table(second, "events") if row["label"] == "the spring flood")
    assert (flood["first_release"], flood["changed_release"]) == ("1.0.0", "1.1.0")
    assert {row["changed_release"] for row in table(second, "events") if row["label"] != "the spring flood"} == {
        "1.0.0"
    }


def test_a_claim_that_was_rejected_since_goes_with_all_that_is_its(world: Any, first: Files) -> None:
    flood, event = world.claims[2], world.events.pop()
    world.restand(2, status="rejected", decisions=("d-no",))
    second = built(world, "1.1.0", first)
    made = changes(second, "1.1.0")
    assert ("DEL", "events", event.id) in made
    assert {key for op, name, key in made if op == "DEL" and name == "claims"} == {value.id for value in flood.values}
    gone = [row for row in table(second, "changes") if row["op"] == "DEL" and row["table"] == "claims"]
    assert {(row["reason"], row["decision_ids"]) for row in gone} == {("the claim is rejected", "d-no")}


def test_what_came_again_keeps_the_release_in_which_it_first_stood(world: Any, first: Files) -> None:
    event = world.events.pop()
    world.restand(2, status="rejected")
    second = built(world, "1.1.0", first)
    world.restand(2, status="accepted")
    world.events.append(event)
    third = built(world, "1.2.0", second)
    assert ("ADD", "events", event.id) in changes(third, "1.2.0")
    again = next(row for row in table(third, "events") if row["event_id"] == event.id)
    assert (again["first_release"], again["changed_release"]) == ("1.0.0", "1.2.0")


def joined(world: Any) -> Event:
    """Both events as one, under the id of the first."""
    meeting, flood = world.events
    return msgspec.structs.replace(meeting, claims=[*meeting.claims, *flood.claims], redirects=[flood.id])


def test_a_join_is_a_merge_with_its_decision(world: Any, first: Files) -> None:
    meeting, flood = world.events
    pair = Pair(ids=(world.claims[0].id, world.claims[2].id), reviewers=("anna",), decisions=("d-join",))
    reviewed = Reviewed(mentions={}, claims=world.standing, cited=world.inputs().reviewed.cited, joined=(pair,))
    world.events = [joined(world)]
    second = built(world, "1.1.0", first, reviewed=reviewed)
    merged = [row for row in table(second, "changes") if row["op"] == "MERGE"]
    assert [(row["id"], row["new"], row["reason"], row["decision_ids"]) for row in merged] == [
        (flood.id, meeting.id, "a reviewer joined them", "d-join")
    ]
    assert ("DEL", "events", flood.id) not in changes(second, "1.1.0")


def test_an_entity_that_was_joined_into_another_is_a_merge(world: Any, first: Files) -> None:
    joined = Identity(id="person:jan-wist", ids=["person:orlov"], by=["anna"], decisions=["d-join"])
    reviewed = unified(world.inputs().reviewed, {"person:orlov": joined.id})
    second = built(world, "1.1.0", first, reviewed=reviewed, identities={joined.id: joined})
    assert [
        (row["id"], row["new"], row["decision_ids"]) for row in table(second, "changes") if row["op"] == "MERGE"
    ] == [("person:orlov", "person:jan-wist", "d-join")]
    (row,) = [row for row in table(second, "entities") if row["entity_id"] == "person:jan-wist"]
    assert (row["joined_ids"], row["joined_by"]) == ("person:orlov", "anna")
    assert "person:orlov" not in {row["entity_id"] for row in table(second, "entities")}


def test_a_part_is_a_split(world: Any) -> None:
    meeting, flood = world.events
    world.events = [joined(world)]
    first = built(world, "1.0.0", None)
    world.events = [meeting, flood]
    second = built(world, "1.1.0", first)
    split = [row for row in table(second, "changes") if row["op"] == "SPLIT"]
    assert [(row["id"], row["new"]) for row in split] == [(meeting.id, flood.id)]
    assert ("ADD", "events", flood.id) in changes(second, "1.1.0")


def test_earlier_changes_are_carried_on_for_ever(world: Any, first: Files) -> None:
    event = world.events.pop()
    world.restand(2, status="rejected")
    second = built(world, "1.1.0", first)
    third = built(world, "1.2.0", second)
    assert third["changes.csv"].startswith(second["changes.csv"])
    assert event.id.encode() in third["changes.csv"]


def test_a_release_before_that_cannot_be_read_is_a_refusal(world: Any, first: Files) -> None:
    first["changes.jsonl"] = b"{}\n"
    result = build(world.inputs("1.1.0", previous=first))
    assert [finding.code for finding in result.findings] == ["release.previous"]
    assert result.files == {}
