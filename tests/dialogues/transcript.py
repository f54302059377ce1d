"""Transcripts as data: what a person says and what the bank must answer, read from a text file.

# What the person does and what must come of it.        the first line
modes: voice (nobody is silent in writing)              where it is played in one modality only, and why
modes: aloud (a name that no model knows)               only a synthetic voice and the real recogniser play it
aloud                                                   played by a synthetic voice into the real recogniser too
signed in                                               the customer has signed in before
given: lose_answer                                      something goes wrong at the bank, or is set otherwise
you: 给张三转五百块                                       said or typed, as the modality has it
heard: 0.4 查询月额 | 查询余额                             what the recogniser makes of it: how sure, and what else
silence:                                                nobody speaks (voice)
noise: 今天天气不错                                       something that is no sentence here is said or typed
cut: 手续费                                              somebody speaks up while this is being said (voice)
press: talk                                             the talk key
type: demo0101                                          typed in every modality: secrets
touch: affirm                                           done on the screen
bank: 请核对 | 张三 | 500.00                              fragments of the answer, in order
never: 500.00                                           what the answer must not hold
voice bank: 已隐去                                       any line may begin with the modality that it belongs to
sent: 张三 500.00                                        at the end: exactly these transfers
sent: nothing
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

MODES = ("chat", "voice")
FLAGS = ("aloud", "signed in")
FOLDER = Path(__file__).resolve().parent
LINES = ("you", "heard", "silence", "noise", "cut", "press", "type", "touch", "bank", "never", "given", "sent")


@dataclass(frozen=True)
class Step:
    """One line: its kind, its text, where it stands, and the one modality that it belongs to."""

    kind: str
    text: str
    line: int
    only: str = ""


@dataclass(frozen=True)
class Transcript:
    """One conversation."""

    name: str
    lang: str
    about: str
    modes: tuple[str, ...]
    aloud: bool
    signed_in: bool
    steps: tuple[Step, ...]
    sent: tuple[str, ...]

    def played(self, mode: str) -> tuple[Step, ...]:
        """The lines of one modality."""
        return tuple(step for step in self.steps if step.only in ("", mode))


def read(file: Path) -> Transcript:
    """Parse one file; an unknown line is an error with its number."""
    about, modes, flags, steps, sent = "", MODES, set[str](), list[Step](), list[str]()
    for number, raw in enumerate(file.read_text(encoding="utf8").splitlines(), start=1):
        line = raw.strip()
        only, begun = next(
            ((mode, line.removeprefix(mode)) for mode in MODES if line.startswith(f"{mode} ")), ("", line)
        )
        kind, _, text = begun.strip().partition(":")
        if line.startswith("#"):
            about = about or line.lstrip("# ")
        elif line in FLAGS:
            flags.add(line)
        elif kind == "modes":
            only_in = _only_mode(text, f"{file.name}:{number}")
            modes = (only_in,) if only_in in MODES else ()
            flags |= {only_in} & set(FLAGS)
        elif kind == "sent":
            sent.append(text.strip())
        elif kind in LINES:
            steps.append(Step(kind, text.strip(), number, only))
        elif line:
            raise ValueError(f"{file.name}:{number}: {line!r}")
    if not about or not sent:
        raise ValueError(f"{file.name}: says neither what it is about nor what is sent")
    aloud, signed_in = (flag in flags for flag in FLAGS)
    return Transcript(file.stem, file.parent.name, about, modes, aloud, signed_in, tuple(steps), tuple(sent))


def _only_mode(text: str, place: str) -> str:
    """The one modality; a file that leaves the other out says why."""
    found = re.fullmatch(r"(\w+) \(.+\)", text.strip())
    if found is None or found[1] not in (*MODES, "aloud"):
        raise ValueError(f"{place}: in which modality, and why not in the other?")
    return found[1]


def all_transcripts() -> list[Transcript]:
    """Every transcript of every language, in a stable order."""
    return [read(file) for file in sorted(FOLDER.glob("*/*.txt"))]
