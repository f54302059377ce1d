"""Focus for widgets that Kivy gives none: a stand-in holds the keyboard for them, and a ring shows where it is."""

from collections.abc import Callable, Iterator
from typing import Any

from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Line
from kivy.metrics import dp
from kivy.uix.behaviors import FocusBehavior
from kivy.uix.widget import Widget

from accessibility.kivy_classes import adapter_for, is_kind

_MODAL_VIEW = "kivy.uix.modalview.ModalView"

WHITE, BLACK, OUT = 3.0, 2.0, 1.0
"""In dp: a white line between two black ones is seen on any ground (WCAG 2.4.13: at least 2 px that change by 3:1), and
how much of the ring stands outside the widget."""


def can_focus(widget: Any) -> bool:
    """Whether the focus can be there now: by the widget's own behaviour, or by the stand-in."""
    if widget.disabled:
        return False
    if isinstance(widget, FocusBehavior):
        return bool(widget.is_focusable)
    return adapter_for(widget).can_focus(widget) or (is_modal(widget) and not holds(widget, can_focus))


def is_stop(widget: Any) -> bool:
    """Whether Tab stops at the widget, when it can have the focus."""
    return bool(getattr(widget, "a11y_tab_stop", adapter_for(widget).tab_stop))


def is_modal(widget: Any) -> bool:
    """Whether everything beside the widget is out of reach while it is there."""
    return is_kind(widget, _MODAL_VIEW) or bool(getattr(widget, "a11y_modal", False))


def holds(widget: Any, wanted: Callable[[Any], bool]) -> bool:
    """Whether there is something of the kind inside. A dialog in which nothing can have the focus has it itself, or
    nobody would hear of it; what scrolls and holds no Tab stop is one itself, or no key would scroll it.
    """
    children = getattr(widget, "a11y_children", None)
    inside = children() if children is not None else adapter_for(widget).children(widget)
    shown = (child for child in inside if child.opacity and not getattr(child, "a11y_hidden", False))
    return any(wanted(child) or holds(child, wanted) for child in shown)


def _moving(widget: Any) -> Iterator[tuple[Any, str]]:
    """What moves the widget in the window and not in its parent: where what is around it stands and how it scrolls."""
    above = widget.parent
    while isinstance(above, Widget):
        adapter = adapter_for(above)
        names = ("pos", "size", *adapter.watch) if adapter.moves_children else ("pos",)
        yield from ((above, name) for name in names if above.property(name, quiet=True) is not None)
        above = above.parent


class Ring(InstructionGroup):  # type: ignore[misc]  # Kivy is untyped
    """A white line on a wider black one around one widget; they follow it.

    Lines and edges are whole pixels of the window, however far what is around it has scrolled: a line that lies between
    two is blurred to less than 3:1.
    """

    def __init__(self, widget: Any) -> None:
        super().__init__()
        self._widget = widget
        white, black = max(2, round(dp(WHITE))), max(2, round(dp(BLACK)))
        self._thick = white + 2 * black
        self._lines = []
        for thick, shade in ((self._thick, 0), (white, 1)):
            self.add(Color(shade, shade, shade, 1))
            line = Line(width=thick / 2, close=True, joint="miter")
            self._lines.append(line)
            self.add(line)
        widget.canvas.after.add(self)
        # Before the next picture, and behind a ScrollView, which moves what is in it at that time.
        soon = Clock.create_trigger(self._follow, -1)
        self._bound = [(widget, name, widget.fbind(name, self._follow)) for name in ("pos", "size")]
        self._bound += [(above, name, above.fbind(name, soon)) for above, name in _moving(widget)]
        self._follow()

    def _follow(self, *_: Any) -> None:
        widget, inset = self._widget, self._thick / 2 - round(dp(OUT))
        x, y = widget.to_window(*widget.pos)
        across, up = widget.x - x, widget.y - y
        left, right = round(x) + across, round(x + widget.width) + across
        bottom, top = round(y) + up, round(y + widget.height) + up
        width, height = max(1.0, right - left - 2 * inset), max(1.0, top - bottom - 2 * inset)
        for line in self._lines:
            line.rectangle = (left + inset, bottom + inset, width, height)

    def remove(self) -> None:
        for widget, name, handle in self._bound:
            widget.unbind_uid(name, handle)
        self._widget.canvas.after.remove(self)


class StandIn(FocusBehavior, Widget):  # type: ignore[misc]  # Kivy is untyped
    """Has Kivy's focus in the place of a widget that is no FocusBehavior; it is in no window itself.

    `on_changed(widget, focused)` is called as the tree calls for widgets with a focus of their own.
    """

    def __init__(self, on_changed: Callable[[Any, bool], object]) -> None:
        super().__init__(unfocus_on_touch=False)
        self.target: Any | None = None
        self._ring: Ring | None = None
        self._on_changed = on_changed

    def holds(self, widget: Any) -> bool:
        """Whether the focus is there by way of this."""
        return bool(self.focus) and self.target is widget

    def take(self, widget: Any) -> bool:
        """Give the focus to `widget`."""
        if not self.holds(widget):
            self._show(widget)
            self.focus = True
            if self.focus:
                self._on_changed(widget, True)
        return bool(self.focus)

    def leave(self) -> None:
        """Give the focus up; whoever holds it no longer by way of this is told."""
        self.focus = False

    def on_focus(self, _: Any, focused: bool) -> None:
        if not focused:
            left = self.target
            self._show(None)
            if left is not None:
                self._on_changed(left, False)

    def _show(self, widget: Any | None) -> None:
        if self._ring is not None:
            self._ring.remove()
        if self.target is not None:
            self.target.unbind(disabled=self._target_disabled)
        # What is out of sight, an item of a long list, is no widget and has nothing to draw on.
        self._ring = Ring(widget) if isinstance(widget, Widget) else None
        self.target = widget
        if widget is not None:
            widget.bind(disabled=self._target_disabled)

    def _target_disabled(self, _: Any, disabled: bool) -> None:
        if disabled:
            self.leave()
