"""`regesta review` as a reviewer uses it, over a pipe."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from regesta.anchor.drafts import Draft, mentions
from regesta.cli import regesta
from regesta.model.claim import Asserter, Claim, Value
from regesta.model.event import Join
from regesta.model.ids import claim_id, content_id, sha256_hex, value_id
from regesta.model.mention import By, Mention
from regesta.model.source import Source, SourceText
from regesta.workspace.init import init
from regesta.workspace.jsonl import read_records, write_records
from regesta.workspace.logs import read_decisions
from regesta.workspace.workspace import Workspace

TEXT = (
    "On 6 December 1939 officers of both services met in Zakopane.\n\n"
    "Some writers claim that the meeting took place in Kostrzelin in November 1939, where O'Hara kept minutes.\n"
)


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A workspace with one source, four mentions that wait, and two claims that may be one event."""
    init(tmp_path, "Conferences")
    workspace = Workspace.open(tmp_path)
    source = "kowal1951"
    rules = By(component="rules", version="1", score=0.9)
    spans = [
        ("On 6 December 1939 officers of both services met in Zakopane.", "PASSAGE", ""),
        ("6 December 1939", "DATE", "1939-12-06"),
        ("Zakopane", "PLACE", "place:zakopane"),
        (TEXT.split("\n\n")[1].strip(), "PASSAGE", ""),
        ("Kostrzelin", "PERSON", "person:kostrzelin"),
        ("November 1939", "DATE", "1938-11"),
    ]
    found = mentions(
        source,
        TEXT,
        [],
        [
            Draft(start=TEXT.index(words), end=TEXT.index(words) + len(words), label=label, value=value, by=rules)
            for words, label, value in spans
        ],
    )
    passages = [each for each in found if each.label == "PASSAGE"]
    dates = [each for each in found if each.label == "DATE"]
    claims = []
    for passage, date in zip(passages, dates, strict=True):
        name = claim_id(source, "meeting", passage.id, date.id)
        values = [
            Value(id=value_id(name, "type", "", date.id), property="type", cites=[date.id], text="meeting"),
            Value(id=value_id(name, "when", "", date.id), property="when", cites=[date.id], edtf=date.value),
        ]
        own = Asserter(kind="source", label=source, id=source)
        claims.append(
            Claim(
                id=name,
                source=source,
                type="meeting",
                passage=passage.id,
                stance="asserted",
                asserted_by=own,
                values=values,
                by=By(component="claims"),
            )
        )
    pair = sorted(claim.id for claim in claims)
    join = Join(id=content_id("join", *pair), claims=pair, score=0.6, reasons=["both are meetings"])
    folder = workspace.source_dir(source)
    folder.mkdir(parents=True)
    text = SourceText(sha256=sha256_hex(TEXT.encode()), chars=len(TEXT), reader="text", version="1")
    (folder / "source.json").write_bytes(msgspec.json.encode(Source(id=source, csl={"id": source}, text=text)))
    (folder / "text.txt").write_bytes(TEXT.encode())
    for path, records in (
        (workspace.mentions_path(source), found),
        (workspace.claims_path(source), claims),
        (workspace.joins_path, [join]),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(write_records(records))
    return workspace


class Outcome:
    """What a run of `regesta review --plain` printed, and what is in the log after it."""

    def __init__(self, ws: Workspace, lines: str, *options: str, name: str = "anna") -> None:
        command = ["-C", str(ws.root), "review", "--as", name, "--plain", *options]
        result = CliRunner().invoke(regesta, command, input=lines)
        self.code = result.exit_code
        self.out = result.stdout
        self.err = result.stderr
        self.decisions, self.findings = read_decisions(ws)

    @property
    def answers(self) -> list[str]:
        return [decision.answer for decision in self.decisions]


def test_each_proposal_is_shown_in_its_context_and_each_answer_is_saved(ws):
    run = Outcome(ws, "accept\naccept\nreject\nskip\n")
    assert "On [[6 December 1939]] officers of both services met in Zakopane." in run.out
    assert "1939-12-06 (6 December 1939)" in run.out
    assert "saved, line 4: skipped" in run.out
    assert run.answers == ["accept", "accept", "reject", "skip"]
    assert run.err.endswith("4 saved, 3 left.\n")
    assert run.code == 0


def test_the_next_session_goes_on_where_the_last_stopped(ws):
    Outcome(ws, "a\na\n")
    run = Outcome(ws, "quit\n")
    assert "1 of 5 · mention · PERSON · kowal1951" in run.out
    assert "[[Kostrzelin]]" in run.out


def test_labels_values_and_spans_are_amended(ws):
    run = Outcome(ws, 'amend span="On 6 December 1939"\na\namend label=PLACE title=city\namend value=1939-11\nquit\n')
    assert "saved, line 3: amended: PLACE “Kostrzelin” place:kostrzelin, title city" in run.out
    assert run.decisions[0].set.exact == "On 6 December 1939"
    assert (run.decisions[2].set.label, run.decisions[2].set.value) == ("PLACE", "place:kostrzelin")
    assert run.decisions[3].set.value == "1939-11"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("amend value=1939-13", "'1939-13' is no EDTF date"),
        ("amend label=CITY", "'CITY' is no label"),
        ('amend span="no such words"', "“no such words” does not stand in the text of kowal1951"),
        ("amend value=1939-12-06", "nothing was changed"),
        ("amend when=1939", "'when' cannot be set here"),
        ("amend", "say what to change"),
        ('amend value="1939', "a quotation mark is not closed"),
        ('add PLACE "Zakopane"', "“Zakopane” is there already as PLACE"),
        ("add PLACE", "say a label and the words"),
        ("take ben", "'ben' has not answered this"),
        ("rank x preferred", "no value here reads 'x'"),
        ("note", "a note needs words"),
        ("frobnicate", "'frobnicate' is no command"),
    ],
)
def test_what_cannot_be_done_is_said_and_saves_nothing(ws, line, why):
    run = Outcome(ws, f"{line}\n")
    assert f"Not done: {why}" in run.out
    assert (run.answers, run.code) == ([], 3)


