"""What, when, where, who and how many: the values of claims, with all that gives them in plain sight."""

from __future__ import annotations

import pytest

#: name, marked text, the claims: type, then "property[/role]=value[!hedge]" of all but the type, in order.
ROWS = [
    (
        "active verb with subject, object, place and date",
        "On [DATE=1906-12-12 12 December 1906] [ORG Okhrana] [TRIGGER=arrest arrested] [PERSON Vera Holm]"
        " in [PLACE Riga].",
        [("arrest", "when=1906-12-12 where=place:riga who/arrester=org:okhrana who/arrested=person:vera-holm")],
    ),
    (
        "passive verb with an agent",
        "[PERSON Vera Holm] was [TRIGGER=arrest arrested] in [PLACE Riga] by [ORG Okhrana] in"
        " [DATE=1906-12 December 1906].",
        [("arrest", "when=1906-12 where=place:riga who/arrested=person:vera-holm who/arrester=org:okhrana")],
    ),
    (
        "a land that acts and a land that is acted on",
        "[PLACE Austria] [TRIGGER=attack invaded] [PLACE Silesia] on [DATE=1757-08-03 3 August 1757].",
        [("attack", "when=1757-08-03 where=place:silesia who/attacker=place:austria")],
    ),
    (
        "each verb its own date, and one date in brackets for none",
        "After the [TRIGGER=agreement signing] of the [TRIGGER=agreement pact] on"
        " [DATE=1757-05-01 1 May 1757], [PLACE Austria]"
        " [TRIGGER=attack invaded] [PLACE Silesia] on [DATE=1757-08-03 3 August] (see the atlas of [DATE=1912 1912]).",
        [
            ("agreement", "when=1757-05-01"),
            ("attack", "when=1757-08-03 where=place:silesia who/attacker=place:austria"),
        ],
    ),
    (
        "parties that a noun joins",
        "The [TRIGGER=agreement treaty] between [PLACE Sweden] and [PLACE Poland] was signed at [PLACE Oliva]"
        " on [DATE=1660-05-03 3 May 1660].",
        [("agreement", "when=1660-05-03 where=place:oliva who/party=place:sweden who/party=place:poland")],
    ),
    (
        "a date that opens the sentence holds for what follows",
        "On [DATE=1921-05-04 4 May 1921] the crowd was [TRIGGER=injury beaten] in [PLACE Riga] and two men were"
        " [TRIGGER=arrest arrested].",
        [("injury", "when=1921-05-04 where=place:riga"), ("arrest", "when=1921-05-04")],
    ),
    (
        "joined verbs share subject and date",
        "[PERSON Jan Malik] was [TRIGGER=arrest arrested] and [TRIGGER=transfer deported] to [PLACE Ural]"
        " on [DATE=1940-02-10 10 February 1940].",
        [
            ("arrest", "when=1940-02-10 who/arrested=person:jan-malik"),
            ("transfer", "when=1940-02-10 where/to=place:ural who/moved=person:jan-malik"),
        ],
    ),
    (
        "from and to",
        "[QUANTITY={42000~ prisoner of war} Some 42,000 prisoners of war] were [TRIGGER=transfer transferred] from"
        " [PLACE Kozelsk] and [PLACE Putyvl] to [PLACE Brest] in [DATE=1939-11 November 1939].",
        [
            (
                "transfer",
                "when=1939-11 where/from=place:kozelsk where/from=place:putyvl where/to=place:brest"
                " count=~42000 prisoner of war!approximate",
            )
        ],
    ),
    (
        "a number with bounds",
        "Between 20 and 30 [QUANTITY={20..30 officer} officers] were [TRIGGER=killing shot] near [PLACE Narva]"
        " in [DATE=1919-06 June 1919].",
        [("killing", "when=1919-06 where=place:narva count=20-30 officer")],
    ),
    (
        "how far is no place, and how long is no number",
        "They [TRIGGER=meeting met] in [PLACE Bled], [QUANTITY={50 km} 50 km] from [PLACE Ljubljana],"
        " in [DATE=1921-05 May 1921].",
        [("meeting", "when=1921-05 where=place:bled")],
    ),
    (
        "an adjective between preposition and place",
        "The envoys [TRIGGER=meeting met] in occupied [PLACE Essen] in [DATE=1923-01 January 1923].",
        [("meeting", "when=1923-01 where=place:essen")],
    ),
    (
        "the place that was the scene",
        "[PLACE Tartu] was the scene of the first [TRIGGER=meeting meeting], held on [DATE=1921-05-04 4 May 1921].",
        [("meeting", "when=1921-05-04 where=place:tartu")],
    ),
    (
        "a place in a place is told once",
        "The opera was [TRIGGER=performance premiered] in [PLACE Parma], [PLACE Italy], in [DATE=1896 1896].",
        [("performance", "when=1896 where=place:parma")],
    ),
    (
        "hedges stand with their values",
        "The camp was [TRIGGER=transfer evacuated] [CUE=hedge:reported reportedly] on"
        " [DATE=1945-01-17 17 January 1945],"
        " [CUE=hedge:possible probably] to [PLACE Gleiwitz].",
        [("transfer", "when=1945-01-17!reported where/to=place:gleiwitz!possible")],
    ),
    (
        "either date",
        "The duke [TRIGGER=death died] on [DATE=1404-04-27 27 April] or [DATE=1404-05-01 1 May 1404].",
        [("death", "when=1404-04-27!possible when=1404-05-01!possible")],
    ),
    (
        "an end is no date",
        "He was [TRIGGER=imprisonment imprisoned] at [PLACE Spandau] until [DATE=1933-09 September 1933].",
        [],
    ),
    (
        "a year that belongs to a book",
        "The [TRIGGER=meeting meeting] was first told of in a [DATE=1991 1991] study.",
        [],
    ),
    (
        "an anniversary",
        "The anniversary of the [TRIGGER=battle battle] was kept on [DATE=1921-07-15 15 July 1921].",
        [],
    ),
    (
        "what a charge is about",
        "[PERSON Jan Malik] was [TRIGGER=trial charged] with [TRIGGER=killing murder] on"
        " [DATE=1921-07-15 15 July 1921].",
        [("trial", "when=1921-07-15 who/defendant=person:jan-malik")],
    ),
    (
        "the son is not the father",
        "The son of [PERSON Jan Malik] was [TRIGGER=baptism baptised] in [PLACE Lund] on [DATE=1688-05-02 2 May 1688].",
        [("baptism", "when=1688-05-02 where=place:lund")],
    ),
    (
        "one trigger, several dated places",
        "[TRIGGER=meeting Meetings] were held on [DATE=1921-05-04 4 May 1921] in [PLACE Riga], on"
        " [DATE=1921-06-06 6 June]"
        " in [PLACE Tartu] and on [DATE=1921-07-07 7 July] in [PLACE Narva].",
        [
            ("meeting", "when=1921-05-04 where=place:riga"),
            ("meeting", "when=1921-06-06 where=place:tartu"),
            ("meeting", "when=1921-07-07 where=place:narva"),
        ],
    ),
    (
        "what went on elsewhere",
        "The [TRIGGER=meeting conference] was held in [PLACE Riga] on [DATE=1921-05-06/1921-05-07 6–7 May 1921]; and"
        " continued for [DATE=1921-05-08/1921-05-09 the next two days] in [PLACE Tartu].",
        [
            ("meeting", "when=1921-05-06/1921-05-07 where=place:riga"),
            ("meeting", "when=1921-05-08/1921-05-09 where=place:tartu"),
        ],
    ),
    (
        "they, who met before",
        "In [DATE=1921-05 May 1921] the [ORG Sejm] and the [ORG Saeima] [TRIGGER=meeting met] in [PLACE Riga].\n"
        "They [TRIGGER=meeting met] again in [PLACE Tartu] in [DATE=1921-06 June].",
        [
            ("meeting", "when=1921-05 where=place:riga who/participant=org:sejm who/participant=org:saeima"),
            (
                "meeting",
                "when=1921-06 where=place:tartu who/participant=org:sejm!inferred who/participant=org:saeima!inferred",
            ),
        ],
    ),
    (
        "he, who was born",
        "[PERSON Jan Malik] was [TRIGGER=birth born] in [PLACE Lund] on [DATE=1871-06-02 2 June 1871].\n"
        "He [TRIGGER=death died] at the hospital of [ORG Lund University] in [DATE=1942 1942].",
        [
            ("birth", "when=1871-06-02 where=place:lund who/born=person:jan-malik"),
            ("death", "when=1942 who/deceased=person:jan-malik!inferred"),
        ],
    ),
    (
        "there, and the day before told",
        "The troops [TRIGGER=occupation occupied] [PLACE Essen] on [DATE=1923-01-11 11 January 1923].\n"
        "[QUANTITY={13 worker} Thirteen workers] were [TRIGGER=killing shot] there.",
        [
            ("occupation", "when=1923-01-11 where=place:essen"),
            ("killing", "when=1923-01-11!inferred where=place:essen!inferred count=13 worker"),
        ],
    ),
    (
        "no date from another paragraph",
        "The troops [TRIGGER=occupation occupied] [PLACE Essen] on [DATE=1923-01-11 11 January 1923].\n\n"
        "[QUANTITY={13 worker} Thirteen workers] were [TRIGGER=killing shot].",
        [("occupation", "when=1923-01-11 where=place:essen")],
    ),
    (
        "who headed and represented whom",
        "The [TRIGGER=meeting conference] took place in [PLACE Riga] in [DATE=1921-05 May 1921].\n"
        "The delegation was headed by [PERSON Vera Holm].",
        [
            ("meeting", "when=1921-05 where=place:riga"),
            ("meeting", "who/head=person:vera-holm"),
        ],
    ),
    (
        "it took place, says the next sentence",
        "The first [TRIGGER=meeting meeting] was held in the same town.\n"
        "It took place [CUE=hedge:reported reportedly] on [DATE=1921-05-04 4 May 1921] in [PLACE Riga].",
        [("meeting", "when=1921-05-04!reported where=place:riga")],
    ),
    (
        "when somebody said it is not when it happened",
        "[PERSON Jan Malik] [CUE=attribution:person wrote] in [DATE=1991 1991] that the fort was"
        " [TRIGGER=surrender surrendered] in [DATE=1807-06 June 1807].",
        [("surrender", "when=1807-06")],
    ),
    (
        "the camps at a place from which they came",
        "The men were [TRIGGER=transfer transferred] from the camps at [PLACE Kozelsk]"
        " in [DATE=1939-11 November 1939].",
        [("transfer", "when=1939-11 where/from=place:kozelsk")],
    ),
    (
        "a part of a larger one",
        "The first [TRIGGER=meeting conference] took place in [PLACE Riga] in [DATE=1921-05 May 1921].\n"
        "The last [TRIGGER=meeting meeting] took place in [PLACE Tartu] in [DATE=1921-09 September 1921].\n"
        "[CUE=attribution:group According to some historians], it was part of the Riga [TRIGGER=meeting Conference].",
        [
            ("meeting", "when=1921-05 where=place:riga"),
            ("meeting", "when=1921-09 where=place:tartu"),
            ("meeting", "part_of=0"),
        ],
    ),
]


