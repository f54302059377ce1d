"""Keys that work everywhere: Tab, arrows, Home, End, Page, Enter, Space and Escape."""

from collections.abc import Callable
from typing import Any

from accessibility.focus import FocusManager
from accessibility.focus_moves import FocusMoves
from accessibility.focus_scroll import SCROLL_VIEW
from accessibility.held_keys import HeldKeys
from accessibility.kivy_adapters import actions_of, is_hidden, node_of, perform
from accessibility.kivy_classes import adapter_for, is_kind, is_secret
from accessibility.kivy_containers import TURNED
from accessibility.kivy_focus import is_modal
from accessibility.providers.key_codes import is_text
from accessibility.roles import Action, Role

# SDL key codes as Kivy passes them (kivy.core.window.Keyboard.keycodes).
TAB, ENTER, ESCAPE, SPACE, NUMPAD_ENTER = 9, 13, 27, 32, 271
UP, DOWN, RIGHT, LEFT, HOME, END, PAGE_UP, PAGE_DOWN = 273, 274, 275, 276, 278, 279, 280, 281
_STEP = {UP: -1, LEFT: -1, DOWN: 1, RIGHT: 1}
PAGE = 10
"""Members of a list that the page keys move by, where the list is longer than that."""
_WITH_OTHERS = frozenset({"ctrl", "alt", "meta", "super", "compose"})


Offer = Callable[[bool, int, int, str | None, list[str]], bool]


