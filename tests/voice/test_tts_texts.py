"""Texts cut for a voice: sentences, runs of one script, figures in words."""

from __future__ import annotations

import pytest

from voice.tts.reading import figures_in_words, pinyin_for_engine
from voice.tts.text import Run, runs, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("您的余额是1234.5元。转账吗？好", ["您的余额是1234.5元。", "转账吗？", "好"]),
        ("Balance 12.50. Yes? ok", ["Balance 12.50.", "Yes?", "ok"]),
        ("一行\n两行", ["一行", "两行"]),
        ("他说：“好。”然后", ["他说：“好。”", "然后"]),
        ("", []),
        ("。。。", ["。。。"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_runs_by_script() -> None:
    assert runs("转账给Alice五百元", "zh-CN") == [
        Run("转账给", "zh", 0),
        Run("Alice", "en", 3),
        Run("五百元", "zh", 8),
    ]
    assert runs("500 yuan to 张三.", "en") == [Run("500 yuan to ", "en", 0), Run("张三.", "zh", 12)]
    assert runs("…！", "zh-CN") == []


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("1234.5元", "一千二百三十四点五元"),
        ("1,234,567", "一百二十三万四千五百六十七"),
        ("尾号0012", "尾号零 零 一 二"),
        ("12.5%", "百分之十二点五"),
        ("2.5", "二点五"),
    ],
)
def test_figures_in_a_chinese_text(figures: str, words: str) -> None:
    assert figures_in_words(figures) == words


def test_readings_are_by_word() -> None:
    assert pinyin_for_engine("银行，行走") == "yin2 hang2 , xing2 zou3"
