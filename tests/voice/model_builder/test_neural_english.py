"""English for Kokoro: espeak-ng's account becomes Kokoro's phonemes and our phones alike."""

from __future__ import annotations

import random

import pytest

from voice.model_builder.english import English
from voice.model_builder.errors import Unpronounceable
from voice.model_builder.neural_english import AMERICAN, BRITISH, EnglishForKokoro, fluent, phonemes


@pytest.mark.parametrize(
    ("account", "american", "british"),
    [
        ("s_'E_v_@_n 'oU z_'i@_r_oU", "sˈɛvən ˈO zˈiəɹO", "sˈɛvən ˈQ zˈɪəɹQ"),
        ("T_'3:_t#_i f_'O@_t#_i_;", "θˈɜɹTi fˈɔɹTi", "θˈɜːti fˈɔːti"),
        ("h_'V_n_d_r_I2_d__:__: a_n_d", "hˈʌndɹɪd ænd", "hˈʌndɹɪd and"),
        ("k_'a_m_@-_r_3 'aU_3_r- tS_,eI_n_dZ", "kˈæməɹəɹ ˈWəɹ ʧˌAnʤ", "kˈaməɹə ˈWəɹ ʧˌAnʤ"),
    ],
)
def test_an_account_in_both_accents(account: str, american: str, british: str) -> None:
    assert (phonemes(account, AMERICAN), phonemes(account, BRITISH)) == (american, british)


def test_an_unknown_sound_is_named() -> None:
    with pytest.raises(Unpronounceable, match="Q9"):
        phonemes("t_'Q9", AMERICAN)


def test_what_people_say_otherwise_keeps_sound_and_phones_together() -> None:
    ways = {fluent("t_w_'E_n_t_i f_'aI_v a_n_d s_,I_k_s_t_i:_n", random.Random(seed)) for seed in range(60)}
    assert {way.split()[0] for way in ways} == {"t_w_'E_n_t_i", "t_w_'E_n_i"}
    assert {way.split()[2] for way in ways} == {"a_n_d", "@_n_d", "@_n"}
    assert {way.split()[3] for way in ways} == {"s_,I_k_s_t_i:_n", "s_,I_k_s_t_'i:_n"}
    assert "j_'E_h" not in {fluent("j_'E_h", random.Random(seed)) for seed in range(20)}


def account(text: str, accent: str) -> str:
    said = {("yeah", AMERICAN): "j_'E_h", ("yeah", BRITISH): "j_'E_h", ("oh", AMERICAN): "'oU", ("oh", BRITISH): "'oU"}
    return " ".join(said.get((word, accent), "t_'Q9") for word in text.split())


def test_a_voice_has_its_accent() -> None:
    speaks = EnglishForKokoro(English(account), account)
    assert speaks.utter("oh", "af_heart", random.Random(1)) == ("ˈO", ("ow",))
    assert speaks.utter("oh", "bm_lewis", random.Random(1)) == ("ˈQ", ("ow",))
    assert {(speaks.utter("oh", "zf_one", random.Random(seed)) or "?")[0] for seed in range(20)} == {"ˈO", "ˈQ"}


def test_a_word_that_cannot_be_said_is_left_out() -> None:
    assert EnglishForKokoro(English(account), account).utter("odd", "af_heart", random.Random(1)) is None


def test_yeah_is_not_said_as_it_is_written() -> None:
    speaks = EnglishForKokoro(English(account), account)
    ways = {speaks.utter("yeah", "af_heart", random.Random(seed)) for seed in range(20)}
    assert ways == {("jˈɛə", ("y", "eh", "ax")), ("jˈæ", ("y", "ae")), ("jˈɛ", ("y", "eh"))}
