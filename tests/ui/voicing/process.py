"""The real window with its built-in reader, on a bank in memory; what reaches the synthesiser is written to a file.

Settings come as JSON in ``--preferences``; commands as in ``tests.ui.window_process``, and
``touch down|move|up X Y [NUMBER]`` (pixels, y down) for a finger, ``progress 0.4`` for a bar over the screen. One line
of ``spoken.jsonl`` is one sentence, one of ``earcons.txt`` one earcon that was played.
"""

from __future__ import annotations

import argparse
import json
import threading
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from accessibility.providers.platform import platform_provider
from accessibility.providers.several import Several
from accessibility.voicing.output import Earcon
from app.config import Settings
from app.flows.work import ThreadWorker
from app.keeper import Keeper
from app.ui.start import WindowSetup, post, run_window
from tests.fakes import FakeBank
from tests.ui.commands import answer, obey_lines, to_bank
from tests.ui.window_parts import ScriptedVoice, Spoken, make_parts
from tests.voice.fakes import FakePlayback, FakeSpeaker
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


class Ear(FakeSpeaker):
    """A loudspeaker that writes down the earcons that are played on it, known by their length at any loudness."""

    def __init__(self, file: Path, sounds: Mapping[Earcon, Speech]) -> None:
        super().__init__()
        self._file, self._sounds = file, sounds

    def play(self, speech: Speech) -> FakePlayback:
        played = len(speech.samples), speech.rate
        like = {earcon: (len(sound.samples), sound.rate) for earcon, sound in self._sounds.items()}
        name = next((str(earcon) for earcon in Earcon if like[earcon] == played), "")
        if name:
            with self._file.open("a", encoding="utf8") as notes:
                notes.write(name + "\n")
        return super().play(speech)


class Scripted(ScriptedVoice):
    """A conversation that is on while its state is another than idle."""

    @property
    def conversing(self) -> bool:
        return self._kind != "idle"


def obey(bank: FakeBank, voice: Scripted, one: OneVoice, line: str) -> None:
    """Do one command."""
    command, _, rest = line.partition(" ")
    if to_bank(bank, command):
        return
    match command:
        case "voice":
            post(lambda: voice.show(Spoken(rest)))
        case "touch":
            post(partial(touch, *rest.split()))
        case "progress":
            post(partial(show_progress, rest))
        case "quiet":
            two_frames = threading.Event()  # keys that have been pressed are obeyed by then
            post(lambda: post(two_frames.set))
            two_frames.wait(20)
            answer(one.made is None or one.made.wait_until_idle(20))
        case "report":
            answer([receipt.amount.cents for receipt in bank.transfers])


def touch(kind: str, x: str, y: str, number: str = "1") -> None:
    """A finger, as a touch screen gives it: without a button; ``number`` tells those apart that are down together."""
    from kivy.core.window import Window  # noqa: PLC0415 - after Kivy is set up
    from kivy.input.motionevent import MotionEvent  # noqa: PLC0415

    class Finger(MotionEvent):  # type: ignore[misc]
        def depack(self, args: tuple[float, float]) -> None:
            self.profile, self.is_touch = ["pos"], True
            self.sx, self.sy = args
            super().depack(args)

    place = int(x) / Window.width, 1 - int(y) / Window.height
    finger = Finger("finger", int(number), place, is_touch=True)
    finger.scale_for_screen(*Window.system_size)
    Window.dispatch(f"on_touch_{kind}", finger)


def show_progress(share: str) -> None:
    """A bar in front of the screen, full at 1.0; ``gone`` takes it away."""
    from kivy.core.window import Window  # noqa: PLC0415 - after Kivy is set up
    from kivy.uix.progressbar import ProgressBar  # noqa: PLC0415

    from accessibility.kivy_behavior import AccessibleBehavior  # noqa: PLC0415

    class Bar(AccessibleBehavior, ProgressBar):  # type: ignore[misc]
        """Kivy's own."""

    bar = next((child for child in Window.children if isinstance(child, ProgressBar)), None)
    if bar is not None and share == "gone":
        Window.remove_widget(bar)
        return
    if bar is None:
        bar = Bar(a11y_name="下载", max=1.0, value=0.0, size_hint=(None, None), size=(200, 20))
        Window.add_widget(bar)
    bar.value = float(share)


def voicing_parts(home: Path, lang: str, preferences: dict[str, Any]) -> Any:
    """The parts of the window, its reader's voice written down in ``home``."""
    from accessibility.bridge import AccessibilityBridge  # noqa: PLC0415 - after Kivy is set up
    from accessibility.voicing.reader import Reader  # noqa: PLC0415
    from app.ui.ways.voicing import VoicingWay  # noqa: PLC0415
    from app.ui.ways.voicing_output import VoiceOutput  # noqa: PLC0415
    from app.ui.ways.voicing_sounds import Sounds  # noqa: PLC0415
    from app.ui.ways.voicing_words import speech_words  # noqa: PLC0415
    from app.words import Words  # noqa: PLC0415

    bank, voice, words = FakeBank(), Scripted(), Words.load(lang)
    keeper = Keeper(settings=Settings.from_mapping({"lang": lang, **preferences}))
    sounds = Sounds()
    synthesiser, speaker = Notebook(home / "spoken.jsonl"), Ear(home / "earcons.txt", sounds)
    one = OneVoice(lambda on_event: VoicePipeline(synthesiser, speaker, None, None, on_event))
    output = VoiceOutput(one, lang, post, sounds, lambda: voice.conversing)
    reader = Reader(output, speech_words(words), keeper.preferences.voicing)
    return make_parts(
        bank,
        lambda window, title: AccessibilityBridge(window, title, Several([platform_provider(), reader])),
        lang=lang,
        worker=ThreadWorker(post),
        voice=voice,
        keeper=keeper,
        voicing=VoicingWay(reader, output, keeper, words, post, lambda preferences: None),
        started=lambda: obey_lines(partial(obey, bank, voice, one)),
        stopping=one.close,
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--lang", default="zh-CN")
    parser.add_argument("--preferences", type=json.loads, default={})
    options = parser.parse_args()
    parts = partial(voicing_parts, options.home, options.lang, options.preferences)
    run_window(parts, WindowSetup(home=options.home / "kivy"))


if __name__ == "__main__":
    main()
