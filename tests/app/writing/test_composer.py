"""What letters may mean: names, sentences, first letters, a choice for a part of them, and every character there is."""

from __future__ import annotations

import pytest

from app.writing.composer import MOST_LETTERS, candidates
from app.writing.lexicon import Part, lexicon, words_like


def texts(letters: str) -> list[str]:
    return [candidate.text for candidate in candidates(letters)]


def gb2312() -> list[str]:
    """All of the standard's characters."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [sign for cell in cells if (sign := cell.decode("gb2312", "ignore"))]


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        ("wangxiaoming", "王小明"),
        ("lixiaoming", "李小明"),
        ("zhaojianguo", "赵建国"),
        ("chenzixuan", "陈子轩"),
        ("zhangwei", "张伟"),
        ("liuting", "刘婷"),
        ("shanxiaoli", "单小丽"),
        ("zenghao", "曾浩"),
        ("renxiaoli", "任小丽"),
        ("lvxin", "吕新"),
        ("wxm", "王小明"),
        ("ouyangxiu", "欧阳修"),
    ],
)
def test_names_of_people_are_among_the_first(letters: str, name: str) -> None:
    """None of these but the last stands in a list of words; surnames have readings of their own."""
    assert name in texts(letters)[:5]


@pytest.mark.parametrize(
    ("letters", "sentence"),
    [
        ("wodekadiulezenmeban", "我的卡丢了怎么办"),
        ("wodeshoujishoubudaoyanzhengma", "我的手机收不到验证码"),
        ("nvershenghuofei", "女儿生活费"),
        ("mimawangle", "密码忘了"),
        ("chaxunyue", "查询余额"),
        ("laobanmeigeiqian", "老板没给钱"),
        ("zhuanzhang", "转账"),
        ("yinhangka", "银行卡"),
        ("yhk", "银行卡"),
        ("fangan", "方案"),
        ("wo", "我"),
        ("wang", "王"),
    ],
)
def test_what_is_most_likely_meant_comes_first(letters: str, sentence: str) -> None:
    assert texts(letters)[0] == sentence


@pytest.mark.parametrize(("typed", "as_well"), [("lvx", "旅行"), ("lyux", "旅行"), ("lue", "略"), ("qinlue", "侵略")])
def test_u_with_dots_is_written_in_every_usual_way(typed: str, as_well: str) -> None:
    assert as_well in texts(typed)


def test_a_syllable_may_still_be_on_its_way() -> None:
    assert "转账" in texts("zhuanzh")
    assert "转账" in texts("zhuanzhan")
    assert "西安" in texts("xian"), "and may be two"


def test_a_word_for_the_front_leaves_the_rest_of_the_letters() -> None:
    found = {candidate.text: candidate for candidate in candidates("wangxiaoming")}
    assert found["王"].used == len("wang")
    assert found["王小明"].used == len("wangxiaoming")
    assert found["王小明"].sounds == ("wang", "xiao", "ming")
    used = [candidate.used for candidate in candidates("wangxiaoming")]
    assert used == sorted(used, reverse=True), "what takes more letters comes first"


def test_every_text_is_offered_once() -> None:
    for letters in ("zz", "wangxiaoming", "xian"):
        found = texts(letters)
        assert len(found) == len(set(found))


@pytest.mark.parametrize("letters", ["", "v", "uu", "vvvv", "iii"])
def test_what_is_no_pinyin_means_nothing(letters: str) -> None:
    assert texts(letters) == []


def test_the_front_of_very_many_letters_is_still_offered() -> None:
    assert "我" in texts("wo" * MOST_LETTERS)


def test_every_character_of_the_standard_is_reached_by_its_sound() -> None:
    signs = gb2312()
    assert len(signs) == 6763
    known = {sound: {entry.text for entry in words_like((Part(sound, True),))} for sound in lexicon().syllables}
    reached = set().union(*known.values())
    assert not [sign for sign in signs if sign not in reached]
    for sound in ("wang", "yi", "xiao", "lv", "en", "zhe"):
        assert known[sound] <= set(texts(sound)), "and by typing it"


@pytest.mark.parametrize(
    ("sign", "sounds"),
    [
        ("行", ("xing", "hang")),
        ("单", ("dan", "shan")),
        ("曾", ("ceng", "zeng")),
        ("解", ("jie", "xie")),
        ("长", ("chang", "zhang")),
    ],
)
def test_a_character_with_several_readings_is_reached_by_each(sign: str, sounds: tuple[str, ...]) -> None:
    for sound in sounds:
        assert sign in texts(sound)[:40]
