"""The line language of a review: one command a line, for pipes, screen readers, tests, and behind the single keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast, get_args

from regesta.cli import review_many as many
from regesta.cli.review_show import in_short
from regesta.cli.review_words import Done, Word, assigned, command_of, words_of
from regesta.model.claim import Claim
from regesta.model.decision import Decision
from regesta.model.event import Join, Rank
from regesta.model.mention import Mention
from regesta.model.same import Same
from regesta.review.act import refuse
from regesta.review.decide import Change
from regesta.review.decide_claim import ClaimChange, Edit
from regesta.review.places import nearest
from regesta.review.session import Session
from regesta.review.slots import PROPERTIES, Typed
from regesta.review.words import plain

_OF_A_MENTION = ("span", "label", "value", "title")
_OF_A_CLAIM = ("type", "stance", "by", "about", "via")


def perform(session: Session, line: str) -> Done | None:
    """Does what a line says; None for an empty line. Raises RegestaError where it cannot be done or saved.

    `help`, `show` and `quit` belong to the face and are not known here.
    """
    name, rest = command_of(line)
    if not name:
        return None
    if name == "note":
        return _done("noted", session.note(rest))
    doing = _DOING.get(name)
    if doing is None:
        raise refuse(f"{name!r} is no command", "`help` lists them.")
    words = words_of(rest)
    note = next((word.text for word in words if word.name == "note"), "")
    return doing(session, [word for word in words if word.name != "note"], note)


def _done(verb: str, decision: Decision) -> Done:
    short = in_short(decision)
    return Done(message=f"saved, line {decision.seq}: {verb}{': ' if short else ''}{short}", decision=decision)


def _no_more(words: list[Word]) -> None:
    if words:
        raise refuse(f"nothing can follow but note=…, not {words[0].text!r}")


def _accept(session: Session, words: list[Word], note: str) -> Done:
    _no_more(words)
    decision = session.accept(note)
    return _done("joined" if decision.answer == "join" else "accepted", decision)


def _keep(session: Session, words: list[Word], note: str) -> Done:
    _no_more(words)
    return _done("kept", session.keep(note))


def _reject(session: Session, words: list[Word], note: str) -> Done:
    _no_more(words)
    decision = session.reject(note)
    return _done("parted" if decision.answer == "part" else "rejected", decision)


def _skip(session: Session, words: list[Word], note: str) -> Done:
    _no_more(words)
    return _done("skipped", session.skip(note))


def _undo(session: Session, words: list[Word], note: str) -> Done:
    _no_more(words)
    decision = session.undo(note)
    return Done(message="there is nothing to take back") if decision is None else _done("taken back", decision)


def _take(session: Session, words: list[Word], note: str) -> Done:
    if len(words) != 1:
        raise refuse("say whose answer to take", "Such as `take ben`.")
    return _done(f"as {words[0].text}", session.take(words[0].text, note))


def _amend(session: Session, words: list[Word], note: str) -> Done:
    shown = session.current
    if not words:
        raise refuse("say what to change", "Such as `amend value=1939-12` or `amend label=PLACE`; `help` has more.")
    if shown is not None and isinstance(shown.record, Claim):
        return _done("amended", session.amend_claim(claim_change(words), note))
    if shown is None or not isinstance(shown.record, Mention):
        raise refuse("there is nothing here to amend")
    return amended(session.amend_mention(mention_change(session, shown.record, words), note))


def amended(decision: Decision) -> Done:
    """What is said of an amendment that was saved."""
    return _done("amended", decision)


def mention_change(session: Session, mention: Mention, words: list[Word]) -> Change:
    """What the words of a line change of a mention."""
    given = assigned(words, _OF_A_MENTION)
    span = _span(session, mention.source, given["span"], mention.start) if "span" in given else None
    return Change(span=span, label=given.get("label"), value=given.get("value"), title=given.get("title"))


def claim_change(words: list[Word]) -> ClaimChange:
    """What the words of a line change of a claim."""
    edits = []
    for word in words:
        if word.name in PROPERTIES and word.name != "type":
            text, _, cited = word.text.partition("@")
            typed = Typed(property=word.name, text=text.strip(), role=word.role, words=cited.strip())
            edits.append(Edit(operation=word.operation, typed=typed))
    rest = [word for word in words if word.name not in PROPERTIES or word.name == "type"]
    given = assigned(rest, _OF_A_CLAIM)
    return ClaimChange(
        edits=edits,
        type=given.get("type"),
        stance=given.get("stance"),
        asserted_by=given.get("by"),
        about=given.get("about"),
        via=given.get("via"),
    )


def _span(session: Session, source: str, words: str, near: int) -> tuple[int, int]:
    span = nearest(session.text(source), words, near)
    if span is None:
        raise refuse(f"“{words}” does not stand in the text of {source}", "Copy the words from the text as they are.")
    return span


def _where(session: Session, words: list[Word]) -> tuple[str, int]:
    """The source that something is added to, and the offset to look near: of the current item, or as said by in=."""
    said = next((word.text for word in words if word.name == "in"), "")
    shown = session.current
    if shown is not None and not isinstance(shown.record, Join | Same) and said in ("", shown.record.source):
        if isinstance(shown.record, Mention):
            return shown.record.source, shown.record.start
        passage = session.cited(shown.record).get(shown.record.passage)
        return shown.record.source, passage.start if passage else 0
    if said or len(session.sources) == 1:
        return said or session.sources[0], 0
    raise refuse("say which source to add it to", "Such as in=CITEKEY.")


def _add(session: Session, words: list[Word], note: str) -> Done:
    source, near = _where(session, words)
    bare = [word.text for word in words if not word.name]
    given = assigned([word for word in words if word.name not in ("", "in")], ("value", "title"))
    if len(bare) != 2:
        raise refuse("say a label and the words", 'Such as `add PLACE "exact words"`.')
    span = _span(session, source, bare[1], near)
    value, title = given.get("value", ""), given.get("title", "")
    return _done("added", session.add_mention(source, span, bare[0], value, title, note))


def _add_claim(session: Session, words: list[Word], note: str) -> Done:
    source, near = _where(session, words)
    bare = [word.text for word in words if not word.name]
    trigger = next((word.text for word in words if word.name == "trigger"), "")
    if len(bare) != 2:
        raise refuse("say a type and the words of the passage", 'Such as `add-claim meeting "They met in Lwów."`.')
    change = claim_change([word for word in words if word.name not in ("", "in", "trigger")])
    span = _span(session, source, bare[1], near)
    return _done("added", session.add_claim(source, span, bare[0], change, trigger, note))


def _rank(session: Session, words: list[Word], note: str) -> Done:
    if len(words) != 2 or words[1].text not in get_args(Rank):
        raise refuse(
            "say a value and its rank", f"Such as `rank 1939-12 preferred`; one of {' '.join(get_args(Rank))}."
        )
    asked = words[0]
    for claim in _claims_here(session, asked.text):
        for value in claim.values:
            named = asked.name in ("", value.property)
            if value.id == asked.text or (named and plain(value) == asked.text):
                rank = cast("Rank", words[1].text)
                return _done(f"ranked {rank}", session.rank(claim, value.id, rank, note))
    raise refuse(f"no value here reads {asked.text!r}")


def _claims_here(session: Session, value_id: str) -> list[Claim]:
    """The claims that are shown now, then any that has a value of this id."""
    shown = session.current
    found: list[Claim] = []
    if shown is not None and isinstance(shown.record, Claim):
        found = [shown.record]
    elif shown is not None and isinstance(shown.record, Join):
        found = [claim for claim in map(session.claim, shown.record.claims) if claim is not None]
    rest = (each.record for each in session.state.claims.values())
    return [*found, *(claim for claim in rest if any(value.id == value_id for value in claim.values))]


def _recall(session: Session, words: list[Word], note: str) -> Done:
    _no_more(words)
    decision = session.recall(note)
    return _done(f"{decision.answer} as before", decision)


def _bare(session: Session, words: list[Word], note: str) -> Session:
    """The session, for a command that saves nothing: a note after it would be lost, so it is refused."""
    if note or words:
        raise refuse("nothing can follow here", "`note` notes something about what is shown.")
    return session


_DOING: dict[str, Callable[[Session, list[Word], str], Done]] = {
    "accept": _accept,
    "keep": _keep,
    "reject": _reject,
    "skip": _skip,
    "undo": _undo,
    "take": _take,
    "amend": _amend,
    "add": _add,
    "add-claim": _add_claim,
    "rank": _rank,
    "recall": _recall,
    "everywhere": many.everywhere,
    "mark": many.mark,
    "sure": many.surely,
    "page": many.page,
    "pages": lambda session, words, note: many.pages(_bare(session, words, note)),
    "find": lambda session, words, note: many.find(_bare(session, [], note), words),
    "next": lambda session, words, note: many.step(_bare(session, words, note), forward=True),
    "previous": lambda session, words, note: many.step(_bare(session, words, note), forward=False),
    "go": lambda session, words, note: many.go_to(_bare(session, [], note), words),
}
