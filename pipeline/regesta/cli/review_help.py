"""What the keys and lines of a review do, for whoever asks with `?`."""

from __future__ import annotations

from regesta.review.keys import KEYS

#: What follows the words of a key that goes on with words.
_MORE = {
    "amend": """\
            Of a mention:
              value=1939-12  label=PLACE  span="exact words"  title=General
            Of a claim:
              when=1939-12  where=Lwów  who:host+=Gestapo  who-=person:x
              count="20 officer"  outcome="no agreement"  type=arrest
              stance=denied  by="group:some writers"  about=disputes:CLAIM
            = takes the place of what is there, += adds, -= takes away.
            VALUE@"words" cites these words of the passage; what no words
            of it bear out is marked as inferred.
"""
}
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


def legend() -> str:
    """The keys on one line, without those that only save typing."""
    return "  ".join(f"{each.key} {each.name}" for each in KEYS if not each.line)


def _name(name: str) -> str:
    return f"{name} ".ljust(9)
