"""The microphone when PortAudio refuses: in use, not there, plugged in meanwhile, and a card with a rate of its own."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from voice.audio import devices, microphone
from voice.audio.microphone import SoundMicrophone
from voice.errors import NoSound

IN_USE, NO_DEVICE, BAD_RATE = -9985, -9996, -9997


class PortAudioError(Exception):
    """As sounddevice raises it: words, then PortAudio's number."""


class Card:
    """A sound card that refuses ``refusals`` one after another, and then gives its microphone."""

    def __init__(self, *refusals: int, at_start: bool = False) -> None:
        self.refusals = list(refusals)
        self.rates: list[int] = []
        self.closed = self.refreshed = 0
        self._at_start = at_start
        self.PortAudioError = PortAudioError

    def RawInputStream(self, *, samplerate: int, **_: Any) -> Any:  # noqa: N802 - sounddevice's name
        self.rates.append(samplerate)
        if not self._at_start:
            self._refuse()
        return SimpleNamespace(start=self._start, abort=lambda **_: None, close=self._close)

    def query_devices(self, *_: Any) -> dict[str, float]:
        return {"default_samplerate": 48_000.0}

    def _initialize(self) -> None:
        self.refreshed += 1

    def _terminate(self) -> None:
        """Nothing is open."""

    def _start(self) -> None:
        if self._at_start:
            self._refuse()

    def _close(self, **_: Any) -> None:
        self.closed += 1

    def _refuse(self) -> None:
        if self.refusals:
            raise PortAudioError("Error opening RawInputStream", self.refusals.pop(0))


def opened(card: Card, monkeypatch: pytest.MonkeyPatch) -> SoundMicrophone:
    """A microphone of this card, switched on."""
    for module in (devices, microphone):
        monkeypatch.setattr(module, "portaudio", lambda: card)
    found = SoundMicrophone()
    found.start(lambda frames: None)
    return found


@pytest.mark.parametrize("at_start", [False, True])
def test_another_program_has_it(at_start: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused when it is opened or when it is started: the customer is told what to close, not what to plug in."""
    card = Card(*[IN_USE] * 4, at_start=at_start)
    with pytest.raises(NoSound) as told:
        opened(card, monkeypatch)
    assert told.value.code == "microphone_in_use"
    assert card.closed == (4 if at_start else 0)  # nothing is left open


def test_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other refusal."""
    with pytest.raises(NoSound) as told:
        opened(Card(*[NO_DEVICE] * 4), monkeypatch)
    assert told.value.code == "no_microphone"


def test_one_that_was_plugged_in_meanwhile_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """PortAudio reads its devices once, so they are read anew before giving up."""
    card = Card(NO_DEVICE, NO_DEVICE)
    found = opened(card, monkeypatch)
    assert card.refreshed == 1
    found.stop()
    assert card.closed == 1
    found.stop()


def test_a_card_without_our_rate_is_opened_at_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """And resampled."""
    card = Card(BAD_RATE)
    opened(card, monkeypatch)
    assert card.rates == [16_000, 48_000]
