"""The microphone while the voice speaks: whoever speaks up is noticed, and what they began is kept."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable, Iterator

from voice.audio.ports import Microphone
from voice.barge_in import BargeInWatch
from voice.errors import NoSound


class OpenEars:
    """Open while something is said, when that is wanted; may be closed from any thread at any time."""

    def __init__(self, microphone: Microphone | None, on_speech: Callable[[], None]) -> None:
        self._microphone = microphone
        self._on_speech = on_speech
        self._wanted = False
        self._watch: BargeInWatch | None = None
        self._echo: float | None = None  # of the last sentence

    @property
    def wanted(self) -> bool:
        """Switched off, the microphone goes off at once, also in mid-sentence."""
        return self._wanted

    @wanted.setter
    def wanted(self, on: bool) -> None:
        self._wanted = on
        if not on:
            self._close_unless_heard()

    @contextlib.contextmanager
    def open(self, *, allowed: bool, sounds: Callable[[], bool], hush: Callable[[bool], None]) -> Iterator[None]:
        """Listen for somebody who speaks up; when nobody has, the microphone is off afterwards.

        ``sounds``: whether the voice is being played at this moment. ``hush`` holds it and lets it go on.
        """
        self.close()
        if self._wanted and allowed and self._microphone is not None:
            watch = BargeInWatch(self._on_speech, self._echo, sounds, hush)
            try:
                self._watch = watch
                self._microphone.start(watch.put)
            except NoSound:
                self._watch = None  # told when it is listened to
            if not self._wanted:
                self.close()  # switched off meanwhile: a secret is asked for
        try:
            yield
        finally:
            self._close_unless_heard()

    def take(self) -> queue.Queue[bytes | None] | None:
        """The frames of whoever spoke up, the first word in them; the microphone stays on. None: nobody did."""
        watch = self._end()
        return watch.frames if watch is not None else None

    def forget(self) -> None:
        """Somebody has spoken up, and is not to be heard."""
        if self._watch is not None and self._watch.triggered:
            self.close()

    def close(self) -> None:
        """The microphone is off."""
        if self._end() is not None and self._microphone is not None:
            self._microphone.stop()

    def _end(self) -> BargeInWatch | None:
        watch, self._watch = self._watch, None
        if watch is not None:
            self._echo = watch.learnt
            if not watch.triggered:
                watch.let_go_on()
        return watch

    def _close_unless_heard(self) -> None:
        if (watch := self._watch) is not None and not watch.triggered:
            self.close()
