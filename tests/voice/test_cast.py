"""Who reads what when a voice is missing: nothing is left out without a word, an amount or a payee least of all."""

from __future__ import annotations

import json
import sys

import pytest

from tests.voice.fakes import noise
from tests.voice.pipeline_of_fakes import Set
from voice.errors import NoVoice
from voice.events import OnEvent, SpeakingEnded, Trouble
from voice.tts import pyttsx3_worker
from voice.tts.cast import Reading, cast
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser
from voice.tts.reading import pinyin_in_letters
from voice.tts.synthesiser import Speech
from voice.tts.text import runs

ENGLISH, CHINESE, ORDER = "Transfer five hundred yuan to 张三?", "转给Alice五百元", "转给张三五百元"
W, T, L = Reading.WRITTEN, Reading.TONES, Reading.LETTERS


@pytest.mark.parametrize(
    ("text", "lang", "voices", "by_pinyin", "read", "unsaid"),
    [
        (ENGLISH, "en", ("zh", "en"), True, [("en", W), ("zh", T)], ()),
        (ENGLISH, "en", ("zh", "en"), False, [("en", W), ("zh", W)], ()),
        (ENGLISH, "en", ("en",), False, [("en", W), ("en", L)], ()),
        (ENGLISH, "en", ("zh",), False, [("zh", W), ("zh", W)], ()),
        (ENGLISH, "en", ("zh",), True, [("zh", T)], ("en",)),
        (CHINESE, "zh-CN", ("en",), False, [("en", W)], ("zh",)),
        (CHINESE, "zh-CN", ("zh",), True, [("zh", T), ("zh", T)], ("en",)),
        ("……", "zh-CN", (), False, [], ()),
    ],
)
def test_what_can_be_said_is_said(
    text: str, lang: str, voices: tuple[str, ...], by_pinyin: bool, read: list[tuple[str, Reading]], unsaid: object
) -> None:
    parts, missing = cast(runs(text, lang), lang, voices, by_pinyin=by_pinyin)
    assert [(part.voice, part.reading) for part in parts] == read
    assert missing == unsaid
    said = [part.run for part in parts]
    assert all(run in said or run.lang in missing for run in runs(text, lang)), "said, or told"


@pytest.mark.parametrize(("text", "lang", "voices"), [(ORDER, "zh-CN", ("en",)), (ENGLISH, "en", ())])
def test_nothing_that_can_be_said_is_no_voice(text: str, lang: str, voices: tuple[str, ...]) -> None:
    with pytest.raises(NoVoice):
        cast(runs(text, lang), lang, voices)


@pytest.mark.parametrize(
    ("name", "said"), [("张三?", "zhang san?"), ("吕布", "lyu bu"), ("欧阳娜娜，李四", "ou yang na na, li si")]
)
def test_a_chinese_name_for_an_english_voice(name: str, said: str) -> None:
    assert pinyin_in_letters(name) == said


_ECHO = """
import json, sys
print(json.dumps({"ready": True, "voices": VOICES}), flush=True)
for line in sys.stdin:
    parts = json.loads(line)["parts"]
    open(LOG, "a").write(json.dumps(parts) + chr(10))
    counts = [0 if "silent" in text else 400 for text, _, _ in parts]
    head = json.dumps({"rate": 8000, "counts": counts}).encode()
    sys.stdout.buffer.write(head + b"\\n" + b"\\x10\\x10" * sum(counts))
    sys.stdout.buffer.flush()
"""


def engine(log: object, *voices: tuple[str, str]) -> Pyttsx3Synthesiser:
    """One whose process notes what it is asked to say."""
    listed = [[voice, voice, [tag]] for voice, tag in voices]
    program = _ECHO.replace("VOICES", json.dumps(listed)).replace("LOG", repr(str(log)))
    return Pyttsx3Synthesiser(command=[sys.executable, "-c", program])


def test_the_payee_of_an_english_sentence_is_heard_without_a_chinese_voice(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    log = tmp_path_factory.mktemp("engine") / "asked"
    one = engine(log, ("gmw/en-US", "en-us"))
    speech = one.synthesise(ENGLISH, "en")
    assert json.loads(log.read_text("utf8")) == [
        ["Transfer five hundred yuan to ", "gmw/en-US", "written"],
        ["张三?", "gmw/en-US", "letters"],
    ]
    assert speech.unsaid == ()
    assert [mark.char for mark in speech.marks] == [0, 30]
    assert one.synthesise(CHINESE, "zh-CN").unsaid == ("zh",)
    assert json.loads(log.read_text("utf8").splitlines()[1]) == [["Alice", "gmw/en-US", "written"]]
    one.close()


def test_the_engine_is_given_what_its_voice_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(pyttsx3_worker, "_surely", lambda engine, text, *more: given.append(text) or (8_000, b""))
    monkeypatch.setattr(pyttsx3_worker, "_set_pitch", lambda *args: None)
    parts = [["张三", "voice", how.value] for how in Reading]
    pyttsx3_worker._answer(None, {"parts": parts, "wpm": 175}, "")
    assert given == ["张三", "zhang1 san1", "zhang san"]


def test_a_part_that_came_out_empty_counts_as_not_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Some engines say nothing, and no error, of what their voice does not know."""
    one = engine(tmp_path_factory.mktemp("engine") / "asked", ("gmw/en-US", "en-us"), ("Huihui", "zh-cn"))
    assert one.synthesise("转给silent五百元", "zh-CN").unsaid == ("en",)
    assert one.synthesise("转给Alice五百元", "zh-CN").unsaid == ()
    one.close()


def test_espeak_says_a_chinese_name_with_its_english_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as it takes to say it, and no longer: pinyin, and not 'Chinese letter'."""
    one = Pyttsx3Synthesiser()
    one.start()
    monkeypatch.setattr(one, "_voices", {"en": one._voices["en"]})
    alone, named = (one.synthesise(text, "en").seconds for text in ("To", "To 张三"))
    assert 0.3 < named - alone < 1.5
    one.close()


def _half(text: str, lang: str, rate: float = 1.0) -> Speech:
    return Speech(noise(0.1), 16_000, (), ("zh",))


def _none(text: str, lang: str, rate: float = 1.0) -> Speech:
    raise NoVoice("zh")


@pytest.mark.parametrize("gives", [_half, _none])
def test_each_utterance_that_is_not_said_whole_is_told(
    made: Set, monkeypatch: pytest.MonkeyPatch, gives: object
) -> None:
    """Once for each of the conversation's, whose caption would else be the only hint; the read-back may be the last."""
    monkeypatch.setattr(made.synthesiser, "synthesise", gives)
    for _ in range(2):
        made.pipeline.say("转给张三。五百元。", "zh-CN")
    made.ear.wait_for(SpeakingEnded, count=2)
    assert made.ear.of(Trouble) == [Trouble("no_voice", "zh")] * 2


def test_a_reader_is_told_once(made: Set, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads the message about it aloud, which must not be another reason for a message."""
    monkeypatch.setattr(made.synthesiser, "synthesise", _half)
    course: OnEvent = lambda event: None  # noqa: E731
    for _ in range(3):
        made.pipeline.say("转给张三。", "zh-CN", on_event=course)
    assert made.pipeline.wait_until_idle(5)
    assert made.ear.of(Trouble) == [Trouble("no_voice", "zh")]
