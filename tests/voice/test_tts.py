"""The real pyttsx3 in its process speaks (no sound card is needed to synthesise): pace, pitch, voices, languages."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from voice.tts import pyttsx3_worker
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser
from voice.tts.silence import SilentSynthesiser
from voice.tts.synthesiser import Speech
from voice.tts.voice_list import VoiceList


@pytest.fixture(scope="module")
def synthesiser() -> Iterator[Pyttsx3Synthesiser]:
    one = Pyttsx3Synthesiser()
    one.start()
    yield one
    one.close()


@pytest.mark.parametrize(
    ("text", "lang", "least"),
    [("您的余额是一千二百元", "zh-CN", 1.2), ("Your balance is fifty yuan", "en", 0.8), ("Hi 张三", "en", 0.5)],
)
def test_it_speaks(synthesiser: Pyttsx3Synthesiser, text: str, lang: str, least: float) -> None:
    speech = synthesiser.synthesise(text, lang)
    assert speech.samples.dtype == np.int16
    assert least < speech.seconds < 6
    assert np.abs(speech.samples.astype(np.int32)).max() > 3000
    assert np.abs(speech.samples[: speech.rate // 100].astype(np.int32)).max() > 40, "silence before the first"


def test_another_voice_may_be_named(synthesiser: Pyttsx3Synthesiser) -> None:
    one = Pyttsx3Synthesiser(voices={"zh": "cmn-latn-pinyin+f4"})
    usual, other = (s.synthesise("你好吗", "zh-CN") for s in (synthesiser, one))
    assert other.seconds > 0.5
    assert len(other.samples) != len(usual.samples) or (other.samples != usual.samples).any()
    one.close()


def test_the_rate_is_obeyed(synthesiser: Pyttsx3Synthesiser) -> None:
    slow, fast = (synthesiser.synthesise("请确认转账五百元", "zh-CN", rate) for rate in (0.6, 2.0))
    assert slow.seconds > 1.8 * fast.seconds


def test_marks_follow_the_runs(synthesiser: Pyttsx3Synthesiser) -> None:
    speech = synthesiser.synthesise("转账给Alice五百元", "zh-CN")
    assert [mark.char for mark in speech.marks] == [0, 3, 8]
    assert [mark.sample for mark in speech.marks] == sorted({mark.sample for mark in speech.marks})


def test_no_part_is_lost_when_voices_alternate(synthesiser: Pyttsx3Synthesiser) -> None:
    for _ in range(25):
        speech = synthesiser.synthesise("Hello 张三", "en")
        assert speech.marks[1].sample > speech.rate // 4


def test_nothing_to_read_gives_no_samples(synthesiser: Pyttsx3Synthesiser) -> None:
    assert len(synthesiser.synthesise("……", "zh-CN").samples) == 0


def test_voices_of_different_rates_speak_in_one_sentence() -> None:
    """A Chinese and an English voice of other makers: brought to the higher rate, and nothing is a failure."""
    tone = (np.sin(np.arange(8_000) / 8) * 9_000).astype(np.int16).tobytes()
    parts = [(16_000, tone), (22_050, tone)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyttsx3_worker, "_surely", lambda *args: parts.pop(0))
        patch.setattr(pyttsx3_worker, "_set_pitch", lambda *args: None)
        request = {"parts": [["a", "v", False], ["b", "w", False]], "wpm": 175}
        head, body = pyttsx3_worker._answer(None, request, "")
    assert head["rate"] == 22_050
    assert head["counts"] == [pytest.approx(11_025, abs=2), 8_000]
    assert len(body) == 2 * sum(head["counts"])


def test_voices_of_other_makers() -> None:
    windows = VoiceList(
        (
            ("HKEY\\TTS_MS_EN-US_DAVID_11.0", "Microsoft David Desktop - English (United States)", ()),
            ("HKEY\\TTS_MS_ZH-HK_TRACY_11.0", "Microsoft Tracy - Chinese (Traditional, HongKong)", ()),
            ("HKEY\\TTS_MS_ZH-CN_HUIHUI_11.0", "Microsoft Huihui Desktop - Chinese (Simplified)", ()),
        )
    )
    assert "HUIHUI" in windows.best()["zh"]
    assert "DAVID" in windows.best()["en"]
    assert [(voice.place, voice.speaker) for voice in windows.known("zh")] == [("", "")]


def test_silence_says_that_it_is_silent() -> None:
    silent = SilentSynthesiser()
    assert not silent.audible
    assert silent.languages() == ()
    assert len(silent.synthesise("你好", "zh-CN").samples) == 0


def test_pitch_and_pace_are_heard(synthesiser: Pyttsx3Synthesiser) -> None:
    """A higher voice crosses zero more often; a pace of four is about four times as fast (NAUR 14: 500 words)."""
    usual = synthesiser.synthesise("您的余额", "zh-CN")
    synthesiser.pitch = 1.9
    high = synthesiser.synthesise("您的余额", "zh-CN")
    synthesiser.pitch = 1.0
    fast = synthesiser.synthesise("您的余额", "zh-CN", 4.0)
    assert _crossings(high) > 1.15 * _crossings(usual)
    assert fast.seconds < usual.seconds / 2.5


def _crossings(speech: Speech) -> float:
    signs = np.signbit(speech.samples)
    return float(np.count_nonzero(signs[1:] != signs[:-1])) / speech.seconds


def test_voices_are_listed_and_chosen(synthesiser: Pyttsx3Synthesiser) -> None:
    english = [voice.id for voice in synthesiser.voices("en")]
    assert len(english) > 1
    assert not [voice for voice in english if "cmn" in voice], "a Chinese voice that reads letters is not English"
    before = synthesiser.synthesise("Hello there", "en").samples
    synthesiser.choose("en", english[-1])
    other = synthesiser.synthesise("Hello there", "en").samples
    synthesiser.choose("en", "")
    again = synthesiser.synthesise("Hello there", "en").samples
    assert len(other) != len(before) or (other != before).any()
    assert abs(len(again) - len(before)) < len(before) / 10


def test_women_and_men_read_chinese(synthesiser: Pyttsx3Synthesiser) -> None:
    """There is one Chinese voice in espeak-ng, but several speakers, and a woman's voice is higher."""
    voices = {voice.speaker: voice for voice in synthesiser.voices("zh")}
    assert {"", "f1", "f2", "m1", "m2"} <= set(voices)
    assert {voice.place for voice in voices.values()} == {"cmn"}
    sound = {}
    for speaker in ("", "f2", "m2"):
        synthesiser.choose("zh", voices[speaker].id)
        sound[speaker] = synthesiser.synthesise("您好，很高兴为您服务", "zh-CN")
    synthesiser.choose("zh", "")
    assert _pitch(sound["f2"]) > 1.5 * _pitch(sound["m2"])
    assert len({len(speech.samples) for speech in sound.values()}) == len(sound)


def _pitch(speech: Speech) -> float:
    """In Hz: the strongest repetition between 60 and 400 times a second, in the middle of the loudest places."""
    samples, size = speech.samples.astype(float), 1024
    found = []
    for at in range(0, len(samples) - size, size):
        piece = samples[at : at + size] - samples[at : at + size].mean()
        if np.abs(piece).max() > 1500:
            alike = np.correlate(piece, piece, "full")[size - 1 :]
            found.append(speech.rate / (speech.rate // 400 + alike[speech.rate // 400 : speech.rate // 60].argmax()))
    return float(np.median(found))


def test_a_voice_that_is_not_here_any_more_is_replaced_by_the_first(synthesiser: Pyttsx3Synthesiser) -> None:
    """The settings may come from another machine."""
    usual = synthesiser.synthesise("你好", "zh-CN").samples
    synthesiser.choose("zh", "HKEY\\TTS_MS_ZH-CN_HUIHUI_11.0")
    still = synthesiser.synthesise("你好", "zh-CN").samples
    synthesiser.choose("zh", "")
    assert abs(len(still) - len(usual)) < len(usual) / 10
