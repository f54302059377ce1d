"""The living tree of a Kivy window: watches widgets, and makes anew only the nodes that a change touched."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from accessibility.kivy_adapters import is_popup, node_of, says_itself, told_children
from accessibility.kivy_classes import mark_parts
from accessibility.kivy_focus import is_modal
from accessibility.kivy_moved import Moved, Places
from accessibility.kivy_radios import RadioGroups
from accessibility.kivy_standing import Standing
from accessibility.kivy_watch import Watcher
from accessibility.node import Bounds, Node
from accessibility.numbering import COUNTED, numbered
from accessibility.roles import Role
from accessibility.siblings import exchanged
from accessibility.tree import Changes, diff

Before = dict[int, Node | None]


class WidgetTree:
    """Keeps `nodes` true to the window. All calls belong to Kivy's main thread.

    `on_dirty()` is called once when the tree goes stale; `refresh()` makes it true again.
    `on_focus(widget, focused)` is called as soon as a watched widget gains or loses the keyboard focus.
    """

    def __init__(
        self,
        window: Any,
        title: str,
        on_dirty: Callable[[], object],
        on_focus: Callable[[Any, bool], object] = lambda widget, focused: None,
    ) -> None:
        self.window = window
        self.root: int = window.uid
        self.focus: int = self.root
        self.nodes: dict[int, Node] = {}
        self.rebuilt = 0
        self._title = title
        self._on_dirty, self._on_focus = on_dirty, on_focus
        self._watcher = Watcher(self._mark, self._mark_below, on_focus)
        self._widgets: dict[int, Any] = {self.root: window}
        self._kids: dict[int, list[int]] = {}
        self._parents: dict[int, int] = {}
        self._moved: set[int] = set()
        self._placed: set[int] = set()
        self._overlays: dict[int, Any] = {}
        self._focused_early: list[Any] = []
        self._dirty: set[int] = {self.root}
        self._asking: set[int] = set()
        self._standing = Standing()
        self._radios = RadioGroups()
        self.away = Moved(window, self.nodes, self._widgets)
        self._watcher.watch_window(self.root, window)

    @property
    def title(self) -> str:
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        self._title = title
        self._mark(self.root)

    @property
    def overlay(self) -> Any | None:
        """The modal dialog or drop-down that was the last to come and is still there."""
        return next((self._overlays[uid] for uid in reversed(self._overlays)), None)

    def widget(self, uid: int) -> Any | None:
        """The widget of a node that is told now."""
        return self._widgets.get(uid) if uid in self.nodes else None

    def parent(self, uid: int) -> int | None:
        return self._parents.get(uid)

    def everything(self) -> Changes:
        """The whole tree as of the last refresh."""
        return Changes(self.root, self.focus, tuple(self.nodes.values()), complete=True)

    def refresh(self, places: Places = Places.ALL) -> Changes | None:
        """Bring the nodes up to date; None when nothing that is told has changed.

        places: of what was moved as one by scrolling, which costs a look at each widget: nothing while somebody
        waits for the focus, what is in sight for each frame, some of the rest when there is time, all when asked.
        """
        before: Before = {}
        place = partial(self._place, before)
        if places is Places.SOME:
            self.away.tell_far(place)
        while self._dirty or self.away.is_waiting(places):
            stale, self._dirty = self._dirty, set()
            self._asking = stale
            for uid in stale:
                self._renew(uid, before)
            self.away.tell(places, self._kids, place)
        has_moved = bool(self._moved)
        for owner in self._owners():
            self._put(numbered(self.nodes, owner, self._placed), before)
        self._put(self._radios.counted(self.nodes, self._parents.get, has_moved=has_moved), before)
        if self.focus not in self.nodes:
            self.focus = self.root  # its widget has gone; a focus that nobody knows would be an error there
        known = {uid: node for uid, node in before.items() if node is not None}
        changed, gone = diff(known, {uid: self.nodes[uid] for uid in before if uid in self.nodes})
        return Changes(self.root, self.focus, changed, gone) if changed or gone else None

    def _put(self, counted: Iterable[Node], before: Before) -> None:
        for node in counted:
            before.setdefault(node.id, self.nodes[node.id])
            self.nodes[node.id] = node

    def take_focused_early(self) -> list[Any]:
        """Widgets that had the focus already when the tree first saw them; each is given once."""
        early, self._focused_early = self._focused_early, []
        return [widget for widget in early if widget.focus]

    def close(self) -> None:
        """Stop watching everything."""
        self._watcher.close()
        self.nodes.clear()

    def remake(self, widget: Any) -> None:
        """Its node follows from something that nobody watches."""
        uid: int = widget.uid
        if self.widget(uid) is widget:
            self._mark(uid)

    # -- marking -----------------------------------------------------------------------------------

    def _mark(self, uid: int, *_: object) -> None:
        if not self._dirty:
            self._on_dirty()
        self._dirty.add(uid)

    def _mark_below(self, uid: int, *_: object) -> None:
        """All inside `uid` has moved with it, and is otherwise as it was."""
        self._mark(uid)
        self.away.mark(uid)

    # -- making nodes ------------------------------------------------------------------------------

    def _renew(self, uid: int, before: Before) -> None:
        widget = self._widgets.get(uid)
        if widget is None:
            return
        has_turned = uid != self.root and self._standing.ask(uid, widget)
        is_hidden = uid in self._standing.hidden
        if uid == self.root or (uid in self.nodes and not is_hidden):
            self._build(uid, before)
        parent = self._parents.get(uid)
        if parent in self.nodes and (has_turned or (uid in self.nodes) == is_hidden):
            self._build(parent, before)  # what stands beside it may be out of reach now, or within it

    def _place(self, before: Before, uid: int, node: Node, bounds: Bounds) -> None:
        if node.text is not None or says_itself(self._widgets[uid]):
            self._build(uid, before)  # it has more places than its own
        else:
            before.setdefault(uid, node)
            self.nodes[uid] = replace(node, bounds=bounds)

    def _build(self, uid: int, before: Before) -> None:
        """Make the node of `uid` anew, with those of children that have come, without those gone."""
        self.rebuilt += 1
        old = self.nodes.get(uid)
        before.setdefault(uid, old)
        widget = self._widgets[uid]
        if uid != self.root:
            # How a part is told may have changed with its owner.
            self._dirty.update(part.uid for part in mark_parts(widget) if part.uid in self._widgets)
        children = self._adopt(uid, *self._told_children(widget), before)
        node = self._window_node() if uid == self.root else node_of(widget)
        if uid != self.root:
            self._watcher.watch_sources(uid, widget)
            if is_modal(widget) or is_popup(widget):
                self._overlays.setdefault(uid, widget)
            else:
                self._overlays.pop(uid, None)
        node = self._with_place(node, children, old)
        if old is None or old.children != children or old.role != node.role:
            self._moved.add(uid)
        self.nodes[uid] = node
        if uid != self.root:
            self._radios.note(node, widget)

    def _with_place(self, node: Node, children: tuple[int, ...], old: Node | None) -> Node:
        """The node with its children; one just made does not know its place among others, unless its widget does."""
        if node.position or node.set_size or node.place is not None or node.table is not None:
            self._placed.add(node.id)
        else:
            self._placed.discard(node.id)
            kept = old is not None and old.role == node.role  # else it is counted anew
            if old is not None and kept and (old.set_size or old.place is not None or old.table is not None):
                return replace(
                    node,
                    children=children,
                    position=old.position,
                    set_size=old.set_size,
                    place=old.place,
                    table=old.table,
                    headers=node.headers or old.headers,
                    members=old.members,
                )
        return replace(node, children=children) if node.children != children else node

    def _told_children(self, widget: Any) -> tuple[list[int], list[Any]]:
        """Their ids and themselves. A widget is looked at once, and asked only if it is new or has changed."""
        children = self.window.children[::-1] if widget is self.window else told_children(widget)
        kids = [child.uid for child in children]
        for kid in self._in_question(kids):
            self._standing.ask(kid, self._widgets[kid])
        blocking = self._standing.blocking_among(kids, children, set(kids).difference(self._widgets))
        if not blocking:
            return kids, children
        last = blocking[-1]
        # What stands beside the dialog is out of reach; a list that it has opened is not.
        children = [children[last], *(child for child in children[last + 1 :] if is_popup(child))]
        return [child.uid for child in children], children

    def _in_question(self, kids: list[int]) -> set[int]:
        """Those that have changed, and may stand otherwise among their siblings."""
        return {kid for kid in (self._asking | self._dirty).intersection(kids) if kid in self._widgets}

    def _adopt(self, uid: int, kids: list[int], widgets: list[Any], before: Before) -> tuple[int, ...]:
        places, went = exchanged(self._kids.get(uid, ()), kids)
        for at in places:
            self._welcome(uid, widgets[at])
        for lost in went:
            if self._parents.get(lost) == uid:
                self._forget(lost, before)
        self._kids[uid] = kids
        hidden = self._standing.hidden
        told = tuple(kids) if hidden.isdisjoint(kids) else tuple([kid for kid in kids if kid not in hidden])
        for kid in (*(kids[at] for at in places), *self._in_question(kids)):
            if kid not in hidden and kid not in self.nodes:
                self._build(kid, before)
            elif kid in hidden and kid in self.nodes:
                self._silence(kid, before)
        return told

    def _welcome(self, uid: int, widget: Any) -> None:
        """Watch what has come to `uid`, and ask it how it stands there."""
        kid = widget.uid
        if kid not in self._widgets:
            self._widgets[kid] = widget
            self._watcher.watch(kid, widget)
            if getattr(widget, "focus", False) is True:
                self._focused_early.append(widget)
        self._parents[kid] = uid
        self._standing.ask(kid, self._widgets[kid])

    def _silence(self, uid: int, before: Before) -> None:
        """Take a widget that is still there out of what is told, with all inside it."""
        before.setdefault(uid, self.nodes.pop(uid))
        self._radios.forget(uid)
        self._overlays.pop(uid, None)
        for kid in self._kids.pop(uid, ()):
            self._forget(kid, before)

    def _forget(self, uid: int, before: Before) -> None:
        if uid in self.nodes:
            before.setdefault(uid, self.nodes.pop(uid))
        for kid in self._kids.pop(uid, ()):
            if self._parents.get(kid) == uid:
                self._forget(kid, before)
        self._watcher.release(uid)
        self._overlays.pop(uid, None)
        self._standing.forget(uid)
        self._radios.forget(uid)
        self._placed.discard(uid)
        self._parents.pop(uid, None)
        self._widgets.pop(uid, None)

    def _window_node(self) -> Node:
        width, height = self.window.size
        bounds = Bounds(0.0, 0.0, float(width), float(height))
        return Node(id=self.root, role=Role.WINDOW, name=self._title, bounds=bounds)

    def _owners(self) -> set[int]:
        """The sets and tables around what has come, gone or changed its role: they have to be counted again."""
        owners: set[int] = set()
        passed: set[int] = set()
        for uid in self._moved & self.nodes.keys():
            above: int | None = uid
            while above is not None and above not in passed:
                passed.add(above)
                if self.nodes[above].role in COUNTED:
                    owners.add(above)
                    break
                above = self._parents.get(above)
        self._moved.clear()
        return owners
