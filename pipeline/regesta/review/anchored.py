"""A decided mention in the text as it stands now: in place, moved, or lost."""

from __future__ import annotations

import msgspec

from regesta.anchor.selector import find
from regesta.model.mention import Mention, Part


def anchored(mention: Mention, text: str, proposal: Mention | None = None) -> Mention | None:
    """The mention at the offsets where its words stand now, or None where they no longer stand.

    One with an empty span was lost when its text was corrected, and is not looked for. A present proposal of the same
    words under the same id knows best where they went, and on which page.
    """
    place = None
    page = mention.page
    if proposal is not None and _same_words(mention, proposal) and text[proposal.start : proposal.end] == mention.exact:
        place, page = (proposal.start, proposal.end), proposal.page
    if place is None and mention.start < mention.end:
        place = find(text, mention.exact, mention.prefix, mention.suffix, near=mention.start)
    if place is None:
        return None
    if place == (mention.start, mention.end) and page == mention.page:
        return mention
    shift = place[0] - mention.start
    parts = [Part(start=part.start + shift, end=part.end + shift, value=part.value) for part in mention.parts]
    return msgspec.structs.replace(mention, start=place[0], end=place[1], page=page, parts=parts)


def _same_words(one: Mention, other: Mention) -> bool:
    return (one.exact, one.prefix, one.suffix) == (other.exact, other.prefix, other.suffix)
