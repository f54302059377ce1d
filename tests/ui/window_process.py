"""The real window in a process of its own, on a bank in memory, told to the platform.

Commands come as lines on standard input, so that a test can make the bank slow or the voice speak;
what is asked for is answered with one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from accessibility.providers.platform import platform_provider
from app.flows.work import ThreadWorker
from app.keeper import Keeper
from app.ui.start import WindowSetup, post, run_window
from app.words import Words
from tests.fakes import FakeBank
from tests.ui.commands import answer, obey_lines, to_bank
from tests.ui.window_offers import scripted_offers
from tests.ui.window_parts import Conversation, ScriptedVoice, Spoken, first_settings, make_parts
from voice.settings import Talk


def obey(bank: FakeBank, voice: Any, remind: Callable[[str], None], line: str) -> None:
    """Do one command; those of the voice run on the main thread, and so does what the client says by itself."""
    command, _, rest = line.partition(" ")
    if to_bank(bank, command):
        return
    match command:
        case "voice":
            kind, _, caption = rest.partition(" ")
            post(partial(voice.show, Spoken(kind, caption)))
        case "says":
            start, end, caption = rest.split(" ", 2)
            post(partial(voice.show, Spoken("speaking", caption, said=(int(start), int(end)))))
        case "asked":
            post(lambda: answer(voice.calls))
        case "marked":
            post(_tell_marked)
        case "remind":
            post(partial(remind, rest))
        case "hear":
            post(lambda: voice.hear(rest))
        case "listening":
            post(lambda: answer(voice.listening))
        case "clipboard":
            post(partial(_copy, rest))
        case "report":
            answer({"transfers": [receipt.amount.cents for receipt in bank.transfers], "calls": bank.calls})


def _tell_marked() -> None:
    """What the caption marks as being said now."""
    from kivy.core.window import Window  # noqa: PLC0415 - after Kivy is set up

    shown = [widget.text for root in Window.children for widget in root.walk() if type(widget).__name__ == "Caption"]
    marked = re.findall(r"\[u\](.*?)\[/u\]", " ".join(shown))
    answer({"marked": marked})


def _copy(text: str) -> None:
    from kivy.core.clipboard import Clipboard  # noqa: PLC0415 - after Kivy is set up

    Clipboard.copy(text)
    answer("copied")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--lang", default="zh-CN")
    parser.add_argument("--scale", type=int, default=100)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--size", default="1000x760")
    parser.add_argument("--settings", default="{}", help="more of them, as in the file")
    parser.add_argument("--first-start", action="store_true")
    parser.add_argument("--no-voice", action="store_true")
    parser.add_argument("--talks", action="store_true", help="the real conversation by voice, on a scripted recogniser")
    options = parser.parse_args()
    width, height = (int(part) for part in options.size.split("x"))
    bank = FakeBank()
    voice: Any = Conversation(options.lang, post) if options.talks else ScriptedVoice(available=not options.no_voice)
    chosen = first_settings(options.lang, options.theme, options.scale, json.loads(options.settings))
    if isinstance(voice, ScriptedVoice):
        voice.holds = chosen.voice.talk is Talk.HOLD
    keeper = Keeper(options.home / "settings.json", None if options.first_start else chosen)

    def parts() -> object:
        from accessibility.bridge import AccessibilityBridge  # noqa: PLC0415 - after Kivy is set up

        made = make_parts(
            bank,
            lambda window, title: AccessibilityBridge(window, title, platform_provider()),
            lang=options.lang,
            worker=ThreadWorker(post),
            voice=voice,
            keeper=keeper,
            offers=scripted_offers(options.home, keeper, Words.load(options.lang), post),
            started=lambda: obey_lines(partial(obey, bank, voice, made.manager.remind)),
        )
        return made

    run_window(parts, WindowSetup(home=options.home / "kivy", width=width, height=height))


if __name__ == "__main__":
    main()