def test_a_digit_gives_a_label_and_the_help_says_so(ws):
    run = Outcome(ws, "3\n?\nquit\n")
    assert run.decisions[0].set.label == "PERSON"
    assert "3  person   It is right, but a person." in run.out


def test_mentions_are_added(ws):
    run = Outcome(ws, 'add PERSON "O\'Hara"\nadd ORG "both  services" value="The Services"\nquit\n')
    made = [decision.target.mention for decision in run.decisions]
    assert [(each.label, each.exact, each.value) for each in made if each] == [
        ("PERSON", "O'Hara", "person:ohara"),
        ("ORG", "both services", "org:the-services"),
    ]


def test_an_answer_is_taken_back_and_asked_again_even_in_the_next_session(ws):
    Outcome(ws, "reject\n")
    run = Outcome(ws, "undo\naccept\nquit\n")
    assert run.answers == ["reject", "retract", "accept"]
    assert run.decisions[2].target.id == run.decisions[0].target.id


def test_claims_are_amended_with_words_of_the_passage_or_marked_as_inferred(ws):
    slots = 'when=1939-11 where=Kostrzelin who:witness+="O\'Hara" who+=person:x'
    run = Outcome(ws, f'skip\namend {slots} stance=reported by="group:Some writers"\n', "--kind", "claim")
    claim = run.decisions[1]
    values = {(value.property, value.role): value for value in claim.set.values}
    assert (values["when", ""].edtf, values["when", ""].hedge) == ("1939-11", "inferred")
    assert (values["where", ""].entity, values["where", ""].hedge) == ("place:kostrzelin", "none")
    assert (values["who", "witness"].entity, values["who", "witness"].hedge) == ("person:ohara", "none")
    assert (values["who", ""].entity, values["who", ""].hedge) == ("person:x", "inferred")
    assert (claim.set.stance, claim.set.asserted_by.kind, claim.set.asserted_by.label) == (
        "reported",
        "group",
        "Some writers",
    )
    cited = {mention.id for mention in claim.target.cited}
    assert all(cite in cited for value in claim.set.values for cite in value.cites)
    assert all(cite in cited for cite in claim.set.asserted_by.cites)


def test_claims_are_added(ws):
    run = Outcome(
        ws, 'add-claim arrest "met in Zakopane" trigger=met when=1939-12-06 where=Zakopane in=kowal1951\nquit\n'
    )
    claim = run.decisions[0].target.claim
    assert claim is not None
    assert claim.type == "arrest"
    assert [(value.property, value.hedge) for value in claim.values] == [
        ("type", "none"),
        ("when", "none"),
        ("where", "none"),
    ]
    assert {mention.exact for mention in run.decisions[0].target.cited} == {
        "On 6 December 1939 officers of both services met in Zakopane.",
        "met",
        "6 December 1939",
        "Zakopane",
    }


def test_two_claims_are_joined_or_parted(ws):
    run = Outcome(ws, "accept\nundo\npart\n", "--kind", "join")
    assert "both are meetings" in run.out
    assert run.answers == ["join", "retract", "part"]


