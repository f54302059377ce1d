"""What an assistive technology found on the bus: an object as it was when looked at, and an event."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Seen:
    """One object on the bus as it was when it was looked at; roles and states have AT-SPI's names.

    bounds: x, y, width, height in window pixels, y down.
    """

    ref: str
    role: str
    name: str
    description: str
    states: frozenset[str]
    attributes: dict[str, str]
    bounds: tuple[int, int, int, int] | None
    actions: tuple[str, ...]
    text: str | None = None
    caret: int | None = None
    selections: tuple[tuple[int, int], ...] = ()
    value: float | None = None
    range: tuple[float, float] | None = None
    relations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind of relation (AT-SPI's names: "labelled-by", "error-message") to the references of what it is tied to."""
    children: tuple["Seen", ...] = field(default=(), repr=False)

    def walk(self) -> Iterator["Seen"]:
        """This and everything below, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, role: str = "", name: str = "") -> list["Seen"]:
        """Everything below of that role and name; an empty one matches any."""
        return [o for o in self.walk() if (not role or o.role == role) and (not name or o.name == name)]

    @property
    def focused(self) -> "Seen | None":
        return next((o for o in self.walk() if "focused" in o.states), None)

    def outline(self, depth: int = 0) -> str:
        """The tree as indented lines, for messages."""
        lines = [f"{'  ' * depth}{self.role} {self.name!r}"]
        return "\n".join(lines + [child.outline(depth + 1) for child in self.children])


@dataclass(frozen=True)
class Event:
    """Something that the bus told. `at` is in seconds of `time.monotonic`, of this process too.

    `path` ends the reference of the object that it is about; "" when that had gone.
    """

    type: str
    at: float
    role: str
    name: str
    detail1: int
    detail2: int
    data: Any
    path: str = ""


def seen_from(found: dict[str, Any]) -> Seen:
    """From what the process inside the desktop has written."""
    span = found.get("range")
    return Seen(
        **{key: found[key] for key in ("ref", "role", "name", "description", "attributes")},
        states=frozenset(found["states"]),
        bounds=tuple(found["bounds"]) if found["bounds"] else None,
        actions=tuple(found["actions"]),
        text=found.get("text"),
        caret=found.get("caret"),
        selections=tuple((start, end) for start, end in found.get("selections", ())),
        value=found.get("value"),
        range=(span[0], span[1]) if span else None,
        relations={kind: tuple(refs) for kind, refs in found.get("relations", {}).items()},
        children=tuple(seen_from(child) for child in found["children"]),
    )


def event_from(message: dict[str, Any]) -> Event:
    """The same for an event."""
    return Event(
        message["event"], message["at"], message["role"], message["name"],
        message["detail1"], message["detail2"], message["data"], message["path"],
    )  # fmt: skip
