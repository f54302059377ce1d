"""What the audit is to look at in this client: in which looks, language and window, and how it is opened."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Look, Opening, Plan
from accessibility.preferences import TEXT_SCALES, Preferences, Theme
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from app.audit_hands import Hands
from app.audit_steps import Visit
from app.audit_steps_beside import BesideVisit
from app.audit_steps_trouble import Orders, TroubleVisit
from app.audit_steps_ways import KEYPAD, RESTING, SWITCHES, ElderVisit, FirstStart, Resting, Switches, TwelveKeys
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
"""The size that asks most of a layout that still shows it all."""


@dataclass(frozen=True, slots=True)
class Setting:
    """In which language, and in a window of which size (width, height in pixels), the client is looked at."""

    lang: str = "zh-CN"
    size: tuple[int, int] = WINDOW


@dataclass(frozen=True, slots=True)
class Client:
    """How the client is opened: on which bank, and with which preferences beside the look.

    `first`: nothing has been kept yet. `orders`: the bank goes wrong as they say.
    """

    bank: LocalBank
    setting: Setting
    prefers: Callable[[Preferences], Preferences] = lambda usual: usual
    first: bool = False
    orders: Orders | None = None


def make_plan(bank: LocalBank, setting: Setting | None = None, *, quick: bool = False) -> Plan:
    """The client against `bank`, in every look and opening or (`quick`) in one."""
    setting = setting or Setting()
    name = f"tingjian run --lang {setting.lang}, {setting.size[0]}x{setting.size[1]} px"
    words, usual = Words.load(setting.lang), Client(bank, setting)
    main = Visit(words)
    openings = (Opening("usual", main.steps(), partial(open_client, usual), main.wishes()), *_others(words, usual))
    return Plan(name, QUICK_LOOKS, openings[:1]) if quick else Plan(name, LOOKS, openings)


def _others(words: Words, usual: Client) -> Iterator[Opening]:
    """Where the client is not the usual one, or the customer does not go the usual way."""
    trouble = TroubleVisit(words)
    visits: tuple[tuple[str, Hands, Client], ...] = (
        ("beside", BesideVisit(words), usual),
        ("trouble", trouble, replace(usual, prefers=partial(replace, patience=0.0), orders=trouble.orders)),
        ("first start", FirstStart(words), replace(usual, first=True)),
        ("one question a page", ElderVisit(words), replace(usual, prefers=partial(replace, elder=True))),
        ("twelve keys", TwelveKeys(words), replace(usual, prefers=partial(replace, keypad=KEYPAD))),
        ("switches", Switches(words), replace(usual, prefers=partial(replace, switch=SWITCHES))),
        ("resting pointer", Resting(words), replace(usual, prefers=partial(replace, dwell=RESTING, page_buttons=True))),
    )
    for name, visit, client in visits:
        yield Opening(name, visit.steps(), partial(open_client, client))


@contextlib.contextmanager
def open_client(client: Client, look: Look) -> Iterator[Driver]:
    """The client's window on a desktop of its own, with settings of its own that hold the look."""
    setting = client.setting
    title = Words.load(setting.lang).text("ui-app-title")
    side = max(*setting.size, *WINDOW)  # so that the window can be turned
    screen = (side + FRAME[0], side + FRAME[1])
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="audit-")))
        desk = stack.enter_context(Desktop(screen, LOCALES[setting.lang]))
        bus = stack.enter_context(Bus(desk))
        if not client.first:
            preferences = client.prefers(Preferences(text_scale=look.scale, theme=Theme(look.theme)))
            save_settings(Places(home).settings, Settings(setting.lang, preferences=preferences))
        _start(client, desk, home, stack)
        application = bus.application(title)
        desk.wait_for_window(title)
        driver = Driver(desk, bus, application)
        if setting.size != WINDOW:
            driver.resize(*setting.size)
        if client.first:
            Hands(Words.load(setting.lang)).dress(driver, look)
        driver.camera.settle()
        yield driver


def _start(client: Client, desk: Desktop, home: Path, stack: contextlib.ExitStack) -> None:
    """As a customer does it; on a bank that goes wrong by orders, as a program that takes them."""
    drilled = client.orders is not None
    program = ("app.commands.drill",) if drilled else ("app", "run", "--lang", client.setting.lang)
    process = desk.start(
        [sys.executable, "-m", *program, "--bank", client.bank.url, "--ca", str(client.bank.certificate_authority)],
        env={HOME_VARIABLE: str(home)},
        log="client.log",
        stdin=subprocess.PIPE if drilled else None,
        text=True,
    )
    if client.orders is not None and process.stdin is not None:
        client.orders.line = stack.enter_context(process.stdin)
