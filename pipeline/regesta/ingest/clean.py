"""Text without what no reader should see: one form for each letter, one line end, no control characters."""

from __future__ import annotations

import re
import unicodedata

#: Control characters other than tab and line feed, and what is no character at all.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
#: Takes no room and means nothing between letters: zero-width space, word joiner, byte order mark.
_NO_WIDTH = re.compile("[\u200b\u2060\ufeff]")
_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")


def clean(text: str) -> tuple[str, int]:
    """The text in NFC with LF, and how many control characters were left out of it."""
    text = _LINE_END.sub("\n", text).replace("\x0b", "\n").replace("\x0c", "\n\n")
    text, removed = _CONTROL.subn("", text)
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text)), removed


def clean_word(text: str) -> str:
    """One printed word in NFC: nothing in it that has no width, and no blank.

    A soft hyphen that is printed inside a line is a hyphen; at the word's end it stays what it is.
    """
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", _NO_WIDTH.sub("", "".join(text.split()))))
    if "\u00ad" in text[:-1]:
        text = text[:-1].replace("\u00ad", "-") + text[-1]
    return unicodedata.normalize("NFC", text)
