"""Fingers: those that are down in one gesture, where they began and where they are; pure."""

from dataclasses import dataclass, field

Place = tuple[float, float]
Name = tuple[object, object]
"""What tells a finger from the others: its device, and its number there."""

FLICK = 0.1
"""Share of the window's narrower side that a finger crosses at least to have been flicked."""

FIRST, NEXT = 0.12, 0.3
"""Shares of the window's height that fingers travel for the first page, and for each that follows."""


@dataclass
class Fingers:
    """One gesture, from the first finger that comes down to the last that is lifted; places in pixels, y up."""

    size: Place
    """Of the window, in pixels."""
    began: float
    """Seconds, on the caller's clock."""
    most: int = 0
    """How many were down together."""
    turned: int = 0
    """Pages that were turned."""
    _first: Place = (0.0, 0.0)
    _last: Place = (0.0, 0.0)
    _from: float = 0.0
    _down: dict[Name, Place] = field(default_factory=dict)

    def down(self, name: Name, place: Place) -> None:
        """One more; what the others travelled before is no part of what all of them do."""
        if not self._down:
            self._first = place
        self._down[name], self._last = place, place
        self.most = max(self.most, len(self._down))
        self._from = self._height

    def move(self, name: Name, place: Place) -> None:
        if name in self._down:
            self._down[name] = self._last = place

    def up(self, name: Name, place: Place) -> bool:
        """Whether it was the last one that was down."""
        if self._down.pop(name, None) is None:
            return False
        self._last = place
        return not self._down

    def knows(self, name: Name) -> bool:
        return name in self._down

    @property
    def place(self) -> Place:
        """Where the finger is that moved last."""
        return self._last

    @property
    def flicked(self) -> int:
        """1 for a finger that went to the right, -1 to the left, 0 when it stayed or went up or down."""
        across, up = self._last[0] - self._first[0], self._last[1] - self._first[1]
        if abs(across) < FLICK * min(self.size) or abs(across) <= abs(up):
            return 0
        return 1 if across > 0 else -1

    @property
    def stayed(self) -> bool:
        """Whether it is where it came down, as near as fingers are."""
        across, up = self._last[0] - self._first[0], self._last[1] - self._first[1]
        return max(abs(across), abs(up)) < FLICK * min(self.size)

    def turn(self) -> int:
        """1 when two fingers have gone up so far that the next page is wanted, -1 down, else 0; with three it is one
        page however far they go."""
        if len(self._down) < max(2, self.most) or (self.most > 2 and self.turned):
            return 0
        travelled = self._height - self._from
        if abs(travelled) < (NEXT if self.turned else FIRST) * self.size[1]:
            return 0
        self._from = self._height
        self.turned += 1
        return 1 if travelled > 0 else -1

    @property
    def _height(self) -> float:
        """The middle of all that are down."""
        return sum(place[1] for place in self._down.values()) / max(1, len(self._down))
