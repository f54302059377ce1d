"""The way of a customer to whose bank everything happens: it is slow, away, without an answer, and ends the session."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO

from accessibility.audit.capture import EVERYTHING
from accessibility.audit.driver import Driver
from accessibility.audit.plan import Step
from app.audit_drill import Order
from app.audit_hands import Hands
from app.audit_steps import AMOUNT, PAYEE

WARNED = 40.0
"""Seconds until a warning must have come: the client looks at the time four times a minute."""


@dataclass
class Orders:
    """The line to the program of ``app.commands.drill``, once that has been started."""

    line: IO[str] | None = None

    def give(self, order: Order) -> None:
        """From now on."""
        assert self.line is not None
        self.line.write(f"{order}\n")
        self.line.flush()


@dataclass(frozen=True, slots=True)
class TroubleVisit(Hands):
    """Each method goes on from where the one before it ended."""

    orders: Orders = field(default_factory=Orders)

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        step = self.step
        return (
            step("sign-in cancelled", self.not_signed_in, "sign_in cancelled", place="cancelled"),
            # a bank that is waited for is no screen to be worked: nothing that is pressed is taken
            step("home, the bank is slow", self.slow, "Waiting", place="home", untried=EVERYTHING),
            step("balances, no connection", self.down, "check_balance collect"),
            step("balances cancelled", self.no_balances, "check_balance cancelled", place="cancelled"),
            step("home, no connection", self.not_begun, place="home"),
            step("transactions, no connection", self.no_history, "list_transactions collect"),
            step("transactions cancelled", self.no_transactions, "list_transactions cancelled", place="cancelled"),
            step("transfer without an answer", self.lost, "transfer_money unanswered"),
            step("home, a payment not answered", self.parked, place="home"),
            step("home, the session ends soon", self.warned, "MessageStrip", place="home"),
            step("sign-in form, signed out by the bank", self.expired, "sign_in collect"),
        )

    def not_signed_in(self, driver: Driver) -> None:
        self.arrive(driver)
        self.sign_in(driver)
        driver.press(self.say("ui-cancel"))

    def slow(self, driver: Driver) -> None:
        driver.press(self.say("ui-to-home"))
        self.come_in(driver)
        self.orders.give(Order.SLOW)
        driver.press(self.say("check_balance-title"))

    def down(self, driver: Driver) -> None:
        self.orders.give(Order.DOWN)
        driver.wait_for("heading", self.say("check_balance-title"))

    def no_balances(self, driver: Driver) -> None:
        driver.press(self.say("ui-cancel"))

    def not_begun(self, driver: Driver) -> None:
        """What a task needs to begin cannot be fetched."""
        self.home(driver)
        driver.press(self.say("list_transactions-title"))
        driver.wait_for("status bar", self.say("problem-bank_down"))

    def no_history(self, driver: Driver) -> None:
        self.orders.give(Order.NO_ENTRIES)
        self.task(driver, "list_transactions", "list_transactions-title")

    no_transactions = no_balances

    def lost(self, driver: Driver) -> None:
        self.orders.give(Order.WELL)
        self.task(driver, "transfer_money", "transfer_money-title")
        driver.press(PAYEE)
        driver.write(self.say("transfer_money-amount-label"), AMOUNT)
        driver.press(self.say("transfer_money-submit"))
        driver.wait_for("heading", self.say("transfer_money-review-title"))
        self.orders.give(Order.LOSE)
        driver.press(self.say("transfer_money-confirm"))

    def parked(self, driver: Driver) -> None:
        self.home(driver)
        driver.wait_for("push button", self.say("ui-find-out"))

    def warned(self, driver: Driver) -> None:
        self.orders.give(Order.SHORT)
        driver.wait_for("push button", self.say("ui-stay"), timeout=WARNED)
        self.orders.give(Order.WELL)

    def expired(self, driver: Driver) -> None:
        self.orders.give(Order.EXPIRE)
        driver.press(self.say("check_balance-title"))
