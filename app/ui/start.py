"""start: opens the window; Kivy is set up and imported only here, never at import."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.ui.fonts import find_fonts, register_fonts

if TYPE_CHECKING:
    from app.ui.parts import Parts


@dataclass(frozen=True, slots=True)
class WindowSetup:
    """Where Kivy keeps its files, the window's first size in pixels, and a font file the customer named."""

    home: Path
    width: int = 1000
    height: int = 760
    font: str = ""


def prepare_window(setup: WindowSetup) -> None:
    """Settings and fonts, before anything of Kivy's window is imported.

    Raises:
        FontMissing: nothing on this machine can show Chinese.
    """
    fonts = find_fonts(setup.home / "fonts", chosen=setup.font or os.environ.get("TINGJIAN_FONT", ""))
    setup.home.mkdir(parents=True, exist_ok=True)
    os.environ["KIVY_HOME"] = str(setup.home)
    os.environ["KIVY_NO_ARGS"] = "1"
    os.environ.setdefault("KIVY_IMAGE", "sdl2")  # the window has no pictures: no library but SDL's is loaded
    if sys.platform == "linux":
        os.environ.setdefault("KIVY_CLIPBOARD", "sdl2")  # the others start programs that may not be there
    from accessibility.loop import configure  # noqa: PLC0415 - Kivy must not be imported before it is set up

    configure()
    from kivy.config import Config  # noqa: PLC0415 - Kivy must not be imported before it is set up

    Config.set("kivy", "log_level", "warning")
    Config.set("kivy", "log_enable", "0")
    Config.set("kivy", "exit_on_escape", "0")
    Config.set("input", "mouse", "mouse,disable_multitouch")
    Config.set("graphics", "width", str(setup.width))
    Config.set("graphics", "height", str(setup.height))
    # Every round edge is a smooth shape: sampled four times it looks no better, and takes a processor twice as long.
    Config.set("graphics", "multisamples", "0")
    Config.set("graphics", "minimum_width", "320")
    Config.set("graphics", "minimum_height", "480")
    Config.set("kivy", "desktop", "1")
    register_fonts(fonts)


def post(job: Callable[[], None]) -> None:
    """Run a job on the main thread in its next turn; for workers on other threads."""
    from kivy.clock import Clock  # noqa: PLC0415 - Kivy must not be imported before it is set up

    Clock.schedule_once(lambda _: job(), 0)


def later(seconds: float, job: Callable[[], object]) -> Callable[[], object]:
    """Run a job on the main thread in so many seconds, unless what is given back is called before."""
    from kivy.clock import Clock  # noqa: PLC0415 - Kivy must not be imported before it is set up

    cancel: Callable[[], object] = Clock.schedule_once(lambda _: job(), seconds).cancel
    return cancel


def run_window(make_parts: Callable[[], Parts], setup: WindowSetup) -> None:
    """Open the window and stay until it is closed. ``make_parts`` runs when Kivy is ready."""
    prepare_window(setup)
    from app.ui.app import TingjianApp  # noqa: PLC0415 - Kivy must not be imported before it is set up

    TingjianApp(make_parts()).run()
