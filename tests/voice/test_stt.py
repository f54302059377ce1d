"""The shipped model through Vosk on synthetic voices, its grammar, and files."""

from __future__ import annotations

import json
import shutil
import wave
from pathlib import Path

import numpy as np
import pytest

from voice.errors import BadWav, NoModel, Unsayable
from voice.listen import hear_samples, listen_file
from voice.model_builder.augmentation import at_rate
from voice.model_builder.espeak import Espeak, Manner
from voice.model_builder.trials import padded, samples
from voice.model_builder.voices import installed_data
from voice.models import find_model
from voice.numbers import parse_amount, parse_digits
from voice.probe.customer import RATE, VOICES, speak
from voice.stt.number_phrases import amount_phrases, digit_phrases, with_amounts
from voice.stt.recogniser import Heard, joined
from voice.stt.scripted import ScriptedRecogniser
from voice.stt.vosk_engine import VoskModel, VoskRecogniser
from voice.tts.synthesiser import Samples

_COMMANDS = ("查余额", "我要转账", "最近交易", "确认", "取消", "帮助", "返回主菜单", "第一个", "再说一遍")


@pytest.fixture(scope="module")
def model() -> VoskModel:
    return VoskModel(find_model("zh-CN"))


@pytest.fixture
def recogniser(model: VoskModel) -> VoskRecogniser:
    return VoskRecogniser(model)


def hear(recogniser: VoskRecogniser, samples: Samples) -> Heard:
    return hear_samples(recogniser, samples)


@pytest.mark.parametrize("voice", ["m7", "f4"])
@pytest.mark.parametrize("command", _COMMANDS)
def test_commands(recogniser: VoskRecogniser, command: str, voice: str) -> None:
    recogniser.set_phrases(_COMMANDS)
    heard = hear(recogniser, speak(command, voice))
    assert heard.text == command
    assert 0.5 < heard.confidence <= 1


@pytest.mark.parametrize("amount", ["五百元", "一千二百三十四块五毛", "三万五千块", "两千零五十元"])
def test_amounts_beside_commands(recogniser: VoskRecogniser, amount: str) -> None:
    recogniser.set_phrases(with_amounts(_COMMANDS))
    heard = hear(recogniser, speak(amount)).first(lambda text: parse_amount(text, "zh-CN") is not None)
    assert parse_amount(heard.text, "zh-CN") == parse_amount(amount, "zh-CN")


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("word", ["是", "不是"])
def test_short_words_do_not_drown_in_amounts(recogniser: VoskRecogniser, word: str, voice: str) -> None:
    recogniser.set_phrases(with_amounts(("是", "不是", "取消")))
    assert hear(recogniser, speak(word, voice)).text == word


def test_digits(recogniser: VoskRecogniser) -> None:
    recogniser.set_phrases(digit_phrases())
    heard = hear(recogniser, speak("六二二五零八", speed=140))
    assert parse_digits(heard.text) == "622508"


def test_another_phrase_is_none_of_them(recogniser: VoskRecogniser) -> None:
    recogniser.set_phrases(_COMMANDS)
    heard = hear(recogniser, speak("今天天气怎么样"))
    assert heard.text == ""
    assert heard.confidence == 0


def test_the_next_utterance_is_its_own(recogniser: VoskRecogniser) -> None:
    recogniser.set_phrases(_COMMANDS)
    assert hear(recogniser, speak("取消")).text == "取消"
    assert hear(recogniser, speak("帮助")).text == "帮助"
    recogniser.set_phrases(("第二个",))
    assert hear(recogniser, speak("第二个")).text == "第二个"


