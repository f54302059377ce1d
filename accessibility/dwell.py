"""Dwell: resting the pointer is a click, for who can move it but not press; pure, fed with places and times."""

from dataclasses import dataclass
from math import hypot

from accessibility.stored import Stored, between

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class DwellSettings(Stored):
    """rest: seconds until a resting pointer clicks. radius: how far it may tremble meanwhile, in dp."""

    on: bool = False
    rest: float = between(1.0, 0.3, 10.0, "s")
    radius: float = between(14.0, 4.0, 60.0, "dp")


@dataclass(slots=True)
class Dwell:
    """`radius` in the same unit as the places. After a click the pointer must leave the place before the next one."""

    rest: float
    radius: float
    _anchor: Point | None = None
    _since: float = 0.0
    _spent: bool = False
    _away: bool = False

    def move(self, place: Point, now: float) -> None:
        """The pointer is at `place`; trembling within the radius is resting."""
        came_back, self._away = self._away, False
        if self._anchor is not None and hypot(place[0] - self._anchor[0], place[1] - self._anchor[1]) <= self.radius:
            if came_back:
                self.again(now)
            return
        self._anchor, self._since, self._spent = place, now, False

    def leave(self) -> None:
        """The pointer has left the window; a place where it has clicked is remembered, should it come back there."""
        self._away = True

    def spend(self, place: Point) -> None:
        """A real button is used at `place`: nothing is to happen there by itself until the pointer has left it."""
        self._anchor, self._spent, self._away = place, True, False

    def again(self, now: float) -> None:
        """The rest begins anew, for it was no rest, or on something else; a click that was made is not made again."""
        self._since = now

    def progress(self, now: float) -> float:
        """How much of the rest is over, 0 to 1; 0 where nothing will happen."""
        if self.place is None or self._spent:
            return 0.0
        return min(1.0, (now - self._since) / self.rest)

    @property
    def place(self) -> Point | None:
        """Where the pointer rests."""
        return None if self._away else self._anchor

    @property
    def is_spent(self) -> bool:
        """Whether nothing will happen here any more."""
        return self._spent

    def tick(self, now: float) -> Point | None:
        """The place to click when the rest is over, once."""
        if self.progress(now) < 1.0:
            return None
        self._spent = True
        return self._anchor
