"""The first page of a review sheet: what is what, and how to answer."""

from __future__ import annotations

from regesta.review.sheets.answers import NOTHING

WORDS = (
    "How to review in this file",
    "Fill in the yellow cells of the sheets “mentions”, “claims” and “pairs”; all else is locked, and only shown.",
    "Leave a row as it is to say nothing about it. Rows may be removed, hidden, filtered; never sort single columns.",
    "accept: it is right as it stands; where “proposed now” is filled in, that is what is accepted.",
    "reject: it is no such thing.",
    "amend: it is right but for what you write into “new label” or “new value”.",
    "skip: leave it open.",
    "A mention is a piece of the text: quote, in its context, with a label (DATE, PLACE, PERSON, ORG) and a value.",
    "The value of a date is EDTF: 1939-12-06, 1939-12, 1939-12-06/1939-12-07, 1940-21 (spring 1940), 1939~ (about).",
    "The value of a place, person or organisation is an id of your authority files, or a name.",
    "A claim has a row for each of its values. Answer a claim once, in any of its rows.",
    f"To change a value, write amend, and the new value into its row; {NOTHING} takes the value away.",
    "A pair is two claims that may speak of one event, or two names that may be one: answer one, two or skip.",
    "“check” says what was shown to you. What has changed meanwhile is not imported, and you are told.",
    "Bring the answers in with: regesta import FILE --as YOUR-NAME. It shows what would change before it does it.",
)
