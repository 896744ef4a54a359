"""No tracked file names the host of a package index: whoever builds this brings an index of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

#: Written apart, so that this file does not name them either.
HOSTS = {
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("anaconda", "org"),
        ("golang", "org"),
        ("crates", "io"),
        ("download", "pytorch", "org"),
    )
}
#: Options that name an index or a folder of packages, in a file of requirements or for uv.
OPTIONS = re.compile(r"^\s*(?:-i|-f|--(?:extra-)?index(?:-url)?|--default-index|--find-links|--trusted-host)[ =]", re.M)
SETTINGS = re.compile(r"(?:^|_)(?:INDEX|INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS|REGISTRY|PROXY)$", re.IGNORECASE)


def tracked(repository: Path) -> list[Path]:
    """The files that git knows, or would take in at the next commit."""
    if not (repository / ".git").exists():
        pytest.skip("this is no git checkout, so nothing says which files are tracked")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=repository, capture_output=True, check=True, timeout=60
    )
    paths = [repository / name for name in listed.stdout.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file()]


def own_hosts() -> set[str]:
    """The hosts of the index that this very machine uses, as pip and the environment have it."""
    told = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False, timeout=60
    )
    urls = re.findall(r"https?://[^\s'\",\]]+", told.stdout)
    urls += [value for name, value in os.environ.items() if SETTINGS.search(name) and "://" in value]
    hosts = {urlsplit(url).hostname or "" for url in urls}
    return {host for host in hosts if "." in host and host not in ("127.0.0.1", "0.0.0.0")}


def test_no_tracked_file_names_an_index_host(repository: Path) -> None:
    hosts = "|".join(re.escape(host) for host in sorted(HOSTS | own_hosts()))
    named = re.compile(rf"(?<![\w-])(?:{hosts})(?![\w-])".encode())
    found = []
    for path in tracked(repository):
        match = named.search(path.read_bytes())
        if match:
            found.append(f"{path.relative_to(repository)} names {match[0].decode()}")
    assert not found


def test_the_requirements_choose_no_index(repository: Path) -> None:
    files = sorted(repository.glob("requirements*.txt"))
    assert files
    assert not [path.name for path in files if OPTIONS.search(path.read_text("utf-8"))]
