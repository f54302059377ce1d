"""Look: the style that all widgets follow, live; change it and every widget draws itself anew."""

from __future__ import annotations

import weakref
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kivy.event import EventDispatcher
from kivy.properties import ObjectProperty
from kivy.utils import get_color_from_hex

from app.ui.style import Style


@lru_cache(maxsize=256)
def _parts(colour: str) -> tuple[float, ...]:
    return tuple(get_color_from_hex(colour))


class Look(EventDispatcher):
    """Holds the present :class:`Style` and tells every widget that follows it, in the order in which they came.

    Kivy's own binding compares each newcomer with all who came before: with a thousand widgets most of the time that
    a screen takes to be made went there.
    """

    style: Style = ObjectProperty(Style())

    def __init__(self, **kwargs: Any) -> None:
        self._followers: dict[int, weakref.ref[Styled]] = {}
        super().__init__(**kwargs)

    def follow(self, widget: Styled) -> None:
        """Restyle the widget now and at every change, as long as it lives."""
        number = id(widget)
        self._followers[number] = weakref.ref(widget, lambda _: self._followers.pop(number, None))
        widget.restyle(self.style)

    def on_style(self, _look: Look, style: Style) -> None:
        """Kivy calls this when the style has changed."""
        for follower in list(self._followers.values()):
            widget = follower()
            if widget is not None:
                widget.restyle(style)

    @property
    def theme(self) -> Any:
        """The present theme."""
        return self.style.theme

    def colour(self, token: str) -> list[float]:
        """A theme's colour as Kivy takes it: red, green, blue, alpha from 0 to 1."""
        return list(_parts(getattr(self.style.theme, token)))


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
        look.follow(self)

    def restyle(self, style: Style) -> None:
        """Take measures and colours from the style."""
