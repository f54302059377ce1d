"""LateAnswer: an answer that goes out when what was asked for has been done, so that whoever reads it back finds it."""

import threading
from collections.abc import Callable

PATIENCE = 0.5
"""Seconds; readers give up after 0.8. A program that is busy for longer does it later all the same."""


class LateAnswer:
    """Sent once, by whichever comes first: `go`, from any thread, or the end of the patience."""

    def __init__(self, send: Callable[[], object], patience: float = PATIENCE) -> None:
        self._send: Callable[[], object] | None = send
        self._lock = threading.Lock()
        self._timer = threading.Timer(patience, self.go)
        self._timer.daemon = True
        self._timer.start()

    def go(self) -> None:
        with self._lock:
            send, self._send = self._send, None
        if send is not None:
            self._timer.cancel()
            send()
