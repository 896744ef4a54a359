"""How far a hedge, a denial or an accusation reaches: whole sentences, through the tagger, each a text of our own."""

from __future__ import annotations

import pytest

from regesta.extract.claims import extract
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.workspace.settings import event_types

#: A sentence, and the type, stance and asserter of each claim in its order ("src" is the source itself).
ROWS: list[tuple[str, str]] = [
    (
        "Karl Lind was reportedly arrested in Lund on 4 May 1921, and on 6 May 1921 Otto Berg was killed in Ystad.",
        "arrest reported src; killing asserted src",
    ),
    (
        "Otto Berg was killed in Ystad on 6 May 1921, while Karl Lind was allegedly arrested in Lund on 4 May 1921.",
        "killing asserted src; arrest reported src",
    ),
    (
        "Karl Lind, who may have been arrested in Lund in 1921, was killed in Ystad in 1922.",
        "arrest possible src; killing asserted src",
    ),
    (
        "Karl Lind, who was arrested in Lund in 1921, may have been killed in Ystad in 1922.",
        "arrest asserted src; killing possible src",
    ),
    (
        "Anna Roth denied that she had met Karl Lind in Lund in 1921, though she was arrested there in 1922.",
        "meeting denied Anna Roth; arrest asserted src",
    ),
    (
        "Anna Roth, who denied that she had met Karl Lind in Lund in 1921, was arrested in Ystad in 1922.",
        "meeting denied Anna Roth; arrest asserted src",
    ),
    (
        "Karl Lind was arrested in Lund in 1921 because he had allegedly killed Otto Berg in Ystad in 1920.",
        "arrest asserted src; killing reported src",
    ),
    (
        "Karl Lind was arrested in Lund on 4 May 1921 and is said to have been shot in Ystad on 6 May 1921.",
        "arrest asserted src; killing reported src",
    ),
    (
        "Karl Lind is said to have been arrested in Lund on 4 May 1921; Otto Berg was shot in Ystad on 6 May 1921.",
        "arrest reported src; killing asserted src",
    ),
    (
        "Witnesses say that Karl Lind was arrested in Lund in 1921 and that Otto Berg was shot in Ystad in 1922.",
        "arrest asserted witnesses; killing asserted witnesses",
    ),
    (
        "Although Otto Berg was perhaps killed in Ystad in 1921, Karl Lind was arrested in Lund in 1922.",
        "killing possible src; arrest asserted src",
    ),
    (
        "The court convicted Karl Lind in Lund in 1921, whereas Otto Berg was supposedly killed in Ystad in 1922.",
        "sentence asserted src; killing reported src",
    ),
    (
        "Karl Lind, accused of having killed Otto Berg in Ystad in 1920, was arrested in Lund in 1921.",
        "killing accused src; arrest asserted src",
    ),
    (
        "Karl Lind was arrested in Lund in 1921, accused of having killed Otto Berg in Ystad in 1920.",
        "arrest asserted src; killing accused src",
    ),
    (
        "Karl Lind admitted that he had killed Otto Berg in Ystad in 1920 and was executed in Lund in 1921.",
        "killing admitted Karl Lind; execution asserted src",
    ),
    (
        "There is no evidence that Karl Lind was arrested in Lund in 1921, but Otto Berg was shot in Ystad in 1922.",
        "arrest denied src; killing asserted src",
    ),
    (
        "Otto Berg was shot in Ystad in 1922, but there is no evidence that Karl Lind was arrested in Lund in 1921.",
        "killing asserted src; arrest denied src",
    ),
    (
        "Karl Lind was not arrested in Lund in 1921, but Otto Berg was shot in Ystad in 1922.",
        "arrest denied src; killing asserted src",
    ),
    (
        "Karl Lind died in Lund in 1922, and it is claimed that he was murdered by Otto Berg in that year.",
        "death asserted src; killing asserted not named",
    ),
    (
        "Karl Lind, whose brother was reportedly killed in Ystad in 1920, was arrested in Lund in 1921.",
        "killing reported src; arrest asserted src",
    ),
    (
        "The army said that Karl Lind was killed in Ystad on 4 May 1921, and on 6 May Otto Berg was seized in Lund.",
        "killing asserted the army; occupation asserted the army",
    ),
    ("Karl Lind was to be executed in Lund in 1921, but he escaped to Ystad in 1920.", "escape asserted src"),
    (
        "Karl Lind escaped to Ystad in 1920 before he could be executed in Lund in 1921.",
        "escape asserted src; execution possible src",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_a_cue_reaches_no_farther_than_its_clause(tagger: Tagger, text: str, expected: str) -> None:
    source = Source(id="src", csl={})
    claims = extract(source, text, tagger.tag(source, text), event_types(Settings()))
    assert "; ".join(f"{claim.type} {claim.stance} {claim.asserted_by.label}" for claim in claims) == expected
