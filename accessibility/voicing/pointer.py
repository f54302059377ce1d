"""Exploring by touch, with the gestures of phones' readers.

What lies under a finger that rests or goes slowly is spoken; at the upper or lower edge of what scrolls it scrolls on.
A flick to the right or left goes to the next or previous thing; two or three fingers up or down scroll a page. Two
taps, or lifting, press what is under the finger; after a flick, two taps anywhere press what it came to.

The mouse pointer can be told what it is on as well; its clicks stay what they are.
"""

import time
from collections.abc import Callable
from typing import Any

from accessibility.node import Bounds, Node
from accessibility.roles import Action
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.fingers import Fingers, Name
from accessibility.voicing.output import Earcon
from accessibility.voicing.places import under
from accessibility.voicing.reader import Reader
from accessibility.voicing.scroller import first_seen, scroller, wanted_at

DOUBLE = 0.5
"""Seconds between two taps that belong together, as on phones."""

TAP = 0.25
"""Seconds that a tap or a flick lasts at most; longer is exploring."""

REST = 0.8
"""Seconds for which a finger rests at an edge before it scrolls on."""

LOOK, LOOKS = 0.1, 6
"""Seconds between two looks whether what was scrolled is told where it stands now, and how many there are at most."""

Later = Callable[[float, Callable[[], object]], Callable[[], object]]
"""``later(seconds, job)`` does it then, unless what it gives is called before."""


