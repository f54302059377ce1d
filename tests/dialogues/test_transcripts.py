"""Every transcript, typed in the chat and spoken: the same file, the same session, the same money."""

from __future__ import annotations

from functools import cache

import pytest

from app.dialogue.grammar import Grammar, load_grammar
from app.flows.acts import Mode
from app.words import Words
from tests.dialogues.stage import Stage
from tests.dialogues.transcript import Transcript, all_transcripts

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
    assert langs.count("zh-CN") >= 15
    assert langs.count("en") >= 8
