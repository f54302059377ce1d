"""Adapters of Kivy's keyboard on the screen (VKeyboard): it draws its keys and finds out by place which was touched.

Each key is a part of a row that is a part of the keyboard; pressed, the keyboard is handed a finger on the key, so that
what comes of it is what comes of a touch. Shift stays down until the next key, as no other finger can hold it.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from kivy.properties import ListProperty, ObjectProperty

from accessibility.kivy_kinds import Actions, Adapter, Facts, is_a
from accessibility.kivy_parts import Part, parts_of
from accessibility.roles import Action, Role

_SIGNS = MappingProxyType({"/": "slash", "\\": "backslash", "_": "underscore", "@": "at sign", "-": "hyphen"})


@dataclass(frozen=True, slots=True)
class KeyboardWords:
    """What the keyboard and its keys are called; a program in another language sets its own as `a11y_words` of the
    keyboard. Letters and digits are called as they are, a sign that is not in `signs` by its name in Unicode.
    """

    keyboard: str = "Keyboard"
    keys: Mapping[str, str] = field(
        default_factory=lambda: {
            "backspace": "Backspace", "tab": "Tab", "capslock": "Caps Lock", "enter": "Enter", "shift": "Shift",
            "spacebar": "Space", "layout": "Layout", "escape": "Escape", "special": "Signs",
        }
    )  # fmt: skip
    """By the keyboard's own names of its keys without a character."""
    signs: Mapping[str, str] = field(default_factory=lambda: _SIGNS)


_DOWN = {"shift": "have_shift", "special": "have_special", "capslock": "have_capslock"}
"""Keys that stay down, and where the keyboard keeps whether they are."""
_HELD = "_a11y_held"


class Row(Part):
    """The keys of one line."""

    keys = ListProperty([])


class Key(Part):
    """One key; its row is its owner."""

    special = ObjectProperty("", allownone=True)
    pressed = ObjectProperty(None, allownone=True)


class _Finger:
    """As much of a touch as the keyboard asks about."""

    def __init__(self, pos: tuple[float, float]) -> None:
        self.pos, self.uid = pos, id(self)
        self.ud: dict[Any, Any] = {}


def _words(keyboard: Any) -> KeyboardWords:
    words = getattr(keyboard, "a11y_words", None)
    return words if isinstance(words, KeyboardWords) else KeyboardWords()


def _keyboard(keyboard: Any) -> Facts:
    return {"name": _words(keyboard).keyboard}


def _rows(keyboard: Any) -> list[Any]:
    """Its lines from top to bottom with the keys as they are in this mode (small, capital, signs)."""
    layout, places = keyboard.available_layouts.get(keyboard.layout), keyboard.layout_geometry
    if layout is None or f"LINE_{layout['rows']}" not in places:
        return []  # not drawn yet
    rows = parts_of(keyboard, Row, layout["rows"], _ROW)
    for number, row in enumerate(rows, 1):
        _lay(row, layout[f"{keyboard.layout_mode}_{number}"], places[f"LINE_{number}"], keyboard)
    return rows


def _lay(row: Row, names: Any, places: Any, keyboard: Any) -> None:
    keys = parts_of(row, Key, min(len(names), len(places)), _KEY)
    for key, (shown, _, special, _), (pos, size) in zip(keys, names, places, strict=False):
        key.pos, key.size, key.special = pos, size, special
        key.text = _name(shown, special, _words(keyboard))
        key.pressed = getattr(keyboard, _DOWN[special]) if special in _DOWN else None
    (left, bottom), (right, top) = keys[0].pos, (keys[-1].right, keys[0].top)
    row.pos, row.size, row.keys = (left, bottom), (right - left, top - bottom), keys


def _name(shown: str, special: str | None, words: KeyboardWords) -> str:
    if special is not None and special in words.keys:
        return words.keys[special]
    if len(shown) != 1 or shown.isalnum():
        return shown
    return words.signs.get(shown) or unicodedata.name(shown, shown).lower()


def _key(key: Key) -> Facts:
    return {"name": key.text, "pressed": key.pressed}


def _press(key: Key) -> Actions:
    keyboard = key.owner.owner

    def press() -> None:
        held: dict[str, _Finger] = keyboard.__dict__.setdefault(_HELD, {})
        finger = held.pop(key.special, None)
        if finger is not None:
            keyboard.process_key_up(finger)
        else:
            finger = _Finger(keyboard.to_parent(*key.center))
            keyboard.process_key_on(finger)
            if key.special in ("shift", "special"):
                held[key.special] = finger
            else:
                for other in (finger, *held.values()):
                    keyboard.process_key_up(other)
                held.clear()
        keyboard._update_layout_mode()  # at once: the next press may come before the next frame

    return {Action.CLICK: press}


def _can_focus(key: Key) -> bool:
    """While it belongs to a field, a focus on its keys would take the keyboard away from the field, and so itself."""
    return key.owner.owner.target is None


_KEY = Adapter(
    is_a(Role.BUTTON), _key, _press, ("text", "pressed", "special"), focusable=_can_focus,
    sources=lambda key: [(key.owner.owner, ("target",))],
)  # fmt: skip
_ROW = Adapter(is_a(Role.GROUP), watch=("keys",), children=lambda row: list(row.keys))

VKEYBOARD: dict[str, Adapter] = {
    # A toolbar is one Tab stop with arrow keys inside (ARIA authoring practices): nobody wants to tab through 60 keys.
    "kivy.uix.vkeyboard.VKeyboard": Adapter(
        is_a(Role.TOOLBAR), _keyboard, children=_rows, moves_children=True,
        watch=("layout_mode", "layout", "layout_geometry", "have_shift", "have_capslock", "have_special"),
    ),
}  # fmt: skip
