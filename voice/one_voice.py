"""OneVoice: the one pipeline of a program, made when somebody first needs it, shared by all who speak or listen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from voice.events import OnEvent, VoiceEvent

if TYPE_CHECKING:
    from voice.pipeline import VoicePipeline  # loads the sound library's helpers: not before it is needed


class OneVoice:
    """One queue and one loudspeaker: whoever speaks through it never talks over another one.

    The pipeline's events go to all who have joined; may be used from any thread.
    """

    def __init__(self, make: Callable[[OnEvent], VoicePipeline]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._listeners: list[OnEvent] = []
        self._attending: list[Callable[[VoicePipeline], object]] = []
        self._pipeline: VoicePipeline | None = None
        self._closed = False

    @property
    def made(self) -> VoicePipeline | None:
        """The pipeline, if somebody has needed it yet."""
        return self._pipeline

    def attend(self, when_made: Callable[[VoicePipeline], object], on_event: OnEvent) -> None:
        """Be told of the pipeline as soon as anybody makes it, before its first word, and of its events; makes none.

        ``when_made`` comes on the thread that makes it: whoever speaks first has the voice that was chosen.
        """
        with self._lock:
            self._listeners.append(on_event)
            if self._pipeline is None:
                self._attending.append(when_made)
                return
        when_made(self._pipeline)

    def join(self, on_event: OnEvent | None = None) -> VoicePipeline:
        """The pipeline, made now if there is none; ``on_event`` is told of its events from now on.

        Raises:
            RuntimeError: it has been closed.
        """
        with self._lock:
            if self._closed:
                raise RuntimeError("the voice has been closed")
            if on_event is not None:
                self._listeners.append(on_event)
            if self._pipeline is None:
                self._pipeline = self._make(self._tell)
                for when_made in self._attending:
                    when_made(self._pipeline)
            return self._pipeline

    def close(self) -> None:
        """End it; harmless when called twice, or when nobody ever spoke."""
        with self._lock:
            self._closed = True
            pipeline, self._pipeline = self._pipeline, None
        if pipeline is not None:
            pipeline.close()

    def _tell(self, event: VoiceEvent) -> None:
        for listener in list(self._listeners):
            listener(event)
