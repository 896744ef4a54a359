"""Places that no authority file of the project has: their records come from the list that ships and the gazetteer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest

from regesta.engine.run import Runner
from regesta.model.claim import Asserter, Claim, Value
from regesta.model.mention import By
from regesta.model.reviewed import Reviewed, Standing
from regesta.stages.authorities import outside, prepare
from regesta.stages.release import release
from regesta.stages.report import Wanted
from regesta.stages.resolve import resolution
from regesta.stages.run import run
from regesta.stages.verify import verify_release
from regesta.workspace import gazetteer
from regesta.workspace.workspace import Workspace

TEXT = "The treaty was signed in Moscow on 23 August 1939. A delegation met in Warsaw, in Poland, on 6 December 1939.\n"


class MakeSource(Protocol):
    """The fixture that puts a text into a workspace."""

    def __call__(self, ws: Workspace, citekey: str, text: str) -> object: ...


@pytest.fixture
def released(ws: Workspace, make_source: MakeSource) -> Workspace:
    make_source(ws, "anna", TEXT)
    with Runner(1) as runner:
        run(ws, Wanted(), runner, lambda *_: None)
    assert not release(ws, "1.0", unreviewed=True).refused
    return ws


def test_a_release_says_where_linked_places_lie_and_whose_data_that_is(released: Workspace) -> None:
    folder = released.release_dir("1.0")
    rows = [json.loads(line) for line in (folder / "entities.jsonl").read_bytes().splitlines()]
    [moscow] = [row for row in rows if row["entity_id"] == "geonames:524901"]
    assert (moscow["label"], moscow["match"], moscow["geo_precision"]) == ("Moscow", "exact", "town")
    assert (round(moscow["lat"]), round(moscow["lon"])) == (56, 38)
    assert "CC BY 4.0" in (folder / "codebook.md").read_text("utf-8")
    assert json.loads((folder / "release.json").read_bytes())["tools"]["gazetteer"] == gazetteer.version()
    with Runner(1) as runner:
        assert [each for each in verify_release(released, "1.0", runner) if each.level == "error"] == []


def test_records_come_for_ids_that_are_known_and_bear_the_forms_that_were_met() -> None:
    found = outside({"place:danube": ["Danubius"], "geonames:756135": [], "place:nowhere": [], "person:nobody": []})
    assert [entity.id for entity in found] == ["geonames:756135", "place:danube"]
    assert "Danubius" in found[1].names


def test_places_say_which_states_hold_them() -> None:
    (warsaw, camp) = outside({"geonames:756135": [], "place:treblinka": []})
    assert ("place:poland" in warsaw.within, "place:poland" in camp.within) == (True, True)
    assert outside({"place:soviet-union": []})[0].within == []


def test_a_town_and_its_country_do_not_contradict_each_other(ws: Workspace) -> None:
    def claim(name: str, place: str) -> Standing[Claim]:
        values = [
            Value(id=f"v-{name}", property="where", cites=["m-x"], entity=place),
            Value(id=f"w-{name}", property="when", cites=["m-x"], edtf="1939-12-06"),
            Value(id=f"u-{name}", property="who", cites=["m-x"], entity="org:x"),
        ]
        own = Asserter(kind="source", label=name, id=name)
        made = Claim(
            id=f"c-{name}", source=name, type="meeting", passage="m-x", stance="asserted", asserted_by=own,
            values=values, by=By(component="test"),
        )  # fmt: skip
        return Standing(record=made, status="accepted", first=(1, "ada", "laptop", 1))

    claims = {f"c-{name}": claim(name, place) for name, place in [("a", "geonames:756135"), ("b", "place:poland")]}
    (event,) = resolution(ws, Reviewed(mentions={}, claims=claims, cited={}), []).events
    assert event.contested == []


def test_the_gazetteer_is_compiled_with_a_word_and_only_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGESTA_CACHE", str(tmp_path))
    monkeypatch.setattr(gazetteer, "cities", lambda: iter(()))
    said: list[tuple[str, int, int]] = []
    for _ in range(2):
        prepare(lambda *words: said.append(words))
    assert said == [("gazetteer", 0, 1), ("gazetteer", 1, 1)]
