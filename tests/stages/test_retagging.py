"""Retagging never touches decisions: none is changed, orphaned or doubled, whatever a new model proposes."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.anchor.drafts import Draft, mentions
from regesta.model.chain import identified
from regesta.model.mention import By
from regesta.review import decide
from regesta.review.act import draft, target
from regesta.review.decide import Change
from regesta.review.fold import fold
from regesta.stages.memory import in_text
from regesta.tag.memory import remembered
from regesta.tag.settled import Settled, beside

TEXT = "On 3 May Zub met Quill at Lommel Mills. Zub left for Grusk, and Quill for Lommel on 5 May 1940.\n"
WORDS = [(at, at + len(word)) for word in TEXT.split() for at in [TEXT.index(word)]]
LABELS = ("DATE", "PLACE", "PERSON", "ORG")


def proposals(spans):
    """Mentions as a tagger leaves them: sorted, none overlapping another."""
    kept, after = [], 0
    for start, end, label, value in sorted(spans):
        if start >= after:
            kept.append((start, end, label, value))
            after = end
    drafts = [
        Draft(start=start, end=end, label=label, value=value, by=By(component="model", version="1"))
        for start, end, label, value in kept
    ]
    return mentions("a", TEXT, [], drafts)


spans = st.tuples(st.integers(0, 18), st.integers(0, 2), st.sampled_from(LABELS), st.sampled_from(("", "x:one"))).map(
    lambda each: (
        WORDS[each[0] % len(WORDS)][0],
        max(WORDS[min(each[0] % len(WORDS) + each[1], len(WORDS) - 1)][1], WORDS[each[0] % len(WORDS)][1]),
        each[2],
        "" if each[2] == "DATE" else each[3],
    )
)
tagged = st.lists(spans, max_size=9).map(proposals)


@st.composite
def logs(draw):
    """A text as it was tagged once, and what two reviewers said about it."""
    proposed = draw(tagged)
    decisions = []
    for number in range(draw(st.integers(0, 12))):
        reviewer = draw(st.sampled_from(("anna", "ben")))
        act = draw(acts(proposed, decisions))
        if act is not None:
            bare = draft(act, reviewer, "laptop", "2026-01-01T00:00:00Z")
            decisions.append(identified(msgspec.structs.replace(bare, seq=number + 1, clock=number + 1)))
    return proposed, decisions


@st.composite
def acts(draw, proposed, decisions):
    kind = draw(st.sampled_from(("accept", "reject", "amend", "add", "retract")))
    if kind == "retract":
        return decide.retract(draw(st.sampled_from(decisions))) if decisions else None
    if kind == "add":
        start, end, label, value = draw(spans)
        return decide.add(decide.new_mention("a", TEXT, (start, end), label, value, reviewer="anna"))
    if not proposed:
        return None
    mention = draw(st.sampled_from(proposed))
    if kind != "amend":
        return decide.answer(kind, target(mention))
    change = Change(label=draw(st.sampled_from(("PLACE", "PERSON", "ORG"))), value="")
    if (mention.label, mention.value) == (change.label, ""):
        return None
    return decide.amend_mention(mention, TEXT, change)


def standings(decisions, proposed):
    return fold(decisions, proposed, [], {"a": TEXT}, []).mentions


def settled_by(decisions):
    shown = {decision.id: decision.target.mention for decision in decisions}
    found = standings(decisions, []).values()
    return [
        Settled(record=each.record, shown=shown[each.decisions[-1]] or each.record)
        for each in found
        if each.status == "accepted"
    ]


@settings(max_examples=150, deadline=None)
@given(logs(), tagged)
def test_no_decision_is_changed_orphaned_or_doubled(log, retagged):
    proposed, decisions = log
    before = standings(decisions, beside(proposed, in_text(settled_by(decisions), TEXT)))
    after = standings(decisions, beside(retagged, in_text(settled_by(decisions), TEXT)))
    accepted = {name: each.record for name, each in before.items() if each.status == "accepted"}
    # None is changed or orphaned: what was accepted is accepted still, with the same record at the same place.
    assert accepted == {name: each.record for name, each in after.items() if each.status == "accepted"}
    # None is doubled: nothing open stands on the words of what is accepted, or overlaps with it under its label.
    for other in after.values():
        if other.status != "open":
            continue
        for record in accepted.values():
            same = (record.start, record.end) == (other.record.start, other.record.end)
            overlap = record.start < other.record.end and other.record.start < record.end
            assert not same
            assert not (overlap and record.label == other.record.label)


@settings(max_examples=50, deadline=None)
@given(logs())
def test_the_memory_does_not_depend_on_the_order_of_the_logs(log):
    _, decisions = log
    assert remembered(standings(decisions, []).values()) == remembered(standings(decisions[::-1], []).values())
