"""Where bank calls run: never on the thread that owns the window, one after another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from app.domain.errors import Problem

Job = Callable[[], Any]
Done = Callable[[Any], None]


class Worker(Protocol):
    """Runs a job and hands its result, or the Problem that it raised, to ``done`` on the owner's thread."""

    def run(self, job: Job, done: Done) -> None: ...

    def close(self) -> None: ...


def attempt(job: Job) -> Any:
    """The job's result, or the Problem it raised; anything unforeseen becomes the problem ``unexpected``."""
    try:
        return job()
    except Problem as problem:
        return problem
    except Exception as error:  # noqa: BLE001 - a fault in an adapter must reach the customer as words
        return Problem("unexpected", words={"kind": type(error).__name__})


class InlineWorker:
    """Runs at once on the caller's thread: for terminals and tests, where waiting is the point."""

    def run(self, job: Job, done: Done) -> None:
        done(attempt(job))

    def close(self) -> None:
        """Nothing to end."""


class ThreadWorker:
    """Runs on one background thread; ``post`` brings the result back to the owner's thread."""

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        self._post = post
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bank")

    def run(self, job: Job, done: Done) -> None:
        def work() -> None:
            result = attempt(job)
            self._post(lambda: done(result))

        self._pool.submit(work)

    def close(self) -> None:
        """Drop what has not begun; what has begun ends by its own time-out."""
        self._pool.shutdown(wait=False, cancel_futures=True)
