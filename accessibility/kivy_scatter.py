"""Adapter of Scatter: what two fingers do with it can be done by keys and by asking, as far as it lets them.

Keys while it has the focus: arrows move it, + and - make it larger and smaller, R turns it to the left, and with Shift
to the right.
"""

from collections.abc import Callable, Iterator
from typing import Any

from kivy.metrics import dp

from accessibility.kivy_kinds import Actions, Adapter, Facts, Keys, first_words
from accessibility.roles import Action, Role

MOVED, TURNED, GROWN = 20.0, 15.0, 1.1
"""One step: dp, degrees, and times the size."""

DIRECTIONS = {
    Action.MOVE_LEFT: (-1, 0), Action.MOVE_RIGHT: (1, 0), Action.MOVE_UP: (0, 1), Action.MOVE_DOWN: (0, -1),
}  # fmt: skip
# SDL key codes; + stands on the key of = on many keyboards, and on the number pad.
_KEYS = {
    276: Action.MOVE_LEFT, 275: Action.MOVE_RIGHT, 273: Action.MOVE_UP, 274: Action.MOVE_DOWN,
    43: Action.ENLARGE, 61: Action.ENLARGE, 270: Action.ENLARGE, 45: Action.SHRINK, 269: Action.SHRINK,
}  # fmt: skip
_R = 114


def _is_worked(scatter: Any) -> bool:
    """One that nothing can be done with only places what is inside."""
    return bool(scatter.do_translation_x or scatter.do_translation_y or scatter.do_rotation or scatter.do_scale)


def _role(scatter: Any) -> Role:
    return Role.GROUP if _is_worked(scatter) else Role.GENERIC


def _facts(scatter: Any) -> Facts:
    return {"name": first_words(scatter), "value": ", ".join(_state(scatter))} if _is_worked(scatter) else {}


def _state(scatter: Any) -> Iterator[str]:
    """What can be changed, in figures: where its middle is from the top left in dp, how large, how far turned."""
    if scatter.do_translation_x or scatter.do_translation_y:
        yield place_in_words(scatter)
    if scatter.do_scale:
        yield f"{100 * scatter.scale:.0f}%"
    if scatter.do_rotation:
        yield f"{round(scatter.rotation) % 360}°"


def place_in_words(widget: Any) -> str:
    """Its middle from the top left of the window, in dp."""
    window = widget.get_root_window()
    x, y = _middle(widget)
    return f"{x / dp(1):.0f}:{((window.height if window is not None else 0) - y) / dp(1):.0f}"


def _middle(scatter: Any) -> tuple[float, float]:
    """In window pixels, y up."""
    x, y = scatter.to_window(*scatter.center)
    return float(x), float(y)


def _actions(scatter: Any) -> Actions:
    actions: Actions = {}
    for action, (across, up) in DIRECTIONS.items():
        if scatter.do_translation_x if across else scatter.do_translation_y:
            actions[action] = mover(scatter, across * dp(MOVED), up * dp(MOVED))
    if scatter.do_scale:
        actions[Action.ENLARGE] = lambda: _resize(scatter, GROWN)
        actions[Action.SHRINK] = lambda: _resize(scatter, 1 / GROWN)
    if scatter.do_rotation:
        actions[Action.TURN_LEFT] = lambda: setattr(scatter, "rotation", scatter.rotation + TURNED)
        actions[Action.TURN_RIGHT] = lambda: setattr(scatter, "rotation", scatter.rotation - TURNED)
    return actions


def mover(scatter: Any, across: float, up: float) -> Callable[[], None]:
    def move() -> None:
        """Its middle stays in the window: who cannot see it would not find it again."""
        window = scatter.get_root_window()
        if window is None:
            return
        x, y = _middle(scatter)
        there, end = (x + across, window.width) if across else (y + up, window.height)
        if 0 <= there <= end:
            scatter.pos = scatter.x + across, scatter.y + up

    return move


def _resize(scatter: Any, times: float) -> None:
    scatter.scale = min(scatter.scale_max, max(scatter.scale_min, scatter.scale * times))


def _keys(scatter: Any) -> Keys:
    actions = _actions(scatter)
    keys: Keys = {(key, False): actions[action] for key, action in _KEYS.items() if action in actions}
    keys |= {(key, True): act for (key, _), act in keys.items()}  # + is written with Shift
    if Action.TURN_LEFT in actions:
        keys |= {(_R, False): actions[Action.TURN_LEFT], (_R, True): actions[Action.TURN_RIGHT]}
    return keys


SCATTER: dict[str, Adapter] = {
    "kivy.uix.scatter.Scatter": Adapter(
        _role, _facts, _actions, ("do_translation_x", "do_translation_y", "do_rotation", "do_scale", "transform"),
        moves_children=True, focusable=_is_worked, keys=_keys,
    ),
}  # fmt: skip
