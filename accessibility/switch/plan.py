"""What is scanned: the things that can be chosen, gathered in groups, from a tree of nodes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accessibility.node import Bounds, Node
from accessibility.targets import Target, is_answered, targets
from accessibility.tree import reading_order

LONGEST = 6
"""More things in a group than these take longer to scan than two rows of half as many."""


@dataclass(frozen=True, slots=True)
class ScanGroup:
    """Things scanned together; a group of one is scanned as the thing itself.

    part: which part this is of a long group that was cut, from 1; 0: it is whole.
    """

    items: tuple[Target, ...]
    name: str
    part: int = 0

    @property
    def bounds(self) -> Bounds:
        """The rectangle around all of it."""
        every = [item.bounds for item in self.items]
        return Bounds(
            min(box.left for box in every), min(box.top for box in every),
            max(box.right for box in every), max(box.bottom for box in every),
        )  # fmt: skip

    @property
    def is_single(self) -> bool:
        return len(self.items) == 1

    def holds(self, uid: int) -> bool:
        return any(item.id == uid for item in self.items)


def make_plan(nodes: Mapping[int, Node], root: int, longest: int = LONGEST) -> tuple[ScanGroup, ...]:
    """Every thing that can be chosen, in reading order.

    What stands in one list, radio group, toolbar, landmark… is one group; the rest is grouped by rows as seen.
    A group of more than `longest` things is cut where a row ends.
    """
    gathered: list[tuple[int, list[Target]]] = []
    for owner, item in targets(nodes, root):
        if gathered and gathered[-1][0] == owner:
            gathered[-1][1].append(item)
        else:
            gathered.append((owner, [item]))
    groups: list[ScanGroup] = []
    for owner, items in gathered:
        if owner == root:
            groups += [_group(row) for row in _rows(items)]
        else:
            parts = _cut(items, longest)
            name, is_whole = nodes[owner].name, len(parts) == 1
            groups += [_group(part, name, 0 if is_whole else place) for place, part in enumerate(parts, 1)]
    return tuple(groups)


def start_of(groups: Sequence[ScanGroup], nodes: Mapping[int, Node], root: int, focus: int) -> int:
    """The group to begin with: the one with the focus, the next one when that is filled in, else the next below."""
    order = {node.id: place for place, node in enumerate(reading_order(nodes, root))}
    here = order.get(focus, -1)
    for index, group in enumerate(groups):
        if group.holds(focus):
            return (index + 1) % len(groups) if is_answered(nodes.get(focus)) else index
        if order.get(group.items[0].id, -1) > here:
            return index
    return 0


def _group(items: Sequence[Target], name: str = "", part: int = 0) -> ScanGroup:
    return ScanGroup(tuple(items), name or ", ".join(item.name for item in items if item.name), part)


def _rows(items: Sequence[Target]) -> list[list[Target]]:
    """Neighbours in the order that stand side by side."""
    rows: list[list[Target]] = []
    for item in items:
        if rows and _is_beside(rows[-1][-1].bounds, item.bounds):
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _is_beside(one: Bounds, other: Bounds) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > 0.5 * min(one.height, other.height)


def _cut(items: Sequence[Target], longest: int) -> list[list[Target]]:
    """Whole rows put together as long as there are not more than `longest` things."""
    if len(items) <= longest:
        return [list(items)]
    parts: list[list[Target]] = []
    for row in _rows(items):
        if parts and len(parts[-1]) + len(row) <= longest:
            parts[-1] += row
        else:
            parts.append(list(row))
    return parts
