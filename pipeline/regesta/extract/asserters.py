"""Whose word a claim is: the source's own, or that of a person, an organisation, a group or nobody named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from regesta.extract.cues import governing
from regesta.extract.reading import Passage
from regesta.model.claim import Asserter, AsserterKind
from regesta.model.mention import Label, Mention
from regesta.names import lists

_KINDS: dict[str, AsserterKind] = {
    "attribution:person": "person",
    "attribution:organisation": "organisation",
    "attribution:group": "group",
    "attribution:anonymous": "anonymous",
}
_LABELS: dict[AsserterKind, tuple[Label, ...]] = {"person": ("PERSON",), "organisation": ("ORG", "PLACE")}
_SPEAKING = ("deny", "accuse", "admit", "question", "support", "dispute")
_NEAR = 60
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|the (?:author|historian|general|witness|writer|chronicler))\b", re.IGNORECASE
)
_OPENERS = re.compile(
    r"^(?:and|but|also|however|while|yet|thus)?,?\s*"
    r"(?:according to|as|in the (?:view|opinion|words) of|(?:as\s+)?(?:\w+\s+)?by)\s+",
    re.IGNORECASE,
)
_PAST = "said|told|spoke|swore|thought|held|wrote|written|saw|gave|put|found|heard|informed|assured"
_STEMS = (
    "claim|say|state|argue|believe|maintain|point|suggest|think|hold|insist|report|write|describe|conclude|allege|contend"
    "|assert|note|place|date|dispute|reject|deny|denie|agree|record|mention|assume|affirm|recall|remember|testify|testifie"
    "|relate|see|consider|estimate|doubt|declare|tell|speak|accept|swear|hint|observe|remark|explain|regard|question|list"
    "|give|offer|propose|infer|add|confirm|find|show|hear|complain|warn|stress|confess|admit"
)
_VERBS = rf"(?:{_PAST}|(?:{_STEMS})(?:s|d|ed|ing)?)"
#: A verb of saying that is not at once followed by another: "reports say", not the reports.
_SAYING = re.compile(
    r"[,\s]+(?:(?:have|has|had|who|also|now|even|still|later|however|further|therefore|thus|instead)\s+)*"
    rf"(?<!\bthe )(?<!\ba ){_VERBS}\b(?!\s+{_VERBS}\b).*$",
    re.IGNORECASE | re.DOTALL,
)
#: An attribution that begins with the verb and names nobody: "stated that" beside a name.
_NAMES_NOBODY = re.compile(
    rf"(?:(?:{_PAST}|(?:{_STEMS})(?:s|d|ed|ing))\b(?!\s+{_VERBS}\b)|according\s+to$|as\s|in\s+the\s)", re.IGNORECASE
)
#: "Harker was indicted for": he is the one of whom it is said.
_ACCUSED = re.compile(r"^(?:indicted|charged|suspected|held|implicated|under|accused of)\b", re.IGNORECASE)
#: "Harker was not arrested": nobody speaks.
_NEGATES = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
#: "The army denied that": who speaks though no name is given.
_UNNAMED_SPEAKER = re.compile(
    r"\b((?:(?:one|two|three|four|some|many|several|most)\s+of\s+)?(?:the|his|her|their|an?)\s+(?:[a-z-]+\s+){0,2}?[a-z-]+)"
    r"\s+(?:(?:has|had|have|also|later|then|always)\s+)*$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"^(?:den(?:y|ies|ied)|admit|confess|accus|acknowledg|conced|question|doubt)", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"(?:s|men|people|army|police|government|ministry|court|council|party|junta|press|embassy|navy|jury|staff)$", re.I
)
_WHOSE = re.compile(r"^(?:according to|in the (?:view|opinion|words) of|as)\b", re.IGNORECASE)
#: A work that speaks, and not its author: "the chronicle says".
_WORKS = re.compile(rf"\b(?:{'|'.join(lists.sections('voices')['works'])})\b", re.IGNORECASE)
#: "A senior official, speaking on condition of anonymity": who it is stands first.
_APPOSED = re.compile(r",.*$", re.DOTALL)
#: '"...," said a clerk'
_TURNED = re.compile(r"(?:said|says|wrote|writes|(?:recall|explain|add)(?:ed|s))\s+(?!that\b)(?=\w)", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an", "some", "many", "several", "his", "her", "their", "our", "my"})
_OF_WHOM = re.compile(r"\b(?:from|in|near|at|of|for|by)(?=\s+(?:the\s+)?$)", re.IGNORECASE)
_ASIDE = re.compile(r",?\s+(?:however|therefore|moreover|instead|indeed|too|though|by contrast)$", re.IGNORECASE)
#: "A meeting in December has also been claimed".
_IS_CLAIMED = re.compile(r"^(?:is|are|was|were|has|have|had)\b")
#: What stands between a name and the words that say it speaks: nothing, an apposition, a title of a work.
_BETWEEN = re.compile(r"^[\s,]*(?:[\w’'.,\- ]{0,40})?$")


class Voice(Struct, frozen=True):
    """An asserter, and the mentions that stand for who speaks and so are no participants of what is told."""

    asserter: Asserter
    speakers: tuple[str, ...] = ()
    inferred: bool = False

    @property
    def is_source(self) -> bool:
        """Whether it is the source's own voice."""
        return self.asserter.kind == "source"


