"""The platform through AccessKit: AT-SPI on Linux, UI Automation on Windows, NSAccessibility on macOS."""

import logging
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

import accesskit as ak

from accessibility.node import Bounds, Node
from accessibility.providers.accesskit_nodes import ACTIONS, convert
from accessibility.providers.accesskit_texts import SHIFT, index_of, node_id
from accessibility.providers.accesskit_window import make_adapter
from accessibility.providers.base import Host
from accessibility.providers.naming import Naming
from accessibility.roles import Action, Live, Role
from accessibility.tree import Changes

_STATUS, _ALERT = 1, 2  # the live nodes hang below the window
_LOG = logging.getLogger(__name__)
_DELIVERED = {
    "win32": frozenset({"state.disabled", "level", "position"}),
    "darwin": frozenset({"state.disabled"}),
    "linux": frozenset({"position"}),
}
"""What a platform hears of without words. The AT-SPI adapter calls everything enabled and knows no level; that of macOS
knows neither level nor place in a set."""


class AccessKitProvider:
    """Sends the tree to the platform while an assistive technology listens, and nothing otherwise.

    On Linux AccessKit calls `_activated` from a thread of its own, with its lock held, and its methods keep Python's
    while they wait for that lock: who asks the adapter for anything meanwhile waits for ever, and so does AccessKit.
    So nothing is asked before the first tree is sent, and that not before `_activated` has returned.
    """

    def __init__(self, toolkit: str = "Kivy", words: Mapping[str, str] | None = None) -> None:
        """words: of `speech.WORD_KEYS`; those for what this platform would not hear of otherwise are told."""
        self._toolkit = toolkit
        delivered = _DELIVERED.get(sys.platform, frozenset())
        self._words = {key: word for key, word in (words or {}).items() if key not in delivered}
        self._host: Host | None = None
        self._keys: Any = None
        self._adapter: Any = None
        self._is_active = self._has_tree = False
        self._caller = 0  # the thread that `_activated` was called from
        self._focused = False
        self._bounds = ak.Rect(0.0, 0.0, 0.0, 0.0)
        self._root = 0
        self._root_node: Node | None = None
        self._focus = 0
        self._texts: dict[int, Node] = {}
        self._naming = Naming()
        self._messages: dict[int, str] = {_STATUS: "", _ALERT: ""}

    def start(self, host: Host, window: Any) -> None:
        self._host = host
        try:
            self._adapter = make_adapter(window, self._activated, self._asked, self._deactivated)
        except BaseException as problem:  # noqa: BLE001 - see _give_up
            self._give_up(problem)

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
            else:
                self._texts.pop(node.id, None)
        for uid in changes.removed:
            self._texts.pop(uid, None)
        changes = self._naming.take(changes)
        if changes.complete:
            self._let_activation_return()
            self._has_tree = True  # before it is sent: whoever is activated meanwhile asks for another one
        if not self._is_heard:
            return
        if changes.complete:
            self._tell_bounds()
        self._send(lambda: self._tree_update(changes))
        if changes.complete:
            self._tell_focus()

    @property
    def _is_heard(self) -> bool:
        """Somebody listens, and has the tree to which what is told now is the news."""
        return self._is_active and self._has_tree

    def announce(self, text: str, *, assertive: bool) -> None:
        which = _ALERT if assertive else _STATUS
        # A reader is told of a change: the same words twice are a change only by way of nothing.
        for message in ["", text] if self._messages[which] == text else [text]:
            self._messages[which] = message
            if self._is_heard:  # whoever was activated and has no tree yet gets the message with it
                self._send(lambda: self._partial([(node_id(self._root, which), self._live_node(which))]))

    def window_focus(self, focused: bool) -> None:
        self._focused = focused
        if self._is_heard:
            self._tell_focus()

    def window_moved(self, left: float, top: float, width: float, height: float) -> None:
        self._bounds = ak.Rect(left, top, left + width, top + height)
        if self._is_heard:
            self._tell_bounds()

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
        self._caller = threading.get_ident()
        self._has_tree = False  # of an earlier time; before the next line, or it would count for this one
        self._is_active = True
        if self._host is not None:
            self._host.listening(True)

    def _deactivated(self) -> None:
        """The last reader has gone. A whole tree that was asked for before that may still be on its way."""
        self._is_active = self._has_tree = False
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
            if not values:
                return  # its text has gone since
        self._host.perform(target, action, *values)

    def _selection(self, target: int, selection: ak.TextSelection) -> tuple[int, ...]:
        """Where it begins and ends; () for a field that is not there any more."""
        node = self._texts.get(target)
        text = node.text if node is not None else None
        if text is None:
            return ()
        return index_of(text, target, selection.anchor), index_of(text, target, selection.focus)

    def _let_activation_return(self) -> None:
        """A thread that has returned to AccessKit runs no Python any more; elsewhere it is the main thread itself."""
        caller, self._caller = self._caller, 0  # asked once: a thread that comes later may have the same number
        while caller != threading.get_ident() and caller in sys._current_frames():
            time.sleep(0)  # lets go of the interpreter, which is all that it lacks

    def _tell_focus(self) -> None:
        for name in ("update_window_focus_state", "update_view_focus_state"):  # Linux, macOS; Windows sees it itself
            if hasattr(self._adapter, name):
                _raise_events(getattr(self._adapter, name)(self._focused))

    def _tell_bounds(self) -> None:
        if hasattr(self._adapter, "set_root_window_bounds"):
            self._adapter.set_root_window_bounds(self._bounds, self._bounds)

    # -- building updates ------------------------------------------------------------------------------

    def _send(self, build: Callable[[], ak.TreeUpdate]) -> None:
        if self._adapter is None:
            return
        try:
            _raise_events(self._adapter.update_if_active(build))
        except BaseException as problem:  # noqa: BLE001 - see _give_up
            self._give_up(problem)

    def _give_up(self, problem: BaseException) -> None:
        """Go on without an adapter: a program that no reader hears is better than none.

        A panic in AccessKit arrives as an exception that is no `Exception`; whoever has panicked is not asked again.
        """
        if isinstance(problem, KeyboardInterrupt | SystemExit):
            raise problem
        _LOG.error("AccessKit failed: assistive technologies are told nothing", exc_info=problem)
        self._adapter = None

    def _tree_update(self, changes: Changes) -> ak.TreeUpdate:
        told = [node for node in changes.nodes if node.id != changes.root]
        nodes = [pair for node in told for pair in convert(node, self._words, self._naming.told, self._naming.headers)]
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


def _raise_events(queued: Any) -> None:
    """Windows and macOS hand back events, to be raised once no lock is held."""
    if queued is not None:
        queued.raise_events()
