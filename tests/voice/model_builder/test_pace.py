"""Scores every 30 or every 20 ms: a network's own matter, in its file, in the settings beside it, and in training."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from tests.voice.model_builder.networks import KaldiFile, random_weights
from voice.listen import hear_samples
from voice.model_builder.acoustic_model import read_pace, read_weights, write_acoustic_model
from voice.model_builder.corpus import Utterance, save
from voice.model_builder.errors import BuildProblem
from voice.model_builder.lexicon import Lexicon
from voice.model_builder.mandarin import Mandarin
from voice.model_builder.model_files import write_graphs
from voice.model_builder.weights import EVERY_20_MS, EVERY_30_MS, LAYERS, PACES, Pace
from voice.models import VoiceModel, find_model
from voice.stt.vosk_engine import VoskModel, VoskRecogniser

PHONES = Mandarin().phones


def model(folder: Path, pace: Pace) -> Path:
    """A model of few words that has learned nothing."""
    lexicon = Lexicon()
    for word in ("查", "余额"):
        lexicon.add(word, Mandarin().pronunciations(word))
    (folder / "am").mkdir(parents=True)
    write_acoustic_model(folder / "am" / "final.mdl", PHONES, random_weights(PHONES.outputs, pace))
    write_graphs(folder, PHONES, lexicon, [["查", "余额"]])
    return folder


@pytest.mark.parametrize(("every", "pace"), PACES.items())
def test_paces_are_what_they_are_called(every: int, pace: Pace) -> None:
    assert pace.subsampling * 10 == every
    assert len(pace.delays) == LAYERS
    assert math.gcd(*pace.delays) == 1
    assert 0.25 <= pace.context / 100 <= 0.3, "seconds on each side"


@pytest.mark.parametrize("pace", PACES.values())
def test_a_networks_file_keeps_its_pace(pace: Pace, tmp_path: Path) -> None:
    first, second = tmp_path / "first.mdl", tmp_path / "second.mdl"
    write_acoustic_model(first, PHONES, random_weights(PHONES.outputs, pace))
    found = read_weights(first)
    assert found.pace == read_pace(first) == pace
    write_acoustic_model(second, PHONES, found)
    assert second.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_a_shipped_model_is_asked_as_often_as_its_network_scores(lang: str) -> None:
    folder = find_model(lang).path
    settings = (folder / "conf" / "model.conf").read_text(encoding="utf8").splitlines()
    pace = read_pace(folder / "am" / "final.mdl")
    assert pace in PACES.values()
    assert f"--frame-subsampling-factor={pace.subsampling}" in settings


@pytest.mark.parametrize("pace", PACES.values())
def test_settings_follow_the_network_that_is_there(pace: Pace, tmp_path: Path) -> None:
    """Vosk asks as often as the settings say: at another pace than the network's it hears nothing right."""
    folder = model(tmp_path / "model", pace)
    settings = (folder / "conf" / "model.conf").read_text(encoding="utf8")
    assert f"--frame-subsampling-factor={pace.subsampling}\n" in settings
    recogniser = VoskRecogniser(VoskModel(VoiceModel("zh-CN", folder, shipped=False)))
    noise = np.random.default_rng(1).normal(0, 3000, 32_000).astype(np.int16)
    recogniser.set_phrases(["查余额"])
    assert set(hear_samples(recogniser, noise).text) <= set("查余额")


def test_graphs_without_a_network_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildProblem, match="no acoustic model"):
        write_graphs(tmp_path, PHONES, Lexicon(), [])


@pytest.mark.parametrize("pace", PACES.values())
def test_kaldis_file_scores_what_the_network_scores(pace: Pace, tmp_path: Path) -> None:
    """Each score is reckoned anew from the file's own lines, at every moment, and needs no frame beyond its context."""
    torch = pytest.importorskip("torch", reason="training needs the extra voice-train")
    from voice.model_builder.network import from_weights

    weights = random_weights(PHONES.outputs, pace)
    write_acoustic_model(tmp_path / "final.mdl", PHONES, weights)
    kaldi = KaldiFile(tmp_path / "final.mdl")
    moments = 5
    frames = np.random.default_rng(3).normal(0, 5, (2 * pace.context + pace.subsampling * (moments - 1) + 1, 40))
    sound = frames.astype(np.float32)
    with torch.no_grad():
        scores = from_weights(weights, PHONES.outputs).eval()(torch.from_numpy(sound[None]))[0].numpy()
    assert len(scores) == moments
    for at, row in enumerate(scores):
        assert kaldi.scores(sound, pace.context + at * pace.subsampling) == pytest.approx(row, abs=1e-3)
    for beyond in (pace.context - 1, len(sound) - pace.context):
        with pytest.raises(IndexError):
            kaldi.scores(sound, beyond)


@pytest.mark.parametrize("pace", PACES.values())
def test_a_batch_has_a_score_for_every_moment(pace: Pace) -> None:
    torch = pytest.importorskip("torch", reason="training needs the extra voice-train")
    from voice.model_builder.batches import batch
    from voice.model_builder.network import from_weights

    said = [Utterance(np.zeros((size, 40), np.float32), np.ones(2, np.int16)) for size in (60, 61, 65)]
    chosen = batch(said, pace, None)
    assert chosen.moments == [math.ceil(len(one.frames) / pace.subsampling) for one in said]
    network = from_weights(random_weights(PHONES.outputs, pace), PHONES.outputs).eval()
    with torch.no_grad():
        assert network(chosen.frames).shape[1] == max(chosen.moments)


def test_a_network_changes_its_pace_and_keeps_what_it_has_learned(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the extra voice-train")
    from voice.model_builder.building import train
    from voice.model_builder.training import Plan

    chance = np.random.default_rng(2)
    said = [Utterance(chance.normal(0, 5, (80, 40)).astype(np.float32), np.ones(3, np.int16)) for _ in range(30)]
    save(tmp_path / "said.npz", said)
    start = random_weights(PHONES.outputs, EVERY_30_MS)

    def trained(steps: int, pace: Pace | None) -> dict[str, np.ndarray]:
        told: list[str] = []
        plan = Plan(steps, rate=0.1)
        checkpoint = tmp_path / f"{steps}-{pace}"
        found = train([tmp_path / "said.npz"], PHONES.outputs, plan, checkpoint, start, told.append, pace=pace)
        assert found.pace == (pace or EVERY_30_MS)
        return found.matrices

    for name, value in trained(0, EVERY_20_MS).items():
        assert value == pytest.approx(start[name], rel=1e-3, abs=1e-3), name
    assert np.abs(trained(2, EVERY_20_MS)["narrow3"] - start["narrow3"]).max() > 1e-4
    trained(0, None)
