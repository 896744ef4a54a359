"""Change any one byte of what a release consists of or rests on, and verify says so."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from regesta.model.ids import sha256_hex


def whole(given: Any) -> dict[tuple[str, str], bytes]:
    """Every file there is, by where it stands."""
    files = {("release", name): data for name, data in given.files.items()}
    for citekey, held in given.corpus.items():
        for name in held.__struct_fields__:
            if isinstance(getattr(held, name), bytes):
                files[citekey, name] = getattr(held, name)
    return files | {("logs", name): data for name, data in given.logs.items()}


def put(given: Any, place: tuple[str, str], data: bytes) -> None:
    where, name = place
    if where == "release":
        given.files[name] = data
    elif where == "logs":
        given.logs[name] = data
    else:
        given.corpus[where] = msgspec.structs.replace(given.corpus[where], **{name: data})


def positions(data: bytes) -> Iterator[int]:
    """The ends, and some places between that are always the same."""
    yield from {0, len(data) - 1}
    yield from random.Random(len(data)).sample(range(len(data)), k=min(8, len(data)))


def test_nothing_is_found_in_a_release_as_it_was_built(given: Any) -> None:
    assert given.verify() == []


def test_any_changed_byte_is_found(given: Any) -> None:
    for place, data in whole(given).items():
        for at in positions(data):
            put(given, place, data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
            assert given.verify(), (place, at)
        put(given, place, data)


def test_any_lost_or_added_byte_is_found(given: Any) -> None:
    for place, data in whole(given).items():
        for changed in (data[:-1], data + b"\n", data[1:], b""):
            put(given, place, changed)
            assert given.verify(), (place, changed[-20:])
        put(given, place, data)


def test_a_lost_file_is_found(given: Any) -> None:
    for name in list(given.files):
        data = given.files.pop(name)
        assert given.verify(), name
        given.files[name] = data


def test_a_file_too_many_is_found(given: Any) -> None:
    given.files["notes.txt"] = b"not listed"
    assert given.codes == {"unlisted", "package"}


def test_a_lost_source_is_found(given: Any) -> None:
    del given.corpus["lind1991"]
    assert "no_source" in given.codes


def test_a_lost_log_is_found(given: Any) -> None:
    given.logs.clear()
    assert given.codes == {"log", "decision"}


def test_a_log_that_has_grown_since_is_no_fault(give: Any, made: Any) -> None:
    given = give(made)
    made.decide(made.claims[0])
    assert len(made.log) > len(given.logs["anna/laptop.jsonl"])
    given.logs["anna/laptop.jsonl"] = made.log
    assert given.verify() == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@for_all(data=st.data())
def test_no_garbage_makes_verify_fail(given: Any, data: st.DataObject) -> None:
    """Whatever stands in a file, the answer is findings."""
    spoilt = given.copy()
    place = data.draw(st.sampled_from(sorted(whole(given))))
    held = whole(given)[place]
    start = data.draw(st.integers(0, len(held)))
    end = data.draw(st.integers(start, min(len(held), start + 50)))
    garbage = data.draw(
        st.one_of(st.binary(max_size=30), st.sampled_from([b"null", b"[]", b"NaN", b'"', b"\n", b"{}"]))
    )
    changed = held[:start] + garbage + held[end:]
    put(spoilt, place, changed)
    if place[0] == "release" and place[1] != "manifest-sha256.txt":
        _mend_manifest(spoilt)
    findings = spoilt.verify()
    assert findings or changed == held or place[1] in ("codebook.md", "datapackage.json")


def _mend_manifest(given: Any) -> None:
    names = sorted(given.files.keys() - {"manifest-sha256.txt"})
    lines = [f"{sha256_hex(given.files[name])}  {name}\n" for name in names]
    given.files["manifest-sha256.txt"] = "".join(lines).encode()
