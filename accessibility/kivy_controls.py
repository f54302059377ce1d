"""Adapters of what is pressed, switched and slid, and of what only shows: text, pictures, progress."""

import math
from collections.abc import Callable
from typing import Any

from accessibility.figures import in_figures
from accessibility.kivy_kinds import Actions, Adapter, Facts, default_children, is_a, named, plain_text, press
from accessibility.kivy_links import is_target, link_sources, links_of
from accessibility.node import NumericRange
from accessibility.roles import Action, Orientation, Role, State

_STEPS = 20
"""A slider without a step of its own goes from end to end in so many."""


def number_of(value: object) -> float | None:
    """What an assistive technology has sent as a value: a number, or words that may be one."""
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _or_layout(role: Role) -> Callable[[Any], Role]:
    """A label without words or a picture without a name that holds other widgets is a layout to look at."""
    return lambda widget: Role.GENERIC if widget.children and not _is_named(widget) else role


def _is_named(widget: Any) -> bool:
    return bool(plain_text(widget) or getattr(widget, "a11y_name", "") or getattr(widget, "a11y_labelled_by", None))


def _links_and_children(label: Any) -> list[Any]:
    return [*links_of(label), *default_children(label)]


def _toggle(widget: Any) -> Facts:
    """Of a group one is checked; alone it is a button that is pressed or not (ARIA `aria-pressed`)."""
    return {"name": plain_text(widget), "checked" if widget.group else "pressed": widget.state == "down"}


def _check(widget: Any) -> Facts:
    return {"checked": widget.state == "down"}


def _radio_or(role: Role) -> Callable[[Any], Role]:
    return lambda widget: Role.RADIO if widget.group else role


def _switch(widget: Any) -> Facts:
    return {"checked": bool(widget.active)}


def _flip(widget: Any) -> Actions:
    return {Action.CLICK: lambda: setattr(widget, "active", not widget.active)}


def _slider(widget: Any) -> Facts:
    return {
        "range": NumericRange(float(widget.value), float(widget.min), float(widget.max), float(widget.step)),
        "value": in_figures(float(widget.value), float(widget.step), float(widget.min), float(widget.max)),
        "orientation": Orientation(widget.orientation),
    }


def _slide(widget: Any) -> Actions:
    step = float(widget.step) or (float(widget.max) - float(widget.min)) / _STEPS

    def put(value: object) -> None:
        number = number_of(value)
        if number is not None:
            widget.value = min(widget.max, max(widget.min, number))

    return {
        Action.INCREMENT: lambda: put(widget.value + step),
        Action.DECREMENT: lambda: put(widget.value - step),
        Action.SET_VALUE: put,
    }


def _progress(widget: Any) -> Facts:
    if not widget.max:
        return {"states": {State.BUSY}}  # nobody knows how long it takes
    share = f"{100 * widget.value_normalized:.0f}%"
    return {"range": NumericRange(float(widget.value), 0.0, float(widget.max)), "value": share}


def _strip(widget: Any) -> Facts:
    """The bar between two parts: its value is how wide, in pixels, the part is that it makes wider."""
    splitter = widget.parent
    across = splitter.orientation == "horizontal"
    size = splitter.width if across else splitter.height
    return {
        "name": str(getattr(splitter, "a11y_name", "")),
        "range": NumericRange(float(size), float(splitter.min_size), float(splitter.max_size)),
        # A bar that is moved sideways stands upright.
        "orientation": Orientation.VERTICAL if across else Orientation.HORIZONTAL,
    }


def _move_strip(widget: Any) -> Actions:
    splitter = widget.parent
    name = "width" if splitter.orientation == "horizontal" else "height"
    step = (float(splitter.max_size) - float(splitter.min_size)) / _STEPS

    def put(value: object) -> None:
        size = number_of(value)
        if size is not None:
            setattr(splitter, f"size_hint_{'x' if name == 'width' else 'y'}", None)
            setattr(splitter, name, min(splitter.max_size, max(splitter.min_size, size)))

    return {
        Action.INCREMENT: lambda: put(getattr(splitter, name) + step),
        Action.DECREMENT: lambda: put(getattr(splitter, name) - step),
        Action.SET_VALUE: put,
    }


_TEXT = ("text", "markup")
_TOGGLED = (*_TEXT, "state", "group")

CONTROLS: dict[str, Adapter] = {
    "kivy.uix.label.Label": Adapter(
        _or_layout(Role.STATICTEXT),
        named,
        watch=_TEXT,
        children=_links_and_children,
        sources=link_sources,
        focusable=is_target,
        tab_stop=False,
    ),
    "kivy.uix.button.Button": Adapter(is_a(Role.BUTTON), named, press, _TEXT, focusable=True),
    # Any picture or label made pressable: it may have a text of its own.
    "kivy.uix.behaviors.button.ButtonBehavior": Adapter(is_a(Role.BUTTON), named, press, _TEXT, focusable=True),
    "kivy.uix.behaviors.togglebutton.ToggleButtonBehavior": Adapter(
        _radio_or(Role.BUTTON), _toggle, press, _TOGGLED, focusable=True
    ),
    "kivy.uix.togglebutton.ToggleButton": Adapter(_radio_or(Role.BUTTON), _toggle, press, _TOGGLED, focusable=True),
    "kivy.uix.checkbox.CheckBox": Adapter(_radio_or(Role.CHECKBOX), _check, press, ("state", "group"), focusable=True),
    "kivy.uix.switch.Switch": Adapter(is_a(Role.SWITCH), _switch, _flip, ("active",), focusable=True),
    "kivy.uix.slider.Slider": Adapter(
        is_a(Role.SLIDER), _slider, _slide, ("value", "min", "max", "step", "orientation"), focusable=True
    ),
    "kivy.uix.progressbar.ProgressBar": Adapter(is_a(Role.PROGRESSBAR), _progress, watch=("value", "max")),
    "kivy.uix.splitter.SplitterStrip": Adapter(
        is_a(Role.SEPARATOR),
        _strip,
        _move_strip,
        focusable=True,
        sources=lambda strip: [(strip.parent, ("size", "min_size", "max_size", "orientation"))],
    ),
    "kivy.uix.image.Image": Adapter(_or_layout(Role.IMG)),
    "kivy.uix.video.Video": Adapter(is_a(Role.IMG)),
}
