"""Two and to are one sound: where only a number makes sense, a number is written."""

from __future__ import annotations

import pytest

from voice.listen import hear_samples
from voice.models import find_model
from voice.numbers import parse_amount
from voice.probe.customer import speak
from voice.stt.homophones import as_numbers
from voice.stt.vosk_engine import VoskModel, VoskRecogniser


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("send to hundred yuan", "send two hundred yuan"),
        ("five yuan to cents", "five yuan two cents"),
        ("one million for thousand to hundred", "one million four thousand two hundred"),
        ("too point five", "two point five"),
        ("send the hundred yuan", "send a hundred yuan"),
        ("send fifty to yuan wei", "send fifty to yuan wei"),
        ("transfer fifty yuan to zhang san", "transfer fifty yuan to zhang san"),
        ("i want to send five thousand to li si", "i want to send five thousand to li si"),
        ("pay for two thousand", "pay for two thousand"),
        ("what is the point", "what is the point"),
        ("go on to centsy", "go on to centsy"),
    ],
)
def test_a_number_is_written_where_nothing_else_can_be_meant(heard: str, meant: str) -> None:
    assert as_numbers(heard) == meant


def test_an_amount_is_understood_that_was_not_before() -> None:
    assert parse_amount("to hundred yuan to cents", "en") is None
    assert parse_amount(as_numbers("to hundred yuan to cents"), "en") == 20_002


def test_the_recogniser_writes_the_number() -> None:
    recogniser = VoskRecogniser(VoskModel(find_model("en")))
    recogniser.set_phrases(["five yuan to cents", "help"])
    assert hear_samples(recogniser, speak("five yuan two cents", "m7", accent="en-us")).text == "five yuan two cents"
