"""What the audit is to look at in this client: its looks, its screens, and the way from one to the next."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Look, Plan, Step
from accessibility.preferences import Preferences, Theme
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from app.config import HOME_VARIABLE, Places, Settings, save_settings
from app.local_bank import LocalBank
from app.words import Words

LANG = "zh-CN"
NUMBER, PASSWORD = "10000001", "demo0101"  # published, see docs/demo-customers.md
PAYEE, AMOUNT = "王芳", "5"

SCREEN_SIZE = (1040, 820)

LOOKS = (
    Look("light", 1.0, thorough=True),
    Look("dark", 1.0),
    Look("high_contrast", 1.0),
    *(Look("light", scale) for scale in (1.3, 1.5, 2.0, 3.0)),
)
"""Focus and actions once; colours in each theme; whole texts at each size."""

QUICK_LOOKS = (Look("light", 1.0), Look("light", 2.0))


def make_plan(bank: LocalBank, *, quick: bool = False) -> Plan:
    """The client against `bank`, in every look or (`quick`) in two of one theme."""
    return Plan("tingjian run", QUICK_LOOKS if quick else LOOKS, steps(Words.load(LANG)), partial(open_client, bank))


@contextlib.contextmanager
def open_client(bank: LocalBank, look: Look) -> Iterator[Driver]:
    """The client's window on a desktop of its own, with settings of its own that hold the look."""
    title = Words.load(LANG).text("ui-app-title")
    with tempfile.TemporaryDirectory(prefix="audit-") as home, Desktop(SCREEN_SIZE) as desk, Bus(desk) as bus:
        settings = Settings(LANG, preferences=Preferences(text_scale=look.scale, theme=Theme(look.theme)))
        save_settings(Places(Path(home)).settings, settings)
        desk.start(
            [sys.executable, "-m", "app", "run", "--bank", bank.url, "--ca", str(bank.certificate_authority)],
            env={HOME_VARIABLE: home},
            log="client.log",
        )
        application = bus.application(title)
        desk.wait_for_window(title)
        driver = Driver(desk, bus, application)
        driver.camera.settle()
        yield driver


def steps(words: Words) -> tuple[Step, ...]:
    """Every screen of the client in the order of one customer's visit."""
    say: Callable[[str], str] = words.text

    def sign_in(driver: Driver) -> None:
        driver.press(say("sign_in-title"))
        driver.wait_for("entry", say("sign_in-customer_number-label"))

    def password(driver: Driver) -> None:
        driver.write(say("sign_in-customer_number-label"), NUMBER)
        driver.write(say("sign_in-password-label"), PASSWORD, secret=True)

    def signed_in(driver: Driver) -> None:
        driver.press(say("sign_in-submit"))
        driver.wait_for("push button", say("ui-sign-out"))

    def task(driver: Driver, intent: str, done: str) -> None:
        go_home(driver)
        driver.press(say(f"{intent}-title"))
        driver.wait_for("heading", say(done))

    def go_home(driver: Driver) -> None:
        driver.key("alt+Home")
        driver.wait_for("push button", say("ui-sign-out"))

    def unanswered(driver: Driver) -> None:
        driver.press(say("transfer_money-submit"))

    def review(driver: Driver) -> None:
        driver.press(PAYEE)
        driver.write(say("transfer_money-amount-label"), AMOUNT)
        driver.press(say("transfer_money-submit"))
        driver.wait_for("heading", say("transfer_money-review-title"))

    def done(driver: Driver) -> None:
        driver.press(say("transfer_money-confirm"))
        driver.wait_for("heading", say("transfer_money-done-title"))

    def chat(driver: Driver) -> None:
        driver.key("F3")
        driver.wait_for("heading", say("ui-chat-title"))

    def shortcuts(driver: Driver) -> None:
        driver.key("F1")
        driver.wait_for("dialog", say("ui-help-title"))

    return (
        Step("home, signed out", lambda driver: None, "home"),
        Step("sign-in form", sign_in, "sign-in"),
        Step("sign-in form, filled", password, "sign-in"),
        Step("home, signed in", signed_in, "home"),
        Step("balances", partial(task, intent="check_balance", done="check_balance-done-title")),
        Step("transactions", partial(task, intent="list_transactions", done="list_transactions-done-title")),
        Step("transfer form", partial(task, intent="transfer_money", done="transfer_money-title"), "transfer"),
        Step("transfer form, with errors", unanswered, "transfer"),
        Step("review", review),
        Step("outcome", done),
        Step("chat", chat),
        Step("help and keys", shortcuts),
    )
