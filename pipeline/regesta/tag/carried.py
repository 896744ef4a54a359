"""Proposals in a corrected text under the ids that people know: the same thing in other words is not a new thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from regesta.model.mention import REVIEWED_LABELS, Label, Mention

#: No name or date begins further than this before words that it holds, in code points.
_FAR = 200


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An id that stands in decisions, and the span of the present text in which its words, or what they became, are.

    `untouched` is the stretch about them in which nothing was corrected. `proposal` is what is to be asked where the
    tagger proposes nothing there: an accepted mention in its new words.
    """

    id: str
    label: Label
    start: int
    end: int
    untouched: tuple[int, int] | None = None
    proposal: Mention | None = None


def under_known_ids(proposed: Sequence[Mention], kept: Sequence[Kept]) -> list[Mention]:
    """The proposals, with the id of an earlier decision where one spoke of the same span under the same label.

    So has one that reaches from decided words into words that were corrected, as "6 December 1939" does where it read
    "6 Decernber 1939" and a person accepted "1939": they have to look again.
    """
    ids = {mention.id for mention in proposed}
    by_span = {(mention.label, mention.start, mention.end): mention for mention in proposed}
    renamed: dict[str, str] = {}
    missing: dict[str, Mention] = {}
    taken: set[str] = set()
    for each in kept:
        there = by_span.get((each.label, each.start, each.end)) or _reaching(each, proposed)
        if each.id in ids or each.id in taken:
            continue
        if there is None and each.proposal is not None:
            missing[each.id] = each.proposal
        elif there is not None and there.id not in renamed:
            renamed[there.id] = each.id
            taken.add(each.id)
    found = [_renamed(mention, renamed) for mention in proposed]
    found += [mention for name, mention in missing.items() if name not in taken]
    return sorted(found, key=lambda mention: (mention.start, mention.end, mention.label))


def _reaching(kept: Kept, proposed: Sequence[Mention]) -> Mention | None:
    """The proposal that holds the decided words and words that were corrected."""
    if kept.untouched is None or kept.label not in REVIEWED_LABELS:
        return None
    first = bisect_left(proposed, kept.start - _FAR, key=lambda mention: mention.start)
    for mention in proposed[first:]:
        if mention.start > kept.start:
            return None
        beyond = mention.start < kept.untouched[0] or kept.untouched[1] < mention.end
        if mention.label == kept.label and kept.end <= mention.end and beyond:
            return mention
    return None


def _renamed(mention: Mention, renamed: dict[str, str]) -> Mention:
    name, anchor = renamed.get(mention.id, mention.id), renamed.get(mention.anchor, mention.anchor)
    links = [msgspec.structs.replace(link, mention=renamed.get(link.mention, link.mention)) for link in mention.links]
    if (name, anchor, links) == (mention.id, mention.anchor, mention.links):
        return mention
    return msgspec.structs.replace(mention, id=name, anchor=anchor, links=links)