def source_voice(source_id: str) -> Voice:
    """The source speaking for itself."""
    return Voice(Asserter(kind="source", label=source_id, id=source_id))


def voice_of(source_id: str, passage: Passage, target: Mention, earlier: Sequence[Passage]) -> Voice:
    """Whose word it is that a happening took place, by the attribution that takes it in."""
    cues = governing(passage, target, "attribution")
    claimed = [cue for cue in cues if cue.start >= target.end and _IS_CLAIMED.match(cue.exact)]
    if claimed:
        return _attributed(passage, claimed[0], earlier)
    if cues:
        ahead = [cue for cue in cues if cue.end <= target.start]
        return _attributed(passage, ahead[-1] if ahead else cues[0], earlier)
    for cue in governing(passage, target, "deny", "accuse", "admit", "question"):
        speaker = _right_before(passage, cue, ("PERSON", "ORG"))
        silent = _ACCUSED.match(cue.exact) or (_NEGATES.search(cue.exact) and not _SPEAKS.match(cue.exact))
        if speaker and cue.end <= target.start and not silent:
            return _spoken_by(speaker, cue)
        unnamed = _UNNAMED_SPEAKER.search(passage.before(cue.start)) if cue.end <= target.start else None
        if unnamed and _SPEAKS.match(cue.exact):
            label = unnamed[1][:1].lower() + unnamed[1][1:]
            many = _COLLECTIVE.search(label) and not label.startswith("one of ")
            return Voice(Asserter(kind="group" if many else "person", label=label, cites=[cue.id]))
    return source_voice(source_id)


def names_before_saying(passage: Passage, target: Mention) -> list[str]:
    """The names up to the end of the words that say who speaks: "X, who led Y, recalls in Z that" brings in none."""
    ahead = [cue for cue in governing(passage, target, "attribution") if cue.end <= target.start]
    if not ahead or _WHOSE.match(ahead[-1].exact):
        return []
    return [name.id for name in passage.of("PERSON", "ORG") if name.start < ahead[-1].end]


def voice_of_cue(passage: Passage, cue: Mention, earlier: Sequence[Passage]) -> Voice:
    """Whose word a dispute or an attribution is that stands without a happening of its own."""
    attributions = [other for other in passage.of("CUE") if other.value.startswith("attribution")]
    if cue.value.startswith("attribution"):
        return _attributed(passage, cue, earlier)
    if attributions:
        return _attributed(passage, min(attributions, key=lambda other: abs(other.start - cue.start)), earlier)
    after = [name for name in passage.of("PERSON", "ORG") if cue.end <= name.start <= cue.end + _NEAR]
    speaker = _right_before(passage, cue, ("PERSON", "ORG")) or (after[0] if after else None)
    if speaker:
        return _spoken_by(speaker, cue)
    group = re.match(
        r"\s*(?:by\s+)?((?:some|other|many|several|most|a few|certain)\s+[a-z]+s)\b", passage.after(cue.end)
    )
    label = group[1] if group else _group_in(cue.exact)
    if label:
        return Voice(Asserter(kind="group", label=label, cites=[cue.id]))
    return Voice(Asserter(kind="anonymous", label="not named", cites=[cue.id]))


def _spoken_by(speaker: Mention, cue: Mention) -> Voice:
    """The voice of somebody named, with the words that say that they speak."""
    kind: AsserterKind = "person" if speaker.label == "PERSON" else "organisation"
    label = " ".join(speaker.exact.split())
    return Voice(Asserter(kind=kind, label=label, id=speaker.value, cites=[speaker.id, cue.id]), (speaker.id,))


