"""Numbers of dead and wounded that no verb tells of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from regesta.model.mention import Mention

Tag = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("text", "quantity", "value", "trigger", "event_type"),
    [
        ("The blast left at least 12 people dead.", "at least 12 people", "12.. person", "dead", "killing"),
        ("The raid left 30 wounded.", "30 wounded", "30 person", "wounded", "injury"),
        ("The raid left scores dead.", "scores dead", "40..99 person", "dead", "killing"),
        ("The death toll rose to 34.", "34", "34 person", "death toll", "killing"),
        ("They put the toll at 21.", "21", "21 person", "toll", "killing"),
        ("The toll was put at between 20 and 30.", "between 20 and 30", "20..30 person", "toll", "killing"),
        ("The toll has risen to nearly 400 people.", "nearly 400 people", "400~ person", "toll", "killing"),
    ],
)
def test_a_toll(tag: Tag, text: str, quantity: str, value: str, trigger: str, event_type: str) -> None:
    found = tag(text, "QUANTITY", "TRIGGER")
    assert (quantity, value) in [(mention.exact, mention.value) for mention in found]
    assert (trigger, event_type, "toll") in [(mention.exact, mention.value, mention.rule) for mention in found]


@pytest.mark.parametrize(
    "text",
    [
        "The 21 dead were buried.",
        "The toll road was 30 miles long.",
        "He paid the toll at the bridge in 1921.",
        "Of 40 wounded soldiers none came back.",
    ],
)
def test_no_toll(tag: Tag, text: str) -> None:
    assert [mention.exact for mention in tag(text, "TRIGGER") if mention.rule == "toll"] == []
