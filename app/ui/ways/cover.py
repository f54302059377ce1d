"""Cover: a ground over the whole window with keys on it; what is behind is neither reached nor told meanwhile."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.graphics import Color, Rectangle
from kivy.uix.boxlayout import BoxLayout

from accessibility.kivy_behavior import AccessibleBehavior
from app.ui.look import Look, Styled
from app.ui.style import Style
from app.ui.widgets.layout import Page

GAP = 8.0
"""Between rows of keys, and between them and what is told, in dp."""

WIDE = 1.2
"""So many times as wide as high is a window in which what is told stands beside the keys."""

LOW = (13, 11)
"""So many targets high is a window at least, or one that is wider than high, in which there is room for everything."""


def is_low(width: float, height: float, style: Style) -> bool:
    """Whether a window has no room for a strip of several lines beside keys and what is told; pixels."""
    return height < LOW[width > height * WIDE] * style.target


class Cover(Styled, AccessibleBehavior, BoxLayout):
    """A modal dialog as large as the window. ``name`` is told when it comes."""

    a11y_role = "dialog"
    a11y_modal = True

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look=look, orientation="vertical", size_hint=(1, 1))
        self.a11y_name = name
        with self.canvas.before:
            self._ground_colour = Color()
            self._ground = Rectangle()
        self.bind(pos=self._lay_ground, size=self._lay_ground)
        self.restyle(look.style)

    @property
    def paged(self) -> Any | None:
        """What the page buttons scroll, if anything."""
        return None

    @property
    def is_open(self) -> bool:
        return self.parent is not None

    def open(self) -> None:
        """Lay it over the window."""
        if not self.is_open:
            Window.add_widget(self)

    def close(self) -> None:
        """Take it off."""
        if self.is_open:
            Window.remove_widget(self)

    def add_strip(self, strip: Any) -> None:
        """Keep the strip of a way in sight, at the foot."""
        self.add_widget(strip)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_ground"):
            self._ground_colour.rgba = self.look.colour("page")
            side = style.px(12)
            self.padding, self.spacing = (side, side), style.px(6)

    def on_touch_down(self, touch: Any) -> bool:
        super().on_touch_down(touch)
        return True  # nothing behind is touched

    def on_touch_move(self, touch: Any) -> bool:
        super().on_touch_move(touch)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        super().on_touch_up(touch)
        return True

    def _lay_ground(self, *_: Any) -> None:
        self._ground.pos, self._ground.size = self.pos, self.size


class KeysCover(Cover):
    """A cover with what is told on a page, and keys that never change their place, whatever is told meanwhile.

    ``share``: the keys' part of the window's height, or of the width of a window wider than high. No row of keys is
    lower than a target, however low the window: what is told gets what they leave, and is scrolled.
    """

    def __init__(self, look: Look, name: str, share: tuple[float, float]) -> None:
        self._share = share
        self._message: Any = None
        super().__init__(look, name)
        self.told = Page(look)
        self.rows = BoxLayout(orientation="vertical")
        self._whole = BoxLayout()
        self._whole.add_widget(self.told)
        self._whole.add_widget(self.rows)
        self.add_widget(self._whole)
        again = Clock.create_trigger(self._arrange, -1)
        self._whole.bind(size=again)
        self.rows.bind(children=again)
        self.restyle(look.style)

    @property
    def _is_wide(self) -> bool:
        """What is told stands beside the keys, not above them."""
        return bool(self.width > self.height * WIDE)

    @property
    def paged(self) -> Any | None:
        """What is told while a warning stands there, so that its button can be reached; else what holds the keys."""
        message = self._message
        warned = message is not None and message.parent is self.told.column and message.warns
        return self.told if warned and self.told.column.height > self.told.height + 1 else self.paged_keys

    @property
    def paged_keys(self) -> Any | None:
        """What holds keys that may not all fit."""
        return None

    def add_message(self, message: Any) -> None:
        """Show a message that stands nowhere else above what is told, which can be scrolled."""
        self._message = message
        column = self.told.column
        column.add_widget(message, index=len(column.children))
        self.told.scroll_y = 1.0

    def bring(self, widget: Any) -> None:
        """Scroll what is told to a part of it that has changed, as soon as it stands where it will."""
        Clock.schedule_once(lambda _: self._bring(widget))

    def _bring(self, widget: Any) -> None:
        told = self.told
        if self.is_open and told.column.height > told.height:
            told.scroll_to(widget, padding=0, animate=False)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_whole"):
            for box in (self._whole, self.rows):
                box.spacing = style.px(GAP)
            self._arrange()

    def _arrange(self, *_: Any) -> None:
        wide = self._is_wide
        self._whole.orientation = "horizontal" if wide else "vertical"
        high, across = self._share
        self.told.size_hint = (1 - across, 1) if wide else (1, 1)
        if wide:
            self.rows.size_hint = (across, 1)
            return
        gap, room = float(self._whole.spacing), float(self._whole.height)
        least = self._least_keys()
        most = max(least, room - gap - self.look.style.target)
        self.rows.size_hint = (1, None)
        self.rows.height = min(most, max(least, room * high))

    def _least_keys(self) -> float:
        """Pixels that the rows are high at least, each a target."""
        rows = self.rows.children
        return sum(float(row.size_hint_min_y or 0) for row in rows) + float(self.rows.spacing) * max(0, len(rows) - 1)
