"""One D-Bus message, and its way to bytes and back.

Source: D-Bus Specification 0.41, "Message Format" and "Header Fields".
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from accessibility.providers.atspi.marshal import MarshalError, align, marshal, unmarshal, write_string

_START = 16  # bytes: what tells how long a message is
_LONGEST = 1 << 27  # bytes, by the specification
_NO_REPLY = 1


class Kind(IntEnum):
    CALL = 1
    RETURN = 2
    ERROR = 3
    SIGNAL = 4


@dataclass(frozen=True, slots=True)
class Message:
    """A message without its serial, which the connection gives. `error` is an error's name, `path` an object's."""

    kind: Kind
    path: str = ""
    interface: str = ""
    member: str = ""
    signature: str = ""
    body: tuple[Any, ...] = ()
    destination: str = ""
    sender: str = ""
    error: str = ""
    reply_to: int = 0
    serial: int = 0
    wants_reply: bool = True
    raw: bytes | None = None
    """The body in bytes, where somebody has it ready."""


def call(destination: str, path: str, interface: str, member: str, signature: str = "", *body: Any) -> Message:
    return Message(Kind.CALL, path, interface, member, signature, body, destination)


def signal(path: str, interface: str, member: str, signature: str, *body: Any) -> Message:
    return Message(Kind.SIGNAL, path, interface, member, signature, body, wants_reply=False)


def answer(asked: Message, signature: str = "", *body: Any, raw: bytes | None = None) -> Message:
    return Message(
        Kind.RETURN, signature=signature, body=body, destination=asked.sender, reply_to=asked.serial, raw=raw
    )


def refusal(asked: Message, error: str, text: str) -> Message:
    return Message(
        Kind.ERROR, signature="s", body=(text,), destination=asked.sender, reply_to=asked.serial, error=error
    )


def encode(message: Message, serial: int) -> bytes:
    """The whole message, little endian."""
    body = message.raw if message.raw is not None else marshal(message.signature, message.body)
    out = bytearray(b"l")
    out += bytes((message.kind, 0 if message.wants_reply else _NO_REPLY, 1))
    out += len(body).to_bytes(4, "little") + serial.to_bytes(4, "little") + b"\0\0\0\0"
    for code, kind, text in (
        (b"\1", b"o", message.path),
        (b"\2", b"s", message.interface),
        (b"\3", b"s", message.member),
        (b"\4", b"s", message.error),
        (b"\6", b"s", message.destination),
    ):
        if text:
            align(out, 8)
            out += code + b"\1" + kind + b"\0"
            write_string(out, text)
    if message.reply_to:
        align(out, 8)
        out += b"\5\1u\0" + message.reply_to.to_bytes(4, "little")
    if message.signature:
        align(out, 8)
        raw = message.signature.encode()
        out += b"\x08\1g\0" + bytes((len(raw),)) + raw + b"\0"
    out[12:16] = (len(out) - _START).to_bytes(4, "little")
    align(out, 8)
    return bytes(out + body)


def size_of(data: bytes) -> int:
    """How many bytes the message takes that `data` begins with; 0 when too little of it is there.

    Raises MarshalError for what is no message.
    """
    if len(data) < _START:
        return 0
    body, fields = _number(data, 4), _number(data, 12)
    size = _START + fields + (-fields & 7) + body
    if data[3] != 1 or size > _LONGEST:
        raise MarshalError("no D-Bus message of version 1")
    return size


def decode(data: bytes) -> Message:
    """The message in `data`, which is just as long as it; raises MarshalError for what is none."""
    prefix = _prefix(data)
    *_, fields = unmarshal("yyyyuua(yv)", data, prefix)
    told = {code: value for code, (_, value) in fields}
    signature = told.get(8, "")
    length = _number(data, 4)
    return Message(
        kind=Kind(data[1]),
        path=told.get(1, ""),
        interface=told.get(2, ""),
        member=told.get(3, ""),
        signature=signature,
        body=unmarshal(signature, data[len(data) - length :], prefix),
        destination=told.get(6, ""),
        sender=told.get(7, ""),
        error=told.get(4, ""),
        reply_to=told.get(5, 0),
        serial=_number(data, 8),
        wants_reply=not data[2] & _NO_REPLY,
    )


def _prefix(data: bytes) -> str:
    return ">" if data[:1] == b"B" else "<"


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big" if data[:1] == b"B" else "little")
