"""People who speak English, as the test data of PocketSphinx have them (Debian's package ``pocketsphinx-testdata``).

Digits and playing cards said by two, one sentence by a third, five sentences read by a fourth: few, but people. Free
to copy (BSD, and LibriVox's public domain).
"""

from __future__ import annotations

import re
import wave
from collections.abc import Iterator
from pathlib import Path

from voice.model_builder.errors import BuildProblem
from voice.model_builder.features import RATE

_UNTOLD = {"goforward.raw": "go forward ten meters", "tidigits/dhd.2934z.raw": "two nine three four zero"}
"""Those whose words stand in no file beside them, but in their grammar and in their name."""
_LINE = re.compile(r"<s>\s*(?P<text>.*?)\s*</s>\s*\((?P<name>[^)]+)\)")
_HEADER = "file\ttext\n"


def gather(source: Path, folder: Path) -> int:
    """Clips and their ``manifest.tsv`` in ``folder``, for ``measure --clips``; how many there are.

    ``source`` is ``/usr/share/pocketsphinx/test/data``.

    Raises:
        BuildProblem: it has no such clips.
    """
    found = [(path, text) for path, text in _clips(source) if path.exists()]
    if not found:
        raise BuildProblem(f"{source} holds no clips of people, such as cards/001.wav with cards/cards.transcription")
    folder.mkdir(parents=True, exist_ok=True)
    rows: list[str] = []
    for path, text in found:
        name = f"{path.stem}.wav"
        if path.suffix == ".raw":
            _with_header(path, folder / name)
        else:
            (folder / name).write_bytes(path.read_bytes())
        rows.append(f"{name}\t{text}\n")
    (folder / "manifest.tsv").write_text(_HEADER + "".join(rows), encoding="utf8")
    return len(rows)


def _clips(source: Path) -> Iterator[tuple[Path, str]]:
    for name, text in _UNTOLD.items():
        yield source / name, text
    for said in (source / "cards" / "cards.transcription", source / "librivox" / "transcription"):
        lines = said.read_text(encoding="utf8") if said.exists() else ""
        for line in _LINE.finditer(lines):
            yield said.parent / f"{line['name']}.wav", line["text"]


def _with_header(raw: Path, target: Path) -> None:
    """Samples of 16 bits without a header, as a file that says so."""
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(raw.read_bytes())
