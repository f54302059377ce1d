"""Sixteen-bit floats are used where the processor has them, and nowhere else: put together they are slow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.voice.model_builder.test_training import PHONES, Whistler, recipe
from voice.model_builder.corpus import load, make_shards

torch: Any = pytest.importorskip("torch", reason="training needs the extra voice-train")

from voice.model_builder import precision  # noqa: E402
from voice.model_builder.batches import batch  # noqa: E402
from voice.model_builder.building import train  # noqa: E402
from voice.model_builder.keeping import Keeping  # noqa: E402
from voice.model_builder.network import Network  # noqa: E402
from voice.model_builder.training import Plan  # noqa: E402
from voice.model_builder.weights import EVERY_30_MS  # noqa: E402


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    """What this processor told is forgotten before and after."""
    precision.has_sixteen_bits.cache_clear()
    yield
    precision.has_sixteen_bits.cache_clear()


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> set[Any]:
    """The floats of the last hidden layer of any network, as often as one is asked."""
    found: set[Any] = set()
    deep = Network._deep

    def watched(self: Network, frames: Any) -> Any:
        made = deep(self, frames)
        found.add(made.dtype)
        return made

    monkeypatch.setattr(Network, "_deep", watched)
    return found


def tells(monkeypatch: pytest.MonkeyPatch, **able: bool) -> None:
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able, raising=False)


@pytest.mark.parametrize("able", ["amx_bf16", "avx512_bf16", "bf16"])
def test_a_processor_that_has_them_is_given_them(able: str, used: set[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    tells(monkeypatch, **{able: True})
    with precision.quick():
        Network(24, 12, PHONES.outputs, EVERY_30_MS)(torch.randn(2, 200, 40))
    assert used == {torch.bfloat16}


@pytest.mark.parametrize("able", [{}, {"avx512_f": True, "amx_bf16": False}])
def test_another_reckons_in_its_own(able: dict[str, bool], used: set[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one of which nothing is known."""
    tells(monkeypatch, **able)
    with precision.quick():
        Network(24, 12, PHONES.outputs, EVERY_30_MS)(torch.randn(2, 200, 40))
    assert used == {torch.float32}


@pytest.mark.parametrize(("able", "floats"), [(True, "bfloat16"), (False, "float32")])
def test_what_is_learned_and_what_is_kept_is_reckoned_so(
    able: bool, floats: str, used: set[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (shard,) = make_shards(tmp_path, recipe(Whistler()), seed=1, shards=1, size=40, tell=lambda line: None)
    tells(monkeypatch, amx_bf16=able)
    train([shard], PHONES.outputs, Plan(2, 2), tmp_path / "checkpoint", None, lambda line: None, size=(24, 12))
    assert getattr(torch, floats) in used
    assert able or used == {torch.float32}
    used.clear()
    chosen = batch(list(load(shard))[:4], EVERY_30_MS, None)
    scores = torch.zeros(len(chosen.labels), max(chosen.moments), PHONES.outputs)
    Keeping(Network(24, 12, PHONES.outputs, EVERY_30_MS), 0.5).loss(scores, chosen)
    assert used == {getattr(torch, floats)}
