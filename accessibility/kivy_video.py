"""Adapters of the video player: its controls are pictures without words that answer touch only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accessibility.kivy_controls import number_of
from accessibility.kivy_kinds import Actions, Adapter, Facts, is_a, is_kind
from accessibility.node import NumericRange
from accessibility.roles import Action, Orientation, Role

Parts = Iterable[tuple[Any, Adapter]]
_MODULE = "kivy.uix.videoplayer"
_STEP = 10.0
"""Seconds by which the place in the film is moved; a volume goes in tenths."""


@dataclass(frozen=True, slots=True)
class PlayerWords:
    """What the controls are called; a program in another language sets its own as `a11y_words` of the player."""

    play: str = "Play"
    pause: str = "Pause"
    stop: str = "Stop"
    volume: str = "Volume"
    position: str = "Position"


def _words(player: Any) -> PlayerWords:
    words = getattr(player, "a11y_words", None)
    return words if isinstance(words, PlayerWords) else PlayerWords()


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


# Each control has its player as `video`.


def _play(key: Any) -> Facts:
    words = _words(key.video)
    return {"name": words.pause if key.video.state == "play" else words.play}


def _play_or_pause(key: Any) -> Actions:
    return {Action.CLICK: lambda: setattr(key.video, "state", "pause" if key.video.state == "play" else "play")}


def _stop(key: Any) -> Actions:
    def stop() -> None:
        key.video.state = "stop"
        key.video.position = 0

    return {Action.CLICK: stop}


def _volume(key: Any) -> Facts:
    share = float(key.video.volume)
    return {
        "name": _words(key.video).volume,
        "range": NumericRange(share, 0.0, 1.0, 0.1),
        "value": f"{100 * share:.0f}%",
        "orientation": Orientation.HORIZONTAL,
    }


def _set_volume(key: Any) -> Actions:
    def put(value: object) -> None:
        share = number_of(value)
        if share is not None:
            key.video.volume = min(1.0, max(0.0, share))

    return {
        Action.INCREMENT: lambda: put(round(key.video.volume + 0.1, 2)),
        Action.DECREMENT: lambda: put(round(key.video.volume - 0.1, 2)),
        Action.SET_VALUE: put,
    }


def _position(bar: Any) -> Facts:
    """Whole seconds: a film that plays does not tell each of its pictures."""
    at, length = float(int(bar.video.position)), float(max(0, int(bar.video.duration)))
    return {
        "name": _words(bar.video).position,
        "range": NumericRange(min(at, length), 0.0, length, _STEP),
        "value": f"{_clock(at)} / {_clock(length)}",
        "orientation": Orientation.HORIZONTAL,
    }


def _seek(bar: Any) -> Actions:
    player = bar.video
    if player.duration <= 0:
        return {}  # no film yet

    def put(value: object) -> None:
        seconds = number_of(value)
        if seconds is not None:
            player.seek(min(1.0, max(0.0, seconds / player.duration)))

    return {
        Action.INCREMENT: lambda: put(player.position + _STEP),
        Action.DECREMENT: lambda: put(player.position - _STEP),
        Action.SET_VALUE: put,
    }


def _of_player(*names: str) -> Any:
    return lambda control: [(control.video, names)] if control.video is not None else []


def _player_parts(player: Any) -> Parts:
    """Told once they belong to a player: before, they have none to ask."""
    for control in player.walk(restrict=True):
        for kind, adapter in _CONTROLS.items():
            if is_kind(control, f"{_MODULE}.{kind}") and control.video is not None:
                yield control, adapter


def _no_children(control: Any) -> list[Any]:
    """The bubble over the bar shows the time, which is its value."""
    return []


_CONTROLS: dict[str, Adapter] = {
    "VideoPlayerPlayPause": Adapter(
        is_a(Role.BUTTON), _play, _play_or_pause, sources=_of_player("state"), focusable=True
    ),
    "VideoPlayerStop": Adapter(
        is_a(Role.BUTTON), lambda key: {"name": _words(key.video).stop}, _stop, focusable=True
    ),
    "VideoPlayerVolume": Adapter(
        is_a(Role.SLIDER), _volume, _set_volume, sources=_of_player("volume"), focusable=True
    ),
    "VideoPlayerProgressBar": Adapter(
        is_a(Role.SLIDER), _position, _seek, children=_no_children, sources=_of_player("position", "duration"),
        focusable=True,
    ),
}  # fmt: skip

VIDEO: dict[str, Adapter] = {f"{_MODULE}.VideoPlayer": Adapter(is_a(Role.GROUP), parts=_player_parts)}
