"""Recordings of people under any of their names, and what is put together from them."""

from __future__ import annotations

import random
import wave
from pathlib import Path

import numpy as np
import pytest

from scripts.voice_model import language, main
from voice.model_builder.errors import BuildProblem
from voice.model_builder.recorded import RecordedWords, trials_of, word_of
from voice.model_builder.zhuyin import gather, pinyin_of


@pytest.mark.parametrize(
    ("name", "syllable"),
    [
        ("ㄓㄨㄢ3", "zhuan3"), ("ㄇㄚ", "ma1"), ("ㄇㄚ1", "ma5"), ("ㄦ4", "er4"), ("ㄌㄩ4", "lv4"),
        ("ㄒㄧㄥ2", "xing2"), ("ㄩㄢ2", "yuan2"), ("ㄨ3", "wu3"), ("ㄧ", "yi1"), ("ㄕ2", "shi2"),
        ("ㄅ", ""), ("REAMDE", ""), ("", ""),
    ],
)  # fmt: skip
def test_zhuyin_is_read(name: str, syllable: str) -> None:
    assert pinyin_of(name) == syllable


def test_one_speaker_is_gathered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("ㄓㄨㄢ3", "ㄇㄚ1", "ㄅ"):
        (tmp_path / "ogg" / name).mkdir(parents=True)
        for voice in "35":
            (tmp_path / "ogg" / name / f"{voice}.ogg").write_text(f"{name} by {voice}")
    assert main(["syllables", str(tmp_path / "ogg"), "--voice", "5", "--out", str(tmp_path / "out")]) == 0
    gathered = {path.name: path.read_text() for path in (tmp_path / "out" / "syllables").iterdir()}
    assert gathered == {"zhuan3.ogg": "ㄓㄨㄢ3 by 5", "ma5.ogg": "ㄇㄚ1 by 5"}
    assert "2 syllables" in capsys.readouterr().out
    with pytest.raises(BuildProblem, match="speaker 7"):
        gather(tmp_path / "ogg", "7", tmp_path / "out")
    assert main(["syllables", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 1
    assert "holds no syllables" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "word"), [("7", "seven"), ("17", "seventeen"), ("40", "forty"), ("41", ""), ("oh", "oh"), ("a-m", "")]
)
def test_files_are_named_by_words_or_numbers(name: str, word: str) -> None:
    assert word_of(name) == word


def tone(path: Path, hertz: int) -> None:
    samples = (np.sin(2 * np.pi * hertz * np.arange(4000) / 8000) * 9000).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(samples.tobytes())


def test_words_are_put_together(tmp_path: Path) -> None:
    pytest.importorskip("soundfile", reason="recordings need the extra voice-train")
    for name, hertz in (("7", 300), ("hundred", 500), ("a-m", 700)):
        tone(tmp_path / f"{name}.wav", hertz)
    with language("en") as english:
        speaker = RecordedWords(english, tmp_path)
        spoken = speaker.speak("seven hundred seven", random.Random(1))
        assert spoken is not None
        assert 0.9 < len(spoken.sound) / 16_000 < 2.2
        assert spoken.phones[:2] == english.pronunciations("seven")[0][:2]
        assert speaker.speak("seven thousand", random.Random(1)) is None
        trials = list(trials_of(speaker, "somebody", ["seven", "eight", "seven hundred"]))
    assert [(trial.text, trial.voice) for trial in trials] == [("seven", "somebody"), ("seven hundred", "somebody")]


def test_a_folder_without_words_is_refused(tmp_path: Path) -> None:
    with language("en") as english, pytest.raises(BuildProblem, match="no recordings of words"):
        RecordedWords(english, tmp_path)
