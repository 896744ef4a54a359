"""What is proposed, as it stood when a review began."""

from __future__ import annotations

import pytest

from regesta.anchor.drafts import Draft, mentions
from regesta.errors import RegestaError
from regesta.model.mention import By
from regesta.stages.proposals import proposals
from regesta.workspace.jsonl import write_records

TEXT = "From Lwów to Zakopane, and back to Lwów."


@pytest.fixture
def proposed(ws):
    """The mentions that are proposed in one source."""
    spans = [(TEXT.index("Lwów"), 4), (TEXT.index("Zakopane"), 8), (TEXT.rindex("Lwów"), 4)]
    drafts = [Draft(start=at, end=at + n, label="PLACE", value="", by=By(component="rules")) for at, n in spans]
    made = mentions("letter", TEXT, [], drafts)
    ws.mentions_path("letter").parent.mkdir(parents=True, exist_ok=True)
    ws.mentions_path("letter").write_bytes(write_records(made))
    return made


def test_each_is_read_as_it_was_written(ws, proposed):
    assert list(proposals(ws, ["letter", "diary"]).values()) == proposed


def test_what_is_made_anew_meanwhile_changes_nothing(ws, proposed):
    found = proposals(ws, ["letter"])
    ws.mentions_path("letter").write_bytes(b"")
    assert list(found.values()) == proposed


@pytest.mark.usefixtures("proposed")
@pytest.mark.parametrize("line", [b"{\n", b"\n", b"{}\n", b"\xff\n"])
def test_a_line_that_is_none_is_named_at_once(ws, line):
    with ws.mentions_path("letter").open("ab") as file:
        file.write(line)
    with pytest.raises(RegestaError) as caught:
        proposals(ws, ["letter"])
    assert (caught.value.finding.code, caught.value.finding.line) == ("jsonl.line", 4)


def test_a_line_that_is_not_written_as_regesta_does_is_named_when_it_is_read(ws, proposed):
    path = ws.mentions_path("letter")
    path.write_bytes(path.read_bytes().replace(b'"page":null', b'"page": null', 1))
    found = proposals(ws, ["letter"])
    with pytest.raises(RegestaError) as caught:
        found[proposed[0].id]
    assert (caught.value.finding.code, caught.value.finding.line) == ("jsonl.line", 1)