def test_guesses_come_while_somebody_speaks(recogniser: VoskRecogniser) -> None:
    recogniser.set_phrases(amount_phrases())
    samples = speak("三万五千六百七十八元", speed=120)
    guesses = [recogniser.accept(samples[at : at + 3200].tobytes()) for at in range(0, len(samples) // 2, 3200)]
    texts = [guess.text for guess in guesses if guess and guess.partial and guess.text]
    assert texts
    assert texts[0].startswith("三")


def test_alternatives_are_others_with_less_share(recogniser: VoskRecogniser) -> None:
    recogniser.set_phrases(_COMMANDS + amount_phrases())
    heard = hear(recogniser, speak("取消"))
    assert heard.text not in [other.text for other in heard.alternatives]
    assert all(0 <= other.confidence <= 1 for other in heard.alternatives)


@pytest.mark.parametrize("level", [0.0, 1.0, 3000.0])
def test_no_words_in_silence_or_noise(recogniser: VoskRecogniser, level: float) -> None:
    recogniser.set_phrases(_COMMANDS)
    quiet = np.random.default_rng(2).normal(0, level, RATE * 2).astype(np.int16)
    assert hear(recogniser, quiet).text == ""


def test_nothing_at_all(recogniser: VoskRecogniser) -> None:
    assert recogniser.finish() == Heard("", 0.0)
    assert recogniser.accept(b"") is None


def test_whole_commands_are_one_word_and_others_are_cut(model: VoskModel) -> None:
    assert model.split("查询余额") == "查询余额"
    assert model.split("一千二百三十四块五") == "一千 二百 三十 四 块 五"
    assert model.split("给王五转两百块") is not None


def test_every_number_phrase_can_be_said(model: VoskModel) -> None:
    for phrase in amount_phrases() + digit_phrases():
        words = model.split(phrase)
        assert words is not None
        assert all(model.handle.vosk_model_find_word(word) >= 0 for word in words.split())
        assert words.replace(" ", "") == phrase


def test_amount_phrases_are_amounts_and_many() -> None:
    values = {parse_amount(phrase, "zh-CN") for phrase in amount_phrases()}
    assert None not in values
    assert len(values) > 1500


def test_what_cannot_be_said_is_refused_and_changes_nothing(recogniser: VoskRecogniser) -> None:
    recogniser.set_phrases(_COMMANDS)
    with pytest.raises(Unsayable) as refused:
        recogniser.set_phrases(["取消", "Alice", "龘龘"])
    assert refused.value.phrases == ("Alice", "龘龘")
    assert hear(recogniser, speak("取消")).text == "取消"


def test_first_acceptable_reading() -> None:
    heard = Heard("八百八块", 0.6, (Heard("取消", 0.2), Heard("八百块", 0.2)))
    assert heard.first(lambda text: text.endswith("百块")).text == "八百块"
    assert heard.first(lambda text: False) is heard


def test_parts_joined() -> None:
    parts = [Heard("转账", 0.8, (Heard("转帐", 0.1),)), Heard(""), Heard("五百元", 0.6)]
    whole = joined(parts)
    assert (whole.text, whole.confidence) == ("转账五百元", pytest.approx(0.68))
    assert [other.text for other in whole.alternatives] == ["转帐五百元"]
    assert joined([Heard("a"), Heard("b")], " ").text == "a b"


def test_where_few_readings_combine_all_are_there() -> None:
    """In the order of the parts, whatever their confidence: nothing needs to be left out."""
    parts = [Heard("a", 0.9, (Heard("b", 0.1), Heard("c", 0.3))), Heard("d", 0.5, (Heard("e", 0.4),))]
    assert [other.text for other in joined(parts).alternatives] == ["ae", "bd", "be", "cd", "ce"]
    assert [other.confidence for other in joined(parts).alternatives] == [0.4, 0.1, 0.1, 0.3, 0.3]


def test_many_parts_with_many_readings_are_joined_to_the_likeliest_few() -> None:
    """A slow speaker with a long pause at the end: all combinations of these would fill any memory."""
    parts = [Heard(f"{at}", 0.9, tuple(Heard(f"{at}{other}", 0.01) for other in "abcdefgh")) for at in range(12)]
    parts[0] = Heard("0", 0.6, (Heard("x", 0.5), Heard("y", 0.2)))
    parts[7] = Heard("7", 0.2, (Heard("z", 0.3),))
    whole = joined(parts, " ")
    assert whole.text == "0 1 2 3 4 5 6 7 8 9 10 11", "the first readings, though another is surer of itself"
    others = [other.text.split() for other in whole.alternatives]
    assert len(others) == 10
    assert [other[0] + other[7] for other in others[:5]] == ["0z", "x7", "xz", "y7", "yz"], "the likeliest first"
    assert all(other[1:7] + other[8:] == whole.text.split()[1:7] + whole.text.split()[8:] for other in others[:5])


def test_the_script_is_heard_line_by_line() -> None:
    scripted = ScriptedRecogniser(["一", Heard("二", 0.3)], after=4)
    assert scripted.accept(b"12") is None
    assert scripted.accept(b"34") == Heard("一")
    assert scripted.finish() == Heard("", 0.0)
    assert scripted.accept(b"1") is None
    assert scripted.finish() == Heard("二", 0.3)
    assert scripted.finish().text == ""


def test_a_stereo_file_of_another_rate(model: VoskModel, tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    wide = np.repeat(speak("最近交易"), 3)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(np.repeat(wide, 2).tobytes())
    heard = listen_file(path, lambda: VoskRecogniser(model), _COMMANDS)
    assert heard["text"] == "最近交易"
    assert heard["seconds"] == pytest.approx(len(wide) / 48_000, abs=0.01)
    assert 0 < heard["real_time_factor"] < 0.3
    json.dumps(heard)


def test_a_file_that_is_no_sound(model: VoskModel, tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    path.write_text("this is text")
    with pytest.raises(BadWav):
        listen_file(path, lambda: VoskRecogniser(model), _COMMANDS)


def test_the_models_that_ship() -> None:
    for lang in ("zh-CN", "en-GB"):
        found = find_model(lang)
        assert found.shipped
        assert found.takes_phrases
    with pytest.raises(NoModel) as none:
        find_model("fr")
    assert none.value.code == "no_model"


def test_an_english_sentence_is_one_word_of_our_model_and_heard_in_words() -> None:
    english = VoskModel(find_model("en"))
    assert english.split("check my balance") == "check_my_balance"
    assert english.split("Transfer five yuan to zhang wei") == "transfer five yuan to zhang wei"
    assert english.split("transfer xylophones") is None
    recogniser = VoskRecogniser(english)
    sentences = ("check my balance", "show my transactions", "cancel")
    recogniser.set_phrases(sentences)
    with Espeak(installed_data().parent) as espeak:
        said = espeak.say("check my balance", "gmw/en-US+f4", Manner())
    assert said is not None
    heard = hear(recogniser, np.frombuffer(samples(padded(at_rate(said[0], said[1]))), "<i2"))
    assert heard.text == "check my balance"
    assert not any("_" in one.text for one in heard.alternatives)


def test_a_model_of_the_customers_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(find_model("zh-CN").path, own)
    assert find_model("en", str(own)).path == own
    assert VoskModel(find_model("zh-CN", str(own))).knows("取消")
    for broken, code in ((tmp_path / "none", "model_not_found"), (tmp_path, "model_incomplete")):
        with pytest.raises(NoModel) as refused:
            find_model("zh-CN", str(broken))
        assert refused.value.code == code


def test_a_broken_model_is_said_so(tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(find_model("zh-CN").path, own)
    (own / "conf" / "model.conf").unlink()
    (own / "am" / "final.mdl").write_bytes(b"nonsense")
    with pytest.raises(NoModel) as refused:
        VoskModel(find_model("zh-CN", str(own)))
    assert refused.value.code == "model_broken"


def test_windows_cannot_open_a_path_that_is_not_ascii(tmp_path: Path) -> None:
    own = tmp_path / "模型"
    shutil.copytree(find_model("zh-CN").path, own)
    with pytest.raises(NoModel) as refused:
        find_model("zh-CN", str(own), windows=True)
    assert refused.value.code == "model_path_not_ascii"
    assert find_model("zh-CN", str(own), windows=False).path == own
