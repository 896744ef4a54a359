"""A workspace: its root, its settings, and where everything in it stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from regesta.errors import fail
from regesta.model.settings import EventType, Settings
from regesta.workspace.settings import event_types, read_settings, settings_file


@dataclass(frozen=True)
class Workspace:
    """A folder with settings; `ws` wherever one is handed on."""

    root: Path
    settings: Settings

    @classmethod
    def open(cls, folder: Path) -> Workspace:
        """The workspace that this very folder is; raises RegestaError where it is none."""
        file = settings_file(folder)
        if file is None:
            raise fail(
                "workspace.none",
                "is no workspace",
                path=str(folder),
                why="There is neither a regesta.toml nor a [tool.regesta] table in a pyproject.toml.",
                remedy="Make one with `regesta init DIR`, or name one with `regesta -C DIR`.",
            )
        return cls(folder.resolve(), read_settings(file))

    @classmethod
    def find(cls, start: Path) -> Workspace:
        """The workspace in which `start` stands: the closest folder upwards that is one."""
        folder = start.resolve()
        if not folder.is_dir():
            raise fail("workspace.no_folder", "there is no such folder", path=str(start), remedy="Check the name.")
        for candidate in (folder, *folder.parents):
            if settings_file(candidate) is not None:
                return cls.open(candidate)
        return cls.open(folder)

    @cached_property
    def event_types(self) -> list[EventType]:
        """The event types that hold here: the general list with the project's own."""
        return event_types(self.settings)

    @property
    def corpus(self) -> Path:
        """The folder of the sources."""
        return self.root / "corpus"

    @cached_property
    def annotations(self) -> Path:
        """The folder of mentions, claims, decisions and authority files."""
        return self.root / "annotations"

    @property
    def outputs(self) -> Path:
        """The folder of the releases."""
        return self.root / "outputs"

    @cached_property
    def cache(self) -> Path:
        """What may be deleted at any time: caches, locks, and what is only half done."""
        return self.root / ".regesta"

    @cached_property
    def decisions(self) -> Path:
        """The folder of the logs, one a reviewer and device."""
        return self.annotations / "decisions"

    @property
    def assignments(self) -> Path:
        """The folder of what was assigned to whom, one file an act."""
        return self.annotations / "assignments"

    @property
    def authority(self) -> Path:
        """The folder of the project's places, people and organisations."""
        return self.annotations / "authority"

    @property
    def events_path(self) -> Path:
        """The events as `resolve` last made them."""
        return self.annotations / "events.jsonl"

    @property
    def joins_path(self) -> Path:
        """The joins that `resolve` proposes and that wait for a person."""
        return self.annotations / "joins.jsonl"

    @property
    def same_path(self) -> Path:
        """The entities that may be one, as `resolve` proposes them to a person."""
        return self.annotations / "same.jsonl"

    @property
    def models(self) -> Path:
        """The folder of the models that were trained on this project's reviews."""
        return self.annotations / "models"

    @property
    def runs_path(self) -> Path:
        """What each training learned from, and how good it was."""
        return self.models / "runs.jsonl"

    @property
    def lock_path(self) -> Path:
        """The lock for whatever rebuilds derived files."""
        return self.cache / "lock"

    def source_dir(self, citekey: str) -> Path:
        """The folder of one source."""
        return self.corpus / citekey

    def mentions_path(self, citekey: str) -> Path:
        """The mentions that `tag` proposes in one source."""
        return self.annotations / "mentions" / f"{citekey}.jsonl"

    def claims_path(self, citekey: str) -> Path:
        """The claims that `extract` proposes from one source."""
        return self.annotations / "claims" / f"{citekey}.jsonl"

    def release_dir(self, version: str) -> Path:
        """The folder of one release."""
        return self.outputs / version

    def relative(self, path: Path) -> str:
        """The path as a finding names it: from the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)
