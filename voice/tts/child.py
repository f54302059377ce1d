"""A child process that answers requests, with a deadline for each: the watchdog around an engine."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from voice.errors import EngineFailed

_PACKAGE_PARENT = str(Path(__file__).resolve().parents[2])
Answer = tuple[dict[str, Any], bytes]


class Child:
    """One run of the child; once it has failed it stays failed, and a new one must be made."""

    def __init__(self, command: Sequence[str]) -> None:
        path = os.pathsep.join(p for p in (_PACKAGE_PARENT, os.environ.get("PYTHONPATH")) if p)
        try:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )
        except OSError as failure:
            raise EngineFailed(str(failure)) from failure
        self._answers: queue.Queue[Answer | None] = queue.Queue()
        self._reader = threading.Thread(target=self._read, name="voice-engine-reader", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """The process id, for tests and diagnostics."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Is the process still running?"""
        return self._process.poll() is None

    def ask(self, request: dict[str, Any], seconds: float) -> Answer:
        """Send a request and wait for its answer.

        Raises:
            EngineFailed: when the child died, is late (it is then killed), or answers with an error.
        """
        stdin = self._process.stdin
        assert stdin is not None
        try:
            stdin.write(json.dumps(request).encode() + b"\n")
            stdin.flush()
        except (OSError, ValueError) as failure:
            self.end()
            raise EngineFailed("the engine's process has ended") from failure
        return self.receive(seconds)

    def receive(self, seconds: float) -> Answer:
        """Wait for the next answer; as ``ask``."""
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            self.end()
            raise EngineFailed(f"no answer in {seconds:.1f} s") from None
        if answer is None:
            self.end()
            raise EngineFailed("the engine's process has ended")
        if "error" in answer[0]:
            raise EngineFailed(str(answer[0]["error"]))
        return answer

    def end(self) -> None:
        """Kill the process and free its pipes; harmless when called twice."""
        self._process.kill()
        self._process.wait()
        self._reader.join(timeout=1.0)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # unsent bytes to a dead process
                    continue

    def _read(self) -> None:
        stdout = self._process.stdout
        assert stdout is not None
        while line := stdout.readline():
            try:
                head = json.loads(line)
                size = 2 * sum(head.get("counts", ()))
            except (ValueError, AttributeError):
                break
            body = stdout.read(size) if size else b""
            if len(body) != size:
                break
            self._answers.put((head, body))
        self._answers.put(None)
