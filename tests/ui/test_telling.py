"""The teller hands on a message in all its forms: what is shown, what the built-in reader says, and its id."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from accessibility.announcer import Announcer, Kind
from accessibility.announcer import Message as Told
from app.dialogue.phrase import phrase
from app.flows.view import Notice, View
from app.ui.telling import Teller
from app.words import LANGUAGES, Words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_an_answer_in_the_chat_is_announced_with_its_spoken_form_and_its_ids(lang: str, platform: str) -> None:
    """As the chat tells it: its own words for the eye, the spoken ones for the ear."""
    answer = phrase(View(notices=(Notice("session_ends_soon"),)), Words.load(lang))
    heard: list[Told] = []
    bridge = SimpleNamespace(announcer=Announcer(), focus=SimpleNamespace(current=None))
    bridge.announcer.listen(heard.append)
    Teller(bridge, platform, lang).tell(replace(answer, screen=answer.chat), Kind.MESSAGE)
    assert [message.id for message in heard] == ["notice-session_ends_soon home-ask-signed-out"]
    assert heard[0].text == answer.chat
    assert heard[0].spoken == answer.speech != answer.chat
