"""Whose word it is, how firmly, and of what: whole sentences, through the tagger; each row is a text of our own."""

from __future__ import annotations

import pytest

from regesta.extract.claims import extract
from regesta.model.settings import Settings
from regesta.model.source import Source
from regesta.workspace.settings import event_types

#: name, text, (type, stance, kind of asserter, label of asserter, relation) of each claim in its order.
ROWS: list[tuple[str, str, list[tuple[str, ...]]]] = [
    (
        "talk of how many there were",
        "On 4 May 1921 the ministers met in Riga. Some books count this meeting as the third of four.",
        [("meeting", "asserted", "source", "src", "")],
    ),
    (
        "which of two it was is no telling",
        "On 4 May 1921 the ministers met in Riga. It cannot be told whether the meeting of May 1921 was the third.",
        [("meeting", "asserted", "source", "src", "")],
    ),
    (
        "what one asks of it",
        "On 4 May 1921 the ministers met in Riga. What did the Riga conference of 4 May 1921 decide?",
        [("meeting", "asserted", "source", "src", "")],
    ),
    (
        "if it took place",
        "If the ministers met in Riga in May 1921, nobody wrote it down.",
        [],
    ),
    (
        "said again by the same source",
        "On 4 May 1921 the ministers met in Riga. The meeting of May 1921 is well attested.",
        [("meeting", "asserted", "source", "src", "")],
    ),
    (
        "a meeting that is also claimed",
        "On 4 May 1921 the ministers met in Riga. A meeting in June 1921 has also been claimed.",
        [("meeting", "asserted", "source", "src", ""), ("meeting", "asserted", "anonymous", "not named", "disputes")],
    ),
    (
        "it has further been claimed",
        "It has further been claimed that the ministers met in June 1921.",
        [("meeting", "asserted", "anonymous", "not named", "")],
    ),
    (
        "some historians name another town",
        "On 4 May 1921 the ministers met in Riga. Some historians, however, claim that this meeting was in Tartu.",
        [("meeting", "asserted", "source", "src", ""), ("meeting", "asserted", "group", "some historians", "disputes")],
    ),
    (
        "others speak of another month",
        "On 4 May 1921 the ministers met in Riga. Others speak of a meeting in June.",
        [("meeting", "asserted", "source", "src", ""), ("meeting", "asserted", "group", "others", "disputes")],
    ),
    (
        "not disputed",
        "That the guards arrested nine clerks in Lublin in May 1942 is not disputed.",
        [("arrest", "asserted", "source", "src", "")],
    ),
    (
        "he does not deny",
        "He does not deny that the guards arrested nine clerks in Lublin in May 1942.",
        [("arrest", "asserted", "source", "src", "")],
    ),
    (
        "admitted to the bar",
        "He was admitted to the bar and married Anna Roth in Cork on 6 May 1823.",
        [("marriage", "asserted", "source", "src", "")],
    ),
    (
        "little dispute",
        "There is little dispute that the guards arrested nine clerks in Lublin in May 1942.",
        [("arrest", "asserted", "source", "src", "")],
    ),
    (
        "a border dispute",
        "After a border dispute the two kings signed a treaty in Lund on 8 June 1613.",
        [("agreement", "asserted", "source", "src", "")],
    ),
    (
        "a statement in a court",
        "Mary Lacy deposed that the weaver had killed her husband in York on 12 January 1766.",
        [("killing", "asserted", "person", "Mary Lacy", "")],
    ),
    (
        "somebody swore",
        "William Greenwood swore that the soldiers burned down the mill in May 1650.",
        [("destruction", "asserted", "person", "William Greenwood", "")],
    ),
    (
        "police said",
        "Police said seven farmers were killed in Tulcán on 4 February 2012.",
        [("killing", "asserted", "group", "police", "")],
    ),
    (
        "the army said",
        "The army said that nine people were killed in Ganja on 5 May 2011.",
        [("killing", "asserted", "group", "the army", "")],
    ),
    (
        "indicted for a murder with its date",
        "On 4 March 1766 John Harker was indicted for the murder of Thomas Lacy in York on 12 January 1766.",
        [("trial", "asserted", "source", "src", ""), ("killing", "accused", "source", "src", "")],
    ),
    (
        "local officials said",
        "Gunmen attacked a market in Gao on 11 March 2019, killing ten traders, local officials said.",
        [
            ("attack", "asserted", "group", "local officials", ""),
            ("killing", "asserted", "group", "local officials", ""),
        ],
    ),
    (
        "accused of executing",
        "Amnesty International has accused the army of executing ten men in Gao on 19 May 2018.",
        [("execution", "accused", "organisation", "Amnesty International", "")],
    ),
    (
        "the army denied",
        "The army denied that its soldiers had killed ten men in Gao on 19 May 2018.",
        [("killing", "denied", "group", "the army", "")],
    ),
    (
        "rumour in a diary",
        "It is rumoured that the commandant was arrested in Minsk on 26 August 1915.",
        [("arrest", "reported", "anonymous", "not named", "")],
    ),
    (
        "a chronicler, reported",
        "The emperor is said to have been crowned at Rome on 22 November 1220.",
        [("appointment", "reported", "source", "src", "")],
    ),
    (
        "some chroniclers say",
        "Some chroniclers say that the king died at Buda in May 1242; the bishop buried him on 9 May 1242.",
        [("death", "asserted", "group", "some chroniclers", ""), ("burial", "asserted", "source", "src", "")],
    ),
    (
        "he claims A, but B happened",
        "Jan Malik claims that the duke died in May 1612, but the duke was buried in Lund on 3 April 1612.",
        [("death", "asserted", "person", "Jan Malik", ""), ("burial", "asserted", "source", "src", "")],
    ),
    (
        "a year in which somebody wrote",
        "Jan Malik wrote in 1991 that the duke was murdered in Lund.",
        [],
    ),
    (
        "planned for",
        "The conference was planned for 9 December 1939 in Riga.",
        [],
    ),
    (
        "will visit",
        "The president will visit Riga on 4 May 1921.",
        [],
    ),
    (
        "would lead to",
        "The decree of 3 June 1868 would lead to the arrest of nine teachers in Vilna.",
        [],
    ),
    (
        "no evidence",
        "There is no evidence that the ministers met in Riga in May 1921.",
        [("meeting", "denied", "source", "src", "")],
    ),
    (
        "it is unclear whether",
        "It is unclear whether the duke was murdered in Lund in May 1612.",
        [("killing", "questioned", "source", "src", "")],
    ),
    (
        "described in a memoir",
        "Jan Malik, who commanded the garrison, recalls in his memoirs that the rebels attacked Lund on 3 May 1612.",
        [("attack", "asserted", "person", "Jan Malik", "")],
    ),
    (
        "the view of a ministry",
        "According to the Interior Ministry, police arrested nine men in Lublin on 3 May 1962.",
        [("arrest", "asserted", "organisation", "Interior Ministry", "")],
    ),
    (
        "heard by nobody named",
        "It was said that the bishop was murdered at Buda in May 1242.",
        [("killing", "asserted", "anonymous", "not named", "")],
    ),
    (
        "confessed",
        "Paul Horn confessed that he had murdered the clerk in Lund on 3 May 1949.",
        [("killing", "admitted", "person", "Paul Horn", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_who_asserts_what_and_how_firmly(tagger, text, expected):
    source = Source(id="src", csl={})
    claims = extract(source, text, tagger.tag(source, text), event_types(Settings()))
    assert [
        (
            claim.type,
            claim.stance,
            claim.asserted_by.kind,
            claim.asserted_by.label,
            claim.about.relation if claim.about else "",
        )
        for claim in claims
    ] == expected


def test_a_work_that_is_named_and_not_held_is_the_one_relayed(tagger):
    work = Source(id="malik1991", csl={"title": "The Last Garrison", "author": [{"family": "Malik"}]}, held=False)
    text = "Jan Malik stated in The Last Garrison that the rebels attacked Lund on 3 May 1612."
    source = Source(id="src", csl={})
    claims = extract(source, text, tagger.tag(source, text), event_types(Settings()), [work])
    assert [claim.via for claim in claims] == ["malik1991"]
