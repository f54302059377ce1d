"""The child process that owns pyttsx3: one JSON request a line in, one JSON head and raw samples out.

It is a program of its own because the engine below pyttsx3 can hang or crash, keeps its state for a whole
process, and prints. Run as ``python -m voice.tts.pyttsx3_worker [DRIVER] FOLDER``; ends when its input ends.
FOLDER is for the one file that it writes on its way, part after part, and takes away as soon as it is read; it
goes with the program, and with the parent when the program is killed.

out, at start   {"ready": true, "voices": [[id, name, [languages]], ...], "speakers": ["f1", ..., "m1", ...]}
in              {"parts": [[text, voice id, how it is read (``voice.tts.cast.Reading``)], ...], "wpm": 175, "pitch": 50}
out             {"rate": 22050, "counts": [samples of each part]} and then the samples, int16, native order
out, on error   {"error": "..."}
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO

from voice.tts.sound_file import read_sound

_TRIES = 3
_PINYIN = {"tones": "pinyin_for_engine", "letters": "pinyin_in_letters"}
_SPEAKERS = ("f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4")  # the others croak, whisper or are robots


def _voices(engine: Any) -> list[list[Any]]:
    def text(value: Any) -> str:
        return value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)

    return [
        [str(v.id), str(v.name), [text(tag).strip("\x05") for tag in (v.languages or [])]]
        for v in engine.getProperty("voices")
    ]


def _speakers(engine: Any) -> list[str]:
    """espeak-ng's women and men, each of whom can read with any of its voices; other engines have none."""
    if "espeak" not in str(engine):
        return []
    espeak = importlib.import_module("pyttsx3.drivers._espeak")
    listed = espeak.ListVoices(ctypes.byref(espeak.VOICE(languages=b"variant")))
    named = {variant.identifier.decode("utf-8", "ignore").rpartition("/")[2] for variant in listed}
    return [speaker for speaker in _SPEAKERS if speaker in named]


def _speak(engine: Any, text: str, voice: str, wpm: int, folder: str) -> tuple[int, bytes]:
    """One part as (rate, samples)."""
    path = Path(folder) / "part.wav"
    engine.setProperty("voice", voice)
    engine.setProperty("rate", wpm)
    _settle(engine)
    try:
        engine.save_to_file(text, str(path))
        engine.runAndWait()
        _settle(engine)  # else the file may not be whole yet
        return read_sound(path.read_bytes())
    finally:
        path.unlink(missing_ok=True)  # what was said is not kept, not even until the next sentence


def _surely(engine: Any, text: str, voice: str, wpm: int, folder: str) -> tuple[int, bytes]:
    """A part that has sound in it; the first one after the start can still come out empty."""
    for _ in range(_TRIES - 1):
        rate, raw = _speak(engine, text, voice, wpm, folder)
        if raw:
            return rate, raw
    return _speak(engine, text, voice, wpm, folder)


def _reading(text: str, how: str) -> str:
    if how not in _PINYIN:
        return text
    reading: str = getattr(importlib.import_module("voice.tts.reading"), _PINYIN[how])(text)
    return reading


def _settle(engine: Any) -> None:
    """Wait until espeak has done all it was told.

    It queues settings too, and pyttsx3 cancels whatever it finds busy when it begins to speak: without
    this one part in twenty came out empty.
    """
    if "espeak" in str(engine):
        espeak = importlib.import_module("pyttsx3.drivers._espeak")
        while espeak.IsPlaying():  # a hang here is ended by the parent's watchdog
            time.sleep(0.0005)  # its own Synchronize() sleeps 20 ms at a time


def _set_pitch(engine: Any, pitch: int) -> None:
    """Where the engine has one: SAPI 5 and NSSpeech know none and say so by raising."""
    try:
        if engine.getProperty("pitch") != pitch:
            engine.setProperty("pitch", pitch)
            _settle(engine)
    except (KeyError, ValueError):
        return


def _answer(engine: Any, request: dict[str, Any], folder: str) -> tuple[dict[str, Any], bytes]:
    _set_pitch(engine, request.get("pitch", 50))
    parts = [
        _surely(engine, _reading(text, how), voice, request["wpm"], folder) for text, voice, how in request["parts"]
    ]
    rate = max(rate for rate, _ in parts)
    sounds = [_at_rate(raw, own, rate) for own, raw in parts]
    return {"rate": rate, "counts": [len(raw) // 2 for raw in sounds]}, b"".join(sounds)


def _at_rate(raw: bytes, own: int, rate: int) -> bytes:
    """Voices of other makers need not have the rate of their neighbours in the sentence."""
    if own == rate:
        return raw
    numpy, soxr = importlib.import_module("numpy"), importlib.import_module("soxr")  # seldom needed
    resampled: bytes = soxr.resample(numpy.frombuffer(raw, numpy.int16), own, rate).tobytes()
    return resampled


def _send(out: BinaryIO, head: dict[str, Any], body: bytes = b"") -> None:
    out.write(json.dumps(head).encode() + b"\n" + body)
    out.flush()


def main(folder: str, driver: str | None = None) -> int:
    """Serve until the input ends."""
    # what the engine prints ("Audio saved to ...") must not land between the answers
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        return _serve(out, folder, driver)
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # the parent may have been killed


def _serve(out: BinaryIO, folder: str, driver: str | None) -> int:
    try:
        engine = importlib.import_module("pyttsx3").init(driver)
        _send(out, {"ready": True, "voices": _voices(engine), "speakers": _speakers(engine)})
        _reading("好", "tones")  # loads the dictionaries while nobody waits
    except Exception as failure:  # noqa: BLE001 - whatever the engine raises, the parent must hear of it
        _send(out, {"error": f"{type(failure).__name__}: {failure}"})
        return 1
    for line in sys.stdin.buffer:
        try:
            _send(out, *_answer(engine, json.loads(line), folder))
        except Exception as failure:  # noqa: BLE001 - as above
            _send(out, {"error": f"{type(failure).__name__}: {failure}"})
    return 0


if __name__ == "__main__":
    sys.exit(main(*reversed(sys.argv[1:])))
