"""ScanLayer: scanning on a Kivy window: switches come in, the mark goes out, what is chosen is done."""

import time
from collections.abc import Callable
from typing import Any, Protocol

from kivy.clock import Clock

from accessibility.focus_scroll import scroll_into_view, settle
from accessibility.kivy_adapters import perform
from accessibility.kivy_lists import view_around
from accessibility.roles import Action, Role
from accessibility.shortcuts import Chord
from accessibility.switch.plan import make_plan, start_of
from accessibility.switch.presses import Presses, Switch
from accessibility.switch.scanner import Mark, Scanner
from accessibility.switch.settings import SwitchSettings
from accessibility.targets import TURNS, Target

TICK = 1 / 30
LOOK = 0.1
"""Seconds between two looks at the screen."""

AT_ONCE = 3
"""Looks after scrolling that do not wait: what was scrolled is told where it stands by the second picture at the
latest, and a look may come just before."""

SETTLING = 3.0
"""Seconds for which what is newly marked is kept in view."""


class Hooks(Protocol):
    """What the application does."""

    def marked(self, mark: Mark | None, *, moved: bool) -> None:
        """Paint the mark; `moved`: it is on something else than before."""

    def stays(self, widget: Any) -> bool:
        """Whether scanning goes on where this stands when it was chosen, for it scrolls what is read elsewhere: to mark
        the beginning again would scroll back to it."""

    def write(self, field: Any) -> None:
        """A text field was chosen: let it be written in by scanning."""


