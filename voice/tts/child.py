"""A child process that answers requests, with a deadline for each: the watchdog around an engine."""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from voice.errors import EngineFailed

_PACKAGE_PARENT = str(Path(__file__).resolve().parents[2])
Answer = tuple[dict[str, Any], bytes]


def memory_folder() -> str | None:
    """A file system in memory, this user's own where there is one; None: the platform's place for short-lived files."""
    places = (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm")  # noqa: S108 - a folder of its own is made there
    return next((place for place in places if os.path.isdir(place) and os.access(place, os.W_OK)), None)


class Child:
    """One run of the child; once it has failed it stays failed, and a new one must be made.

    Its last argument is a folder for what it must write on its way. The folder is the parent's, for a child
    that is killed cannot tidy up, and what it wrote may be what a customer was told (SEC-10).
    """

    def __init__(self, command: Sequence[str], on_end: Callable[[Child], object] = lambda child: None) -> None:
        """``on_end``: it has ended by itself while nothing was asked of it; on the thread that reads from it."""
        self._on_end = on_end
        self._ending = self._asked = False
        self.folder = tempfile.mkdtemp(prefix="tingjian-voice-", dir=memory_folder())
        path = os.pathsep.join(p for p in (_PACKAGE_PARENT, os.environ.get("PYTHONPATH")) if p)
        try:
            self._process = subprocess.Popen(
                [*command, self.folder],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )
        except OSError as failure:
            self._tidy()
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
        self._asked = True
        try:
            stdin.write(json.dumps(request).encode() + b"\n")
            stdin.flush()
        except (OSError, ValueError) as failure:
            self.end()
            raise EngineFailed("the engine's process has ended") from failure
        return self.receive(seconds)

    def receive(self, seconds: float) -> Answer:
        """Wait for the next answer; as ``ask``."""
        self._asked = True
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            self.end()
            raise EngineFailed(f"no answer in {seconds:.1f} s") from None
        if answer is None:
            self.end()
            raise EngineFailed("the engine's process has ended")
        self._asked = False
        if "error" in answer[0]:
            raise EngineFailed(str(answer[0]["error"]))
        return answer

    def end(self) -> None:
        """Kill the process, free its pipes and take away what it wrote; harmless when called twice."""
        self._ending = True
        self._process.kill()
        self._process.wait()
        self._tidy()
        self._reader.join(timeout=1.0)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # unsent bytes to a dead process
                    continue

    def _tidy(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

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
        self._tidy()  # at once, not only when somebody asks again
        self._answers.put(None)
        if not (self._asked or self._ending):
            self._on_end(self)
