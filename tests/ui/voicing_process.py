"""The real window with its built-in reader, on a bank in memory; what reaches the synthesiser is written to a file.

Settings come as JSON in ``--preferences``; commands as in ``window_process``. One line of the file is one sentence.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np

from accessibility.providers.platform import platform_provider
from accessibility.providers.several import Several
from app.config import Settings
from app.flows.work import ThreadWorker
from app.keeper import Keeper
from app.ui.start import WindowSetup, post, run_window
from tests.fakes import FakeBank
from tests.ui.window_parts import ScriptedVoice, Spoken, make_parts
from tests.voice.fakes import FakeSpeaker
from voice.one_voice import OneVoice
from voice.pipeline import VoicePipeline
from voice.tts.synthesiser import Speech


class Notebook:
    """A synthesiser that writes down each sentence, with the moment, and makes a short silence of it."""

    audible = True

    def __init__(self, file: Path) -> None:
        self._file = file

    def languages(self) -> tuple[str, ...]:
        return ("zh", "en")

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        with self._file.open("a", encoding="utf8") as notes:
            notes.write(json.dumps([time.monotonic(), text, lang, rate], ensure_ascii=False) + "\n")
        return Speech(np.zeros(160, np.int16), 16_000)

    def close(self) -> None:
        """Nothing to end."""


class Scripted(ScriptedVoice):
    """A conversation that is on while its state is another than idle."""

    @property
    def conversing(self) -> bool:
        return self._kind != "idle"


def obey(bank: FakeBank, voice: Scripted, one: OneVoice, line: str) -> None:
    """Do one command."""
    command, _, rest = line.strip().partition(" ")
    match command:
        case "hold":
            bank.hold()
        case "release":
            bank.release()
        case "lose_answer":
            bank.lose_answer()
        case "expire":
            bank.expire_session()
        case "voice":
            post(lambda: voice.show(Spoken(rest)))
        case "quiet":
            two_frames = threading.Event()  # keys that have been pressed are obeyed by then
            post(lambda: post(two_frames.set))
            two_frames.wait(20)
            done = one.made is None or one.made.wait_until_idle(20)
            sys.stdout.write(json.dumps(done) + "\n")
            sys.stdout.flush()
        case "report":
            sys.stdout.write(json.dumps([receipt.amount.cents for receipt in bank.transfers]) + "\n")
            sys.stdout.flush()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--lang", default="zh-CN")
    parser.add_argument("--preferences", default="{}")
    options = parser.parse_args()
    bank, voice = FakeBank(), Scripted()

    def parts() -> Any:
        from accessibility.bridge import AccessibilityBridge  # noqa: PLC0415 - after Kivy is set up
        from accessibility.voicing.reader import Reader  # noqa: PLC0415
        from app.ui.ways.voicing import VoicingWay  # noqa: PLC0415
        from app.ui.ways.voicing_output import VoiceOutput  # noqa: PLC0415
        from app.ui.ways.voicing_sounds import Sounds  # noqa: PLC0415
        from app.ui.ways.voicing_words import speech_words  # noqa: PLC0415
        from app.words import Words  # noqa: PLC0415

        words = Words.load(options.lang)
        keeper = Keeper(settings=Settings.from_mapping({"lang": options.lang, **json.loads(options.preferences)}))
        synthesiser = Notebook(options.home / "spoken.jsonl")
        one = OneVoice(lambda on_event: VoicePipeline(synthesiser, FakeSpeaker(), None, None, on_event))
        output = VoiceOutput(one, options.lang, post, Sounds(), lambda: voice.conversing)
        reader = Reader(output, speech_words(words), keeper.preferences.voicing)
        voicing = VoicingWay(reader, output, keeper, words, post, lambda preferences: None)

        def started() -> None:
            threading.Thread(target=lambda: [obey(bank, voice, one, line) for line in sys.stdin], daemon=True).start()

        return make_parts(
            bank,
            lambda window, title: AccessibilityBridge(window, title, Several([platform_provider(), reader])),
            lang=options.lang,
            worker=ThreadWorker(post),
            voice=voice,
            keeper=keeper,
            voicing=voicing,
            started=started,
            stopping=one.close,
        )

    run_window(parts, WindowSetup(home=options.home / "kivy"))


if __name__ == "__main__":
    main()
