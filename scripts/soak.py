"""``make soak``: an hour of simulated conversation; memory, threads, files and money must stay as they should.

Simulated time is what the sentences would take to say and to hear; the bank's clock runs with it. Before that, some
minutes aloud: with the real recogniser, synthesiser and sound streams.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

import psutil  # noqa: E402 - the root has to be known first

from scripts.soak_aloud import soak_aloud  # noqa: E402
from scripts.soak_conversation import Conversation, Stuck  # noqa: E402
from scripts.soak_ledger import WrongMoney  # noqa: E402
from scripts.soak_looks import Look, growth, judge  # noqa: E402
from voice.probe.sound_server import missing_programs  # noqa: E402


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it. ``growth`` in MiB after warming up; ``faults`` is empty when all is well."""

    lang: str
    turns: int
    simulated_minutes: float
    seconds: float
    agreed: int
    sent: int
    growth: float
    memory: float
    threads: int
    handles: int
    faults: tuple[str, ...]


def soak(lang: str, *, turns: int, minutes: float, every: int = 50, seed: int = 1) -> Result:
    """Converse until both so many turns and simulated minutes are over; a look at the process ``every`` so many."""
    begun, looks, faults = time.monotonic(), list[Look](), list[str]()
    talk = Conversation(lang, seed)
    try:
        while talk.turns < turns or talk.simulated < minutes * 60:
            talk.turn()
            if talk.turns % every == 0:
                talk.escape()
                talk.bank.calls.clear()  # the test double's own notes
                looks.append(look(talk.turns))
    except (Stuck, WrongMoney) as fault:
        faults.append(f"{type(fault).__name__}: {fault}")
    finally:
        talk.close()
    faults += judge(looks)
    last = looks[-1] if looks else look(talk.turns)
    return Result(
        lang, talk.turns, talk.simulated / 60, time.monotonic() - begun, talk.ledger.agreed, len(talk.bank.transfers),
        growth(looks), last.memory, last.threads, last.handles, tuple(faults),
    )  # fmt: skip


def look(turns: int) -> Look:
    """At this process, now."""
    gc.collect()
    process = psutil.Process()
    return Look(turns, process.memory_info().rss / 2**20, threading.active_count(), process.num_fds())


def main() -> int:
    """Soak, print, write JSON; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", action="append", help="zh-CN or en; both when left out")
    parser.add_argument("--turns", type=int, default=2000, help="at least so many for each language")
    parser.add_argument("--minutes", type=float, default=60.0, help="of simulated conversation, at least")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("out/soak.json"))
    parser.add_argument("--aloud", type=float, default=2.0, help="minutes on a virtual sound card, each language")
    args = parser.parse_args()
    langs = args.lang or ("zh-CN", "en")
    spoken = [soak_aloud(lang, args.aloud) for lang in langs if args.aloud and not _lacking()]
    for heard in spoken:
        say(heard.line())
    results = [soak(lang, turns=args.turns, minutes=args.minutes, seed=args.seed) for lang in langs]
    for one in results:
        say(line(one))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    whole = {"simulated": [asdict(one) for one in results], "aloud": [asdict(one) for one in spoken]}
    args.out.write_text(json.dumps(whole, indent=1, ensure_ascii=False), encoding="utf8")
    return 1 if any(one.faults for one in (*results, *spoken)) else 0


def _lacking() -> bool:
    """Is there no virtual sound card here? It is said once."""
    lost = missing_programs()
    if lost:
        say(f"aloud: not here, for want of {', '.join(lost)}")
    return bool(lost)


def say(text: str) -> None:
    """A line of this command's output."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def line(one: Result) -> str:
    """A result for people."""
    return (
        f"{one.lang:6} {one.turns} turns, {one.simulated_minutes:.0f} simulated minutes in {one.seconds:.0f} s; "
        f"{one.agreed} payments agreed to, {one.sent} sent; memory {one.memory:.0f} MiB, grew {one.growth:+.1f}; "
        f"{one.threads} threads, {one.handles} files; " + ("; ".join(one.faults) or "ok")
    )


if __name__ == "__main__":
    raise SystemExit(main())