def shown(value, claims):
    text = value.edtf or value.entity or value.text or ""
    if value.count:
        count = value.count
        low, high = count.low, count.high
        number = f"~{count.best}" if low is None else f"{low}" if low == high else f"{low}-{high}"
        text = f"{number} {count.unit}"
    if value.event:
        text = str([claim.id for claim in claims].index(value.event))
    role = f"/{value.role}" if value.role else ""
    hedge = f"!{value.hedge}" if value.hedge != "none" else ""
    return f"{value.property}{role}={text}{hedge}"


@pytest.mark.parametrize(("marked", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_values(read_marked, marked, expected):
    claims = read_marked(marked).claims
    assert [
        (claim.type, " ".join(shown(value, claims) for value in claim.values if value.property != "type"))
        for claim in claims
    ] == expected


def test_a_claim_has_the_name_that_its_passage_gives(read_marked):
    made = read_marked("The [TRIGGER=agreement Treaty] of Riga was signed on [DATE=1921-03-18 18 March 1921].")
    assert [claim.label for claim in made.claims] == ["Treaty of Riga"]


def test_the_same_mentions_give_the_same_claims(read_marked):
    marked = "The envoys [TRIGGER=meeting met] in [PLACE Riga] in [DATE=1921-05 May 1921]."
    assert read_marked(marked).claims == read_marked(marked).claims


def test_a_claim_with_a_date_of_its_own_scores_higher_than_one_without(read_marked):
    made = read_marked(
        "The troops [TRIGGER=occupation occupied] [PLACE Essen] on [DATE=1923-01-11 11 January 1923].\n"
        "[QUANTITY={13 worker} Thirteen workers] were [TRIGGER=killing shot] there."
    )
    own, inferred = (claim.by.score for claim in made.claims)
    assert own > inferred


def test_a_claim_keeps_what_spoke_for_its_score_and_against_it(read_marked):
    made = read_marked(
        "The troops [TRIGGER=occupation occupied] [PLACE Essen] on [DATE=1923-01-11 11 January 1923].\n"
        "[QUANTITY={13 worker} Thirteen workers] were [TRIGGER=killing shot] there."
    )
    assert [claim.by.reasons for claim in made.claims] == [
        (
            "a date stands close by",
            "the date is known to the month or the day",
            "a place is named",
            "“occupied” says what happened",
        ),
        (
            "its date stands with something else",
            "the date is known to the month or the day",
            "a place is named",
            "“shot” says what happened",
            "against it: a value is not said here but taken from the words around",
        ),
    ]
