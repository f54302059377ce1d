"""The line to the bus by itself: a bus that takes nothing, several messages at once, answers that fail."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path
from typing import Self

import pytest

from accessibility.probe.waiting import until
from accessibility.providers.atspi.connection import BusGone, Connection
from accessibility.providers.atspi.message import Kind, Message, answer, call, decode, encode, size_of
from accessibility.providers.atspi.message import signal as make_signal


def test_a_bus_that_takes_nothing_does_not_hold_up_who_sends(tmp_path: Path) -> None:
    """The other end never reads: sending goes on at once, what is left over waits, and too much ends it."""
    with _SilentBus(tmp_path) as bus:
        line = Connection(bus.address, lambda message: None, lambda: None)
        body = "x" * 100_000
        began = time.monotonic()
        for _ in range(400):
            line.send(make_signal("/a", "b.c", "D", "s", body))
        assert time.monotonic() - began < 5
        assert line.has_waiting
        with pytest.raises(BusGone):
            line.send_waiting()
        line.close()


def test_what_is_told_together_leaves_in_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader wakes up once, not once for each of them; numbers and order are kept."""
    with _SilentBus(tmp_path) as bus:
        line = Connection(bus.address, lambda message: None, lambda: None)
        written: list[bytes] = []
        monkeypatch.setattr(line, "_write", lambda data: written.append(data) or b"")
        line.tell(make_signal("/a", "b.c", member, "") for member in ("Gained", "Lost"))
        line.close()
    (data,) = written
    first, second = decode(data[: size_of(data)]), decode(data[size_of(data) :])
    assert (first.member, second.member) == ("Gained", "Lost")
    assert second.serial == first.serial + 1


def test_one_bad_answer_does_not_end_the_thread_that_reads(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever hears a call, or waits for a reply, may fail at it: what has come with it is heard all the same."""
    heard: list[str] = []

    def hear(message: Message) -> None:
        heard.append(message.member)
        if message.member == "Bad":
            raise LookupError("an odd question")

    with _SilentBus(tmp_path) as bus:
        line = Connection(bus.address, hear, lambda: None)
        line.send(call("a.b", "/a", "b.c", "Asked"), lambda reply: reply.body[0])  # an answer that holds nothing
        asked = Message(Kind.CALL, serial=2, sender=":1.1")  # the hello was the first
        arriving = [make_signal("/a", "b.c", "Bad", ""), answer(asked, ""), make_signal("/a", "b.c", "Good", "")]
        bus.send(b"".join(encode(message, number) for number, message in enumerate(arriving, 2)))
        until(lambda: line.read() or len(heard) == 2, "what comes behind the bad ones")
        line.close()
    assert heard == ["Bad", "Good"]
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [LookupError, IndexError]


class _SilentBus:
    """A bus that says hello and then reads no more; what it says is the test's."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "bus"
        self.address = f"unix:path={self._path}"

    def __enter__(self) -> Self:
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(self._path))
        self._server.listen()
        self._thread = threading.Thread(target=self._greet)
        self._thread.start()
        return self

    def send(self, data: bytes) -> None:
        """After the hello."""
        self._thread.join(5)
        self._client.sendall(data)

    def _greet(self) -> None:
        self._client, _ = self._server.accept()
        while b"AUTH" not in self._client.recv(1024):
            pass
        self._client.sendall(b"OK 0123456789abcdef\r\n")
        while b"Hello" not in self._client.recv(1024):
            pass
        asked = Message(Kind.CALL, serial=1, sender=":1.1")
        self._client.sendall(encode(answer(asked, "s", ":1.1"), 1))

    def __exit__(self, *error: object) -> None:
        self._thread.join(5)
        self._client.close()
        self._server.close()
