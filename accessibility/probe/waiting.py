"""Waiting for a condition with a deadline, so that no test sleeps for a guessed time."""

import time
from collections.abc import Callable
from typing import TypeVar

from accessibility.probe.errors import NotThereError

T = TypeVar("T")


def until(
    condition: Callable[[], T | None],
    what: str,
    timeout: float = 10.0,
    every: float = 0.02,
    pause: Callable[[], object] | None = None,
) -> T:
    """The first true answer of `condition`; NotThereError when `timeout` seconds have passed.

    `pause` waits between two askings for what may have changed the answer, in place of `every` seconds.
    """
    deadline = time.monotonic() + timeout
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise NotThereError(f"waited {timeout:g} s for {what}")
        if pause is None:
            time.sleep(every)
        else:
            pause()
