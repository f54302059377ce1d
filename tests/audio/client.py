"""The child of the audio tests: a whole pipeline on the sound card, driven by lines and answering in lines.

in    say TEXT | stop | listen | patience SECONDS | kill | close
out   one JSON object an event, with the monotonic time at which it came (one clock for all processes)
"""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import sys
import time

from voice.audio.devices import devices
from voice.audio.microphone import SoundMicrophone
from voice.audio.speaker import SoundSpeaker
from voice.errors import NoSound
from voice.events import VoiceEvent
from voice.models import find_model
from voice.pipeline import VoicePipeline
from voice.stt.number_phrases import with_amounts
from voice.stt.vosk_engine import VoskModel, VoskRecogniser
from voice.tts.pyttsx3_engine import Pyttsx3Synthesiser

PHRASES = ("查询余额", "我要转账", "最近交易", "确认", "取消", "帮助")


def tell(kind: str, **more: object) -> None:
    """One line to the test."""
    sys.stdout.write(json.dumps({"event": kind, "at": time.monotonic(), **more}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def on_event(event: VoiceEvent) -> None:
    """An event of the pipeline as a line."""
    tell(type(event).__name__, **dataclasses.asdict(event))


def main() -> None:
    """Serve until the input ends."""
    synthesiser = Pyttsx3Synthesiser()
    synthesiser.start()
    pipeline = VoicePipeline(
        synthesiser, SoundSpeaker(), SoundMicrophone(), VoskRecogniser(VoskModel(find_model("zh-CN"))), on_event
    )
    try:
        found = [(d.name, d.inputs, d.outputs, d.default) for d in devices()]
    except NoSound:
        found = []
    tell("ready", devices=found)
    for line in sys.stdin:
        command, _, text = line.strip().partition(" ")
        tell("did", command=command)
        if command == "say":
            pipeline.say(text, "zh-CN")
        elif command == "stop":
            pipeline.stop_speaking()
            tell("stopped")
        elif command == "listen":
            pipeline.listen(with_amounts(PHRASES), barge_in=text == "barge_in")
        elif command == "patience":
            pipeline.patience = float(text)
        elif command == "kill":
            assert synthesiser.pid is not None
            os.kill(synthesiser.pid, signal.SIGKILL)
    pipeline.close()
    tell("closed")


if __name__ == "__main__":
    main()
