"""AccessibilityBridge: the one object an application makes to be accessible."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from kivy.app import App
from kivy.clock import Clock

from accessibility.announcer import Announcer, Message
from accessibility.composing import Composing
from accessibility.edges import Edge, Point
from accessibility.focus import FocusManager
from accessibility.focus_scroll import scroll_into_view
from accessibility.keyboard import Keyboard
from accessibility.kivy_adapters import perform
from accessibility.kivy_edges import scroll_to_place
from accessibility.kivy_lists import show_item
from accessibility.kivy_moved import Places
from accessibility.kivy_text_scroll import scroll_to_characters
from accessibility.kivy_tree import WidgetTree
from accessibility.loop import WakeOnInput
from accessibility.node import Node
from accessibility.providers.base import Provider
from accessibility.roles import Action
from accessibility.screen_news import ScreenNews
from accessibility.tree import Changes

_ACTIONS = frozenset(Action)
AT_REST = 0.15
"""Seconds without scrolling after which it is told where the things are that are out of sight."""


class AccessibilityBridge:
    """Joins a Kivy window to a provider. Everything but `perform` and `listening` is the main thread's."""

    def __init__(self, window: Any, title: str | None, provider: Provider) -> None:
        """`title` None (Kivy's `App.title`, if the program has not set it) takes what the frame shows."""
        self.window, self.provider = window, provider
        self.announcer = Announcer()
        self._listening = False
        self._loop = WakeOnInput(Clock)
        self._flush_soon = Clock.create_trigger(lambda dt: self.flush(Places.IN_SIGHT), 0)
        self._at_rest = Clock.create_trigger(lambda dt: self.flush(Places.SOME), AT_REST)
        self._go_on = Clock.create_trigger(lambda dt: self.flush(Places.SOME), 0)
        self.tree = WidgetTree(window, title or _title_of(window), self._went_stale, self._focus_changed)
        self.focus = FocusManager(self.tree, self._tell_focus, partial(self.flush, Places.NONE))
        self.keyboard = Keyboard(window, self.focus, provider.key)
        self.on_secret_composed: Callable[[Any], object] = lambda field: None
        self.composing = Composing(window, lambda: self.focus.current, lambda field: self.on_secret_composed(field))
        self._screens = ScreenNews(self.tree, lambda: self.focus.current, self.announce)
        self.announcer.listen(self._announce)

    @property
    def title(self) -> str:
        """The window's name as it is told; change it with every screen (WCAG 2.4.2)."""
        return self.tree.title

    @title.setter
    def title(self, title: str | None) -> None:
        self.tree.title = title or _title_of(self.window)

    @property
    def nodes(self) -> dict[int, Node]:
        """What is told now."""
        return self.tree.nodes

    def start(self) -> None:
        """Watch the window and begin to tell; call it when the window exists (`App.on_start`)."""
        self._loop.start()
        self.keyboard.start()
        self.composing.start()
        self.window.bind(focus=self._window_focus, on_resize=self._window_moved, on_move=self._window_moved)
        self.flush()
        self.provider.start(self, self.window)
        self._window_moved()
        self._window_focus(self.window, self.window.focus)

    def close(self) -> None:
        """Stop watching and telling."""
        self._flush_soon.cancel()
        self._at_rest.cancel()
        self._go_on.cancel()
        self.window.unbind(focus=self._window_focus, on_resize=self._window_moved, on_move=self._window_moved)
        self.composing.close()
        self.keyboard.close()
        self.focus.close()
        self._loop.close()
        self.tree.close()
        self.provider.close()

    def announce(self, text: str, *, assertive: bool = False) -> None:
        """Tell a message that belongs to no widget; `assertive` interrupts what is being read."""
        self.announcer.announce(text, assertive=assertive)

    def on_escape(self, handler: Callable[[], bool]) -> Callable[[], None]:
        return self.keyboard.on_escape(handler)

    def flush(self, places: Places = Places.ALL) -> None:
        """Tell now what has changed since the last time."""
        changes = self.tree.refresh(places)
        self._tell_far_later(places)
        there = self.focus.moved_to()
        if changes is not None and there is not None:  # told at once, or another item would be told as focused
            self.tree.focus = there.uid
            changes = replace(changes, focus=there.uid)
        if changes is not None and self._listening:
            self.provider.update(changes)
        for widget in self.tree.take_focused_early():
            self.focus.changed(widget, True)
        if changes is None:
            return
        self._keep_focus(changes, there)
        self._screens.look(changes.nodes, changes.removed)

    def _keep_focus(self, changes: Changes, there: Any | None) -> None:
        if (
            there is not None
            or changes.removed
            or self.focus.is_awaited
            or any(node.id == changes.root for node in changes.nodes)
        ):
            self.focus.keep()

    def _tell_far_later(self, places: Places) -> None:
        """While it scrolls on, what is out of sight waits; then it is told a little with each frame.

        Whatever else changes meanwhile, a caption word by word, does not put it off.
        """
        away = self.tree.away
        moving = away.take_moving()
        if moving or not away.has_far:
            self._at_rest.cancel()
            self._go_on.cancel()
        if moving:
            self._at_rest()
        elif places is Places.SOME and away.has_far:
            self._go_on()

    def _announce(self, message: Message) -> None:
        if not (message.elsewhere or message.by_focus):
            self.provider.announce(message.text, assertive=message.assertive)

    # -- Host: called by the provider from any thread ------------------------------------------------

    def listening(self, on: bool) -> None:
        Clock.schedule_once(lambda dt: self._listen(on), -1)
        self._loop.wake()

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        Clock.schedule_once(lambda dt: self._perform(target, action, values, still), -1)
        self._loop.wake()

    def afterwards(self, then: Callable[[], object]) -> None:
        Clock.schedule_once(lambda dt: self._after_all(then), -1)
        self._loop.wake()

    def _listen(self, on: bool) -> None:
        self.flush()
        self._listening = on
        if on:
            self.provider.update(self.tree.everything())

    def _perform(self, target: int, action: str, values: tuple[Any, ...], still: Callable[[], bool]) -> None:
        self.flush()  # the id may be of something that has gone since it was asked
        if not still():
            return
        widget = self.tree.widget(target)
        if widget is None or widget is self.window or action not in _ACTIONS:
            return
        if action == Action.FOCUS:
            self.focus.focus(widget)
        elif action == Action.SCROLL_INTO_VIEW:
            _scroll_to(widget, *values)
        elif action == Action.CLICK:
            self.focus.press(widget)
        else:
            perform(widget, action, *values)

    def _after_all(self, then: Callable[[], object]) -> None:
        self.flush(Places.IN_SIGHT)
        then()

    # -- followed ------------------------------------------------------------------------------------

    def _went_stale(self) -> None:
        self._loop.hurry()
        self._flush_soon()

    def _focus_changed(self, widget: Any, focused: bool) -> None:
        if not focused:
            self.composing.left(widget)
        self.focus.changed(widget, focused)

    def _tell_focus(self, widget: Any | None) -> None:
        """At once: a reader's user waits for this."""
        changes = self.tree.refresh(Places.NONE)
        here = widget is not None and self.tree.widget(widget.uid) is widget
        self.tree.focus = widget.uid if here and widget is not None else self.tree.root
        if self._listening:
            nodes, removed = (changes.nodes, changes.removed) if changes is not None else ((), ())
            self.provider.update(Changes(self.tree.root, self.tree.focus, nodes, removed))
            self._loop.reader_first()
        if changes is not None:
            self._screens.look(changes.nodes, changes.removed)

    def _window_focus(self, window: Any, focused: bool) -> None:
        self.provider.window_focus(bool(focused))

    def _window_moved(self, *_: Any) -> None:
        left, top = self.window.left, self.window.top
        width, height = self.window.size
        self.provider.window_moved(float(left), float(top), float(width), float(height))


def _scroll_to(widget: Any, *part: Any) -> None:
    """part: see `Action`."""
    if part and isinstance(part[0], Edge | Point):
        scroll_to_place(widget, part[0])
        return
    if len(part) == 2:
        scroll_to_characters(widget, *part)
        return
    scroll_into_view(widget)
    if part:
        show_item(widget, part[0])


def _title_of(window: Any) -> str:
    """What the window's frame shows: Kivy writes the program's name there and keeps `Window.title` as it was."""
    program = App.get_running_app()
    return str(program.get_application_name() if program is not None else window.title)
