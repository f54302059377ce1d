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


def main(lang: str) -> None:
    """Serve until the input ends."""
    jobs: queue.Queue[Callable[[], None] | None] = queue.Queue()
    words, grammar = Words.load(lang), load_grammar(lang)
    manager = InteractionManager(FakeBank(), FLOWS, ThreadWorker(jobs.put), lang)
    dialogue = DialogueManager(manager, Understanding(grammar), words)
    synthesiser = Pyttsx3Synthesiser()
    synthesiser.start()
    recogniser, load = loaded(lang)

    def make(on_event: Callable[[VoiceEvent], None]) -> VoicePipeline:
        return VoicePipeline(synthesiser, SoundSpeaker(), DecidingMicrophone(), recogniser, on_event)

    one = OneVoice(make)
    control = VoiceControl(
        manager, dialogue, bootstrap.make_vocabulary(grammar),
        lambda wanted: bootstrap.spoken_phrases(wanted, lang), words, jobs.put, one.join,
    )  # fmt: skip
    settings = VoiceSettings(ask_before_amounts=False, patience=0.0)
    control.apply(settings)
    sign_in = Inform({"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)})
    for act in (Request("sign_in"), sign_in):
        manager.handle(Interpretation(act, "", Mode.SCREEN))

    reader = VoiceOutput(one, lang, jobs.put, {}, lambda: control.conversing)

    def obey(line: str) -> None:
        command, _, text = line.partition(" ")
        tell("did", command=command)
        if command == "key":
            control.toggle_listening()
        elif command == "barge_in":
            control.apply(replace(settings, barge_in=BargeIn.ALWAYS))
        elif command == "stop":
            control.stop()
        elif command == "reader":
            reader.say(text, urgent=True, done=lambda completed: tell("read", completed=completed))
        elif command == "look":
            look()

    def read() -> None:
        for line in sys.stdin:
            jobs.put(partial(obey, line.strip()))
        jobs.put(None)

    threading.Thread(target=read, daemon=True).start()
    control.listen(on_state)
    while manager.view.customer is None or manager.view.busy:
        job = jobs.get()
        if job is not None:
            job()
    tell("ready", load=load)
    while (job := jobs.get()) is not None:
        job()
    control.close()
    one.close()
    manager.close()


if __name__ == "__main__":
    main(sys.argv[1])
