"""The way of one customer through the screens of the client that everybody comes to, by roles and names."""

from __future__ import annotations

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Step, Wishes
from app.audit_hands import Hands

PAYEE, AMOUNT = "王芳", "5"

SLIP = {"zh-CN": "查询余客", "en": "chekc balence"}
"""What is near enough to a command for the bank to ask back."""


class Visit(Hands):
    """One visit in one language; each method goes on from where the one before it ended."""

    __slots__ = ()

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        step = self.step
        return (
            step("home, signed out", self.arrive, "HomeScreen", place="home"),
            step("sign-in form", self.sign_in, "sign_in collect", place="sign-in"),
            step("sign-in form, filled", self.fill_in, "sign_in collect", place="sign-in"),
            step("home, signed in", self.signed_in, place="home"),
            step("balances", self.balances, "check_balance done"),
            step("transactions", self.transactions, "list_transactions done"),
            step("transfer form", self.transfer, "transfer_money collect", place="transfer"),
            step("transfer form, with errors", self.unanswered, "transfer_money collect", place="transfer"),
            step("review", self.review, "transfer_money review"),
            step("outcome", self.outcome, "transfer_money done"),
            step("chat", self.chat, "ChatScreen"),
            step("settings", self.settings, "SettingsScreen"),
            step("help and keys", self.help, "HelpDialog"),
        )

    def wishes(self) -> Wishes:
        """The commands of the bar that change how the client looks."""
        return Wishes(
            self.recolour,
            lambda driver: driver.press(self.say("ui-larger-name")),
            lambda driver: driver.press(self.say("ui-smaller-name")),
        )

    def balances(self, driver: Driver) -> None:
        self.task(driver, "check_balance", "check_balance-done-title")

    def transactions(self, driver: Driver) -> None:
        self.task(driver, "list_transactions", "list_transactions-done-title")

    def transfer(self, driver: Driver) -> None:
        self.task(driver, "transfer_money", "transfer_money-title")

    def unanswered(self, driver: Driver) -> None:
        """Nothing filled in, and sent: the fields say what they lack."""
        driver.press(self.say("transfer_money-submit"))

    def review(self, driver: Driver) -> None:
        driver.press(PAYEE)
        driver.write(self.say("transfer_money-amount-label"), AMOUNT)
        driver.press(self.say("transfer_money-submit"))
        driver.wait_for("heading", self.say("transfer_money-review-title"))

    def outcome(self, driver: Driver) -> None:
        driver.press(self.say("transfer_money-confirm"))
        driver.wait_for("heading", self.say("transfer_money-done-title"))

    def help(self, driver: Driver) -> None:
        driver.key("F1")
        driver.wait_for("dialog", self.say("ui-help-title"))
