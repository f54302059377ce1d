"""By eye: pointer and keyboard on the screen."""

from __future__ import annotations

from app.tour.stage import CUSTOMER, PASSWORD, Client
from app.tour.story import Story

AMOUNT = "500"
PAYEE = "张三"


def by_eye(client: Client, story: Story) -> None:
    """Sign in, look at balance and transactions, send 500 yuan to 张三."""
    words = client.words

    def press(message_id: str) -> None:
        name = words.text(message_id)
        story.line("customer", f"presses [{name}]")
        client.click("push button", name)

    story.shot(client.desktop, "home")
    press("sign_in-title")
    client.wait_for_focus("entry")
    client.desktop.type(CUSTOMER)
    client.click("password text", words.text("sign_in-password-label"))
    client.wait_for_focus("password text")
    client.desktop.type(PASSWORD)
    story.shot(client.desktop, "sign in")
    press("sign_in-submit")
    client.wait_for_text(words.text("check_balance-title"))
    press("check_balance-title")
    client.wait_for_focus("heading", words.text("check_balance-done-title"))
    story.shot(client.desktop, "balances")
    press("ui-home")
    press("list_transactions-title")
    client.wait_for_focus("heading", words.text("list_transactions-done-title"))
    story.shot(client.desktop, "transactions")
    press("ui-home")
    press("transfer_money-title")
    _fill_in(client, story)
    press("transfer_money-submit")
    client.wait_for_focus("heading", words.text("transfer_money-review-title"))
    story.shot(client.desktop, "review")
    press("transfer_money-confirm")
    client.wait_for_focus("heading", words.text("transfer_money-done-title"))
    story.shot(client.desktop, "done")


def _fill_in(client: Client, story: Story) -> None:
    payee = client.find_like("radio button", PAYEE)
    story.line("customer", f"chooses {payee.name}")
    client.click("radio button", payee.name)
    client.click("entry", client.words.text("transfer_money-amount-label"))
    client.wait_for_focus("entry")
    story.line("customer", f"types {AMOUNT}")
    client.desktop.type(AMOUNT)
    story.shot(client.desktop, "transfer")
