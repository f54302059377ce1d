"""Every transcript, typed in the chat and spoken: the same file, the same session, the same money."""

from __future__ import annotations

from functools import cache

import pytest

from app.dialogue.grammar import Grammar, load_grammar
from app.flows.acts import Mode
from app.words import Words
from tests.dialogues.aloud import AloudStage
from tests.dialogues.stage import Stage
from tests.dialogues.transcript import Transcript, all_transcripts
from voice.models import find_model
from voice.probe.customer import VOICES
from voice.stt.vosk_engine import VoskModel, VoskRecogniser

PLAYS = [
    pytest.param(transcript, mode, id=f"{transcript.lang}-{transcript.name}-{mode}")
    for transcript in all_transcripts()
    for mode in transcript.modes
]


@cache
def language(lang: str) -> tuple[Words, Grammar]:
    return Words.load(lang), load_grammar(lang)


@pytest.mark.parametrize(("transcript", "mode"), PLAYS)
def test_transcript(transcript: Transcript, mode: str) -> None:
    """What the person says has the answers and the transfers that the transcript writes down."""
    words, grammar = language(transcript.lang)
    Stage(transcript, Mode(mode), words, grammar).play()


def test_both_languages_have_transcripts() -> None:
    """An empty folder would pass everything above."""
    langs = [transcript.lang for transcript in all_transcripts()]
    assert langs.count("zh-CN") >= 60
    assert langs.count("en") >= 60


SPOKEN = [
    one
    for one in all_transcripts()
    if one.lang == "zh-CN"
    and "voice" in one.modes
    and {step.kind for step in one.steps} <= {"you", "type", "touch", "bank", "never", "given"}
]
"""What can be played by nothing but a voice."""

ALOUD = [
    pytest.param(one, VOICES[at % len(VOICES)], id=f"{one.name}-{VOICES[at % len(VOICES)]}")
    for at, one in enumerate(SPOKEN[: len(all_transcripts()) // 3 + 1])
]


@pytest.fixture(scope="module")
def recogniser() -> VoskRecogniser:
    return VoskRecogniser(VoskModel(find_model("zh-CN")))


@pytest.mark.process
@pytest.mark.parametrize(("transcript", "voice"), ALOUD)
def test_transcript_aloud(transcript: Transcript, voice: str, recogniser: VoskRecogniser) -> None:
    """Spoken by voices that no model was trained on, heard by the shipped model: the same answers, the same money."""
    words, grammar = language(transcript.lang)
    AloudStage(transcript, words, grammar, recogniser, voice).play()


def test_a_third_of_all_transcripts_is_played_aloud() -> None:
    """Real audio, not only text."""
    assert 3 * len(ALOUD) >= len(all_transcripts())
