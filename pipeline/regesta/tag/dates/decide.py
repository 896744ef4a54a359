"""One decision over the whole document for what the words leave open.

The text is read as a narrative that stands at some date (`now`) and may step aside (`local`). Each date either moves
the narrative or is a step aside, and each way of reading it has a cost: a small one for going on in time, larger ones
for going back or leaping. The cheapest way through all dates of the document is taken; a beam of states keeps the work
linear, and since a step aside can be returned from at once, one wrong date cannot carry the rest with it. How
much cheaper the best reading is than the others gives its score.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

from regesta.tag.dates.compose import Point
from regesta.tag.dates.costs import back_and_forth, flow, leap, stepping_aside, weekday_differs
from regesta.tag.dates.evidence import Evidence
from regesta.tag.dates.expression import Expression
from regesta.tag.dates.pins import point_of
from regesta.tag.dates.reports import Report, weekday_base
from regesta.tag.dates.shifts import read, shifted

_BEAM = 12
#: Dates decided at a time, and how many more are looked at before that; it bounds the memory of a long document.
_BLOCK, _AHEAD = 400, 40
#: Makes odds of costs, so that of the readings said to be 0.9 sure nine in ten are right (tests/benchmarks/dates.py).
_SHARPNESS = 1.8
#: Costs of reading an open date from the step aside, and of letting it not move the narrative.
_FROM_LOCAL, _FROM_SENTENCE, _KEEP, _NEXT_MONTH = 0.9, 0.5, 0.7, 0.3
_FIRST_GUESS = 1.0
#: How much speaks for the year in which the very day was named before.
_ECHO = 1.2
#: Cost of a narrative's going to a date that stands in a quotation.
_SPOKEN = 1.0
#: How much speaks for a reading that people took.
_AS_DECIDED = 1.5
#: More than all that can speak against a reading.
_STEADY = 1e6
#: Cost of going from the day of a letter or report to the date that it tells of.
_LEAVE_ITS_DAY = 0.3


class State(NamedTuple):
    """Where the narrative stands, where the last date stood, and the last one known to the day; each with its index."""

    now: Point | None = None
    now_from: int = -1
    local: Point | None = None
    local_from: int = -1
    day: Point | None = None
    day_from: int = -1


class Choice(NamedTuple):
    """One way to read a date: its value, where that leaves the narrative, what it costs, by which rule, from what."""

    value: str
    state: State
    cost: float
    rule: str
    anchor: int


class Decision(NamedTuple):
    """The reading taken for a date, its score, and the other readings with theirs."""

    value: str
    rule: str
    anchor: int
    score: float
    rivals: tuple[tuple[str, float], ...]


class _Edge(NamedTuple):
    source: int
    target: int
    choice: Choice


def decide(
    dates: Sequence[Expression], around: Sequence[Evidence], issued: Point | None, within: Sequence[Report]
) -> list[Decision]:
    """The reading of each date of a document, all taken together; `within` has the report that each stands in."""
    guesses = _guesses(dates)
    _note_echoes(dates)
    made: list[Decision] = []
    state = State(issued, -1, issued, -1, issued if issued and issued.day else None, -1)
    while len(made) < len(dates):
        first = len(made)
        block = range(first, min(len(dates), first + _BLOCK + _AHEAD))
        layers, sizes = _lattice(dates, around, guesses, state, within, block)
        taken, behind = _cheapest(layers, sizes)
        keep = len(layers) if first + len(layers) == len(dates) else _BLOCK
        made += _scored(layers, sizes, behind, taken)[:keep]
        state = taken[keep - 1].state
    return made


def _lattice(
    dates: Sequence[Expression],
    around: Sequence[Evidence],
    guesses: Sequence[tuple[int, ...]],
    start: State,
    within: Sequence[Report],
    block: range,
) -> tuple[list[list[_Edge]], list[int]]:
    """All ways through the dates of a block that the beam keeps: the edges of each layer, and the number of states."""
    layers: list[list[_Edge]] = []
    states, costs, sizes = [start], [0.0], [1]
    for index in block:
        fresh = index > 0 and _aside_ends(around[index - 1], around[index])
        edges: list[_Edge] = []
        reached: dict[State, int] = {}
        best: list[float] = []
        for source, state in enumerate(states):
            seen = state._replace(local=state.now, local_from=state.now_from) if fresh and state.now else state
            if dates[index].same_year or dates[index].rule == "same":
                seen = state
            choices = _under_head(index, dates, seen)
            choices = choices or _choices(index, dates[index], around[index], seen, guesses[index], within[index])
            if dates[index].pin is not None:
                choices = _as_decided(index, dates[index], around[index], seen, choices)
            for choice in choices:
                target = reached.setdefault(choice.state, len(reached))
                if target == len(best):
                    best.append(float("inf"))
                best[target] = min(best[target], costs[source] + choice.cost)
                edges.append(_Edge(source, target, choice))
        kept = sorted(range(len(best)), key=lambda node: (best[node], node))[:_BEAM]
        place = {node: rank for rank, node in enumerate(kept)}
        layers.append([edge._replace(target=place[edge.target]) for edge in edges if edge.target in place])
        all_states = list(reached)
        states, costs = [all_states[node] for node in kept], [best[node] for node in kept]
        sizes.append(len(kept))
    return layers, sizes


def _aside_ends(before: Evidence, near: Evidence) -> bool:
    """Whether a step aside ends between two dates, at the latest: with its paragraph, parenthesis or quotation."""
    if near.paragraph != before.paragraph:
        return True
    return (before.parenthesis and not near.parenthesis) or (before.quotation and not near.quotation)


def _note_echoes(dates: Sequence[Expression]) -> None:
    """Notes for each day without a year in which year the text named that very day before."""
    named: dict[tuple[int, int, int], int] = {}
    for date in dates:
        if date.kind == "date" and date.day and date.month:
            day = (date.month, date.day, date.last.day if date.last else 0)
            if date.year is not None:
                named[day] = date.year
            else:
                date.echo = named.get(day)


def _guesses(dates: Sequence[Expression]) -> list[tuple[int, ...]]:
    """For each date, the years to try where nothing came before: the next one that is named."""
    upcoming: list[int] = []
    made: list[tuple[int, ...]] = []
    for date in reversed(dates):
        told = point_of(date.pin) if date.pin and not date.dropped else None
        if told is not None or (date.year is not None and date.pin is None):
            upcoming = [told.year if told else date.year or 0]
        made.append(tuple(upcoming))
    return made[::-1]


def _choices(
    index: int, date: Expression, near: Evidence, state: State, guesses: tuple[int, ...], report: Report
) -> list[Choice]:
    if date.kind in ("other_calendar", "added"):
        return [Choice("", state, 0.0, date.rule, -1)]
    if date.kind == "shift":
        return _shift(index, date, near, state, report)
    if date.same_year or date.year_steps is not None:
        return _same_year(index, date, state)
    if date.rule == "ordinal" and not date.month:
        return _day_of_month(index, date, state)
    if date.open_year:
        fixed, point = read(date, None) if date.named else ("", None)
        return _fixed(index, near, state, fixed, point, "named") if point else _open(index, date, near, state, guesses)
    value, point = read(date, state.now.year if state.now else None)
    if date.decade is not None or date.century:
        local = state if point is None else state._replace(local=point, local_from=index)
        return [Choice(value, local, 0.0, date.rule, -1)]
    return _fixed(index, near, state, value, point, date.rule)


def _under_head(index: int, dates: Sequence[Expression], state: State) -> list[Choice]:
    """A date under the head of a column of a table is of the year that stands there."""
    head = dates[index].head
    if head is None:
        return []
    decided = point_of(dates[head].pin or "")
    value, point = read(dates[index], decided.year if decided else dates[head].year)
    return [] if point is None else [Choice(value, _moved(state, index, point, narrative=False), 0.0, "head", head)]


def _as_decided(index: int, date: Expression, near: Evidence, state: State, choices: Sequence[Choice]) -> list[Choice]:
    """The choices for a date that people decided about: it is proposed as the context has it, and moves the narrative
    as they have it. What they rejected is proposed as it was, and moves nothing.
    """
    value = date.pin or ""
    if date.dropped:
        return [Choice(value, state, 0.0, date.rule, -1)]
    bonus = _STEADY if date.steady else _AS_DECIDED
    made = min(choices, key=lambda choice: choice.cost - bonus * (choice.value == value))
    if date.kind == "added" or date.steady:
        made = made._replace(value=value, rule="added" if date.kind == "added" else made.rule)
    moved = _fixed(index, near, state, made.value, point_of(value), made.rule)
    return [choice._replace(anchor=made.anchor) for choice in moved]


def _moved(state: State, index: int, point: Point, *, narrative: bool) -> State:
    """The state after a date: the step aside goes to it, and the narrative too if it is told to."""
    now, now_from = (point, index) if narrative else (state.now, state.now_from)
    if narrative and state.now and not point.month and state.now.year == point.year:
        now, now_from = state.now, state.now_from
    day, day_from = (point, index) if point.day else (state.day, state.day_from)
    return State(now, now_from, point, index, day, day_from)


def _fixed(index: int, near: Evidence, state: State, value: str, point: Point | None, rule: str) -> list[Choice]:
    """A date that says its year: the narrative goes there, or it is a step aside."""
    if point is None:
        return [Choice(value, state, 0.0, rule, -1)]
    moved = _moved(state, index, point, narrative=True)
    if state.now is None or near.heading:
        return [Choice(value, moved, 0.0, rule, -1)]
    if state.now_from < 0:
        return [Choice(value, moved, min(leap(state.now, point, near), _LEAVE_ITS_DAY), rule, -1)]
    aside = _moved(state, index, point, narrative=False)
    return [
        Choice(value, moved, leap(state.now, point, near), rule, -1),
        Choice(value, aside, stepping_aside(point, near), rule, -1),
    ]


def _open(index: int, date: Expression, near: Evidence, state: State, guesses: tuple[int, ...]) -> list[Choice]:
    """A date without a year: this year, the next or the last one, of the narrative or of the step aside."""
    made: list[Choice] = []
    if state.now is None:
        for guess in guesses:
            for year in (guess, guess - 1):
                value, point = read(date, year)
                if point:
                    cost = _FIRST_GUESS + (year != guess) + weekday_differs(date, point)
                    made.append(Choice(value, _moved(state, index, point, narrative=True), cost, "year_ahead", -1))
        return made or [Choice(read(date, None)[0], state, 0.0, "open", -1)]
    bases = [(state.now, state.now_from, True)]
    if state.local and state.local.year != state.now.year:
        bases.append((state.local, state.local_from, False))
    for base, anchor, narrative in bases:
        for year in (base.year, base.year + 1, base.year - 1):
            value, point = read(date, year)
            if point is None:
                continue
            rule = ("same_year", "next_year", "last_year")[(year > base.year) + 2 * (year < base.year)]
            cost = flow(base, point, near) + weekday_differs(date, point) - _ECHO * (year == date.echo)
            if narrative:
                spoken = _SPOKEN if near.quotation else 0.0
                made.append(Choice(value, _moved(state, index, point, narrative=True), cost + spoken, rule, anchor))
                made.append(Choice(value, _moved(state, index, point, narrative=False), cost + _KEEP, rule, anchor))
            else:
                aside = _moved(state, index, point, narrative=False)
                from_local = _FROM_SENTENCE if near.same_sentence else _FROM_LOCAL
                made.append(Choice(value, aside, cost + from_local, rule, anchor))
    return made or [Choice(read(date, None)[0], state, 0.0, "open", -1)]


def _same_year(index: int, date: Expression, state: State) -> list[Choice]:
    base, anchor = (state.local, state.local_from) if state.local else (state.now, state.now_from)
    if base is not None and date.day and not date.month:
        date.month = base.month
    steps = date.year_steps or 0
    value, point = read(date, base.year + steps if base else None)
    if point is None or base is None:
        return [Choice(value, state, 0.0, "open", -1)]
    narrative, rule = base == state.now, ("last_year", "that_year", "next_year")[steps + 1]
    return [Choice(value, _moved(state, index, point, narrative=narrative), 0.0, rule, anchor)]


def _day_of_month(index: int, date: Expression, state: State) -> list[Choice]:
    """ "the 5th": of the month that is being spoken of, or of the next one."""
    made: list[Choice] = []
    base, anchor = state.local, state.local_from
    if not (base and base.month):
        base, anchor = state.now, state.now_from
    steps = (0, 1) if date.month_steps is None else (date.month_steps,)
    for ahead in steps if base and base.month else ():
        assert base is not None
        year, month = divmod(base.months - 1 + ahead, 12)
        date.month = month + 1
        value, point = read(date, year)
        date.month = 0
        if point:
            cost = _NEXT_MONTH + back_and_forth(base, point) + 2 * abs(ahead)
            narrative = base == state.now
            made.append(Choice(value, _moved(state, index, point, narrative=narrative), cost, "month", anchor))
    return made or [Choice("", state, 0.0, "open", -1)]


def _shift(index: int, date: Expression, near: Evidence, state: State, report: Report) -> list[Choice]:
    base, anchor = (state.local, state.local_from) if state.local else (state.now, state.now_from)
    if report.point and date.deictic:
        base, anchor = report
    if base is None or date.rule == "event":
        return [Choice("", state, 0.0, "event" if date.rule == "event" else "open", -1)]
    reported = weekday_base(date, base, report)
    if reported:
        base, anchor = reported, report.date
    elif date.unit in ("day", "week", "fortnight", "weekday") and not base.day and state.day:
        if base.year == state.day.year and base.month in (0, state.day.month):
            base, anchor = state.day, state.day_from
    elif date.unit == "month" and not base.month and state.now and state.now.month and state.now.year == base.year:
        base, anchor = state.now, state.now_from
    value, point = shifted(date, base, looking_back=reported is not None and not near.plan)
    forward = date.steps >= 0 and (base == state.now or (state.now is not None and base.year == state.now.year))
    rule = date.rule if date.rule != "away" else ("later" if date.steps > 0 else "earlier")
    rule = "weekday_of_report" if reported else rule
    deictic = date.deictic and date.rule not in ("same", "within")
    long = date.count > 1 and date.unit != "day"
    moved = _moved(state, index, point, narrative=forward and not (near.plan or deictic or long))
    return [Choice(value, moved, 0.0, rule, anchor)]


def _cheapest(layers: list[list[_Edge]], sizes: list[int]) -> tuple[list[Choice], list[list[float]]]:
    """The choices of the cheapest way through the layers, and what all ways to each state cost together."""
    behind: list[list[float]] = [[0.0]]
    cheapest: list[list[tuple[float, _Edge | None]]] = [[(0.0, None)]]
    for edges, size in zip(layers, sizes[1:], strict=True):
        total: list[list[float]] = [[] for _ in range(size)]
        best: list[tuple[float, _Edge | None]] = [(float("inf"), None)] * size
        for edge in edges:
            total[edge.target].append(behind[-1][edge.source] + edge.choice.cost)
            cost = cheapest[-1][edge.source][0] + edge.choice.cost
            if cost < best[edge.target][0]:
                best[edge.target] = (cost, edge)
        behind.append([_soft(costs) for costs in total])
        cheapest.append(best)
    taken: list[Choice] = []
    node = min(range(sizes[-1]), key=lambda at: (cheapest[-1][at][0], at))
    for best in reversed(cheapest[1:]):
        way = best[node][1]
        assert way is not None
        taken.append(way.choice)
        node = way.source
    taken.reverse()
    return taken, behind


def _scored(
    layers: list[list[_Edge]], sizes: list[int], behind: list[list[float]], taken: list[Choice]
) -> list[Decision]:
    """The decisions with their scores, by all ways that lead through each value."""
    made: list[Decision] = []
    ahead = [0.0] * sizes[-1]
    for at in range(len(layers) - 1, -1, -1):
        by_value: dict[str, list[float]] = {}
        back: list[list[float]] = [[] for _ in range(sizes[at])]
        for edge in layers[at]:
            cost = edge.choice.cost + ahead[edge.target]
            back[edge.source].append(cost)
            by_value.setdefault(edge.choice.value, []).append(behind[at][edge.source] + cost)
        whole = _soft([cost for costs in by_value.values() for cost in costs])
        scores = {value: min(1.0, exp(_SHARPNESS * (whole - _soft(costs)))) for value, costs in by_value.items()}
        choice = taken[at]
        rivals = sorted(
            ((value, score) for value, score in scores.items() if value and value != choice.value),
            key=lambda rival: (-rival[1], rival[0]),
        )
        made.append(Decision(choice.value, choice.rule, choice.anchor, scores[choice.value], tuple(rivals)))
        ahead = [_soft(costs) for costs in back]
    return made[::-1]


def _soft(costs: list[float]) -> float:
    """The cost of all ways together: the soft minimum."""
    if not costs:
        return float("inf")
    low = min(costs)
    if low == float("inf"):
        return low
    return low - log(sum(exp(_SHARPNESS * (low - cost)) for cost in costs)) / _SHARPNESS
