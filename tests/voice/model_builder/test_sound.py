"""Features as Kaldi computes them, rooms and noise, invented voices, and the synthesiser's watchdog."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from voice.model_builder import voices
from voice.model_builder.augmentation import at_rate, coloured_noise, with_noise, worn
from voice.model_builder.errors import BuildProblem
from voice.model_builder.espeak import Espeak, Manner
from voice.model_builder.features import COEFFICIENTS, RATE, cepstra

_SPOKEN = "yu2 e2"
_VOICE = "cmn-latn-pinyin"


def tones() -> np.ndarray:
    at = np.arange(RATE // 4) / RATE
    return (0.3 * np.sin(2 * np.pi * 440 * at) + 0.1 * np.sin(2 * np.pi * 2500 * at)).astype(np.float32)


def test_features_are_kaldis() -> None:
    """The figures are those of Kaldi's own code for the same sound."""
    frames = cepstra(tones())
    assert frames.shape == (23, COEFFICIENTS)
    assert frames[5, :8] == pytest.approx(
        [63.587, 61.989, -45.414, 93.204, -70.004, -196.907, -33.616, 12.094], abs=0.02
    )
    assert frames[-1, -4:] == pytest.approx([5.865, -10.209, -11.165, 3.042], abs=0.02)


def test_too_short_for_a_frame() -> None:
    assert len(cepstra(np.zeros(399, np.float32))) == 0
    assert len(cepstra(np.zeros(400, np.float32))) == 1


def test_noise_has_the_ratio_that_was_asked_for() -> None:
    chance = np.random.default_rng(1)
    sound = tones()
    for exponent in (0.0, 1.0, 2.0):
        noisy = with_noise(sound, coloured_noise(len(sound), exponent, chance), 10)
        ratio = 10 * np.log10(np.mean(sound**2) / np.mean((noisy - sound) ** 2))
        assert ratio == pytest.approx(10, abs=0.1)


def test_a_faster_speaker_is_shorter() -> None:
    assert len(at_rate(tones(), RATE, 1.25)) == pytest.approx(len(tones()) / 1.25, abs=2)


def test_wear_is_repeatable_never_silent_and_keeps_the_level_of_a_microphone() -> None:
    first, second = (worn(tones(), np.random.default_rng(7), tones()) for _ in range(2))
    assert np.array_equal(first, second)
    assert len(first) > len(tones())
    quiet = worn(tones() * 1e-3, np.random.default_rng(8))
    assert np.abs(quiet).max() <= 1.01
    assert np.std(quiet[: RATE // 50]) > 0


def test_now_and_then_a_card_opens_in_silence_before_the_room_sets_in() -> None:
    """A network that never met that takes the beginning of noise for a word."""
    opened = 0
    for seed in range(60):
        sound = worn(tones(), np.random.default_rng(seed))
        levels = [float(np.std(sound[at : at + 160])) * 32768 for at in range(0, len(sound) - 160, 160)]
        opened += levels[0] < 1.5 and float(np.median(levels)) > 3
    assert opened >= 5, "sounds of a room that begin with a microphone's last bit only"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return voices.make_data(tmp_path_factory.mktemp("voices"))


def test_voices_for_tests_are_never_trained_on(data: Path) -> None:
    trained = voices.trained_on(data)
    assert len(trained) > 50
    assert not {name.lower() for name in voices.HELD_OUT} & {name.lower() for name in trained}
    assert len(voices.invented()) == voices.INVENTED


def test_invented_voices_are_the_same_every_time(data: Path, tmp_path: Path) -> None:
    again = voices.make_data(tmp_path)
    for name in voices.invented()[::50]:
        written = [(folder / "espeak-ng-data" / "voices" / "!v" / name).read_text() for folder in (data, again)]
        assert written[0] == written[1]


def test_another_cast_has_other_voices(data: Path, tmp_path: Path) -> None:
    other = voices.make_data(tmp_path, cast=1)
    name = voices.invented()[0]
    written = [(folder / "espeak-ng-data" / "voices" / "!v" / name).read_text() for folder in (data, other)]
    assert written[0] != written[1]


def written(data: Path, names: list[str]) -> dict[str, list[list[str]]]:
    """The settings of voices, line by line and word by word."""
    folder = data / "espeak-ng-data" / "voices" / "!v"
    return {name: [line.split() for line in (folder / name).read_text().splitlines() if line.split()] for name in names}


def settings(data: Path, names: list[str], setting: str) -> list[list[int]]:
    """The numbers behind a setting, of all voices that have it."""
    lines = [line for voice in written(data, names).values() for line in voice if line[0] == setting]
    return [[int(number) for number in line[1:] if number.lstrip("-").isdigit()] for line in lines]


def test_invented_voices_spread_far(data: Path) -> None:
    """Narrower ones left a model deaf to voices with one odd formant, high bands or swallowed syllables."""
    formants = settings(data, voices.invented(), "formant")
    second = [place for number, place, *_ in formants if number == 2]
    assert sum(place < 80 for place in second) > 10
    assert sum(place > 125 for place in second) > 10
    assert sum(place == 0 for number, place, *_ in formants if number > 5) > 10
    assert 0 not in [place for number, place, *_ in formants if number <= 3]
    assert sum(max(bands[::2]) > 4000 for bands in settings(data, voices.invented(), "tone")) > 10
    syllables = [sum(lengths) / len(lengths) for lengths in settings(data, voices.invented(), "stressLength")]
    assert sum(mean < 25 for mean in syllables) > 10, "swallowed ones"
    assert sum(mean > 200 for mean in syllables) > 5
    own = [voice for voice in written(data, voices.invented()).values() if "formant" not in [line[0] for line in voice]]
    assert sum("klatt" in [line[0] for line in voice] for voice in own) > 3


def test_invented_voices_are_not_those_kept_for_tests(data: Path) -> None:
    kept = written(data, list(voices.HELD_OUT)).values()
    peculiar = [line for voice in kept for line in voice if line[0] in ("tone", "klatt", "stressAdd", "stressLength")]
    assert peculiar
    assert not [line for voice in written(data, voices.invented()).values() for line in voice if line in peculiar]


def test_invented_voices_speak_and_differ(data: Path) -> None:
    with Espeak(data) as espeak:
        said = [espeak.say(_SPOKEN, f"{_VOICE}+{name}", Manner()) for name in (*voices.invented()[::25], "m7")]
        assert "b" in espeak.phonemes("bank", "gmw/en-US")
        with pytest.raises(BuildProblem, match="nobody"):
            espeak.say(_SPOKEN, "nobody", Manner())
    sounds = [one[0] for one in said if one is not None]
    assert len(sounds) == 10
    assert all(np.abs(sound).max() > 0.05 for sound in sounds)
    assert len({sound[:2000].tobytes() for sound in sounds}) == len(sounds)


def test_a_hanging_synthesiser_is_given_up_and_started_again(data: Path) -> None:
    espeak = Espeak(data, patience=0.0)
    with espeak:
        assert espeak.say(_SPOKEN, _VOICE, Manner()) is None
        espeak.patience = 20.0
        assert espeak.say(_SPOKEN, _VOICE, Manner()) is not None
