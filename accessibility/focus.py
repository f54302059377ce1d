"""The one focus manager: who has the focus, where it may go, and that it is never lost."""

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.uix.behaviors import FocusBehavior

from accessibility.focus_order import FocusOrder
from accessibility.kivy_adapters import is_modal
from accessibility.kivy_classes import is_kind
from accessibility.kivy_tree import WidgetTree
from accessibility.roles import Role

SCROLL_VIEW = "kivy.uix.scrollview.ScrollView"


class FocusManager:
    """Moves Kivy's focus and follows it, whoever moved it.

    `tell(widget)` is called at once when the focus has moved, before the frame is drawn.
    `settle()` brings the tree up to date; it is called before the tree is asked for an order.
    """

    def __init__(self, tree: WidgetTree, tell: Callable[[Any | None], object], settle: Callable[[], object]) -> None:
        self.order = FocusOrder(tree)
        self._tree, self._tell, self._settle = tree, tell, settle
        self._current: Any | None = None
        self._previous: Any | None = None
        self._path: list[tuple[int, int]] = []
        self._return_to: list[tuple[Any, Any | None]] = []
        self._keep = Clock.create_trigger(lambda dt: self.keep(), -1)

    @property
    def current(self) -> Any | None:
        """The widget that has the focus, or None."""
        return self._current if self._current is not None and self._current.focus else None

    def focus(self, widget: Any) -> bool:
        """Give `widget` the focus and bring it into view; False when it cannot take it."""
        if not isinstance(widget, FocusBehavior) or widget.disabled or not widget.is_focusable:
            return False
        widget.focus = True
        if not widget.focus:
            return False
        scroll_into_view(widget)
        return True

    def move(self, step: int) -> bool:
        """One Tab stop on (1) or back (-1), around the end."""
        self._settle()
        stops = self.order.stops(self.current)
        if not stops:
            return False
        anchor = self.order.stop_of(self.current, stops)
        if anchor is not None:
            return self.focus(stops[(stops.index(anchor) + step) % len(stops)])
        return self.focus(self.order.beside(self._current, stops, step))

    def move_within(self, step: int) -> bool:
        """One member on or back in the group around the focus; False when there is none."""
        group = self.order.group_of(self.current)
        if group is None:
            return False
        role, members = group
        here = members.index(self.current) + step
        if role in (Role.RADIOGROUP, Role.TABLIST, Role.MENU):
            here %= len(members)
        elif not 0 <= here < len(members):
            return True
        return self._choose(role, members[here])

    def move_to_end(self, last: bool) -> bool:
        """To the first or last member of the group around the focus."""
        group = self.order.group_of(self.current)
        return group is not None and self._choose(group[0], group[1][-1 if last else 0])

    def _choose(self, role: Role, widget: Any) -> bool:
        moved = self.focus(widget)
        if moved and role is Role.RADIOGROUP:
            # ARIA authoring practices, radio group: the arrow keys move and check.
            self.order.click(widget)
        return moved

    def screen_changed(self, screen: Any) -> bool:
        """After a change of screen: to its heading, else its first field or button."""
        self._settle()
        target = self.order.landing(screen)
        return target is not None and self.focus(target)

    # -- following -----------------------------------------------------------------------------------

    def changed(self, widget: Any, focused: bool) -> None:
        """Called by the tree when a widget's own focus changes."""
        if focused:
            if widget is not self._current:
                self._previous = self._current
            self._current = widget
            self._path = self.order.path(widget)
            self._tell(widget)
        elif widget is self._current:
            self._keep()  # whoever comes next has it by the next frame; if nobody has, it goes back

    def keep(self) -> None:
        """Make sure that somebody reachable has the focus if anybody had it; follow modal dialogs."""
        self._settle()
        self._follow_modal()
        holder = self._current
        if holder is None or (holder.focus and self._tree.widget(holder.uid) is holder):
            return
        if self._tree.widget(holder.uid) is holder and self.focus(holder):
            return
        if holder.focus:
            holder.focus = False  # it is gone from the window, and must not go on eating keys
        neighbour = self.order.neighbour(self._path)
        if neighbour is None or not self.focus(neighbour):
            self._current = None
            self._tell(None)

    def _follow_modal(self) -> None:
        """A dialog that opened takes the focus; one that closed gives it back."""
        top = self._top_modal()
        known = [modal for modal, _ in self._return_to]
        if top is not None and top not in known:
            inside = self.current is not None and self.order.is_inside(self.current, top)
            self._return_to.append((top, self._previous if inside else self._current))
            if not inside:
                self.screen_changed(top)
            return
        while self._return_to and self._return_to[-1][0] is not top:
            _, opener = self._return_to.pop()
            inside = self.current is not None and self._tree.widget(self.current.uid) is self.current
            if opener is not None and not inside and self._tree.widget(opener.uid) is opener:
                self.focus(opener)

    def _top_modal(self) -> Any | None:
        for widget in self._tree.told_from_top():
            if is_modal(widget):
                return widget
        return None


def scroll_into_view(widget: Any) -> None:
    """Scroll every ScrollView around `widget` so far that it is seen (WCAG 2.4.11)."""
    above = widget.parent
    while above is not None and above is not above.parent:
        if is_kind(above, SCROLL_VIEW):
            above.scroll_to(widget, animate=False)
        above = above.parent
