"""The text of a source is corrected: what becomes of each decision is told first, then the text takes its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from regesta.anchor.carry import Tier
from regesta.anchor.relayout import relaid
from regesta.errors import fail
from regesta.ingest.decode import decode
from regesta.ingest.plain import cleaned
from regesta.model.decision import Decision
from regesta.model.ids import sha256_hex
from regesta.model.mention import Mention
from regesta.model.source import Correction, Page, PageLayout, Source, SourceText
from regesta.review.amended import amended
from regesta.review.carried import TIERS, Text, mentions_of
from regesta.review.ledger import Key, Ledger, last_answers
from regesta.stages.corrected import carrier, keep
from regesta.stages.folder import put_folder, read_folder
from regesta.workspace.corpus import former_path, read_former, read_layout, read_source
from regesta.workspace.jsonl import parse_records, write_records
from regesta.workspace.lock import locked
from regesta.workspace.logs import read_decisions
from regesta.workspace.opening import read_foreign
from regesta.workspace.workspace import Workspace

#: Makes the text of a source anew from the bytes as received.
Reread = Callable[[Source, bytes], str]


def read_new_text(ws: Workspace, path: Path, encoding: str = "") -> str:
    """A corrected text as somebody hands it in, in the form in which a source's text is kept: NFC, with LF."""
    name = str(path)
    decoded, _ = decode(read_foreign(path, ws.settings.ingest.megabytes), name, encoding)
    return cleaned(decoded, name)[0]


