"""Waiting for a condition with a deadline, so that no test sleeps for a guessed time."""

import time
from collections.abc import Callable
from typing import TypeVar

from accessibility.probe.errors import NotThereError

T = TypeVar("T")


def until(condition: Callable[[], T | None], what: str, timeout: float = 10.0, every: float = 0.02) -> T:
    """The first true answer of `condition`; NotThereError when `timeout` seconds have passed."""
    deadline = time.monotonic() + timeout
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise NotThereError(f"waited {timeout:g} s for {what}")
        time.sleep(every)
