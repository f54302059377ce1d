"""Nodes of a widget and all inside it as they are now, watched by nobody; also of what lies behind a dialog."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from accessibility.kivy_adapters import is_hidden, node_of, told_children
from accessibility.kivy_focus import is_modal
from accessibility.node import Node
from accessibility.roles import Role

ROOT = 0
"""The id of the node that holds the rest; no widget has it."""


def snapshot(widgets: Iterable[Any]) -> tuple[dict[int, Node], dict[int, Any]]:
    """The nodes by id under `ROOT`, and the widgets they are of; the last modal widget blocks its siblings."""
    nodes: dict[int, Node] = {}
    found: dict[int, Any] = {}
    nodes[ROOT] = Node(ROOT, Role.WINDOW, children=_told(list(widgets), nodes, found))
    return nodes, found


def _told(widgets: list[Any], nodes: dict[int, Node], found: dict[int, Any]) -> tuple[int, ...]:
    shown = [widget for widget in widgets if not is_hidden(widget)]
    blocking = [widget for widget in shown if is_modal(widget)]
    return tuple(_take(widget, nodes, found) for widget in blocking[-1:] or shown)


def _take(widget: Any, nodes: dict[int, Node], found: dict[int, Any]) -> int:
    node = node_of(widget)
    nodes[widget.uid] = replace(node, children=_told(told_children(widget), nodes, found))
    found[widget.uid] = widget
    uid: int = widget.uid
    return uid
