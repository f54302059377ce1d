"""Cover: a ground over the whole window with keys on it; what is behind is neither reached nor told meanwhile."""

from __future__ import annotations

from typing import Any

from kivy.core.window import Window
from kivy.graphics import Color, Rectangle
from kivy.uix.boxlayout import BoxLayout

from accessibility.kivy_behavior import AccessibleBehavior
from app.ui.look import Look, Styled
from app.ui.style import Style
from app.ui.widgets.layout import Page


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

    ``share``: the keys' part of the window's height, or of the width of a window wider than high.
    """

    def __init__(self, look: Look, name: str, share: tuple[float, float]) -> None:
        self._share = share
        super().__init__(look, name)
        self.told = Page(look)
        self.rows = BoxLayout(orientation="vertical")
        self._whole = BoxLayout()
        self._whole.add_widget(self.told)
        self._whole.add_widget(self.rows)
        self.add_widget(self._whole)
        self.bind(size=self._arrange)
        self.restyle(look.style)

    def add_message(self, message: Any) -> None:
        """Show a message that stands nowhere else above what is told, which can be scrolled."""
        column = self.told.column
        column.add_widget(message, index=len(column.children))
        self.told.scroll_y = 1.0

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_whole"):
            for box in (self._whole, self.rows):
                box.spacing = style.px(8)

    def _arrange(self, *_: Any) -> None:
        wide = self.width > self.height * 1.2
        self._whole.orientation = "horizontal" if wide else "vertical"
        high, across = self._share
        self.rows.size_hint = (across, 1) if wide else (1, high)
        self.told.size_hint = (1 - across, 1) if wide else (1, 1 - high)
