"""What the audit is to look at in this client: in which looks, language and window, and how it is opened."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Look, Plan
from accessibility.preferences import TEXT_SCALES, Preferences, Theme
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from app.audit_steps import Visit
from app.config import HOME_VARIABLE, Places, Settings, save_settings
from app.local_bank import LocalBank
from app.words import Words

LOCALES = {"zh-CN": "zh_CN.UTF-8", "en": "en_US.UTF-8"}

WINDOW = (1000, 760)
NARROWEST, LOWEST = 320, 480
"""Pixels: the client's least window."""

FRAME = (40, 60)
"""Pixels of the screen around the window."""

LOOKS = (
    Look("light", 1.0, thorough=True),
    Look("dark", 1.0),
    Look("high_contrast", 1.0),
    *(Look("light", scale) for scale in TEXT_SCALES[1:]),
)
"""Focus and actions once; colours in each theme; whole texts at each size."""

QUICK_LOOKS = (Look("light", 2.0),)
"""Every screen once, at the size that asks most of a layout that still shows it all."""


@dataclass(frozen=True, slots=True)
class Setting:
    """In which language, and in a window of which size (width, height in pixels), the client is looked at."""

    lang: str = "zh-CN"
    size: tuple[int, int] = WINDOW


def make_plan(bank: LocalBank, setting: Setting | None = None, *, quick: bool = False) -> Plan:
    """The client against `bank`, in every look or (`quick`) in one."""
    setting = setting or Setting()
    name = f"tingjian run --lang {setting.lang}, {setting.size[0]}x{setting.size[1]} px"
    looks = QUICK_LOOKS if quick else LOOKS
    visit = Visit(Words.load(setting.lang))
    return Plan(name, looks, visit.steps(), partial(open_client, bank, setting), visit.wishes())


@contextlib.contextmanager
def open_client(bank: LocalBank, setting: Setting, look: Look) -> Iterator[Driver]:
    """The client's window on a desktop of its own, with settings of its own that hold the look."""
    title = Words.load(setting.lang).text("ui-app-title")
    side = max(*setting.size, *WINDOW)  # so that the window can be turned
    screen = (side + FRAME[0], side + FRAME[1])
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="audit-")))
        desk = stack.enter_context(Desktop(screen, LOCALES[setting.lang]))
        bus = stack.enter_context(Bus(desk))
        preferences = Preferences(text_scale=look.scale, theme=Theme(look.theme))
        save_settings(Places(home).settings, Settings(setting.lang, preferences=preferences))
        desk.start(
            [sys.executable, "-m", "app", "run", "--bank", bank.url, "--ca", str(bank.certificate_authority)],
            env={HOME_VARIABLE: str(home)},
            log="client.log",
        )
        application = bus.application(title)
        desk.wait_for_window(title)
        driver = Driver(desk, bus, application)
        if setting.size != WINDOW:
            driver.resize(*setting.size)
        driver.camera.settle()
        yield driver
