"""A training that goes on from a network: what it keeps of it, and how it makes it larger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.voice.model_builder.networks import random_weights
from tests.voice.model_builder.test_training import PHONES, Whistler, recipe
from voice.model_builder.corpus import make_shards

torch: Any = pytest.importorskip("torch", reason="training needs the extra voice-train")

from voice.model_builder.batches import batch  # noqa: E402
from voice.model_builder.building import train  # noqa: E402
from voice.model_builder.corpus import load  # noqa: E402
from voice.model_builder.keeping import Keeping  # noqa: E402
from voice.model_builder.network import from_weights, to_weights  # noqa: E402
from voice.model_builder.training import Plan  # noqa: E402
from voice.model_builder.weights import Weights  # noqa: E402
from voice.model_builder.widening import widened  # noqa: E402


@pytest.fixture(scope="module")
def shard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    torch.set_num_threads(1)
    (path,) = make_shards(
        tmp_path_factory.mktemp("speech"), recipe(Whistler()), seed=1, shards=1, size=40, tell=lambda line: None
    )
    return path


@pytest.fixture(scope="module")
def learnt(shard: Path, tmp_path_factory: pytest.TempPathFactory) -> Weights:
    plan = Plan(steps=60, even_steps=80, rate=4e-3, save_every=30)
    checkpoint = tmp_path_factory.mktemp("first") / "checkpoint"
    return train([shard], PHONES.outputs, plan, checkpoint, None, lambda line: None, size=(24, 12))


def test_a_widened_network_computes_the_same_and_can_be_stored() -> None:
    network = from_weights(random_weights(5), 5).eval()
    wide = widened(network, 40, 20).eval()
    frames = torch.randn(2, 120, 40)
    with torch.no_grad():
        assert torch.allclose(network(frames), wide(frames), atol=1e-5)
        assert torch.allclose(from_weights(to_weights(wide), 5).eval()(frames), wide(frames), atol=1e-3)
    assert to_weights(wide)["narrow3"].shape == (20, 120)


def test_new_units_of_a_widened_network_learn(shard: Path, learnt: Weights, tmp_path: Path) -> None:
    plan = Plan(steps=20, rate=4e-3)
    weights = train([shard], PHONES.outputs, plan, tmp_path / "wide", learnt, lambda line: None, size=(32, 16))
    assert weights["wide2"].shape == (32, 16)
    narrow = weights["narrow2"].reshape(16, 3, 32)
    assert np.abs(narrow[:12, :, 24:]).max() > 0, "old units listen to new ones"


def test_what_is_learnt_and_what_is_kept_pull_against_each_other(shard: Path, learnt: Weights) -> None:
    utterances = list(load(shard))[:12]
    before = from_weights(learnt, PHONES.outputs)
    chosen = batch(utterances, before.pace, None)
    with torch.no_grad():
        scores = before.eval()(chosen.frames)
    keeping = Keeping(before, 0.5)
    assert float(keeping.loss(scores, chosen)) == pytest.approx(0, abs=2e-2), "nothing has changed"  # bfloat16
    other = torch.log_softmax(scores + torch.randn_like(scores) * 2, -1)
    assert float(keeping.loss(other, chosen)) > 0.1
    wrong = batch([type(one)(one.frames, one.labels[::-1] * 0 + 2) for one in utterances], before.pace, None)
    assert float(keeping.loss(other, wrong)) == 0, "what was heard wrong is not kept"


def test_a_network_that_is_held_stays_nearer_to_what_it_was(shard: Path, learnt: Weights, tmp_path: Path) -> None:
    def gone(keep: float) -> float:
        plan = Plan(steps=40, rate=4e-2, keep=keep, seed=3)
        after = train([shard], PHONES.outputs, plan, tmp_path / str(keep), learnt, lambda line: None)
        chosen = batch(list(load(shard)), after.pace, None)
        with torch.no_grad():
            first, second = (from_weights(one, PHONES.outputs).eval()(chosen.frames) for one in (learnt, after))
        return float((first.exp() * (first - second)).sum(-1).mean())

    assert gone(5.0) < gone(0.0) / 2
