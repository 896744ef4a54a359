"""Participants, places and dates far from their verbs: whole sentences, through the tagger, each a text of our own."""

from __future__ import annotations

import msgspec
import pytest

from regesta.extract.claims import extract
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.tag.tagger import Tagger
from regesta.workspace.settings import event_types

#: A sentence, and what each claim says: type, date, places and participants with their roles.
ROWS: list[tuple[str, list[str]]] = [
    (
        "Anna Roth, who had met Karl Lind in Lund in 1939, was arrested in Malmö in 1941 by Otto Berg.",
        [
            "meeting 1939 Lund: Anna Roth participant, Karl Lind participant",
            "arrest 1941 Malmö: Anna Roth arrested, Otto Berg arrester",
        ],
    ),
    (
        "Karl Lind, whose brother was killed in Lund in 1920, was arrested in Malmö in 1921.",
        ["killing 1920 Lund: ", "arrest 1921 Malmö: Karl Lind arrested"],
    ),
    (
        "Anna Roth, a teacher, and Karl Lind, both armed, were kidnapped in Lund in 1920 and freed in Malmö in 1921.",
        [
            "abduction 1920 Lund: Anna Roth victim, Karl Lind victim",
            "release 1921 Malmö: Anna Roth released, Karl Lind released",
        ],
    ),
    (
        "Karl Lind was knighted in Lund on 6 July 1911, and hanged in Leeds on 3 August 1916.",
        ["award 1911-07-06 Lund: Karl Lind recipient", "execution 1916-08-03 Leeds: Karl Lind executed"],
    ),
    (
        "Karl Lind was wounded in Lund in 1917 and died in Leeds on 3 May 1918.",
        ["injury 1917 Lund: Karl Lind victim", "death 1918-05-03 Leeds: Karl Lind deceased"],
    ),
    (
        "Having fled from Leeds in 1920, Anna Roth was detained in Malmö in 1921.",
        ["escape 1920 Leeds from: Anna Roth fugitive", "arrest 1921 Malmö: Anna Roth arrested"],
    ),
    (
        "Sir Karl Lind, whom the king had knighted in Lund in 1688, defeated Colonel Berg near Malmö in 1691.",
        ["award 1688 Lund: Karl Lind recipient, king giver", "battle 1691 Malmö: Berg defeated, Karl Lind combatant"],
    ),
    (
        "The arrest of Jan Kowal by Adam Lind in Lund in 1921 shocked the town.",
        ["arrest 1921 Lund: Adam Lind arrester, Jan Kowal arrested"],
    ),
    (
        "Karl Lind was found to have murdered Anna Roth in Lund in November 1927.",
        ["killing 1927-11 Lund: Anna Roth victim, Karl Lind perpetrator"],
    ),
    (
        "After he had sailed from Bristol in 1779, Admiral Rodney died in Kingston in 1780.",
        ["voyage 1779 Bristol from: Rodney traveller", "death 1780 Kingston: Rodney deceased"],
    ),
    (
        "Karl Lind visited Copenhagen in 1898, where he met Anna Roth in 1899.",
        [
            "visit 1898 Copenhagen: Karl Lind visitor",
            "meeting 1899 Copenhagen: Anna Roth participant, Karl Lind participant",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_arguments_belong_to_the_verb_to_which_the_parse_ties_them(
    tagger: Tagger, text: str, expected: list[str]
) -> None:
    assert _told(tagger, text) == expected


def test_what_has_no_links_is_told_by_what_stands_nearest(tagger: Tagger) -> None:
    text = "Karl Lind was arrested in Lund in 1921."
    source = Source(id="src", csl={})
    mentions = [msgspec.structs.replace(mention, links=[]) for mention in tagger.tag(source, text)]
    (claim,) = extract(source, text, mentions, event_types(Settings()))
    assert {(value.property, value.role) for value in claim.values} == {
        ("type", ""),
        ("when", ""),
        ("where", ""),
        ("who", "arrested"),
    }


def _told(tagger: Tagger, text: str) -> list[str]:
    source = Source(id="src", csl={})
    mentions = tagger.tag(source, text)
    words = {mention.id: mention.exact for mention in mentions}
    lines = []
    for claim in extract(source, text, mentions, event_types(Settings())):
        said: dict[str, list[str]] = {"when": [], "where": [], "who": []}
        for value in claim.values:
            if value.property == "when":
                said["when"].append(str(value.edtf))
            elif value.property in said:
                said[value.property].append(f"{words[value.cites[0]]} {value.role}".strip())
        where = " ".join(said["where"])
        lines.append(f"{claim.type} {' '.join(said['when'])} {where}: {', '.join(sorted(said['who']))}")
    return lines
