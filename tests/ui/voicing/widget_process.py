"""Stock Kivy widgets in a real window with the built-in reader; its voice is the real synthesiser.

Commands, a line each: ``page NAME``, ``prefer JSON`` (settings of the reader), ``touch down|move|up X Y`` (a finger, in
pixels, y down), ``chat|status|alert TEXT``, ``progress 0.4``, ``warn`` (a time limit of the bank's is near), ``quiet``.
One line of ``spoken.jsonl`` is what the synthesiser has made a sound of: moment, text, language, rate, samples, and the
languages that it could not say; one of ``earcons.txt`` a short sound that was played.
"""

from __future__ import annotations

import argparse
import json
import threading
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from app.config import Settings
from app.flows.view import Notice, View
from app.keeper import Keeper
from app.ui.start import WindowSetup, post, prepare_window
from app.words import Words
from tests.ui.commands import answer, obey_lines
from tests.ui.voicing.process import Ear, touch
from voice.one_voice import OneVoice
from voice.pipeline import VoicePipeline
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser
from voice.tts.synthesiser import Speech

TITLE = "Widgets"


class Mouth(Pyttsx3Synthesiser):
    """The engine of this machine; what it has said is written down."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def synthesise(self, text: str, lang: str, rate: float = 1.0) -> Speech:
        speech = super().synthesise(text, lang, rate)
        said = [time.monotonic(), text, lang, rate, len(speech.samples), speech.unsaid]
        with self._file.open("a", encoding="utf8") as notes:
            notes.write(json.dumps(said, ensure_ascii=False) + "\n")
        return speech


class Shown:
    """The window: one page at a time, and the reader before it, worked by the client's own keys."""

    def __init__(self, home: Path, lang: str, preferences: dict[str, Any]) -> None:
        from kivy.core.window import Window  # noqa: PLC0415 - after Kivy is set up
        from kivy.uix.boxlayout import BoxLayout  # noqa: PLC0415

        from accessibility.bridge import AccessibilityBridge  # noqa: PLC0415
        from accessibility.providers.platform import platform_provider  # noqa: PLC0415
        from accessibility.providers.several import Several  # noqa: PLC0415
        from accessibility.voicing.reader import Reader  # noqa: PLC0415
        from app.ui.on_turn import OnTurn  # noqa: PLC0415
        from app.ui.telling import Teller  # noqa: PLC0415
        from app.ui.ways.voicing import VoicingWay  # noqa: PLC0415
        from app.ui.ways.voicing_output import VoiceOutput  # noqa: PLC0415
        from app.ui.ways.voicing_sounds import Sounds  # noqa: PLC0415
        from app.ui.ways.voicing_words import speech_words  # noqa: PLC0415
        from tests.ui.voicing.widget_pages import Pages  # noqa: PLC0415

        self.words, sounds = Words.load(lang), Sounds()
        self.keeper = Keeper(settings=Settings.from_mapping({"lang": lang, **preferences}))
        mouth, ear = Mouth(home / "spoken.jsonl"), Ear(home / "earcons.txt", sounds)
        self.voice = OneVoice(lambda on_event: VoicePipeline(mouth, ear, None, None, on_event))
        output = VoiceOutput(self.voice, lang, post, sounds, lambda: False)
        self.reader = Reader(output, speech_words(self.words), self.keeper.preferences.voicing)
        self.way = VoicingWay(self.reader, output, self.keeper, self.words, post, lambda preferences: None)
        self.window, self.root = Window, BoxLayout(orientation="vertical")
        self.bridge = AccessibilityBridge(Window, TITLE, Several([platform_provider(), self.reader]))
        self.teller = Teller(self.bridge, lang=lang)
        self.on_turn = OnTurn(self.teller, self.words, None, None, None)
        self.pages = Pages()

    def start(self) -> None:
        """The window exists."""
        self.bridge.start()
        self.bridge.announcer.listen(self.reader.message)
        self.window.bind(on_key_down=self._key)
        self.way.start(self.window)
        obey_lines(self.obey)

    def close(self) -> None:
        """The window goes."""
        self.way.close()
        self.voice.close()
        self.bridge.close()

    def _key(self, _window: Any, code: int, _scancode: int, _text: str | None, modifiers: list[str]) -> bool:
        from app.ui.keys import command_for  # noqa: PLC0415 - after Kivy is set up

        do = self.way.commands().get(command_for(code, modifiers))
        if do is not None:
            do()
        return do is not None

    def obey(self, line: str) -> None:
        """Do one command."""
        command, _, rest = line.partition(" ")
        match command:
            case "page":
                post(partial(self._turn_to, rest))
            case "prefer":
                post(partial(self._prefer, json.loads(rest)))
            case "touch":
                post(partial(touch, *rest.split()))
            case "quiet":
                two_frames = threading.Event()  # keys that have been pressed are obeyed by then
                post(lambda: post(two_frames.set))
                two_frames.wait(20)
                answer(self.voice.made is None or self.voice.made.wait_until_idle(20))
            case _:
                post(partial(self._happen, command, rest))

    def _turn_to(self, name: str) -> None:
        """The page before goes with its focus, and the new one begins at its heading."""
        from kivy.uix.boxlayout import BoxLayout  # noqa: PLC0415 - after Kivy is set up

        page = BoxLayout(orientation="vertical")
        for widget in self.pages.make(name):
            page.add_widget(widget)
        self.root.clear_widgets()
        self.root.add_widget(page)
        self.bridge.focus.screen_changed(page)

    def _prefer(self, changes: dict[str, Any]) -> None:
        preferences = self.keeper.preferences
        self.keeper.prefer(replace(preferences, voicing=replace(preferences.voicing, **changes)))

    def _happen(self, what: str, text: str) -> None:
        """Something that the customer has not done."""
        from accessibility.examples.gallery_look import Words as Line  # noqa: PLC0415 - after Kivy is set up

        match what:
            case "chat":
                self.pages.log.add_widget(Line(text=text))
            case "status":
                self.pages.status.text = text
            case "alert":
                self.pages.alert.text = text
            case "progress":
                self.pages.bar.value = float(text)
            case "warn":
                self.on_turn.tell(None, View(turn=1, notices=(Notice("session_ends_soon"),)), None)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--lang", default="zh-CN")
    parser.add_argument("--preferences", type=json.loads, default={})
    options = parser.parse_args()
    prepare_window(WindowSetup(home=options.home / "kivy"))
    from kivy.app import App  # noqa: PLC0415 - after Kivy is set up

    shown = Shown(options.home, options.lang, options.preferences)

    class Widgets(App):  # type: ignore[misc]  # Kivy is untyped
        title = TITLE

        def build(self) -> Any:
            return shown.root

        def on_start(self) -> None:
            shown.start()

        def on_stop(self) -> None:
            shown.close()

    Widgets().run()


if __name__ == "__main__":
    main()
