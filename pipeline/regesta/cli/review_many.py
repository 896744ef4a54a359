"""The commands of a review that decide many at once, or look about: each shows first what it would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from regesta.cli.review_words import Done, Word, assigned
from regesta.model.decision import Decision
from regesta.model.mention import Mention
from regesta.review.act import refuse
from regesta.review.concordance import Line
from regesta.review.decide import Change, checked_label
from regesta.review.everywhere import Everywhere, concordance, preview, unmarked
from regesta.review.names_met import OPEN
from regesta.review.queue import Item
from regesta.review.search import search
from regesta.review.session import Session
from regesta.review.stretches import Stretch, mentions_of, progress, stretches
from regesta.review.sure import sure

#: The word that turns what was shown into an act.
YES = "yes"
_ANSWERS: tuple[Everywhere, ...] = ("accept", "reject")
#: Places that are shown of one preview or search; the rest is counted.
_SHOWN = 60


def everywhere(session: Session, words: Sequence[Word], note: str) -> Done:
    """Decides the name that is shown wherever it is open; `in=all` looks beyond this source."""
    shown = _mention(session)
    bare, does = _bare(words)
    answer: Everywhere = "accept"
    for each in _ANSWERS:
        answer = each if each in bare else answer
    changed = assigned([word for word in words if word.name not in ("", "in")], ("label", "value", "title"))
    change = Change(label=changed.get("label"), value=changed.get("value"), title=changed.get("title"))
    if changed:
        answer = "amend"
    if any(each not in _ANSWERS for each in bare):
        raise refuse(f"{' '.join(bare)!r} is no answer", "Such as `everywhere reject` or `everywhere label=ORG`.")
    found = preview(session, shown, "all" if _is_all(words) else "source", answer)
    if does:
        return _many(session.everywhere(found.open, answer, change, note), answer)
    head = f"{len(found.open)} would be decided ({answer}); `yes` at the end of the line does it."
    said = [head, *_lines(concordance(session, found.open))]
    if found.decided:
        how = Counter(f"{each.status} as {_reading(each)} by {', '.join(each.reviewers)}" for each in found.decided)
        said += [f"{len(found.decided)} are decided already and stay as they are:"]
        said += [f"  {often} {words}" for words, often in how.most_common()]
    return Done(message="\n".join(said))


def mark(session: Session, words: Sequence[Word], note: str) -> Done:
    """Marks words that nobody proposed, wherever they stand unmarked in the source, or with `in=all` in all."""
    bare, does = _bare(words)
    if len(bare) != 2:
        raise refuse("say a label and the words", 'Such as `mark ORG "Red Cross"`.')
    label = checked_label(bare[0])
    found = unmarked(session, bare[1], label, _sources(session, words))
    value = next((word.text for word in words if word.name == "value"), "")
    if not does:
        head = f"{len(found)} would be marked as {label}; `yes` at the end of the line does it."
        return Done(message="\n".join([head, *_lines(found)]))
    places = [(each.source, (each.start, each.end)) for each in found]
    return _many(session.add_everywhere(places, label, value, note), "added", moved=False)


def surely(session: Session, words: Sequence[Word], note: str) -> Done:
    """Accepts what is surely right on the page of what is shown; goes to the sample where there is one to answer."""
    bare, does = _bare(words)
    found = sure(session, _source(session), _page(session, bare))
    if found.sample:
        session.go(found.sample[0].key)
        return Done(message=f"{len(found.sample)} of them are to be answered first; here is one.", moved=True)
    if not found.is_offered:
        return Done(message="Too few of what is open on this page is surely right.")
    if does:
        return _many(session.accept_sure(found, note), "accepted")
    head = f"{found.note.replace('accepted', 'would be accepted')}; `sure yes` accepts them."
    return Done(message="\n".join([head, *_lines(concordance(session, found.rest))]))


def page(session: Session, words: Sequence[Word], note: str) -> Done:
    """Accepts all that is still open on the page of what is shown."""
    bare, does = _bare(words)
    where = _page(session, bare)
    items = [each for each in mentions_of(session, where) if each.status in OPEN]
    if does:
        return _many(session.accept_page(items, note), "accepted")
    head = f"{len(items)} are open on page {where.label}; when all are right, `page yes` accepts them."
    rows = zip(items, _lines(concordance(session, items)), strict=False)
    return Done(message="\n".join([head, *(f"{_reading(item)} {row}" for item, row in rows)]))


def find(session: Session, words: Sequence[Word]) -> Done:
    """Looks for words, whatever their case and marks; `pattern=` looks for a regular expression instead."""
    pattern = next((word.text for word in words if word.name == "pattern"), "")
    text = pattern or " ".join(word.text for word in words if not word.name)
    sources = [word.text for word in words if word.name == "in" and word.text != "all"]
    found = search(session.state.texts, text, session.page_of, sources=sources, pattern=bool(pattern))
    return Done(message="\n".join([f"{len(found)} places", *_lines(found)]))


def pages(session: Session) -> Done:
    """How far each page of the source has come."""
    rows = progress(session, _source(session))
    return Done(message="\n".join(f"page {row.stretch.label}: {row.open} open, {row.decided} decided" for row in rows))


def step(session: Session, *, forward: bool) -> Done:
    """Goes to the next that waits, or back to what was shown before."""
    shown = session.next() if forward else session.previous()
    return Done(message="" if shown else "There is none.", moved=shown is not None)


def go_to(session: Session, words: Sequence[Word]) -> Done:
    """Shows the mention or claim of an id, whether it waits or not."""
    if len(words) != 1:
        raise refuse("say which", "Such as `go m-4f0q2k9s1c7d3e8a`.")
    name = words[0].text
    session.go(("claim" if name.startswith("c-") else "mention", name))
    return Done(message="", moved=True)


def _bare(words: Sequence[Word]) -> tuple[list[str], bool]:
    bare = [word.text for word in words if not word.name]
    does = bare[-1:] == [YES]
    return (bare[:-1] if does else bare), does


def _mention(session: Session) -> Item:
    shown = session.current
    if shown is None or not isinstance(shown.record, Mention):
        raise refuse("only a mention can be decided everywhere", "Answer this one.")
    return shown


def _source(session: Session) -> str:
    shown = session.current
    if shown is not None and not isinstance(shown.record, Mention) and len(session.sources) == 1:
        return session.sources[0]
    if shown is None or not isinstance(shown.record, Mention):
        raise refuse("go to a mention first", "`next` goes to one that waits.")
    return shown.record.source


def _page(session: Session, bare: Sequence[str]) -> Stretch:
    """The page that was named by its number, else the one on which the mention stands that is shown."""
    source = _source(session)
    shown = session.current
    at = shown.record.start if shown is not None and isinstance(shown.record, Mention) else 0
    for where in stretches(session, source):
        named = bool(bare) and bare[0] in (where.label, str(where.n))
        if named or (not bare and any(start <= at < end for start, end in where.spans)):
            return where
    raise refuse(f"{source} has no page {' '.join(bare)}".rstrip(), "`pages` lists them.")


def _sources(session: Session, words: Sequence[Word]) -> list[str]:
    return session.sources if _is_all(words) else [_source(session)]


def _is_all(words: Sequence[Word]) -> bool:
    return any(word.name == "in" and word.text == "all" for word in words)


def _lines(found: Sequence[Line]) -> list[str]:
    """Concordance lines, the words in brackets; what is too much is counted."""
    said = [f"  {_where(each)}  …{each.before}[[{each.words}]]{each.after}…" for each in found[:_SHOWN]]
    return [*said, f"  and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else said


def _where(each: Line) -> str:
    return each.source if each.page is None else f"{each.source}, page {each.page}"


def _reading(item: Item) -> str:
    record = item.record
    return f"{record.label} {record.value or 'open'}" if isinstance(record, Mention) else ""


def _many(saved: Sequence[Decision], verb: str, moved: bool = True) -> Done:
    """Says what a batch came to: its lines in the log, and that undo takes it back as one."""
    first, last = saved[0].seq, saved[-1].seq
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    return Done(message=f"saved, {where}: {len(saved)} decided ({verb}); undo takes them back as one", moved=moved)
