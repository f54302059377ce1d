"""The way of a customer who goes wrong, turns back, asks in writing and changes keys."""

from __future__ import annotations

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Step
from accessibility.checks.rule import Need
from accessibility.probe.errors import NotThereError
from app.audit_hands import NUMBER, PASSWORD, Hands
from app.audit_steps import PAYEE, SLIP
from app.domain.money import Money
from app.words import Form

WRONG_PASSWORD = "demo9999"  # noqa: S105 - nobody's
TOO_MUCH, LIMIT = "60000", Money(50_000_00)
"""In yuan what is more than the bank moves at once, and what it moves."""

SETTINGS_TRIED = frozenset({Need.DEEDS, Need.HOLDING, Need.MIXING})

SENSELESS = "qqq"
ANOTHER_SCREEN = 2.0
"""Seconds in which a dialog that is there is found."""


class BesideVisit(Hands):
    """Each method goes on from where the one before it ended, or from where Escape has led from there."""

    __slots__ = ()

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        step = self.step
        return (
            step("sign-in form, refused", self.refused, "sign_in collect"),
            step("chat, a password asked", self.secret, "ChatScreen", place="chat"),
            step("chat, in doubt", self.doubt, "ChatScreen", place="chat"),
            step("chat, not understood", self.offers, "ChatScreen", place="chat"),
            step("transactions, further on", self.further, "list_transactions done"),
            step("transfer form, refused", self.too_much, "transfer_money collect"),
            step("home, a form left", self.left, place="home"),
            step("transfer cancelled", self.cancelled, "transfer_money cancelled"),
            # the settings themselves are tried on the usual way
            step("settings, put back?", self.put_back, "SettingsScreen", "_Restore", untried=SETTINGS_TRIED),
            step("change keys", self.change_keys, "ChangeKeysDialog"),
            # letters and figures are what it waits for
            step("one key", self.one_key, "OneKeyDialog", place="key", untried=frozenset({Need.TYPING})),
            step("one key, refused", self.key_refused, "OneKeyDialog", place="key", untried=frozenset({Need.TYPING})),
            step("home, signed out again", self.sign_out, "HomeScreen", place="home"),
        )

    def refused(self, driver: Driver) -> None:
        self.sign_in(driver)
        driver.write(self.say("sign_in-customer_number-label"), NUMBER)
        driver.write(self.say("sign_in-password-label"), WRONG_PASSWORD, secret=True)
        driver.press(self.say("sign_in-submit"))
        driver.wait_for("label", self.words.text("problem-wrong_credentials", attempts_left=4))

    def secret(self, driver: Driver) -> None:
        """Only the password is missing."""
        self.chat(driver)
        driver.wait_for("password text")

    def doubt(self, driver: Driver) -> None:
        driver.write(self.say("ui-chat-secret"), PASSWORD, secret=True)
        driver.key("Return")
        driver.wait_for("entry", self.say("ui-chat-entry"))
        self.tell_bank(driver, SLIP[self.words.lang])
        driver.wait_for("push button", self.say("ui-say-yes"))

    def offers(self, driver: Driver) -> None:
        """Two misunderstandings in a row, after the answer to the question: what can be chosen is numbered."""
        driver.press(self.say("ui-say-yes"))
        driver.wait_until_gone("push button", self.say("ui-say-yes"))
        for _ in range(2):
            self.tell_bank(driver, SENSELESS)
        self.see(driver, "list item", self.words.text("notice-offer", Form.CHAT))

    def further(self, driver: Driver) -> None:
        self.task(driver, "list_transactions", "list_transactions-done-title")
        driver.press(self.say("ui-more"))
        driver.wait_for("label", self.words.text("list_transactions-further", count=3))

    def too_much(self, driver: Driver) -> None:
        self.task(driver, "transfer_money", "transfer_money-title")
        driver.press(PAYEE)
        driver.write(self.say("transfer_money-amount-label"), TOO_MUCH)
        driver.press(self.say("transfer_money-submit"))
        driver.wait_for("label", self.words.text("problem-over_transfer_limit", limit=LIMIT))

    def left(self, driver: Driver) -> None:
        self.home(driver)
        driver.wait_for("push button", self._resume())

    def cancelled(self, driver: Driver) -> None:
        driver.press(self._resume())
        driver.press(self.say("ui-cancel"))

    def put_back(self, driver: Driver) -> None:
        self.settings(driver)
        driver.press(self.say("settings-restore"))

    def change_keys(self, driver: Driver) -> None:
        driver.key("F1")
        driver.press(self.say("keys-change"))

    def one_key(self, driver: Driver) -> None:
        if not _is_there(driver, self.say("keys-title")):
            self.change_keys(driver)
        driver.press(self.words.text("ui-key-line", keys="F3", does=self.say("ui-key-chat")))

    def key_refused(self, driver: Driver) -> None:
        """It types a letter."""
        if not _is_there(driver, self.words.text("keys-one-title", does="")):
            self.one_key(driver)
        driver.key("k")
        driver.wait_for("label", self.words.text("keys-refused", key="K", reason="typed", other=""))

    def sign_out(self, driver: Driver) -> None:
        while any(node.role == "dialog" for node in driver.camera.tree().walk()):
            before = driver.camera.tree()
            driver.key("Escape")
            driver.wait_until_gone("dialog", next(node.name for node in before.walk() if node.role == "dialog"))
        self.home(driver)
        driver.press(self.say("ui-sign-out"))
        driver.wait_for("push button", self.say("sign_in-title"))

    def _resume(self) -> str:
        return self.words.text("ui-resume", title=self.say("transfer_money-title"))


def _is_there(driver: Driver, dialog: str) -> bool:
    try:
        driver.wait_for("dialog", dialog, timeout=ANOTHER_SCREEN)
    except NotThereError:
        return False
    return True
