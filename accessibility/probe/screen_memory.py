"""ScreenMemory: what is painted on a virtual screen, read from the file that the X server paints into.

Asking the server for a picture takes 15 ms of its time, in which it does not paint; its memory can be read beside that.
"""

from __future__ import annotations

import mmap
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from accessibility.probe.errors import DesktopError

if TYPE_CHECKING:
    from PIL.Image import Image

NAME = "Xvfb_screen0"
"""What Xvfb calls the file in the folder that its option ``-fbdir`` names."""

_HEADER = struct.Struct(">25I")
"""X's window dump (XWDFile.h), version 7: 25 numbers of 32 bits, the highest byte first."""

_SIZE, _DEPTH, _WIDTH, _HEIGHT, _BITS, _LINE, _COLOURS = 0, 3, 4, 5, 11, 12, 19
_COLOUR_BYTES = 12


class ScreenMemory:
    """The first screen of one X server, for as long as that lives."""

    def __init__(self, folder: Path) -> None:
        """``folder`` as given to Xvfb. Raises DesktopError: no screen of 32 bits a pixel is there."""
        with (folder / NAME).open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        told = _HEADER.unpack_from(self._memory)
        if (told[_DEPTH], told[_BITS]) != (24, 32):
            raise DesktopError(f"the screen has {told[_DEPTH]} bits of colour in {told[_BITS]} bits a pixel")
        self.size: tuple[int, int] = told[_WIDTH], told[_HEIGHT]
        self._line: int = told[_LINE]
        self._begin: int = told[_SIZE] + told[_COLOURS] * _COLOUR_BYTES

    def lines(self, box: tuple[int, int, int, int] | None = None) -> bytes:
        """The screen's lines that a box (left, top, right, bottom in pixels) reaches, as wide as the screen."""
        _, top, _, bottom = box or (0, 0, *self.size)
        above, below = self._within(top), self._within(bottom)
        return self._memory[self._begin + above * self._line : self._begin + below * self._line]

    def picture(self, box: tuple[int, int, int, int] | None = None) -> Image:
        """What is painted now, in RGB; of the whole screen, or of a box: what lies outside of the screen is black."""
        from PIL import Image  # noqa: PLC0415 - only those who look need it

        left, top, right, bottom = box or (0, 0, *self.size)
        above, lines = self._within(top), self.lines(box)
        size = self.size[0], len(lines) // self._line
        whole = Image.frombuffer("RGB", size, lines, "raw", "BGRX", self._line, 1)
        return whole.crop((left, top - above, right, bottom - above))

    def _within(self, height: int) -> int:
        return max(0, min(self.size[1], height))
