"""What a careful person holds to be right in the texts of ../shared: for the benchmarks that simulate a reviewer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import msgspec

from regesta.model.mention import REVIEWED_LABELS, Label, Mention
from regesta.model.settings import TagSettings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.workspace.gazetteer import gazetteer

SHARED = Path(__file__).resolve().parents[3] / "shared"
sys.path.insert(0, str(SHARED / "score/names"))

Span = tuple[int, int, str]


class GoldText(msgspec.Struct):
    """A text with what is marked in it, by the boundary policy of the scorer, and what is neither right nor wrong."""

    source: str
    text: str
    gold: set[Span]
    ignored: list[tuple[int, int]] = []

    def said(self, mention: Mention) -> Span | None:
        """What a mention says, by the boundary policy; None where it does not count."""
        import labels

        span = labels.normalise(self.text, mention.start, mention.end, mention.label)
        if span is None or (mention.label == "PLACE" and labels.is_demonym(self.text[slice(*span)])):
            return None
        return (*span, mention.label)

    def counts(self, mention: Mention) -> bool:
        """Whether the gold says anything about a mention."""
        if self.said(mention) is None:
            return False
        in_zone = any(mention.start < end and start < mention.end for start, end in self.ignored)
        return not in_zone or bool(self.over(mention))

    def is_right(self, mention: Mention) -> bool:
        """Whether the gold has just this."""
        return self.said(mention) in self.gold

    def over(self, mention: Mention) -> list[Span]:
        """What the gold has over the words of a mention, the longest overlap first."""
        return sorted(
            (each for each in self.gold if each[0] < mention.end and mention.start < each[1]),
            key=lambda each: (max(each[0], mention.start) - min(each[1], mention.end), each),
        )


def ehri(part: str) -> list[GoldText]:
    """The documents of a part of the EHRI editions: dev or train."""
    import labels

    found = []
    lines = (SHARED / f"data/names/ehri-{part}.jsonl").read_text("utf-8").splitlines()
    for number, document in enumerate(map(json.loads, lines)):
        made = GoldText(source=f"{part}-{number:03}", text=document["text"], gold=set())
        for each in document["gold"]:
            start, end, label = each["start"], each["end"], each["label"]
            span = labels.normalise(made.text, start, end, label) if label in REVIEWED_LABELS else None
            words = made.text[slice(*span)] if span else ""
            if span is None or not labels.named(words, label) or (label == "PLACE" and labels.is_demonym(words)):
                made.ignored.append((start, end))
            else:
                made.gold.add((*span, label))
        found.append(made)
    return found


def seed() -> GoldText:
    """The seed article, which marks dates, places and people, and no organisations."""
    import labels

    text = (SHARED / "data/seed/gestapo-nkvd-conferences.txt").read_bytes().decode("utf-8")
    lines = (SHARED / "data/seed/mentions.jsonl").read_text("utf-8").splitlines()
    spans = [(each["start"], each["end"], each["label"]) for each in map(json.loads, lines)]
    gold = {(*labels.normalise(text, *each), each[2]) for each in spans}
    return GoldText(source="seed", text=text, gold=gold)


def proposals(texts: list[GoldText], without: tuple[Label, ...] = ()) -> dict[str, list[Mention]]:
    """What the tagger proposes in each text, by source."""
    tagger = Tagger(TagSettings(), [], [], gazetteer=gazetteer())
    return {
        each.source: [
            mention
            for mention in tagger.tag(Source(id=each.source, csl={}), each.text)
            if mention.label in REVIEWED_LABELS and mention.label not in without
        ]
        for each in texts
    }
