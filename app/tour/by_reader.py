"""By screen reader: Orca's words and the keyboard, nothing else."""

from __future__ import annotations

from app.tour.stage import CUSTOMER, PASSWORD, Client
from app.tour.story import Story

AMOUNT = "400"
PAYEE = "王芳"


def by_reader(client: Client, story: Story) -> None:
    """Sign in, hear the balance, send 400 yuan to 王芳; the screen might as well be off."""
    words = client.words
    ear = Ear(client, story)
    ear.hears(words.text("ui-home-title"))
    ear.goes_to("push button", words.text("transfer_money-title"))
    ear.presses("Return", words.text("sign_in-customer_number-label"))
    client.wait_for_focus("entry", words.text("sign_in-customer_number-label"))
    ear.types(CUSTOMER)
    ear.presses("Tab", words.text("sign_in-password-label"))
    client.wait_for_focus("password text")
    ear.types(PASSWORD, secret=True)
    ear.presses("Return", words.text("transfer_money-payee-label"))
    ear.chooses(PAYEE)
    ear.goes_to("entry", words.text("transfer_money-amount-label"))
    ear.types(AMOUNT)
    ear.presses("Return", words.text("transfer_money-review-title"))
    story.shot(client.desktop, "what the screen showed meanwhile")
    ear.goes_to("push button", words.text("transfer_money-confirm"))
    ear.presses("Return", words.text("transfer_money-done-title"))
    story.shot(client.desktop, "what the screen showed at the end")


class Ear:
    """Does things and waits for Orca's words, which are written down."""

    def __init__(self, client: Client, story: Story) -> None:
        assert client.orca is not None
        self._client, self._story, self._orca = client, story, client.orca
        self._told = 0

    def hears(self, fragment: str, since: int | None = None) -> None:
        """Wait until Orca says it, then write down all it has said."""
        self._orca.wait_for(fragment, self._told if since is None else since, timeout=25)
        self._write()

    def presses(self, key: str, fragment: str) -> None:
        """Press a key and wait for words."""
        since = self._orca.mark()
        self._story.line("customer", f"presses {key}")
        self._client.desktop.key(key)
        self.hears(fragment, since)

    def types(self, text: str, *, secret: bool = False) -> None:
        """Type; Orca echoes the characters, of a secret never the real ones."""
        self._story.line("customer", "types the password" if secret else f"types {text}")
        self._client.desktop.type(text)

    def goes_to(self, role: str, name: str) -> None:
        """Tab to a thing and hear that it is the one."""
        since = self._orca.mark()
        self._story.line("customer", f"presses Tab until {name}")
        self._client.tab_to(role, name)
        self.hears(name, since)

    def chooses(self, name: str) -> None:
        """Go through the choices with the arrow keys until the wanted one is heard, and take it."""
        client = self._client
        client.wait_for_focus("radio button")
        for _ in range(20):
            seen = client.tree().focused
            if seen is not None and name in seen.name:
                break
            since = client.bus.mark()
            client.desktop.key("Down")
            client.bus.wait_for(lambda e: e.type == "object:state-changed:focused" and e.detail1 == 1, "a focus", since)
        since = self._orca.mark()
        self._story.line("customer", f"presses Down until {name}, then Space")
        client.desktop.key("space")
        client.bus.wait_for(
            lambda e: e.type == "object:state-changed:checked" and name in e.name and e.detail1 == 1, "it to be checked"
        )
        self._write()
        del since

    def _write(self) -> None:
        said = self._orca.said()
        for text in said[self._told :]:
            self._story.line("Orca", text)
        self._told = len(said)
