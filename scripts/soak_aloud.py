"""The soak aloud: minutes of a conversation on a virtual sound card, with the real recogniser and synthesiser.

The scripted soak proves the dialogue and cannot notice what a decoder, an engine or a sound stream keeps. Here a
customer speaks into the microphone, cuts in, and the built-in reader says a word between, round after round.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import cycle, islice

from scripts.bench_hearing_trials import talk_aloud
from scripts.bench_talk import COMMANDS, Talk, conversation, quiet
from scripts.soak_looks import Look, growth, judge
from voice.model_builder.features import Sound
from voice.probe.sound_server import SoundServer

_VOICES = 9
"""Utterances that are said by turns, each by another voice."""

_READS = {"zh-CN": "查询余额，按钮", "en": "Check balance, button"}
_EVERY = 5  # rounds between two looks
_READER_EVERY = 3  # rounds between two words of the reader's
_PRESSES = 3  # within so many presses of the key it listens again


@dataclass
class Aloud:
    """What came of it. ``faults`` is empty when all is well; ``looks`` at the client, ``beside`` at its engine."""

    lang: str
    rounds: int = 0
    heard: int = 0
    read: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    beside: list[Look] = field(default_factory=list)

    def line(self) -> str:
        """For people."""
        last = self.looks[-1] if self.looks else Look(0, 0.0, 0, 0)
        return (
            f"{self.lang:6} aloud: {self.rounds} rounds in {self.seconds:.0f} s, {self.heard} heard rightly, "
            f"{self.read} words of the reader; memory {last.memory:.0f} MiB, grew {growth(self.looks):+.1f}, "
            f"its engine {growth(self.beside):+.1f}; {last.threads} threads, {last.handles} files; "
            + ("; ".join(self.faults) or "ok")
        )


def soak_aloud(lang: str, minutes: float, least: int = 0) -> Aloud:
    """Converse for so long, and for so many rounds at least."""
    said = list(islice(cycle(COMMANDS[lang]), _VOICES))
    sounds = [trial.sound for trial in talk_aloud(lang, said)]
    begun, found = time.monotonic(), Aloud(lang)
    with conversation(lang) as (server, talk):
        try:
            for text, sound in cycle(zip(said, sounds, strict=True)):
                found.seconds = time.monotonic() - begun
                if found.seconds >= minutes * 60 and found.rounds >= least:
                    break
                _round(server, talk, sound, found)
                found.heard += talk.heard()[-1:] == [text]
                if found.rounds % _EVERY == 1:
                    _look(talk, found)
        except TimeoutError as stuck:
            found.faults.append(f"stuck in round {found.rounds}: {str(stuck)[:200]}")
    found.faults += judge(found.looks)
    found.faults += [f"the engine's {fault}" for fault in judge(found.beside)]
    if found.heard * 2 < found.rounds:
        found.faults.append(f"only {found.heard} of {found.rounds} commands heard")
    return found


def _round(server: SoundServer, talk: Talk, sound: Sound, found: Aloud) -> None:
    """A command, the beginning of its answer, perhaps a word of the reader in the middle, and the key: it listens."""
    talk.pass_over()
    server.play(quiet(sound))
    talk.next("speaking")
    if found.rounds % _READER_EVERY == 0:
        talk.do("reader " + _READS[found.lang])
        talk.next("read")
        found.read += 1
    for _ in range(_PRESSES):
        talk.pass_over()
        talk.do("key")
        if talk.listens():
            break
    else:
        raise TimeoutError("it does not listen")
    found.rounds += 1


def _look(talk: Talk, found: Aloud) -> None:
    talk.do("look")
    told = {name: float(str(value)) for name, value in talk.next("look").items() if name not in ("event", "at")}
    threads, handles = int(told["threads"]), int(told["handles"])
    found.looks.append(Look(found.rounds, told["memory"], threads, handles))
    found.beside.append(Look(found.rounds, told["beside"], int(told["processes"]), 0))
