"""The customer's settings of the voice survive storing, and a broken file harms nothing but its own value."""

from __future__ import annotations

from typing import Any

import pytest

from voice.settings import BargeIn, SpeakAmounts, Talk, VoiceSettings


def test_what_is_kept_comes_back() -> None:
    chosen = VoiceSettings(
        Talk.HOLD, open_dialogue=False, wake_phrase=True, barge_in=BargeIn.OFF, end_silence=2.5, patience=0,
        speak_amounts=SpeakAmounts.NEVER, ask_before_amounts=False,
    )  # fmt: skip
    assert VoiceSettings.from_mapping(chosen.to_mapping()) == chosen
    assert chosen.to_mapping()["talk"] == "hold"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("talk", "shout"), ("talk", 3), ("open_dialogue", 1), ("end_silence", 99), ("end_silence", "long"),
        ("end_silence", float("nan")), ("patience", True), ("speak_amounts", None), ("barge_in", ["off"]),
    ],
)  # fmt: skip
def test_a_value_that_is_none_takes_its_default(name: str, value: Any) -> None:
    assert VoiceSettings.from_mapping({name: value, "wake_phrase": True}) == VoiceSettings(wake_phrase=True)


@pytest.mark.parametrize("stored", [None, 3, [], "text", {}])
def test_nothing_usable_is_the_default(stored: Any) -> None:
    assert VoiceSettings.from_mapping(stored) == VoiceSettings()
