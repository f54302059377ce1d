"""The window with its built-in reader, and an ear at the mouth of its synthesiser."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from accessibility.audit.watch import Watcher
from accessibility.audit.window import DeskWindow
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.ui.program import Program

_LOOKS = 3
"""That many times in a row a thing is seen in one place before it is said to stand there."""


class Listener(Program):
    """The window, and an ear at the mouth of its synthesiser."""

    def __init__(
        self,
        desk: Desktop,
        bus: Bus,
        home: Path,
        judged: set[int],
        lang: str = "zh-CN",
        also: Mapping[str, object] = MappingProxyType({}),
        program: tuple[str, str] = ("process", "Tingjian"),
        **voicing: object,
    ) -> None:
        """``also``: more preferences, as in the file; the rest are those of the reader.

        ``program``: the module that is run, and the title of its window.
        """
        preferences = json.dumps({**also, "voicing": {"on": True, **voicing}})
        super().__init__(desk, home, f"tests.ui.voicing.{program[0]}", "--lang", lang, "--preferences", preferences)
        self._file, self._at = home / "spoken.jsonl", 0
        self._bus, self._earcons = bus, home / "earcons.txt"
        try:
            desk.wait_for_window(program[1], 60)
        except NotThereError:
            self.close()
            raise AssertionError(self.errors) from None
        painted = DeskWindow(desk).picture
        self._watcher = Watcher(self.tree, painted, judged=judged)

    def tree(self) -> Seen:
        """What a screen reader would see of it now."""
        return until(lambda: self._bus.snapshot("", self.process.pid), "the window's tree").children[0]

    def find(self, role: str, name: str) -> Seen:
        """The first thing of that role whose name holds that."""
        return until(
            lambda: next((seen for seen in self.tree().all(role) if name in seen.name), None), f"{role} {name!r}"
        )

    def stands(self, role: str, name: str) -> Seen:
        """It, when the layout has come to rest: what wraps its words moves all that is below it some frames later."""
        places: list[object] = []

        def still() -> Seen | None:
            seen = self.find(role, name)
            places.append(seen.bounds)
            return seen if len(places) >= _LOOKS and len(set(places[-_LOOKS:])) == 1 else None

        self.quiet()
        return until(still, f"{role} {name!r} to stand still", every=0.05)

    def middle(self, seen: Seen) -> str:
        """Where to put a finger on it."""
        assert seen.bounds is not None
        x, y, width, height = seen.bounds
        return f"{x + width // 2} {y + height // 2}"

    def look(self) -> None:
        """The screen keeps the rules, as it is now."""
        self._watcher.look()

    @property
    def everything(self) -> list[str]:
        lines = self._file.read_text("utf8").splitlines() if self._file.exists() else []
        return [json.loads(line)[1] for line in lines]

    def hear(self, *fragments: str) -> str:
        """Wait until these have been said, in this order, since the last time; gives all that was said for it."""

        def heard() -> str:
            said = self.everything[self._at :]
            waiting = list(fragments)
            for count, sentence in enumerate(said, 1):
                while waiting and waiting[0] in sentence:
                    waiting.pop(0)
                if not waiting:
                    self._at += count
                    return "\n".join(said[:count])
            return ""

        try:
            return until(heard, f"{fragments} to be said", 20)
        except NotThereError as error:
            raise AssertionError(f"{fragments} was not said; said was {self.everything[self._at :]}") from error

    @property
    def earcons(self) -> list[str]:
        """The short sounds that were played."""
        return self._earcons.read_text("utf8").split() if self._earcons.exists() else []

    def press(self, *keys: str) -> None:
        self.desk.key(*keys)

    def tab_to(self, fragment: str) -> None:
        """Tab until it is said: somebody who goes by ear alone."""
        for _ in range(30):
            self.quiet()
            before = len(self.everything)
            self.press("Tab")
            until(lambda before=before: len(self.everything) > before, "something to be said", 20)
            if any(fragment in said for said in self.everything[before:]):
                self._at = len(self.everything)
                self.look()
                return
        raise AssertionError(f"Tab never came to {fragment!r}: {self.everything}")

    def forget(self) -> None:
        """Listen only to what comes from now on."""
        self._at = len(self.everything)

    def quiet(self) -> None:
        """Wait until all that is to be said has been said."""
        assert self.ask("quiet")

    def rest(self) -> None:
        """Quiet, with nothing heard yet of what comes next."""
        self.quiet()
        self.forget()

    def transfers(self) -> list[int]:
        """What the bank has moved, in cents."""
        amounts: list[int] = self.ask("report")
        return amounts


def until_silent(window: Listener) -> int:
    """Press Tab until nothing is said any more; how much has been said by then."""

    def silent() -> int:
        before = len(window.everything)
        window.press("Tab")
        try:
            until(lambda: len(window.everything) > before, "a word", 1.0)
        except NotThereError:
            return before
        return 0

    return until(silent, "silence", 15)
