"""Parts: what a widget draws and has no widget for, a link in its text or a key, told and worked as if it had."""

from typing import Any, TypeVar

from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from accessibility.kivy_kinds import Adapter

_PARTS = "_a11y_drawn_parts"


class Part(Widget):  # type: ignore[misc]  # Kivy is untyped
    """Stands in the tree below its owner, and in none of Kivy's lists of children: touch goes to the owner as ever.

    It lives in the coordinates of the owner's children, and what marks it (the focus ring) is drawn with the owner.
    """

    text = StringProperty("")
    """What it is called."""

    def __init__(self, owner: Any, adapter: Adapter) -> None:
        super().__init__(size_hint=(None, None))
        self._a11y_place = adapter
        self.parent = self.owner = owner
        owner.canvas.add(self.canvas)

    def drop(self) -> None:
        """It is drawn no more."""
        self.owner.canvas.remove(self.canvas)


P = TypeVar("P", bound=Part)


def parts_of(owner: Any, kind: type[P], count: int, adapter: Adapter) -> list[P]:
    """So many parts of `owner`, told by `adapter`; those that it has already stay what they are."""
    had: list[P] = getattr(owner, _PARTS, [])
    now = [*had[:count], *(kind(owner, adapter) for _ in range(count - len(had)))]
    for part in now:
        part._a11y_place = adapter
        part.disabled = owner.disabled
    for gone in had[count:]:
        gone.drop()
    setattr(owner, _PARTS, now)
    return now
