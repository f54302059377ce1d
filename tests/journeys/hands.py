"""Customers with one switch, two switches, a pointer that cannot press, or twelve keys: hands for the real client."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from accessibility.probe.errors import NotThereError
from accessibility.probe.keys import Keys
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from app.tour.stage import CUSTOMER, PASSWORD, Client, xdotool

AMOUNT = "500"
PAYEE = "张三"
TRIES = 4
TWO_KEYS = {"d": "31", "e": "32", "m": "61", "o": "63", "0": "00", "1": "10"}
"""How the keypad writes the letters of the demo password: the key, then the place on it."""


class Scanning:
    """Somebody who sees the mark (its name stands in the strip) and presses a switch when it is on the right thing."""

    def __init__(self, client: Client, keys: Keys, next_key: str = "") -> None:
        self._client, self._keys, self._next = client, keys, next_key
        self._strip: Seen | None = None
        self._item = client.words.text("scan-item", name="|", action="click").split("|")[0]

    def transfer(self) -> None:
        """The whole main job."""
        text = self._client.words.text
        self.choose(text("ui-menu"), text("sign_in-title"))
        self.fill(text("sign_in-customer_number-label"), CUSTOMER, ("123", "456", "789", "0"))
        self.fill(text("sign_in-password-label"), PASSWORD, ("abcdef", "ghijkl", "mnopqr", "stuvwx", "123456", "7890 "))
        self.choose("", text("sign_in-submit"))
        self._client.wait_for_text(text("check_balance-title"))
        self.choose(text("ui-menu"), text("transfer_money-title"))
        payee = self._client.find_like("radio button", PAYEE).name
        self.choose(text("transfer_money-payee-label"), payee)
        self.fill(text("transfer_money-amount-label"), AMOUNT, ("123", "456", "789", "0."))
        for button, title in (("submit", "review"), ("confirm", "done")):
            self.go_on(text(f"transfer_money-{button}"), text(f"transfer_money-{title}-title"))

    def go_on(self, item: str, heading: str) -> None:
        """Choose it, and once more when nothing comes of it: a press in the moment of a change counts for nothing."""
        for _ in range(TRIES):
            self.choose("", item)
            try:
                self._client.wait_for_focus("heading", heading, 8)
            except NotThereError:
                continue
            return
        raise NotThereError(f"choosing {item!r} did nothing in {TRIES} tries")

    def fill(self, field: str, answer: str, rows: tuple[str, ...]) -> None:
        """Open the keys of a field, choose each sign by its row, and see that it is there."""
        text = self._client.words.text
        self.choose("", field)
        self._client.wait_for_text(text("panel-done"))
        for sign in answer:
            row = next(row for row in rows if sign in row)
            named = {".": text("panel-point"), " ": text("sign-space")}
            names = (named.get(key, key) for key in row)
            self.choose(" ".join(names) if len(row) > 1 else "", sign)
        actions = [text(f"panel-{name}") for name in ("capitals", "delete", "leave", "done")]
        self.choose(" ".join(actions if any(sign.isalpha() for sign in answer) else actions[1:]), text("panel-done"))
        self._client.wait_for_focus("password text" if field == text("sign_in-password-label") else "entry", field)

    def choose(self, group: str, item: str) -> None:
        """Choose a thing: its group first, if it stands in one.

        Whoever came too late and is in another group leaves it again, and whoever sees the marks begin anew does too.
        """
        text = self._client.words.text
        # of a long list the first part
        ways_in = {text("scan-group", name=group, part=part) for part in (0, 1)} if group else set()
        ways_out = text("scan-leave", name="|").split("|")[0]

        def chosen() -> bool:
            said = self._said()
            is_it = said == self._item + item
            if is_it or said in ways_in or said.startswith(ways_out):
                self._press("Return", said)
            elif self._next:
                self._press(self._next, said)
            return is_it

        until(chosen, f"the mark on {item!r} of {group!r}", 120)

    def _press(self, key: str, said: str) -> None:
        """Press it, and see that what was said is no longer so."""
        self._keys.press(key)
        until(lambda: self._said() != said, f"the mark to leave {said!r}", 30)

    def _said(self) -> str:
        """What the strip says is marked."""
        if self._strip is not None:
            words = self._client.bus.look(self._strip).name
            if words:
                return words
        self._strip = self._look_for_strip()
        return self._strip.name if self._strip is not None else ""

    def _look_for_strip(self) -> Seen | None:
        name = self._client.words.text("way-strip")
        strip = next((seen for seen in self._client.glance() if seen.name == name), None)
        return next((seen for seen in strip.walk() if seen.role == "label"), None) if strip is not None else None


class Resting:
    """Somebody who moves the pointer and lets it rest."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def transfer(self) -> None:
        """The whole main job, with no button pressed."""
        text, wait = self._client.words.text, self._client.wait_for_focus
        self.rest("push button", text("sign_in-title"), lambda: wait("entry", timeout=5))
        self.fill("entry", text("sign_in-customer_number-label"), CUSTOMER)
        self.fill("password text", text("sign_in-password-label"), PASSWORD)
        at_home = partial(self._client.wait_for_text, text("check_balance-title"), 5)
        self.rest("push button", text("sign_in-submit"), at_home)
        at_form = partial(self._client.find_like, "radio button", PAYEE, 5)
        self.rest("push button", text("transfer_money-title"), at_form)
        payee = at_form().name
        self.rest("radio button", payee, lambda: until(lambda: self._is_chosen(payee), f"{payee} to be chosen", 5))
        self.fill("entry", text("transfer_money-amount-label"), AMOUNT)
        for button, title in (("submit", "review"), ("confirm", "done")):
            wanted = partial(wait, "heading", text(f"transfer_money-{title}-title"), 8)
            self.rest("push button", text(f"transfer_money-{button}"), wanted)

    def rest(self, role: str, name: str, then: Callable[[], object]) -> None:
        """Move there; when nothing comes of it, as when the page was still moving, away and there again."""
        for _ in range(TRIES):
            self._go_on()
            self.move(self._client.resting(self._client.find(role, name)))
            try:
                then()
            except NotThereError:
                self._go(2, 2)
                continue
            return
        raise NotThereError(f"resting on {role} {name!r} did nothing in {TRIES} tries")

    def _go_on(self) -> None:
        """Where something moved below the pointer it may have rested on the pause."""
        name = self._client.words.text("way-resume")
        if paused := self._client.bus.first(self._client.title, lambda seen: seen.name == name):
            self.move(paused.bounds)
            self._client.find("push button", self._client.words.text("way-pause"))

    def _is_chosen(self, name: str) -> bool:
        return "checked" in self._client.find("radio button", name).states

    def fill(self, role: str, field: str, answer: str) -> None:
        """Rest on a field, then on its keys one by one."""
        text = self._client.words.text
        self.rest(role, field, lambda: self._client.wait_for_text(text("panel-done"), 5))
        is_secret = role == "password text"
        for count in range(1, len(answer) + 1):
            shown = text("panel-count", count=count) if is_secret else answer[:count]
            self.rest("push button", answer[count - 1], partial(self._client.find, "label", shown, 5))
            self._go(2, 2)  # a second click on the same key needs leaving it
        told = " ".join(seen.name for seen in self._client.tree().walk())
        assert (answer in told) is not is_secret, "a secret is counted, anything else is shown"
        self.rest("push button", text("panel-done"), lambda: self._client.wait_for_focus(role, field, 5))

    def move(self, bounds: tuple[int, int, int, int] | None) -> None:
        """The pointer to the middle of that."""
        assert bounds is not None
        x, y, width, height = bounds
        self._go(x + width // 2, y + height // 2)

    def _go(self, x: int, y: int) -> None:
        xdotool(self._client.desktop, "mousemove", "--window", self._client.window, str(x), str(y))


BETWEEN = 20
"""Milliseconds between two presses of a very quick hand."""


class TwelveKeys:
    """Somebody at the number pad, who listens to what is asked and offered."""

    def __init__(self, client: Client, keys: Keys) -> None:
        self._client, self._keys = client, keys

    def transfer(self) -> None:
        """The whole main job."""
        text = self._client.words.text
        self.pick(text("sign_in-title"))
        self._asked(text("sign_in-customer_number-label"))
        self.press(CUSTOMER + "#")
        self._asked(text("sign_in-password-label"))
        self.press("".join(TWO_KEYS[sign] for sign in PASSWORD) + "#")
        self._client.wait_for_text(text("check_balance-title"))
        self.pick(text("transfer_money-title"))
        self._asked(text("transfer_money-payee-label"))
        self.pick(PAYEE)
        self._asked(text("transfer_money-amount-label"))
        self.press(AMOUNT + "#")
        self._asked(text("transfer_money-review-title"))
        self._client.wait_for_text("500.00")
        self.press("#")
        self._asked(text("transfer_money-done-title"))

    def pick(self, name: str) -> None:
        """Press the key that the list offers this with."""
        line = self._client.find_like("list item", name).name
        self.press(line[0])

    def press(self, keys: str) -> None:
        """On the number pad: # is its Enter, * its star."""
        names = {"#": "KP_Enter", "*": "KP_Multiply"}
        for key in keys:
            self._keys.press(names.get(key, f"KP_{key}"), BETWEEN)

    def _asked(self, title: str) -> None:
        self._client.wait_for_text(title)
