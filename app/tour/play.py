"""play: all four ways, one after the other, each checked against the bank's ledger."""

from __future__ import annotations

from collections.abc import Callable

from accessibility.probe.errors import DesktopError, NotThereError
from app.bank.port import Bank
from app.domain.errors import Problem
from app.domain.money import Money
from app.local_bank import LocalBank
from app.tour.by_chat import by_chat, in_terminal
from app.tour.by_eye import by_eye
from app.tour.by_reader import by_reader
from app.tour.by_voice import QUICK, by_voice
from app.tour.ledger import Ledger, LedgerDiffersError
from app.tour.stage import Client, running_client
from app.tour.story import Story
from voice.probe.sound_server import SoundServer

YUAN = 100


def play(bank: LocalBank, line_to_bank: Bank, lang: str, story: Story) -> None:
    """Play every way that the language has. A way that fails is written down and the next one is played."""
    ledger = Ledger(line_to_bank)

    def chapter(title: str, moved: int, way: Callable[[], None]) -> None:
        story.begin(title)
        try:
            before = ledger.balance()
            way()
            now = ledger.check(before, Money(moved * YUAN))
            story.line("ledger", f"{before} less {moved}.00 is {now}")
        except (NotThereError, DesktopError, LedgerDiffersError, Problem, TimeoutError, OSError) as error:
            story.fail(f"{type(error).__name__}: {error}")

    def windowed(way: Callable[[Client, Story], None], *, reader: bool = False) -> Callable[[], None]:
        def run() -> None:
            with running_client(bank, lang, reader=reader) as client:
                try:
                    way(client, story)
                except (NotThereError, TimeoutError):
                    story.shot(client.desktop, "where it stopped")
                    raise

        return run

    chapter("By eye: pointer and keyboard", 500, windowed(by_eye))
    chapter("By screen reader: Orca and the keyboard", 400, windowed(by_reader, reader=True))
    if lang == "zh-CN":
        chapter("By voice: one key, then only speech", 100, lambda: _by_voice(bank, lang, story))
    chapter("By text: the chat", 300, windowed(by_chat))
    chapter("By text: the terminal", 200, lambda: in_terminal(bank, lang, story))


def _by_voice(bank: LocalBank, lang: str, story: Story) -> None:
    with SoundServer() as sound:
        env = {name: value for name, value in sound.env.items() if name.startswith("PULSE_")}
        with running_client(bank, lang, env=env, settings=QUICK) as client:
            try:
                by_voice(client, sound, story)
            except (NotThereError, TimeoutError):
                story.shot(client.desktop, "where it stopped")
                raise
