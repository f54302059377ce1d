"""A node that comes back is a new one to the platform: an id that has gone is dead there for good."""

from __future__ import annotations

from collections.abc import Callable

from accessibility.node import Node
from accessibility.providers.fresh_ids import FreshIds
from accessibility.providers.log import LogProvider
from accessibility.roles import Role
from accessibility.tree import Changes


class Host:
    """Remembers what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, str]] = []

    def listening(self, on: bool) -> None:
        """Nobody listens."""

    def perform(self, target: int, action: str, *values: object, still: Callable[[], bool] = lambda: True) -> None:
        self.asked.append((target, action))

    def afterwards(self, then: Callable[[], object]) -> None:
        then()


class Recorder(LogProvider):
    """Keeps the updates as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[Changes] = []

    def update(self, changes: Changes) -> None:
        self.came.append(changes)


def node(uid: int, *children: int) -> Node:
    return Node(id=uid, role=Role.BUTTON, name=str(uid), children=children)


def told() -> tuple[FreshIds, Recorder, Host]:
    recorder, host = Recorder(), Host()
    fresh = FreshIds(recorder)
    fresh.start(host, None)
    fresh.update(Changes(1, 2, (node(1, 2), node(2)), (), complete=True))
    return fresh, recorder, host


def test_a_node_that_stays_keeps_its_id() -> None:
    """Ids are stable while a node is there."""
    fresh, recorder, _ = told()
    fresh.update(Changes(1, 2, (node(2),), ()))
    assert recorder.came[-1].nodes[0].id == recorder.came[0].nodes[1].id
    assert recorder.came[-1].focus == recorder.came[0].focus


def test_a_node_that_comes_back_has_a_new_id_everywhere() -> None:
    """In the node, in its parent's children, as the focus, and in what is asked of it."""
    fresh, recorder, host = told()
    first = recorder.came[0].nodes[1].id
    fresh.update(Changes(1, 1, (node(1),), (2,)))
    assert recorder.came[-1].removed == (first,)
    fresh.update(Changes(1, 2, (node(1, 2), node(2)), ()))
    parent, child = recorder.came[-1].nodes
    assert child.id != first
    assert parent.children == (child.id,)
    assert recorder.came[-1].focus == child.id
    fresh.perform(child.id, "click")
    assert host.asked == [(2, "click")]
