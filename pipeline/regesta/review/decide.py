"""The acts of a reviewer on a mention, a join, a value or an earlier decision; each is checked before it is one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from msgspec import UNSET, Struct

from regesta import edtf
from regesta.anchor.selector import context
from regesta.model.claim import Claim
from regesta.model.decision import Amendment, Answer, Decision, Target
from regesta.model.digest import digest
from regesta.model.event import Join, Rank
from regesta.model.ids import content_id, sha256_hex
from regesta.model.mention import LABELS, By, Label, Mention
from regesta.model.same import Same
from regesta.review.act import Act, refuse, target

_ENTITY_ID = re.compile(r"[a-z0-9][a-z0-9._:-]*")
NAMES: tuple[Label, ...] = ("PLACE", "PERSON", "ORG")


class Change(Struct, frozen=True, kw_only=True):
    """What a reviewer changes of a mention; None leaves it as it is. `span` in code points of the text."""

    span: tuple[int, int] | None = None
    label: str | None = None
    value: str | None = None
    title: str | None = None


UNCHANGED = Change()


def answer(given: Answer, about: Target, note: str = "") -> Act:
    """Accept, reject, skip or note: an answer that changes nothing in the record."""
    if given == "note" and not note.strip():
        raise refuse("a note needs words")
    return Act(answer=given, target=about, note=note)


def amend_mention(mention: Mention, text: str, change: Change, *, seen: Mention | None = None, note: str = "") -> Act:
    """Amend a mention: its span, label, value or title. `seen` as for `act.target`."""
    label = mention.label if change.label is None else checked_label(change.label)
    value = mention.value if change.value is None else _nfc(change.value)
    check_value(label, value)
    start, end = (mention.start, mention.end) if change.span is None else checked_span(text, *change.span)
    exact, (prefix, suffix) = text[start:end], context(text, start, end)
    moved = change.span is not None and (start, end, exact, prefix, suffix) != (
        mention.start,
        mention.end,
        mention.exact,
        mention.prefix,
        mention.suffix,
    )
    title = mention.title if change.title is None else _nfc(change.title)
    made = Amendment(
        start=start if moved else UNSET,
        end=end if moved else UNSET,
        exact=exact if moved else UNSET,
        prefix=prefix if moved else UNSET,
        suffix=suffix if moved else UNSET,
        label=label if label != mention.label else UNSET,
        value=value if value != mention.value else UNSET,
        title=title if title != mention.title else UNSET,
    )
    if made == Amendment():
        raise refuse("nothing was changed", "Accept it as it is, or say what should be different.")
    return Act(answer="amend", target=target(mention, seen=seen), set=made, note=note)


def new_mention(
    source: str,
    text: str,
    span: tuple[int, int],
    label: str,
    value: str = "",
    *,
    reviewer: str,
    page: int | None = None,
    title: str = "",
    taken: Collection[str] = (),
) -> Mention:
    """A mention that a reviewer adds. `taken` holds the ids in use: a selector that stands twice gets the next ordinal.

    Two reviewers who add the same words under the same label add the same mention.
    """
    start, end = checked_span(text, *span)
    checked = checked_label(label)
    check_value(checked, _nfc(value))
    prefix, suffix = context(text, start, end)
    exact = text[start:end]
    return Mention(
        id=_free_id((source, checked, prefix, exact, suffix), taken),
        source=source,
        start=start,
        end=end,
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        page=page,
        label=checked,
        value=_nfc(value),
        by=By(component=f"person:{reviewer}"),
        title=_nfc(title),
    )


def add(record: Mention | Claim, cited: Collection[Mention] = (), note: str = "") -> Act:
    """Add a record that nobody proposed."""
    return Act(answer="add", target=target(record, cited=cited), note=note)


def join(proposal: Join | Same, note: str = "") -> Act:
    """Say that two claims speak of one event, or that two entities are one."""
    return Act(answer="join", target=target(proposal), note=note)


def part(proposal: Join | Same, note: str = "") -> Act:
    """Say that two claims speak of two events, or that two entities are two."""
    return Act(answer="part", target=target(proposal), note=note)


def rank(claim: Claim, value_id: str, given: Rank, cited: Collection[Mention] = (), note: str = "") -> Act:
    """Rank a claim's value among its rivals."""
    if value_id not in {value.id for value in claim.values}:
        raise refuse(f"the claim {claim.id} has no value {value_id}")
    about = Target(kind="value", id=value_id, digest=digest(claim), claim=claim, cited=list(cited))
    return Act(answer="rank", target=about, set=Amendment(rank=given), note=note)


def retract(decision: Decision, note: str = "") -> Act:
    """Take an earlier decision back."""
    return Act(
        answer="retract",
        target=Target(kind="decision", id=decision.id, digest=sha256_hex(decision.id.encode("utf-8"))),
        note=note,
    )


def checked_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; refused where it is empty or not in the text."""
    if not 0 <= start < end <= len(text):
        raise refuse(f"{start}–{end} is no span of the text, which has {len(text)} code points")
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise refuse("the span holds nothing but white space")
    return start, end


def checked_label(label: str) -> Label:
    """The label as the records write it; refused where it is none."""
    for known in LABELS:
        if label.upper() == known:
            return known
    raise refuse(f"{label!r} is no label", f"One of {' '.join(LABELS)}.")


def check_value(label: Label, value: str) -> None:
    """Refuses a value that a mention with this label cannot have; an empty one leaves it open."""
    if not value:
        return
    if label == "DATE" and not edtf.is_valid(value):
        raise refuse(f"{value!r} is no EDTF date", "Such as 1939-12-06, 1939-12, 1939-12-06/1939-12-07 or 1939-12~.")
    if label in NAMES and not is_entity_id(value):
        raise refuse(f"{value!r} is no id of an authority entry", "Such as place:krakow; or leave the value out.")


def is_entity_id(value: str) -> bool:
    """Whether this can be the id of an entity: lower case, digits, and . _ : - between them; never digits alone."""
    return _ENTITY_ID.fullmatch(value) is not None and any(char.isalpha() for char in value)


def _free_id(selector: tuple[str, Label, str, str, str], taken: Collection[str]) -> str:
    ordinal = 0
    while (made := content_id("mention", *selector, ordinal)) in taken:
        ordinal += 1
    return made


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())
