"""VoiceOutput: the built-in reader's voice: the one pipeline of the program, made on a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from accessibility.voicing.output import Done, Earcon
from app.ui.ways.voicing_amounts import Judged, ReaderAmounts
from voice.events import OnEvent, SpeakingAt, SpeakingEnded, SpeakingStarted, Trouble, VoiceEvent
from voice.one_voice import OneVoice

if TYPE_CHECKING:  # these load the arrays of the sound: not before there is some
    from voice.pipeline import VoicePipeline
    from voice.tts.synthesiser import Speech

Caption = Callable[[str, int, int], None]
"""Shows what is being said: the text, and from which to which character it is said now."""


class Pending:
    """An utterance that waits for the pipeline, or is in it."""

    def __init__(self) -> None:
        self.inside: Any = None
        self.stopped = False

    def stop(self) -> None:
        """See ``Said``."""
        self.stopped = True
        if self.inside is not None:
            self.inside.stop()


class VoiceOutput:
    """Implements ``accessibility.voicing.output.Output``. Lives on the main thread; ``post`` brings events there."""

    def __init__(
        self,
        voice: OneVoice,
        lang: str,
        post: Callable[[Callable[[], None]], None],
        earcons: Mapping[Earcon, Speech],
        conversing: Callable[[], bool],
    ) -> None:
        self._voice, self._lang, self._post, self._earcons = voice, lang, post, earcons
        self._conversing = conversing
        self.caption: Caption = lambda text, start, end: None
        self._pipeline: VoicePipeline | None = None
        self._waiting: list[Callable[[VoicePipeline], None]] = []
        self._making = False
        self.amounts: ReaderAmounts | None = None
        """Says which amounts of money are left out now, by the customer's wish; None: none are."""
        self.ready: Callable[[VoicePipeline], object] = lambda pipeline: None
        """Called once, when the pipeline is made, whoever needs it first; on the thread that makes it."""
        self.trouble: Callable[[Trouble], object] = lambda trouble: None
        """Called with what does not work, while nobody talks who would be told so anyway."""
        voice.attend(lambda pipeline: self.ready(pipeline), self._heard)

    @property
    def pipeline(self) -> VoicePipeline | None:
        """The pipeline, once it is made."""
        return self._pipeline or self._voice.made

    @property
    def engaged(self) -> bool:
        """See ``Output``."""
        return self._conversing()

    def say(
        self, text: str, *, cue: Earcon | None = None, urgent: bool = False, done: Done | None = None, lang: str = ""
    ) -> Pending:
        """See ``Output``; ``lang`` is the text's where it is not the window's."""
        said, whole = Pending(), text
        text, privately = self.amounts.judged(text) if text and self.amounts is not None else Judged(text)
        on_event = self._follow(text, done)
        if privately:
            on_event = self._watched(on_event, said, lambda: self.say(whole, lang=lang))

        def hand_in(pipeline: VoicePipeline) -> None:
            if not said.stopped:
                said.inside = pipeline.say(
                    text, lang or self._lang, priority="now" if urgent or pipeline.hearing else "normal",
                    cue=self._earcons.get(cue) if cue else None, on_event=on_event,
                    again=lambda: self.say(whole, urgent=True, done=done, lang=lang),
                )  # fmt: skip

        if urgent:
            self._waiting.clear()
        self._with_pipeline(hand_in)
        return said

    def stop(self) -> None:
        """See ``Output``."""
        self._waiting.clear()
        if (pipeline := self.pipeline) is not None:
            pipeline.stop_speaking()

    def sound(self, earcon: Earcon) -> Speech | None:
        """A short sound, if there is one."""
        return self._earcons.get(earcon)

    def warm(self) -> None:
        """Make the pipeline now, so that the first word is not late."""
        self._with_pipeline(lambda pipeline: None)

    def _follow(self, text: str, done: Done | None) -> OnEvent:
        """Events of one utterance, from the pipeline's thread to the main one."""

        def on_event(event: VoiceEvent) -> None:
            match event:
                case SpeakingStarted() if text:
                    self._post(lambda: self.caption(text, 0, 0))
                case SpeakingAt(_, start, end):
                    self._post(lambda: self.caption(text, start, end))
                case SpeakingEnded(completed=completed) if done is not None:
                    self._post(lambda: _call(done, completed))

        return on_event

    def _watched(self, on_event: OnEvent, said: Pending, instead: Callable[[], object]) -> OnEvent:
        """The same, with an eye on the headphones: when they go it falls silent, and says what may be said without."""
        assert self.amounts is not None
        headphones = self.amounts.discretion.headphones
        over: list[Callable[[], None]] = []

        def overheard() -> None:
            if over:
                said.stop()
                instead()

        def on_event_watched(event: VoiceEvent) -> None:
            if isinstance(event, SpeakingStarted):
                over.append(headphones.watch(lambda: self._post(overheard)))
            elif isinstance(event, SpeakingEnded):
                while over:
                    over.pop()()
            on_event(event)

        return on_event_watched

    def _with_pipeline(self, do: Callable[[VoicePipeline], None]) -> None:
        if self._pipeline is not None:
            do(self._pipeline)
            return
        self._waiting.append(do)
        if not self._making:
            self._making = True
            threading.Thread(target=self._make, name="voice-maker", daemon=True).start()

    def _make(self) -> None:
        """Loading the sound library takes a while, which the window must not wait for."""
        try:
            pipeline = self._voice.join()
        except RuntimeError:
            return  # the window has been closed meanwhile
        self._post(lambda: self._made(pipeline))

    def _heard(self, event: VoiceEvent) -> None:
        """Events of the pipeline itself; what the conversation says is its own affair."""
        if isinstance(event, Trouble):
            self._post(lambda: self._in_trouble(event))

    def _in_trouble(self, trouble: Trouble) -> None:
        if not self._conversing():
            self.trouble(trouble)

    def _made(self, pipeline: VoicePipeline) -> None:
        self._pipeline = pipeline
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do(pipeline)


def _call(done: Done, completed: bool) -> None:
    done(completed)
