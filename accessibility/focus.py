"""The one focus manager: who has the focus, where it may go, and that it is never lost."""

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.uix.behaviors import FocusBehavior

from accessibility.focus_order import FocusOrder
from accessibility.focus_scroll import SCROLL_VIEW, scroll_into_view
from accessibility.held_item import HeldItem
from accessibility.kivy_adapters import is_popup, perform
from accessibility.kivy_classes import adapter_for, is_kind
from accessibility.kivy_focus import StandIn, can_focus, is_modal
from accessibility.kivy_lists import UnseenItem, index_of, item_around, show, size_of
from accessibility.kivy_tree import WidgetTree
from accessibility.roles import Action, Role

_ROUND = frozenset({Role.RADIOGROUP, Role.TABLIST, Role.MENU, Role.MENUBAR})
"""Groups in which the arrow keys come round from the last member to the first."""


class FocusManager:
    """Moves Kivy's focus and follows it, whoever moved it.

    `tell(widget)` is called at once when the focus has moved, before the frame is drawn.
    `settle()` brings the tree up to date; it is called before the tree is asked for an order.
    """

    def __init__(self, tree: WidgetTree, tell: Callable[[Any | None], object], settle: Callable[[], object]) -> None:
        self.order = FocusOrder(tree)
        self._tree, self._tell_now, self._settle = tree, tell, settle
        self._stand_in = StandIn(self.changed)
        self._current: Any | None = None
        self._previous: Any | None = None
        self._held: HeldItem | None = None
        self._path: list[tuple[int, int]] = []
        self._return_to: list[tuple[Any, Any | None]] = []
        self._is_bringing = self._is_closed = self._is_choosing = False
        self._keep = Clock.create_trigger(lambda dt: self.keep(), -1)

    def close(self) -> None:
        """Hold the focus no longer: another window's must not be fetched back to a widget of this one."""
        self._current = None
        self._stand_in.leave()
        self._keep.cancel()
        self._is_closed = True

    @property
    def current(self) -> Any | None:
        """The widget that has the focus, or None."""
        return self._current if self._current is not None and self.has_focus(self._current) else None

    def has_focus(self, widget: Any) -> bool:
        """Whether the keyboard's focus is on `widget`, by its own behaviour or by the stand-in."""
        if isinstance(widget, FocusBehavior):
            return bool(widget.focus)
        return self._stand_in.holds(widget)

    def focus(self, widget: Any) -> bool:
        """Give `widget` the focus and bring it into view; False when it cannot take it."""
        if isinstance(widget, UnseenItem):
            widget = self._bring(widget.view, int(widget.index))
        if widget is None or not can_focus(widget) or self._is_out_of_reach(widget):
            return False
        if isinstance(widget, FocusBehavior):
            widget.focus = True
        else:
            self._stand_in.take(widget)
        if not self.has_focus(widget):
            return False
        scroll_into_view(widget)
        return True

    def press(self, widget: Any) -> bool:
        """Click it; the focus goes where it leads, if it leads somewhere. False when it cannot be pressed."""
        if widget is self._current and self._held is not None:
            widget = self._held_in_sight(self._held)
        if widget is None or not perform(widget, Action.CLICK):
            return False
        there = adapter_for(widget).leads_to(widget)
        if there is not None:
            self.focus(there)
        return True

    def _held_in_sight(self, held: HeldItem) -> Any | None:
        """The widget of the item that has the focus; None when it has gone meanwhile, and another has the focus."""
        item = held.data
        self.keep()  # the list may have scrolled since the last frame
        if self._held is None or self._held.data is not item:
            return None
        if isinstance(self._current, UnseenItem):
            self._bring(self._current.view, int(self._current.index))
            self.focus(self._held.shown_by())
        return self._current

    def _is_out_of_reach(self, widget: Any) -> bool:
        """Whether it stands in the window without being told: behind a dialog, or hidden."""
        if self._tree.widget(widget.uid) is widget:
            return False
        self._settle()  # it may be new
        return self._tree.widget(widget.uid) is not widget and widget.get_root_window() is not None

    def move(self, step: int) -> bool:
        """One Tab stop on (1) or back (-1), around the end; out of an open list, which closes."""
        self._settle()
        top = self._tree.overlay
        if top is not None and is_popup(top):
            return self._leave(top, step)
        target = self.order.stop_beside(self._current, step)
        return target is not None and self.focus(target)

    def move_within(self, step: int) -> bool:
        """One member on or back in the group around the focus; False when there is none."""
        view = self.order.virtual_list(self.current)
        if view is not None:
            item = item_around(self.current)
            here = index_of(item) if item is not None else 0
            return self._go_to(view, max(0, min(size_of(view) - 1, (here or 0) + step)))
        group = self.order.group_of(self.current)
        if group is None or self.current not in group[1]:
            return False
        role, members = group
        at = members.index(self.current) + step
        if role in _ROUND:
            at %= len(members)
        elif not 0 <= at < len(members):
            return True
        return self._choose(role, members[at])

    def move_to_end(self, last: bool) -> bool:
        """To the first or last member of the group around the focus."""
        view = self.order.virtual_list(self.current)
        if view is not None:
            return self._go_to(view, size_of(view) - 1 if last else 0)
        group = self.order.group_of(self.current)
        return group is not None and bool(group[1]) and self._choose(group[0], group[1][-1 if last else 0])

    def _choose(self, role: Role, widget: Any) -> bool:
        """ARIA authoring practices, radio group: the arrow keys move and check.

        The two are told together: a reader asks once, when the focus comes, and must not find it unchecked yet.
        """
        if role is not Role.RADIOGROUP:
            return self.focus(widget)
        self._is_choosing = True
        try:
            moved = self.focus(widget)
            if moved:
                self.order.click(widget)
        finally:
            self._is_choosing = False
        self._tell(self.current)
        return moved

    def _tell(self, widget: Any | None) -> None:
        if not self._is_choosing:
            self._tell_now(widget)

    def _go_to(self, view: Any, index: int) -> bool:
        """To an item of a list that has widgets only for what is seen; at the ends the focus stays."""
        widget = self._bring(view, index)
        return widget is not None and self.focus(widget)

    def _bring(self, view: Any, index: int) -> Any | None:
        """The widget of an item, made if need be. It is to have the focus: whoever has it now may go with its widget,
        and a neighbour that took it meanwhile would scroll back.
        """
        widget = show(view, index)
        self._is_bringing = True
        try:
            self._settle()
        finally:
            self._is_bringing = False
        self._keep()
        return widget

    def _leave(self, popup: Any, step: int) -> bool:
        """ARIA authoring practices, listbox popup and menu: Tab closes it and goes on from what has opened it."""
        opener = next((opener for top, opener in self._return_to if top is popup), None)
        perform(popup, Action.DISMISS)
        target = self.order.stop_beside(opener, step)
        return target is not None and not self.order.is_inside(target, popup) and self.focus(target)

    def screen_changed(self, screen: Any) -> bool:
        """After a change of screen: to its heading, else its first field or button."""
        self._settle()
        target = self.order.landing(screen)
        return target is not None and self.focus(target)

    # -- following -----------------------------------------------------------------------------------

    def changed(self, widget: Any, focused: bool) -> None:
        """Called by the tree when a widget's own focus changes."""
        if self._is_closed:
            return
        if focused:
            if widget is not self._current:
                self._previous = self._current
                self._remake_dialogs(self._previous, widget)
            self._current = widget
            self._hold(widget)
            self._path = self.order.path(widget)
            self._tell(widget)
            if self._tree.widget(widget.uid) is not widget:
                self._keep()  # somebody has put it behind a dialog
        elif widget is self._current:
            self._keep()  # whoever comes next has it by the next frame; if nobody has, it goes back

    def _remake_dialogs(self, *widgets: Any | None) -> None:
        """That a dialog, or what scrolls, can have the focus itself follows from all that is in it."""
        for widget in widgets:
            if widget is not None and (is_modal(widget) or is_kind(widget, SCROLL_VIEW)):
                self._tree.remake(widget)

    def keep(self) -> None:
        """Make sure that somebody reachable has the focus if anybody had it; follow dialogs and open lists."""
        if self._is_bringing:
            return
        self._settle()
        self._follow_overlay()
        if (there := self.moved_to()) is not None:
            self._move_over(there)
        holder = self._current
        if holder is None:
            return
        here = self._tree.widget(holder.uid) is holder
        if here and (self.has_focus(holder) or self.focus(holder)):
            return
        self._let_go(holder)
        neighbour = self.order.neighbour(self._path)
        if neighbour is None or not self.focus(neighbour):
            self._current = None
            self._hold(None)
            self._tell(None)

    def moved_to(self) -> Any | None:
        """What the focus has to go to so that it stays on the item of a list that it is on; None while it is there."""
        held, holder = self._held, self._current
        if held is None or holder is None or self._is_bringing or self._is_closed:
            return None
        there = held.shown_by()
        if there is None or there is holder or self._tree.widget(there.uid) is not there:
            if held.find() is None:
                self._hold(holder)  # its data has gone: its widget, if it is still told, says what it shows instead
            return None
        return there if isinstance(there, UnseenItem) or can_focus(there) else None

    def _move_over(self, there: Any) -> None:
        """Nothing is scrolled: who has scrolled wants to see something else."""
        if isinstance(there, FocusBehavior):
            there.focus = True
        else:
            self._stand_in.take(there)

    def _hold(self, widget: Any | None) -> None:
        if self._held is not None:
            if widget is not None and self._held.shown_by() is widget:
                return  # the same thing, in sight again or no more
            self._held.release()
        self._held = HeldItem.around(widget) if widget is not None else None

    @property
    def is_awaited(self) -> bool:
        """Whether a dialog is open and the focus is not in it, as there is nothing yet that could have it, or on the
        dialog itself though there is something now."""
        top = self._tree.overlay
        if top is None or is_popup(top) or self._is_bringing:
            return False
        if self._current is top:
            return not can_focus(top)
        return self._current is None or not self.order.is_inside(self._current, top)

    def _let_go(self, holder: Any) -> None:
        """It is gone from the window, or cannot have the focus any more, and must not go on eating keys."""
        if isinstance(holder, FocusBehavior):
            holder.focus = False
        elif self._stand_in.holds(holder):
            self._current = None
            self._stand_in.leave()

    def _follow_overlay(self) -> None:
        """A dialog or list that opened takes the focus; one that closed gives it back."""
        top = self._tree.overlay
        known = [overlay for overlay, _ in self._return_to]
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
        if top is not None and self.is_awaited:
            self.screen_changed(top)  # there was nothing in it to take the focus when it opened
