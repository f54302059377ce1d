"""What engines write: WAV, and the AIFF of macOS, made here byte by byte."""

from __future__ import annotations

import io
import struct
import wave
from array import array
from pathlib import Path
from typing import Any

import pytest

from voice.tts import pyttsx3_worker
from voice.tts.sound_file import read_sound

SAMPLES = (0, 1, -2, 300, -32768, 32767)
NATIVE = array("h", SAMPLES).tobytes()
RATES = {
    22_050: bytes.fromhex("400dac44000000000000"),
    16_000: bytes.fromhex("400cfa00000000000000"),
    44_100: bytes.fromhex("400eac44000000000000"),
}
"""As numbers of 80 bits."""


def chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack(">L", len(body)) + body + b"\0" * (len(body) % 2)


def sound_chunk(order: str, offset: int = 0) -> bytes:
    body = struct.pack(f"{order}{len(SAMPLES)}h", *SAMPLES)
    return chunk(b"SSND", struct.pack(">LL", offset, 0) + b"\x55" * offset + body)


def common(rate: int = 22_050, *, channels: int = 1, bits: int = 16, kind: bytes = b"") -> bytes:
    body = struct.pack(">hLh", channels, len(SAMPLES), bits) + RATES[rate] + kind
    return chunk(b"COMM", body)


def form(kind: bytes, *chunks: bytes) -> bytes:
    return chunk(b"FORM", kind + b"".join(chunks))


@pytest.mark.parametrize("rate", RATES)
def test_aiff_is_read(rate: int) -> None:
    assert read_sound(form(b"AIFF", common(rate), sound_chunk(">"))) == (rate, NATIVE)


@pytest.mark.parametrize(("kind", "order"), [(b"NONE", ">"), (b"twos", ">"), (b"sowt", "<")])
def test_aiff_c_is_read_in_its_own_order(kind: bytes, order: str) -> None:
    """The name of the kind follows it, with its length; an odd one is padded."""
    described = common(kind=kind + b"\x0enot compressed\0")
    data = form(b"AIFC", chunk(b"FVER", struct.pack(">L", 0xA2805140)), described, sound_chunk(order))
    assert read_sound(data) == (22_050, NATIVE)


def test_other_chunks_are_passed_over_and_the_offset_is_kept() -> None:
    """An odd chunk is followed by a byte of nothing; sound may begin later, and come before its description."""
    data = form(b"AIFF", chunk(b"NAME", b"odd"), sound_chunk(">", offset=4), common(), chunk(b"ANNO", b"end"))
    assert read_sound(data) == (22_050, NATIVE)


def test_a_file_that_was_cut_off_gives_whole_samples() -> None:
    assert read_sound(form(b"AIFF", common(), sound_chunk(">"))[:-3]) == (22_050, NATIVE[:-4])


@pytest.mark.parametrize(
    "data",
    [
        form(b"AIFF", common(channels=2), sound_chunk(">")),
        form(b"AIFF", common(bits=8), sound_chunk(">")),
        form(b"AIFC", common(kind=b"ima4\0\0"), sound_chunk(">")),
        form(b"AIFC", common(kind=b"fl32\0\0"), sound_chunk(">")),
        form(b"AIFF", sound_chunk(">")),
        b"FORM",
        b"",
        b"RIFF....WAVE",
        b"caff" + b"\0" * 40,
    ],
)
def test_what_is_no_plain_speech_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="the engine made no"):
        read_sound(data)


@pytest.mark.parametrize(("channels", "good"), [(1, True), (2, False)])
def test_wav_is_read(channels: int, good: bool) -> None:
    written = io.BytesIO()
    with wave.open(written, "wb") as sound:
        sound.setnchannels(channels)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(struct.pack(f"<{len(SAMPLES)}h", *SAMPLES))
    if good:
        assert read_sound(written.getvalue()) == (16_000, NATIVE)
    else:
        with pytest.raises(ValueError, match="16-bit mono"):
            read_sound(written.getvalue())


class MacEngine:
    """pyttsx3 on macOS: writes AIFF, whatever the file is called."""

    def setProperty(self, name: str, value: Any) -> None: ...  # noqa: N802 - pyttsx3's name

    def getProperty(self, name: str) -> None: ...  # noqa: N802 - pyttsx3's name

    def save_to_file(self, text: str, path: str) -> None:
        Path(path).write_bytes(form(b"AIFF", common(), sound_chunk(">")))

    def runAndWait(self) -> None: ...  # noqa: N802 - pyttsx3's name


def test_a_sentence_is_spoken_on_macos(tmp_path: Path) -> None:
    request = {"parts": [["Hello", "com.apple.voice.Samantha", "written"]], "wpm": 175}
    head, body = pyttsx3_worker._answer(MacEngine(), request, str(tmp_path))
    assert (head, body) == ({"rate": 22_050, "counts": [len(SAMPLES)]}, NATIVE)
    assert list(tmp_path.iterdir()) == [], "nothing that was said stays"
