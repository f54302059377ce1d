"""Synthetic speech by espeak-ng, in a process of its own with a watchdog."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from voice.model_builder.errors import BuildProblem
from voice.model_builder.features import Sound


@dataclass(frozen=True, slots=True)
class Manner:
    """How it is said: ``speed`` in words a minute, ``pitch`` and ``spread`` (its range) 0 to 99, ``gap`` between
    words in units of 10 ms.
    """

    speed: int = 160
    pitch: int = 50
    spread: int = 50
    gap: int = 0


class Espeak:
    """A synthesiser that survives its own hangs. Use it in a ``with`` block, from one thread."""

    def __init__(self, data: Path, patience: float = 20.0) -> None:
        """``data`` holds ``espeak-ng-data``; a sentence that takes more than ``patience`` seconds is given up."""
        self._data = data
        self.patience = patience
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Espeak:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            self._process = None

    def say(self, text: str, voice: str, manner: Manner) -> tuple[Sound, int, str] | None:
        """Samples, their rate in Hz, and what was said in espeak-ng's mnemonics; None when it hung or was silent.

        Raises:
            BuildProblem: espeak-ng has no such voice.
        """
        order = {"text": text, "voice": voice, "parameters": asdict(manner), "sound": True, "phonemes": True}
        answer = self._ask(order)
        if answer is None or not answer[1]:
            return None
        header, raw = answer
        sound = np.asarray(np.frombuffer(raw, "<i2") / 32768, np.float32)
        return sound, int(header["rate"]), str(header["phonemes"])

    def phonemes(self, text: str, voice: str) -> str:
        """What it would say, in its mnemonics. Raises :class:`BuildProblem`."""
        for _ in range(3):
            answer = self._ask({"text": text, "voice": voice, "phonemes": True})
            if answer is not None:
                return str(answer[0]["phonemes"])
        raise BuildProblem(f"espeak-ng does not answer on {text!r}")

    def _ask(self, order: dict[str, Any]) -> tuple[dict[str, Any], bytes] | None:
        process = self._running()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(order).encode() + b"\n")
            process.stdin.flush()
            header = json.loads(self._line(process))
            raw = self._read(process, header["bytes"])
        except (TimeoutError, BrokenPipeError, EOFError):
            self.close()
            return None
        if not header["known"]:
            raise BuildProblem(f"espeak-ng has no voice {order['voice']!r}")
        return header, raw

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "voice.model_builder.espeak_child", str(self._data)]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        return self._process

    def _line(self, process: subprocess.Popen[bytes]) -> bytes:
        line = b""
        deadline = time.monotonic() + self.patience
        while not line.endswith(b"\n"):
            line += self._some(process, 1, deadline)
        return line

    def _read(self, process: subprocess.Popen[bytes], size: int) -> bytes:
        parts: list[bytes] = []
        deadline = time.monotonic() + self.patience
        while size > 0:
            parts.append(self._some(process, size, deadline))
            size -= len(parts[-1])
        return b"".join(parts)

    def _some(self, process: subprocess.Popen[bytes], most: int, deadline: float) -> bytes:
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError
        data = os.read(process.stdout.fileno(), most)
        if not data:
            raise EOFError
        return data
