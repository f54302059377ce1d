"""Makes the short sounds of the built-in reader (assets/sounds): plain sines with soft ends, the same every time."""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22_050
LOUDNESS = 0.28
"""Of full scale: beside speech, never above it."""

EDGE_SECONDS = 0.008  # each tone swells and fades so long, or it would click
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "sounds"

# Name: (frequency in Hz, seconds) one after the other; frequency 0 is a pause. Rising is good news, falling bad.
TONES: dict[str, tuple[tuple[float, float], ...]] = {
    "edge": ((220.0, 0.07),),
    "error": ((330.0, 0.09), (0.0, 0.03), (247.0, 0.14)),
    "success": ((523.0, 0.07), (659.0, 0.07), (784.0, 0.12)),
    "progress": ((440.0, 0.04),),
    "message": ((659.0, 0.07), (0.0, 0.02), (880.0, 0.1)),
    "typed": ((988.0, 0.025),),
    "listening_on": ((440.0, 0.05), (660.0, 0.06)),
    "listening_off": ((660.0, 0.05), (440.0, 0.06)),
}


def tone(frequency: float, seconds: float) -> list[int]:
    """One tone as 16-bit samples."""
    count, edge = int(seconds * RATE), EDGE_SECONDS * RATE
    samples = []
    for at in range(count):
        swell = min(1.0, at / edge, (count - 1 - at) / edge)
        samples.append(round(32767 * LOUDNESS * swell * math.sin(2 * math.pi * frequency * at / RATE)))
    return samples


def write(folder: Path) -> None:
    """All of them as WAV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, parts in TONES.items():
        samples = [sample for part in parts for sample in tone(*part)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