class Keyboard:
    """Stands before Kivy's own handling of keys and passes on what it does not use."""

    def __init__(self, window: Any, focus: FocusManager, offer: Offer) -> None:
        self._window, self._focus, self._offer = window, focus, offer
        self._moves = FocusMoves(focus)
        self._used_up = False
        self._escape: list[Callable[[], bool]] = []
        self._space_on: Any | None = None
        self._held = HeldKeys()

    def start(self) -> None:
        self._window.bind(on_key_down=self._down, on_key_up=self._up, on_textinput=self._text)

    def close(self) -> None:
        self._window.unbind(on_key_down=self._down, on_key_up=self._up, on_textinput=self._text)

    def on_escape(self, handler: Callable[[], bool]) -> Callable[[], None]:
        """Ask `handler` on Escape, before those that came earlier; call the result to be asked no more."""
        self._escape.append(handler)
        return lambda: self._escape.remove(handler) if handler in self._escape else None

    def _down(self, window: Any, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        repeated = self._held.down(key)
        self._used_up = self._offered(True, key, scancode, text, modifiers)
        return self._used_up or (repeated and self._presses(key)) or self._use(key, modifiers)

    def _presses(self, key: int) -> bool:
        """Whether the key does something that must be done once, however long it is held: a hand may be slow."""
        widget: Any = self._focus.current
        breaks_line = is_kind(widget, "kivy.uix.textinput.TextInput") and widget.multiline
        return key == ESCAPE or (key in (ENTER, NUMPAD_ENTER) and not breaks_line)

    def _text(self, window: Any, text: str) -> bool:
        return self._used_up  # SDL sends what a key writes apart from the key

    def _offered(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        """The assistive technology comes first, but for what is typed into a secret."""
        current = self._focus.current
        if is_text(key) and current is not None and is_secret(current):
            return False
        return self._offer(pressed, key, scancode, text, list(modifiers or ()))

    def _use(self, key: int, modifiers: list[str]) -> bool:
        others = _WITH_OTHERS & set(modifiers or ())
        if others:
            return others == {"ctrl"} and key in (HOME, END) and self._corner(last=key == END)
        if key == TAB:
            return self._focus.move(-1 if "shift" in modifiers else 1) or True
        if key == ESCAPE:
            return self._escaped() or True  # never on to Kivy, which would end the program
        widget = self._focus.current
        if widget is None:
            return False
        if is_kind(widget, "kivy.uix.textinput.TextInput"):
            # One line has no pages of its own, and what stands above and below the field must be in reach.
            return key in (PAGE_UP, PAGE_DOWN) and not widget.multiline and self._page(widget, key)
        own = adapter_for(widget).keys(widget).get((key, "shift" in modifiers))
        if own is not None:
            own()
            return True
        return self._act(widget, key)

    def _act(self, widget: Any, key: int) -> bool:
        if key in (ENTER, NUMPAD_ENTER):
            return self._focus.press(widget)
        if key == SPACE:
            # Pressed on release: else the space itself would be typed into the field that the press leads to.
            self._space_on = widget
            return Action.CLICK in actions_of(widget)
        if key in _STEP:
            return self._arrow(widget, key)
        if key in (HOME, END):
            return self._end(widget, last=key == END)
        if key in (PAGE_UP, PAGE_DOWN):
            return self._page(widget, key)
        return False

    def _page(self, widget: Any, key: int) -> bool:
        """A page on in a long list, else the page around scrolls."""
        step = PAGE if key == PAGE_DOWN else -PAGE
        if self._focus.order.virtual_list(widget) is not None:
            return self._focus.move_within(step)
        _, members = self._focus.order.group_of(widget) or (None, [])
        if len(members) > PAGE:
            there = members.index(widget) + step
            return self._focus.focus(members[max(0, min(len(members) - 1, there))])
        return _scroll(widget, Action.SCROLL_DOWN if step > 0 else Action.SCROLL_UP) or _turn_page(widget, step > 0)

    def _arrow(self, widget: Any, key: int) -> bool:
        role = self._focus.order.role(widget)
        if role in (Role.SLIDER, Role.SPINBUTTON, Role.SEPARATOR):
            return perform(widget, Action.INCREMENT if key in (UP, RIGHT) else Action.DECREMENT)
        if role is Role.COMBOBOX and key == DOWN and perform(widget, Action.EXPAND):
            return True
        if role is Role.TREEITEM and key in (LEFT, RIGHT):
            return self._along_branch(widget, key)
        if key in (LEFT, RIGHT) and self._moves.in_item(_STEP[key]):
            return True
        if key in (UP, DOWN) and self._moves.to_row(_STEP[key]):
            return True
        if self._moves.in_table(_STEP[key], across=key in (LEFT, RIGHT)) or self._focus.move_within(_STEP[key]):
            return True
        return key in (UP, DOWN) and _scroll(widget, Action.SCROLL_DOWN if key == DOWN else Action.SCROLL_UP)

    def _along_branch(self, widget: Any, key: int) -> bool:
        """ARIA authoring practices, tree: right opens a branch and goes in, left closes it and goes out."""
        turn = Action.COLLAPSE if key == LEFT else Action.EXPAND
        return perform(widget, turn) or self._moves.along_branch(inwards=key == RIGHT)

    def _end(self, widget: Any, *, last: bool) -> bool:
        if self._focus.order.role(widget) is Role.SLIDER:
            ends = node_of(widget).range  # what is a slider need not be one of Kivy's, with ends of its own
            return ends is not None and perform(widget, Action.SET_VALUE, ends.high if last else ends.low)
        return self._focus.move_to_end(last) or self._moves.to_table_end(last=last, corner=False)

    def _corner(self, *, last: bool) -> bool:
        """In a table, to its first or last cell; a text has these keys for itself."""
        widget = self._focus.current
        is_text = widget is not None and is_kind(widget, "kivy.uix.textinput.TextInput")
        return not is_text and self._moves.to_table_end(last=last, corner=True)

    def _up(self, window: Any, key: int, scancode: int) -> bool:
        self._held.up(key)
        self._used_up = False  # what comes next without a key of its own is an input method's
        if self._offered(False, key, scancode, None, self._window.modifiers):
            return True
        if key == ESCAPE:
            return True  # Kivy would take the focus away
        if key != SPACE:
            return False
        widget, self._space_on = self._space_on, None
        return widget is not None and widget is self._focus.current and self._focus.press(widget)

    def _escaped(self) -> bool:
        if any(handler() for handler in reversed(list(self._escape))):
            return True
        shown = (child for child in self._window.children if not is_hidden(child))  # the topmost first
        top = next((child for child in shown if is_modal(child) or hasattr(child, "auto_dismiss")), None)
        if top is not None and getattr(top, "auto_dismiss", False):
            top.dismiss()
            return True
        return False


def _scroll(widget: Any, action: Action) -> bool:
    """Scroll the nearest ScrollView around the focus, so that text without controls can be reached."""
    above = widget.parent
    while above is not None and above is not above.parent:
        if is_kind(above, SCROLL_VIEW):
            return perform(above, action)
        above = above.parent
    return False


def _turn_page(widget: Any, on: bool) -> bool:
    """Turn the nearest carousel around the focus."""
    above = widget.parent
    while above is not None and above is not above.parent:
        if any(is_kind(above, kind) for kind in TURNED):
            return perform(above, Action.SCROLL_RIGHT if on else Action.SCROLL_LEFT)
        above = above.parent
    return False
