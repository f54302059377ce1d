"""From one line of children to another in single steps: clients keep their own copy true by replaying them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

ADD, REMOVE = "add", "remove"


class Step(NamedTuple):
    """A child that comes to a place, or leaves it, in the line as the steps before have made it."""

    what: str
    place: int
    child: int


def arrivals(known: Sequence[int], children: Sequence[int]) -> tuple[list[Step], list[int]]:
    """Those that come, between those that have yet to go, and the line with both.

    A child that has changed its place among the others goes first and comes again.
    """
    line = list(known)
    steps = []
    for child in _moved(known, children):
        steps.append(Step(REMOVE, line.index(child), child))
        line.remove(child)
    there, place = set(line), 0
    for at, child in enumerate(children):
        if child not in there:
            place = line.index(children[at - 1], max(place - 1, 0)) + 1 if at else 0
            line.insert(place, child)
            steps.append(Step(ADD, place, child))
    return steps, line


def departures(line: Sequence[int], children: Sequence[int]) -> Iterator[Step]:
    """Those of the line that go."""
    staying, gone = set(children), 0
    for at, child in enumerate(line):
        if child not in staying:
            yield Step(REMOVE, at - gone, child)
            gone += 1


def _moved(known: Sequence[int], children: Sequence[int]) -> list[int]:
    """The children that stand behind one now that they stood before."""
    before = {child: place for place, child in enumerate(known)}
    moved, furthest = [], -1
    for child in children:
        place = before.get(child, furthest)
        if place < furthest:
            moved.append(child)
        furthest = max(furthest, place)
    return moved
