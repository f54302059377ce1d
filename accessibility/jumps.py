"""Jumps from heading to heading and from landmark to landmark, for who works by keyboard without a reader."""

from collections.abc import Iterable
from typing import Any, Protocol

from accessibility.node import Node
from accessibility.roles import Role
from accessibility.tree import reading_order

# WAI-ARIA 1.2 section 5.3.4; `form` and `region` are landmarks only with a name.
_LANDMARKS = frozenset({"banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"})
_NAMED_ONLY = frozenset({"form", "region"})


class Focus(Protocol):
    """As much of the focus manager as jumping needs."""

    @property
    def current(self) -> Any | None: ...

    @property
    def order(self) -> Any: ...

    def focus(self, widget: Any) -> bool: ...


class Tree(Protocol):
    """As much of the living tree."""

    root: int

    @property
    def nodes(self) -> Any: ...

    def widget(self, uid: int) -> Any | None: ...

    def parent(self, uid: int) -> int | None: ...


class Jumps:
    """Each jump gives the node that was jumped to, or None where there is nowhere to jump. They go round the ends."""

    def __init__(self, focus: Focus, tree: Tree) -> None:
        self._focus, self._tree = focus, tree

    def heading(self, step: int) -> Node | None:
        """To the next (1) or previous (-1) heading; where that takes no focus, to the first thing below it."""
        return self._jump(self._order(lambda node: node.role is Role.HEADING), step, self._at_or_below)

    def landmark(self, step: int) -> Node | None:
        """Into the next or previous landmark, to the first thing in it that takes the focus."""
        return self._jump(self._order(_is_landmark), step, self._first_inside)

    def _order(self, wanted: Any) -> list[Node]:
        return [node for node in reading_order(self._tree.nodes, self._tree.root) if wanted(node)]

    def _jump(self, places: list[Node], step: int, landing: Any) -> Node | None:
        here = self._here(places)
        for turn in range(1, len(places) + 1):
            node = places[(here + step * turn + (step < 0 and here == -1)) % len(places)]
            widget = landing(node)
            if widget is not None and self._focus.focus(widget):
                return node
        return None

    def _here(self, places: list[Node]) -> int:
        """The last of the places at or before the focus, which a landmark around it is; -1 before the first."""
        current = self._focus.current
        if current is None:
            return -1
        order = [node.id for node in reading_order(self._tree.nodes, self._tree.root)]
        spot = order.index(current.uid) if current.uid in order else -1
        before = [index for index, node in enumerate(places) if order.index(node.id) <= spot]
        return before[-1] if before else -1

    def _at_or_below(self, node: Node) -> Any | None:
        """The heading itself, else what comes after it, up to the next heading."""
        order = list(reading_order(self._tree.nodes, self._tree.root))
        after = order[[other.id for other in order].index(node.id) :]
        section = [node.id, *(other.id for other in _until_heading(after[1:]))]
        focusable = {widget.uid: widget for widget in self._focus.order.focusable()}
        return next((focusable[uid] for uid in section if uid in focusable), None)

    def _first_inside(self, node: Node) -> Any | None:
        return next(iter(self._focus.order.focusable(node.id)), None)


def _until_heading(nodes: Iterable[Node]) -> Iterable[Node]:
    for node in nodes:
        if node.role is Role.HEADING:
            return
        yield node


def _is_landmark(node: Node) -> bool:
    return node.role.value in _LANDMARKS and (bool(node.name) or node.role.value not in _NAMED_ONLY)
