"""A small world to release: two sources that disagree, a third that one of them relays, three claims, two events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from regesta.anchor.drafts import Draft, mentions
from regesta.model.chain import identified
from regesta.model.claim import About, Asserter, Claim, Count, Value
from regesta.model.codec import encode
from regesta.model.decision import Decision, Target
from regesta.model.digest import digest
from regesta.model.entity import Entity
from regesta.model.event import Event, EventValue
from regesta.model.ids import claim_id, content_id, sha256_hex, value_id
from regesta.model.mention import By, Label, Mention
from regesta.model.reviewed import Reviewed, Standing
from regesta.model.settings import ReleaseSettings, Settings
from regesta.model.source import Page, PageLayout, Rights, Source, SourceFile, SourceText, Word
from regesta.release.inputs import CorpusHashes, LogMark, ReleaseInput

NOWAK = """\
The river commission met in Toruń on 6–7 March 1921.
Jan Wist took the chair. It counted
some 40 barges, "all told".
A flood came in the following spring.
"""
LIND = """\
According to Orlov, the commission met not in Toruń but in Grudziądz, in March 1921.
"""
BY = By(component="test", version="1")

Spans = Sequence[tuple[str, Label, str]]

NOWAK_SPANS: Spans = [
    ("The river commission met in Toruń on 6–7 March 1921.", "PASSAGE", ""),
    ("met", "TRIGGER", "meeting"),
    ("Toruń", "PLACE", "place:torun"),
    ("6–7 March 1921", "DATE", "1921-03-06/1921-03-07"),
    ("Jan Wist", "PERSON", "person:jan-wist"),
    ("some 40 barges", "QUANTITY", "40~ barge"),
    ("A flood came in the following spring.", "PASSAGE", ""),
    ("flood", "TRIGGER", "disaster"),
    ("the following spring", "DATE", "1922-21"),
]
LIND_SPANS: Spans = [
    (LIND.strip(), "PASSAGE", ""),
    ("According to Orlov", "CUE", "attribution:person"),
    ("met", "TRIGGER", "meeting"),
    ("Grudziądz", "PLACE", "q47554"),
    ("March 1921", "DATE", "1921-03"),
]


def layout(text: str, page_starts: Sequence[int]) -> list[PageLayout]:
    """Pages labelled xi, xii, ...: each line of the text a line of print, each code point six points wide."""
    pages = []
    ends = [*page_starts[1:], len(text)]
    for n, (start, end) in enumerate(zip(page_starts, ends, strict=True), start=1):
        words, at, top = [], start, 72.0
        for line in text[start:end].splitlines(keepends=True):
            x0 = 72.0
            for word in line.split():
                at = text.index(word, at)
                words.append(Word(at, at + len(word), x0, top, x0 + 6.0 * len(word), top + 12.5))
                at += len(word)
                x0 += 6.0 * (len(word) + 1)
            top += 14.25
        pages.append(PageLayout(n=n, label=f"x{'i' * n}", start=start, end=end, width=595.0, height=842.0, words=words))
    return pages


def source(citekey: str, text: str, original: bytes, pages: Sequence[PageLayout] = (), **csl: Any) -> Source:
    return Source(
        id=citekey,
        csl={"id": citekey, **csl},
        file=SourceFile(
            name=f"{citekey}.txt", sha256=sha256_hex(original), bytes=len(original), media_type="text/plain"
        ),
        text=SourceText(sha256=sha256_hex(text.encode()), chars=len(text), reader="plain", version="1"),
        language="en",
        pages=[
            Page(n=page.n, label=page.label, start=page.start, end=page.end, width=page.width, height=page.height)
            for page in pages
        ],
    )


class World:
    """Everything that a release is built from; tests change one thing and build."""

    def __init__(self) -> None:
        self.originals = {"nowak1987": NOWAK.encode(), "lind1991": LIND.encode()}
        self.texts = {"nowak1987": NOWAK, "lind1991": LIND}
        self.layouts = {"nowak1987": layout(NOWAK, [0, NOWAK.index("A flood")]), "lind1991": []}
        self.sources = {
            "nowak1987": source(
                "nowak1987",
                NOWAK,
                self.originals["nowak1987"],
                self.layouts["nowak1987"],
                type="book",
                title="Rzeka i ludzie",
                author=[{"family": "Nowak", "given": "Łucja"}],
                publisher="Fala",
                issued={"date-parts": [[1987]]},
                language="pl",
            ),
            "lind1991": source(
                "lind1991",
                LIND,
                self.originals["lind1991"],
                type="article-journal",
                title="The barges of 1921",
                author=[{"family": "Lind", "given": "Åke"}],
                **{"container-title": "River Notes"},
                issued={"date-parts": [[1991, 5]]},
            ),
            "orlov1942": Source(
                id="orlov1942", csl={"id": "orlov1942", "type": "manuscript", "title": "Diary"}, held=False
            ),
        }
        self.mentions = {
            "nowak1987": self._mark("nowak1987", NOWAK_SPANS),
            "lind1991": self._mark("lind1991", LIND_SPANS),
        }
        self.claims = self._claims()
        self.decisions: list[Decision] = []
        for made in self.claims:
            self.decide(made)
        self.standing = {
            made.id: self._accepted(made, decision) for made, decision in zip(self.claims, self.decisions, strict=True)
        }
        self.events = self._events()
        self.settings = Settings(title="Rivers", release=ReleaseSettings(licence="CC0-1.0"))
        self.entities = [
            Entity(
                id="q47554",
                kind="place",
                label="Grudziądz",
                names=["Graudenz"],
                wikidata="Q47554",
                lat=53.4837,
                lon=18.7536,
                geo_precision="town",
            )
        ]

    def _mark(self, citekey: str, spans: Spans) -> dict[str, Mention]:
        """Mentions by their words; a passage by `passage N`."""
        text = self.texts[citekey]
        drafts = [
            Draft(start=text.index(words), end=text.index(words) + len(words), label=label, value=value, by=BY)
            for words, label, value in spans
        ]
        made = mentions(citekey, text, self.sources[citekey].pages, drafts)
        passages = [mention for mention in made if mention.label == "PASSAGE"]
        named = {mention.exact: mention for mention in made if mention.label != "PASSAGE"}
        return named | {f"passage {n}": passage for n, passage in enumerate(passages, start=1)}

    def _claims(self) -> list[Claim]:
        nowak = {words: mention.id for words, mention in self.mentions["nowak1987"].items()}
        lind = {words: mention.id for words, mention in self.mentions["lind1991"].items()}
        own_voice = Asserter(kind="source", label="Nowak 1987", id="nowak1987")
        met = claim(
            "nowak1987", "meeting", nowak["passage 1"], nowak["met"], "asserted", own_voice,
            [
                ("type", "", {"text": "meeting"}, nowak["met"]),
                ("when", "", {"edtf": "1921-03-06/1921-03-07"}, nowak["6–7 March 1921"]),
                ("where", "", {"entity": "place:torun"}, nowak["Toruń"]),
                ("who", "chair", {"entity": "person:jan-wist"}, nowak["Jan Wist"]),
                ("count", "", {"count": Count(unit="barge", low=30, best=40, high=50)}, nowak["some 40 barges"]),
            ],
        )  # fmt: skip
        orlov = Asserter(kind="person", label="Orlov", id="person:orlov", cites=[lind["According to Orlov"]])
        rival = claim(
            "lind1991", "meeting", lind["passage 1"], lind["met"], "reported", orlov,
            [
                ("type", "", {"text": "meeting"}, lind["met"]),
                ("when", "", {"edtf": "1921-03"}, lind["March 1921"]),
                ("where", "", {"entity": "q47554", "hedge": "reported"}, lind["Grudziądz"]),
            ],
            via="orlov1942",
            about=About(claim=met.id, relation="disputes"),
        )  # fmt: skip
        flood = claim(
            "nowak1987", "disaster", nowak["passage 2"], nowak["flood"], "asserted", own_voice,
            [
                ("type", "", {"text": "disaster"}, nowak["flood"]),
                ("when", "", {"edtf": "1922-21"}, nowak["the following spring"]),
                ("where", "", {"entity": "place:torun"}, nowak["passage 2"]),
            ],
        )  # fmt: skip
        return [met, rival, flood]

    def _accepted(self, made: Claim, decision: Decision) -> Standing[Claim]:
        """Accepted by Anna; of the flood, she supplied the place, which no words say."""
        proposed = [value for value in made.values if made.type != "disaster" or value.property != "where"]
        return Standing(
            record=made,
            status="accepted",
            reviewers=("anna",),
            decisions=(decision.id,),
            first=(1, "anna", "laptop", 1),
            proposal=msgspec.structs.replace(made, values=proposed),
        )

    def _events(self) -> list[Event]:
        met, rival, flood = self.claims
        return [
            Event(
                id=content_id("event", met.id),
                type="meeting",
                label="meeting of the river commission",
                claims=[met.id, rival.id],
                values=[
                    held(met, "when", "preferred"),
                    held(rival, "when", "preferred"),
                    held(met, "where", "preferred"),
                    held(rival, "where", "normal"),
                    held(met, "who", "preferred"),
                    held(met, "count", "preferred"),
                ],
                contested=["where"],
            ),
            Event(
                id=content_id("event", flood.id),
                type="disaster",
                label="",
                claims=[flood.id],
                values=[held(flood, "when", "preferred"), held(flood, "where", "preferred")],
            ),
        ]

    def decide(self, made: Claim) -> None:
        """Anna accepts a claim: one more line of her log."""
        count = len(self.decisions)
        decision = Decision(
            id="",
            reviewer="anna",
            device="laptop",
            seq=count + 1,
            clock=count + 1,
            at="2026-11-25T08:00:00Z",
            answer="accept",
            target=Target(kind="claim", id=made.id, digest=digest(made), claim=made),
            prev=sha256_hex(encode(self.decisions[-1])) if self.decisions else "",
        )
        self.decisions.append(identified(decision))

    @property
    def log(self) -> bytes:
        return b"".join(encode(decision) + b"\n" for decision in self.decisions)

    @property
    def source_json(self) -> dict[str, bytes]:
        return {citekey: encode(held_source) + b"\n" for citekey, held_source in self.sources.items()}

    @property
    def layout_jsonl(self) -> dict[str, bytes | None]:
        return {
            citekey: b"".join(encode(page) + b"\n" for page in pages) if pages else None
            for citekey, pages in self.layouts.items()
        }

    def inputs(self, version: str = "1.0.0", **changes: Any) -> ReleaseInput:
        """What `build` takes."""
        cited = {mention.id: mention for held_mentions in self.mentions.values() for mention in held_mentions.values()}
        made = ReleaseInput(
            version=version,
            settings=self.settings,
            sources=self.sources,
            texts=self.texts,
            layouts=self.layouts,
            reviewed=Reviewed(mentions={}, claims=self.standing, cited=cited),
            events=self.events,
            entities=self.entities,
            corpus={
                citekey: CorpusHashes(
                    original=_hash_of(self.originals.get(citekey)),
                    source_json=sha256_hex(record),
                    text=_hash_of(self.texts[citekey].encode() if citekey in self.texts else None),
                    layout=_hash_of(self.layout_jsonl.get(citekey)),
                )
                for citekey, record in self.source_json.items()
            },
            logs={"anna/laptop.jsonl": LogMark.of(self.log)},
            tools={"regesta": "0.1.0", "tag": "test 1"},
            unreviewed={"claims": 4, "mentions": 7},
        )
        return msgspec.structs.replace(made, **changes)

    def limit_quotes(self, citekey: str, quote_max: int) -> None:
        self.sources[citekey] = msgspec.structs.replace(self.sources[citekey], rights=Rights(quote_max=quote_max))

    def restand(self, index: int, **changes: Any) -> None:
        """Changes how one claim stands."""
        claim_ = self.claims[index]
        self.standing[claim_.id] = msgspec.structs.replace(self.standing[claim_.id], **changes)


def claim(
    citekey: str,
    event_type: str,
    passage: str,
    trigger: str,
    stance: Any,
    asserter: Asserter,
    values: Sequence[tuple[Any, str, dict[str, Any], str]],
    **more: Any,
) -> Claim:
    key = claim_id(citekey, event_type, passage, trigger)
    return Claim(
        id=key,
        source=citekey,
        type=event_type,
        passage=passage,
        stance=stance,
        asserted_by=asserter,
        values=[
            Value(id=value_id(key, property_, role, cite), property=property_, role=role, cites=[cite], **held_value)
            for property_, role, held_value, cite in values
        ],
        by=BY,
        **more,
    )


def held(made: Claim, wanted: str, rank: Any) -> EventValue:
    """The value of a claim as its event holds it."""
    value = next(value for value in made.values if value.property == wanted)
    return EventValue(
        property=value.property,
        role=value.role,
        rank=rank,
        stances=[made.stance],
        claims=[made.id],
        values=[value.id],
        cites=value.cites,
        edtf=value.edtf,
        entity=value.entity,
        count=value.count,
    )


def _hash_of(data: bytes | None) -> str:
    return "" if data is None else sha256_hex(data)
