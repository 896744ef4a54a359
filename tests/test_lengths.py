"""Files and functions are short enough to be read at one sitting (DESIGN §5); what is public says what it gives."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(folder: str) -> list[Path]:
    """The Python files of a folder of the repository."""
    return sorted((REPOSITORY / folder).rglob("*.py"))


def place(path: Path, node: ast.AST | None = None) -> str:
    """Where it stands, as editors open it."""
    line = f":{getattr(node, 'lineno', 0)}" if node else ""
    return f"{path.relative_to(REPOSITORY)}{line}"


def public(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    """Functions and classes that others may call, and the methods of such classes; nothing within a function."""
    for node in body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize("folder", ["pipeline", "tests"])
def test_files_have_at_most_400_lines(folder: str) -> None:
    lengths = {place(path): len(path.read_text("utf-8").splitlines()) for path in files(folder)}
    assert not {path: length for path, length in lengths.items() if length > LONGEST_FILE}


@pytest.mark.parametrize("folder", ["pipeline", "tests"])
def test_functions_have_at_most_60_lines(folder: str) -> None:
    """From `def` to the last line, docstring and blank lines included, decorators not."""
    long = {}
    for path in files(folder):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, Function):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    long[f"{place(path, node)} {node.name}"] = length
    assert not long


def test_what_is_public_has_a_docstring() -> None:
    """In the program; a test's name says what it is for."""
    mute = [
        f"{place(path, node)} {node.name}"
        for path in files("pipeline")
        for node in public(ast.parse(path.read_text("utf-8")).body)
        if not ast.get_docstring(node)
    ]
    assert not mute


def test_every_module_says_what_it_is_for() -> None:
    modules = [*files("pipeline"), *files("tests")]
    mute = [place(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert not [path for path in mute if not path.endswith("conftest.py")]
