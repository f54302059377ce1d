"""Look: the style that all widgets follow, live; change it and every widget draws itself anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.event import EventDispatcher
from kivy.properties import ObjectProperty
from kivy.utils import get_color_from_hex

from app.ui.style import Style


class Look(EventDispatcher):
    """Holds the present :class:`Style`."""

    style: Style = ObjectProperty(Style())

    @property
    def theme(self) -> Any:
        """The present theme."""
        return self.style.theme

    def colour(self, token: str) -> list[float]:
        """A theme's colour as Kivy takes it: red, green, blue, alpha from 0 to 1."""
        found: list[float] = get_color_from_hex(getattr(self.style.theme, token))
        return found


__all__ = ["Look", "Mixed", "Styled"]

if TYPE_CHECKING:
    from kivy.uix.label import Label as Mixed  # what a mixin may use of the widget that it is mixed into
else:
    Mixed = object


class Styled(Mixed):
    """Mixin, put first: the widget is given a ``look`` and is told in :meth:`restyle` whenever it changes."""

    def __init__(self, look: Look, **kwargs: Any) -> None:
        self.look = look
        super().__init__(**kwargs)
        look.bind(style=self._on_style)
        self.restyle(look.style)

    def _on_style(self, _look: Look, style: Style) -> None:
        self.restyle(style)

    def restyle(self, style: Style) -> None:
        """Take measures and colours from the style."""
