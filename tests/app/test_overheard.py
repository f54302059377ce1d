"""Amounts on headphones only: as they are at the moment of speaking, and until they go."""

from __future__ import annotations

import pytest

from tests.app.talk import Talk
from tests.dialogues.ears import Ears
from tests.dialogues.scripted_voice import ScriptedPipeline
from voice.events import SpeakingEnded, SpeakingStarted
from voice.settings import SpeakAmounts, VoiceSettings

ON_HEADPHONES = VoiceSettings(speak_amounts=SpeakAmounts.HEADPHONES)


class SlowPipeline(ScriptedPipeline):
    """Says something until it is stopped or :meth:`finish` is called; then what came after it."""

    held = False

    def say(self, text: str, lang: str) -> None:
        if not self.held:
            super().say(text, lang)
            return
        self.said.append(text)
        self._on_event(SpeakingStarted(text, lang))

    def stop_speaking(self) -> None:
        super().stop_speaking()
        if self.held and self.said:
            self._on_event(SpeakingEnded(self.said[-1], False))

    def finish(self) -> None:
        self._on_event(SpeakingEnded(self.said[-1], True))


class SlowTalk(Talk):
    """A conversation whose sentences take time."""

    pipeline: SlowPipeline

    def _make(self, on_event) -> SlowPipeline:  # type: ignore[no-untyped-def]
        self.pipeline = SlowPipeline(on_event)
        return self.pipeline


def talking(ears: Ears, settings: VoiceSettings = ON_HEADPHONES) -> SlowTalk:
    """It listens; what is said next takes time."""
    talk = SlowTalk(ears=ears)
    talk.control.apply(settings)
    talk.control.toggle_listening()
    talk.pipeline.held = True
    return talk


@pytest.mark.parametrize("on", [True, False])
def test_the_headphones_of_this_moment_count(on: bool) -> None:
    """Put on or taken off since the last sentence: nobody has looked at them in between."""
    ears = Ears(not on)
    talk = talking(ears)
    ears.plug(on)
    talk.pipeline.hear("查询余额")
    assert ("已隐去" not in talk.pipeline.said[-1]) is on


def test_the_voice_stops_when_they_go_and_says_the_rest_without_the_amount() -> None:
    ears = Ears(True)
    talk = talking(ears)
    talk.pipeline.hear("给张三转五百元")
    assert "五百元" in talk.pipeline.said[-1]
    stops = talk.pipeline.stops
    ears.plug(False)
    assert talk.pipeline.stops == stops + 1
    assert "五百元" not in talk.pipeline.said[-1]
    assert "已隐去" in talk.pipeline.said[-1]
    assert not ears.watched, "without an amount nothing has to be watched over"
    talk.pipeline.finish()
    assert talk.pipeline.listening, "the conversation goes on"


def test_nobody_looks_longer_than_it_is_said() -> None:
    ears = Ears(True)
    talk = talking(ears)
    assert not ears.watched, "the greeting has no amount"
    talk.pipeline.hear("查询余额")
    assert ears.watched
    talk.pipeline.finish()
    assert not ears.watched
    said = len(talk.pipeline.said)
    ears.plug(False)
    assert len(talk.pipeline.said) == said
    ears.plug(True)
    talk.pipeline.hear("再说一遍")
    assert ears.watched
    talk.control.stop()
    assert not ears.watched


def test_whoever_lets_others_hear_is_not_interrupted() -> None:
    """Amounts may be spoken in any case: the headphones mean nothing then."""
    ears = Ears(True)
    talk = talking(ears, VoiceSettings(ask_before_amounts=False))
    talk.pipeline.hear("查询余额")
    stops = talk.pipeline.stops
    ears.plug(False)
    assert talk.pipeline.stops == stops


def test_before_the_first_amount_of_a_session_it_is_asked_when_they_go() -> None:
    """With them on nobody had to be asked."""
    ears = Ears(True)
    talk = talking(ears, VoiceSettings())
    talk.pipeline.hear("查询余额")
    assert "方便" not in talk.pipeline.said[-1]
    ears.plug(False)
    assert "方便读出来吗" in talk.pipeline.said[-1]
