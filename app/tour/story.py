"""Story: what was said, heard, shown and booked, told as it happens and kept for the report."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened: who did it, in words, and when (seconds since the story began)."""

    who: str
    text: str
    at: float
    shot: str = ""


@dataclass(slots=True)
class Chapter:
    """One way of doing the job."""

    title: str
    lines: list[Line] = field(default_factory=list)
    problem: str = ""


class Story:
    """Collects chapters; ``tell`` gets each line as it comes."""

    def __init__(self, folder: Path, tell: Callable[[str], None] = lambda line: None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.chapters: list[Chapter] = []
        self._tell = tell
        self._began = time.monotonic()

    def begin(self, title: str) -> None:
        """A new chapter."""
        self.chapters.append(Chapter(title))
        self._tell(f"\n== {title}")

    def line(self, who: str, text: str, shot: str = "") -> None:
        """Something happened in the chapter of the moment."""
        at = time.monotonic() - self._began
        self.chapters[-1].lines.append(Line(who, text, at, shot))
        self._tell(f"{at:6.1f} s  {who:<8} {text}")

    def shot(self, desktop: Desktop, caption: str) -> None:
        """What is on the screen now, once it stands still."""
        name = f"{len(self.chapters)}-{len(self.chapters[-1].lines):02d}.png"
        file = self.folder / name
        last: list[bytes] = [b""]

        def still() -> bool:
            before, last[0] = last[0], desktop.screenshot(file).read_bytes()
            return before == last[0]

        until(still, "the screen to stand still", timeout=10, every=0.15)
        self.line("screen", caption, name)

    def fail(self, problem: str) -> None:
        """The chapter did not end well."""
        self.chapters[-1].problem = problem
        self._tell(f"          FAILED   {problem}")

    @property
    def failed(self) -> list[Chapter]:
        """Chapters that did not end well."""
        return [chapter for chapter in self.chapters if chapter.problem]

    def said(self, who: str) -> list[str]:
        """Everything that somebody said or did in the last chapter."""
        return [line.text for line in self.chapters[-1].lines if line.who == who]
