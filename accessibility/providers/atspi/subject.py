"""What an interface is asked about: one object in one snapshot, and the little it needs of the world."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from accessibility.node import Bounds, Node
from accessibility.providers.atspi.names import NOBODY, Reference, path_of
from accessibility.providers.atspi.snapshot import Snapshot


class Surroundings(Protocol):
    """What does not stand in the tree."""

    @property
    def bus_name(self) -> str:
        """Our name on the accessibility bus."""

    @property
    def origin(self) -> tuple[float, float]:
        """Where the window's top left corner is on the screen, in pixels."""

    def perform(self, target: int, action: str, *values: Any) -> None:
        """Have it done on the main thread."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One object that is asked about."""

    tree: Snapshot
    node: Node
    world: Surroundings

    def reference(self, uid: int | None = None) -> Reference:
        """The object of a node (of this one without `uid`); nobody's when it is not told."""
        number = self.tree.numbers.get(self.node.id if uid is None else uid)
        return NOBODY if number is None else Reference(self.world.bus_name, path_of(number))

    def of(self, uid: int) -> "Subject":
        """The same question about another node."""
        return Subject(self.tree, self.tree.nodes[uid], self.world)

    @property
    def children(self) -> tuple[int, ...]:
        return self.tree.children.get(self.node.id, ())

    def offers(self, action: str) -> bool:
        return action in self.node.actions

    def perform(self, action: str, *values: Any) -> bool:
        """Ask for it; False when the node does not offer it. It is done a moment later."""
        if not self.offers(action):
            return False
        self.world.perform(self.node.id, action, *values)
        return True

    def place(self, bounds: Bounds, coordinates: int) -> tuple[int, int, int, int]:
        """x, y, width and height of window pixels, as the platform wants them.

        coordinates: AtspiCoordType, 0 on the screen, 1 in the window, 2 in the parent.
        """
        left, top = self._shift(coordinates)
        x, y = round(bounds.left + left), round(bounds.top + top)
        return x, y, round(bounds.right + left) - x, round(bounds.bottom + top) - y

    def point(self, x: int, y: int, coordinates: int) -> tuple[float, float]:
        """A point of the platform's in window pixels."""
        left, top = self._shift(coordinates)
        return x - left, y - top

    def _shift(self, coordinates: int) -> tuple[float, float]:
        if coordinates == 0:
            return self.world.origin
        parent = self.tree.nodes.get(self.tree.parents.get(self.node.id, 0))
        if coordinates == 2 and parent is not None:
            return -parent.bounds.left, -parent.bounds.top
        return 0.0, 0.0


@dataclass(frozen=True, slots=True)
class Method:
    """A method of an interface: types of what comes and goes, and the function that answers with a tuple."""

    takes: str
    gives: str
    answer: Callable[..., tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an interface; `put` where it may be set: False when this object does not let it."""

    type: str
    get: Callable[[Subject], Any]
    put: Callable[[Subject, Any], bool] | None = None


@dataclass(frozen=True, slots=True)
class Interface:
    """One D-Bus interface of our objects; `has` says which nodes have it."""

    name: str
    has: Callable[[Node], bool]
    methods: Mapping[str, Method]
    properties: Mapping[str, Property]
