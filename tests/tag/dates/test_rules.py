"""Every rule that a date can bear is explained."""

from __future__ import annotations

from regesta.tag.dates.grammar import RULE_NAMES
from regesta.tag.dates.recognise import dates
from regesta.tag.dates.rules import RULES, in_words

TEXT = """On 3 May 1911 it began; on 9 June it went on. In the third year of Henry VIII, on 18 Brumaire an VIII,
on 11 March 1711/12, on 25 October (7 November) 1917, two days later, the day after 5 May 1911, in the 1930s,
two days after the war, yesterday, the next year, that month, on Monday, in 5 AH, in the late 19th century."""


def test_every_rule_is_explained():
    assert {date.rule for date in dates(TEXT)} <= RULES.keys()
    assert set(RULE_NAMES) - {"away", "half_away", "led_away", "decade_of"} <= RULES.keys()


def test_a_rule_that_is_not_known_stands_for_itself():
    assert in_words("of another program") == "of another program"