def test_a_value_is_ranked(ws):
    run = Outcome(ws, "rank when=1939-12-06 preferred\n", "--kind", "claim")
    assert [(each.answer, each.target.kind, each.set.rank) for each in run.decisions] == [
        ("rank", "value", "preferred")
    ]


def test_what_reviewers_answer_differently_is_shown_with_both_answers(ws):
    Outcome(ws, "accept\n")
    Outcome(ws, "reject\n", "--all", name="Ben")
    run = Outcome(ws, "quit\n", "--disagreed", name="carla")
    assert "disagreed (anna, ben)" in run.out
    assert "anna accepts it, ben rejects it" in run.out
    run = Outcome(ws, "take anna\n", "--disagreed", name="carla")
    assert run.answers == ["accept", "reject", "accept"]


def test_a_changed_proposal_is_shown_beside_the_record_in_force(ws):
    Outcome(ws, "a\n")
    path = ws.mentions_path("kowal1951")
    path.write_bytes(path.read_bytes().replace(b'"value":"1939-12-06"', b'"value":"1939-12"'))
    run = Outcome(ws, "keep\n", "--stale")
    assert "look again    the proposal has changed since anna decided" in run.out
    assert "Now proposed (accept takes this, keep leaves the above):" in run.out
    assert Outcome(ws, "", "--stale").err.endswith("0 saved, 0 left.\n")


def test_what_is_not_proposed_any_more_is_said_too(ws):
    path = ws.mentions_path("kowal1951")
    made = read_records(path, Mention)
    path.write_bytes(write_records([msgspec.structs.replace(each, rule="full") for each in made]))
    Outcome(ws, "a\n")
    path.write_bytes(write_records([msgspec.structs.replace(each, value="1939-12") for each in made]))
    assert "rule          nothing any more" in Outcome(ws, "quit\n", "--stale").out


def test_a_rejected_date_makes_the_claim_that_cites_it_look_doubtful(ws):
    run = Outcome(ws, "reject\nskip\nskip\nskip\nquit\n")
    assert "it cites “6 December 1939”, which anna rejected" in run.out


def test_the_end_of_the_input_ends_the_session_politely(ws):
    run = Outcome(ws, "accept")
    assert (run.answers, run.code) == (["accept"], 0)


def test_a_missing_name_is_a_usage_error(ws):
    result = CliRunner().invoke(regesta, ["-C", str(ws.root), "review", "--plain"])
    assert result.exit_code == 2
    assert "--as NAME" in result.stderr


def test_notes_are_shown_to_whoever_comes_next(ws):
    Outcome(ws, "note spelt otherwise on the map\n")
    assert "note          anna: spelt otherwise on the map" in Outcome(ws, "quit\n", name="ben").out


def test_the_settings_can_name_the_reviewer(ws):
    settings = ws.root / "regesta.toml"
    named = settings.read_text("utf-8").replace('# reviewer = ""', 'reviewer = "Anna Kowal"')
    settings.write_text(named.replace('# device = ""', 'device = "Desk 1"'), "utf-8")
    CliRunner().invoke(regesta, ["-C", str(ws.root), "review", "--plain"], input="accept\n")
    assert (ws.decisions / "anna-kowal/desk-1.jsonl").exists()


def test_an_unknown_source_is_a_usage_error(ws):
    assert Outcome(ws, "", "nobody1900").code == 2


def test_a_log_that_cannot_be_written_says_so_and_keeps_the_answer_on_the_screen(ws):
    log = ws.decisions / "anna"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("a file where the folder should be")
    run = Outcome(ws, 'accept note="as in the map"\n')
    assert "NOT SAVED" in run.out
    assert 'Your answer was: accept note="as in the map"' in run.out
    assert run.code == 1


def test_control_and_bidi_characters_of_a_source_are_written_out(ws):
    text = ws.source_dir("kowal1951") / "text.txt"
    text.write_bytes(text.read_bytes().replace(b"both services", b"both \x1b[31m\xe2\x80\xae\x02\x03ces"))
    run = Outcome(ws, "quit\n")
    assert "both \\u001b[31m\\u202e\\u0002\\u0003ces" in run.out


def test_bytes_that_are_no_utf8_are_refused(ws):
    result = CliRunner().invoke(
        regesta, ["-C", str(ws.root), "review", "--as", "anna", "--plain"], input=b"note \xff\xfe\naccept\n"
    )
    assert "Not done: the line is not UTF-8" in result.stdout
    assert [decision.answer for decision in read_decisions(ws)[0]] == ["accept"]
