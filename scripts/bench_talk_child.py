"""The child of the bench: a whole conversation by voice on the sound card, signed in at a bank in memory.

The language is its argument.

in    key | barge_in always | stop | reader TEXT (the built-in reader says it at once) | look
out   one JSON object a line: did, ended (the customer has finished, as the client decides), read (the reader has said
      it, or was cut short), look (what the process and its engine hold), and each state of the voice, with the
      monotonic time (one clock for all processes)
"""

from __future__ import annotations

import gc
import json
import queue
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

import psutil  # noqa: E402 - the root has to be known first

from app import bootstrap  # noqa: E402
from app.dialogue.grammar import load_grammar  # noqa: E402
from app.dialogue.manager import DialogueManager  # noqa: E402
from app.dialogue.understand import Understanding  # noqa: E402
from app.dialogue.voice_control import VoiceControl  # noqa: E402
from app.dialogue.voice_state import VoiceState  # noqa: E402
from app.domain.secret import Secret  # noqa: E402
from app.flows import FLOWS  # noqa: E402
from app.flows.acts import Inform, Interpretation, Mode, Request  # noqa: E402
from app.flows.interaction import InteractionManager  # noqa: E402
from app.flows.work import ThreadWorker  # noqa: E402
from app.ui.ways.voicing_output import VoiceOutput  # noqa: E402
from app.words import Words  # noqa: E402
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank  # noqa: E402
from voice.audio.microphone import SoundMicrophone  # noqa: E402
from voice.audio.speaker import SoundSpeaker  # noqa: E402
from voice.events import VoiceEvent  # noqa: E402
from voice.models import find_model  # noqa: E402
from voice.one_voice import OneVoice  # noqa: E402
from voice.pipeline import VoicePipeline  # noqa: E402
from voice.settings import BargeIn, VoiceSettings  # noqa: E402
from voice.stt.lazy import LazyRecogniser  # noqa: E402
from voice.stt.vosk_engine import VoskModel, VoskRecogniser  # noqa: E402
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser  # noqa: E402


def tell(kind: str, **more: object) -> None:
    """One line to the bench."""
    sys.stdout.write(json.dumps({"event": kind, "at": time.monotonic(), **more}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def on_state(state: VoiceState) -> None:
    """A state of the voice as a line."""
    tell(str(state.kind.value), caption=state.caption, heard=state.heard)


class DecidingMicrophone(SoundMicrophone):
    """Tells when it is switched off, which is the first thing that is done when the customer has finished."""

    def stop(self) -> None:
        """See ``Microphone``."""
        tell("ended")
        super().stop()


def loaded(lang: str) -> tuple[LazyRecogniser, float]:
    """The recogniser as the client has it, and the seconds until it was loaded in the background."""
    ready, begun = threading.Event(), time.monotonic()
    recogniser = LazyRecogniser(lambda: VoskRecogniser(VoskModel(find_model(lang))), "" if lang == "zh-CN" else " ")
    recogniser.warm(lambda _: ready.set())
    ready.wait(60.0)
    return recogniser, time.monotonic() - begun


def look() -> None:
    """What this process and the engine beside it hold: MiB, threads, open files."""
    gc.collect()
    process = psutil.Process()
    beside = process.children(recursive=True)
    tell(
        "look",
        memory=process.memory_info().rss / 2**20,
        beside=sum(one.memory_info().rss for one in beside) / 2**20,
        threads=process.num_threads(),
        handles=process.num_fds(),
        processes=len(beside),
    )


class Child:
    """The client of one language: everything is done in :meth:`serve`, on the thread that calls it."""

    def __init__(self, lang: str) -> None:
        self._jobs: queue.Queue[Callable[[], None] | None] = queue.Queue()
        words, grammar = Words.load(lang), load_grammar(lang)
        self._manager = InteractionManager(FakeBank(), FLOWS, ThreadWorker(self._jobs.put), lang)
        dialogue = DialogueManager(self._manager, Understanding(grammar), words)
        synthesiser = Pyttsx3Synthesiser()
        synthesiser.start()
        recogniser, self._load = loaded(lang)

        def make(on_event: Callable[[VoiceEvent], None]) -> VoicePipeline:
            return VoicePipeline(synthesiser, SoundSpeaker(), DecidingMicrophone(), recogniser, on_event)

        self._one = OneVoice(make)
        self._control = VoiceControl(
            self._manager, dialogue, bootstrap.make_vocabulary(grammar),
            lambda wanted: bootstrap.spoken_phrases(wanted, lang), words, self._jobs.put, self._one.join,
        )  # fmt: skip
        self._settings = VoiceSettings(ask_before_amounts=False, patience=0.0)
        self._control.apply(self._settings)
        self._reader = VoiceOutput(self._one, lang, self._jobs.put, {}, lambda: self._control.conversing)

    def serve(self) -> None:
        """Sign in, then obey until the input ends."""
        sign_in = Inform({"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)})
        for act in (Request("sign_in"), sign_in):
            self._manager.handle(Interpretation(act, "", Mode.SCREEN))
        threading.Thread(target=self._read, daemon=True).start()
        self._control.listen(on_state)
        while self._manager.view.customer is None or self._manager.view.busy:
            job = self._jobs.get()
            if job is not None:
                job()
        tell("ready", load=self._load)
        while (job := self._jobs.get()) is not None:
            job()
        self._control.close()
        self._one.close()
        self._manager.close()

    def _read(self) -> None:
        for line in sys.stdin:
            self._jobs.put(partial(self._obey, line.strip()))
        self._jobs.put(None)

    def _obey(self, line: str) -> None:
        command, _, text = line.partition(" ")
        tell("did", command=command)
        if command == "key":
            self._control.toggle_listening()
        elif command == "barge_in":
            self._control.apply(replace(self._settings, barge_in=BargeIn.ALWAYS))
        elif command == "stop":
            self._control.stop()
        elif command == "reader":
            self._reader.say(text, urgent=True, done=lambda completed: tell("read", completed=completed))
        elif command == "look":
            look()


if __name__ == "__main__":
    Child(sys.argv[1]).serve()
