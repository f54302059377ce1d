"""Measures the keys on the screen in a window of one size, at every text size and with other ways beside them.

``python -m tests.ui.key_sizes OUT WIDTHxHEIGHT LANG``. Nothing is drawn; OUT gets what is wrong, as sentences.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from accessibility.preferences import Preferences
from app.flows.acts import Act, Change, Home, Inform, Interpretation, Request
from app.ui.start import WindowSetup, prepare_window
from app.ui.style import Size
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank
from tests.ui.gallery import SETTLE, _after, _never_sleep
from tests.ui.window_parts import make_parts

TARGET, ELDER_TARGET = 44, 60
"""Least sides of a target in dp, as a rule and for older people (TGT-02, TGT-03)."""

LOOKS = ((1.0, False), (1.0, True), (2.0, False), (3.0, True))
"""Text sizes, and whether targets are for older people."""

LEAST_LETTERS = 2.0
"""Letters of keys grow at least so far in the smallest window; in any other with the text, up to 300 %."""

LINE = 44
"""Pixels that what is told has at least."""


class Measure:
    """Walks through the keys in every look and notes what is wrong."""

    def __init__(self, app: Any, size: tuple[int, int]) -> None:
        self._app, self._size = app, size
        self.wrong: list[str] = []
        self.looks = self.seen = 0
        self._at = ""
        self._places: dict[str, tuple[float, ...]] = {}

    def run(self, done: Callable[[], None]) -> None:
        """One step after another, each when its frame has settled."""
        from kivy.clock import Clock  # noqa: PLC0415 - after the set-up

        walk = self._walk()

        def step(_: float) -> None:
            if next(walk, None) is None:
                done()
            else:
                _after(Clock, SETTLE, lambda: Clock.schedule_once(step, 0))

        Clock.schedule_once(lambda _: _never_sleep(), 0)
        Clock.schedule_once(step, 0)

    def _walk(self) -> Iterator[str]:
        self._act(Request("sign_in"))
        self._act(Inform({"customer_number": DEMO_NUMBER, "password": _secret()}))
        for scale, elder in LOOKS:
            for beside in ("", "dwell", "scan"):
                self.looks += 1
                yield from self._look_at(scale, elder, beside)

    def _look_at(self, scale: float, elder: bool, beside: str) -> Iterator[str]:
        keeper, run = self._app.parts.keeper, self._app.root.run
        keeper.prefer(replace(Preferences(text_scale=scale), elder=elder))
        name = f"{scale * 100:.0f} % {'elder ' if elder else ''}{beside}"
        if beside:
            run(beside)
        yield from self._fields(name)
        if beside != "scan":
            yield from self._pad(name)
        if beside:
            run(beside)

    def _fields(self, name: str) -> Iterator[str]:
        root, ways = self._app.root, self._app.ways
        self._ask_amount()
        ways.write(next(widget.entry for widget in root.screen.walk() if hasattr(widget, "entry")))
        yield from self._shown(f"{name}, figures", steps=("7", "8"))
        ways._close_panel()
        root.run("chat")
        ways.write(root.chat.entry)
        yield from self._shown(f"{name}, letters", steps=("w", "x", "m"))
        root.teller.warn(root.kit.message("notice-session_ends_soon"))
        yield from self._shown(f"{name}, letters and a warning", steps=(), same=True)
        self._app.signals.strip.end_warning()
        if "scan" not in name:  # its mark scrolls where it goes
            yield from self._paged(f"{name}, letters", ways)
        ways._close_panel()
        root.run("chat")

    def _paged(self, name: str, ways: Any) -> Iterator[str]:
        """Every page of keys shows whole ones, and all of them come."""
        page, came = self._cover().paged_keys, set[str]()
        for number in range(60):
            yield from self._shown(f"{name}, page {number + 1}", steps=())
            came |= set(self._visible(self._cover()))
            if not page.do_scroll_y or page.scroll_y <= 0.001:
                break
            ways._page(1)
        self._expect(set("abcdefghijklmnopqrstuvwxyz0123456789@.-_") <= came, f"not all keys came: {sorted(came)}")

    def _pad(self, name: str) -> Iterator[str]:
        root = self._app.root
        self._act(Home())
        root.run("keypad")
        yield from self._shown(f"{name}, twelve keys", steps=())
        self._read_to_the_end()
        self._ask_amount()
        yield from self._shown(f"{name}, twelve keys typing", steps=("4", "2"), same=True)
        root.run("chat")
        yield from self._shown(f"{name}, twelve keys in the chat", steps=("9", "1", "2", "1", "0"), same=True)
        root.teller.warn(root.kit.message("notice-session_ends_soon"))
        yield from self._shown(f"{name}, twelve keys and a warning", steps=(), same=True)
        self._app.signals.strip.end_warning()
        root.run("chat")
        root.run("keypad")

    def _read_to_the_end(self) -> None:
        """What does not fit on the pad comes by pages, and then the beginning."""
        pad = self._cover()
        for _ in range(60):
            if pad.is_at_end:
                break
            pad.page()
        self._expect(pad.is_at_end, "what is told has no end")
        if pad.is_cut:
            pad.page()
            self._expect(pad.told.scroll_y == 1.0, "what is told does not begin again")

    def _shown(self, at: str, steps: tuple[str, ...], *, same: bool = False) -> Iterator[str]:
        """Judge what is shown, and again after each key; ``same``: the keys stand where they did before."""
        self._at = at
        if not same:
            self._places = {}
        yield at
        self._app.ways._look()  # three times a second else, which is many frames here
        yield at
        self._judge()
        for sign in steps:
            self._at = f"{at} after {sign}"
            self._press(sign)
            yield self._at
            self._judge()

    # -- judging ---------------------------------------------------------------------------------------

    def _judge(self) -> None:
        self.seen += 1
        cover = self._cover()
        keys = self._visible(cover)
        style = self._app.look.style
        least = ELDER_TARGET if style.elder or style.scale >= 1.5 else TARGET
        for name, (left, bottom, width, height) in keys.items():
            self._expect(min(width, height) >= least - 0.5, f"{name} is {width:.0f} x {height:.0f}")
            inside = left >= -0.5 and bottom >= -0.5 and left + width <= self._size[0] + 0.5
            self._expect(inside and bottom + height <= self._size[1] + 0.5, f"{name} reaches out of the window")
        self._judge_overlaps(cover, keys)
        self._expect(cover.told.height >= LINE, f"what is told has {cover.told.height:.0f} pixels")
        self._judge_places(keys)
        self._judge_letters(cover, style)
        for widget in cover.walk():
            if hasattr(widget, "texture_size") and widget.text and hasattr(widget, "on_release"):
                wide, high = widget.texture_size
                fits = wide <= widget.width + 1.5 and high <= widget.height + 1.5
                self._expect(fits, f"{widget.a11y_name} is cut: {wide} x {high}")

    def _judge_overlaps(self, cover: Any, keys: dict[str, tuple[float, ...]]) -> None:
        """Nothing lies on a key: neither another key nor what is told nor the strip of a way."""
        strip = self._app.ways.strip
        others = {"what is told": cover.told} | ({"the strip": strip} if strip.parent is cover else {})
        places = dict(keys)
        for name, widget in others.items():
            places[name] = (*widget.to_window(*widget.pos), widget.width, widget.height)
        for one, other in combinations(places, 2):
            (left, bottom, width, height), (x, y, wide, high) = places[one], places[other]
            across = min(left + width, x + wide) - max(left, x)
            up = min(bottom + height, y + high) - max(bottom, y)
            self._expect(across < 1 or up < 1, f"{one} lies on {other}")

    def _judge_places(self, keys: dict[str, tuple[float, ...]]) -> None:
        for name, place in keys.items():
            before = self._places.setdefault(name, place)
            moved = max(abs(one - other) for one, other in zip(before, place, strict=True))
            self._expect(moved < 1, f"{name} has moved from {before} to {place}")

    def _judge_letters(self, cover: Any, style: Any) -> None:
        """Of keys for a field: as large as the customer's text."""
        from app.ui.ways.key_page import KeyPage  # noqa: PLC0415 - after the set-up

        page = next((widget for widget in cover.walk() if isinstance(widget, KeyPage)), None)
        if page is None:
            return
        scale = style.scale if self._size[1] > 480 else min(style.scale, LEAST_LETTERS)
        wanted = replace(style, scale=scale).sp(Size.BODY)
        keys = [key for key in page.walk(restrict=True) if len(getattr(key, "text", "")) == 1]
        small = [key.text for key in keys if key.font_size < wanted - 1]
        self._expect(not small, f"letters smaller than {wanted:.0f}: {small}")

    def _expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.wrong.append(f"{self._at}: {otherwise}")

    def _visible(self, cover: Any) -> dict[str, tuple[float, ...]]:
        """Where keys are, by sign; of those that are paged only what is in sight. Meant words come and go."""
        from app.ui.ways.key_page import KeyPage  # noqa: PLC0415 - after the set-up
        from app.ui.ways.keys import SignKey  # noqa: PLC0415 - after the set-up
        from app.ui.ways.meant_row import MeantRow  # noqa: PLC0415 - after the set-up

        found: dict[str, tuple[float, ...]] = {}
        for holder in cover.walk():
            if isinstance(holder, SignKey):
                left, bottom = holder.to_window(*holder.pos)
                top = bottom + holder.height
                page = next((one for one in _above(holder) if isinstance(one, KeyPage)), None)
                if page is not None:
                    foot = page.to_window(*page.pos)[1]
                    bottom, top = max(bottom, foot), min(top, foot + page.height)
                if top - bottom <= 0.5:
                    continue
                name = str(getattr(holder, "_sign", holder.text))
                if any(isinstance(one, MeantRow) for one in _above(holder)):
                    name = f"{name} at {left:.0f}, meant"
                found[name] = (left, bottom, holder.width, top - bottom)
        return found

    def _press(self, sign: str) -> None:
        from app.ui.ways.keys import SignKey  # noqa: PLC0415 - after the set-up

        keys = {getattr(key, "_sign", key.text): key for key in self._cover().walk() if isinstance(key, SignKey)}
        keys[sign].on_release()

    def _cover(self) -> Any:
        from kivy.core.window import Window  # noqa: PLC0415 - after the set-up

        from app.ui.ways.cover import Cover  # noqa: PLC0415 - after the set-up

        return next(child for child in Window.children if isinstance(child, Cover))

    def _ask_amount(self) -> None:
        self._act(Request("transfer_money"))
        self._act(Inform({"payee": "p2"}))  # one question a page for older people: this one is answered
        self._act(Change("amount"))

    def _act(self, act: Act) -> None:
        self._app.parts.manager.handle(Interpretation(act))


