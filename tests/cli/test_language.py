"""`regesta ingest --citekey KEY --language CODE` corrects what stands in a record."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from regesta.cli import regesta


def test_a_correction_is_one_json_object(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Am 3. Mai 1942 kam er nach Hause.\n", encoding="utf-8")
    run = CliRunner().invoke
    run(regesta, ["init", str(tmp_path)])
    run(regesta, ["-C", str(tmp_path), "ingest", str(tmp_path / "brief.txt"), "--language", "pl"])
    arguments = ["-C", str(tmp_path), "ingest", "--citekey", "brief", "--language", "de", "--json"]
    assert json.loads(run(regesta, arguments).stdout) == {"source": "brief", "language": "de", "before": "pl"}
