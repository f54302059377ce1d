"""The platform through AccessKit: AT-SPI on Linux, UI Automation on Windows, NSAccessibility on macOS."""

import sys
from collections.abc import Mapping
from typing import Any

import accesskit as ak

from accessibility.node import Bounds, Node
from accessibility.providers.accesskit_nodes import ACTIONS, SHIFT, convert, index_of, node_id
from accessibility.providers.base import Host
from accessibility.roles import Action, Live, Role
from accessibility.tree import Changes

_STATUS, _ALERT = 1, 2  # the live nodes hang below the window


def _adapter(window: Any, activation: Any, action: Any, deactivation: Any) -> Any:
    """The adapter of this platform."""
    if sys.platform == "win32":
        from accesskit import windows  # noqa: PLC0415 - each exists on its own platform only

        return windows.SubclassingAdapter(window.get_window_info().window, activation, action)
    if sys.platform == "darwin":
        from accesskit import macos  # noqa: PLC0415

        macos.add_focus_forwarder_to_window_class("SDLWindow")
        return macos.SubclassingAdapter.for_window(window.get_window_info().window, activation, action)
    from accesskit import unix  # noqa: PLC0415

    return unix.Adapter(activation, action, deactivation)


class AccessKitProvider:
    """Sends the tree to the platform while an assistive technology listens, and nothing otherwise."""

    def __init__(self, toolkit: str = "Kivy", words: Mapping[str, str] | None = None) -> None:
        """words: of `speech.WORD_KEYS`, those for states that this platform would not hear of otherwise."""
        self._toolkit = toolkit
        self._words = (words or {}) if sys.platform.startswith("linux") else {}
        self._host: Host | None = None
        self._keys: Any = None
        self._adapter: Any = None
        self._root = 0
        self._root_node: Node | None = None
        self._focus = 0
        self._texts: dict[int, Node] = {}
        self._messages: dict[int, str] = {_STATUS: "", _ALERT: ""}

    def start(self, host: Host, window: Any) -> None:
        self._host = host
        self._adapter = _adapter(window, self._activated, self._asked, self._deactivated)

    def update(self, changes: Changes) -> None:
        if changes.complete:
            self._texts.clear()
            self._hear_keys()
        self._root, self._focus = changes.root, changes.focus
        for node in changes.nodes:
            if node.id == changes.root:
                self._root_node = node
            if node.text is not None:
                self._texts[node.id] = node
        self._send(lambda: self._tree_update(changes))

    def announce(self, text: str, *, assertive: bool) -> None:
        which = _ALERT if assertive else _STATUS
        # A reader is told of a change: the same words twice are a change only by way of nothing.
        for message in ["", text] if self._messages[which] == text else [text]:
            self._messages[which] = message
            self._send(lambda: self._partial([(node_id(self._root, which), self._live_node(which))]))

    def window_focus(self, focused: bool) -> None:
        if hasattr(self._adapter, "update_window_focus_state"):
            self._adapter.update_window_focus_state(focused)
        elif hasattr(self._adapter, "update_view_focus_state"):
            self._adapter.update_view_focus_state(focused)

    def window_moved(self, left: float, top: float, width: float, height: float) -> None:
        if hasattr(self._adapter, "set_root_window_bounds"):
            rect = ak.Rect(left, top, left + width, top + height)
            self._adapter.set_root_window_bounds(rect, rect)

    def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        return self._keys is not None and bool(self._keys.offer(pressed, key, scancode, text, modifiers))

    def close(self) -> None:
        if self._keys is not None:
            self._keys.close()
        self._adapter = None
        self._host = None

    def _hear_keys(self) -> None:
        """Once somebody listens; the other platforms' readers hear keys by themselves."""
        if self._keys is None and sys.platform.startswith("linux"):
            from accessibility.providers.atspi_keys import KeyTeller  # noqa: PLC0415 - Linux only

            self._keys = KeyTeller()
            self._keys.start()

    # -- called by AccessKit, on threads of its own ----------------------------------------------------

    def _activated(self) -> None:
        """Nothing is handed over here: the tree is the main thread's, which sends it whole at once."""
        if self._host is not None:
            self._host.listening(True)

    def _deactivated(self) -> None:
        if self._host is not None:
            self._host.listening(False)

    def _asked(self, request: ak.ActionRequest) -> None:
        action = next((ours for ours, theirs in ACTIONS.items() if theirs == request.action), None)
        if self._host is None or action is None:
            return
        target = int(request.target) >> SHIFT
        values: tuple[Any, ...] = ()
        if request.data is not None:
            _, data = request.data
            values = self._selection(target, data) if action is Action.SET_SELECTION else (data,)
        self._host.perform(target, action, *values)

    def _selection(self, target: int, selection: ak.TextSelection) -> tuple[int, int]:
        text = self._texts[target].text
        if text is None:
            return (0, 0)
        return index_of(text, target, selection.anchor), index_of(text, target, selection.focus)

    # -- building updates ------------------------------------------------------------------------------

    def _send(self, build: Any) -> None:
        if self._adapter is None:
            return
        queued = self._adapter.update_if_active(build)
        if queued is not None:  # Windows and macOS hand back events to be raised once no lock is held
            queued.raise_events()

    def _tree_update(self, changes: Changes) -> ak.TreeUpdate:
        nodes = [pair for node in changes.nodes if node.id != changes.root for pair in convert(node, self._words)]
        if self._root_node is not None and (changes.complete or self._root_node in changes.nodes):
            nodes.append(self._window_node(self._root_node))
        if changes.complete:
            nodes += [(node_id(self._root, which), self._live_node(which)) for which in (_STATUS, _ALERT)]
        update = self._partial(nodes)
        if changes.complete:
            update.tree = ak.Tree(node_id(self._root))
            update.tree.toolkit_name = self._toolkit
        return update

    def _partial(self, nodes: list[tuple[int, ak.Node]]) -> ak.TreeUpdate:
        update = ak.TreeUpdate(node_id(self._focus or self._root))
        update.nodes.extend(nodes)
        return update

    def _window_node(self, node: Node) -> tuple[int, ak.Node]:
        uid, told = convert(node)[0]
        for which in (_STATUS, _ALERT):
            told.push_child(node_id(node.id, which))
        return uid, told

    def _live_node(self, which: int) -> ak.Node:
        assertive = which == _ALERT
        width = self._root_node.bounds.right if self._root_node is not None else 1.0
        told: ak.Node = convert(
            Node(
                id=0,
                role=Role.ALERT if assertive else Role.STATUS,
                name=self._messages[which],
                bounds=Bounds(0.0, 0.0, width, 1.0),
                live=Live.ASSERTIVE if assertive else Live.POLITE,
            )
        )[0][1]
        if not self._messages[which]:
            told.set_hidden()  # nothing to come upon while reading
        return told
