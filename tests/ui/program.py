"""A program of the tests on a desktop: told what to do in lines, answering in lines of JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from accessibility.probe.desktop import Desktop

ROOT = Path(__file__).resolve().parents[2]


class Program:
    """A module that is run with ``--home``, where warnings are errors; what it complains of goes to a file there."""

    def __init__(self, desk: Desktop, home: Path, module: str, *options: str) -> None:
        self.desk, self.home = desk, home
        self._log = (home / "errors.log").open("wb")
        self.process = desk.start(
            [sys.executable, "-W", "error", "-m", module, "--home", str(home), *options],
            env={"PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )

    @property
    def errors(self) -> str:
        return (self.home / "errors.log").read_text("utf8", "replace")

    def tell(self, command: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        """Its next line of JSON."""
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def ask(self, command: str) -> Any:
        """Tell it something that it answers."""
        self.tell(command)
        return self.answer()

    def close(self) -> None:
        self.process.kill()
        self.process.wait(10)
        for pipe in (self.process.stdin, self.process.stdout, self._log):
            if pipe is not None:
                pipe.close()
