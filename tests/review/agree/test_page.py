"""The page that draws where people differ: it stands alone, and what comes from a source is text in it."""

from __future__ import annotations

from regesta.review.agree.opinions import Mark
from regesta.review.agree.page import page
from regesta.review.agree.result import Agreement, Difference, Figure, Figures, Pair

MARK = Mark(id="m-1", start=8, end=12, label="PLACE", value="place:lwow", exact="Lwów")


def agreement(**of_the_pair: list[Figures]) -> Agreement:
    """Two people who differ about a name, a claim and a join."""
    names = ("anna", "ben")
    shared = {"reviewers": names, "source": "kowal1951", "quote": "Lwów"}
    pair = Pair(reviewers=names, all=Figures(name="all", units=2, same=0.5, kappa=Figure(value=0.0)), **of_the_pair)
    differences = [
        Difference(**shared, start=8, end=12, kind="missing", answers={"anna": MARK, "ben": None}),
        Difference(**shared, start=0, end=20, kind="claim", answers={"anna": "asserted", "ben": "denied"}, about="c-1"),
        Difference(**shared, start=0, end=20, kind="join", answers={"anna": "one", "ben": "two"}, about="<b>A</b> | B"),
    ]
    return Agreement(reviewers=list(names), pairs=[pair], differences=differences, lengths={"kowal1951": 100})


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    made = page(agreement(), "Talks")
    assert '<th scope="col">kappa</th>' in made
    assert "strict F1</th>" not in made
    assert "Claims that both answered" not in made


def test_claims_and_joins_have_tables_of_their_own_and_say_what_is_asked() -> None:
    joins = [Figures(name="one event", units=3, same=1.0, cautions=["fewer than 10 units"])]
    made = page(agreement(joins=joins), "Talks")
    assert "Pairs that both answered" in made
    assert "<li>one event: fewer than 10 units.</li>" in made
    assert "<p>&lt;b&gt;A&lt;/b&gt; | B</p>" in made


def test_only_what_was_marked_is_drawn_on_the_strip() -> None:
    made = page(agreement(), "Talks")
    assert made.count('class="marked"') == made.count('class="nothing"') == 1


def test_nothing_is_loaded_or_run() -> None:
    made = page(agreement(), "Talks")
    assert "<script" not in made
    assert "src=" not in made
