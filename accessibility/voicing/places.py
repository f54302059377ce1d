"""What can be read on the screen, in order, and what lies under a point."""

from collections.abc import Mapping

from accessibility.node import Node
from accessibility.roles import CHILDREN_PRESENTATIONAL, LANDMARKS, Role, State
from accessibility.tree import reading_order

# Entering one of these is worth a word: what is inside belongs together, or is another place.
GROUPS = LANDMARKS | {
    Role.ALERTDIALOG, Role.DIALOG, Role.GROUP, Role.LIST, Role.LISTBOX, Role.LOG, Role.MENU, Role.MENUBAR,
    Role.RADIOGROUP, Role.TABLE, Role.TABLIST, Role.TABPANEL, Role.TOOLBAR, Role.TREE,
}  # fmt: skip
_CONTAINERS = frozenset({Role.GENERIC, Role.WINDOW})


def readable(nodes: Mapping[int, Node], root: int) -> list[Node]:
    """The things to read one after the other: what has words of its own, not the groups around them."""
    return [node for node in reading_order(nodes, root) if is_readable(node)]


def is_readable(node: Node) -> bool:
    """A leaf with words, or something that can be worked."""
    if node.role in _CONTAINERS:
        return False
    if node.role in CHILDREN_PRESENTATIONAL or State.FOCUSABLE in node.states:
        return True
    return bool(node.name or node.value) and not node.children


def under(nodes: Mapping[int, Node], root: int, x: float, y: float) -> Node | None:
    """The topmost readable thing at a point in window pixels, y down; None where there is nothing."""
    found = None
    for node in readable(nodes, root):
        left, top, right, bottom = node.bounds
        if left <= x < right and top <= y < bottom:
            found = node
    return found


def path(nodes: Mapping[int, Node], root: int, target: int) -> list[Node]:
    """The named groups, regions and dialogs around a node, outermost first."""
    parents = {child: node.id for node in nodes.values() for child in node.children}
    above: list[Node] = []
    uid = parents.get(target)
    while uid is not None and uid != root:
        node = nodes[uid]
        if node.name and node.role not in _CONTAINERS:
            above.insert(0, node)
        uid = parents.get(uid)
    return above
