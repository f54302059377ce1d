"""Speech for a training: whose share goes where, and how much of it there is."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from voice.model_builder.corpus import Spoken
from voice.model_builder.errors import BuildProblem
from voice.model_builder.features import RATE
from voice.model_builder.mandarin import Mandarin
from voice.model_builder.material import Material
from voice.model_builder.texts import Texts

pytest.importorskip("torch", reason="training needs the extra voice-train")

from voice.model_builder import building
from voice.model_builder.building import Amount, make_speech
from voice.model_builder.corpus import load

pytestmark = pytest.mark.process


@dataclass
class Hummer:
    """Says anything, at a tone."""

    language: Mandarin
    said: list[str] = field(default_factory=list)

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        self.said.append(text)
        phones = self.language.pronunciations(text)[0]
        at = np.arange(RATE * len(phones) // 6) / RATE
        return Spoken(np.sin(2 * np.pi * 400 * at).astype(np.float32), phones)


def test_what_neural_voices_say_is_heard_four_times_in_shards_of_its_own(tmp_path: Path) -> None:
    language, told = Mandarin(), list[str]()
    texts = Texts(Material("zh-CN", ("查询余额", "转账")), ("你好",), language.between)
    neural, human = Hummer(language), Hummer(language)
    shards = make_speech(tmp_path, language, texts, Amount(2, 20, 5), [(0.2, human)], told.append, [(0.4, neural)])
    made = Counter(path.parent.name for path in shards for _ in load(path))
    assert made == {"speech-zh-CN": 24, "neural-zh-CN": 16}
    assert len(neural.said) == 4, "sixteen are four, four times each"
    assert 0 < len(human.said) < 24 - len(human.said), "a third of the rest, the others by espeak-ng"


def test_a_fourth_of_the_synthetic_voices_are_plain_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    language, said = Mandarin(), list[tuple[object, ...]]()

    class Synthetic(Hummer):
        """Notes how it was made each time it speaks."""

        def __init__(self, language: Mandarin, casts: object, data: Path, speeds: object, *manner: object) -> None:
            super().__init__(language)
            self._manner = manner

        def speak(self, text: str, rng: random.Random) -> Spoken | None:
            said.append(self._manner)
            return super().speak(text, rng)

    monkeypatch.setattr(building, "SyntheticSpeakers", Synthetic)
    texts = Texts(Material("zh-CN", ("查询余额", "转账")), ("你好",), language.between)
    make_speech(tmp_path, language, texts, Amount(1, 80, 5), [(0.5, Hummer(language))], print)
    odd, plain = said.count(()), sum(bool(manner) for manner in said)
    assert 25 < odd + plain < 55, "half of it is said by somebody else"
    assert odd / 6 < plain < odd / 1.5


def test_shares_that_are_more_than_the_whole_are_refused(tmp_path: Path) -> None:
    language = Mandarin()
    texts = Texts(Material("zh-CN", ("转账",)), ("你好",), language.between)
    half = (0.6, Hummer(language))
    with pytest.raises(BuildProblem, match="120%"):
        make_speech(tmp_path, language, texts, Amount(1, 4), [half], print, [half])
    assert not list(tmp_path.iterdir())
