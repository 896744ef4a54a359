"""Cues and their scope: who asserts, how firmly, and of which claim before. Each row is a text of our own."""

from __future__ import annotations

import pytest

#: name, marked text, (type, stance, kind of asserter, label of asserter, relation) of each claim in its order.
ROWS = [
    (
        "plain",
        "On [DATE=1921-05-04 4 May 1921] the ministers [TRIGGER=meeting met] in [PLACE Riga].",
        [("meeting", "asserted", "source", "src", "")],
    ),
    (
        "reportedly before the verb",
        "The guards reportedly [CUE=hedge:reported reportedly] [TRIGGER=killing shot] nine men"
        " in [DATE=1942-03 March 1942].",
        [("killing", "reported", "source", "src", "")],
    ),
    (
        "may have been",
        "The clerk [CUE=hedge:possible may have been] [TRIGGER=arrest arrested] in [DATE=1906-12 December 1906].",
        [("arrest", "possible", "source", "src", "")],
    ),
    (
        "a hedge on the date alone leaves the stance",
        "The envoys [TRIGGER=meeting met] in [PLACE Riga] [CUE=hedge:reported reportedly] on"
        " [DATE=1921-05-04 4 May 1921].",
        [("meeting", "asserted", "source", "src", "")],
    ),
    (
        "a hedge in the other half",
        "The fort [TRIGGER=surrender surrendered] on [DATE=1849-03-11 11 March 1849], but its captain"
        " [CUE=hedge:possible may have] [TRIGGER=escape escaped] in [DATE=1849-04 April 1849].",
        [("surrender", "asserted", "source", "src", ""), ("escape", "possible", "source", "src", "")],
    ),
    (
        "a named person",
        "[PERSON Jan Malik] [CUE=attribution:person stated that] the court [TRIGGER=sentence sentenced] him"
        " in [DATE=1949-11 November 1949].",
        [("sentence", "asserted", "person", "Jan Malik", "")],
    ),
    (
        "according to a person, first",
        "[CUE=attribution:person According to] [PERSON Jan Malik], the mill [TRIGGER=destruction burned down]"
        " in [DATE=1927-07 July 1927].",
        [("destruction", "asserted", "person", "Jan Malik", "")],
    ),
    (
        "according to a person, last",
        "The mill [TRIGGER=destruction burned down] in [DATE=1927-07 July 1927],"
        " [CUE=attribution:person according to] [PERSON Jan Malik].",
        [("destruction", "asserted", "person", "Jan Malik", "")],
    ),
    (
        "a person said, last",
        "The mill [TRIGGER=destruction burned down] in [DATE=1927-07 July 1927],"
        " [PERSON Jan Malik] [CUE=attribution:person said].",
        [("destruction", "asserted", "person", "Jan Malik", "")],
    ),
    (
        "the scope ends at but",
        "[CUE=attribution:group Some writers claim that] the duke [TRIGGER=death died] in [DATE=1611 1611],"
        " but he was [TRIGGER=burial buried] in [DATE=1613-05 May 1613].",
        [("death", "asserted", "group", "some writers", ""), ("burial", "asserted", "source", "src", "")],
    ),
    (
        "the scope ends at a semicolon",
        "[CUE=attribution:group Many chroniclers say] the town [TRIGGER=siege was besieged] in [DATE=1312-05 May 1312];"
        " it [TRIGGER=surrender surrendered] in [DATE=1312-08 August 1312].",
        [("siege", "asserted", "group", "many chroniclers", ""), ("surrender", "asserted", "source", "src", "")],
    ),
    (
        "the scope ends at while",
        "The [TRIGGER=protest strike] began on [DATE=1929-08-05 5 August 1929], while"
        " [CUE=attribution:organisation the ministry claimed] that it was [TRIGGER=protest unrest]"
        " of [DATE=1929-08-07 7 August].",
        [("protest", "asserted", "source", "src", ""), ("protest", "asserted", "organisation", "the ministry", "")],
    ),
    (
        "nobody named",
        "[CUE=attribution:anonymous It is said that] the abbot [TRIGGER=escape fled] to [PLACE Melk] in"
        " [DATE=1483 1483].",
        [("escape", "asserted", "anonymous", "not named", "")],
    ),
    (
        "an organisation",
        "[ORG Red Cross] [CUE=attribution:organisation reported that] the train was [TRIGGER=attack bombed]"
        " on [DATE=1944-06-10 10 June 1944].",
        [("attack", "asserted", "organisation", "Red Cross", "")],
    ),
    (
        "denied by a person",
        "[PERSON Karl Wirth] [CUE=deny denied] that the guards [TRIGGER=killing killed] anyone in"
        " [DATE=1942-03 March 1942].",
        [("killing", "denied", "person", "Karl Wirth", "")],
    ),
    (
        "no evidence",
        "[CUE=deny There is no evidence] of a [TRIGGER=meeting meeting] in [PLACE Tartu] in [DATE=1938 1938].",
        [("meeting", "denied", "source", "src", "")],
    ),
    (
        "a denial ends at but",
        "The prince [CUE=deny did not] [TRIGGER=visit visit] [PLACE Kaunas] in [DATE=1931-10 October 1931],"
        " but he [TRIGGER=visit visited] [PLACE Riga] in [DATE=1931-11 November 1931].",
        [("visit", "denied", "source", "src", ""), ("visit", "asserted", "source", "src", "")],
    ),
    (
        "accused",
        "[PERSON Rosa Adler] [CUE=accuse accused] the sergeant of the [TRIGGER=killing murder] of her son"
        " in [DATE=1943-04 April 1943].",
        [("killing", "accused", "person", "Rosa Adler", "")],
    ),
    (
        "admitted",
        "[PERSON Karl Wirth] [CUE=admit admitted] the [TRIGGER=killing shooting] of [DATE=1943-04-09 9 April 1943].",
        [("killing", "admitted", "person", "Karl Wirth", "")],
    ),
    (
        "questioned",
        "[CUE=question It is doubtful whether] the queen [TRIGGER=visit visited] [PLACE Lund] in [DATE=1702 1702].",
        [("visit", "questioned", "source", "src", "")],
    ),
    ("planned", "The [TRIGGER=parade parade] [CUE=plan was planned for] [DATE=1938-10-11 11 October 1938].", []),
    ("foreseen", "This [CUE=plan would lead to] the [TRIGGER=trial trial] of [DATE=1949 1949].", []),
    (
        "a plan beside a deed",
        "The [TRIGGER=parade parade] [CUE=plan was planned for] [DATE=1938-10-11 11 October 1938], but police"
        " [TRIGGER=arrest arrested] the speakers on [DATE=1938-10-10 10 October].",
        [("arrest", "asserted", "source", "src", "")],
    ),
    (
        "a group disputes the place",
        "The [TRIGGER=meeting meeting] took place in [PLACE Narva] in [DATE=1921-11 November 1921].\n"
        "[CUE=attribution:group Some historians claim] this [TRIGGER=meeting meeting] took place in [PLACE Riga].",
        [("meeting", "asserted", "source", "src", ""), ("meeting", "asserted", "group", "some historians", "disputes")],
    ),
    (
        "nobody named disputes the date",
        "The [TRIGGER=meeting meeting] took place in [PLACE Narva] in [DATE=1921-11 November 1921].\n"
        "[CUE=attribution:anonymous It is also claimed] a [TRIGGER=meeting meeting] was held in"
        " [DATE=1921-12 December].",
        [("meeting", "asserted", "source", "src", ""), ("meeting", "asserted", "anonymous", "not named", "disputes")],
    ),
    (
        "two rivals of one claim",
        "The [TRIGGER=meeting meeting] took place in [PLACE Narva] in [DATE=1921-11 November 1921].\n"
        "[CUE=attribution:group Some historians claim] this [TRIGGER=meeting meeting] took place in [PLACE Riga].\n"
        "[CUE=attribution:anonymous It is also claimed] a [TRIGGER=meeting meeting] was held in"
        " [DATE=1921-12 December].",
        [
            ("meeting", "asserted", "source", "src", ""),
            ("meeting", "asserted", "group", "some historians", "disputes"),
            ("meeting", "asserted", "anonymous", "not named", "disputes"),
        ],
    ),
    (
        "disputed by others, who give no other value",
        "The [TRIGGER=death death] of the duke at [PLACE Ghent] in [DATE=1404-05 May 1404] is well known.\n"
        "This [CUE=dispute is disputed by] [CUE=attribution:group other historians].",
        [("death", "asserted", "source", "src", ""), ("death", "questioned", "group", "other historians", "disputes")],
    ),
    (
        "others instead place it",
        "The [TRIGGER=battle battle] was fought near [PLACE Narva] in [DATE=1700-11 November 1700].\n"
        "[CUE=dispute Others instead place it] in [DATE=1700-12 December 1700].",
        [("battle", "asserted", "source", "src", ""), ("battle", "asserted", "group", "others", "disputes")],
    ),
    (
        "rejected",
        "The [TRIGGER=massacre massacre] took place in [DATE=1943-04 April 1943].\n"
        "This account [CUE=dispute was rejected by] [PERSON Karl Wirth].",
        [("massacre", "asserted", "source", "src", ""), ("massacre", "denied", "person", "Karl Wirth", "disputes")],
    ),
    (
        "explained by a person",
        "The [TRIGGER=meeting meeting] took place in [PLACE Narva] in [DATE=1921-11 November 1921].\n"
        "[PERSON Jan Malik] [CUE=attribution:person wrote that] the fate of the fleet was decided at this"
        " [TRIGGER=meeting meeting].",
        [("meeting", "asserted", "source", "src", ""), ("meeting", "asserted", "person", "Jan Malik", "explains")],
    ),
    (
        "restated by a person",
        "The [TRIGGER=meeting meeting] took place in [PLACE Narva] in [DATE=1921-11 November 1921].\n"
        "[PERSON Jan Malik] [CUE=attribution:person wrote that] the [TRIGGER=meeting meeting] took place in"
        " [PLACE Narva].",
        [("meeting", "asserted", "source", "src", ""), ("meeting", "asserted", "person", "Jan Malik", "restates")],
    ),
    (
        "he, who was named before",
        "[PERSON Ewa Sikora] kept a diary at [PLACE Melk].\n"
        "[CUE=attribution:person She wrote that] the abbot [TRIGGER=death died] in [DATE=1483-02 February 1483].",
        [("death", "asserted", "person", "Ewa Sikora", "")],
    ),
    (
        "an opinion on what may have been",
        "[PERSON Jan Malik] [CUE=attribution:person believed that] the captain [CUE=hedge:possible may have been]"
        " [TRIGGER=execution executed] in [DATE=1794-03 March 1794].",
        [("execution", "possible", "person", "Jan Malik", "")],
    ),
    (
        "the date of the book is no date of the event",
        "In his [DATE=1991 1991] book [PERSON Jan Malik] [CUE=attribution:person described how] the bridge was"
        " [TRIGGER=destruction blown up] in [DATE=1919-09 September 1919].",
        [("destruction", "asserted", "person", "Jan Malik", "")],
    ),
    (
        "a date in brackets after a work",
        "[PERSON Jan Malik] [CUE=attribution:person concluded in his essay] ([DATE=1981-06 June 1981]) that the"
        " [TRIGGER=revolt revolt] had failed.",
        [],
    ),
    (
        "a question",
        "Did the envoys [TRIGGER=meeting meet] in [DATE=1921-05 May 1921]?",
        [("meeting", "questioned", "source", "src", "")],
    ),
    (
        "a dispute about something else",
        "The [TRIGGER=death death] of the duke at [PLACE Ghent] in [DATE=1404-05 May 1404] is well known.\n"
        "The will of the [CUE=dispute disputed by] the heirs is lost.",
        [("death", "asserted", "source", "src", "")],
    ),
    (
        "two people, two claims",
        "[PERSON Jan Malik] [CUE=attribution:person says that] the king [TRIGGER=death died] in"
        " [DATE=1648-05 May 1648],"
        " whereas [PERSON Ewa Sikora] [CUE=attribution:person says that] he was [TRIGGER=killing murdered]"
        " in [DATE=1648-06 June 1648].",
        [("death", "asserted", "person", "Jan Malik", ""), ("killing", "asserted", "person", "Ewa Sikora", "")],
    ),
    (
        "a reason is not what is claimed",
        "The town [TRIGGER=surrender surrendered] on [DATE=1807-06-02 2 June 1807]; [CUE=attribution:group some say]"
        " it was for want of bread.",
        [("surrender", "asserted", "source", "src", "")],
    ),
    (
        "allegedly",
        "He was [CUE=hedge:reported allegedly] [TRIGGER=injury tortured] at [PLACE Ganja] in [DATE=2011-05 May 2011].",
        [("injury", "reported", "source", "src", "")],
    ),
    (
        "probably, of the place",
        "The chapel was [TRIGGER=construction built] in [DATE=1642 1642], [CUE=hedge:possible probably] in"
        " [PLACE Lund].",
        [("construction", "asserted", "source", "src", "")],
    ),
    (
        "the organisation that denies",
        "[ORG Interior Ministry] [CUE=deny denied that] its men had [TRIGGER=abduction abducted] the mayor"
        " on [DATE=2014-08-08 8 August 2014].",
        [("abduction", "denied", "organisation", "Interior Ministry", "")],
    ),
    (
        "in brackets the source speaks again",
        "[CUE=attribution:group Some writers hold that] he [TRIGGER=death died] in [DATE=1611 1611]"
        " (his son was [TRIGGER=birth born] in [DATE=1612-02 February 1612]).",
        [("death", "asserted", "group", "some writers", ""), ("birth", "asserted", "source", "src", "")],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_stance_asserter_and_relation(read_marked, marked, expected):
    made = read_marked(marked)
    assert [
        (
            claim.type,
            claim.stance,
            claim.asserted_by.kind,
            claim.asserted_by.label,
            claim.about.relation if claim.about else "",
        )
        for claim in made.claims
    ] == expected


def test_there_are_enough_rows():
    assert len(ROWS) >= 40
