"""The checksums of a release, as `sha256sum -c` reads them."""

from __future__ import annotations

from collections.abc import Mapping

from regesta.model.ids import sha256_hex

MANIFEST = "manifest-sha256.txt"


def manifest(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, sorted by name."""
    return "".join(f"{sha256_hex(files[name])}  {name}\n" for name in sorted(files)).encode("utf-8")
