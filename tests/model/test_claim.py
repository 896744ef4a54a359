"""A value holds one thing, and has a cite."""

from __future__ import annotations

import pytest

from regesta.model.claim import Value
from regesta.model.codec import CodecError, convert


def test_a_value_without_a_cite_is_no_value() -> None:
    with pytest.raises(CodecError, match="length >= 1"):
        convert({"id": "v-1", "property": "when", "edtf": "1939-12", "cites": []}, Value)


@pytest.mark.parametrize("held", [{}, {"edtf": "1939-12", "text": "December"}])
def test_a_value_holds_exactly_one_thing(held: dict[str, str]) -> None:
    with pytest.raises(CodecError, match="exactly one of"):
        convert({"id": "v-1", "property": "when", "cites": ["m-1"], **held}, Value)
