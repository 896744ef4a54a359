"""From reviews to a model that is used, measured on what it has not seen."""

from __future__ import annotations

import pytest

from regesta.engine.run import Runner
from regesta.errors import RegestaError
from regesta.model.mention import Mention
from regesta.review import decide
from regesta.review.act import draft
from regesta.review.complete import mark
from regesta.stages.decided import Decided
from regesta.stages.doctor import diagnose
from regesta.stages.evaluate import evaluate
from regesta.stages.models import newest_kept, runs, tag_settings
from regesta.stages.report import Wanted
from regesta.stages.run import run
from regesta.stages.train import Wish, train
from regesta.workspace.jsonl import read_records
from regesta.workspace.logs import LogWriter
from regesta.workspace.workspace import Workspace

SENTENCES = (
    "On that day {0} went to the fair at {1}.",
    "Nobody in {1} had heard of {0} before.",
    "The answer of {0} reached {1} in spring.",
    "Then {0} left, and {1} forgot it.",
)
PEOPLE = ("Zub", "Orvel", "Tamsk", "Quill", "Brann", "Jesk")
PLACES = ("Vetka", "Lommel", "Grusk", "Ostrin", "Hurn", "Pirn")
WISH = Wish(at="2026-01-01T00:00:00Z", curve=False)


def says(ws, act):
    LogWriter(ws, "anna", "laptop").append(draft(act, "anna", "laptop", "2026-01-01T00:00:00Z"))


@pytest.fixture
def reviewed(ws, make_source):
    """Six letters whose names nobody but the reviewer knows."""
    for letter in range(6):
        text, marked = "", []
        for at, sentence in enumerate(SENTENCES * 3):
            person, place = PEOPLE[(letter + at) % 6], PLACES[(letter + 2 * at) % 6]
            here = sentence.format(person, place)
            marked += [
                (len(text) + here.index(name), name, label) for name, label in ((person, "PERSON"), (place, "PLACE"))
            ]
            text += f"{here}\n\n"
        citekey = f"letter{letter}"
        make_source(ws, citekey, text)
        for start, name, label in marked:
            says(ws, decide.add(decide.new_mention(citekey, text, (start, start + len(name)), label, reviewer="anna")))
        standings = list(Decided(ws).reviewed([citekey]).mentions.values())
        says(ws, mark([each for each in standings if each.record.source == citekey]))
    return ws


def test_without_documents_reviewed_to_the_end_it_says_what_to_do(ws):
    with pytest.raises(RegestaError, match="--complete"):
        train(ws, WISH, lambda *_: None)
    with pytest.raises(RegestaError, match="--complete"):
        evaluate(ws)


def test_a_model_is_trained_measured_kept_and_used(reviewed):
    """One long story, since a training costs half a minute."""
    said = []
    made = train(reviewed, WISH, lambda *what: said.append(what))
    assert said
    assert made.labels == ["PLACE", "PERSON"]
    assert {each.source for each in made.trained_on} | {each.source for each in made.held_back} == {
        f"letter{number}" for number in range(6)
    }
    assert made.after[-1].f1 > made.before[-1].f1
    assert made.general_before
    assert runs(reviewed) == [made]
    assert (reviewed.models / f"{made.id}.svg").read_text().startswith("<svg")
    assert (reviewed.models / made.id).is_dir() == made.kept
    assert made.kept, made.why
    again = use_trained(reviewed)
    assert tag_settings(again).model == f"annotations/models/{made.id}"
    scored = evaluate(again)
    assert scored.sources == [each.source for each in made.held_back]
    assert [each for each in scored.scores if each.label in made.labels] == made.after[:-1]
    logs = {path: path.read_bytes() for path in again.decisions.glob("*/*.jsonl")}
    with Runner(1) as runner:
        assert not run(again, Wanted(stages=("tag",)), runner, lambda *_: None).findings
    assert logs == {path: path.read_bytes() for path in again.decisions.glob("*/*.jsonl")}
    assert not [each for each in Decided(again).reviewed(["letter0"]).mentions.values() if each.stale]


def use_trained(ws):
    path = ws.root / "regesta.toml"
    path.write_text(path.read_text().replace("[tag]", '[tag]\nmodel = "trained"'))
    return Workspace.open(ws.root)


