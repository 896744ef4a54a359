"""The keys of a review: one home for every face, so that a hand that has learned them once knows them everywhere."""

from __future__ import annotations

from msgspec import Struct


class Key(Struct, frozen=True, kw_only=True):
    """A key, the command that it stands for in the line language, and what that does.

    `words`: the command goes on with words, for which a face asks; with `line`, it stands for a whole line.
    """

    key: str
    name: str
    does: str
    words: bool = False
    line: str = ""


KEYS: tuple[Key, ...] = (
    Key(key="a", name="accept", does="It is right; where the proposal has changed, the new one is."),
    Key(key="k", name="keep", does="It is right as it was decided, whatever is proposed now."),
    Key(key="r", name="reject", does="It is wrong. Of two claims or names: they are two."),
    Key(key="e", name="amend", does="It is right with changes.", words=True),
    Key(key="1", name="date", does="It is right, but a date.", line="amend label=DATE"),
    Key(key="2", name="place", does="It is right, but a place.", line="amend label=PLACE"),
    Key(key="3", name="person", does="It is right, but a person.", line="amend label=PERSON"),
    Key(key="4", name="org", does="It is right, but an organisation.", line="amend label=ORG"),
    Key(key="m", name="recall", does="As this name was decided before, which is shown."),
    Key(key="*", name="everywhere", does="The same wherever this name is open: shows them first."),
    Key(key="s", name="skip", does="Leave it open for now."),
    Key(key="u", name="undo", does="Take your last answer back."),
    Key(key=".", name="next", does="Go on without an answer."),
    Key(key=",", name="previous", does="Go back to what was shown before."),
    Key(key="/", name="find", does="Look for words in all sources.", words=True),
    Key(key="+", name="add", does='A mention: PLACE "exact words" [value=place:lwow]', words=True),
    Key(key="n", name="note", does="Note something; it decides nothing.", words=True),
    Key(key="q", name="quit", does="Stop; all is saved."),
    Key(key="?", name="help", does="This."),
)
#: By its key.
BY_KEY = {each.key: each for each in KEYS}

_EDGES = (
    Key(key="ArrowRight", name="end-on", does="One word more at the end; with shift: one less at the start."),
    Key(key="ArrowLeft", name="end-back", does="One word less at the end; with shift: one more at the start."),
)
#: What only a page has, beside the keys that all faces share.
ON_PAGE: tuple[Key, ...] = (
    Key(key="g", name="goto", does="Go to a page, or to what an id names."),
    Key(key="z", name="zoom", does="The page as it looks, larger; after the largest, as at first."),
    Key(key="y", name="sure", does="Accept what is surely right on this page: shows it first."),
    Key(key="f", name="complete", does="This source is reviewed to the end: shows first what is open."),
    Key(key="w", name="elsewhere", does="The words added last, wherever else they stand: shows them first."),
    Key(key="v", name="ranks", does="Rival values of events: say which is preferred."),
    Key(key="c", name="claim", does="Add a claim that rests on the selected words."),
    *_EDGES,
    Key(key="PageDown", name="page-on", does="The next page of the source."),
    Key(key="PageUp", name="page-back", does="The page before."),
)

#: What only the whole screen of a terminal has; the arrows do the same as on a page.
ON_SCREEN: tuple[Key, ...] = (
    Key(key="]", name="end-on", does="One word more at the end; → does the same."),
    Key(key="}", name="end-back", does="One word less at the end; ←."),
    Key(key="[", name="start-back", does="One word more at the start; Shift ←."),
    Key(key="{", name="start-on", does="One word less at the start; Shift →."),
)

#: Sides of a conflict that have keys; of more, the others are taken by their buttons.
_SIDES = 5
#: What settles what reviewers answered differently.
ON_CONFLICTS: tuple[Key, ...] = (
    *(Key(key=str(n), name=f"side-{n}", does=f"Side {n} is right.") for n in range(1, _SIDES + 1)),
    Key(key="b", name="both", does="Keep all that was marked here, side by side."),
    Key(key="0", name="nothing", does="There is nothing here: reject all of it. Of a pair: they are two."),
    Key(key="e", name="amend", does="The first is right with changes, and takes the place of the others."),
    Key(key="n", name="note", does="Write a note that is kept with your ruling."),
    Key(key="s", name="skip", does="Leave it open for now."),
    Key(key="u", name="undo", does="Take your last ruling back."),
    Key(key=",", name="previous", does="Go to the conflict before."),
    *(each for each in KEYS if each.name in ("find", "help")),
    *_EDGES,
)

#: What ranks the rival values of an event; shift and a number say that a value is deprecated.
ON_RANKS: tuple[Key, ...] = (
    *(Key(key=str(n), name=f"side-{n}", does=f"Value {n} is preferred.") for n in range(1, _SIDES + 1)),
    Key(key="0", name="level", does="None is preferred: all of them are normal, side by side."),
    Key(key="n", name="note", does="Write the reason, which is kept with the rank."),
    Key(key="s", name="skip", does="Leave it open for now."),
    Key(key="u", name="undo", does="Take your last answer back."),
    Key(key=",", name="previous", does="Go to the one before."),
    *(each for each in KEYS if each.name in ("find", "help")),
)
