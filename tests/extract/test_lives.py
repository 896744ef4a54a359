"""The dates of lives in brackets: births, deaths, baptisms, burials, and what only looks like them."""

from __future__ import annotations

import pytest

LIVES = {
    "another spelling and a stop come first": (
        "[PERSON Erik Lindqvist] (Finnish: Eerik; [TRIGGER=birth born] [DATE=1948-03-04 4 March 1948]) is a judge.",
        ["birth 1948-03-04 Erik Lindqvist"],
    ),
    "nothing before the stop": (
        "[PERSON Leila Haddad] (; [TRIGGER=birth born] [DATE=1948 1948]) is a writer.",
        ["birth 1948 Leila Haddad"],
    ),
    "an empty bracket before": (
        "[PERSON Jan Kowalczyk] () ([DATE=1918-02-04 4 February 1918] – [DATE=1991-05-12 12 May 1991]) was a general.",
        ["birth 1918-02-04 Jan Kowalczyk", "death 1991-05-12 Jan Kowalczyk"],
    ),
    "a bracket of another script before": (
        "[PERSON Nino Beridze] (ნინო) ([DATE=1871-05-03 3 May 1871] – [DATE=1942-06-09 9 June 1942]) was a poet.",
        ["birth 1871-05-03 Nino Beridze", "death 1942-06-09 Nino Beridze"],
    ),
    "the maiden name is no other person": (
        "[PERSON Maria Sand], née [PERSON Keller] ([DATE=1871-05-03 3 May 1871] – [DATE=1942-06-09 9 June 1942])",
        ["birth 1871-05-03 Maria Sand", "death 1942-06-09 Maria Sand"],
    ),
    "the maiden name is no place": (
        "[PERSON Julie Fox] (née [PLACE Hall], [DATE=1871-05-03 3 May 1871] – [DATE=1942-06-09 9 June 1942]) sang.",
        ["birth 1871-05-03 Julie Fox", "death 1942-06-09 Julie Fox"],
    ),
    "a title by right of a wife": (
        "[PERSON Peter of Altenau], iure uxoris [PERSON Marquis of] [ORG Salva], "
        "([DATE=1310-05-12 12 May 1310] – [DATE=1345-06-03 3 June 1345]) was a nobleman.",
        ["birth 1310-05-12 Peter of Altenau", "death 1345-06-03 Peter of Altenau"],
    ),
    "a numbered title": (
        "[PERSON John Harding], [PERSON 3rd Earl] of [PLACE Marle] ([DATE=1671/1742 1671–1742]) was an admiral.",
        ["birth 1671 John Harding", "death 1742 John Harding"],
    ),
    "another name": (
        "[PERSON Anna Roth], better known as [PERSON Lotte Brand] ([DATE=1871/1942 1871–1942]), was a painter.",
        ["birth 1871 Anna Roth", "death 1942 Anna Roth"],
    ),
    "the second of a list": (
        "He knew [PERSON Anna Roth], [PERSON Otto Lang] ([DATE=1871/1942 1871–1942]) and [PERSON Ida Berg].",
        ["birth 1871 Otto Lang", "death 1942 Otto Lang"],
    ),
    "twins": (
        "Twin brothers [PERSON Karl] and [PERSON Otto Brenner] ([TRIGGER=birth born] [DATE=1902-05-05 5 May 1902]).",
        ["birth 1902-05-05 Karl, Otto Brenner"],
    ),
    "brothers who are no twins": (
        "The brothers [PERSON Karl] ([TRIGGER=birth born] [DATE=1871 1871]) and [PERSON Otto] (b. [DATE=1873 1873]).",
        ["birth 1871 Karl", "birth 1873 Otto"],
    ),
    "one day of somebody who still is": (
        "[PERSON Ivan Sokolov] (Russian: Иван Соколов, [DATE=1931-03-06 6 March 1931], [PLACE Moscow]) is a player.",
        ["birth 1931-03-06 Ivan Sokolov @Moscow"],
    ),
    "signs": (
        "[PERSON Anna Roth] (* [DATE=1871-05-03 3 May 1871] in [PLACE Lund]; † [DATE=1942 1942] in [PLACE Kiel])",
        ["birth 1871-05-03 Anna Roth @Lund", "death 1942 Anna Roth @Kiel"],
    ),
    "letters": (
        "[PERSON Anna Roth] (b. [DATE=1871-05-03 3 May 1871], [PLACE Lund] – d. [DATE=1942-06-09 9 June 1942])",
        ["birth 1871-05-03 Anna Roth @Lund", "death 1942-06-09 Anna Roth"],
    ),
    "German": (
        "[PERSON Jan Weber] (geb. [DATE=1571-05-03 3. Mai 1571] in [PLACE Lund], gest. [DATE=1642-06-09 9. Juni 1642])",
        ["birth 1571-05-03 Jan Weber @Lund", "death 1642-06-09 Jan Weber"],
    ),
    "Polish": (
        "[PERSON Stanisław Nowak] (ur. [DATE=1871-05-03 3 maja 1871], zm. [DATE=1942-06-09 9 czerwca 1942])",
        ["birth 1871-05-03 Stanisław Nowak", "death 1942-06-09 Stanisław Nowak"],
    ),
    "about a year": (
        "[PERSON Hans Holbein] (c. [DATE=1480~ 1480] – [DATE=1533 1533]) was a printer.",
        ["birth 1480~ Hans Holbein", "death 1533 Hans Holbein"],
    ),
    "places before the dates": (
        "[PERSON Béla Varga] ([PLACE Pest], [DATE=1865-05-03 3 May 1865] – [PLACE Vienna], [DATE=1933-06 June 1933])",
        ["birth 1865-05-03 Béla Varga @Pest", "death 1933-06 Béla Varga @Vienna"],
    ),
    "the first of a list of places": (
        "[PERSON Anna Roth] ([DATE=1880-02-13 13 February 1880] in [PLACE Lund], [PLACE Scania], [PLACE Sweden] – "
        "[DATE=1951-06-08 8 June 1951])",
        ["birth 1880-02-13 Anna Roth @Lund", "death 1951-06-08 Anna Roth"],
    ),
    "the wider place where the first is not known": (
        "[PERSON Anna Roth] ([DATE=1880 13 February 1880], Ystad, [PLACE Sweden] – [DATE=1951 8 June 1951])",
        ["birth 1880 Anna Roth @Sweden", "death 1951 Anna Roth"],
    ),
    "born in a place on a day": (
        "[PERSON Anna Roth] ([TRIGGER=birth born] in [PLACE Lund] on [DATE=1871-05-03 3 May 1871]) sang.",
        ["birth 1871-05-03 Anna Roth @Lund"],
    ),
    "both calendars": (
        "[PERSON Nikolai Petrov] ([DATE=1871-03-16 16 March 1871] [O.S. [DATE=1871-03-04 4 March 1871]] – "
        "[DATE=1942-06-09 9 June 1942]) was a botanist.",
        ["birth 1871-03-16 Nikolai Petrov", "death 1942-06-09 Nikolai Petrov"],
    ),
    "baptised": (
        "[PERSON Thomas Fell] ([TRIGGER=baptism baptised] [DATE=1611-05-03 3 May 1611] – [DATE=1672-06 June 1672])",
        ["baptism 1611-05-03 Thomas Fell", "death 1672-06 Thomas Fell"],
    ),
    "baptised and buried, in short": (
        "[PERSON Thomas Fell] (bapt. [DATE=1611-05-03 3 May 1611], bur. [DATE=1672-06-09 9 June 1672]) was a clerk.",
        ["baptism 1611-05-03 Thomas Fell", "burial 1672-06-09 Thomas Fell"],
    ),
    "killed": (
        "[PERSON Harald Roth] ([TRIGGER=killing killed] [DATE=1916-05-03 3 May 1916] at [PLACE Verdun]) was a soldier.",
        ["killing 1916-05-03 Harald Roth @Verdun"],
    ),
    "born, and executed": (
        "[PERSON Anna Roth] ([DATE=1871-05-03 3 May 1871] – [TRIGGER=execution executed] [DATE=1942-06 June 1942])",
        ["birth 1871-05-03 Anna Roth", "execution 1942-06 Anna Roth"],
    ),
    "died in office": (
        "[PERSON Mehmed Pasha] ([TRIGGER=death died] [DATE=1744-03-03 3 March 1744] in office) was a vizier.",
        ["death 1744-03-03 Mehmed Pasha"],
    ),
    "stillborn": (
        "[PERSON Anna Roth] (stillborn [DATE=1871-05-03 3 May 1871]) was the first child.",
        ["birth 1871-05-03 Anna Roth", "death 1871-05-03 Anna Roth"],
    ),
    "the birth is not known": (
        "[PERSON Anna Roth] (? – [DATE=1642-06-09 9 June 1642]) was a painter.",
        ["death 1642-06-09 Anna Roth"],
    ),
    "the death is not known": (
        "[PERSON Anna Roth] ([DATE=1671-05-03 3 May 1671] – ?) was a painter.",
        ["birth 1671-05-03 Anna Roth"],
    ),
    "a king whose life opens the sentence": (
        "King [PERSON Rudolf IV] ([DATE=1671-05-03 3 May 1671] – [DATE=1742-06-09 9 June 1742]) was married twice.",
        ["birth 1671-05-03 Rudolf IV", "death 1742-06-09 Rudolf IV"],
    ),
    "a life before a reign": (
        "[PERSON Karl VI] ([DATE=1685-10-01 1 October 1685] – [DATE=1740-10-20 20 October 1740]; "
        "reigned [DATE=1711/1740 1711–1740]) was an emperor.",
        ["birth 1685-10-01 Karl VI", "death 1740-10-20 Karl VI"],
    ),
}

