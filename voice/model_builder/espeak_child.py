"""The child process that holds espeak-ng: a JSON line in, a header line and 16-bit samples out.

espeak-ng hangs once in a few thousand sentences; the parent then ends this process and starts another.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import IO, Any

_LIBRARY = "libespeak-ng.so.1"
_RETRIEVE_SAMPLES = 2
_UTF8 = 1
_SEPARATED_BY_UNDERSCORE = ord("_") << 8
_PARAMETERS = {"speed": 1, "pitch": 3, "spread": 4, "gap": 7}


class _Synthesiser:
    def __init__(self, data: str) -> None:
        self._library = ctypes.CDLL(_LIBRARY)
        self.rate = int(self._library.espeak_Initialize(_RETRIEVE_SAMPLES, 0, data.encode(), 0))
        self._chunks: list[bytes] = []
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
        self._callback = kind(self._take)  # kept, or the library calls into freed memory
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]

    def _take(self, samples: Any, count: int, _events: Any) -> int:
        if count > 0 and samples:
            self._chunks.append(ctypes.string_at(samples, 2 * count))
        return 0

    def set_voice(self, voice: str) -> bool:
        return bool(self._library.espeak_SetVoiceByName(voice.encode()) == 0)

    def say(self, text: str, parameters: dict[str, int]) -> bytes:
        self._chunks.clear()
        for name, number in _PARAMETERS.items():
            if name in parameters:
                self._library.espeak_SetParameter(number, parameters[name], 0)
        raw = text.encode() + b"\0"
        self._library.espeak_Synth(raw, len(raw), 0, 0, 0, _UTF8, None, None)
        return b"".join(self._chunks)

    def phonemes(self, text: str) -> str:
        rest = ctypes.c_char_p(text.encode())
        clauses = []
        while rest.value is not None:
            clause = self._library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _SEPARATED_BY_UNDERSCORE)
            clauses.append(clause.decode())
        return " ".join(clauses)


def _serve(orders: IO[bytes], answers: IO[bytes], data: str) -> None:
    espeak = _Synthesiser(data)
    for line in orders:
        order = json.loads(line)
        known = espeak.set_voice(order["voice"])
        phonemes = espeak.phonemes(order["text"]) if known and order.get("phonemes") else ""
        samples = espeak.say(order["text"], order.get("parameters", {})) if known and order.get("sound") else b""
        header = {"known": known, "rate": espeak.rate, "bytes": len(samples), "phonemes": phonemes}
        answers.write(json.dumps(header).encode() + b"\n" + samples)
        answers.flush()


if __name__ == "__main__":
    _serve(sys.stdin.buffer, sys.stdout.buffer, sys.argv[1])
