"""From texts to a trained network and back; what needs torch runs where the extra voice-train is installed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from voice.model_builder.augmentation import coloured_noise, with_noise
from voice.model_builder.corpus import Recipe, Spoken, Utterance, load, make_shards, save
from voice.model_builder.features import RATE, Sound, cepstra
from voice.model_builder.phones import PhoneSet
from voice.model_builder.trials import Trial, in_noise, padded, samples
from voice.model_builder.voices import HELD_OUT

PHONES = PhoneSet(("low", "high"))


@dataclass
class Whistler:
    """Says low and high as two tones, a fifth of a second each."""

    calls: int = 0

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        self.calls += 1
        at = np.arange(RATE // 5) / RATE
        tones = [np.sin(2 * np.pi * (300 if phone == "low" else 1800) * at) for phone in text.split()]
        return Spoken(np.concatenate(tones).astype(np.float32), tuple(text.split()))


def recipe(speaker: Whistler, wears: int = 1) -> Recipe:
    return Recipe(((1.0, speaker),), lambda rng: " ".join(rng.choice(PHONES.names) for _ in range(4)), PHONES, wears)


def test_a_corpus_is_the_same_every_time_and_not_made_twice(tmp_path: Path) -> None:
    told: list[str] = []
    speaker = Whistler()
    paths = make_shards(tmp_path / "one", recipe(speaker), seed=3, shards=2, size=4, tell=told.append)
    assert (speaker.calls, len(told)) == (8, 2)
    make_shards(tmp_path / "one", recipe(speaker), seed=3, shards=2, size=4, tell=told.append)
    assert (speaker.calls, len(told)) == (8, 2)
    again = make_shards(tmp_path / "two", recipe(Whistler()), seed=3, shards=2, size=4, tell=told.append)
    for first, second in zip(paths, again, strict=True):
        for one, other in zip(load(first), load(second), strict=True):
            assert np.array_equal(one.frames, other.frames)
            assert np.array_equal(one.labels, other.labels)
    assert len({tuple(one.labels) for path in paths for one in load(path)}) > 1


def test_what_takes_long_to_say_is_said_once_and_heard_several_times(tmp_path: Path) -> None:
    """In another room and by another throat each time: no two sound alike, and the first as if there were no more."""
    speaker = Whistler()
    (path,) = make_shards(tmp_path / "4", recipe(speaker, 4), seed=3, shards=1, size=8, tell=lambda line: None)
    (once,) = make_shards(tmp_path / "1", recipe(Whistler()), seed=3, shards=1, size=2, tell=lambda line: None)
    heard = list(load(path))
    assert (speaker.calls, len(heard)) == (2, 8)
    for four in (heard[:4], heard[4:]):
        assert len({tuple(one.labels) for one in four}) == 1
        assert len({one.frames.tobytes() for one in four}) == 4
    assert np.array_equal(heard[0].frames, next(load(once)).frames)


def test_the_throat_is_another_one_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rooms and noise: the same, then faster and higher or slower and lower."""
    monkeypatch.setattr("voice.model_builder.corpus.worn", lambda sound, chance, babble: sound)
    (path,) = make_shards(tmp_path, recipe(Whistler(), 8), seed=4, shards=1, size=8, tell=lambda line: None)
    first, *others = [len(one.frames) for one in load(path)]
    assert first in range(78, 81)  # 0.8 s
    assert len({first, *others}) > 5
    assert all(first / 1.21 - 2 < size < first / 0.84 + 2 for size in others)
    assert min(others) < first < max(others)


def test_shards_keep_each_utterance(tmp_path: Path) -> None:
    made = [
        Utterance(np.full((size, 40), size, np.float32), np.arange(size % 5 + 1, dtype=np.int16)) for size in (7, 9)
    ]
    save(tmp_path / "1.npz", made)
    kept = list(load(tmp_path / "1.npz"))
    assert [one.frames.shape for one in kept] == [(7, 40), (9, 40)]
    assert [one.labels.tolist() for one in kept] == [one.labels.tolist() for one in made]
    assert kept[1].frames[0, 0] == 9


def test_trials_have_the_quiet_of_a_room_and_the_noise_that_is_asked_for() -> None:
    sound: Sound = np.ones(RATE, np.float32) * 0.5
    trial = Trial("text", HELD_OUT[0], padded(sound))
    assert len(trial.sound) > RATE * 1.6
    assert 0 < np.abs(trial.sound[:100]).max() < 0.01
    (noisy,) = in_noise([trial], 10)
    assert np.std(noisy.sound[:2000]) > 10 * np.std(trial.sound[:2000])
    assert len(samples(noisy.sound)) == 2 * len(noisy.sound)


