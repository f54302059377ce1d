"""The built-in reader's key, its offer at the first start, its settings: with a voice that only notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from accessibility.announcer import Message
from accessibility.voicing.output import Earcon
from accessibility.voicing.settings import VoicingSettings
from app.config import Settings
from app.flows.acts import Manner
from app.keeper import Keeper
from app.kept_wishes import KeptWishes
from app.ui.ways.voicing_sample import AFTER_READER
from app.ui.ways.voicing_sounds import Sounds
from tests.ui.reader_home import Home
from tests.voice.fakes import until

F4, SHIFT_F4 = 285, (285, ["shift"])


@pytest.fixture
def first(tmp_path: Path) -> Any:
    home = Home(Keeper(tmp_path / "settings.json"))
    yield home
    home.close()


def test_the_first_start_offers_it_once(first: Home) -> None:
    first.screen_reader(False)
    first.heard("按 F4 打开朗读")
    assert first.keeper.preferences.voicing.offered
    until(lambda: first.run() or bool(first.captions))
    assert first.captions[0].startswith("按 F4"), "what is heard is shown"
    first.screen_reader(True)
    first.screen_reader(False)
    assert len(first.synthesiser.said) == 1


def test_with_a_screen_reader_nothing_is_offered_and_the_key_waits(first: Home) -> None:
    first.screen_reader(True)
    first.way.commands()["read_aloud"]()
    first.run()
    assert first.one.made is None, "not even the engine is started"
    assert not first.reader.speaks
    first.screen_reader(False)
    assert first.reader.speaks


def test_beside_a_screen_reader_what_a_key_changes_is_told_by_that_one_and_seen(first: Home) -> None:
    """The start itself changes nothing, so that it tells nothing."""
    shown: list[str] = []
    teller = SimpleNamespace(show=lambda message: shown.append(message.id))
    announcer: Any = SimpleNamespace(listen=lambda listener: None)
    shell = SimpleNamespace(commands={}, bar=SimpleNamespace(follow=print, caption_id=3), teller=teller)
    first.way.join(shell, SimpleNamespace(announcer=announcer))
    first.screen_reader(True)
    assert shown == []
    for command in ("read_aloud", "read_aloud", "faster", "louder"):
        shell.commands[command]()
        first.run()
    assert shown == ["voicing-waits", "voicing-off", "voicing-rate", "voicing-volume"]
    assert first.one.made is None, "not in its own voice"


def test_a_start_beside_a_screen_reader_tells_nothing(tmp_path: Path) -> None:
    home = Home(Keeper(settings=Settings.from_mapping({"voicing": {"on": True}})))
    shown: list[str] = []
    home.way._show = shown.append  # type: ignore[assignment]
    home.screen_reader(True)
    home.close()
    assert shown == []


def test_a_later_start_is_silent(tmp_path: Path) -> None:
    home = Home(Keeper(settings=Settings()))
    home.screen_reader(False)
    assert home.one.made is None
    home.close()


def test_the_key_and_what_it_keeps(first: Home) -> None:
    first.screen_reader(False)
    first.way.commands()["read_aloud"]()
    first.heard("朗读已打开")
    assert first.reader.speaks
    assert Keeper(first.keeper._file).preferences.voicing.on, "kept for the next start"
    first.way.commands()["read_aloud"]()
    first.heard("朗读已关闭")
    assert not first.reader.speaks


def test_settings_are_in_force_with_the_next_sentence(first: Home) -> None:
    first.screen_reader(False)
    first.heard("按 F4")
    wanted = replace(first.keeper.preferences, speech_rate=2.0, voicing=VoicingSettings(on=True, volume=1.6, pitch=1.2))
    first.keeper.prefer(wanted)
    pipeline = first.one.made
    assert pipeline is not None
    assert (pipeline.rate, pipeline.volume) == (2.0, 1.6)
    assert pipeline.listening_on is not None
    assert first.tuned[-1].voicing.pitch == 1.2
    first.way.commands()["faster"]()
    first.heard("语速")
    assert first.keeper.preferences.speech_rate == 2.5
    first.keeper.prefer(replace(wanted, voicing=VoicingSettings(on=False)))
    assert pipeline.listening_on is None


def test_what_is_said_of_the_voice_is_kept(first: Home) -> None:
    """In force at once; neither another setting nor the next start takes it back."""
    first.screen_reader(False)
    first.heard("按 F4")
    wishes, pipeline = KeptWishes(first.keeper), first.one.made
    assert pipeline is not None
    for manner in (Manner.SLOWER, Manner.LOUDER, Manner.LOUDER, Manner.SOFTER, Manner.QUIET):
        wishes.adjust(manner)
    assert (pipeline.rate, pipeline.volume) == (0.8, 1.3)
    first.keeper.prefer(replace(first.keeper.preferences, text_scale=2.0))
    assert (pipeline.rate, pipeline.volume) == (0.8, 1.3)
    later = Keeper(first.keeper._file).preferences
    assert (later.speech_rate, later.voicing.volume) == (0.8, 1.3)


def test_a_command_while_it_is_off_says_how_to_switch_it_on(first: Home) -> None:
    first.screen_reader(False)
    first.heard("按 F4")
    first.way.commands()["where"]()
    until(lambda: first.run() or len(first.synthesiser.said) == 2)


def test_only_holding_leaves_the_voice_speaking(first: Home) -> None:
    assert first.reader.spares(*SHIFT_F4)
    assert not first.reader.spares(F4, [])


def test_every_sound_is_there_and_short() -> None:
    sounds = Sounds()
    for earcon in Earcon:
        assert 0.01 < sounds[earcon].seconds < 0.4, earcon


def test_what_cannot_be_heard_is_told(first: Home) -> None:
    told: list[Message] = []
    shell = SimpleNamespace(commands={}, bar=SimpleNamespace(follow=first.output.caption, caption_id=3))
    bridge: Any = SimpleNamespace(announcer=SimpleNamespace(listen=lambda listener: None, tell=told.append))
    shell.teller = SimpleNamespace(show=print)
    first.way.join(shell, bridge)
    first.synthesiser.failures = 1
    first.screen_reader(False)
    first.heard("按 F4")
    until(lambda: first.run() or bool(told))
    assert [message.id for message in told] == ["voice-trouble-engine_failed"]
    assert "屏幕下方" in told[0].spoken, "who hears it is not told of a place that is only seen as here"
    assert set(shell.commands) >= {"read_aloud", "where", "spell", "read_on", "hold", "explore_next", "softer"}


def test_a_sample_is_the_newest_one_in_its_own_language(first: Home) -> None:
    """Who goes through a list hears the voice that he has come to, not those on the way."""
    first.screen_reader(False)
    first.heard("按 F4")
    first.synthesiser.said.clear()
    first.way.sample("一", "zh")
    first.way.sample("This is how I speak.", "en")
    first.heard("This is how I speak.")
    assert ("This is how I speak.", "en") in [(text, lang) for text, lang, _ in first.synthesiser.said]
    until(lambda: first.run() or "This is how I speak." in first.captions)


def test_a_sample_comes_after_the_screen_reader(first: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two voices at once are not understood; the window that goes takes what still waits with it."""
    waiting: list[Any] = []

    class Timer:
        def __init__(self, seconds: float, then: Callable[[], None]) -> None:
            self.seconds, self.then, self.cancelled = seconds, then, False

        def start(self) -> None:
            waiting.append(self)

        def cancel(self) -> None:
            self.cancelled = True

    monkeypatch.setattr("app.ui.ways.voicing_sample.threading.Timer", Timer)
    first.screen_reader(True)
    first.way.sample("一", "zh")
    first.way.sample("二", "zh")
    first.run()
    assert first.one.made is None, "nothing is said yet"
    assert [timer.cancelled for timer in waiting] == [True, False]
    assert waiting[1].seconds == AFTER_READER
    for timer in waiting:
        timer.then()
    first.heard("二")
    assert "一" not in [text for text, _, _ in first.synthesiser.said]
    first.way.sample("三", "zh")
    first.way.close()
    assert waiting[-1].cancelled
