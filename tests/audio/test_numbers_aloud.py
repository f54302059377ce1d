"""Numbers aloud: no wrong value passes its read-back silently, and a client in which one would is found out."""

from __future__ import annotations

from functools import partial

import pytest

from app.dialogue.read_back import ReadBack
from app.domain.money import Money
from app.words import Form, Words
from scripts.bench_hearing import Ears
from scripts.bench_hearing_dialogue import Talker
from scripts.bench_numbers import tallies
from scripts.bench_numbers_dialogue import DigitsAloud, Outcome, amount_aloud
from voice.models import find_model
from voice.numbers import say_amount
from voice.stt.recogniser import Heard
from voice.stt.vosk_engine import VoskModel, VoskRecogniser

CENTS = 600_00
FEW = 6


def amount(text: str, prepare: object = None, lang: str = "zh-CN", wanted: int = CENTS) -> Outcome:
    """600 yuan are meant, and the recogniser gives this text."""
    assert prepare is None or callable(prepare)
    return amount_aloud(lang, wanted, lambda phrases: Heard(text), prepare or (lambda talker: None))


@pytest.mark.process
@pytest.mark.parametrize("lang", ["zh-CN", "en"])
def test_no_wrong_number_passes_in_silence(lang: str) -> None:
    """The real recogniser and voices that it never heard, in quiet and in noise; the bench says how many are right."""
    found = tallies(lang, FEW, Ears(VoskRecogniser(VoskModel(find_model(lang)))))
    assert {name.split("_")[0] for name in found} == {"amounts", "digits8", "digits11"}
    for name, outcomes in found.items():
        assert outcomes[Outcome.HIDDEN] == outcomes[Outcome.REFUSED] == 0, name
        assert outcomes[Outcome.RIGHT] > 0, name


@pytest.mark.parametrize(
    ("lang", "heard", "outcome"),
    [
        ("zh-CN", "六百块", Outcome.RIGHT),
        ("zh-CN", "六百零一块", Outcome.CAUGHT),
        ("zh-CN", "一千六百块", Outcome.CAUGHT),  # 六百元 is a part of what is read back
        ("zh-CN", "苹果", Outcome.ASKED),
        ("zh-CN", "", Outcome.ASKED),
        ("zh-CN", "取消", Outcome.ASKED),
        ("en", "six hundred yuan", Outcome.RIGHT),
        ("en", "one thousand six hundred yuan", Outcome.CAUGHT),
        ("en", "six hundred yuan and one cent", Outcome.CAUGHT),
    ],
)
def test_what_becomes_of_an_amount(lang: str, heard: str, outcome: Outcome) -> None:
    """Also far beyond what a customer may send."""
    assert amount(heard, lang=lang) is outcome


def test_any_amount_that_can_be_said_can_be_agreed_to() -> None:
    """No limit of the bank stands between the amount and its read-back."""
    assert amount("九千八百七十六万五千四百三十二块", wanted=98_765_432_00) is Outcome.RIGHT


class Lying(Words):
    """Words that say 600 yuan of any amount when spoken."""

    def value(self, value: object, form: Form = Form.SCREEN) -> object:
        if isinstance(value, Money) and value.cents > CENTS and form is Form.SPEECH:
            return say_amount(CENTS, self.lang)
        return super().value(value, form)


def lies(talker: Talker, *, proved: bool) -> None:
    """The customer hears the amount that he meant, whatever will be sent."""
    words = Lying(talker.words.lang, talker.words._bundle)
    talker._control._words = words  # type: ignore[union-attr]
    talker.dialogue._words = words
    talker.interaction.prove_with(ReadBack(words).proves if proved else lambda session: True)


def test_a_read_back_that_lies_is_found_out() -> None:
    """By the client, which then sends nothing; without its proof, by the figure that must be nought."""
    assert amount("七百块", partial(lies, proved=True)) is Outcome.REFUSED
    assert amount("七百块", partial(lies, proved=False)) is Outcome.HIDDEN


@pytest.mark.parametrize(
    ("heard", "outcome"),
    [
        ("一二三四五六七八", Outcome.RIGHT),
        ("幺二三四五六七八", Outcome.RIGHT),
        ("七二三四五六七八", Outcome.CAUGHT),
        ("一二三四五六七", Outcome.ASKED),
        ("", Outcome.ASKED),
        ("帮助", Outcome.ASKED),
    ],
)
def test_what_becomes_of_a_customer_number(heard: str, outcome: Outcome) -> None:
    """One digit too few is asked again; a wrong one is heard in the read-back."""
    assert DigitsAloud("zh-CN", 8).outcome("12345678", lambda phrases: Heard(heard)) is outcome


def test_digits_that_are_read_back_wrongly_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """As for amounts."""
    monkeypatch.setattr("scripts.bench_numbers_dialogue.say_digits", lambda digits, lang: "一二三四五六七八")
    wrong = DigitsAloud("zh-CN", 8).outcome("12345678", lambda phrases: Heard("七二三四五六七八"))
    assert wrong is Outcome.HIDDEN
