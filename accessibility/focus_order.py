"""Where the focus may go: Tab stops, groups with arrow keys, and the place to land on a screen."""

from collections.abc import Hashable, Iterator
from typing import Any

from accessibility.focus_rows import RowOrder
from accessibility.focus_table import TableOrder
from accessibility.kivy_adapters import perform
from accessibility.kivy_classes import is_kind
from accessibility.kivy_focus import can_focus, is_stop
from accessibility.kivy_lists import RECYCLE_VIEW, UnseenItem, item_around, view_around
from accessibility.kivy_tree import WidgetTree
from accessibility.roles import Action, Role
from accessibility.tree import following, preceding, reading_order

# ARIA authoring practices: one Tab stop for the whole, arrow keys inside.
_ONE_STOP = frozenset({Role.RADIOGROUP, Role.TABLIST, Role.LISTBOX, Role.MENU, Role.MENUBAR, Role.TOOLBAR, Role.TREE})
_ARROWS = _ONE_STOP | {Role.LIST}


class FocusOrder:
    """Questions about the tree as it stands."""

    def __init__(self, tree: WidgetTree) -> None:
        self._tree = tree
        self.tables = TableOrder(tree, self.is_focusable)
        self.rows = RowOrder(tree, self.group_of)

    def focusable(self, below: int | None = None) -> Iterator[Any]:
        """Widgets that can take the focus, in reading order."""
        for node in reading_order(self._tree.nodes, self._tree.root if below is None else below):
            widget = self._tree.widget(node.id)
            if widget is not None and self.is_focusable(widget):
                yield widget

    def is_focusable(self, widget: Any) -> bool:
        """Whether the focus can go there; the window itself is no place for it."""
        return widget is not self._tree.window and not isinstance(widget, UnseenItem) and can_focus(widget)

    def stop_beside(self, widget: Any | None, step: int, inside: Any | None = None) -> Any | None:
        """The next Tab stop behind (1) or before (-1) where `widget` stands, around the end; None without any.

        A group with arrow keys is one stop; of a list with controls in its items, those of the item around `widget`
        are stops too. `inside`: only what is inside that widget.
        """
        nodes = self._tree.nodes
        root: int = inside.uid if inside is not None else self._tree.root
        start: int = root
        own: Hashable | None = None
        if widget is not None and self._is_there(widget):
            start, own = widget.uid, self._owner(widget, _ONE_STOP)
        passed: set[Hashable] = {own} if own is not None else set()
        item = item_around(widget) if start != root else None
        for node in (following if step > 0 else preceding)(nodes, self._tree.parent, start, root):
            found = self._tree.widget(node.id)
            if found is None or found is widget or not self.is_focusable(found):
                continue
            owner = self._owner(found, _ONE_STOP)
            if item is not None and (there := item_around(found)) is not None:
                if there is not item and view_around(there) is view_around(item):
                    continue
                owner = None if there is item and owner == own else owner
            if owner is None:
                if is_stop(found):
                    return found
            elif owner not in passed:
                return self._entry(list(self._members(owner)))
        return self._alone(widget, own)

    def _alone(self, widget: Any | None, own: Hashable | None) -> Any | None:
        """Where Tab goes when there is no other stop: nowhere else."""
        if widget is None or not self._is_there(widget) or not self.is_focusable(widget):
            return None
        return widget if own is not None or is_stop(widget) else None

    def _is_there(self, widget: Any) -> bool:
        """Whether the widget is told now."""
        return self._tree.widget(widget.uid) is widget

    def group_of(self, widget: Any | None) -> tuple[Role, list[Any]] | None:
        """The arrow-key group around a widget: its role and its focusable members in order."""
        owner = self._owner(widget, _ARROWS) if widget is not None else None
        if owner is None:
            return None
        role = self._tree.nodes[owner].role if isinstance(owner, int) else Role.RADIOGROUP
        return role, list(self._members(owner))

    def virtual_list(self, widget: Any | None) -> Any | None:
        """The RecycleView around a widget: most of its members have no widget."""
        owner = self._owner(widget, _ARROWS) if widget is not None else None
        around = self._tree.widget(owner) if isinstance(owner, int) else None
        return around if around is not None and is_kind(around, RECYCLE_VIEW) else None

    def in_item(self, widget: Any) -> list[Any]:
        """The item of a list that the widget is or stands in, and its controls, in order; empty outside of lists."""
        item = item_around(widget)
        return [] if item is None else [each for each in self.focusable(item.uid) if each is item or is_stop(each)]

    def branch_of(self, item: Any) -> Any | None:
        """The tree item that an item of a tree hangs from; None at the top."""
        items, levels, here = self._branches(item)
        return next((items[at] for at in range(here - 1, -1, -1) if levels[at] < levels[here]), None)

    def first_inside(self, item: Any) -> Any | None:
        """The first item that hangs from an item of a tree; None while there is none."""
        items, levels, here = self._branches(item)
        return items[here + 1] if here + 1 < len(items) and levels[here + 1] > levels[here] else None

    def _branches(self, item: Any) -> tuple[list[Any], list[int], int]:
        """The items of the tree around one, their levels, and which of them it is."""
        _, items = self.group_of(item) or (None, [])
        return items, [self._tree.nodes[each.uid].level for each in items], items.index(item) if item in items else -1

    def landing(self, screen: Any) -> Any | None:
        """The first heading inside `screen` that can take the focus, else what is chosen there, else its first stop."""
        inside = list(self.focusable(screen.uid))
        headings = [w for w in inside if self._tree.nodes[w.uid].role is Role.HEADING]
        if self.role(screen) in _ONE_STOP and inside:
            return self._entry(inside)
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
                near = next((w for w in self.focusable(uid) if is_stop(w)), None)
                if near is not None:
                    return near
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

    def _owner(self, widget: Any, roles: frozenset[Role]) -> Hashable | None:
        """The group around a widget: its id; for radio buttons that stand in none, the name of Kivy's `group`."""
        uid = self._tree.parent(widget.uid)
        while uid is not None and uid in self._tree.nodes:
            role = self._tree.nodes[uid].role
            if role in roles or (role is Role.LIST and self._is_virtual(uid)):
                return uid
            uid = self._tree.parent(uid)
        if self.role(widget) is Role.RADIO:
            return ("group", str(getattr(widget, "group", "")))
        return None

    def _is_virtual(self, uid: int) -> bool:
        """A list with more members than anybody wants to tab through is one stop."""
        return is_kind(self._tree.widget(uid), RECYCLE_VIEW)

    def _members(self, owner: Hashable) -> Iterator[Any]:
        if isinstance(owner, int):
            return (widget for widget in self.focusable(owner) if widget.uid != owner)
        return (widget for widget in self.focusable() if self._owner(widget, _ONE_STOP) == owner)

    def _entry(self, members: list[Any]) -> Any:
        """Where Tab enters a group: what is chosen, else the first."""
        nodes = [(widget, self._tree.nodes[widget.uid]) for widget in members]
        chosen = [widget for widget, node in nodes if node.checked or node.selected]
        return (chosen or members)[0]
