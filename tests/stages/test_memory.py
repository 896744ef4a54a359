"""What is decided about a name changes what is proposed for it elsewhere, and no more than that is stale."""

from __future__ import annotations

import msgspec
import pytest

from regesta.engine.run import Runner
from regesta.model.mention import Mention
from regesta.model.same import Same, Side
from regesta.review import decide
from regesta.review.act import draft, target
from regesta.review.decide import Change
from regesta.stages.decided import Decided
from regesta.stages.memory import Memory
from regesta.stages.report import Wanted
from regesta.stages.run import run
from regesta.stages.status import status
from regesta.workspace.corpus import read_text
from regesta.workspace.jsonl import read_records
from regesta.workspace.logs import LogWriter

TEXTS = {
    "anna": "Everyone knew Lisbon. The harbour of Lisbon was closed in May 1940.\n",
    "bert": "She wrote from Lisbon and from Porto.\n",
    "carl": "Nobody wrote from Porto.\n",
}


@pytest.fixture
def three(ws, make_source):
    for citekey, text in TEXTS.items():
        make_source(ws, citekey, text)
    do(ws)
    return ws


def do(ws):
    with Runner(1) as runner:
        return run(ws, Wanted(stages=("tag",)), runner, lambda *_: None)


def names(ws, citekey):
    found = read_records(ws.mentions_path(citekey), Mention)
    return [each for each in found if each.label in ("PLACE", "PERSON", "ORG")]


def says(ws, act, reviewer="anna"):
    LogWriter(ws, reviewer, "laptop").append(draft(act, reviewer, "laptop", "2026-01-01T00:00:00Z"))


def stale(ws):
    return [source.source for source in status(ws).sources if source.tagged == "stale"]


def amend(ws, citekey, value):
    first = names(ws, citekey)[0]
    says(ws, decide.amend_mention(first, read_text(ws, citekey), Change(value=value)))


def test_a_value_is_proposed_where_the_name_is_met_again(three):
    amend(three, "anna", "place:lisbon-maine")
    do(three)
    (lisbon, porto) = names(three, "bert")
    assert (lisbon.value, lisbon.by.component) == ("place:lisbon-maine", "regesta_memory_values")
    assert porto.by.component != "regesta_memory_values"


def test_only_sources_that_hold_the_name_are_stale(three):
    amend(three, "anna", "place:lisbon-maine")
    assert stale(three) == ["anna", "bert"]


def test_the_memory_can_be_switched_off(three):
    before = [names(three, "bert")]
    amend(three, "anna", "place:lisbon-maine")
    settings = msgspec.structs.replace(three.settings, tag=msgspec.structs.replace(three.settings.tag, memory=False))
    off = type(three)(three.root, settings)
    do(off)
    assert [names(off, "bert")] == before


def test_what_is_rejected_is_not_proposed_elsewhere(three):
    for each in names(three, "anna"):
        says(three, decide.answer("reject", target(each)))
    do(three)
    assert [each.exact for each in names(three, "bert")] == ["Porto"]


def test_words_are_remembered_by_the_hash_of_the_text(three):
    amend(three, "anna", "place:lisbon-maine")
    memory = Memory(three, Decided(three), [])
    first = memory.entries("bert", "a" * 64)
    (three.source_dir("bert") / "text.txt").write_text("other words")
    assert memory.entries("bert", "a" * 64) == first != []


def test_a_name_that_was_joined_with_another_is_proposed_as_the_one_that_stands_for_both(ws, make_source):
    make_source(ws, "anna", "We met Otto Brandeis in Porto.\n")
    make_source(ws, "bert", "We met O. Brandeys in Porto.\n")
    do(ws)
    for citekey in ("anna", "bert"):
        person = next(each for each in names(ws, citekey) if each.label == "PERSON")
        says(ws, decide.answer("accept", target(person)))
    make_source(ws, "carl", "Then O. Brandeys came back.\n")
    sides = [Side(entity=f"person:{name}", label=name) for name in ("o-brandeys", "otto-brandeis")]
    says(ws, decide.join(Same(id="s-1", kind="person", sides=sides, score=0.7)))
    do(ws)
    assert [each.value for each in names(ws, "carl")] == ["person:otto-brandeis"]
    assert [each.value for each in names(ws, "bert") if each.label == "PERSON"] == ["person:o-brandeys"]
