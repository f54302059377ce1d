"""A ScreenManager that shows another screen than before: who has the focus elsewhere is told its title."""

from collections.abc import Callable, Iterable
from typing import Any

from accessibility.kivy_kinds import is_kind
from accessibility.kivy_tree import WidgetTree
from accessibility.node import Node

MANAGER = "kivy.uix.screenmanager.ScreenManager"


class ScreenNews:
    """Tells the title of a screen that has come in place of another.

    Where the focus is in it, that title has been read already, as the group that the focus has come into.
    """

    def __init__(self, tree: WidgetTree, focused: Callable[[], Any | None], announce: Callable[[str], object]) -> None:
        self._tree, self._focused, self._announce = tree, focused, announce
        self._shown: dict[int, int] = {}

    def look(self, changed: Iterable[Node], removed: Iterable[int]) -> None:
        """After these were told, and the focus has found its place."""
        for uid in removed:
            self._shown.pop(uid, None)
        for node in changed:
            widget = self._tree.widget(node.id)
            if widget is not None and is_kind(widget, MANAGER):
                now = node.children[0] if node.children else 0
                before = self._shown.get(node.id, 0)
                self._shown[node.id] = now
                if before and now and now != before:
                    self._tell(now)

    def _tell(self, screen: int) -> None:
        node, focus = self._tree.nodes.get(screen), self._focused()
        if node is not None and node.name and not (focus is not None and self._is_inside(focus.uid, screen)):
            self._announce(node.name)

    def _is_inside(self, uid: int | None, screen: int) -> bool:
        while uid is not None and uid != screen:
            uid = self._tree.parent(uid)
        return uid is not None
