"""What is said for a training, and by whom: kinds of texts, numbers that sound alike, plain voices."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from scripts.voice_model import language
from voice.model_builder import voices
from voice.model_builder.confusable import confusable_numbers
from voice.model_builder.espeak import Espeak
from voice.model_builder.mandarin import Mandarin
from voice.model_builder.material import Material
from voice.model_builder.speakers import SyntheticSpeakers
from voice.model_builder.texts import Shares, Texts, mandarin_words
from voice.numbers import parse_amount, parse_digits
from voice.numbers.drawn import drawn_numbers

NONE = dict.fromkeys(Shares.__dataclass_fields__, 0.0)


def drawn(lang: str, count: int = 400) -> list[str]:
    draw, rng = confusable_numbers(lang), random.Random(4)
    return [draw(rng) for _ in range(count)]


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_numbers_are_understood(lang: str) -> None:
    numbers = drawn_numbers(lang)
    rng = random.Random(2)
    for _ in range(300):
        amount, digits = numbers.amount(rng), numbers.digits(rng, 11)
        assert parse_amount(amount, lang) is not None, amount
        assert len(parse_digits(digits, lang) or "") == 11, digits
        assert numbers.jumble(rng)


@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_numbers_that_sound_alike_are_numbers(lang: str) -> None:
    """A filler or a verb before some of them; whoever draws nonsense trains a network to hear it."""
    for said in drawn(lang):
        bare = re.sub("^(那个|呃|我要转|转)", "", said)
        assert parse_amount(bare, lang) is not None or len(parse_digits(bare, lang) or "") >= 4, said


def test_round_sums_and_digits_that_are_mistaken_come_often() -> None:
    said = drawn("zh-CN")
    assert sum(bool(re.search("[百千万十](元|块)", one)) for one in said) > 60
    assert sum(bool(re.search("[二五六]元.*[角分]|块[二五六]毛", one)) for one in said) > 12, "where they get lost"
    counted = Counter("".join(one for one in said if parse_digits(one, "zh-CN")))
    assert min(counted["二"], counted["零"]) > 2 * max(counted["三"], counted["七"])
    english = " ".join(drawn("en")).split()
    assert min(english.count("eighty"), 2 * english.count("seventeen")) > 20
    assert english.count("oh") > 2 * english.count("three")


@pytest.mark.parametrize(
    ("share", "belongs"),
    [
        ("sentences", r"查余额|转账给我的好朋友"),
        ("short", r"查余额|转账给我的好朋友"),
        ("examples", r"转五百元给妈妈"),
        ("amounts", r".*[元块点角毛分零一二三四五六七八九十百千万].*"),
        ("digits", r"[零一二三四五六七八九幺]{3,19}"),
        ("jumbles", r"[零一二三四五六七八九十百千万两点元块角毛分钱幺]{1,8}"),
        ("confusable", r"(那个|呃|我要转|转)?[零一二三四五六七八九幺两十百千万]+(元|块|块钱|整)?(.角|.毛|.)?(.分)?"),
    ],
)
def test_each_share_draws_its_own_kind(share: str, belongs: str) -> None:
    material = Material("zh-CN", ("查余额", "转账给我的好朋友"), ("转五百元给妈妈",))
    texts = Texts(material, ("你好",), "", Shares(**{**NONE, share: 1.0}))
    rng = random.Random(1)
    said = {texts.draw(rng) for _ in range(60)}
    assert all(re.fullmatch(belongs, one) for one in said), said


def test_the_rest_are_random_words() -> None:
    texts = Texts(Material("zh-CN", ("查余额",)), mandarin_words()[:50], "", Shares(**NONE))
    rng = random.Random(1)
    assert len({texts.draw(rng) for _ in range(60)}) > 40
    assert sum(Shares.__dataclass_fields__[name].default for name in NONE) < 0.95, "some are left by default"
    assert len(mandarin_words()) > 20_000


def test_the_shortest_sentences_are_those_that_are_drawn_more_often() -> None:
    sentences = tuple("好" * size for size in range(1, 301))
    texts = Texts(Material("zh-CN", sentences), ("你",), "", Shares(**{**NONE, "short": 1.0}))
    rng = random.Random(1)
    assert max(len(texts.draw(rng)) for _ in range(300)) <= 150


@pytest.mark.process
def test_plain_voices_are_hardly_higher_or_lower(tmp_path: Path) -> None:
    """The same voices at the same speeds: those that are not plain come out longer or shorter by a fifth."""
    data = voices.make_data(tmp_path)
    with Espeak(data) as espeak, language("zh-CN") as spoken:
        assert isinstance(spoken, Mandarin)

        def sizes(*manner: object) -> np.ndarray:
            speakers = SyntheticSpeakers(spoken, [espeak], data, (160, 160), 0.0, *manner)  # type: ignore[arg-type]
            said = [speakers.speak("查余额", random.Random(seed)) for seed in range(8)]
            return np.array([len(one.sound) for one in said if one is not None], float)

        at_its_own = sizes((1.0, 1.0))
        plain, odd = sizes((0.96, 1.08)) / at_its_own, sizes() / at_its_own
    assert len(plain) == 8
    assert plain.min() > 0.92
    assert plain.max() < 1.05
    assert odd.max() - odd.min() > 2 * (plain.max() - plain.min())
