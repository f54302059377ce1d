"""A pointer in a window without a screen: it tells what Kivy's window tells of one, and touches go to the widgets."""

from typing import Any

from kivy.base import EventLoop
from kivy.input.providers.mouse import MouseMotionEvent
from kivy.properties import ObjectProperty

from tests.accessibility.fake_window import FakeWindow

Place = tuple[float, float]


class PointerWindow(FakeWindow):
    """A `FakeWindow` with a mouse; the methods below are the customer's hand."""

    mouse_pos = ObjectProperty((0, 0))
    __events__ = (
        "on_cursor_enter", "on_cursor_leave", "on_mouse_down", "on_mouse_up", "on_motion", "on_touch_down",
        "on_touch_move", "on_touch_up",
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        EventLoop.add_event_listener(self)
        self._pressed: Any = None

    def close(self) -> None:
        """No touches come here any more."""
        EventLoop.remove_event_listener(self)

    def on_cursor_enter(self, *args: Any) -> None: ...
    def on_cursor_leave(self, *args: Any) -> None: ...
    def on_mouse_down(self, *args: Any) -> None: ...
    def on_mouse_up(self, *args: Any) -> None: ...

    def on_motion(self, kind: str, touch: Any) -> None:
        self.transform_motion_event_2d(touch)
        self.dispatch({"begin": "on_touch_down", "update": "on_touch_move", "end": "on_touch_up"}[kind], touch)

    def on_touch_down(self, touch: Any) -> bool:
        return any(child.dispatch("on_touch_down", touch) for child in self.children[:])

    def on_touch_move(self, touch: Any) -> bool:
        return any(child.dispatch("on_touch_move", touch) for child in self.children[:])

    def on_touch_up(self, touch: Any) -> bool:
        return any(child.dispatch("on_touch_up", touch) for child in self.children[:])

    def to_normalized_pos(self, x: float, y: float) -> Place:
        return x / (self.width - 1), y / (self.height - 1)

    def transform_motion_event_2d(self, touch: Any, widget: Any = None) -> None:
        touch.scale_for_screen(*self.size)

    # -- the hand ---------------------------------------------------------------------------------------

    def point(self, place: Place) -> None:
        """Move there; with a button down it is a drag. Kivy tells nothing of a move to where it is."""
        self.mouse_pos = place
        if self._pressed is not None:
            self._pressed.move(self.to_normalized_pos(*place))
            EventLoop.post_dispatch_input("update", self._pressed)

    def hold(self, button: str = "left") -> None:
        """Press a button."""
        self.dispatch("on_mouse_down", *self.mouse_pos, button, [])
        where = self.to_normalized_pos(*self.mouse_pos)
        self._pressed = MouseMotionEvent("mouse", button, (*where, button), is_touch=True, type_id="touch")
        EventLoop.post_dispatch_input("begin", self._pressed)

    def release(self) -> None:
        """Let it go."""
        touch, self._pressed = self._pressed, None
        self.dispatch("on_mouse_up", *self.mouse_pos, touch.button, [])
        EventLoop.post_dispatch_input("end", touch)

    def wheel(self) -> None:
        """One notch down."""
        self.hold("scrolldown")
        self.release()
