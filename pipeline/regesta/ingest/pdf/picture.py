"""A page of a PDF as a picture, as people see it."""

from __future__ import annotations

from io import BytesIO

import pypdfium2

from regesta.errors import fail

#: Dots for each PDF point: enough to read small print on a screen.
SCALE = 1.6
#: A page that is larger than this, in dots a side, is drawn smaller.
_LONGEST = 2_600


def picture(data: bytes, number: int) -> bytes:
    """A page as a PNG; pages count from 1. Raises RegestaError where it cannot be drawn."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise fail("ingest.picture", f"the pages cannot be drawn: {error}") from None
    try:
        if not 1 <= number <= len(document):
            raise fail("ingest.picture", f"there is no page {number}")
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(SCALE, _LONGEST / max(width, height, 1))
        made = BytesIO()
        page.render(scale=scale).to_pil().save(made, "PNG", optimize=True)
        return made.getvalue()
    finally:
        document.close()
