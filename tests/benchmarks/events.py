"""Scores extract and resolve: tags texts, takes every proposal as accepted, resolves, and writes predictions.

    python tests/benchmarks/events.py seed            # the article of ../shared/data/seed
    python tests/benchmarks/events.py redocred-dev    # 500 leads, about ten minutes; --first 100 for a part
    python tests/benchmarks/events.py FILE.txt ...    # any texts: the predictions alone

Only joins that need nobody's answer are made. The scorer is ../shared/score/events/event_score.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from regesta.extract.claims import extract
from regesta.model.claim import Claim
from regesta.model.event import Event, EventValue
from regesta.model.mention import Mention
from regesta.model.reviewed import Standing
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.resolve.events import resolve
from regesta.tag.tagger import Tagger
from regesta.workspace.settings import broader_types, event_types

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEED = "gestapo-nkvd-conferences"


def documents(what: str) -> Iterator[tuple[str, str]]:
    """(id, text) of each document that is asked for."""
    if what == "seed":
        yield SEED, (SHARED / f"data/seed/{SEED}.txt").read_text(encoding="utf-8")
    elif what == "redocred-dev":
        for line in (SHARED / "data/events/redocred-dev.docs.jsonl").read_text(encoding="utf-8").splitlines():
            doc = json.loads(line)
            yield doc["doc_id"], doc["text"]
    else:
        yield Path(what).stem, Path(what).read_text(encoding="utf-8")


def gold(what: str) -> Path | None:
    """The gold file of a named data set."""
    names = {"seed": "data/seed/events.jsonl", "redocred-dev": "data/events/redocred-dev.gold.jsonl"}
    return SHARED / names[what] if what in names else None


def predictions(
    doc_id: str, text: str, mentions: list[Mention], settings: Settings, least: float = 0.0
) -> list[dict[str, object]]:
    """The events of one document, as the scorer reads them; a document without any says so.

    Participants without a name are left out, since the gold has none, and events without a claim of the least score.
    """
    cited = {mention.id: mention for mention in mentions}
    claims, events = claims_and_events(doc_id, text, mentions, settings)
    score = {claim.id: claim.by.score or 0.0 for claim in claims}
    events = [event for event in events if max(score[claim] for claim in event.claims) >= least]
    return [_prediction(doc_id, event, cited) for event in events] or [{"doc_id": doc_id, "empty": True}]


def claims_and_events(
    doc_id: str, text: str, mentions: list[Mention], settings: Settings
) -> tuple[list[Claim], list[Event]]:
    """The claims of one document, and the events that there are if all of them are accepted."""
    source = Source(id=doc_id.lower(), csl={})
    cited = {mention.id: mention for mention in mentions}
    kinds = event_types(settings)
    claims = extract(source, text, mentions, kinds)
    standings = [
        Standing[Claim](record=claim, status="accepted", first=(number, "all", "all", number))
        for number, claim in enumerate(claims, 1)
    ]
    broader = broader_types(kinds)
    return claims, resolve(standings, cited, [], [], [], {}, settings.resolve, (), broader).events


def _prediction(doc_id: str, event: Event, cited: dict[str, Mention]) -> dict[str, object]:
    def names(value: EventValue) -> list[str]:
        said = (cited[cite] for cite in value.cites)
        return list(dict.fromkeys(mention.exact for mention in said if mention.value == value.entity))

    kept = [value for value in event.values if value.rank != "deprecated"]
    return {
        "doc_id": doc_id,
        "event_id": event.id,
        "type": event.type,
        "when": [[value.edtf] for value in kept if value.property == "when"],
        "where": [names(value) for value in kept if value.property == "where"],
        "who": [names(value) for value in kept if value.property == "who" and value.entity],
    }


def main() -> int:
    """Tags, extracts, resolves, writes, scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="+", help="seed, redocred-dev, or text files")
    parser.add_argument("--out", type=Path, help="where the predictions go; default: a temporary file")
    parser.add_argument("--first", type=int, default=sys.maxsize, help="only so many documents")
    parser.add_argument("--mentions", type=Path, help="folder that keeps the mentions between runs")
    parser.add_argument("--errors", action="store_true", help="list missed and spurious events")
    parser.add_argument("--calibration", action="store_true", help="print the share of claims right, by their score")
    parser.add_argument("--likely", action="store_true", help="leave out what `review.unlikely` puts last")
    chosen = parser.parse_args()
    right: dict[float, list[bool]] = {}
    settings = Settings()
    least = settings.review.unlikely if chosen.likely else 0.0
    tagger: Tagger | None = None
    for what in chosen.what:
        lines = []
        for doc_id, text in list(documents(what))[: chosen.first]:
            kept = chosen.mentions / f"{doc_id}.json" if chosen.mentions else None
            if kept and kept.exists():
                mentions = msgspec.json.decode(kept.read_bytes(), type=list[Mention])
            else:
                tagger = tagger or Tagger(settings.tag, event_types(settings), [])
                mentions = tagger.tag(Source(id=doc_id.lower(), csl={}), text)
                if kept:
                    kept.parent.mkdir(parents=True, exist_ok=True)
                    kept.write_bytes(msgspec.json.encode(mentions))
            if chosen.calibration:
                _calibrate(right, what, doc_id, text, mentions, settings)
            found = predictions(doc_id, text, mentions, settings, least)
            lines += [json.dumps(line, ensure_ascii=False) for line in found]
        out = chosen.out or Path(tempfile.mkstemp(suffix=".jsonl")[1])
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{what}: predictions in {out}", file=sys.stderr)
        answers = gold(what)
        if answers:
            _score(answers, out, chosen.first, errors=chosen.errors)
    for score, hits in sorted(right.items()):
        print(f"score {score:.2f}: {sum(hits)} of {len(hits)} claims right")
    return 0


def _calibrate(
    right: dict[float, list[bool]], what: str, doc_id: str, text: str, mentions: list[Mention], settings: Settings
) -> None:
    """Adds, by score, whether the event of each claim is in the gold; of redocred only births and deaths count."""
    sys.path.insert(0, str(SHARED / "score/events"))
    import event_score

    answers = gold(what)
    if answers is None:
        return
    truth = event_score.load(str(answers)).get(doc_id, [])
    claims, events = claims_and_events(doc_id, text, mentions, settings)
    by_id = {claim.id: claim for claim in claims}
    cited = {mention.id: mention for mention in mentions}
    part = Path(tempfile.mkstemp(suffix=".jsonl")[1])
    for event in events:
        part.write_text(json.dumps(_prediction(doc_id, event, cited)) + "\n", encoding="utf-8")
        (read,) = event_score.load(str(part))[doc_id]
        rule = event_score.Rule()
        hit = any(event_score.pair_score(known, read, rule) >= rule.threshold for known in truth)
        for claim in (by_id[claim] for claim in event.claims):
            if what == "seed" or claim.type in ("birth", "death"):
                right.setdefault(claim.by.score or 0.0, []).append(hit)


def _score(answers: Path, out: Path, first: int, *, errors: bool) -> None:
    """Runs the scorer over the documents that were read."""
    read = {json.loads(line)["doc_id"] for line in out.read_text(encoding="utf-8").splitlines()}
    lines = [line for line in answers.read_text(encoding="utf-8").splitlines() if json.loads(line)["doc_id"] in read]
    part = Path(tempfile.mkstemp(suffix=".gold.jsonl")[1])
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, SHARED / "score/events/event_score.py", part if first < sys.maxsize else answers, out]
    subprocess.run([*command, *(["--errors"] if errors else [])], check=True)


if __name__ == "__main__":
    raise SystemExit(main())