class Pointer:
    """Stands before the window's own handling of touches while the reader speaks and exploring is wanted."""

    def __init__(
        self,
        reader: Reader,
        explorer: Explorer,
        later: Later,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._reader, self._explorer, self._clock, self._later = reader, explorer, clock, later
        self._window: Any = None
        self._over = 0
        self._fingers: Fingers | None = None
        self._explores = False
        self._tap_at, self._tapped_on = float("-inf"), 0
        self._by_flick = False
        """The thing that was told last was come to without a finger on it."""
        self._put_off: Callable[[], object] = lambda: None
        self._edge: tuple[int, Action] | None = None
        self._moving: Callable[[], object] = lambda: None
        self._leave_edge: Callable[[], object] = lambda: None
        self._events = {
            "on_touch_down": self._down, "on_touch_move": self._move, "on_touch_up": self._up,
            "mouse_pos": self._mouse, "focus": self._focus,
        }  # fmt: skip

    def start(self, window: Any) -> None:
        self._window = window
        window.bind(**self._events)

    def close(self) -> None:
        self._forget()
        self._moving()
        if self._window is not None:
            self._window.unbind(**self._events)
            self._window = None

    def _takes(self, touch: Any) -> bool:
        return self._reader.speaks and self._reader.settings.explore and "button" not in touch.profile

    # -- fingers -----------------------------------------------------------------------------------------

    def _down(self, window: Any, touch: Any) -> bool:
        if not self._takes(touch):
            return False
        self._put_off()
        if self._fingers is None:
            self._fingers = Fingers((window.width, window.height), self._clock())
            self._explores = False
            self._over = 0
            self._reader.output.stop()
        self._fingers.down(_name(touch), (touch.x, touch.y))
        if self._fingers.most == 1:
            self._put_off = self._later(TAP, self._explore)
        else:
            self._stop_at_edge()
        return True

    def _move(self, window: Any, touch: Any) -> bool:
        fingers = self._fingers
        if fingers is None or not fingers.knows(_name(touch)):
            return self._takes(touch)
        fingers.move(_name(touch), (touch.x, touch.y))
        if fingers.most > 1:
            if step := fingers.turn():
                self._turn(step)
        elif self._explores or self._clock() - fingers.began > TAP:
            self._explore()
        return True

    def _up(self, window: Any, touch: Any) -> bool:
        fingers = self._fingers
        if fingers is None or not fingers.knows(_name(touch)):
            return self._takes(touch)
        if fingers.up(_name(touch), (touch.x, touch.y)):
            is_short = not self._explores and self._clock() - fingers.began <= TAP
            self._forget()
            if self._takes(touch) and fingers.most == 1:
                self._lifted(fingers, is_short=is_short)
        return True

    def _lifted(self, fingers: Fingers, *, is_short: bool) -> None:
        """The one finger of a gesture."""
        presses = self._reader.settings.lift_presses
        if is_short and (step := fingers.flicked):
            self._by_flick = True
            self._explorer.go(step)
        elif is_short and not fingers.stayed:
            return  # a flick up or down means nothing
        elif is_short and (self._by_flick or not presses):
            self._tapped(*fingers.place)
        else:
            self._look(*fingers.place)
            if presses and self._over:
                self._explorer.press()

    def _tapped(self, x: float, y: float) -> None:
        """After a flick the first of two taps waits for the second before it tells what it is on: nothing but what was
        told is pressed."""
        is_second = self._clock() - self._tap_at <= DOUBLE
        self._tap_at = float("-inf") if is_second else self._clock()
        if self._by_flick:
            if is_second:
                self._explorer.press()
            else:
                self._put_off = self._later(DOUBLE, lambda: self._look_here(x, y))
            return
        self._look(x, y)
        if is_second and self._over and self._over == self._tapped_on:
            self._explorer.press()
        elif is_second:
            self._tap_at = self._clock()  # on another thing: its own first
        self._tapped_on = self._over

    def _look_here(self, x: float, y: float) -> None:
        self._by_flick = False
        self._look(x, y)

    def _forget(self) -> None:
        """Nothing is down any more."""
        self._fingers, self._explores = None, False
        self._put_off()
        self._stop_at_edge()

    def _focus(self, window: Any, focused: bool) -> None:
        """What is down is lifted in another window, which tells nobody."""
        if not focused:
            self._forget()

    # -- exploring ---------------------------------------------------------------------------------------

    def _explore(self) -> None:
        """Tell what the finger is on; at an edge it goes on after a rest."""
        fingers, reader = self._fingers, self._reader
        if fingers is None or not reader.speaks:
            return
        self._put_off()
        self._explores, self._by_flick = True, False
        x, y = fingers.place
        self._look(x, y)
        wanted = wanted_at(reader.nodes, reader.root, x, self._window.height - y)
        edge = (wanted[0].id, wanted[1]) if wanted is not None else None
        if edge != self._edge:
            self._stop_at_edge()
            if edge is not None:
                self._edge = edge
                self._leave_edge = self._later(REST, self._go_on)

    def _go_on(self) -> None:
        """Scroll, and tell what is under the finger now."""
        edge, host = self._edge, self._reader.host
        self._edge = None
        if edge is not None and host is not None and self._fingers is not None:
            self._over = 0
            self._scroll(edge[0], edge[1], self._explore)

    def _stop_at_edge(self) -> None:
        self._leave_edge()
        self._edge = None

    def _turn(self, step: int) -> None:
        """A page on or back where the fingers are. What is seen first then is told, and the next flick begins there."""
        fingers, reader = self._fingers, self._reader
        if fingers is None or reader.host is None:
            return
        x, y = fingers.place
        action = Action.SCROLL_DOWN if step > 0 else Action.SCROLL_UP
        view = scroller(reader.nodes, reader.root, x, self._window.height - y, action)
        if view is None:
            reader.say("", cue=Earcon.EDGE)
            return
        self._scroll(view.id, action, lambda: self._arrive(view.id))

    def _scroll(self, view: int, action: Action, then: Callable[[], object]) -> None:
        """And `then`, when everything has come to rest and is told where it stands: it is painted there first."""
        host, before = self._reader.host, self._stands(view)
        if host is None:
            return

        def look(left: int, last: list[Bounds]) -> None:
            now = self._stands(view)
            if left and (now == before or now != last):
                self._moving = self._later(LOOK, lambda: look(left - 1, now))
            else:
                then()

        self._moving()
        host.perform(view, action)
        look(LOOKS, before)

    def _stands(self, view: int) -> list[Bounds]:
        """Where the things in it are."""
        nodes = self._reader.nodes
        inside = nodes[view].children if view in nodes else ()
        return [nodes[uid].bounds for uid in inside if uid in nodes]

    def _arrive(self, view: int) -> None:
        found = first_seen(self._reader.nodes, view)
        if found is not None and self._reader.speaks:
            self._by_flick = True
            self._visit(found)

    def _mouse(self, window: Any, position: tuple[float, float]) -> None:
        if self._reader.speaks and self._reader.settings.pointer:
            self._look(*position)

    def _look(self, x: float, y: float) -> None:
        """Kivy's y grows upwards, a node's downwards."""
        if self._window is None:
            return
        found = under(self._reader.nodes, self._reader.root, x, self._window.height - y)
        if found is not None and found.id != self._over:
            self._visit(found)
        elif found is None:
            self._over = 0

    def _visit(self, node: Node) -> None:
        self._over = node.id
        self._explorer.visit(node)


def _name(touch: Any) -> Name:
    return touch.device, touch.id
