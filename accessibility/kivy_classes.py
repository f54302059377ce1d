"""What each Kivy class is: role, facts, actions, and the properties whose change must be told.

Classes are named, not imported, so that this file imports no widget and opens no window.
"""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.kivy_text import BULLET
from accessibility.node import NumericRange
from accessibility.roles import Action, Role, State

Facts = dict[str, Any]
Actions = dict[str, Callable[..., object]]

_MARKUP = re.compile(r"\[/?[^\[\]]+\]")


@dataclass(frozen=True, slots=True)
class Adapter:
    """How one Kivy class is told. `moves_children`: children live in its coordinates, not the window's."""

    role: Callable[[Any], Role]
    facts: Callable[[Any], Facts] = lambda widget: {}
    actions: Callable[[Any], Actions] = lambda widget: {}
    watch: tuple[str, ...] = ()
    moves_children: bool = False


def plain_text(widget: Any) -> str:
    """The text of a label without its markup tags."""
    text = str(getattr(widget, "text", "") or "")
    if getattr(widget, "markup", False):
        text = _MARKUP.sub("", text).replace("&bl;", "[").replace("&br;", "]").replace("&amp;", "&")
    return text.strip()


def _named(widget: Any) -> Facts:
    return {"name": plain_text(widget)}


def _press(widget: Any) -> Actions:
    return {Action.CLICK: lambda: widget.trigger_action(0)}


def _toggle(widget: Any) -> Facts:
    """Of a group one is checked; alone it is a button that is pressed or not (ARIA `aria-pressed`)."""
    down = widget.state == "down"
    return {"name": plain_text(widget), "checked" if widget.group else "pressed": down}


def _check(widget: Any) -> Facts:
    return {"checked": widget.state == "down"}


def _radio_or(role: Role) -> Callable[[Any], Role]:
    return lambda widget: Role.RADIO if widget.group else role


def _flip(widget: Any) -> Actions:
    return {Action.CLICK: lambda: setattr(widget, "active", not widget.active)}


def _switch(widget: Any) -> Facts:
    return {"checked": bool(widget.active)}


def is_secret(field: Any) -> bool:
    """Whether the text of this field is never to be told."""
    return bool(getattr(field, "password", False) or getattr(field, "a11y_protected", False))


def _field(widget: Any) -> Facts:
    secret = is_secret(widget)
    states = {State.MULTILINE} if widget.multiline else set()
    states |= {State.READONLY} if widget.readonly else set()
    states |= {State.PROTECTED} if secret else set()
    value = BULLET * len(widget.text) if secret else widget.text
    return {"value": value, "placeholder": widget.hint_text, "states": states}


def _field_actions(widget: Any) -> Actions:
    def set_value(text: str) -> None:
        widget.text = text

    def set_selection(anchor: int, caret: int) -> None:
        widget.cursor = widget.get_cursor_from_index(caret)
        if anchor == caret:
            widget.cancel_selection()
        else:
            widget.select_text(min(anchor, caret), max(anchor, caret))

    if widget.readonly:
        return {Action.SET_SELECTION: set_selection}
    return {Action.SET_VALUE: set_value, Action.SET_SELECTION: set_selection}


def _slider(widget: Any) -> Facts:
    value = NumericRange(float(widget.value), float(widget.min), float(widget.max), float(widget.step))
    return {"range": value, "value": f"{widget.value:g}"}


def _slider_actions(widget: Any) -> Actions:
    step = float(widget.step) or (float(widget.max) - float(widget.min)) / 20

    def put(value: float | str) -> None:
        widget.value = min(widget.max, max(widget.min, float(value)))

    return {
        Action.INCREMENT: lambda: put(widget.value + step),
        Action.DECREMENT: lambda: put(widget.value - step),
        Action.SET_VALUE: put,
    }


def _progress(widget: Any) -> Facts:
    share = f"{100 * widget.value_normalized:.0f}%"
    return {"range": NumericRange(float(widget.value), 0.0, float(widget.max)), "value": share}


def _scroll_actions(widget: Any) -> Actions:
    def scroll(pages: float) -> None:
        _, share = widget.convert_distance_to_scroll(0, widget.height * 0.8)
        widget.scroll_y = min(1.0, max(0.0, widget.scroll_y - pages * share))

    return {Action.SCROLL_DOWN: lambda: scroll(1), Action.SCROLL_UP: lambda: scroll(-1)}


def _dialog(widget: Any) -> Facts:
    return {"name": getattr(widget, "title", ""), "states": {State.MODAL}}


def _is(role: Role) -> Callable[[Any], Role]:
    return lambda widget: role


_GENERIC = Adapter(_is(Role.GENERIC))
_MOVING = Adapter(_is(Role.GENERIC), moves_children=True)
_TOGGLED = ("text", "markup", "state", "group")

_CLASSES: dict[str, Adapter] = {
    "kivy.uix.label.Label": Adapter(_is(Role.STATICTEXT), _named, watch=("text", "markup")),
    "kivy.uix.button.Button": Adapter(_is(Role.BUTTON), _named, _press, ("text", "markup")),
    "kivy.uix.behaviors.button.ButtonBehavior": Adapter(_is(Role.BUTTON), actions=_press),
    "kivy.uix.togglebutton.ToggleButton": Adapter(_radio_or(Role.BUTTON), _toggle, _press, _TOGGLED),
    "kivy.uix.checkbox.CheckBox": Adapter(_radio_or(Role.CHECKBOX), _check, _press, ("state", "group")),
    "kivy.uix.switch.Switch": Adapter(_is(Role.SWITCH), _switch, _flip, ("active",)),
    "kivy.uix.textinput.TextInput": Adapter(
        _is(Role.TEXTBOX),
        _field,
        _field_actions,
        ("text", "cursor", "selection_text", "hint_text", "readonly", "password", "multiline", "scroll_x",
         "scroll_y", "font_size"),
    ),
    "kivy.uix.slider.Slider": Adapter(
        _is(Role.SLIDER), _slider, _slider_actions, ("value", "min", "max", "step")
    ),
    "kivy.uix.progressbar.ProgressBar": Adapter(_is(Role.PROGRESSBAR), _progress, watch=("value", "max")),
    "kivy.uix.image.Image": Adapter(_is(Role.IMG)),
    "kivy.uix.modalview.ModalView": Adapter(_is(Role.DIALOG), _dialog),
    "kivy.uix.popup.Popup": Adapter(_is(Role.DIALOG), _dialog, watch=("title",)),
    "kivy.uix.scrollview.ScrollView": Adapter(
        _is(Role.GENERIC), actions=_scroll_actions, watch=("scroll_x", "scroll_y"), moves_children=True
    ),
    "kivy.uix.screenmanager.ScreenManager": Adapter(_is(Role.GENERIC), watch=("current_screen",)),
    "kivy.uix.relativelayout.RelativeLayout": _MOVING,
    "kivy.uix.scatter.Scatter": _MOVING,
}  # fmt: skip


def adapter_for(widget: Any) -> Adapter:
    """The adapter of the nearest known class, else a generic container."""
    kind: Any = type(widget)
    return _adapter_of(kind)


@lru_cache(maxsize=512)
def _adapter_of(kind: Hashable) -> Adapter:
    for base in getattr(kind, "__mro__", ()):
        found = _CLASSES.get(f"{base.__module__}.{base.__qualname__}")
        if found is not None:
            return found
    return _GENERIC


def is_kind(widget: Any, name: str) -> bool:
    """Whether the widget is of the Kivy class `module.Class`."""
    return any(f"{base.__module__}.{base.__qualname__}" == name for base in type(widget).__mro__)
