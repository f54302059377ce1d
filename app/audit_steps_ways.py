"""The ways of customers who use the client differently: at the first start, one question a page, twelve keys, a switch,
a resting pointer."""

from __future__ import annotations

from functools import partial

from accessibility.audit.capture import EVERYTHING
from accessibility.audit.driver import PATIENCE, Driver
from accessibility.audit.plan import Step
from accessibility.checks.rule import Need
from accessibility.dwell import DwellSettings
from accessibility.keypad.settings import KeypadSettings
from accessibility.probe.waiting import until
from accessibility.switch.settings import ScanMode, SwitchSettings
from app.audit_hands import NUMBER, Hands
from app.audit_steps import AMOUNT, PAYEE

KEYPAD = KeypadSettings(on=True)
SWITCHES = SwitchSettings(on=True, mode=ScanMode.STEP, switches=2, ignore_again=0.0)
"""The mark moves when a switch is pressed: a screen that changes by itself never comes to rest."""

RESTING = DwellSettings(on=True, rest=0.3)

LETTERS = {"zh-CN": "cx", "en": "ch"}
"""The first ones of a sentence that the client offers then, in Chinese of its pinyin."""

ON_TWELVE_KEYS = {"zh-CN": ("23", "92"), "en": ("23", "42")}
"""The same: each letter by its key, and its place on it."""

FIGURES_ARE_ANSWERS = frozenset({Need.TYPING, Need.HOLDING, Need.LEAVING})
"""With twelve keys; Escape is a step back there."""

KEYS_ARE_SWITCHES = EVERYTHING | {Need.LEAVING}

RESTING_PRESSES = frozenset({Need.POINTER, Need.MIXING})


class FirstStart(Hands):
    """Nothing has been chosen yet."""

    __slots__ = ()

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        return (self.step("welcome", self.arrive, "WelcomeScreen"),)


class ElderVisit(Hands):
    """One question a page."""

    __slots__ = ()

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        step = self.step
        return (
            step("one question, a number", self.sign_in, "sign_in collect", place="sign-in"),
            step("one question, a secret", self.secret, "sign_in collect", place="sign-in"),
            step("one question, a choice", self.payee, "transfer_money collect", place="transfer"),
            step("one question, an amount", self.amount, "transfer_money collect", place="transfer"),
        )

    def secret(self, driver: Driver) -> None:
        driver.write(self.say("sign_in-customer_number-label"), NUMBER)
        driver.press(self.say("sign_in-submit"))
        driver.wait_for("password text", self.say("sign_in-password-label"))

    def payee(self, driver: Driver) -> None:
        self.give_password(driver)
        self.task(driver, "transfer_money", "transfer_money-title")
        driver.wait_for("radio button", PAYEE)

    def amount(self, driver: Driver) -> None:
        driver.press(PAYEE)
        driver.press(self.say("transfer_money-submit"))
        driver.wait_for("entry", self.say("transfer_money-amount-label"))


class TwelveKeys(Hands):
    """Everything is a question with numbered answers."""

    __slots__ = ()

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        step = partial(self.step, untried=FIGURES_ARE_ANSWERS, place="keypad")
        return (
            step("twelve keys, a menu", self.arrive, "Pad", "keypad"),
            step("twelve keys, a list that is read", self.help, "Pad"),
            step("twelve keys, a number", self.number, "Pad"),
            step("twelve keys, a secret", self.secret, "Pad"),
            step("twelve keys, a choice", self.choice, "Pad"),
            step("twelve keys, an amount", self.amount, "Pad"),
            step("twelve keys, what is checked", self.review, "Pad"),
            step("twelve keys, letters", self.letters, "Pad"),
            step("twelve keys, what they may mean", self.meant, "Pad"),
        )

    def help(self, driver: Driver) -> None:
        driver.key("F1")
        driver.wait_for("heading", self.say("ui-help-title"))

    def number(self, driver: Driver) -> None:
        driver.key("asterisk")
        self._choose(driver, self.say("sign_in-title"))
        driver.wait_for("heading", self.say("sign_in-customer_number-label"))
        driver.key(*NUMBER)
        driver.wait_for("label", NUMBER)

    def secret(self, driver: Driver) -> None:
        driver.key("numbersign")
        driver.wait_for("heading", self.say("sign_in-password-label"))

    def choice(self, driver: Driver) -> None:
        """Signed in by the form: letters of a password take two keys each."""
        driver.key("F7")
        self.give_password(driver)
        self.task(driver, "transfer_money", "transfer_money-title")
        self._turn_on(driver)
        driver.wait_for("heading", self.say("transfer_money-payee-label"))

    def amount(self, driver: Driver) -> None:
        self._choose(driver, PAYEE)
        driver.key("numbersign")
        driver.wait_for("heading", self.say("transfer_money-amount-label"))
        driver.key(AMOUNT)
        driver.wait_for("label", AMOUNT)

    def review(self, driver: Driver) -> None:
        driver.key("F7")
        driver.write(self.say("transfer_money-amount-label"), AMOUNT)
        driver.press(self.say("transfer_money-submit"))
        driver.wait_for("heading", self.say("transfer_money-review-title"))
        self._turn_on(driver)

    def letters(self, driver: Driver) -> None:
        driver.key("F3")
        driver.wait_for("heading", self.say("ui-chat-entry"))
        driver.key(*ON_TWELVE_KEYS[self.words.lang][0])
        driver.wait_for("label", LETTERS[self.words.lang][0])

    def meant(self, driver: Driver) -> None:
        driver.key(*ON_TWELVE_KEYS[self.words.lang][1])
        driver.wait_for("label", LETTERS[self.words.lang])
        driver.key("0")
        driver.wait_for("list item")

    def _turn_on(self, driver: Driver) -> None:
        """Again; the message that they were turned off has been read."""
        driver.wait_until_gone("label", self.words.text("way-on", way="keypad", on="off"))
        driver.key("F7")

    def _choose(self, driver: Driver, what: str) -> None:
        """The figure that stands before it in the list."""
        driver.key(self.see(driver, "list item", what).name[0])


