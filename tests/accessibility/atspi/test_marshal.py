"""Bytes of D-Bus, held against jeepney's: another hand wrote that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jeepney import DBusAddress, HeaderFields, new_method_call
from jeepney.low_level import Message as Peer

from accessibility.providers.atspi.marshal import MarshalError, marshal, split, unmarshal
from accessibility.providers.atspi.message import Kind, Message, call, decode, encode, refusal, signal, size_of

CASES: list[tuple[str, tuple[Any, ...]]] = [
    ("s", ("听见",)),
    ("siiva{sv}", ("focused", 1, -1, ("s", "转账"), {})),
    ("siiva{sv}", ("", 0, 0, ("(so)", (":1.5", "/a/b")), {"a": ("i", 4)})),
    ("a((so)(so)iiassusau)", ([((":1.1", "/a"), ("", "/c"), 3, 0, ["x", "yy"], "n", 43, "", [1, 2])],)),
    ("a(ua(so))", ([(2, [(":1.1", "/a")]), (3, [])],)),
    ("biiiib", (True, 1, 2, 3, 4, False)),
    ("a{ss}ii", ({"level": "1"}, 0, 4)),
    ("ynqiuxtdg", (1, -2, 3, -4, 5, -6, 7, 1.5, "a(ii)")),
    ("av", ([("u", 1), ("as", ["a"])],)),
    ("yat", (1, [])),
]  # fmt: skip


@pytest.mark.parametrize(("signature", "values"), CASES)
def test_jeepney_reads_what_is_written(signature: str, values: tuple[Any, ...]) -> None:
    raw = encode(signal("/a/b", "a.b", "C", signature, *values), 7)
    peer = Peer.from_buffer(raw)
    assert peer.header.fields[HeaderFields.signature] == signature
    assert _plain(peer.body) == _plain(values)


@pytest.mark.parametrize(("signature", "values"), CASES)
def test_what_jeepney_writes_is_read(signature: str, values: tuple[Any, ...]) -> None:
    address = DBusAddress("/a/b", "c.d", "e.f")
    raw = new_method_call(address, "G", signature, values).serialise(9)
    read = decode(raw)
    assert (read.kind, read.path, read.destination, read.interface, read.member) == (
        Kind.CALL,
        "/a/b",
        "c.d",
        "e.f",
        "G",
    )
    assert read.serial == 9
    assert _plain(read.body) == _plain(values)


@given(st.lists(st.tuples(st.text(), st.integers(-(2**31), 2**31 - 1)), max_size=5), st.text())
@settings(max_examples=50, deadline=None)
def test_any_text_comes_back_without_what_is_forbidden(rows: list[tuple[str, int]], tail: str) -> None:
    (read, end) = unmarshal("a(si)s", bytes(marshal("a(si)s", (rows, tail))))
    assert [row[0] for row in read] == [_allowed(row[0]) for row in rows]
    assert [row[1] for row in read] == [row[1] for row in rows]
    assert end == _allowed(tail)


def test_half_a_surrogate_pair_and_nul_do_not_leave_the_program() -> None:
    assert unmarshal("s", bytes(marshal("s", ("a\0b\ud83dc",)))) == ("abc",)


def test_messages_of_the_other_byte_order_are_read() -> None:
    assert unmarshal("iu", b"\0\0\0\1\0\0\0\2", ">") == (1, 2)


def test_a_stream_is_cut_into_messages() -> None:
    raw = encode(call("a.b", "/c", "d.e", "F", "s", "x"), 1)
    assert size_of(raw[:10]) == 0
    assert size_of(raw + b"more") == len(raw)
    with pytest.raises(MarshalError):
        size_of(b"l\1\0\7" + bytes(12))


def test_an_error_answers_its_call() -> None:
    asked = Message(Kind.CALL, "/a", "b.c", "D", sender=":1.9", serial=33)
    peer = Peer.from_buffer(encode(refusal(asked, "org.x.Failed", "why"), 2))
    assert peer.header.fields[HeaderFields.reply_serial] == 33
    assert peer.header.fields[HeaderFields.destination] == ":1.9"
    assert peer.body == ("why",)


@pytest.mark.parametrize("nonsense", ["a", "(i", "z", "a{si", "i)"])
def test_a_signature_that_means_nothing_is_refused(nonsense: str) -> None:
    with pytest.raises(MarshalError):
        split(nonsense)


def test_bytes_that_end_too_early_are_refused() -> None:
    with pytest.raises(MarshalError):
        unmarshal("ii", b"\1\0\0\0")


def _allowed(text: str) -> str:
    return text.encode("utf-8", "ignore").decode().replace("\0", "")


def _plain(value: Any) -> Any:
    """Lists and tuples are the same on the wire's two sides."""
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return value
