"""By text: the chat in the window, and the same conversation in a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.local_bank import LocalBank
from app.tour.stage import CUSTOMER, PASSWORD, Client
from app.tour.story import Story

PAY = {"zh-CN": ("给李四转三百元", "确认"), "en": ("send 300 yuan to 李四", "confirm")}
BALANCE = {"zh-CN": "查询余额", "en": "check balance"}
TERMINAL = {
    "zh-CN": ("给王芳转二百元", CUSTOMER, PASSWORD, "确认", "交易记录"),
    "en": ("send 200 yuan to 王芳", CUSTOMER, PASSWORD, "confirm", "list transactions"),
}


def by_chat(client: Client, story: Story) -> None:
    """Everything in typed sentences: balance, then 300 yuan to 李四."""
    words = client.words
    client.click("push button", words.text("ui-chat"))
    pay, confirm = PAY[words.lang]
    _say(client, story, BALANCE[words.lang], words.text("sign_in-customer_number-ask"))
    _say(client, story, CUSTOMER, "8")
    _secret(client, story)
    _say(client, story, pay, "300.00")
    story.shot(client.desktop, "chat: the read-back")
    _say(client, story, confirm, words.text("transfer_money-done-title"))
    story.shot(client.desktop, "chat: done")


def _say(client: Client, story: Story, text: str, answer: str) -> None:
    """Type a sentence and wait for an answer that holds a fragment."""
    seen = _bubbles(client)
    story.line("customer", f"writes: {text}")
    client.type_sentence(text)
    client.desktop.key("Return")
    _answer(client, story, seen, answer)


def _secret(client: Client, story: Story) -> None:
    client.wait_for_focus("password text")
    seen = _bubbles(client)
    story.line("customer", "types the password")
    client.desktop.type(PASSWORD)
    client.desktop.key("Return")
    _answer(client, story, seen, "余额" if client.words.lang == "zh-CN" else "balance")


def _bubbles(client: Client) -> list[str]:
    """What the chat's log holds, oldest first."""
    log = client.find_like("log")
    return [seen.name for seen in log.walk() if seen is not log and seen.name]


def _answer(client: Client, story: Story, before: list[str], fragment: str) -> None:
    client.wait_for_text(fragment)
    for text in _bubbles(client)[len(before) :]:
        story.line("chat", text.replace("\n", " "))


def in_terminal(bank: LocalBank, lang: str, story: Story) -> None:
    """The same in a pipe: 200 yuan to 王芳."""
    lines = TERMINAL[lang]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "app", "text", "--lang", lang),
            *("--bank", bank.url, "--ca", str(bank.certificate_authority)),
        ],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).resolve().parents[2],
    )
    story.line("customer", " | ".join("******" if line == PASSWORD else line for line in lines))
    for line in done.stdout.splitlines():
        story.line("bank", line)
