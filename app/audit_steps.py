"""The way of one customer through every screen of the client, by roles and names."""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.audit.driver import Driver
from accessibility.audit.plan import Step, Wishes
from accessibility.preferences import Theme
from app.words import Words

NUMBER, PASSWORD = "10000001", "demo0101"  # published, see docs/demo-customers.md
PAYEE, AMOUNT = "王芳", "5"


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit in one language; each method goes on from where the one before it ended."""

    words: Words

    def steps(self) -> tuple[Step, ...]:
        """Every screen in the order of the visit."""
        return (
            Step("home, signed out", self.arrive, "home"),
            Step("sign-in form", self.sign_in, "sign-in"),
            Step("sign-in form, filled", self.fill_in, "sign-in"),
            Step("home, signed in", self.signed_in, "home"),
            Step("balances", self.balances),
            Step("transactions", self.transactions),
            Step("transfer form", self.transfer, "transfer"),
            Step("transfer form, with errors", self.unanswered, "transfer"),
            Step("review", self.review),
            Step("outcome", self.outcome),
            Step("chat", self.chat),
            Step("settings", self.settings),
            Step("help and keys", self.help),
        )

    def wishes(self) -> Wishes:
        """The commands of the bar that change how the client looks."""
        return Wishes(
            self.recolour,
            lambda driver: driver.press(self._say("ui-larger-name")),
            lambda driver: driver.press(self._say("ui-smaller-name")),
        )

    def recolour(self, driver: Driver) -> None:
        """The button says which colours there are now."""
        there = {node.name for node in driver.camera.tree().walk()}
        names = (self.words.text("ui-theme", theme=theme.value) for theme in Theme)
        driver.press(next((name for name in names if name in there), ""))

    def arrive(self, driver: Driver) -> None:
        """The first screen is there when the program has opened."""
        driver.wait_for("heading")

    def sign_in(self, driver: Driver) -> None:
        driver.press(self._say("sign_in-title"))
        driver.wait_for("entry", self._say("sign_in-customer_number-label"))

    def fill_in(self, driver: Driver) -> None:
        driver.write(self._say("sign_in-customer_number-label"), NUMBER)
        driver.write(self._say("sign_in-password-label"), PASSWORD, secret=True)

    def signed_in(self, driver: Driver) -> None:
        driver.press(self._say("sign_in-submit"))
        driver.wait_for("push button", self._say("ui-sign-out"))

    def balances(self, driver: Driver) -> None:
        self._task(driver, "check_balance", "check_balance-done-title")

    def transactions(self, driver: Driver) -> None:
        self._task(driver, "list_transactions", "list_transactions-done-title")

    def transfer(self, driver: Driver) -> None:
        self._task(driver, "transfer_money", "transfer_money-title")

    def unanswered(self, driver: Driver) -> None:
        """Nothing filled in, and sent: the fields say what they lack."""
        driver.press(self._say("transfer_money-submit"))

    def review(self, driver: Driver) -> None:
        driver.press(PAYEE)
        driver.write(self._say("transfer_money-amount-label"), AMOUNT)
        driver.press(self._say("transfer_money-submit"))
        driver.wait_for("heading", self._say("transfer_money-review-title"))

    def outcome(self, driver: Driver) -> None:
        driver.press(self._say("transfer_money-confirm"))
        driver.wait_for("heading", self._say("transfer_money-done-title"))

    def chat(self, driver: Driver) -> None:
        driver.key("F3")
        driver.wait_for("heading", self._say("ui-chat-title"))

    def settings(self, driver: Driver) -> None:
        driver.key("F10")
        driver.wait_for("heading", self._say("settings-title"))
        for row in ("voice_zh", "voice_en", "model_zh", "model_en"):
            driver.wait_for("push button", self.words.text("settings-next-name", label=self._say(f"settings-{row}")))
        driver.wait_until_gone("label", self._say("settings-looking"))

    def help(self, driver: Driver) -> None:
        driver.key("F1")
        driver.wait_for("dialog", self._say("ui-help-title"))

    def _task(self, driver: Driver, intent: str, title: str) -> None:
        """From anywhere: home, the task's button, and its screen."""
        driver.key("alt+Home")
        driver.wait_for("push button", self._say("ui-sign-out"))
        driver.press(self._say(f"{intent}-title"))
        driver.wait_for("heading", self._say(title))

    def _say(self, message_id: str) -> str:
        return self.words.text(message_id)
