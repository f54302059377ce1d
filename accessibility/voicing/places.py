"""What can be read on the screen, in order, and what lies under a point."""

from collections.abc import Mapping

from accessibility.clipping import scrolls
from accessibility.node import Node
from accessibility.roles import CHILDREN_PRESENTATIONAL, LANDMARKS, Role, State

# Entering one of these is worth a word: what is inside belongs together, or is another place.
GROUPS = LANDMARKS | {
    Role.ALERTDIALOG, Role.DIALOG, Role.GROUP, Role.LIST, Role.LISTBOX, Role.LOG, Role.MENU, Role.MENUBAR,
    Role.RADIOGROUP, Role.TABLE, Role.TABLIST, Role.TABPANEL, Role.TOOLBAR, Role.TREE,
}  # fmt: skip
_SAID_UNNAMED = frozenset({Role.ALERTDIALOG, Role.DIALOG, Role.LIST, Role.LISTBOX, Role.TABLE})
"""What these are is worth a word though they have no name."""
_CONTAINERS = frozenset({Role.GENERIC, Role.WINDOW})


def is_readable(node: Node) -> bool:
    """A leaf with words, or something that can be worked."""
    if node.role in _CONTAINERS:
        return False
    if node.role in CHILDREN_PRESENTATIONAL or State.FOCUSABLE in node.states:
        return True
    return bool(node.name or node.value) and not node.children


def is_same_item(one: Node, other: Node) -> bool:
    """Whether both tell the same item of a list, by whatever widget."""
    return 0 < one.position == other.position and one.set_size == other.set_size


def under(nodes: Mapping[int, Node], root: int, x: float, y: float) -> Node | None:
    """The topmost readable thing at a point in window pixels, y down; None where there is nothing."""
    found, waiting = None, [root]
    while waiting:
        node = nodes.get(waiting.pop())
        if node is None:
            continue
        left, top, right, bottom = node.bounds
        is_inside = left <= x < right and top <= y < bottom
        if is_inside and is_readable(node):
            found = node
        if is_inside or not scrolls(node):  # what is scrolled out stands behind something else
            waiting.extend(reversed(node.children))
    return found


def path(nodes: Mapping[int, Node], root: int, target: int) -> list[Node]:
    """The named groups and regions, and all dialogs, lists and tables around a node, outermost first."""
    parents = {child: node.id for node in nodes.values() for child in node.children}
    above: list[Node] = []
    uid = parents.get(target)
    while uid is not None and uid != root:
        node = nodes[uid]
        if (node.name or node.role in _SAID_UNNAMED) and node.role not in _CONTAINERS:
            above.insert(0, node)
        uid = parents.get(uid)
    return above


def new_headers(nodes: Mapping[int, Node], node: Node, before: Node | None) -> list[str]:
    """The names of a cell's headers, the row's first, but for those of the cell that was read before."""
    known = before.headers if before is not None else ()
    return [
        nodes[uid].name for uid in node.headers if uid in nodes and uid not in known and uid != getattr(before, "id", 0)
    ]
