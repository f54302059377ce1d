"""The living tree of a Kivy window: watches widgets, and makes anew only the nodes that a change touched."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.uix.behaviors import FocusBehavior

from accessibility.kivy_adapters import children_of, content, is_hidden, is_modal, node_of, role_of
from accessibility.kivy_behavior import A11Y_PROPERTIES, AccessibleBehavior
from accessibility.kivy_classes import adapter_for
from accessibility.node import Bounds, Node
from accessibility.roles import CHILDREN_PRESENTATIONAL, SETS, Role
from accessibility.tree import Changes, diff, reading_order

_COMMON = ("pos", "size", "children", "disabled", "opacity")
Binding = tuple[Any, str, int]


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
        self._widgets: dict[int, Any] = {self.root: window}
        self._kids: dict[int, list[int]] = {}
        self._parents: dict[int, int] = {}
        self._bindings: dict[int, list[Binding]] = {}
        self._sources: dict[int, tuple[list[Any], list[Binding]]] = {}
        self._owners: set[int] = set()
        self._focused_early: list[Any] = []
        self._dirty: set[int] = {self.root}
        self._bindings[self.root] = self._bind(
            window, {"children": partial(self._mark, self.root), "size": self._mark_all}
        )

    @property
    def title(self) -> str:
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        self._title = title
        self._mark(self.root)

    def widget(self, uid: int) -> Any | None:
        """The widget of a node that is told now."""
        return self._widgets.get(uid) if uid in self.nodes else None

    def parent(self, uid: int) -> int | None:
        return self._parents.get(uid)

    def told_from_top(self) -> Iterator[Any]:
        """The widgets that are told, from the window's own children down, in reading order."""
        for node in reading_order(self.nodes, self.root):
            if node.id != self.root:
                yield self._widgets[node.id]

    def everything(self) -> Changes:
        """The whole tree as of the last refresh."""
        return Changes(self.root, self.focus, tuple(self.nodes.values()), complete=True)

    def refresh(self) -> Changes | None:
        """Bring the nodes up to date; None when nothing that is told has changed."""
        before: dict[int, Node | None] = {}
        while self._dirty:
            stale, self._dirty = self._dirty, set()
            for uid in stale:
                self._renew(uid, before)
        for owner in self._owners & self.nodes.keys():
            self._number(owner, before)
        self._owners.clear()
        if self.focus not in self.nodes:
            self.focus = self.root  # its widget has gone; a focus that nobody knows would be an error there
        known = {uid: node for uid, node in before.items() if node is not None}
        changed, gone = diff(known, {uid: self.nodes[uid] for uid in before if uid in self.nodes})
        return Changes(self.root, self.focus, changed, gone) if changed or gone else None

    def take_focused_early(self) -> list[Any]:
        """Widgets that had the focus already when the tree first saw them; each is given once."""
        early, self._focused_early = self._focused_early, []
        return [widget for widget in early if widget.focus]

    def close(self) -> None:
        """Stop watching everything."""
        for uid in list(self._bindings):
            self._unbind(uid)
        self.nodes.clear()

    # -- marking -----------------------------------------------------------------------------------

    def _mark(self, uid: int, *_: Any) -> None:
        if not self._dirty:
            self._on_dirty()
        self._dirty.add(uid)

    def _mark_below(self, uid: int, *_: Any) -> None:
        self._mark(uid)
        waiting = [uid]
        while waiting:
            kids = self._kids.get(waiting.pop(), ())
            self._dirty.update(kids)
            waiting.extend(kids)

    def _mark_all(self, *_: Any) -> None:
        self._mark_below(self.root)

    # -- making nodes ------------------------------------------------------------------------------

    def _renew(self, uid: int, before: dict[int, Node | None]) -> None:
        widget = self._widgets.get(uid)
        if widget is None:
            return
        if uid == self.root or (uid in self.nodes) != is_hidden(widget):
            if uid in self.nodes or uid == self.root:
                self._build(uid, before)
        else:
            parent = self._parents.get(uid)
            if parent in self.nodes:
                self._build(parent, before)

    def _build(self, uid: int, before: dict[int, Node | None]) -> None:
        """Make the node of `uid` anew, with those of children that have come, without those gone."""
        self.rebuilt += 1
        old = self.nodes.get(uid)
        before.setdefault(uid, old)
        widget = self._widgets[uid]
        children = self._adopt(uid, self._told_children(widget), before)
        node = self._window_node() if uid == self.root else node_of(widget)
        if node.role in CHILDREN_PRESENTATIONAL or getattr(widget, "a11y_labelled_by", None) is not None:
            self._watch_sources(uid, widget)
        if old is not None:
            node = replace(node, children=children, position=old.position, set_size=old.set_size)
        else:
            node = replace(node, children=children)
        if old is None or old.children != children or old.role != node.role:
            self._renumber(uid)
        self.nodes[uid] = node

    def _told_children(self, widget: Any) -> list[Any]:
        if widget is self.window:
            children = list(reversed(self.window.children))
        elif role_of(widget) in CHILDREN_PRESENTATIONAL:
            return []
        else:
            children = children_of(widget)
        blocking = [child for child in children if is_modal(child) and not is_hidden(child)]
        return blocking[-1:] or children

    def _adopt(self, uid: int, widgets: Iterable[Any], before: dict[int, Node | None]) -> tuple[int, ...]:
        kids = [widget.uid for widget in widgets]
        for kid, widget in zip(kids, widgets, strict=True):
            if kid not in self._widgets:
                self._widgets[kid] = widget
                self._watch(kid, widget)
            self._parents[kid] = uid
        for lost in set(self._kids.get(uid, ())) - set(kids):
            if self._parents.get(lost) == uid:
                self._forget(lost, before)
        self._kids[uid] = kids
        told = tuple(kid for kid in kids if not is_hidden(self._widgets[kid]))
        for kid in kids:
            if kid in told and kid not in self.nodes:
                self._build(kid, before)
            elif kid not in told and kid in self.nodes:
                self._silence(kid, before)
        return told

    def _silence(self, uid: int, before: dict[int, Node | None]) -> None:
        """Take a widget that is still there out of what is told, with all inside it."""
        before.setdefault(uid, self.nodes.pop(uid))
        for kid in self._kids.pop(uid, ()):
            self._forget(kid, before)

    def _forget(self, uid: int, before: dict[int, Node | None]) -> None:
        if uid in self.nodes:
            before.setdefault(uid, self.nodes.pop(uid))
        for kid in self._kids.pop(uid, ()):
            if self._parents.get(kid) == uid:
                self._forget(kid, before)
        self._unbind(uid)
        self._parents.pop(uid, None)
        self._widgets.pop(uid, None)

    def _window_node(self) -> Node:
        width, height = self.window.size
        bounds = Bounds(0.0, 0.0, float(width), float(height))
        return Node(id=self.root, role=Role.WINDOW, name=self._title, bounds=bounds)

    # -- sets: "3 of 7" ------------------------------------------------------------------------------

    def _renumber(self, uid: int) -> None:
        """Remember that the sets around `uid` have to be counted again."""
        above: int | None = uid
        while above is not None:
            widget = self._widgets.get(above)
            if widget is not None and above != self.root and role_of(widget) in SETS:
                self._owners.add(above)
                return
            above = self._parents.get(above)

    def _number(self, owner: int, before: dict[int, Node | None]) -> None:
        member_role = SETS.get(self.nodes[owner].role)
        members = [uid for uid in self._inside(owner) if self.nodes[uid].role is member_role]
        self._put(owner, before, position=self.nodes[owner].position, set_size=len(members))
        for position, uid in enumerate(members, 1):
            self._put(uid, before, position=position, set_size=len(members))

    def _inside(self, owner: int) -> Iterable[int]:
        """Ids below `owner`, not entering a set of the same kind inside it."""
        for kid in self.nodes[owner].children:
            yield kid
            if self.nodes[kid].role is not self.nodes[owner].role:
                yield from self._inside(kid)

    def _put(self, uid: int, before: dict[int, Node | None], *, position: int, set_size: int) -> None:
        node = self.nodes[uid]
        before.setdefault(uid, node)
        self.nodes[uid] = replace(node, position=position, set_size=set_size)

    # -- watching ------------------------------------------------------------------------------------

    def _watch(self, uid: int, widget: Any) -> None:
        adapter = adapter_for(widget)
        mark, below = partial(self._mark, uid), partial(self._mark_below, uid)
        names: dict[str, Callable[..., None]] = dict.fromkeys((*_COMMON, *adapter.watch), mark)
        if isinstance(widget, AccessibleBehavior):
            names |= dict.fromkeys((*A11Y_PROPERTIES, "a11y_actions"), mark)
        if adapter.moves_children:
            names |= dict.fromkeys(("pos", "size"), below)
            # A ScrollView moves its children in a timer of its own, which this one is behind.
            soon = Clock.create_trigger(lambda dt: below(), 0)
            names |= dict.fromkeys(adapter.watch, lambda *_: soon())
        if isinstance(widget, FocusBehavior):
            names |= {"focus": self._focus_changed, "is_focusable": mark}
            if widget.focus:
                self._focused_early.append(widget)
        self._bindings[uid] = self._bind(widget, names)

    def _bind(self, widget: Any, names: Mapping[str, Callable[..., None]]) -> list[Binding]:
        return [
            (widget, name, widget.fbind(name, callback))
            for name, callback in names.items()
            if widget.property(name, quiet=True) is not None
        ]

    def _watch_sources(self, uid: int, widget: Any) -> None:
        """Follow the widgets whose text makes this one's name."""
        label = getattr(widget, "a11y_labelled_by", None)
        sources = [label] if label is not None else list(content(widget))
        known, bindings = self._sources.get(uid, ([], []))
        if sources == known:
            return
        _release(bindings)
        mark = partial(self._mark, uid)
        names = {"text": mark, "children": mark, "a11y_name": mark}
        bound = [binding for source in sources for binding in self._bind(source, names)]
        self._sources[uid] = (sources, bound)

    def _unbind(self, uid: int) -> None:
        _release(self._bindings.pop(uid, []))
        _release(self._sources.pop(uid, ([], []))[1])

    def _focus_changed(self, widget: Any, focused: bool) -> None:
        self._on_focus(widget, focused)


def _release(bindings: list[Binding]) -> None:
    for widget, name, handle in bindings:
        widget.unbind_uid(name, handle)