NO_LIVES = {
    "reigned": "[PERSON Rudolf III] (reigned [DATE=1356/1390 1356–1390]) was a duke.",
    "reigned, in short": "[PERSON Celestine III] (r. [DATE=1151/1198 1151–1198]) was an old man.",
    "the reign of a king": "Under King [PERSON Rudolf] ([DATE=1671-05-03 3 May 1671] – [DATE=1742-06-09 9 June 1742]).",
    "flourished": "[PERSON Guillaume Morel] (fl. [DATE=1480/1512 1480–1512]) was a printer.",
    "an office": "[PERSON Ulla Berg] (in office [DATE=1970/1995 1970–1995]) opened the hall.",
    "a term, behind what is no person": (
        "She sat in the [ORG Congress] ([DATE=1849-03-04 March 4, 1849] – [DATE=1851-03-03 March 3, 1851])."
    ),
    "a few years": "[PERSON Ulla Berg] ([DATE=1990/1995 1990–1995]) opened the hall.",
    "the year of a book": "[PERSON Roth] ([DATE=1931 1931]) is right that nothing was signed.",
    "an election": "[PERSON Ulla Berg] (elected [DATE=1931-03-06 6 March 1931]) is the mayor.",
}


def told(made):
    return [
        " ".join(
            [
                claim.type,
                next(value.edtf for value in claim.values if value.property == "when"),
                ", ".join(made.cited(claim, "who")),
                *(f"@{place}" for place in made.cited(claim, "where")),
            ]
        )
        for claim in made.claims
    ]


@pytest.mark.parametrize(("marked", "expected"), LIVES.values(), ids=LIVES)
def test_a_life_in_brackets(read_marked, marked, expected):
    assert sorted(told(read_marked(marked))) == sorted(expected)


@pytest.mark.parametrize("marked", NO_LIVES.values(), ids=NO_LIVES)
def test_what_is_no_life(read_marked, marked):
    assert not [claim for claim in read_marked(marked).claims if claim.type in ("birth", "death")]
