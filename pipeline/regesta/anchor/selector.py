"""The W3C text-quote selector: a quote with the text before and after it, made and found again."""

from __future__ import annotations

#: Code points of context on each side; the Web Annotation model leaves the length open.
CONTEXT = 32


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """The prefix and the suffix of a span: up to 32 code points before and after it."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def find(text: str, exact: str, prefix: str, suffix: str, near: int | None = None) -> tuple[int, int] | None:
    """The span at which the quote stands with its whole context, or None where it does not.

    Among several such places the one closest to the offset `near` is meant; without `near` they are ambiguous and
    none is given.
    """
    quote = prefix + exact + suffix
    if not exact:
        return None
    if near is not None and _stands_at(text, exact, prefix, suffix, near):
        return near, near + len(exact)
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at + len(prefix))
        at = text.find(quote, at + 1)
    places = [start for start in places if _stands_at(text, exact, prefix, suffix, start)]
    if not places or (near is None and len(places) > 1):
        return None
    start = places[0] if near is None else min(places, key=lambda place: (abs(place - near), place))
    return start, start + len(exact)


def _stands_at(text: str, exact: str, prefix: str, suffix: str, start: int) -> bool:
    """A context shorter than CONTEXT says that the text begins or ends there, so it must match as a whole."""
    end = start + len(exact)
    return text[start:end] == exact and context(text, start, end) == (prefix, suffix)
