"""Scanner: which thing is marked now, and which is chosen; a state machine fed with presses and time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from accessibility.switch.plan import ScanGroup
from accessibility.switch.presses import Switch
from accessibility.switch.settings import ScanMode, SwitchSettings
from accessibility.targets import Target


class Level(Enum):
    """RESTING: nothing is marked. GROUPS: whole groups. ITEMS: the things in one. LEAVE: the way out of it."""

    RESTING = auto()
    GROUPS = auto()
    ITEMS = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked. `item` is None when it is the whole group, to go into it or (LEAVE) out of it."""

    level: Level
    group: ScanGroup
    item: Target | None


class Scanner:
    """`mark` is what to show. Every time is in seconds, from any clock that only goes forward."""

    def __init__(self, settings: SwitchSettings) -> None:
        self.settings = settings
        self._groups: Sequence[ScanGroup] = ()
        self._start = 0
        self._level, self._group, self._item = Level.RESTING, 0, 0
        self._rounds = 0
        self._since = 0.0
        self._armed = False

    @property
    def mark(self) -> Mark | None:
        """What is marked now; None while scanning rests."""
        if self._level is Level.RESTING or not self._groups:
            return None
        group = self._groups[self._group]
        if self._level is Level.ITEMS:
            return Mark(Level.ITEMS, group, group.items[self._item])
        single = group.items[0] if group.is_single and self._level is Level.GROUPS else None
        return Mark(self._level, group, single)

    def show(self, groups: Sequence[ScanGroup], start: int, now: float) -> None:
        """The screen as it is now. The mark stays where it is as long as that is there, else begins at `start`."""
        before, self._groups, self._start = self.mark, groups, start
        if before is None:
            return
        if not groups:
            self._level = Level.RESTING
        elif not self._found_again(before):
            self.begin(now)

    def begin(self, now: float) -> None:
        """Mark the first group."""
        if self._groups:
            self._level, self._group, self._rounds = Level.GROUPS, min(self._start, len(self._groups) - 1), 0
            self._moved(now)

    def begin_again(self, now: float) -> None:
        """What was chosen has been done and the screen shown: begin at its start, unless scanning rests."""
        if self._level is not Level.RESTING:
            self.begin(now)

    def rest(self) -> None:
        """Mark nothing until the next press."""
        self._level = Level.RESTING

    def press(self, switch: Switch, now: float) -> Target | None:
        """A press that counts; gives the thing that it chooses, if it does."""
        if self._level is Level.RESTING:
            self.begin(now)
            self._armed = True
            return None
        if self._moves(switch):
            if self._armed or self.settings.switches == 2:
                self._advance(now, by_hand=True)
            self._armed, self._since = True, now
            return None
        return self._choose(now)

    def tick(self, now: float) -> Target | None:
        """Time has passed: the mark may move, or (one switch, by steps) choose."""
        if self._level is Level.RESTING:
            return None
        if self.settings.mode is ScanMode.AUTOMATIC:
            if now - self._since >= self._patience():
                self._advance(now)
            return None
        waits = self.settings.switches == 1 and self._armed
        return self._choose(now) if waits and now - self._since >= self.settings.choose_after else None

    # -- moving ---------------------------------------------------------------------------------------

    def _moves(self, switch: Switch) -> bool:
        if self.settings.switches == 1:
            return self.settings.mode is ScanMode.STEP
        return switch is Switch.NEXT

    def _patience(self) -> float:
        first = self._item == 0 if self._level is Level.ITEMS else self._group == self._start
        is_first = first and self._level is not Level.LEAVE
        return self.settings.interval + (self.settings.first_pause if is_first else 0.0)

    def _advance(self, now: float, *, by_hand: bool = False) -> None:
        if self._level is Level.GROUPS:
            self._group = (self._group + 1) % len(self._groups)
            self._count_round(self._group == self._start, by_hand)
        elif self._level is Level.ITEMS and self._item + 1 < len(self._groups[self._group].items):
            self._item += 1
        elif self._level is Level.ITEMS:
            self._level = Level.LEAVE
        else:
            self._again_in_group(by_hand)
        self._moved(now, armed=self._armed)

    def _count_round(self, is_over: bool, by_hand: bool) -> None:
        """Who scans by hand is there; who lets it run for so many rounds is not."""
        self._rounds += is_over and not by_hand
        if self._rounds >= self.settings.repeats:
            self.rest()

    def _again_in_group(self, by_hand: bool) -> None:
        self._rounds += not by_hand
        if self._rounds >= self.settings.group_repeats:
            self._leave()
        else:
            self._level, self._item = Level.ITEMS, 0

    def _choose(self, now: float) -> Target | None:
        mark = self.mark
        if mark is None:
            return None
        if mark.item is not None:
            self._after_choice(now)
            return mark.item
        if mark.level is Level.LEAVE:
            self._leave()
        else:
            self._level, self._item, self._rounds = Level.ITEMS, 0, 0
        self._moved(now)
        return None

    def _leave(self) -> None:
        self._level, self._rounds = Level.GROUPS, 0

    def _after_choice(self, now: float) -> None:
        """Begin anew: the screen may be another one."""
        if self.settings.mode is ScanMode.STEP and self.settings.switches == 1:
            self.rest()  # or waiting would choose the next thing
        else:
            self.begin(now)

    def _moved(self, now: float, *, armed: bool = False) -> None:
        self._since, self._armed = now, armed

    def _found_again(self, mark: Mark) -> bool:
        """Whether what was marked is still there; the place is set to it."""
        for index, group in enumerate(self._groups):
            if mark.item is None:
                if group.items[0].place != mark.group.items[0].place or group.is_single:
                    continue
                self._group = index
                return True
            for place, item in enumerate(group.items):
                if (item.place, item.action) == (mark.item.place, mark.item.action):
                    if (mark.level is Level.GROUPS) != group.is_single:
                        return False
                    self._group, self._item = index, place
                    return True
        return False
