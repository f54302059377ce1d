"""Transcripts as data: what a person says and what the bank must answer, read from a text file.

# What the person does and what must come of it.        the first line
modes: chat voice                                       in which modalities it is played (default both)
signed in                                               the customer has signed in before
given: lose_answer                                      something goes wrong at the bank, or is set otherwise
you: 给张三转五百块                                       said or typed, as the modality has it
heard: 0.4 查询月额 | 查询余额                             what the recogniser makes of it: how sure, and what else
silence:                                                nobody speaks (voice)
noise:                                                  something that is no sentence is heard (voice)
press: talk                                             the talk key
type: demo0101                                          typed in every modality: secrets
touch: affirm                                           done on the screen
bank: 请核对 | 张三 | 500.00                              fragments of the answer, in order
never: 500.00                                           what the answer must not hold
sent: 张三 500.00                                        at the end: exactly these transfers
sent: nothing
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
LINES = ("you", "heard", "silence", "noise", "press", "type", "touch", "bank", "never", "given", "sent")


@dataclass(frozen=True)
class Step:
    """One line: its kind, its text, and where it stands."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True)
class Transcript:
    """One conversation."""

    name: str
    lang: str
    about: str
    modes: tuple[str, ...]
    signed_in: bool
    steps: tuple[Step, ...]
    sent: tuple[str, ...]


def read(file: Path) -> Transcript:
    """Parse one file; an unknown line is an error with its number."""
    about, modes, signed_in, steps, sent = "", ("chat", "voice"), False, list[Step](), list[str]()
    for number, raw in enumerate(file.read_text(encoding="utf8").splitlines(), start=1):
        line = raw.strip()
        kind, _, text = line.partition(":")
        if line.startswith("#"):
            about = about or line.lstrip("# ")
        elif line == "signed in":
            signed_in = True
        elif kind == "modes":
            modes = tuple(text.split())
        elif kind == "sent":
            sent.append(text.strip())
        elif kind in LINES:
            steps.append(Step(kind, text.strip(), number))
        elif line:
            raise ValueError(f"{file.name}:{number}: {line!r}")
    if not about or not sent:
        raise ValueError(f"{file.name}: says neither what it is about nor what is sent")
    return Transcript(file.stem, file.parent.name, about, modes, signed_in, tuple(steps), tuple(sent))


def all_transcripts() -> list[Transcript]:
    """Every transcript of every language, in a stable order."""
    return [read(file) for file in sorted(FOLDER.glob("*/*.txt"))]
