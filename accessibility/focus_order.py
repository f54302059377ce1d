"""Where the focus may go: Tab stops, groups with arrow keys, and the place to land on a screen."""

from collections.abc import Iterator
from typing import Any

from kivy.uix.behaviors import FocusBehavior

from accessibility.kivy_adapters import perform
from accessibility.kivy_tree import WidgetTree
from accessibility.roles import Action, Role
from accessibility.tree import reading_order

# ARIA authoring practices: one Tab stop for the whole, arrow keys inside.
_ONE_STOP = frozenset({Role.RADIOGROUP, Role.TABLIST, Role.LISTBOX, Role.MENU, Role.TOOLBAR})
_ARROWS = _ONE_STOP | {Role.LIST}


class FocusOrder:
    """Questions about the tree as it stands."""

    def __init__(self, tree: WidgetTree) -> None:
        self._tree = tree

    def focusable(self, below: int | None = None) -> Iterator[Any]:
        """Widgets that can take the focus, in reading order."""
        for node in reading_order(self._tree.nodes, self._tree.root if below is None else below):
            widget = self._tree.widget(node.id)
            if isinstance(widget, FocusBehavior) and widget.is_focusable and not widget.disabled:
                yield widget

    def stops(self, current: Any | None = None) -> list[Any]:
        """The Tab stops in order; a group with arrow keys gives one, `current` if that is a member."""
        stops: list[Any] = []
        groups: dict[int, list[Any]] = {}
        for widget in self.focusable():
            owner = self._owner(widget, _ONE_STOP)
            if owner is None:
                if is_stop(widget) or widget is current:
                    stops.append(widget)
                continue
            if owner not in groups:
                groups[owner] = []
                stops.append(groups[owner])
            groups[owner].append(widget)
        return [self._entry(stop, current) if isinstance(stop, list) else stop for stop in stops]

    def stop_of(self, widget: Any | None, stops: list[Any]) -> Any | None:
        """The stop that `widget` is, if it is one."""
        return widget if widget is not None and widget in stops else None

    def beside(self, widget: Any | None, stops: list[Any], step: int) -> Any:
        """The stop nearest to where `widget` stands, or the first or last one."""
        uid: int = widget.uid if widget is not None else 0
        if uid and self._tree.widget(uid) is widget:
            order = [node.id for node in reading_order(self._tree.nodes, self._tree.root)]
            here = order.index(uid)
            after = [stop for stop in stops if order.index(stop.uid) > here]
            before = [stop for stop in stops if order.index(stop.uid) < here]
            near: list[Any] = after[:1] if step > 0 else before[-1:]
            if near:
                return near[0]
        return stops[0 if step > 0 else -1]

    def group_of(self, widget: Any | None) -> tuple[Role, list[Any]] | None:
        """The arrow-key group around a widget: its role and its focusable members in order."""
        owner = self._owner(widget, _ARROWS) if widget is not None else None
        if owner is None:
            return None
        return self._tree.nodes[owner].role, list(self.focusable(owner))

    def landing(self, screen: Any) -> Any | None:
        """The first heading inside `screen` that can take the focus, else its first Tab stop."""
        inside = list(self.focusable(screen.uid))
        headings = [w for w in inside if self._tree.nodes[w.uid].role is Role.HEADING]
        return next(iter(headings + [w for w in inside if is_stop(w)] + inside), None)

    def path(self, widget: Any) -> list[tuple[int, int]]:
        """From the widget upwards: each parent and the index at which the path enters it."""
        path, uid = [], widget.uid
        while (parent := self._tree.parent(uid)) is not None:
            children = self._tree.nodes[parent].children if parent in self._tree.nodes else ()
            path.append((parent, children.index(uid) if uid in children else 0))
            uid = parent
        return path

    def neighbour(self, path: list[tuple[int, int]]) -> Any | None:
        """The nearest focusable widget to a place that is gone: after it, before it, further out."""
        for parent, index in path:
            node = self._tree.nodes.get(parent)
            if node is None:
                continue
            after, before = node.children[index:], node.children[:index]
            for uid in (*after, *reversed(before)):
                near = [w for w in self.focusable(uid) if is_stop(w)]
                if near:
                    return near[0]
        return next(self.focusable(), None)

    def is_inside(self, widget: Any, container: Any) -> bool:
        uid: int | None = widget.uid
        while uid is not None and uid != container.uid:
            uid = self._tree.parent(uid)
        return uid is not None

    def role(self, widget: Any) -> Role:
        node = self._tree.nodes.get(widget.uid)
        return node.role if node is not None else Role.GENERIC

    def click(self, widget: Any) -> bool:
        return perform(widget, Action.CLICK)

    def _owner(self, widget: Any, roles: frozenset[Role]) -> int | None:
        uid = self._tree.parent(widget.uid)
        while uid is not None and uid in self._tree.nodes:
            if self._tree.nodes[uid].role in roles:
                return uid
            uid = self._tree.parent(uid)
        return None

    def _entry(self, members: list[Any], current: Any | None) -> Any:
        """Where Tab enters a group: where the focus is, else what is chosen, else the first."""
        if current in members:
            return current
        nodes = [(widget, self._tree.nodes[widget.uid]) for widget in members]
        chosen = [widget for widget, node in nodes if node.checked or node.selected]
        return (chosen or members)[0]


def is_stop(widget: Any) -> bool:
    """Whether Tab stops at the widget."""
    return bool(getattr(widget, "a11y_tab_stop", True))
