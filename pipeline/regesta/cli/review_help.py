"""What the keys and lines of a review do, for whoever asks with `?`."""

from __future__ import annotations

from regesta.review.keys import KEYS, ON_SCREEN
from regesta.review.queue import Kind

#: What follows the words of a key that goes on with words.
_MORE = {
    "amend": """\
            Of a mention:
              value=1939-12  label=PLACE  span="exact words"  title=General
            Of a claim:
              when=1939-12  where=Lwów  who:host+=Gestapo  who-=person:x
              who:victim+="group:villagers"  (who has no name)
              count="20 officer"  outcome="no agreement"  type=arrest
              stance=denied  by="group:some writers"  about=disputes:CLAIM
            = takes the place of what is there, += adds, -= takes away.
            VALUE@"words" cites these words of the passage; what no words
            of it bear out is marked as inferred.
"""
}
#: Keys that do nothing to an item of a kind.
_NOT_OF: dict[Kind, tuple[str, ...]] = {
    "claim": ("recall", "everywhere"),
    "join": ("keep", "amend", "recall", "everywhere"),
    "same": ("keep", "amend", "recall", "everywhere"),
}
#: What to accept or reject a pair means.
_OF_A_PAIR = {"accept": "one", "reject": "two"}
_LINES = """\
On a line of its own (with : in front, where single keys are read):
  add-claim TYPE "words of its passage" [trigger="met"] [when=… where=…]
  take NAME           Answer as this other reviewer did.
  rank VALUE RANK     preferred, normal or deprecated; VALUE as it is shown.
  everywhere [reject] [label=ORG] [in=all]
                      What this name would be wherever it is open; the same
                      line with `yes` at its end does it, undo takes it back.
  mark ORG "words" [in=all]       The same for words that nobody marked.
  sure                What is surely right on this page; `sure yes` accepts.
  page                What is still open on this page; `page yes` accepts.
  pages               How far each page has come.
  find "words" [in=CITEKEY]       Where they stand; find pattern="Gestap."
  go ID               Show this mention or claim.
  show                Show the item again.
Every answer takes note="…" too."""


def help_text() -> str:
    """The keys with what they do, then the commands that have none."""
    keys = "".join(f"{each.key}  {_name(each.name)}{each.does}\n{_MORE.get(each.name, '')}" for each in KEYS)
    return f"{keys}\n{_LINES}"


def screen_help() -> str:
    """The keys that only the whole screen has, before all others."""
    own = "".join(f"{each.key}  {each.name.ljust(11)}{each.does}\n" for each in ON_SCREEN)
    return f"{own}Enter or a saves the words as they are marked then, Escape leaves them.\n\n{help_text()}"


def legend(kind: Kind = "mention") -> str:
    """The keys on one line that do something to an item of a kind, without those that only save typing."""
    keys = [each for each in KEYS if not each.line and each.name not in _NOT_OF.get(kind, ())]
    named = _OF_A_PAIR if kind in ("join", "same") else {}
    return "  ".join(f"{each.key} {named.get(each.name, each.name)}" for each in keys)


def _name(name: str) -> str:
    return f"{name} ".ljust(9)
