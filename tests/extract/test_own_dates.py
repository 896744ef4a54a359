"""Which dates of a sentence are those of a happening, which are of other clauses; words that name no happening."""

from __future__ import annotations

import pytest

DATED = {
    "the war is over": ("After the [TRIGGER=war war], in [DATE=1946 1946] the camp was closed.", []),
    "behind the date": (
        "In [DATE=1918 1918], following the First World [TRIGGER=war War], the school moved to [PLACE Lund].",
        [],
    ),
    "what came before": (
        "The country became independent on [DATE=1911-07-09 9 July 1911], following a [TRIGGER=election referendum].",
        [],
    ),
    "until the death": (
        "He left the court in [DATE=1607 1607] and wrote verse until his [TRIGGER=death death] in his own bed.",
        [],
    ),
    "the course of a war": (
        "The boat was sunk in [DATE=1917 1917] during the [TRIGGER=war war].",
        [],
    ),
    "the date within the phrase": (
        "After the [TRIGGER=bombing bombing] of [PLACE Lund] on [DATE=1942-05-04 4 May 1942] the [ORG Red Cross] came.",
        ["bombing 1942-05-04"],
    ),
    "the place and date set off by a comma": (
        "It began after the first [TRIGGER=meeting meeting], at [PLACE Riga] on [DATE=1921-05-04 4 May 1921].",
        ["meeting 1921-05-04"],
    ),
    "from its beginning to its end": (
        "The [TRIGGER=transfer transfer] began on [DATE=1921-05-04 4 May 1921] and ended on [DATE=1921-06-05 5 June].",
        ["transfer 1921-05-04/1921-06-05"],
    ),
    "the following month is no later one": (
        "In [DATE=1921-06 the following month] [PLACE Riga] saw the [TRIGGER=meeting meeting].",
        ["meeting 1921-06"],
    ),
    "the years of the war itself": (
        "He served in [PLACE Spain] during the Civil [TRIGGER=war War] of [DATE=1833/1839 1833–1839].",
        ["war 1833/1839"],
    ),
    "a meeting in the course of which something happened": (
        "On [DATE=1921-05-04 4 May 1921] she spoke during the [TRIGGER=meeting meeting] in [PLACE Riga].",
        ["meeting 1921-05-04"],
    ),
    "opened by a participle": (
        "[TRIGGER=birth Born] in [PLACE Lund], the singer toured [PLACE Spain] in [DATE=1830 1830].",
        [],
    ),
    "opened by a participle with its own date": (
        "[TRIGGER=birth Born] in [PLACE Lund] in [DATE=1830 1830], the singer toured [PLACE Spain].",
        ["birth 1830"],
    ),
    "another verb with a date of its own": (
        "The pact was [TRIGGER=agreement signed] on [DATE=1908-07 July 1908] and went into effect in [DATE=1909 1909].",
        ["agreement 1908-07"],
    ),
    "a pronoun with a verb of its own": (
        "In [DATE=1897 1897] he left the guild, and [TRIGGER=publication published] a book in [DATE=1900 1900].",
        ["publication 1900"],
    ),
    "one more time": (
        "[PERSON Anna] was [TRIGGER=election elected] in [DATE=1966 1966] as a member and in [DATE=1990 1990] as head.",
        ["election 1966", "election 1990"],
    ),
    "another": (
        "One [TRIGGER=meeting meeting] was in [DATE=1921-05 May 1921] in [PLACE Riga], another in [DATE=1921-06 June].",
        ["meeting 1921-05", "meeting 1921-06"],
    ),
    "it continued": (
        "In [DATE=1921-05 May 1921] they [TRIGGER=meeting met] in [PLACE Riga] and continued in [DATE=1921-06 June].",
        ["meeting 1921-05", "meeting 1921-06"],
    ),
}

MERE_WORDS = [
    "In [DATE=1939 1939] he crossed [PLACE Poland] on the verge of [TRIGGER=war war].",
    "In [DATE=1848 1848] the mayor of [PLACE Lund] feared a [TRIGGER=revolt revolt].",
    "In [DATE=1848 1848] troops came to [PLACE Lund] to prevent another [TRIGGER=revolt uprising].",
    "In [DATE=1810 1810] he spoke against the European - [TRIGGER=birth born] men in [PLACE Lund].",
    "In [DATE=1810 1810] the Lund-[TRIGGER=founding founded] guild moved to [PLACE Riga].",
    "In [DATE=1950 1950] a post-[TRIGGER=war war] plan was drawn up in [PLACE Riga].",
    "The house in [PLACE Lund] became a listed [TRIGGER=construction building] in [DATE=1970 1970].",
    "In [DATE=1970 1970] she acted in [TRIGGER=war War] films in [PLACE Lund].",
    "In [DATE=1857 1857] he came to [PLACE Lund] and [TRIGGER=founding found] himself alone.",
]

HAPPENINGS = {
    "re-elected": ("[PERSON Anna Roth] was re-[TRIGGER=election elected] in [DATE=1996 1996].", "election"),
    "building": (
        "Workers began [TRIGGER=construction building] the harbour of [PLACE Lund] in [DATE=1870 1870].",
        "construction",
    ),
    "did found": ("In [DATE=1857 1857] the monks did [TRIGGER=founding found] a school in [PLACE Lund].", "founding"),
}


def told(made):
    return [
        f"{claim.type} {'/'.join(value.edtf for value in claim.values if value.property == 'when')}"
        for claim in made.claims
    ]


@pytest.mark.parametrize(("marked", "expected"), DATED.values(), ids=DATED)
def test_the_dates_of_a_happening(read_marked, marked, expected):
    dated = [line for line in told(read_marked(marked)) if expected or not line.endswith(" ")]
    assert dated == expected


@pytest.mark.parametrize("marked", MERE_WORDS)
def test_words_that_name_no_happening(read_marked, marked):
    assert told(read_marked(marked)) == []


@pytest.mark.parametrize(("marked", "kind"), HAPPENINGS.values(), ids=HAPPENINGS)
def test_words_that_look_like_those_and_name_one(read_marked, marked, kind):
    assert [claim.type for claim in read_marked(marked).claims] == [kind]
