"""Records to lines and back: one canonical form, and a named fault for whatever is not in it."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import Any, NoReturn, TypeVar

import msgspec

from regesta.model.record import Record

R = TypeVar("R", bound=Record)


class CodecError(ValueError):
    """A line that is no record; the message says why, and the caller knows the file and the line."""


@cache
def _decoder(record_type: type[R]) -> msgspec.json.Decoder[R]:
    return msgspec.json.Decoder(record_type)


_encode = msgspec.json.Encoder().encode


def encode(record: msgspec.Struct) -> bytes:
    """The canonical line of a record, without the newline: UTF-8, keys in declared order, defaults left out."""
    return _encode(record)


def decode(line: bytes, record_type: type[R]) -> R:
    """The record that a canonical line holds.

    Raises CodecError for whatever `encode` would not have written: unknown, missing or doubled keys, another
    order of keys, white space, text that is not NFC.
    """
    try:
        record: R = _decoder(record_type).decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        _explain(line, str(error))
    if _encode(record) != line or not unicodedata.is_normalized("NFC", line.decode("utf-8")):
        _explain(line, f"not written as regesta writes a {record_type.__name__} (order of keys, spaces or defaults)")
    return record


def _explain(line: bytes, fallback: str) -> NoReturn:
    strict_loads(line)
    raise CodecError(fallback)


def convert(value: object, record_type: type[R]) -> R:
    """The record that parsed JSON, as people write it, stands for; the order of its keys is free."""
    try:
        return msgspec.convert(value, record_type)
    except msgspec.ValidationError as error:
        raise CodecError(str(error)) from None


def strict_loads(data: str | bytes) -> Any:
    """JSON as the standard has it: NaN, doubled keys, lone surrogates and text that is not NFC are refused by name.

    Meant as the `loads` of jsonlines, whose own lets all of them pass.
    """
    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        raise CodecError(f"not UTF-8: byte {error.start} is 0x{error.object[error.start]:02x}") from None
    if text.startswith(("<<<<<<< ", "=======", ">>>>>>> ", "||||||| ")):
        raise CodecError("a git conflict marker: the file was merged and left unresolved")
    if not unicodedata.is_normalized("NFC", text):
        raise CodecError("the text is not in Unicode normalization form C")
    try:
        value = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise CodecError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise CodecError("not JSON that can be read: nested too deeply") from None
    _refuse_surrogates(value)
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        keys = [key for key, _ in pairs]
        doubled = next(key for key in keys if keys.count(key) > 1)
        raise CodecError(f"the key {doubled!r} stands twice")
    return record


def _no_constant(name: str) -> NoReturn:
    raise CodecError(f"{name} is no JSON number")


def _refuse_surrogates(value: object) -> None:
    if isinstance(value, str):
        if any("\ud800" <= char <= "\udfff" for char in value):
            raise CodecError("a lone surrogate: half of a character was lost")
    elif isinstance(value, dict):
        for key, item in value.items():
            _refuse_surrogates(key)
            _refuse_surrogates(item)
    elif isinstance(value, list):
        for item in value:
            _refuse_surrogates(item)
