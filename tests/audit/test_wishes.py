"""What is wished for while a program runs is judged once it shows, however late the program draws it."""

from __future__ import annotations

from typing import Any

from PIL import Image

from accessibility.audit.plan import Wishes
from accessibility.audit.wishes import wish
from accessibility.checks.frame import Frame
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Seen

COLOURS = ("white", "black")


class SlowProgram:
    """A driver and its camera in one: the program answers at once, and draws only when it is waited for."""

    def __init__(self) -> None:
        self.camera: Any = self
        self.window: Any = Image.new("RGB", (40, 30))
        self.asked, self.drawn = (0, 20), (0, 20)

    def settle(self) -> Frame:
        theme, height = self.drawn
        text = Seen("/1", "label", "text", "", frozenset(), {}, (0, 0, 30, height), ())
        frame = Seen("/0", "frame", "page", "", frozenset(), {}, (0, 0, 40, 30), (), children=(text,))
        image = Image.new("RGB", self.window.size, COLOURS[theme])
        image.paste("red", (0, 0, 1, height))
        return Frame(frame, image, 0.0)

    def frame_after(self, old: Image.Image, patience: float) -> Frame:
        assert patience > 0
        self.drawn = self.asked
        return self.settle()

    def resize(self, width: int, height: int) -> None:
        raise ProbeError("this one cannot be turned")

    def recolour(self, _: Any) -> None:
        self.asked = ((self.asked[0] + 1) % len(COLOURS), self.asked[1])

    def grow(self, by: int) -> None:
        self.asked = (self.asked[0], self.asked[1] + by)


def test_a_wish_is_judged_when_it_shows() -> None:
    program = SlowProgram()
    seen = wish(
        program,  # type: ignore[arg-type]
        Wishes(program.recolour, lambda driver: program.grow(4), lambda driver: program.grow(-4)),
    )
    assert len(seen.colours) == len(COLOURS), "each set of colours once, until the first comes again"
    enlarged = seen.enlarged
    bounds = [frame.window.children[0].bounds for frame in (enlarged.before, enlarged.after, enlarged.back)]
    assert [place and place[3] for place in bounds] == [20, 24, 20]
    assert (enlarged.steps, seen.turned) == (1, ())