def _member(passage: Passage, cue: Mention) -> tuple[Mention, Mention] | None:
    """The person who speaks, with the body they belong to: "Professor Malik of Lund University concluded"."""
    for body in passage.of("ORG", "PLACE"):
        if body.start < cue.end and cue.start < body.end + 2:
            for person in passage.of("PERSON"):
                if person.end <= body.start and re.fullmatch(
                    r",?\s+(?:of|from|at)\s+(?:the\s+)?", passage.between(person, body)
                ):
                    return person, body
    return None


def _group_in(words: str) -> str:
    match = re.search(
        r"\b((?:some|other|many|several|most|a few|certain)\s+(?:[a-z]+\s+)?[a-z]*s|others)\b", words, re.I
    )
    return match[1].lower() if match else ""


def _attributed(passage: Passage, cue: Mention, earlier: Sequence[Passage]) -> Voice:
    kind = _KINDS.get(cue.value, "anonymous")
    member = _member(passage, cue)
    if member and kind in _LABELS:
        person, body = member
        voice = _spoken_by(person, cue)
        return Voice(voice.asserter, (person.id, body.id))
    if kind in _LABELS:
        speaker = _inside_or_near(passage, cue, _LABELS[kind])
        if speaker:
            return _spoken_by(speaker, cue)
        antecedent = _antecedent(passage, earlier, _LABELS[kind]) if _PRONOUN.search(cue.exact) else None
        if antecedent:
            asserter = Asserter(
                kind=kind, label=" ".join(antecedent.exact.split()), id=antecedent.value, cites=[cue.id, antecedent.id]
            )
            return Voice(asserter, (antecedent.id,), inferred=True)
    named = kind != "anonymous" or _WORKS.search(cue.exact)
    label = speaker_words(cue.exact, kind) if named else "not named"
    return Voice(Asserter(kind=kind, label=label, cites=[cue.id]))


def speaker_words(cue: str, kind: AsserterKind) -> str:
    """Who speaks, out of the words of an attribution: "some historians" of "Some historians claim that"."""
    words = _OPENERS.sub("", " ".join(cue.split())).strip(' ,:;"“”')
    turned = _TURNED.match(words)
    bare = words[turned.end() :] if turned else _APPOSED.sub("", _ASIDE.sub("", _SAYING.sub("", words)))
    first, _, rest = bare.partition(" ")
    named = rest[:1].isupper() and first.casefold() not in _ARTICLES
    keeps = named or (first.isupper() and len(first) > 1) or first in lists.words("demonyms")
    return bare[:1].lower() + bare[1:] if (rest or kind == "group") and not keeps else bare


def _inside_or_near(passage: Passage, cue: Mention, labels: tuple[Label, ...]) -> Mention | None:
    names = passage.of(*labels)
    inside = [name for name in names if name.start < cue.end and cue.start < name.end and not _is_aside(cue, name)]
    if inside:
        return inside[0] if inside[0].start <= cue.start else inside[-1]
    if _PRONOUN.search(cue.exact) or not _NAMES_NOBODY.match(cue.exact):
        return None
    return _right_before(passage, cue, labels) or _right_after(passage, cue, labels)


def _is_aside(cue: Mention, name: Mention) -> bool:
    """Whether a name in an attribution only tells more of who speaks: "a woman from Riga said"."""
    ahead = cue.exact[: max(name.start - cue.start, 0)]
    of_whom = _OF_WHOM.search(ahead)
    return bool(of_whom and not _OPENERS.fullmatch(f"{ahead[: of_whom.end()].rstrip()} "))


def _right_before(passage: Passage, cue: Mention, labels: tuple[Label, ...]) -> Mention | None:
    """The last name before a cue in its clause, with at most a few words between."""
    names = [name for name in passage.of(*labels) if name.end <= cue.start]
    if not names or passage.clauses.strong_between(names[-1].end, cue.start):
        return None
    triggers = [t for t in passage.of("TRIGGER") if names[-1].end <= t.start < cue.start]
    return names[-1] if not triggers and _BETWEEN.match(passage.between(names[-1], cue)) else None


def _right_after(passage: Passage, cue: Mention, labels: tuple[Label, ...]) -> Mention | None:
    names = [name for name in passage.of(*labels) if cue.end <= name.start <= cue.end + _NEAR]
    before_trigger = [n for n in names if not any(cue.end <= t.start < n.start for t in passage.of("TRIGGER"))]
    return before_trigger[0] if before_trigger else None


def _antecedent(passage: Passage, earlier: Sequence[Passage], labels: tuple[Label, ...]) -> Mention | None:
    """The person last named before a pronoun, in the same paragraph."""
    for other in reversed(earlier):
        if other.paragraph != passage.paragraph:
            return None
        names = other.of(*labels)
        if names:
            return names[0]
    return None
