"""Says one utterance: sentence after sentence, the next one made while the one before plays.

An engine that plays itself makes nothing to be heard before it is asked to play.
"""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from voice.audio.ports import Playback, Speaker
from voice.captions import Course
from voice.errors import EngineFailed, NoSound, NoVoice
from voice.events import OnEvent, SpeakingAt, SpeakingEnded, SpeakingStarted, Trouble
from voice.spoken import spoken_form
from voice.tts.synthesiser import Speech, Synthesiser, plays_itself
from voice.tts.text import placed_sentences
from voice.utterance import Utterance

_TRY_CARD_AGAIN = 5.0  # seconds after which a missing loudspeaker is looked for again
_STALL = 2.0  # seconds without a sample taken after which a playback counts as stuck
_STALLS = 2  # in a row: once may be a busy machine
_STEP = 0.05  # seconds between two looks at where the voice is, for the caption


class Voice:
    """The speaking half of the pipeline; lives on its worker thread."""

    def __init__(self, synthesiser: Synthesiser, speaker: Speaker | None, tell: OnEvent) -> None:
        self.volume = 1.0
        self._synthesiser = synthesiser
        self._speaker = speaker
        self._tell = tell
        self._dumb_until: float | None = None
        self._voiceless: set[str] = set()
        self._stalls = 0
        self._silent_told = False

    def say(self, utterance: Utterance, rate: float) -> None:
        """Say it to the end, or until it is stopped. The caption goes out in any case."""
        tell = utterance.on_event or self._tell
        if utterance.on_event is None:
            self._voiceless.clear()  # each caption of the conversation must say itself what of it is not heard
        if utterance.text:
            tell(SpeakingStarted(utterance.text, utterance.lang))
        playing = self._begin_cue(utterance)
        for sentence, offset in placed_sentences(utterance.text):
            if utterance.stopped or not self._can_play():
                break
            spoken = spoken_form(sentence, utterance.lang)
            speech = self._synthesise(spoken.text, utterance.lang, rate)
            if playing is not None:
                self._await(utterance, *playing)
            playing = None
            if speech is not None and not utterance.stopped and (played := self._play(utterance, speech)):
                playing = played, speech, Course(spoken, speech, offset)
        if playing is not None:
            self._await(utterance, *playing)
        tell(SpeakingEnded(utterance.text, not utterance.stopped))

    def cue(self, speech: Speech) -> None:
        """Play a short sound to its end."""
        utterance = Utterance("", "", cue=speech)
        if (playing := self._begin_cue(utterance)) is not None:
            self._await(utterance, *playing)

    def _begin_cue(self, utterance: Utterance) -> tuple[Playback, Speech, Course | None] | None:
        if utterance.cue is None or utterance.stopped or self._speaker is None or not self._can_play():
            return None
        played = self._play(utterance, utterance.cue)
        return None if played is None else (played, utterance.cue, None)

    def _can_play(self) -> bool:
        if not self._synthesiser.audible:
            if not self._silent_told:
                self._silent_told = True
                self._tell(Trouble("silent"))
            return False
        self._silent_told = False
        if plays_itself(self._synthesiser):
            return True
        if self._speaker is None:
            self._mute("no_sound", "")
            return False
        return self._dumb_until is None or time.monotonic() >= self._dumb_until

    def _mute(self, code: str, detail: str) -> None:
        """Say once that there is no sound, not with every sentence."""
        if self._dumb_until is None:
            self._tell(Trouble(code, detail))
        self._dumb_until = time.monotonic() + _TRY_CARD_AGAIN

    def _synthesise(self, sentence: str, lang: str, rate: float) -> Speech | None:
        """The sentence as sound. An engine that failed is started again and asked once more."""
        for _ in range(2):
            try:
                speech = self._synthesiser.synthesise(sentence, lang, rate)
            except EngineFailed as failure:
                self._tell(Trouble(failure.code, failure.detail))
            except NoVoice as missing:
                self._tell_unsaid(missing.lang)
                return None
            else:
                self._tell_unsaid(*speech.unsaid)
                return speech
        return None

    def _tell_unsaid(self, *langs: str) -> None:
        """What is not heard, an amount or a name it may be, is never left out without a word: the caption shows it."""
        for lang in langs:
            if lang not in self._voiceless:
                self._voiceless.add(lang)
                self._tell(Trouble("no_voice", lang))

    def _play(self, utterance: Utterance, speech: Speech) -> Playback | None:
        try:
            if speech.own is not None:
                playback = speech.own(self.volume)
            elif self._speaker is not None:
                playback = self._speaker.play(_louder(speech, self.volume))
            else:
                return None
        except EngineFailed as failure:
            self._tell(Trouble(failure.code, failure.detail))
            return None
        except NoSound as missing:
            if not plays_itself(self._synthesiser):  # else only a short sound is missing
                self._mute(missing.code, missing.detail)
            return None
        self._dumb_until = None
        utterance.playing(playback, at_once=speech.own is None)
        return playback

    def _await(self, utterance: Utterance, playback: Playback, speech: Speech, course: Course | None) -> None:
        """Wait for the end; a card that takes no more samples must not hold the queue, a slow one may."""
        before, since = -1.0, time.monotonic()
        said: tuple[int, int] | None = None
        while not playback.wait(_STEP):
            utterance.recover()
            now, position = time.monotonic(), playback.position
            step = course.at(position) if course is not None else None
            if step is not None and (step.start, step.end) != said:
                said = (step.start, step.end)
                (utterance.on_event or self._tell)(SpeakingAt(utterance.text, *said))
            if position > before or utterance.held:
                before, since = position, now
            elif now - since >= _STALL:
                playback.stop()
                if position < speech.seconds:  # else all was handed over; the card has not said that it is done
                    self._stalled()
                return
        self._stalls = 0

    def _stalled(self) -> None:
        """The next sentence tries again; a card that stalls every time is given up for a while."""
        self._stalls += 1
        if self._stalls >= _STALLS:
            self._mute("no_sound", "the sound card has stalled")


def _louder(speech: Speech, factor: float) -> Speech:
    """The same speech louder or softer; what does not fit is held at the ends."""
    if factor == 1.0:
        return speech
    samples = np.clip(speech.samples.astype(np.float32) * factor, -32768, 32767).astype(np.int16)
    return replace(speech, samples=samples)
