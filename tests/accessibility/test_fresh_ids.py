"""A node that comes back is a new one to the platform: an id that has gone is dead there for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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


def row(item: int) -> Node:
    return Node(id=2, role=Role.LISTITEM, name=f"Payment {item}", children=(3,), item=item)


def test_a_row_that_holds_another_item_is_another_node_with_all_that_is_in_it() -> None:
    """The list names its new rows, and who presses the button of the old one presses nothing that is there."""
    recorder, host = Recorder(), Host()
    fresh = FreshIds(recorder)
    fresh.start(host, None)
    around, beside = node(1, 2, 5), replace(node(5), described_by=(3,))
    fresh.update(Changes(1, 1, (around, row(1), node(3, 4), node(4), beside), (), complete=True))
    before = {one.name: one.id for one in recorder.came[0].nodes}
    fresh.update(Changes(1, 3, (row(9),), ()))
    now = {one.name: one for one in recorder.came[-1].nodes}
    assert set(recorder.came[-1].removed) == {before["Payment 1"], before["3"], before["4"]}
    assert not set(recorder.came[-1].removed) & {one.id for one in now.values()}
    assert now["1"].id == before["1"], "the list itself stays"
    assert now["1"].children == (now["Payment 9"].id, before["5"])
    assert now["Payment 9"].children == (now["3"].id,)
    assert now["3"].children == (now["4"].id,)
    assert now["5"].described_by == (now["3"].id,)
    assert recorder.came[-1].focus == now["3"].id
    fresh.perform(now["4"].id, "click")
    fresh.perform(before["4"], "click")
    assert host.asked == [(4, "click")]


def test_a_row_that_changes_its_words_alone_stays_what_it_is() -> None:
    recorder = Recorder()
    fresh = FreshIds(recorder)
    fresh.start(Host(), None)
    fresh.update(Changes(1, 1, (node(1, 2), row(1), node(3)), (), complete=True))
    fresh.update(Changes(1, 1, (replace(row(1), name="Payment, paid"),), ()))
    assert [one.id for one in recorder.came[-1].nodes] == [2]
    assert recorder.came[-1].removed == ()