class Switches(Hands):
    """A mark that one key moves on; another chooses what is marked."""

    __slots__ = ()

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        step = partial(self.step, untried=KEYS_ARE_SWITCHES)
        return (
            step("home, scanned", self.arrive, "scan", place="home"),
            step("home, one group scanned", self.group, place="home"),
            step("help, scanned", self.help, "HelpDialog"),
        )

    def group(self, driver: Driver) -> None:
        driver.key("Return")
        driver.wait_until_gone("label", self.words.text("scan-group", name=self.say("ui-menu"), part=0))

    def help(self, driver: Driver) -> None:
        driver.key("F1")
        driver.wait_for("dialog", self.say("ui-help-title"))
        driver.wait_for("landmark", self.say("way-strip"))


class Resting(Hands):
    """Nothing is pressed: the pointer rests on things, and keys for a field come on the screen."""

    __slots__ = ()

    def steps(self) -> tuple[Step, ...]:
        """In the order of the visit."""
        step = partial(self.step, untried=RESTING_PRESSES)
        return (
            step("home, by resting", self.arrive, "dwell"),
            step("keys for a number", self.number, "WritingPanel", place="keys"),
            step("keys for a secret", self.secret, "WritingPanel", place="keys"),
            step("keys for an amount", self.amount, "WritingPanel", place="keys"),
            step("keys for a text", self.text, "WritingPanel", place="keys"),
            step("keys for a text, what they may mean", self.meant, "WritingPanel", place="keys"),
            step("help, by pages", self.pages, "HelpDialog"),
        )

    def number(self, driver: Driver) -> None:
        self.sign_in(driver)
        self._keys_for(driver, "entry", "sign_in-customer_number-label")

    def secret(self, driver: Driver) -> None:
        self._leave_keys(driver)
        self._keys_for(driver, "password text", "sign_in-password-label")
        for letter in "123":
            driver.press(letter)

    def amount(self, driver: Driver) -> None:
        self._leave_keys(driver)
        self.fill_in(driver)
        self.signed_in(driver)
        self.task(driver, "transfer_money", "transfer_money-title")
        self._keys_for(driver, "entry", "transfer_money-amount-label")

    def text(self, driver: Driver) -> None:
        self._leave_keys(driver)
        self.chat(driver)
        self._keys_for(driver, "entry", "ui-chat-entry")

    def meant(self, driver: Driver) -> None:
        if not self._is_open(driver):  # Escape has been tried
            self._keys_for(driver, "entry", "ui-chat-entry")
        for letter in LETTERS[self.words.lang]:
            driver.press(letter)
        driver.wait_for("label", LETTERS[self.words.lang])

    def pages(self, driver: Driver) -> None:
        self._leave_keys(driver)
        driver.key("F1")
        driver.wait_for("dialog", self.say("ui-help-title"))
        driver.wait_for("push button", self.say("way-page-down"))

    def _keys_for(self, driver: Driver, role: str, label: str) -> None:
        opened = partial(driver.wait_for, "dialog", self.words.text("panel-title", label=""))
        self.rest(driver, role, self.say(label), opened)

    def _leave_keys(self, driver: Driver) -> None:
        if self._is_open(driver):
            driver.press(self.say("panel-leave"))
            until(lambda: not self._is_open(driver), "the keys to go", PATIENCE)

    def _is_open(self, driver: Driver) -> bool:
        return any(node.role == "dialog" for node in driver.camera.tree().walk())
