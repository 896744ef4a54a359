"""What goes into a release, what forbids it, and that the same input gives the same bytes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from regesta.model.columns import names
from regesta.model.reviewed import Ranked, Reviewed
from regesta.model.settings import ReleaseSettings, Settings, TagSettings
from regesta.model.tables import TABLES
from regesta.release.build import build

GOLDEN = Path(__file__).with_name("golden")


def rows(files: dict[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"{table}.csv"].decode("utf-8"), newline="")))


def built(world: Any, **changes: Any) -> dict[str, bytes]:
    result = build(world.inputs(**changes))
    assert not result.refused, result.findings
    return result.files


def codes(world: Any, **changes: Any) -> set[str]:
    result = build(world.inputs(**changes))
    assert result.refused == (not result.files)
    return {finding.code for finding in result.findings}


@pytest.mark.parametrize("name", ["events.csv", "claims.csv", "codebook.md"])
def test_what_people_read(world: Any, name: str) -> None:
    """Golden files: look at the difference, then copy what is right over tests/release/golden."""
    assert built(world)[name].decode("utf-8") == (GOLDEN / name).read_bytes().decode("utf-8")


def test_the_notes_and_the_bibliography(world: Any) -> None:
    files = built(world)
    assert sorted({row["note"] for row in rows(files, "citations")}) == [
        "Åke Lind, “The Barges of 1921,” River Notes, May 1991.",
        "Łucja Nowak, Rzeka i ludzie (Fala, 1987), xi.",
        "Łucja Nowak, Rzeka i ludzie (Fala, 1987), xii.",
    ]
    assert [row["bibliography"] for row in rows(files, "sources")] == [
        "Lind, Åke. “The Barges of 1921.” River Notes, May 1991.",
        "Nowak, Łucja. Rzeka i ludzie. Fala, 1987.",
        "“Diary,” n.d.",
    ]


def test_a_value_is_cited_to_its_words_and_what_happened_to_the_whole_passage(world: Any) -> None:
    rival = world.claims[1]
    values = {value.id: value.property for value in rival.values}
    quotes: dict[str, list[str]] = {}
    for row in sorted(rows(built(world), "citations"), key=lambda row: (int(row["start"]), -int(row["end"]))):
        if row["value_id"] in values:
            quotes.setdefault(values[row["value_id"]], []).append(row["quote"])
    assert quotes == {
        "type": [world.texts["lind1991"].strip(), "According to Orlov", "met"],
        "when": ["March 1921"],
        "where": ["Grudziądz"],
    }


def test_every_file_that_the_contract_names(world: Any) -> None:
    tables = {f"{table}.{ending}" for table in TABLES for ending in ("csv", "jsonl")}
    others = {"references.csl.json", "codebook.md", "datapackage.json", "release.json", "manifest-sha256.txt"}
    assert set(built(world)) == tables | others


def test_csv_and_jsonl_have_the_same_columns_in_order(world: Any) -> None:
    files = built(world)
    for table in TABLES:
        assert files[f"{table}.csv"].split(b"\n")[0].decode() == ",".join(names(table))
        assert all(list(json.loads(line)) == names(table) for line in files[f"{table}.jsonl"].splitlines())


def test_the_manifest_is_what_sha256sum_reads(world: Any) -> None:
    files = built(world)
    for line in files["manifest-sha256.txt"].decode().splitlines():
        checksum, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == checksum


def test_the_same_input_gives_the_same_bytes_whatever_its_order(world: Any) -> None:
    files = built(world)
    world.events.reverse()
    world.entities.reverse()
    for held in (world.standing, world.sources, world.texts, world.mentions):
        turned = dict(reversed(list(held.items())))
        held.clear()
        held.update(turned)
    assert built(world) == files


def test_the_same_bytes_under_another_hash_seed_locale_and_time_zone(world: Any) -> None:
    program = (
        "import importlib.util, sys, hashlib\n"
        "spec = importlib.util.spec_from_file_location('world', sys.argv[1])\n"
        "module = importlib.util.module_from_spec(spec); sys.modules['world'] = module\n"
        "spec.loader.exec_module(module)\n"
        "from regesta.release.build import build\n"
        "print(hashlib.sha256(build(module.World().inputs()).files['manifest-sha256.txt']).hexdigest())\n"
    )
    here = Path(__file__).with_name("world.py")
    environment = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", program, str(here)]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd="/").stdout
    assert said.strip() == hashlib.sha256(built(world)["manifest-sha256.txt"]).hexdigest()


def test_only_accepted_claims_go_in(world: Any) -> None:
    world.restand(2, status="open")
    world.events.pop()
    assert {row["claim_id"] for row in rows(built(world), "claims")} == {world.claims[0].id, world.claims[1].id}


def test_unreviewed_claims_go_in_when_asked_for_and_are_marked(world: Any) -> None:
    world.restand(2, status="open", reviewers=(), decisions=())
    files = built(world, include_unreviewed=True)
    marked = [row for row in rows(files, "claims") if row["claim_id"] == world.claims[2].id]
    assert [row["reviewers"] for row in marked] == ["", "", ""]
    assert [row["status"] for row in rows(files, "events")] == ["unreviewed", "reviewed"]
    assert json.loads(files["release.json"])["includes_unreviewed"] is True
    assert b"nobody has accepted" in files["codebook.md"]


def test_rejected_claims_never_go_in(world: Any) -> None:
    world.restand(2, status="rejected")
    assert codes(world, include_unreviewed=True) == {"release.not_accepted"}


def test_a_value_that_no_words_say_is_inferred_and_bears_its_reviewer(world: Any) -> None:
    supplied = [row for row in rows(built(world), "claims") if row["hedge"] == "inferred"]
    assert [(row["property"], row["proposed_by"], row["reviewers"]) for row in supplied] == [
        ("where", "person:anna", "anna")
    ]


def test_a_value_that_a_reviewer_took_from_words_is_not_inferred(world: Any) -> None:
    flood = world.standing[world.claims[2].id]
    proposal = msgspec.structs.replace(flood.record, values=flood.record.values[:1])
    world.restand(2, proposal=proposal)
    when = next(row for row in rows(built(world), "claims") if row["value"] == "1922-21")
    assert (when["hedge"], when["proposed_by"]) == ("none", "person:anna")


def test_an_accepted_claim_without_an_event_is_not_lost(world: Any) -> None:
    world.events.pop()
    kept = [row for row in rows(built(world), "claims") if row["claim_id"] == world.claims[2].id]
    assert [row["event_id"] for row in kept] == ["", "", ""]


@pytest.mark.parametrize("longest", [0, 1, 5, 13, 14, 20, 40, 1000])
def test_no_more_is_printed_than_the_rights_allow(world: Any, longest: int) -> None:
    world.limit_quotes("nowak1987", longest)
    whole = {row["citation_id"]: row for row in rows(built(world), "citations")}
    world.limit_quotes("nowak1987", 10_000)
    for row in rows(built(world), "citations"):
        cut = whole[row["citation_id"]]
        assert cut["quote_sha256"] == row["quote_sha256"]
        if row["source_id"] == "nowak1987":
            assert len(cut["prefix"] + cut["quote"] + cut["suffix"]) <= longest
            assert cut["quote"] == row["quote"] or cut["quote"].endswith("…") or not longest


def test_a_claim_about_one_that_stays_out_says_so(world: Any) -> None:
    rival = world.claims[1]
    world.restand(0, status="open")
    world.events = [
        msgspec.structs.replace(
            world.events[0], claims=[rival.id], values=[v for v in world.events[0].values if v.claims == [rival.id]]
        )
    ]
    result = build(world.inputs())
    assert [finding.code for finding in result.findings] == ["release.not_released"]
    assert {row["about_claim_id"] for row in rows(result.files, "claims")} == {""}


def test_a_relayed_work_without_a_record_is_listed_as_not_held(world: Any) -> None:
    del world.sources["orlov1942"]
    result = build(world.inputs())
    assert [finding.code for finding in result.findings] == ["release.relayed"]
    listed = {row["source_id"]: row["held"] for row in rows(result.files, "sources")}
    assert listed == {"lind1991": "true", "nowak1987": "true", "orlov1942": "false"}


def test_the_winter_of_the_settings_counts(world: Any) -> None:
    flood = world.claims[2]
    values = [msgspec.structs.replace(v, edtf="1922-24") if v.edtf else v for v in flood.values]
    world.restand(2, record=msgspec.structs.replace(flood, values=values))
    world.events.pop()
    for winter, first in (("december", "1922-12-01"), ("january", "1921-12-01")):
        world.settings = Settings(tag=TagSettings(winter=winter))
        assert first in {row["earliest"] for row in rows(built(world), "claims")}


class TestRefusals:
    """Rule 6: nothing is written."""

    def test_a_stale_decision(self, world: Any) -> None:
        world.restand(2, stale=True, why="its words have moved")
        assert codes(world) == {"release.stale"}

    def test_a_quote_that_does_not_stand_at_its_offsets(self, world: Any) -> None:
        place = world.mentions["lind1991"]["Grudziądz"]
        world.mentions["lind1991"]["Grudziądz"] = msgspec.structs.replace(place, start=place.start + 1)
        assert codes(world) == {"release.quote"}

    def test_a_cite_that_is_nowhere(self, world: Any) -> None:
        del world.mentions["lind1991"]["Grudziądz"]
        assert codes(world) == {"release.quote"}

    def test_a_text_that_is_not_the_recorded_one(self, world: Any) -> None:
        world.texts["lind1991"] += "More."
        assert codes(world) == {"release.text"}

    def test_too_few_events(self, world: Any) -> None:
        world.settings = Settings(release=ReleaseSettings(least_events=3))
        assert codes(world) == {"release.least_events"}

    def test_a_date_that_is_none(self, world: Any) -> None:
        flood = world.claims[2]
        values = [msgspec.structs.replace(v, edtf="next week") if v.edtf else v for v in flood.values]
        world.restand(2, record=msgspec.structs.replace(flood, values=values))
        assert codes(world) == {"release.date"}

    def test_a_style_that_there_is_not(self, world: Any) -> None:
        world.settings = Settings(release=ReleaseSettings(style="chicago/../../etc"))
        assert codes(world) == {"release.style"}

    @pytest.mark.parametrize("version", ["", "..", "a/b", "-1", "1 0"])
    def test_a_version_that_is_no_name_of_a_folder(self, world: Any, version: str) -> None:
        assert codes(world, version=version) == {"release.version"}


def test_an_event_that_waits_for_a_rank_is_said_and_marked(world: Any) -> None:
    values = [msgspec.structs.replace(v, rank="normal") if v.property == "where" else v for v in world.events[0].values]
    world.events[0] = msgspec.structs.replace(world.events[0], values=values, waiting=["where"])
    result = build(world.inputs())
    assert [finding.code for finding in result.findings] == ["release.waiting"]
    waiting = [row for row in rows(result.files, "events") if row["status"] == "waiting"]
    assert [(row["where_id"], row["lat"], row["where_contested"]) for row in waiting] == [("", "", "true")]


def test_decisions_on_ranks_are_named_in_changes(world: Any) -> None:
    place = next(v for v in world.claims[0].values if v.property == "where")
    inputs = world.inputs()
    ranked = Ranked(value=place.id, rank="preferred", reviewers=("anna",), decisions=("d-rank",))
    reviewed = Reviewed(mentions={}, claims=world.standing, cited=inputs.reviewed.cited, ranks={place.id: ranked})
    named = {row["id"]: row["decision_ids"] for row in rows(built(world, reviewed=reviewed), "changes")}
    assert "d-rank" in named[world.events[0].id].split(";")