class Corrected(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a decision that are not what they were; `after` is empty where nothing took their place."""

    decision: str
    reviewer: str
    kind: Literal["mention", "claim", "value"]
    label: str
    tier: Tier
    page: int | None
    before: str
    after: str


class Reanchored(msgspec.Struct, frozen=True, kw_only=True):
    """What a correction comes to: how many decisions are in each tier, and those that a person has to look at again.

    `boxes` counts the words that have a box before and after; `same` says that the text would not change.
    """

    source: str
    counts: dict[str, int]
    corrected: list[Corrected]
    boxes: tuple[int, int]
    former: str
    present: str
    same: bool = False


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """A correction that is worked out and not yet done."""

    report: Reanchored
    source: Source
    text: str
    former: str
    layout: list[PageLayout]


def propose(ws: Workspace, citekey: str, text: str, reread: Reread | None = None) -> Proposed:
    """What would become of each decision about a source if this were its text; nothing is written.

    `reread` finds the former text where somebody has corrected text.txt itself.
    """
    source = read_source(ws, citekey)
    recorded = _recorded(source)
    former = _former(ws, source, recorded, reread)
    layout = read_layout(ws, citekey)
    made = carrier(ws, former, text)
    kept = _kept_layout(ws, citekey, text)
    present = kept if kept is not None else relaid(layout, made.alignment, text)
    older = [carrier(ws, old, text) for old in read_former(ws, citekey) if old != former]
    decisions = read_decisions(ws)[0]
    seen = Text(text, [_page(page) for page in present], [made, *older])
    found = [(decision, _outcome(decision, seen, citekey)) for decision in _in_force(decisions)]
    told = [(decision, outcome) for decision, outcome in found if outcome is not None]
    for each in (made, *older):
        keep(ws, each)
    report = Reanchored(
        source=citekey,
        counts={tier: sum(outcome[0] == tier for _, outcome in told) for tier in TIERS},
        corrected=[_corrected(decision, *outcome) for decision, outcome in told if outcome[0] in ("fuzzy", "lost")],
        boxes=(sum(len(page.words) for page in layout), sum(len(page.words) for page in present)),
        former=recorded.sha256,
        present=sha256_hex(text.encode("utf-8")),
        same=text == former,
    )
    return Proposed(report=report, source=source, text=text, former=former, layout=present)


def put(ws: Workspace, proposed: Proposed, *, by: str, at: str, note: str = "") -> None:
    """Makes the proposed text the text of its source, in one step; the former one is kept beside it.

    What was proposed in the former text is removed: `regesta run` proposes anew.
    Raises RegestaError where the source was changed since the proposal was made.
    """
    citekey, report = proposed.source.id, proposed.report
    with locked(ws.lock_path, wait=False):
        if read_source(ws, citekey) != proposed.source:
            raise fail(
                "reanchor.changed", "the source was changed meanwhile", path=f"corpus/{citekey}", remedy="Do it again."
            )
        home = ws.source_dir(citekey)
        files = read_folder(home)
        kept = former_path(ws, citekey, report.former).relative_to(home).as_posix()
        files[kept] = proposed.former.encode("utf-8")
        files[kept.removesuffix(".txt") + ".source.json"] = files["source.json"]
        if "layout.jsonl" in files:
            files[kept.removesuffix(".txt") + ".layout.jsonl"] = files["layout.jsonl"]
            files["layout.jsonl"] = write_records(proposed.layout)
        files["text.txt"] = proposed.text.encode("utf-8")
        recorded = _recorded(proposed.source)
        correction = Correction(sha256=report.former, by=by, at=at, note=note)
        text = msgspec.structs.replace(
            recorded,
            sha256=report.present,
            chars=len(proposed.text),
            layout=sha256_hex(files["layout.jsonl"]) if "layout.jsonl" in files else "",
            corrections=[*recorded.corrections, correction],
        )
        pages = [_page(page) for page in proposed.layout]
        source = msgspec.structs.replace(proposed.source, text=text, pages=pages)
        files["source.json"] = msgspec.json.format(msgspec.json.encode(source), indent=2) + b"\n"
        put_folder(ws, home, files)
        for derived in (ws.mentions_path(citekey), ws.claims_path(citekey)):
            derived.unlink(missing_ok=True)


def last_former(ws: Workspace, citekey: str) -> str:
    """The text that the last correction of a source replaced, to put it back."""
    corrections = _recorded(read_source(ws, citekey)).corrections
    if not corrections:
        raise fail("reanchor.none", "the text was never corrected", path=f"corpus/{citekey}/text.txt")
    path = former_path(ws, citekey, corrections[-1].sha256)
    if not path.is_file():
        raise fail(
            "reanchor.lost", "the former text is not there", path=ws.relative(path), remedy="Restore it from git."
        )
    return path.read_bytes().decode("utf-8")


def _recorded(source: Source) -> SourceText:
    if source.text is None:
        raise fail("reanchor.not_held", "the source is not held, so it has no text", path=f"corpus/{source.id}")
    return source.text


def _former(ws: Workspace, source: Source, recorded: SourceText, reread: Reread | None) -> str:
    """The text in which the offsets count; read anew where text.txt is another one now."""
    home = ws.source_dir(source.id)
    data = (home / "text.txt").read_bytes() if (home / "text.txt").is_file() else b""
    if sha256_hex(data) == recorded.sha256:
        return data.decode("utf-8")
    original = next(iter(sorted(home.glob("original.*"))), None)
    if reread is not None and original is not None and not recorded.corrections:
        text = reread(source, original.read_bytes())
        if sha256_hex(text.encode("utf-8")) == recorded.sha256:
            return text
    raise fail(
        "reanchor.former",
        "text.txt is not the text in which the offsets count, and that cannot be made again",
        path=ws.relative(home / "text.txt"),
        remedy="Copy your text elsewhere, restore text.txt from git, and do it again with the copy.",
    )


def _kept_layout(ws: Workspace, citekey: str, text: str) -> list[PageLayout] | None:
    """The layout of a text that was this source's before; None where it was not, or has none."""
    if text not in read_former(ws, citekey):
        return None
    path = former_path(ws, citekey, sha256_hex(text.encode("utf-8"))).with_suffix(".layout.jsonl")
    return list(parse_records(path.read_bytes(), PageLayout, ws.relative(path))) if path.is_file() else None


def _page(page: PageLayout) -> Page:
    return Page(
        n=page.n, label=page.label, start=page.start, end=page.end, width=page.width, height=page.height,
        apart=page.apart,
    )  # fmt: skip


def _in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """Each reviewer's last answer about each thing that has words: what a correction of the words can touch."""
    ledger = Ledger(decisions)
    keys: list[Key] = [(kind, name) for kind in ("mention", "claim", "value") for name in ledger.keys(kind)]
    return [answer for key in keys for answer in last_answers(ledger.history(key))]


def _outcome(decision: Decision, text: Text, citekey: str) -> tuple[Tier, Mention, Mention] | None:
    """The least sure of a decision's mentions: its tier, as it was and as it is; None where it is of another source."""
    mentions = [mention for mention in mentions_of(decision.target) if mention.source == citekey]
    if decision.target.mention is not None and mentions:
        mentions[0] = amended(decision.target.mention, decision.set)
    outcomes = [(mention, text.outcome(mention)) for mention in mentions]
    if not outcomes:
        return None
    before, outcome = max(outcomes, key=lambda each: TIERS.index(each[1].tier))
    return outcome.tier, before, outcome.mention


def _corrected(decision: Decision, tier: Tier, before: Mention, after: Mention) -> Corrected:
    kind = decision.target.kind
    return Corrected(
        decision=decision.id,
        reviewer=decision.reviewer,
        kind=kind if kind in ("claim", "value") else "mention",
        label=before.label,
        tier=tier,
        page=before.page if tier == "lost" else after.page,
        before=before.exact,
        after="" if tier == "lost" else after.exact,
    )
