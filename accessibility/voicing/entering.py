"""Which groups the focus comes into, and what is said of them; and which urgent regions have only been covered."""

from collections.abc import Iterable, Mapping

from accessibility.live import News
from accessibility.node import Node
from accessibility.roles import Live
from accessibility.speech import join
from accessibility.voicing.places import GROUPS, path


class Entering:
    """Remembers what the focus was in. A list may show two items by different widgets, the first of which has gone
    when the focus comes to the second: nobody has left the list."""

    def __init__(self) -> None:
        self._left: frozenset[int] = frozenset()

    def leaves(self, nodes: Mapping[int, Node], root: int, uid: int) -> None:
        """The focus goes from here, which still is where it was; from the window itself nothing is left."""
        if uid in nodes and uid != root:
            self._left = frozenset(group.id for group in path(nodes, root, uid))

    def entered(self, nodes: Mapping[int, Node], root: int, uid: int, words: Mapping[str, str]) -> list[str]:
        """The groups that it has come into there: their names and what they are, outermost first."""
        around = [group for group in path(nodes, root, uid) if group.id not in self._left]
        return [_account(group, words) for group in around if group.role in GROUPS]


class Covered:
    """Urgent regions that went together with all around them, as behind a dialog: when they come back that way with
    the same words nothing has happened."""

    def __init__(self) -> None:
        self._words: dict[int, str] = {}

    def gone(self, nodes: Iterable[Node]) -> None:
        """These are not told any more."""
        self._words |= {node.id: node.name for node in nodes if node.live is Live.ASSERTIVE}

    def is_back(self, told: News, came_alone: bool) -> bool:
        """Whether that was told before it was covered; asked once of each that has appeared."""
        return told.appeared and self._words.pop(told.node.id, None) == told.text and not came_alone


def _account(group: Node, words: Mapping[str, str]) -> str:
    """Its name, what it is, and of a table how large; of a list each item says that."""
    said = f"{group.name} {words[f'role.{group.role}']}".strip()
    if group.table is None:
        return said
    return join([said, words["table"].format(rows=group.table.rows, columns=group.table.columns)], words)
