"""Records to lines and back."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.claim import Value
from regesta.model.codec import CodecError, decode, encode, strict_loads
from regesta.model.mention import By, Mention, Part

nfc_text = (
    st.text()
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text))
)
offsets = st.integers(min_value=0, max_value=10**9)
mentions = st.builds(
    Mention,
    id=nfc_text,
    source=nfc_text,
    start=offsets,
    end=offsets,
    exact=nfc_text,
    prefix=nfc_text,
    suffix=nfc_text,
    page=st.none() | st.integers(min_value=1, max_value=10**6),
    label=st.sampled_from(["DATE", "PLACE", "PERSON", "ORG"]),
    value=nfc_text,
    by=st.builds(By, component=nfc_text, version=nfc_text, score=st.none() | st.floats(0, 1)),
    parts=st.lists(st.builds(Part, start=offsets, end=offsets, value=nfc_text), max_size=2),
)

LINE = (
    '{"id":"m-1","source":"wrobel","start":3,"end":7,"exact":"Lwów","prefix":"in ","suffix":".","page":null,'
    '"label":"PLACE","value":"place:lwow","by":{"component":"ner"}}'
)


@given(mentions)
def test_a_record_comes_back_from_its_line(mention: Mention) -> None:
    line = encode(mention)
    assert b"\n" not in line
    assert decode(line, Mention) == mention


def test_the_line_is_what_people_can_read() -> None:
    assert decode(LINE.encode(), Mention).exact == "Lwów"
    assert encode(decode(LINE.encode(), Mention)).decode() == LINE


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (LINE.replace('"end":7', '"end":7,"end":8'), "stands twice"),
        (LINE.replace('"end":7', '"end":NaN'), "NaN"),
        (LINE.replace('"end":7,', ""), "missing required field `end`"),
        (LINE.replace('"end":7', '"end":7,"ende":8'), "unknown field `ende`"),
        (LINE.replace('"start":3,"end":7', '"end":7,"start":3'), "not written as regesta writes"),
        (LINE.replace('"end":7', '"end": 7'), "not written as regesta writes"),
        (LINE.replace("Lwów", unicodedata.normalize("NFD", "Lwów")), "normalization form C"),
        (LINE.replace("Lwów", "Lw\\ud800w"), "surrogate"),
        ("<<<<<<< HEAD", "git conflict marker"),
        ("=======", "git conflict marker"),
        (">>>>>>> other", "git conflict marker"),
        (LINE[:40], "not JSON"),
        ("", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        (LINE.replace('"PLACE"', '"TOWN"'), "Invalid enum value"),
    ],
)
def test_what_is_no_record_is_refused_by_name(line: str, why: str) -> None:
    with pytest.raises(CodecError, match=why.replace("`", ".")):
        decode(line.encode("utf-8"), Mention)


def test_bytes_that_are_no_utf8_are_refused_with_their_place() -> None:
    with pytest.raises(CodecError, match="not UTF-8: byte 7 is 0xf3"):
        strict_loads('{"a":"Lwów"}'.encode("iso-8859-2").replace(b"Lw", b"L"))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(CodecError):
        decode(data, Mention)


def test_a_word_that_was_computed_is_left_out_where_it_is_the_default() -> None:
    value = Value(id="v-1", property="when", edtf="1939-12", cites=["m-1"], hedge="".join(["no", "ne"]))  # type: ignore[arg-type]
    assert encode(value) == b'{"id":"v-1","property":"when","cites":["m-1"],"edtf":"1939-12"}'
