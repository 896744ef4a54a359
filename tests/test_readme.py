"""Every console session that the README shows is run, in order, and must answer as it is printed there.

How to write one. A fence marked `console` holds a session:

    ```console
    $ regesta init letters
    Made a workspace in …/letters.
    $ cd letters
    $ regesta ingest ../corpus \\
    >     --csl references.json
    …
    $ regesta verify 1.0.0
    …
    $ echo $?
    3
    ```

- A line that starts with `$ ` is a command; lines that start with `> ` right after it go on with it.
- The lines that follow are what the command must print, stdout and stderr together. `…` within a line stands for any
  text, a line that is `…` alone for any number of lines, none included. No lines: the command must print nothing.
  Spaces at the end of a line and colours do not count; neither do blank lines at the end of what is printed.
- A command must exit with 0, unless the next one is `$ echo $?`, which then shows the code.
- All sessions run one after the other in a fresh copy of the repository (what git tracks), in bash, with `regesta` and
  `python` on the path and nothing on standard input; each starts in the folder where the one before ended.
- A session that cannot run in a test is left out by a comment on the line above its fence, which must give the reason:

    <!-- skip: it makes the environment in which this very test runs -->

- Other shell fences (`sh`, `bash`, `shell`) are refused: what is no session, and is not tested, is no console block.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ELLIPSIS = "…"
SECONDS = 300
_FENCE = re.compile(r"^(?P<tail>`{3,}|~{3,})\s*(?P<kind>[\w-]*)")
_SKIP = re.compile(r"^<!--\s*skip:\s*(?P<reason>.*?)\s*-->$")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_DONE = "--regesta-readme-done--"


@dataclass
class Command:
    """One command of a session, and the lines that it must print."""

    line: int
    text: str
    expected: list[str] = field(default_factory=list)


@dataclass
class Session:
    """One console block; `skip` is the reason why it is not run."""

    line: int
    skip: str = ""
    commands: list[Command] = field(default_factory=list)


def sessions(markdown: str) -> list[Session]:
    """The console blocks of a text, in order; line numbers count from 1."""
    lines = markdown.splitlines()
    found: list[Session] = []
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        if not fence:
            at += 1
            continue
        end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == fence["tail"]), len(lines))
        if fence["kind"] in ("sh", "bash", "shell", "shell-session"):
            raise ValueError(f"line {at + 1}: use ```console, so that the block is run by the tests")
        if fence["kind"] == "console":
            found.append(_session(lines, at, end))
        at = end + 1
    return found


def _session(lines: list[str], fence: int, end: int) -> Session:
    above = _SKIP.match(lines[fence - 1].strip()) if fence else None
    if above and not above["reason"]:
        raise ValueError(f"line {fence}: a block is skipped only with a reason")
    session = Session(fence + 1, above["reason"] if above else "")
    for number in range(fence + 1, end):
        line = lines[number]
        if line.startswith("$ "):
            session.commands.append(Command(number + 1, line[2:]))
        elif not session.commands:
            raise ValueError(f"line {number + 1}: a console block begins with a line that starts with `$ `")
        elif (line == ">" or line.startswith("> ")) and not session.commands[-1].expected:
            session.commands[-1].text += "\n" + line[2:]
        else:
            session.commands[-1].expected.append(line)
    return session


def agrees(expected: list[str], printed: str) -> bool:
    """Whether what was printed is what the lines say, with `…` for whatever."""
    wanted = [line.rstrip() for line in expected]
    while wanted and not wanted[-1]:
        wanted.pop()
    got = [line.rstrip() for line in _COLOUR.sub("", printed).splitlines()]
    while got and not got[-1]:
        got.pop()
    pattern = ""
    for line in wanted:
        if line == ELLIPSIS:
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += r"[^\n]*".join(re.escape(part) for part in line.split(ELLIPSIS)) + r"\n"
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in got)) is not None


class Shell:
    """Runs sessions in a folder; what one changes (files, the folder it stands in) the next one finds."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._folder = folder
        self._at = home / "at"
        self._env = {
            **{name: os.environ[name] for name in ("LANG", "TMPDIR", "SYSTEMROOT") if name in os.environ},
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "COLUMNS": "100",
            "TERM": "dumb",
            "USER": "reader",
            "LOGNAME": "reader",
        }

    def run(self, session: Session) -> list[tuple[str, int]]:
        """What each command of a session printed, and its exit code."""
        script = ["exec 2>&1"]
        for command in session.commands:
            script.append(f"{command.text}\n__rc=$?; printf '\\n{_DONE} %d\\n' $__rc; (exit $__rc)")
        script.append(f'pwd > "{self._at}"')
        done = subprocess.run(
            ["bash", "-c", "\n".join(script)],
            cwd=self._folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        if self._at.exists():
            self._folder = Path(self._at.read_text("utf-8").strip())
        parts = re.split(rf"\n{_DONE} (\d+)\n", done.stdout.decode("utf-8", "replace"))
        printed = list(zip(parts[::2], map(int, parts[1::2]), strict=False))
        if len(printed) < len(session.commands):
            printed.append((parts[-1] + done.stderr.decode("utf-8", "replace"), done.returncode or 1))
        return printed


def check(session: Session, shell: Shell) -> list[str]:
    """What in a session is not as it is shown, in words; stops at the first command that fails."""
    for number, (command, (printed, code)) in enumerate(zip(session.commands, shell.run(session), strict=False)):
        following = session.commands[number + 1 :][:1]
        shown = bool(following) and following[0].text.strip() == "echo $?"
        if code and not shown:
            return [f"README.md:{command.line}: `{command.text}` exits with {code} and prints:\n{printed}"]
        if not agrees(command.expected, printed):
            wanted = "\n".join(command.expected) or "(nothing)"
            return [f"README.md:{command.line}: `{command.text}`\n--- is to print\n{wanted}\n--- prints\n{printed}"]
    return []


@pytest.fixture(scope="module")
def shell(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A shell in a copy of what git tracks, as a reader has it after `git clone`."""
    if not (repository / ".git").exists():
        pytest.skip("this is no git checkout, so nothing says which files a reader would have")
    home = tmp_path_factory.mktemp("home")
    copy = tmp_path_factory.mktemp("clone") / "regesta"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=repository, capture_output=True, check=True, timeout=60)
    for name in filter(None, listed.stdout.decode("utf-8").split("\0")):
        if (repository / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(repository / name, copy / name)
    return Shell(copy, home)


def test_the_sessions_of_the_readme_run_as_shown(repository: Path, shell: Shell) -> None:
    found = sessions((repository / "README.md").read_text("utf-8"))
    assert [session for session in found if not session.skip], "the README shows no console session that can be run"
    assert not [fault for session in found if not session.skip for fault in check(session, shell)]


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        ([], ""),
        (["Made 3 files."], "Made 3 files.\n"),
        (["Made … files."], "\x1b[1mMade 3 files.\x1b[0m  \n\n"),
        (["first", "…", "last"], "first\nsecond\nthird\nlast\n"),
        (["first", "…", "last"], "first\nlast\n"),
        (["…"], ""),
    ],
)
def test_what_is_printed_agrees(expected: list[str], printed: str) -> None:
    assert agrees(expected, printed)


@pytest.mark.parametrize(
    ("expected", "printed"),
    [
        ([], "a word\n"),
        (["Made … files."], "Made 3\nfiles.\n"),
        (["first", "…"], "zeroth\nfirst\n"),
        (["a.b"], "axb\n"),
    ],
)
def test_what_is_printed_does_not_agree(expected: list[str], printed: str) -> None:
    assert not agrees(expected, printed)


def test_a_session_is_run_with_its_folder_and_its_codes(tmp_path: Path) -> None:
    text = "```console\n$ mkdir a; cd a\n$ printf 'x\\ny'\nx\ny\n$ false\n$ echo $?\n1\n```\n"
    text += "```console\n$ basename \\\n>   $PWD\na\n```\n"
    (tmp_path / "home").mkdir()
    shell = Shell(tmp_path, tmp_path / "home")
    assert [check(session, shell) for session in sessions(text)] == [[], []]


@pytest.mark.parametrize("command", ["exit 4", "false", "echo other"])
def test_a_session_that_goes_wrong_is_told(command: str, tmp_path: Path) -> None:
    (found,) = sessions(f"```console\n$ {command}\nhello\n```\n")
    assert check(found, Shell(tmp_path, tmp_path))


def test_a_session_is_skipped_only_with_a_reason() -> None:
    (found,) = sessions("<!-- skip: it takes an hour -->\n```console\n$ sleep 3600\n```\n")
    assert found.skip == "it takes an hour"
    with pytest.raises(ValueError, match="reason"):
        sessions("<!-- skip: -->\n```console\n$ sleep 3600\n```\n")


def test_a_shell_block_that_no_test_would_run_is_refused() -> None:
    with pytest.raises(ValueError, match="console"):
        sessions("```bash\nmake demo\n```\n")
