"""A window without a screen, as much of Kivy's as the accessibility engine uses."""

import time
from collections.abc import Callable, Iterator
from typing import Any

from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.event import EventDispatcher
from kivy.properties import BooleanProperty, ListProperty, NumericProperty
from kivy.uix.behaviors import FocusBehavior

from accessibility.bridge import AccessibilityBridge
from accessibility.node import Node
from accessibility.providers.log import LogProvider


class FakeKeyboard(EventDispatcher):
    __events__ = ("on_key_down", "on_key_up", "on_textinput")

    def __init__(self, window: "FakeWindow") -> None:
        super().__init__()
        self.window = window

    def on_key_down(self, *args: Any) -> None: ...
    def on_key_up(self, *args: Any) -> None: ...
    def on_textinput(self, *args: Any) -> None: ...

    def release(self) -> None:
        self.window.release_keyboard()


class FakeWindow(EventDispatcher):
    children = ListProperty([])
    size = ListProperty([800, 600])
    focus = BooleanProperty(True)
    left = NumericProperty(0)
    top = NumericProperty(0)
    modifiers = ListProperty([])
    dpi = NumericProperty(96.0)
    __events__ = ("on_key_down", "on_key_up", "on_textinput", "on_textedit", "on_resize", "on_move", "on_keyboard")

    def __init__(self) -> None:
        super().__init__()
        self._keyboard = FakeKeyboard(self)
        self._released: Callable[[], None] | None = None
        EventLoop.window = self

    @property
    def parent(self) -> "FakeWindow":
        return self  # as Kivy's window says of itself

    @property
    def width(self) -> float:
        return self.size[0]

    @property
    def height(self) -> float:
        return self.size[1]

    @property
    def center(self) -> tuple[float, float]:
        return self.width / 2, self.height / 2

    def on_keyboard(self, *args: Any) -> None: ...
    def on_key_down(self, *args: Any) -> None: ...
    def on_key_up(self, *args: Any) -> None: ...
    def on_textinput(self, *args: Any) -> None: ...
    def on_textedit(self, *args: Any) -> None: ...
    def on_resize(self, *args: Any) -> None: ...
    def on_move(self, *args: Any) -> None: ...

    def mainloop(self) -> None:
        """Nothing comes but what a test dispatches."""

    def get_root_window(self) -> "FakeWindow":
        return self

    def get_parent_window(self) -> "FakeWindow":
        return self

    def to_window(self, x: float, y: float, **_: Any) -> tuple[float, float]:
        return x, y

    def to_widget(self, x: float, y: float, **_: Any) -> tuple[float, float]:
        return x, y

    def request_keyboard(self, callback: Callable[[], None], target: Any, **_: Any) -> FakeKeyboard:
        self.release_keyboard()
        self._released = callback
        return self._keyboard

    def release_keyboard(self, target: Any = None) -> None:
        callback, self._released = self._released, None
        if callback is not None:
            callback()

    def add_widget(self, widget: Any) -> None:
        widget.parent = self
        self.children.insert(0, widget)

    def remove_widget(self, widget: Any) -> None:
        if widget not in self.children:
            return  # as Kivy's window does
        self.children.remove(widget)
        widget.parent = None

    def press(self, key: int, *modifiers: str) -> bool:
        """A key down and up again; whether it was used."""
        used = bool(self.dispatch("on_key_down", key, 0, None, list(modifiers)))
        return bool(self.dispatch("on_key_up", key, 0)) or used


class Stage:
    """A bridge on a fake window with a log for an audience."""

    def __init__(self, *widgets: Any, listening: bool = True) -> None:
        self.window = FakeWindow()
        self.log = LogProvider(is_listening=listening)
        self.bridge = AccessibilityBridge(self.window, "Test", self.log)
        for widget in widgets:
            self.window.add_widget(widget)
        frame()
        self.bridge.start()
        frame()

    @property
    def focus(self) -> str:
        """The name of what the platform was told to have the focus."""
        node = self.log.focus_node
        return node.name if node is not None else ""

    def ask(self, widget: Any, action: str, *values: Any) -> None:
        """What an assistive technology asks, done by the next frame."""
        self.bridge.perform(widget.uid, action, *values)
        frame()

    def node(self, widget: Any) -> Node:
        """What the platform was told of the widget, by way of updates alone."""
        return self.log.nodes[widget.uid]

    def only(self, role: str, name: str = "") -> Node:
        """The node of that role, and name if one is given."""
        node = self.log.find(role, name)
        assert node is not None, f"no {role} {name!r} in {[(n.role, n.name) for n in self.log.nodes.values()]}"
        return node

    def close(self) -> None:
        current = self.bridge.focus.current
        if isinstance(current, FocusBehavior):
            current.focus = False
        self.bridge.close()


def frames(seconds: float = 5.0) -> Iterator[None]:
    """Frame after frame, for what takes Kivy some time; the caller leaves when it has come."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        frame()
        yield


def frame(count: int = 2) -> None:
    """Let Kivy do what it has put off: layouts and timers that are due."""
    for _ in range(count):
        Clock._max_fps = 0
        Clock.tick()
        Clock.tick_draw()
