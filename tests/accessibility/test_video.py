"""The video player on a stage: named controls, and what they offer is done, without a film of any kind."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.videoplayer import VideoPlayer

from accessibility.examples.gallery_media import media
from accessibility.keyboard import END, HOME
from accessibility.kivy_video import PlayerWords
from accessibility.roles import Action, Role
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Player(VideoPlayer):  # type: ignore[misc]
    """A film of 100 seconds that is where it was last sent to."""

    def seek(self, percent: float, precise: bool = True) -> None:
        self.position = percent * self.duration


@pytest.fixture
def player() -> Any:
    return Player(size=(800, 600), duration=100)


def test_play_becomes_pause_and_stop_goes_to_the_start(stage: Make, player: Any) -> None:
    shown = stage(player)
    key = shown.only(Role.BUTTON, "Play")
    shown.bridge.perform(key.id, Action.CLICK)
    frame()
    assert (player.state, shown.log.nodes[key.id].name) == ("play", "Pause")
    shown.bridge.perform(key.id, Action.CLICK)
    frame()
    assert player.state == "pause"
    player.position = 42
    shown.bridge.perform(shown.only(Role.BUTTON, "Stop").id, Action.CLICK)
    frame()
    assert (player.state, player.position) == ("stop", 0)


@pytest.mark.parametrize(
    ("action", "values", "seconds"),
    [
        (Action.INCREMENT, (), 60),
        (Action.DECREMENT, (), 40),
        (Action.SET_VALUE, (12,), 12),
        (Action.SET_VALUE, (1e9,), 100),
        (Action.SET_VALUE, ("no number",), 50),
    ],
)
def test_the_place_in_the_film_is_a_slider(
    stage: Make, player: Any, action: Action, values: tuple[Any, ...], seconds: int
) -> None:
    player.position = 50
    shown = stage(player)
    bar = shown.only(Role.SLIDER, "Position")
    assert bar.value == "0:50 / 1:40"
    shown.bridge.perform(bar.id, action, *values)
    frame()
    assert player.position == pytest.approx(seconds)
    assert shown.log.nodes[bar.id].value == f"{seconds // 60}:{seconds % 60:02d} / 1:40"


def test_the_volume_is_a_slider_within_its_ends(stage: Make, player: Any) -> None:
    shown = stage(player)
    key = shown.only(Role.SLIDER, "Volume")
    shown.bridge.perform(key.id, Action.INCREMENT)
    frame()
    assert player.volume == 1
    shown.bridge.perform(key.id, Action.DECREMENT)
    frame()
    assert (player.volume, shown.log.nodes[key.id].value) == (0.9, "90%")
    shown.bridge.perform(key.id, Action.SET_VALUE, 0.25)
    frame()
    assert player.volume == 0.25


def test_home_and_end_go_to_the_ends_of_the_film_and_of_the_volume(stage: Make, player: Any) -> None:
    player.position, player.volume = 50, 0.5
    shown = stage(player)
    for name, ends in (("Position", (0, 100)), ("Volume", (0, 1))):
        shown.bridge.focus.focus(shown.bridge.tree.widget(shown.only(Role.SLIDER, name).id))
        for key, end in zip((HOME, END), ends, strict=True):
            assert shown.window.press(key)
            assert getattr(player, name.lower()) == end
    player.duration = -1
    frame()
    shown.bridge.focus.focus(shown.bridge.tree.widget(shown.only(Role.SLIDER, "Position").id))
    assert not shown.window.press(END)


def test_without_a_film_there_is_no_place_to_go_to(stage: Make, player: Any) -> None:
    player.duration = -1
    shown = stage(player)
    assert shown.only(Role.SLIDER, "Position").actions == ()


def test_the_words_are_the_programs(stage: Make, player: Any) -> None:
    player.a11y_words = PlayerWords("播放", "暂停", "停止", "音量", "位置")
    shown = stage(player)
    assert shown.only(Role.BUTTON, "播放")
    assert {node.name for node in shown.log.nodes.values() if node.role is Role.SLIDER} == {"音量", "位置"}


def test_the_gallery_shows_it_with_all_it_offers(stage: Make) -> None:
    shown = stage(media(print))
    assert {Action.INCREMENT, Action.DECREMENT, Action.SET_VALUE} <= set(shown.only(Role.SLIDER, "Position").actions)
    pages = shown.only(Role.GROUP, "Contract")
    assert (pages.value, pages.actions) == ("1/3", (Action.SCROLL_RIGHT,))
