"""From what was found in a passage to a claim with its ids, score and label."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import msgspec

from regesta.extract.asserters import Voice
from regesta.extract.grammar import is_verb
from regesta.extract.happenings import Happening
from regesta.extract.score import weighed
from regesta.model.claim import About, Claim, Stance, Value
from regesta.model.ids import claim_id, value_id
from regesta.model.mention import By

COMPONENT = "regesta.extract"
#: Counts the rules: raise it when the same mentions give other claims.
RULES = "4"
_NAME_BEFORE = re.compile(r"(?:(?:[A-ZÀ-ÖØ-ÞŁŚŻŹĆŠŽČ][\w’'.]*(?:[–-][\w’']+)*|of|and|de|von|the)[\s–-]+)+$")
_NAME_AFTER = re.compile(r"^(?: of(?: the)? [A-ZÀ-ÖØ-ÞŁŚŻŹĆŠŽČ][\w’'–-]*(?: [A-ZÀ-ÖØ-ÞŁŚŻŹĆŠŽČ][\w’'–-]*)*)?")
_LEAST = re.compile(
    r"^(?:(?:of|and|de|von|the|in|on|at|after|before|during|a|an|this|these|that|those|some|with|without|if|when|while"
    r"|since|from|by|for|as|to|its|their|his|her|both|such|no|another|under|until|although|though|where|which|what"
    r"|but|or|also|so|then)\s+)+",
    re.IGNORECASE,
)
#: "The parade of German and Soviet troops": a name cut here would be no name.
_IS_CUT = re.compile(
    r"\s+(?:(?:and|or)\s+(?:the\s+)?[A-Z]|(?!(?:in|on|at|by|to|of|from|and|or|was|were|is|are|had|has|with|for|as|which"
    r"|who|that|between|during|after|before|took|began|ended|where|when|but|near|under|against|did|would|may)\b)[a-z])"
)
_LONGEST_LABEL = 80


class Proposal(msgspec.Struct, frozen=True):
    """What a passage says, by whose word and how firmly, before it has ids."""

    happening: Happening
    values: tuple[Value, ...]
    stance: Stance
    voice: Voice
    about: About | None = None


def claim_of(source_id: str, proposal: Proposal) -> Claim:
    """The claim, with ids, score and label; two values of one slot that cite the same mention first are one."""
    happening = proposal.happening
    ident = claim_id(source_id, happening.type.name, happening.passage.mention.id, happening.key.id)
    likely, reasons = weighed(happening, proposal.values, proposal.stance)
    named: dict[str, Value] = {}
    for value in proposal.values:
        key = value_id(ident, value.property, value.role, value.cites[0])
        named.setdefault(key, msgspec.structs.replace(value, id=key))
    return Claim(
        id=ident,
        source=source_id,
        type=happening.type.name,
        passage=happening.passage.mention.id,
        stance=proposal.stance,
        asserted_by=proposal.voice.asserter,
        values=list(named.values()),
        by=By(component=COMPONENT, version=_version(), score=likely, reasons=reasons),
        about=proposal.about,
        label="" if any(value.property == "part_of" for value in proposal.values) else label_of(happening),
    )


def label_of(happening: Happening) -> str:
    """What the passage calls the happening: a proper name if a noun ends one, else its nouns; empty for a mere verb."""
    passage, dates = happening.passage, [(date.start, date.end) for date in happening.passage.of("DATE")]
    triggers = [each for each in happening.triggers if each.label == "TRIGGER" and not is_verb(each, happening.type)]
    if not triggers:
        return ""
    proper = [trigger for trigger in triggers if trigger.exact[:1].isupper() and trigger.start > passage.start]
    first = proper[0] if proper else triggers[0]
    last = first if proper or triggers[-1].end - first.start > _LONGEST_LABEL // 2 else triggers[-1]
    before = _NAME_BEFORE.search(passage.before(first.start))
    start = first.start - len(before[0]) if before else first.start
    start = max([start, *(end for _, end in dates if start < end <= first.start)])
    after = _NAME_AFTER.match(passage.after(last.end))
    end = last.end + len(after[0]) if after else last.end
    if _IS_CUT.match(passage.after(end)) or any(a < end and last.end < b for a, b in dates):
        end = last.end
    words = _LEAST.sub("", " ".join(passage.clauses.text[start:end].split()))[:_LONGEST_LABEL].strip()
    return "" if words.isupper() else words


@cache
def _version() -> str:
    try:
        return f"{version('regesta')}+rules{RULES}"
    except PackageNotFoundError:
        return f"rules{RULES}"
