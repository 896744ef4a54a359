"""What `regesta show` prints."""

from __future__ import annotations

NOTE = "On 6 December 1939 the delegates met in Sanok.\n"


def test_a_source_lists_its_claims_with_places_by_their_names(shell) -> None:
    (shell.folder / "note.txt").write_text(NOTE, encoding="utf-8")
    for step in (["init", "."], ["ingest", "note.txt"], ["run"]):
        assert shell(*step).returncode == 0
    assert "meeting, 6 December 1939, Sanok\n" in shell("show", "note").stdout