def _above(widget: Any) -> Iterator[Any]:
    while widget.parent is not None and widget.parent is not widget:
        widget = widget.parent
        yield widget


def _secret() -> Any:
    from app.domain.secret import Secret  # noqa: PLC0415 - beside its one use

    return Secret(DEMO_PASSWORD)


def main(out: str, size: str, lang: str) -> None:
    """Command line."""
    os.environ["KIVY_GL_BACKEND"] = "mock"
    width, height = (int(part) for part in size.split("x"))
    prepare_window(WindowSetup(home=Path(out).with_suffix(".kivy"), width=width, height=height))
    from accessibility.bridge import AccessibilityBridge  # noqa: PLC0415 - after the set-up
    from accessibility.providers.log import LogProvider  # noqa: PLC0415 - after the set-up
    from app.ui.app import TingjianApp  # noqa: PLC0415 - after the set-up

    app = TingjianApp(
        make_parts(FakeBank(), lambda window, title: AccessibilityBridge(window, title, LogProvider()), lang=lang)
    )
    measure = Measure(app, (width, height))
    app.bind(on_start=lambda *_: measure.run(app.stop))
    app.run()
    found = {"looks": measure.looks, "seen": measure.seen, "wrong": measure.wrong}
    Path(out).write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf8")


if __name__ == "__main__":
    main(*sys.argv[1:])
