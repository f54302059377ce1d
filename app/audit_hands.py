"""What every visit of the audit does alike: going home, into a task, signing in, resting the pointer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from accessibility.audit.driver import PATIENCE, Driver
from accessibility.audit.plan import Look, Step
from accessibility.checks.rule import Need
from accessibility.preferences import TEXT_SCALES, Theme
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from app.audit_places import sign
from app.words import Words

NUMBER, PASSWORD = "10000001", "demo0101"  # published, see docs/demo-customers.md


@dataclass(frozen=True, slots=True)
class Hands:
    """A customer in one language; everything is found by roles and names."""

    words: Words

    def steps(self) -> tuple[Step, ...]:
        """The way of the visit, in order."""
        raise NotImplementedError

    def step(
        self,
        screen: str,
        go: Callable[[Driver], None],
        *shows: str,
        place: str = "",
        untried: frozenset[Need] = frozenset(),
    ) -> Step:
        """A step whose screen shows these places of the client."""
        return Step(screen, go, place, tuple(sign(self.words, name) for name in shows), untried)

    def arrive(self, driver: Driver) -> None:
        """The first screen is there when the program has opened."""
        driver.wait_for("heading")

    def sign_in(self, driver: Driver) -> None:
        driver.press(self.say("sign_in-title"))
        driver.wait_for("entry", self.say("sign_in-customer_number-label"))

    def fill_in(self, driver: Driver) -> None:
        driver.write(self.say("sign_in-customer_number-label"), NUMBER)
        driver.write(self.say("sign_in-password-label"), PASSWORD, secret=True)

    def give_password(self, driver: Driver) -> None:
        """It is all that is missing."""
        driver.write(self.say("sign_in-password-label"), PASSWORD, secret=True)
        self.signed_in(driver)

    def signed_in(self, driver: Driver) -> None:
        driver.press(self.say("sign_in-submit"))
        driver.wait_for("push button", self.say("ui-sign-out"))

    def come_in(self, driver: Driver) -> None:
        """The whole sign-in, from the home screen."""
        self.sign_in(driver)
        self.fill_in(driver)
        self.signed_in(driver)

    def home(self, driver: Driver) -> None:
        """From anywhere that is no dialog."""
        driver.key("alt+Home")
        driver.wait_for("push button", self.say("ui-sign-out"))

    def task(self, driver: Driver, intent: str, title: str) -> None:
        """From anywhere: home, the task's button, and its screen."""
        self.home(driver)
        driver.press(self.say(f"{intent}-title"))
        driver.wait_for("heading", self.say(title))

    def chat(self, driver: Driver) -> None:
        driver.key("F3")
        driver.wait_for("heading", self.say("ui-chat-title"))

    def settings(self, driver: Driver) -> None:
        """With all that is found at run time."""
        driver.key("F10")
        driver.wait_for("heading", self.say("settings-title"))
        for row in ("voice_zh", "voice_en", "model_zh", "model_en"):
            driver.wait_for("push button", self.words.text("settings-next-name", label=self.say(f"settings-{row}")))
        driver.wait_until_gone("label", self.say("settings-looking"))

    def recolour(self, driver: Driver) -> None:
        """The button says which colours there are now."""
        driver.press(self._colours(driver))

    def dress(self, driver: Driver, look: Look) -> None:
        """By the bar's commands, where no settings could be written before; what they tell has gone again then."""
        for scale in (one for one in TEXT_SCALES if 1.0 < one <= look.scale):
            driver.press(self.say("ui-larger-name"))
            driver.wait_for("label", self.words.text("ui-percent", percent=f"{scale * 100:.0f}"))
        for _ in Theme:
            if (now := self._colours(driver)) == self.words.text("ui-theme", theme=look.theme):
                break
            driver.press(now)
            driver.wait_until_gone("push button", now)
        driver.wait_until_gone("label", self.words.text("ui-text-size-is", percent=f"{look.scale * 100:.0f}"))
        driver.wait_until_gone("label", self.words.text("ui-theme-is", theme=look.theme))

    def _colours(self, driver: Driver) -> str:
        there = {node.name for node in driver.camera.tree().walk()}
        names = (self.words.text("ui-theme", theme=theme.value) for theme in Theme)
        return next((name for name in names if name in there), "")

    def tell_bank(self, driver: Driver, text: str) -> None:
        """In the chat: write it, send it, and see the bank say something after it."""
        said = len(self._messages(driver))
        driver.write(self.say("ui-chat-entry"), text)
        driver.key("Return")
        until(lambda: len(self._messages(driver)) >= said + 2, f"an answer to {text!r}", PATIENCE)

    def see(self, driver: Driver, role: str, fragment: str) -> Seen:
        """The first thing of that role whose name holds the fragment, once it is there."""

        def there() -> Seen | None:
            found = (node for node in driver.camera.tree().walk() if node.role == role and fragment in node.name)
            return next(found, None)

        return until(there, f"{role} with {fragment!r}", PATIENCE)

    @staticmethod
    def _messages(driver: Driver) -> list[Seen]:
        return [node for node in driver.camera.tree().walk() if node.role == "list item"]

    def rest(self, driver: Driver, role: str, name: str, until_there: Callable[[], object]) -> None:
        """The pointer onto the middle of a thing, until something is there; then away from the window."""
        driver.bus.grab_focus(driver.wait_for(role, name))  # that brings it into sight
        driver.camera.settle()
        bounds = driver.wait_for(role, name).bounds
        assert bounds is not None
        x, y, wide, high = bounds
        driver.camera.window.point(x + wide // 2, y + high // 2)
        try:
            until_there()
        finally:
            driver.camera.window.leave()

    def say(self, message_id: str) -> str:
        return self.words.text(message_id)
