"""The client of the audio tests seen from outside: sends commands, waits for events."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]


class Client:
    """The child process with the pipeline."""

    def __init__(self, env: dict[str, str], module: str = "tests.audio.client", *words: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            env=env, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, encoding="utf-8",
        )  # fmt: skip
        self._events: list[dict[str, Any]] = []
        self._grown = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._grown:
                self._events.append(json.loads(line))
                self._grown.notify_all()

    def do(self, command: str) -> None:
        """Send a command."""
        assert self._process.stdin is not None
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()

    def events(self, kind: str) -> list[dict[str, Any]]:
        """All events of a kind until now."""
        with self._grown:
            return [event for event in self._events if event["event"] == kind]

    def wait_for(self, *kinds: str, count: int = 1, seconds: float = 20.0) -> dict[str, Any]:
        """The ``count``-th event of these kinds."""

        def found() -> list[dict[str, Any]]:
            return [event for event in self._events if event["event"] in kinds]

        with self._grown:
            if not self._grown.wait_for(lambda: len(found()) >= count, seconds):
                raise TimeoutError(f"no {kinds} x{count} in {self._events}")
            return found()[count - 1]

    def close(self) -> None:
        """End it, by force if need be."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._process.stdout.close()
