"""A sentence that a phone says by itself, as a playback that can be waited for, held and stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from voice.tts.phone import Phone

_STEP = 0.02  # seconds between two looks at the phone
_GRACE = 1.0  # seconds within which it begins to speak; one that has not by then never will
_LONGEST, _MORE = 3.0, 5.0  # times the estimate, and seconds: what takes longer is stuck


class PhonePlayback:
    """From its making until the phone has said it.

    A phone that obeys tells when it has finished; another one has when the time has passed that such a sentence takes,
    and until then it counts as speaking even when it was stopped: whoever listened sooner would hear it.
    """

    def __init__(
        self, phone: Phone, begin: Callable[[], object], seconds: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        """``begin`` has the phone say it, ``seconds`` is about how long that takes; ``now`` is a time in seconds."""
        self._phone, self._begin, self._seconds, self._now = phone, begin, seconds, now
        self._lock = threading.RLock()
        self._ended = threading.Event()
        self._held = self._seen = self._late = False
        begin()
        self._begun = now()

    @property
    def position(self) -> float:
        """Seconds since it began, so far as a sentence of this length may take; the phone does not tell where it is."""
        return min(self._now() - self._begun, _LONGEST * self._seconds + _MORE)

    @property
    def done(self) -> bool:
        """Has it ended, or been stopped?"""
        with self._lock:
            if not self._ended.is_set() and not self._held and self._is_over():
                self._ended.set()
            return self._ended.is_set()

    def _is_over(self) -> bool:
        passed = self._now() - self._begun
        if not self._phone.obeys:
            return passed >= self._seconds
        speaking = self._phone.speaking()
        self._seen = self._seen or speaking
        return not speaking and (self._seen or passed >= _GRACE)

    def stop(self) -> None:
        """Silence at once where the phone obeys; else this sentence is the last."""
        with self._lock:
            self._held = False
            if self._phone.obeys and not self._ended.is_set():
                self._phone.stop()
                self._ended.set()

    def pause(self, on: bool) -> None:
        """Hold it, or let it go on: from its beginning, for no phone goes on in the middle."""
        with self._lock:
            if self._ended.is_set() or self._held == on:
                return
            self._held = on
            if not self._phone.obeys:
                return  # it says this one to its end, and what comes after waits
            if on:
                self._phone.stop()
            else:
                self._seen = False
                self._begin()
                self._begun = self._now()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is done, at most this long; True when it is."""
        until = None if seconds is None else time.monotonic() + seconds
        while not self.done:
            left = _STEP if until is None else min(_STEP, until - time.monotonic())
            if left <= 0:
                return False
            self._ended.wait(left)
        return True
