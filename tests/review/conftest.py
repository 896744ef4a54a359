"""A small source, its mentions and claims, and reviewers who decide about them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest

from regesta.model.chain import identified
from regesta.model.claim import Asserter, Claim, Value
from regesta.model.decision import Decision
from regesta.model.ids import claim_id, value_id
from regesta.model.mention import By, Mention
from regesta.model.reviewed import Reviewed
from regesta.names.authority import Authority
from regesta.review import decide
from regesta.review.act import Act, draft
from regesta.review.fold import fold
from regesta.review.queue import Wanted
from regesta.review.session import Project, Reviewer, Session
from regesta.review.state import State

TEXT = (
    "On 6 December 1939 officers of both services met in Zakopane.\n\n"
    "Some writers claim that the meeting took place in Lwów in November 1939. Nobody kept minutes in Zakopane."
)
SOURCE = "kowal1951"


class Desk:
    """One source with what the machine proposes in it, and the log lines of its reviewers."""

    def __init__(self, text: str = TEXT, source: str = SOURCE) -> None:
        self.text = text
        self.source = source
        self.decisions: list[Decision] = []
        self.adjudicators: list[str] = []

    def mention(self, words: str, label: str, value: str = "", *, nth: int = 0) -> Mention:
        """A proposal of the machine's for the nth place where the words stand."""
        at = self.text.find(words)
        for _ in range(nth):
            at = self.text.find(words, at + 1)
        made = decide.new_mention(self.source, self.text, (at, at + len(words)), label, value, reviewer="x")
        return msgspec.structs.replace(made, by=By(component="rules", version="1"))

    def claim(self, passage: Mention, when: Mention, where: Mention, type_: str = "meeting") -> Claim:
        """A claim that something happened then and there."""
        name = claim_id(self.source, type_, passage.id, when.id)
        return Claim(
            id=name,
            source=self.source,
            type=type_,
            passage=passage.id,
            stance="asserted",
            asserted_by=Asserter(kind="source", label=self.source, id=self.source),
            values=[
                Value(id=value_id(name, "type", "", when.id), property="type", cites=[when.id], text=type_),
                Value(id=value_id(name, "when", "", when.id), property="when", cites=[when.id], edtf=when.value),
                Value(id=value_id(name, "where", "", where.id), property="where", cites=[where.id], entity=where.value),
            ],
            by=By(component="claims", version="1"),
        )

    def says(self, reviewer: str, act: Act, *, clock: int | None = None, device: str = "laptop") -> Decision:
        """Puts an act into the reviewer's log and gives the decision."""
        number = len(self.decisions) + 1
        bare = draft(act, reviewer, device, "1970-01-01T00:00:00Z")
        made = identified(msgspec.structs.replace(bare, seq=number, clock=clock or number))
        self.decisions.append(made)
        return made

    def fold(self, mentions: Iterable[Mention] = (), claims: Iterable[Claim] = (), text: str | None = None) -> Reviewed:
        """What all of it comes to, with the text as it is, or as it is now."""
        texts = {self.source: self.text if text is None else text}
        return fold(self.decisions, mentions, claims, texts, self.adjudicators)

    def session(
        self,
        mentions: Iterable[Mention] = (),
        claims: Iterable[Claim] = (),
        joins: Iterable[object] = (),
        *,
        reviewer: str = "anna",
        wanted: Wanted | None = None,
        authority: Authority | None = None,
        append: object = None,
    ) -> Session:
        """A session of one reviewer, whose answers go into the desk's log."""

        def save(decision: Decision) -> Decision:
            number = len(self.decisions) + 1
            made = identified(msgspec.structs.replace(decision, seq=number, clock=number))
            self.decisions.append(made)
            return made

        state = State(self.decisions, mentions, claims, {self.source: self.text}, self.adjudicators)
        who = Reviewer(name=reviewer, device="laptop", now=lambda: "1970-01-01T00:00:00Z")
        project = Project(authority=authority or Authority(), event_types=["meeting", "arrest"])
        return Session(state, joins, append or save, who, project, wanted or Wanted())


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(scope="session")
def new_desk() -> type[Desk]:
    return Desk
