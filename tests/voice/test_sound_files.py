"""WAV files of every kind, read as one kind."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from voice.audio.microphone import resampled
from voice.audio.wav import read_wav
from voice.errors import BadWav

_TONE = 440.0


def wav(tag: int, bits: int, rate: int, channels: int, body: bytes, extra: bytes = b"") -> bytes:
    """A WAV file as bytes."""
    block = channels * bits // 8
    head = struct.pack("<HHIIHH", tag, channels, rate, rate * block, block, bits) + extra
    chunks = b"fmt " + struct.pack("<I", len(head)) + head
    chunks += b"LIST" + struct.pack("<I", 3) + b"odd\0"  # a padded chunk that is not ours
    chunks += b"data" + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def tone(rate: int, channels: int) -> np.ndarray:
    """Half a second of a tone at half of full scale, one column a channel."""
    one = 0.5 * np.sin(2 * np.pi * _TONE * np.arange(rate // 2) / rate)
    return np.repeat(one[:, None], channels, axis=1)


def encode(values: np.ndarray, tag: int, bits: int) -> bytes:
    """Samples in a WAV file's form."""
    if tag == 3:
        return values.astype(f"<f{bits // 8}").tobytes()
    if bits == 8:
        return np.round(values * 127 + 128).astype(np.uint8).tobytes()
    whole = np.round(values * (2 ** (bits - 1) - 1)).astype("<i4")
    if bits == 24:
        return whole.reshape(-1, 1).view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    return whole.astype(f"<i{bits // 8}").tobytes()


@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize(("tag", "bits"), [(1, 8), (1, 16), (1, 24), (1, 32), (3, 32), (3, 64)])
def test_every_kind_reads_alike(tmp_path: Path, tag: int, bits: int, rate: int, channels: int) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(wav(tag, bits, rate, channels, encode(tone(rate, channels), tag, bits)))
    samples = read_wav(path, 16_000)
    assert samples.dtype == np.int16
    assert len(samples) == pytest.approx(8_000, abs=2)
    middle = samples[1_000:7_000].astype(np.float64)
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(0.5 * 32768 / np.sqrt(2), rel=0.02)
    peak = np.argmax(np.abs(np.fft.rfft(middle))) * 16_000 / len(middle)
    assert peak == pytest.approx(_TONE, abs=4)


def test_the_extensible_form(tmp_path: Path) -> None:
    guid = struct.pack("<HHI", 22, 16, 4) + struct.pack("<H", 1) + b"\0" * 14
    path = tmp_path / "a.wav"
    path.write_bytes(wav(0xFFFE, 16, 16_000, 1, encode(tone(16_000, 1), 1, 16), guid))
    assert len(read_wav(path, 16_000)) == 8_000


def test_a_file_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(wav(1, 16, 16_000, 2, encode(tone(16_000, 2), 1, 16))[:-1001])
    assert 7_000 < len(read_wav(path, 16_000)) < 8_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"RIFF",
        b"hello, this is text",
        b"ID3\x04" + b"\0" * 200,
        b"RIFF\x04\0\0\0WAVE",
        wav(7, 8, 8_000, 1, b"\0" * 100),
        wav(1, 16, 0, 1, b"\0" * 100),
        wav(1, 16, 16_000, 0, b"\0" * 100),
        wav(1, 12, 16_000, 1, b"\0" * 100),
        b"RIFF\x20\0\0\0WAVEdata\x04\0\0\0\0\0\0\0",
        b"RIFF\x20\0\0\0WAVEfmt \x04\0\0\0\0\0\0\0",
    ],
)
def test_what_is_no_wav_file_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(BadWav) as refused:
        read_wav(path, 16_000)
    assert "\n" not in str(refused.value)
    assert refused.value.code == "bad_wav"


def test_an_empty_sound_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(wav(1, 16, 44_100, 2, b""))
    assert len(read_wav(path, 16_000)) == 0


def test_frames_of_another_rate_come_out_at_ours() -> None:
    got: list[bytes] = []
    convert = resampled(got.append, 48_000)
    frames = (tone(48_000, 1)[:, 0] * 32767).astype(np.int16)
    for at in range(0, len(frames), 960):
        convert(frames[at : at + 960].tobytes())
    out = np.frombuffer(b"".join(got), np.int16)
    assert len(out) == pytest.approx(8_000, rel=0.1)
    assert np.abs(out.astype(np.int32)).max() == pytest.approx(16_384, rel=0.05)
