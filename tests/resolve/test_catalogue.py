"""A table of names becomes entries; nothing that is there is overwritten, and nothing wrong goes unsaid."""

from __future__ import annotations

import pytest

from regesta.model.entity import Entity
from regesta.resolve.catalogue import Taken, take_in

ROTH = Entity(id="person:anna-roth", kind="person", label="Anna Roth", wikidata="Q1", born="1899")


def take(*rows: dict[str, str], known: tuple[Entity, ...] = (ROTH,)) -> Taken:
    return take_in(rows, known, "person", "people.csv")


def test_a_row_is_an_entry_whatever_its_columns_are_called():
    (made,) = take({"NAME": "Ida  Kolb", "Other_Names": "Kolb, Ida; I. Kolb", "GND": "118-X", "died": "1950~"}).entities
    assert made == Entity(
        id="person:ida-kolb",
        kind="person",
        label="Ida Kolb",
        names=["Kolb, Ida", "I. Kolb"],
        gnd="118-X",
        died="1950~",
    )


@pytest.mark.parametrize(
    ("column", "cell", "held"),
    [
        ("wikidata", "https://www.wikidata.org/wiki/Q42", "Q42"),
        ("viaf", "http://viaf.org/viaf/123456/", "123456"),
        ("gnd", "https://d-nb.info/gnd/118540238", "118540238"),
        ("geonames", "https://www.geonames.org/2761369/vienna.html", "2761369"),
    ],
)
def test_the_address_of_a_record_is_its_id(column, cell, held):
    (made,) = take({"name": "Ida Kolb", column: cell}).entities
    assert getattr(made, column) == held


def test_an_entry_gains_what_it_lacks():
    taken = take({"name": "A. Roth", "wikidata": "Q1", "viaf": "77"})
    (entity,) = taken.entities
    assert (entity.id, entity.names, entity.viaf, taken.new) == (ROTH.id, ["A. Roth"], "77", [])
    assert taken.more == {ROTH.id: ["names A. Roth", "viaf 77"]}


def test_what_differs_stays_and_is_said():
    taken = take({"name": "Anna Roth", "wikidata": "Q1", "born": "1900"})
    assert (taken.entities, [each.code for each in taken.findings]) == ([], ["authority.differs"])


def test_a_namesake_with_another_id_is_somebody_else():
    (made,) = take({"name": "Anna Roth", "wikidata": "Q2"}).entities
    assert made.id == "person:anna-roth-q2"


def test_a_name_that_two_bear_needs_an_id():
    other = Entity(id="person:anna-roth-q2", kind="person", label="Anna Roth", wikidata="Q2")
    taken = take({"name": "Anna Roth"}, known=(ROTH, other))
    assert (taken.entities, [each.code for each in taken.findings]) == ([], ["authority.namesake"])


def test_a_second_import_changes_nothing():
    row = {"name": "Ida Kolb", "other names": "I. Kolb", "viaf": "12"}
    made = take(row).entities
    assert take(row, known=(ROTH, *made)).entities == []


@pytest.mark.parametrize(
    "row",
    [
        {"name": "", "viaf": "12"},
        {"name": "Ida Kolb", "kind": "ship"},
        {"name": "Ida Kolb", "wikidata": "forty-two"},
        {"name": "Ida Kolb", "born": "around 1900"},
        {"name": "Ida Kolb", "id": "Ida Kolb!"},
    ],
)
def test_what_cannot_be_is_a_finding_with_its_line(row):
    (finding,) = take({}, row).findings
    assert (finding.path, finding.line) == ("people.csv", 3)
    assert finding.remedy
