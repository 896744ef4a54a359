"""Whose answer holds: where reviewers differ nothing does, until an adjudicator has answered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence

from msgspec import Struct

from regesta.model.decision import Decision


class Settled(Struct, frozen=True, kw_only=True):
    """The answers that hold, or all of them where they differ."""

    decisions: Sequence[Decision]
    agreed: bool

    @property
    def last(self) -> Decision:
        """The latest of the answers that hold."""
        return self.decisions[-1]


def settle(
    answers: Sequence[Decision], outcome: Callable[[Decision], Hashable], adjudicators: Collection[str]
) -> Settled | None:
    """Which of the reviewers' last answers (in order) hold, where `outcome` says what an answer comes to.

    The last adjudicator's answer holds, together with those that agree with it; None where nobody answered.
    """
    if not answers:
        return None
    if len(answers) == 1:
        return Settled(decisions=answers, agreed=True)
    outcomes = [outcome(answer) for answer in answers]
    ruling = [outcomes[at] for at, answer in enumerate(answers) if answer.reviewer in adjudicators]
    if ruling:
        holding = [answer for at, answer in enumerate(answers) if outcomes[at] == ruling[-1]]
        return Settled(decisions=holding, agreed=True)
    return Settled(decisions=answers, agreed=all(each == outcomes[0] for each in outcomes))
