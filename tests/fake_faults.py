"""What goes wrong at a bank in memory: refusals, answers and requests that are lost, calls that are held."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.domain.errors import NoAnswer, Problem


@dataclass
class _Fault:
    """Something that goes wrong at a call named ``on`` (empty: at any)."""

    problem: Callable[[], Problem]
    on: str
    times: int
    after: bool


@dataclass
class Faults:
    """Calls that go wrong as they are told to. ``calls`` are the names of all so far."""

    calls: list[str] = field(default_factory=list)
    _faults: list[_Fault] = field(default_factory=list, init=False, repr=False)
    _gate: threading.Event = field(default_factory=threading.Event, init=False, repr=False)

    def __post_init__(self) -> None:
        self._gate.set()

    def fail_next(self, problem: Problem, *, on: str = "", times: int = 1) -> None:
        """The next ``times`` calls (of the method ``on``) raise ``problem`` and do nothing."""
        self._faults.append(_Fault(lambda: problem, on, times, after=False))

    def lose_answer(self, *, on: str = "confirm_transfer", times: int = 1) -> None:
        """The next call does its work, and then the answer is lost: :class:`NoAnswer`."""
        self._faults.append(_Fault(NoAnswer, on, times, after=True))

    def lose_request(self, *, on: str = "confirm_transfer", times: int = 1) -> None:
        """The next call gets lost before any work is done: :class:`NoAnswer` all the same."""
        self._faults.append(_Fault(NoAnswer, on, times, after=False))

    def hold(self) -> None:
        """Calls wait inside the bank until :meth:`release`, as with a slow network."""
        self._gate.clear()

    def release(self) -> None:
        """Held calls go on."""
        self._gate.set()

    @contextmanager
    def call(self, name: str) -> Iterator[None]:
        """One call: faults before it on the way in, faults after it on a successful way out."""
        self.calls.append(name)
        if not self._gate.wait(30):
            raise AssertionError("a held bank was never released")
        self._go_wrong(name, after=False)
        yield
        self._go_wrong(name, after=True)

    def _go_wrong(self, call: str, *, after: bool) -> None:
        for fault in self._faults:
            if fault.after is after and fault.on in ("", call):
                fault.times -= 1
                if fault.times == 0:
                    self._faults.remove(fault)
                raise fault.problem()