class ScanLayer:
    """Takes the switches' keys and the pointer for itself as long as it is started."""

    def __init__(
        self,
        bridge: Any,
        settings: SwitchSettings,
        hooks: Hooks,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bridge, self._window, self._hooks, self._now = bridge, bridge.window, hooks, now
        self.settings = settings
        self._presses = Presses(settings)
        self.scanner = Scanner(settings)
        self._looked, self._at_once = float("-inf"), 0
        self._mark: Mark | None = None
        self._in_view_until = 0.0
        self._turned = 0
        """The list that was scrolled last: scanning goes on in it."""
        self._swallow = False
        self._ticking: Any = None
        self._events = {
            "on_key_down": self._key_down,
            "on_key_up": self._key_up,
            "on_textinput": self._text,
            "on_touch_down": self._touch_down,
            "on_touch_move": self._touch_move,
            "on_touch_up": self._touch_up,
            "focus": self._window_focus,
        }

    def start(self) -> None:
        """Take the switches and mark the first group."""
        self._window.bind(**self._events)
        self._ticking = Clock.schedule_interval(lambda dt: self.tick(), TICK)
        self._look(self._now())
        self.scanner.begin(self._now())
        self._show()

    def close(self) -> None:
        """Give everything back."""
        self._window.unbind(**self._events)
        if self._ticking is not None:
            self._ticking.cancel()
        self.scanner.rest()
        self._show()

    def tick(self) -> None:
        """Time has passed."""
        now = self._now()
        if (counted := self._presses.tick(now)) is not None:
            self._count(counted, now)
        if self._at_once or now - self._looked >= LOOK:
            self._at_once = max(0, self._at_once - 1)
            self._look(now)
            self._keep_in_view()
        if (chosen := self.scanner.tick(now)) is not None:
            self._do(chosen)
        self._show()

    # -- switches --------------------------------------------------------------------------------------

    def _switch_of(self, key: int, modifiers: list[str]) -> Switch | None:
        chord = Chord.of(key, modifiers)
        pressed = str(chord) if chord is not None else ""
        if pressed == "Num Enter":
            pressed = "Enter"
        if pressed == self.settings.select_key:
            return Switch.SELECT
        if pressed == self.settings.next_key:
            return Switch.NEXT if self.settings.switches == 2 else Switch.SELECT
        return None

    def _key_down(self, window: Any, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        switch = self._switch_of(key, modifiers)
        self._swallow = switch is not None
        if switch is not None:
            self._counted(self._presses.down(switch, self._now()))
        return self._swallow

    def _key_up(self, window: Any, key: int, scancode: int) -> bool:
        switch = self._switch_of(key, [])
        if switch is not None:
            self._counted(self._presses.up(switch, self._now()))
        return switch is not None

    def _window_focus(self, window: Any, focused: bool) -> None:
        """What is down comes up in another window, which tells nobody: it would count as held, and the next press as
        its repetition."""
        if not focused:
            self._presses.forget()
            self._swallow = False

    def _text(self, window: Any, text: str) -> bool:
        return self._swallow  # what the switch's key would write

    def _touch_down(self, window: Any, touch: Any) -> bool:
        if self._is_switch(touch):
            self._counted(self._presses.down(Switch.SELECT, self._now()))
        return self.settings.pointer

    def _touch_move(self, window: Any, touch: Any) -> bool:
        return self.settings.pointer

    def _touch_up(self, window: Any, touch: Any) -> bool:
        if self._is_switch(touch):
            self._counted(self._presses.up(Switch.SELECT, self._now()))
        return self.settings.pointer

    def _is_switch(self, touch: Any) -> bool:
        return self.settings.pointer and not getattr(touch, "is_mouse_scrolling", False)

    def _counted(self, switch: Switch | None) -> None:
        if switch is not None:
            self._count(switch, self._now())

    def _count(self, switch: Switch, now: float) -> None:
        """A press counts for the mark that was seen: when that has gone, what is marked instead waits for another."""
        self._look(now)
        if _what(self.scanner.mark) == _what(self._mark):
            chosen = self.scanner.press(switch, now)
            if chosen is not None:
                self._do(chosen)
        self._show()

    # -- the screen ------------------------------------------------------------------------------------

    def _look(self, now: float) -> None:
        self._looked = now
        tree = self._bridge.tree
        self._bridge.flush()
        plan = make_plan(tree.nodes, tree.root)
        holding = ((at, group) for at, group in enumerate(plan) if group.holds(self._turned))
        turned = next((at - max(0, group.part - 1) for at, group in holding), None)  # the first part of its group
        start = start_of(plan, tree.nodes, tree.root, tree.focus) if turned is None else turned
        self.scanner.show(plan, start, now)

    def _do(self, target: Target) -> None:
        """Fields, radio buttons… take the focus, so that scanning goes on from there; a button may be pressed again."""
        tree = self._bridge.tree
        widget = tree.widget(target.id)
        if widget is None:
            return
        self._turned = target.id if target.action in TURNS or self._hooks.stays(widget) else 0
        if tree.nodes[target.id].role is not Role.BUTTON:
            self._bridge.focus.focus(widget)
        if target.action is Action.FOCUS:
            self._hooks.write(widget)
        else:
            self._bridge.focus.press(widget) if target.action is Action.CLICK else perform(widget, target.action)
        self._look(self._now())
        self.scanner.begin_again(self._now())

    def _show(self) -> None:
        mark, before = self.scanner.mark, self._mark
        if mark == before:
            return
        self._mark = mark
        moved = _what(mark) != _what(before)
        if moved:
            self._in_view_until = self._now() + SETTLING
            self._keep_in_view()
            self._at_once = AT_ONCE  # in the next frames it stands where it was scrolled to: paint it there
        self._hooks.marked(mark, moved=moved)

    def _keep_in_view(self) -> None:
        """For a while: a page that has just come may still be scrolled by the application."""
        if self._mark is not None and self._now() < self._in_view_until:
            self._bring_into_view(self._mark)

    def _bring_into_view(self, mark: Mark) -> None:
        """A group from its end to its beginning, so that the beginning is seen in any case."""
        items = (mark.item,) if mark.item is not None else (mark.group.items[-1], mark.group.items[0])
        for item in items:
            widget = self._bridge.tree.widget(item.id)
            if mark.item is None and item.position and widget is not None:
                widget = view_around(widget)  # the whole list: its rows are in sight, and it has just been scrolled
            if widget is not None:
                scroll_into_view(widget)
                settle(widget)


def _what(mark: Mark | None) -> object:
    """What a mark is on, wherever that is now."""
    if mark is None:
        return None
    return mark.level, mark.group.items[0].place, (mark.item.place, mark.item.action) if mark.item else None
