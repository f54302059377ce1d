"""What the programs of the tests have in common: commands in lines, answers in lines of JSON, the bank's moods."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable

from tests.fakes import FakeBank


def obey_lines(obey: Callable[[str], None]) -> None:
    """Do what comes on standard input, line by line, beside the main thread."""

    def listen() -> None:
        for line in sys.stdin:
            obey(line.strip())

    threading.Thread(target=listen, daemon=True).start()


def answer(value: object) -> None:
    """Tell one line of JSON."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


def to_bank(bank: FakeBank, command: str) -> bool:
    """Make the bank slow or forgetful; False when the command is none of these."""
    moods = {
        "hold": bank.hold,
        "release": bank.release,
        "lose_answer": bank.lose_answer,
        "expire": bank.expire_session,
    }
    if command not in moods:
        return False
    moods[command]()
    return True
