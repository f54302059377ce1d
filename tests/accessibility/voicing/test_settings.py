"""The settings of the built-in reader survive being stored, and a broken file."""

from dataclasses import replace

import pytest

from accessibility.voicing.settings import VOLUMES, Echo, Punctuation, Verbosity, VoicingSettings

CHOSEN = VoicingSettings(
    on=True, volume=VOLUMES[0], voice_zh="cmn", echo=Echo.WORDS, punctuation=Punctuation.ALL, verbosity=Verbosity.FULL
)


def test_what_was_stored_comes_back() -> None:
    assert VoicingSettings.from_mapping(CHOSEN.to_mapping()) == CHOSEN


@pytest.mark.parametrize("stored", [{}, {"on": 1, "echo": "loud", "volume": 17, "pitch": True, "other": 3}])
def test_what_is_missing_or_makes_no_sense_takes_its_default(stored: dict[str, object]) -> None:
    assert VoicingSettings.from_mapping(stored) == VoicingSettings()


def test_one_bad_value_does_not_spoil_the_rest() -> None:
    stored = CHOSEN.to_mapping() | {"echo": None}
    assert VoicingSettings.from_mapping(stored) == replace(CHOSEN, echo=Echo.KEYS)
