"""What holds for every claim, whatever the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regesta.model.claim import Claim
from regesta.model.codec import decode, encode

PIECES = [
    "On [DATE=1921-05-04 4 May 1921]",
    "in [DATE=1921-06 June 1921]",
    "[DATE=1991 1991]",
    "[DATE x]",
    "in [PLACE Riga]",
    "[PLACE Poland]",
    "from [PLACE Lund]",
    "[PERSON Anna Roth]",
    "[PERSON=person:anna-roth she]",
    "by [ORG Sejm]",
    "[TRIGGER=meeting met]",
    "the [TRIGGER=meeting meeting]",
    "this [TRIGGER=meeting meeting] was held",
    "were [TRIGGER=killing shot]",
    "[TRIGGER=birth born]",
    "[TRIGGER=unheard_of strangely]",
    "[CUE=attribution:group Some historians claim that]",
    "[CUE=attribution:person She said that]",
    "[CUE=attribution:anonymous It is claimed]",
    "[CUE=deny denied that]",
    "[CUE=dispute is disputed by]",
    "[CUE=hedge:reported reportedly]",
    "[CUE=plan was planned for]",
    "[QUANTITY={20..30 officer} 20 to 30 officers]",
    "[QUANTITY={nonsense} many]",
    ", but",
    "; and",
    "(",
    ")",
    "and",
    ".\n",
    "\n\n",
    "= Heading [TRIGGER=meeting conferences] =\n",
    ".\n> The delegation was headed by [PERSON Otto Lang].\n",
    ".\nIt was part of the [PLACE Riga] [TRIGGER=meeting conference].\n",
    "ẹ q\u0323 𝔄 \u200f",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join)
MODEST = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@MODEST
@given(TEXTS)
def test_every_value_cites_mentions_that_are_there(read_marked, marked):
    made = read_marked(marked)
    known = {mention.id for mention in made.mentions}
    for claim in made.claims:
        assert claim.values
        assert all(value.cites and known.issuperset(value.cites) for value in claim.values)
        assert known.issuperset(claim.asserted_by.cites)


@MODEST
@given(TEXTS)
def test_every_cite_is_in_the_passage_or_named_as_evidence_from_elsewhere(read_marked, marked):
    made = read_marked(marked)
    places = {mention.id: mention for mention in made.mentions}
    claims = {claim.id: claim for claim in made.claims}
    for claim in made.claims:
        passage = places[claim.passage]
        spoken_of = _cites(claims[claim.about.claim]) if claim.about else set()
        for value in claim.values:
            outside = [cite for cite in value.cites if not _within(places[cite], passage.start, passage.end)]
            if value.hedge == "inferred" or _heads(passage, places[value.cites[0]]):
                continue
            allowed = [cite in spoken_of or _is_aside(made, passage, places[cite]) for cite in outside]
            assert not outside or (claim.about is not None and all(allowed))


def _cites(claim):
    return {cite for value in claim.values for cite in value.cites}


def _within(mention, start, end):
    return start <= mention.start and mention.end <= end


def _is_aside(made, passage, mention):
    """Whether a mention stands behind a passage, before the next one and in its paragraph."""
    later = [each.start for each in made.mentions if each.label == "PASSAGE" and each.start >= passage.end]
    limit = min(later, default=len(made.text))
    return _within(mention, passage.end, limit) and "\n\n" not in made.text[passage.end : mention.start]


def _heads(passage, date):
    """Whether a date stands before its passage on the same line or alone on a line over it."""
    return date.label == "DATE" and date.end <= passage.start


@MODEST
@given(TEXTS)
def test_ids_are_unique_and_claims_survive_being_written(read_marked, marked):
    claims = read_marked(marked).claims
    assert len({claim.id for claim in claims}) == len(claims)
    assert [decode(encode(claim), Claim) for claim in claims] == claims
    for claim in claims:
        assert len({value.id for value in claim.values}) == len(claim.values)


@MODEST
@given(TEXTS)
def test_a_claim_speaks_only_of_claims_before_it(read_marked, marked):
    seen = set()
    for claim in read_marked(marked).claims:
        assert claim.about is None or claim.about.claim in seen
        seen.add(claim.id)


@MODEST
@given(TEXTS)
def test_the_first_value_says_what_happened(read_marked, marked):
    for claim in read_marked(marked).claims:
        assert [value.text for value in claim.values if value.property == "type"] == [claim.type]
        assert claim.by.score is not None
