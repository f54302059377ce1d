"""The window of stock widgets, and an ear at the mouth of its real synthesiser."""

from __future__ import annotations

import json
from pathlib import Path

from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.waiting import until
from tests.ui.voicing.listener import Listener


class WidgetListener(Listener):
    """One page at a time; how it looks is judged elsewhere, by the gallery's tests."""

    def __init__(self, desk: Desktop, bus: Bus, home: Path, lang: str = "zh-CN", **voicing: object) -> None:
        super().__init__(desk, bus, home, set(), lang, program=("widget_process", "Widgets"), **voicing)

    def look(self) -> None:
        """Nothing."""

    def page(self, name: str) -> None:
        """Turn to a page; its heading has the focus, and nothing has been heard yet of what comes next."""
        self.quiet()
        self.forget()
        self.tell(f"page {name}")
        self.hear(name)
        self.rest()

    def answers(self, *exchange: tuple[str, str]) -> None:
        """Each of these keys, one after the other, is answered by these words and no others before them."""
        for keys, words in exchange:
            self.rest()
            self.press(*keys.split())
            said = self.hear(*words.split("\n"))
            assert said == words, f"{keys} is answered by {said!r}"

    def happens(self, command: str, words: str) -> None:
        """What is told by itself when that happens."""
        self.rest()
        self.tell(command)
        assert self.hear(*words.split("\n")) == words

    def is_silent(self, *keys: str, cue: str = "") -> None:
        """These keys are answered by a short sound alone, or by nothing."""
        self.rest()
        words, sounds = len(self.everything), len(self.earcons)
        self.press(*keys)
        if cue:
            until(lambda: cue in self.earcons[sounds:], f"the sound {cue!r}")
        self.quiet()
        assert self.everything[words:] == []

    def unsaid(self) -> list[str]:
        """What the synthesiser was given and made no sound of, or not of all of it."""
        lines = (self.home / "spoken.jsonl").read_text("utf8").splitlines()
        return [text for _, text, _, _, samples, missing in map(json.loads, lines) if not samples or missing]
