"""The name of a reviewer or a device, which also names a folder or a file: one form, wherever it is compared."""

from __future__ import annotations

import re
import unicodedata

from regesta.errors import fail


def folder_name(name: str) -> str:
    """A reviewer's or a device's name as a folder or file name: letters, digits, - and _, in lower case."""
    safe = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", name).casefold()).strip("-")
    if not safe:
        raise fail(
            "review.name", f"{name!r} has no letter or digit in it", remedy="Name the reviewer, as in `--as anna`."
        )
    return safe
