"""The voice pipeline: says and hears on one worker thread, one thing at a time, and never freezes a caller."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Literal

from voice.audio.ports import Microphone, Speaker
from voice.events import BargedIn, OnEvent, Trouble, VoiceEvent
from voice.hearing import Hearing
from voice.open_ears import OpenEars
from voice.speaking import Voice
from voice.stt.recogniser import Recogniser
from voice.tts.synthesiser import Speech, Synthesiser
from voice.utterance import Utterance

Priority = Literal["normal", "next", "now"]
_log = logging.getLogger(__name__)


class VoicePipeline:
    """Half-duplex: while it speaks the microphone is off, so it never hears itself.

    ``say`` queues; ``listen`` waits for its turn after what is queued, or barges in. All public methods
    may be called from any thread and return at once. Events come on the worker thread: hop to your own.
    Missing parts (None) are told as ``Trouble`` when they are needed; captions go out in any case.
    """

    listening_on: Speech | None = None
    """A short sound before the microphone is switched on, and one when it is off again; None: silence."""
    listening_off: Speech | None = None

    def __init__(
        self,
        synthesiser: Synthesiser,
        speaker: Speaker | None,
        microphone: Microphone | None,
        recogniser: Recogniser | None,
        on_event: OnEvent,
        *,
        rate: float = 1.0,
        end_silence: float = 0.7,
        patience: float | None = 10.0,
        longest: float | None = 60.0,
    ) -> None:
        """``rate``: 1.0 is a usual pace. ``end_silence``: seconds of quiet that end an utterance;
        ``patience``: seconds to wait for its beginning; ``longest``: seconds for the whole; None: no limit.
        These four may be changed at any time and hold from the next utterance on, and so does switching on
        ``barge_in``: somebody who speaks stops the voice (told as ``BargedIn``), and ``listen`` then has their
        first word.
        """
        self.rate = rate
        self.end_silence = end_silence
        self.patience = patience
        self.longest = longest
        self._synthesiser = synthesiser
        self._speaker = speaker
        self._microphone = microphone
        self._recogniser = recogniser
        self._on_event = on_event
        self._voice = Voice(synthesiser, speaker, self._tell)
        self._ears = OpenEars(microphone, self._barged)
        self._changed = threading.Condition()
        self._to_say: deque[Utterance] = deque()
        self._to_hear: Hearing | None = None
        self._saying: Utterance | None = None
        self._hearing: Hearing | None = None
        self._last: Utterance | None = None
        self._closed = False
        self._worker = threading.Thread(target=self._work, name="voice", daemon=True)
        self._worker.start()

    def say(
        self,
        text: str,
        lang: str,
        *,
        priority: Priority = "normal",
        cue: Speech | None = None,
        on_event: OnEvent | None = None,
        again: Callable[[], object] | None = None,
    ) -> Utterance:
        """Say a text: after what is queued, ``next`` after the utterance of the moment, or ``now``.

        ``now`` stops and drops all that is being said or queued. Listening is put off until it has been said: it
        ends without a result and begins anew, unless somebody has ended it.
        ``cue`` is a sound before it; ``on_event`` hears of its course in place of the pipeline's owner; ``again`` is
        called in place of saying the same words when they are to be repeated.
        What is given back can be stopped alone, said or still queued (then without an event).
        """
        utterance = Utterance(text, lang, cue=cue, on_event=on_event, next_=priority == "next", again=again)
        with self._changed:
            if priority == "now":
                self._silence()
                self._put_off_hearing()
            place = len(self._to_say)
            if priority == "next":  # those that came as ``next`` before keep their turn
                place = next((at for at, other in enumerate(self._to_say) if not other.next), place)
            self._to_say.insert(place, utterance)
            self._changed.notify_all()
        return utterance

    def stop_speaking(self) -> None:
        """Fall silent at once and forget what was queued to be said; listening is not touched."""
        with self._changed:
            self._silence()

    @property
    def barge_in(self) -> bool:
        """Does speech stop the voice? Switched off, the microphone goes off at once, also in mid-sentence."""
        return self._ears.wanted

    @barge_in.setter
    def barge_in(self, on: bool) -> None:
        self._ears.wanted = on

    @property
    def volume(self) -> float:
        """Loudness as a factor on the synthesiser's own, from the next sentence on."""
        return self._voice.volume

    @volume.setter
    def volume(self, factor: float) -> None:
        self._voice.volume = factor

    @property
    def speaking(self) -> bool:
        """Is something being said or queued, a held utterance included?"""
        with self._changed:
            return self._saying is not None or bool(self._to_say)

    @property
    def listening(self) -> bool:
        """Is the microphone on, or about to be?"""
        with self._changed:
            return self._hearing is not None or self._to_hear is not None

    @property
    def hearing(self) -> bool:
        """Is the microphone on for an utterance right now?"""
        with self._changed:
            return self._hearing is not None and not self._hearing.stopped

    def pause(self) -> bool:
        """Hold what is being said, or let it go on; True when it is held now. Nothing to hold: False."""
        with self._changed:
            saying = self._saying
        if saying is None:
            return False
        saying.pause(not saying.paused)
        return saying.paused

    def repeat_last(self, reword: Callable[[str], str] = str) -> None:
        """Say the last utterance that was begun again, at once; nothing when there was none.

        What might be said then may not be said now: it goes through ``reword``, or through its own ``again``.
        """
        with self._changed:
            last = self._last
        if last is not None and last.again is not None:
            last.again()
        elif last is not None:
            said = self.say(reword(last.whole), last.lang, priority="now", on_event=last.on_event)
            said.whole = last.whole

    def listen(self, phrases: Sequence[str] | None = None, *, barge_in: bool = False, cue: bool = True) -> None:
        """Switch the microphone on for one utterance, limited to ``phrases``.

        It waits until all that is queued has been said; ``barge_in`` (a key was pressed) stops speech
        instead. A listening that is under way or waiting is replaced. ``cue``: with the sounds of listening.
        """
        with self._changed:
            self._deafen()
            if barge_in:
                self._silence()
            self._to_hear = Hearing(
                phrases, silence=self.end_silence, patience=self.patience, longest=self.longest, cue=cue
            )
            self._changed.notify_all()

    def stop_listening(self, *, discard: bool = False) -> None:
        """End listening now (the key was let go): what was said is recognised, or thrown away."""
        with self._changed:
            for hearing in (self._to_hear, self._hearing):
                if hearing is not None:
                    hearing.stop(discard=discard)
            if discard:
                self._to_hear = None
        if discard:
            self._ears.forget()

    def wait_until_idle(self, seconds: float | None = None) -> bool:
        """Wait until nothing is queued, said or heard; True when it is so. Not from an event."""
        with self._changed:
            return self._changed.wait_for(self._idle, seconds)

    def close(self) -> None:
        """Stop everything and end the engine; harmless when called twice."""
        with self._changed:
            self._closed = True
            self._silence()
            self._deafen()
            self._changed.notify_all()
        if threading.current_thread() is not self._worker:
            self._worker.join(timeout=10.0)
        self._ears.close()
        self._synthesiser.close()
        if self._speaker is not None:
            self._speaker.close()

    def _idle(self) -> bool:
        return not (self._to_say or self._to_hear or self._saying or self._hearing)

    def _silence(self) -> None:
        self._to_say.clear()
        if self._saying is not None:
            self._saying.stop()

    def _deafen(self) -> None:
        self._to_hear = None
        if self._hearing is not None:
            self._hearing.stop(discard=True)

    def _put_off_hearing(self) -> None:
        if self._hearing is not None and not self._hearing.stopped and self._to_hear is None:
            self._to_hear = self._hearing.anew()

    def _work(self) -> None:
        while self._take():
            try:
                if self._saying is not None and not self._saying.stopped:
                    saying = self._saying
                    heard = self._in_conversation(saying)
                    with self._ears.open(allowed=heard, sounds=saying.sounds, hush=saying.hush):
                        self._voice.say(saying, self.rate)
                elif self._hearing is not None:
                    self._hear(self._hearing)
            except Exception as failure:  # noqa: BLE001 - a bug in a driver must not leave the customer without a voice
                _log.exception("the voice pipeline stumbled")
                self._tell(Trouble("engine_failed", type(failure).__name__))
            with self._changed:
                self._saying = self._hearing = None
                self._changed.notify_all()

    def _take(self) -> bool:
        """Wait for something to do and make it the thing of the moment; False when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._to_say or self._to_hear)
            if self._closed:
                return False
            if self._to_say:
                self._saying = self._to_say.popleft()
                if self._saying.text:
                    self._last = self._saying
            else:
                self._hearing, self._to_hear = self._to_hear, None
            return True

    def _hear(self, hearing: Hearing) -> None:
        if self._recogniser is None:
            self._tell(Trouble("no_model"))
        elif self._microphone is None:
            self._tell(Trouble("no_microphone"))
        else:
            if (begun := self._ears.take()) is not None:
                hearing.take_over(begun)
            elif self.listening_on is not None and hearing.cue:
                self._voice.cue(self.listening_on)  # before the microphone, which would hear it
            hearing.run(self._recogniser, self._microphone, self._tell)
            if self.listening_off is not None and hearing.cue and not hearing.put_off:
                self._voice.cue(self.listening_off)

    def _in_conversation(self, utterance: Utterance) -> bool:
        """Is it the conversation that speaks, and can whoever answers be heard?"""
        return utterance.on_event is None and self._recogniser is not None

    def _barged(self) -> None:
        with self._changed:
            self._silence()
        self._tell(BargedIn())

    def _tell(self, event: VoiceEvent) -> None:
        try:
            self._on_event(event)
        except Exception:  # noqa: BLE001 - the owner's mistake must not silence the client
            _log.exception("an owner of the voice pipeline failed on %s", type(event).__name__)
