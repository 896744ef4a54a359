"""What the words of one date say, before anything is taken from context."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

Kind = Literal["date", "shift", "other_calendar", "added"]
Unit = Literal[
    "day", "week", "fortnight", "month", "year", "decade", "century", "millennium", "season", "weekday", "weekend"
]


class Expression(Struct, kw_only=True):
    """A span and what its words say; what they leave open is None or 0.

    An `other_calendar` date counts by a reign or by an era that is not converted; it gets no value. An `added` one
    was added by a person. `pin` is the value that people gave to a date; a `dropped` one is none, they said; a
    `steady` one rests on nothing that they changed. `head` is the index of the date at the head of its column in a
    table, `echo` the year in which the text named the very day before.

    A `date` has calendar fields: `year` is astronomical, `sub` a part of a year (21 to 41), `part` a third (0
    early, 1 mid, 2 late; with `first_part` all from that third on), `half` a half or quarter of a month or decade
    as (n, of), `decade` and `century` the ones it names (millennia where `millennium`), `run` the first or, if
    negative, the last (n, unit) of it, `turn` the change to it from the one before. `named` is the day of a feast
    as the tables write it, `fixed` a value that the words give outright. A `shift` points from the date that is
    being spoken of: `steps` of `unit` on or back, then `count` of them; 0 steps is the same day, month or year; a
    `deictic` one points from the speaker's day.

    A range has its other end in `last`, and keeps in `own_start` and `own_end` where its first end stood alone. In
    a `double` date these are one day by two calendars: the second name is the Gregorian one, or the first where
    `new_first`. `old_style` says that the day is one of the Julian calendar. `offset` is a shift that counts from
    this date; `counts_from` is the date of the event that a shift counts from; `year_steps` and `month_steps` say
    how many years or months on from the one being spoken of it lies. `winter` is the month that the narrative
    stands at in winter. `known` are the values and points that were found already, by the year and the month that
    they were sought in.
    """

    start: int
    end: int
    token: int = 0
    after: int = 0
    kind: Kind = "date"
    rule: str = ""
    year: int | None = None
    month: int = 0
    day: int = 0
    sub: int = 0
    part: int | None = None
    first_part: int | None = None
    half: tuple[int, int] | None = None
    decade: int | None = None
    century: int = 0
    millennium: bool = False
    run: tuple[int, Unit] | None = None
    turn: bool = False
    weekday: int | None = None
    named: str = ""
    time: str = ""
    era: bool = False
    approximate: bool = False
    bound: Literal["", "before", "after"] = ""
    unit: Unit | None = None
    steps: int = 0
    count: int = 1
    within: bool = False
    deictic: bool = False
    same_year: bool = False
    rival: tuple[int, int] | None = None
    last: Expression | None = None
    offset: Expression | None = None
    counts_from: Expression | None = None
    year_steps: int | None = None
    own_start: int = 0
    own_end: int = 0
    winter: int = 12
    fixed: str = ""
    month_steps: int | None = None
    head: int | None = None
    echo: int | None = None
    pin: str | None = None
    dropped: bool = False
    steady: bool = False
    double: bool = False
    new_first: bool = False
    old_style: bool = False
    known: dict[tuple[int | None, int], Any] = {}

    @property
    def open_year(self) -> bool:
        """Whether the words leave the year to context."""
        return self.kind == "date" and self.year is None and self.decade is None and not self.century
