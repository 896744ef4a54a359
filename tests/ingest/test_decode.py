"""Encodings are told, marked or declared; they are never guessed in silence."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.errors import RegestaError
from regesta.ingest.decode import decode

POLISH = "Łódź, Przemyśl, Kraków: w grudniu 1939 roku odbyła się narada. "


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_says_the_encoding(mark, encoding):
    assert decode(mark + POLISH.encode(encoding), "a.txt") == (POLISH, encoding)


def test_text_without_a_mark_is_utf_8():
    assert decode(POLISH.encode(), "a.txt") == (POLISH, "utf-8")


def test_a_person_can_tell_the_encoding():
    assert decode(POLISH.encode("cp1250"), "a.txt", "windows-1250") == (POLISH, "cp1250")


def test_another_encoding_is_refused_with_an_opinion_and_a_remedy():
    with pytest.raises(RegestaError) as caught:
        decode((POLISH * 20).encode("cp1250"), "minutes of.txt")
    finding = caught.value.finding
    assert finding.code == "ingest.encoding"
    assert "charset-normalizer takes it for" in finding.why
    assert "as windows-1250 it reads “Łódź,”" in finding.why
    assert re.search("--encoding [a-z0-9-]+ 'minutes of.txt'", finding.remedy)


def test_an_encoding_that_does_not_fit_is_refused():
    with pytest.raises(RegestaError, match="not ascii"):
        decode(POLISH.encode(), "a.txt", "ascii")


@pytest.mark.parametrize("told", ["klingon", "rot13", "base64"])
def test_an_encoding_that_is_none_is_refused(told):
    with pytest.raises(RegestaError, match="no encoding is called"):
        decode(b"abc", "a.txt", told)


def test_utf_16_without_a_mark_is_not_taken_for_text_with_nuls():
    with pytest.raises(RegestaError) as caught:
        decode("Narada in Zakopane".encode("utf-16-le"), "a.txt")
    assert "utf-16-le" in caught.value.finding.remedy


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_finding(data):
    try:
        text, encoding = decode(data, "a.txt")
    except RegestaError:
        return
    assert data.endswith(text.encode(encoding))
