"""A virtual sound card: a PulseAudio of one's own, with a loudspeaker and a microphone to reach into.

    with SoundServer() as server:
        subprocess.run([...], env=server.env)     # plays on ``spk``, hears ``mic.monitor``
        server.play(samples, 16_000)              # somebody speaks into the microphone
        with server.recording() as heard: ...     # what comes out of the loudspeaker

The environment has to be set before PortAudio is loaded, for it reads the devices once a process: run the
client in a child with ``server.env``.
"""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
Samples = NDArray[np.int16]
_PROGRAMS = ("pulseaudio", "parec", "pacat", "pactl")


def missing_programs() -> list[str]:
    """The programs that the virtual sound card needs and this machine lacks."""
    return [name for name in _PROGRAMS if shutil.which(name) is None]


class Recording:
    """What the loudspeaker gave since the recording began: 16 kHz mono, growing while it runs."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._chunks: list[tuple[float, bytes]] = []
        self._grown = threading.Condition()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        while chunk := self._process.stdout.read1(4096):  # type: ignore[attr-defined]
            with self._grown:
                self._chunks.append((time.monotonic(), chunk))
                self._grown.notify_all()

    @property
    def samples(self) -> Samples:
        """Everything until now."""
        with self._grown:
            return np.frombuffer(b"".join(chunk for _, chunk in self._chunks), np.int16)

    def last_sound(self, above: int = 200) -> float | None:
        """When (monotonic clock) the last loud sample came out, None if there was none."""
        return next((at for at in self._loud(above, last=True)), None)

    def first_sound(self, above: int = 200) -> float | None:
        """When (monotonic clock) the first loud sample came out, None if there was none."""
        return next((at for at in self._loud(above, last=False)), None)

    def _loud(self, above: int, *, last: bool) -> Iterator[float]:
        """Times of loud samples, one a chunk; a chunk arrives when its last sample has been recorded."""
        with self._grown:
            chunks = list(self._chunks)
        for at, chunk in reversed(chunks) if last else chunks:
            loud = np.flatnonzero(np.abs(_int32(chunk)) > above)
            if len(loud):
                yield at - (len(chunk) / 2 - loud[-1 if last else 0]) / RATE

    def wait_for_sound(self, seconds: float = 10.0, above: int = 200) -> float:
        """Wait until something sounds; returns when it did."""
        deadline = time.monotonic() + seconds
        with self._grown:
            while not any(np.abs(_int32(chunk)).max() > above for _, chunk in self._chunks):
                if not self._grown.wait(deadline - time.monotonic()):
                    raise TimeoutError("nothing came out of the loudspeaker")
        first = self.first_sound(above)
        assert first is not None
        return first

    def wait_for_loudness(self, seconds: float, above: int = 200, patience: float = 10.0) -> None:
        """Wait until this many seconds of sound have been recorded since the first of it."""
        deadline = time.monotonic() + patience
        with self._grown:
            while True:
                whole = _int32(b"".join(chunk for _, chunk in self._chunks))
                loud = np.flatnonzero(np.abs(whole) > above)
                if len(loud) and loud[-1] - loud[0] >= seconds * RATE:
                    return
                if not self._grown.wait(deadline - time.monotonic()):
                    raise TimeoutError("the loudspeaker does not go on")

    def wait_for_quiet(self, quiet: float = 0.4, seconds: float = 10.0, above: int = 200) -> None:
        """Wait until nothing has sounded for ``quiet`` seconds of recorded time."""
        deadline = time.monotonic() + seconds
        need = int(quiet * RATE)
        while True:
            tail = self.samples[-need:]
            if len(tail) == need and np.abs(tail.astype(np.int32)).max() <= above:
                return
            with self._grown:
                if not self._grown.wait(deadline - time.monotonic()):
                    raise TimeoutError("the loudspeaker does not fall silent")

    def end(self) -> None:
        """Stop recording."""
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        assert self._process.stdout is not None
        self._process.stdout.close()


def _int32(chunk: bytes) -> NDArray[np.int32]:
    return np.frombuffer(chunk[: len(chunk) // 2 * 2], np.int16).astype(np.int32)


class SoundServer:
    """PulseAudio with two null sinks, in its own run-time folder; ended by its process id."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="sound-")
        path = self._folder.name
        self.env = {
            **os.environ,
            "XDG_RUNTIME_DIR": path,
            "HOME": path,
            "PULSE_SERVER": f"unix:{path}/native",
            "PULSE_SINK": "spk",
            "PULSE_SOURCE": "mic.monitor",
        }
        self._process: subprocess.Popen[bytes] | None = None
        self._keepers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> SoundServer:
        socket = Path(self._folder.name) / "native"
        self._process = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "--disable-shm=yes", f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1",
                "--load=module-null-sink sink_name=spk rate=48000",
                "--load=module-null-sink sink_name=mic rate=48000",
            ],
            env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait_until_ready()
        # a null sink works in blocks of two seconds until somebody asks for less, and is then slow to change
        self._keepers = [self._recorder(f"{sink}.monitor", subprocess.DEVNULL) for sink in ("spk", "mic")]
        with self.recording():
            return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (*self._keepers, self._process):
            if process is None:
                continue
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._folder.cleanup()

    def _wait_until_ready(self, seconds: float = 10.0) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = subprocess.run(
                ["pactl", "list", "short", "sinks"], env=self.env, capture_output=True, text=True, check=False
            )
            if "spk" in found.stdout and "mic" in found.stdout:
                return
        self.__exit__(None, None, None)
        raise TimeoutError("the virtual sound card did not start")

    def _recorder(self, source: str, out: int) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            ["parec", "-d", source, "--format=s16ne", f"--rate={RATE}", "--channels=1", "--latency-msec=10"],
            env=self.env, stdout=out, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def play(self, samples: Samples, rate: int = RATE) -> None:
        """Speak into the microphone; returns when all has been played."""
        subprocess.run(
            ["pacat", "-d", "mic", "--format=s16ne", f"--rate={rate}", "--channels=1", "--latency-msec=200"],
            input=samples.tobytes(), env=self.env, check=True, timeout=60, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    @contextmanager
    def recording(self, sink: str = "spk") -> Iterator[Recording]:
        """Record the loudspeaker (or ``mic``: what is spoken into the microphone), once it delivers."""
        process = self._recorder(f"{sink}.monitor", subprocess.PIPE)
        recording = Recording(process)
        try:
            _wait_for(lambda: len(recording.samples) > 0, "the recorder does not deliver")
            yield recording
        finally:
            recording.end()


def _wait_for(condition: object, problem: str, seconds: float = 5.0) -> None:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    pause: queue.Queue[None] = queue.Queue()
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(problem)
        try:
            pause.get(timeout=0.005)
        except queue.Empty:
            continue