def test_a_small_network_learns_and_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="training needs the extra voice-train")
    from voice.model_builder.building import train
    from voice.model_builder.network import from_weights, to_weights
    from voice.model_builder.training import Plan

    (shard,) = make_shards(tmp_path, recipe(Whistler()), seed=1, shards=1, size=40, tell=lambda line: None)
    torch.set_num_threads(1)
    told: list[str] = []
    checkpoint = tmp_path / "checkpoint"
    plan = Plan(steps=40, even_steps=50, rate=4e-3, save_every=20)
    weights = train([shard], PHONES.outputs, plan, checkpoint, None, told.append, size=(24, 12))
    wrong = float(told[-1].split()[1].rstrip("%"))
    assert wrong < 70, told  # untrained it is 100
    again = train([shard], PHONES.outputs, plan, checkpoint, None, told.append, size=(24, 12))
    assert np.array_equal(again["out"], weights["out"])

    network = from_weights(weights, PHONES.outputs).eval()
    frames = torch.randn(1, 120, 40) * 10
    other = from_weights(to_weights(network), PHONES.outputs).eval()
    other.normalise_by(torch.randn(40), torch.rand(40) + 0.5)
    with torch.no_grad():
        assert torch.allclose(network(frames), other(frames), atol=1e-2)
    other.unfold_last([torch.randn(1, 400, 40) * 10])
    assert other.last_normalise.running_mean.abs().max() > 0
    with torch.no_grad():
        assert torch.allclose(network(frames), other(frames), atol=1e-2)


def test_the_same_seed_gives_the_same_network_broken_off_or_not(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="training needs the extra voice-train")
    from voice.model_builder.building import train
    from voice.model_builder.training import Plan

    (shard,) = make_shards(tmp_path, recipe(Whistler()), seed=1, shards=1, size=250, tell=lambda line: None)
    torch.set_num_threads(1)

    class BrokenOff(Exception):
        """The machine goes off."""

    def network(name: str, seed: int = 5, last: int = 0) -> dict[str, NDArray[np.float32]]:
        def tell(line: str) -> None:
            if last and line.startswith(f"train: step {last},"):
                raise BrokenOff

        plan = Plan(steps=23, even_steps=5, rate=4e-3, save_every=4, seed=seed)
        return train([shard], PHONES.outputs, plan, tmp_path / name, None, tell, size=(24, 12)).matrices

    once = network("once")
    for last in (4, 8, 12):  # with six to a turn: within two turns, and at the end of one
        with pytest.raises(BrokenOff):
            network("in parts", last=last)
    for name in ("again", "in parts"):
        again = network(name)
        assert all(np.array_equal(once[matrix], again[matrix]) for matrix in once), name
    assert not np.array_equal(once["out"], network("other", seed=6)["out"])


def test_a_network_that_goes_on_has_not_forgotten_what_it_knew(tmp_path: Path) -> None:
    """Its last normalisation came twice at first, and a training began by undoing what had been learned."""
    torch = pytest.importorskip("torch", reason="training needs the extra voice-train")
    from voice.model_builder.building import train
    from voice.model_builder.training import Plan

    (shard,) = make_shards(tmp_path, recipe(Whistler()), seed=1, shards=1, size=40, tell=lambda line: None)
    torch.set_num_threads(1)
    told: list[str] = []
    plan = Plan(steps=40, even_steps=50, rate=4e-3, save_every=20)
    weights = train([shard], PHONES.outputs, plan, tmp_path / "first", None, told.append, size=(24, 12))
    told.clear()
    train([shard], PHONES.outputs, Plan(steps=1, rate=1e-6), tmp_path / "second", weights, told.append)
    assert "begun with" in told[1]
    before, after = (float(line.split("%")[0].split()[-1]) for line in (told[1], told[-1]))
    assert after <= before + 10, told


def test_noise_in_features_is_as_loud_as_noise_in_sound() -> None:
    pytest.importorskip("torch", reason="training needs the extra voice-train")
    from voice.model_builder.batches import in_steady_noise

    sound = padded(Whistler().speak("low high low high", random.Random(1)).sound)  # type: ignore[union-attr]
    chance = np.random.default_rng(2)
    for exponent in (0.0, 1.0):
        noisy = cepstra(with_noise(sound, coloured_noise(len(sound), exponent, chance), 10))
        alike = in_steady_noise(cepstra(sound), 10, exponent, chance)
        assert np.abs(noisy.mean(0) - alike.mean(0))[0] < 12  # the first coefficient: 6.3 times the mean log energy
        assert np.std(alike[:20, 0]) > 0
