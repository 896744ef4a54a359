"""A release of the small world in tests/release, with its corpus and logs, to be checked and to be spoilt."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import sys
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest

from regesta.errors import Finding
from regesta.model.columns import written
from regesta.model.ids import sha256_hex
from regesta.release.build import build
from regesta.verify.verify import CorpusFiles, verify

WORLD = Path(__file__).parents[1] / "release" / "world.py"


def world() -> Any:
    name = "regesta_tests_release_world"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, WORLD)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name].World()


class Given:
    """What verify is given; tests spoil one thing of it."""

    def __init__(self, made: Any, version: str = "1.0.0", **changes: Any) -> None:
        built = build(made.inputs(version, **changes))
        assert not built.refused, built.findings
        self.files = built.files
        self.corpus = {
            citekey: CorpusFiles(
                original=made.originals.get(citekey),
                source_json=record,
                text=made.texts[citekey].encode() if citekey in made.texts else None,
                layout=made.layout_jsonl.get(citekey),
            )
            for citekey, record in made.source_json.items()
        }
        self.logs = {"anna/laptop.jsonl": made.log}

    def copy(self) -> Given:
        """One to spoil, which shares nothing that can be changed."""
        other = copy(self)
        other.files, other.corpus, other.logs = dict(self.files), dict(self.corpus), dict(self.logs)
        return other

    def verify(self) -> list[Finding]:
        return verify(self.files, self.corpus, self.logs, lambda _, data: data.decode("utf-8", "replace"))

    @property
    def codes(self) -> set[str]:
        return {finding.code.removeprefix("verify.") for finding in self.verify()}

    def edit(self, table: str, old: str, new: str) -> None:
        """One cell changed in CSV and JSONL alike, by a forger who mends all checksums."""
        line = f"{table}.jsonl"
        assert old in self.files[line].decode(), f"{old} does not stand in {line}"
        self.files[line] = self.files[line].decode().replace(old, new, 1).encode()
        self.forge()

    def forge(self) -> None:
        """Makes CSV, the Data Package and the manifest agree with the JSONL files again."""
        for name in [name for name in self.files if name.endswith(".jsonl")]:
            lines = io.StringIO(newline="")
            rows = [json.loads(line) for line in self.files[name].splitlines()]
            writer = csv.writer(lines, lineterminator="\n")
            writer.writerow(rows[0])
            writer.writerows([written(held) for held in row.values()] for row in rows)
            self.files[name.replace(".jsonl", ".csv")] = lines.getvalue().encode()
        package = json.loads(self.files["datapackage.json"])
        for resource in package["resources"]:
            data = self.files[resource["path"]]
            resource |= {"bytes": len(data), "hash": f"sha256:{sha256_hex(data)}"}
        self.files["datapackage.json"] = json.dumps(package).encode()
        names = sorted(self.files.keys() - {"manifest-sha256.txt"})
        manifest = "".join(f"{sha256_hex(self.files[name])}  {name}\n" for name in names)
        self.files["manifest-sha256.txt"] = manifest.encode()


@pytest.fixture
def given() -> Given:
    return Given(world())


@pytest.fixture
def give() -> Callable[..., Given]:
    return Given


@pytest.fixture
def made() -> Any:
    return world()