def test_predictions_of_others_are_scored_and_their_faults_told(reviewed):
    first = read_first(reviewed)
    file = reviewed.root / "other.jsonl"
    lines = [
        f'{{"source": "{first.source}", "start": {first.start}, "end": {first.end}, "label": "{first.label}"}}',
        '{"source": "letter0", "start": 9, "end": 99999, "label": "PLACE"}',
        '{"source": "elsewhere", "start": 0, "end": 1, "label": "PLACE"}',
        '{"source": "letter0"}',
    ]
    file.write_text("\n".join(lines) + "\n")
    found = evaluate(reviewed, predictions=file)
    assert (found.scores[-1].proposed, found.scores[-1].precision) == (1, 1.0)
    assert sorted(each.code for each in found.findings) == [
        "evaluate.other_sources",
        "evaluate.outside",
        "jsonl.line",
    ]


def read_first(ws) -> Mention:
    return next(decision.target.mention for decision in Decided(ws).decisions if decision.target.mention is not None)


def test_trained_means_the_english_model_as_long_as_there_is_none(ws):
    again = use_trained(ws)
    assert newest_kept(again) is None
    assert tag_settings(again).model == ""
    assert [each.code for each in diagnose(again).findings] == ["doctor.not_trained"]


def test_the_doctor_names_what_a_language_lacks_and_no_package_of_the_index(ws, make_source):
    make_source(ws, "brief", "Am 3. Mai kam er nach Lwów.\n")
    record = ws.source_dir("brief") / "source.json"
    record.write_text(record.read_text().replace('"language": "en"', '"language": "de"'))
    (finding,) = diagnose(ws).findings
    assert finding.code == "doctor.language"
    assert "install de" not in finding.remedy
    assert "--no-index ./FILE.whl" in finding.remedy
    assert "train --blank de" in finding.remedy


def test_records_are_read_back(ws):
    assert runs(ws) == []
    assert read_records(ws.runs_path, Mention) == []


GERMAN = (
    "Damals fuhr {0} noch einmal nach {1}, weil dort keiner wartete.",
    "In {1} sprach man lange davon, dass {0} nicht mehr kam.",
    "Später schrieb {0}, dass es in {1} kein Brot mehr gab.",
    "Der Brief von {0} kam erst nach dem Winter in {1} an.",
)


@pytest.fixture
def bilingual(ws, make_source):
    """Four German notes and two English ones, all reviewed to the end; one German note does not say its language."""
    for number, sentences in enumerate([GERMAN] * 4 + [SENTENCES] * 2):
        citekey = f"note{number}"
        names = [(PEOPLE[(number + at) % 6], PLACES[(number + 2 * at) % 6]) for at in range(len(sentences))]
        text = "\n\n".join(sentence.format(*pair) for sentence, pair in zip(sentences, names, strict=True)) + "\n"
        make_source(ws, citekey, text)
        if sentences is GERMAN:
            path = ws.source_dir(citekey) / "source.json"
            path.write_text(
                path.read_text().replace('"language": "en"', f'"language": "{"" if number == 3 else "de"}"')
            )
        for (person, place), begin in zip(names, text_starts(text), strict=True):
            for name, label in ((person, "PERSON"), (place, "PLACE")):
                start = text.index(name, begin)
                span = (start, start + len(name))
                says(ws, decide.add(decide.new_mention(citekey, text, span, label, reviewer="anna")))
        standings = list(Decided(ws).reviewed([citekey]).mentions.values())
        says(ws, mark([each for each in standings if each.record.source == citekey]))
    return ws


def text_starts(text):
    """Where each paragraph begins."""
    starts = [0]
    while (end := text.find("\n\n", starts[-1])) >= 0:
        starts.append(end + 2)
    return starts


@pytest.fixture
def few_turns(monkeypatch):
    monkeypatch.setattr("regesta.tag.training.learn.TURNS_OF_A_BLANK", 6)
    monkeypatch.setattr("regesta.tag.training.gold.LEAST", 6)


@pytest.mark.usefixtures("few_turns")
def test_a_blank_model_learns_from_documents_of_its_language_only(bilingual):
    made = train(bilingual, Wish(at="2026-01-01T00:00:00Z", blank="de", curve=False), lambda *_: None)
    assert made.base == "blank:de"
    assert {each.source for each in made.trained_on + made.held_back} == {"note0", "note1", "note2", "note3"}
    assert made.left_out == ["note4", "note5"]
    assert not made.general_before


@pytest.mark.usefixtures("few_turns")
def test_a_training_for_a_language_without_reviewed_documents_says_so(bilingual):
    with pytest.raises(RegestaError, match=r"no sources in 'pl' are marked .*6 in other languages"):
        train(bilingual, Wish(at="2026-01-01T00:00:00Z", blank="pl", curve=False), lambda *_: None)
