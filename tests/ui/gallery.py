"""Pictures of every screen in every theme and text size, and what is wrong with their layout.

``python -m tests.ui.gallery OUT``.

Needs a display. The window is the real one; the bank is the one in memory.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from accessibility.preferences import Preferences, Theme
from app.domain.secret import Secret
from app.flows.acts import Act, Affirm, Change, Home, Inform, Interpretation, Mode, Request, Resume, SignOut
from app.ui.start import WindowSetup, prepare_window
from tests.fakes import DEMO_NUMBER, DEMO_PASSWORD, FakeBank
from tests.ui.window_parts import ScriptedVoice, Spoken, make_parts

SETTLE = 12
"""Frames after which layout and text have come to rest."""


class Gallery:
    """Walks the window through its screens and takes a picture of each."""

    def __init__(self, app: Any, bank: FakeBank, voice: ScriptedVoice, out: Path, looks: list[tuple[str, int]]) -> None:
        self._app, self._bank, self._voice, self._out, self._looks = app, bank, voice, out, looks
        self.wrong: list[str] = []
        self.break_it = False
        self.pictures = True
        self.shown = 0
        self._titles: dict[str, str] = {}

    def steps(self) -> Iterator[str]:
        """Do a step and give the name of its picture."""
        yield from self._signing_in()
        yield from self._a_transfer()
        yield from self._talking()
        yield from self._other_ways()
        yield from self._choosing()

    def _signing_in(self) -> Iterator[str]:
        """A number that is wrong, then the right one, and the menu while it is spoken."""
        yield "home-signed-out"
        self._act(Request("sign_in"))
        yield "sign-in"
        self._act(Inform({"customer_number": "123"}))
        yield "sign-in-wrong"
        self._act(Inform({"customer_number": DEMO_NUMBER, "password": Secret(DEMO_PASSWORD)}))
        self._voice.show(
            Spoken(
                "speaking", "您好，林峰，您已登录。您要办什么业务？可以说：查询余额、交易记录、我要转账。", "我要登录"
            )
        )
        yield "home"
        self._voice.show(Spoken("idle"))

    def _a_transfer(self) -> Iterator[str]:
        """What is asked for, refused, read back, interrupted, left without an answer, and found out."""
        self._act(Request("check_balance"))
        yield "balance"
        self._act(Request("list_transactions"))
        yield "transactions"
        self._act(Request("transfer_money"))
        yield "transfer"
        self._act(Inform({"payee": "p2", "amount": "9999999"}))
        yield "transfer-refused"
        self._act(Inform({"payee": "p7", "amount": "6000"}))
        yield "transfer-review"
        self._act(Request("check_balance"))
        yield "balance-interrupting"
        self._act(Home())
        yield "home-interrupted"
        self._act(Resume())
        self._bank.lose_answer()
        self._act(Affirm())
        yield "transfer-unanswered"
        self._act(Home())
        yield "home-parked"
        self._app.parts.manager.find_out(self._app.parts.manager.view.open_payments[0].key)
        yield "transfer-done"
        self._act(Home())

    def _talking(self) -> Iterator[str]:
        """The chat, empty and with a review, and the help."""
        run, say = self._app.root.run, self._app.parts.dialogue.say
        run("chat")
        yield "chat-empty"
        say("给章威转五百块", Mode.CHAT)
        yield "chat-review"
        run("chat")
        run("help")
        yield "help"
        self._app.root.escape()

    def _choosing(self) -> Iterator[str]:
        """The settings as they come and with everything on, and the welcome."""
        run = self._app.root.run
        run("settings")
        yield "settings"
        self._turn_everything_on()
        yield "settings-all"
        run("welcome")
        yield "welcome"
        self._act(Home())

    def _other_ways(self) -> Iterator[str]:
        """The keypad on a form and on a menu, the keys for a field, and the dialog for the keys."""
        run, root = self._app.root.run, self._app.root
        self._act(Home())
        run("keypad")
        yield "keypad-menu"
        self._act(Request("transfer_money"))
        self._act(Change("amount"))
        yield "keypad-form"
        run("keypad")
        run("scan")
        yield "scan-form"
        self._app.ways.write(next(field.entry for field in _text_fields(root.screen)))
        yield "field-keys"
        self._app.bridge.announce(root.kit.text("ui-text-size-is", percent=100))
        yield "field-keys-message"
        self._press(root.kit.text("panel-leave"))
        run("chat")
        yield from self._chat_by_keys()
        run("scan")
        run("keypad")
        yield from self._chat_by_twelve_keys()
        run("keypad")
        run("chat")
        run("help")
        root.help.change_keys()
        yield "change-keys"
        root.escape()
        root.escape()

    def _chat_by_keys(self) -> Iterator[str]:
        """Letters, what they may mean, and that taken."""
        self._app.ways.write(self._app.root.chat.entry)
        letters, meant = ("zz", "转账") if self._app.parts.words.lang.startswith("zh") else ("tr", "transfer")
        for letter in letters:
            self._press(letter)
        yield "chat-keys"
        self._press(next(words for words in self._on_keys() if words.startswith(meant)))
        yield "chat-keys-taken"
        for letter in "wangxiaoming":
            self._press(letter)
        yield "chat-keys-name"
        self._press(self._app.root.kit.text("panel-leave"))

    def _chat_by_twelve_keys(self) -> Iterator[str]:
        """Letters, and the choice of what they may mean."""
        is_chinese = self._app.parts.words.lang.startswith("zh")
        yield from self._pressed_on_pad("919261" if is_chinese else "8173", "chat-keypad")
        yield from self._pressed_on_pad("0", "chat-keypad-choosing")

    def _pressed_on_pad(self, keys: str, picture: str) -> Iterator[str]:
        for sign in keys:
            next(key for text, key in self._on_keys().items() if text.split("]")[1].startswith(sign)).on_release()
        yield picture

    def _on_keys(self) -> dict[str, Any]:
        """The keys of the cover in front, by what they say."""
        from kivy.core.window import Window  # noqa: PLC0415 - after the set-up

        from app.ui.ways.cover import Cover  # noqa: PLC0415 - after the set-up
        from app.ui.ways.keys import SignKey  # noqa: PLC0415 - after the set-up

        cover = next(child for child in Window.children if isinstance(child, Cover))
        return {key.text: key for key in cover.walk() if isinstance(key, SignKey)}

    def _press(self, words: str) -> None:
        self._on_keys()[words].on_release()

    def _turn_everything_on(self) -> None:
        """So that every setting there is is on the screen; ways of working that change the screen stay off."""
        keeper = self._app.parts.keeper
        now = keeper.preferences
        on = {name: replace(getattr(now, name), on=True) for name in ("voicing", "dwell")}
        keeper.prefer(replace(now, **on))

    def _act(self, act: Act) -> None:
        self._app.parts.manager.handle(Interpretation(act))

    def frames(self, done: Callable[[], None]) -> None:
        """One picture after another, each when its frame has settled."""
        from kivy.clock import Clock  # noqa: PLC0415 - after the set-up

        walk = self._all()

        def next_step(_: float) -> None:
            name = next(walk, None)
            if name is None:
                done()
                return
            _after(Clock, SETTLE, lambda: (self._take(name), Clock.schedule_once(next_step, 0)))

        if not self.pictures:
            Clock.schedule_once(lambda _: _never_sleep(), 0)
        Clock.schedule_once(next_step, 0)

    def _all(self) -> Iterator[str]:
        for theme, scale in self._looks:
            keeper = self._app.parts.keeper
            keeper.prefer(Preferences(theme=Theme(theme), text_scale=scale / 100))
            for name in self.steps():
                self._compare(name, f"{theme}-{scale}")
                yield f"{name}-{theme}-{scale}"
            self._act(Home())
            self._app.parts.manager.handle(Interpretation(SignOut()))

    def _compare(self, name: str, look: str) -> None:
        """A step leads to the same screen in every look, or most of them are never seen."""
        title = self._app.root.screen.title
        if self._titles.setdefault(name, title) != title:
            self.wrong.append(f"{name}-{look}: shows {title}, not {self._titles[name]} as in the first look")

    def _take(self, name: str) -> None:
        from kivy.core.window import Window  # noqa: PLC0415 - after the set-up

        from tests.ui.layout import problems  # noqa: PLC0415 - after the set-up

        if self.break_it:
            _spoil(self._app.root.screen.column)
        self.shown += 1
        self.wrong += [f"{name}: {problem}" for problem in problems(Window)]
        if not self.pictures:
            return
        taken = Path(Window.screenshot(name=str(self._out / "shot.png")))
        taken.rename(self._out / f"{name}.png")


def _text_fields(screen: Any) -> Iterator[Any]:
    return (widget for widget in screen.walk() if hasattr(widget, "entry"))


def _spoil(column: Any) -> None:
    """Cut words off, push something out of the window, and lay two things on each other."""
    bar = column.children[-1]
    first, second, *_ = bar.children
    first.height, second.x, first.pos = 4, 5000, bar.children[2].pos


def _after(clock: Any, frames: int, job: Callable[[], object]) -> None:
    if frames <= 0:
        job()
    else:
        clock.schedule_once(lambda _: _after(clock, frames - 1, job), 0)


def _never_sleep() -> None:
    """Frames as fast as they can be made, laid out and not painted: nobody looks."""
    from kivy.clock import Clock  # noqa: PLC0415 - after the set-up
    from kivy.core.window import Window  # noqa: PLC0415 - after the set-up

    Clock.__dict__.pop("idle", None)
    Clock._max_fps = 0
    Window.bind(on_draw=lambda _: True, on_flip=lambda _: True)  # before the window's own, which then has nothing to do


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1000x760")
    parser.add_argument("--looks", default="light:100,dark:100,high_contrast:100,light:200,light:300,dark:300")
    parser.add_argument("--lang", default="zh-CN")
    parser.add_argument("--break-it", action="store_true", help="spoil every layout, to see that it is found")
    parser.add_argument("--measure", action="store_true", help="only measure: nothing is drawn, nothing waits")
    options = parser.parse_args()
    if options.measure:
        os.environ["KIVY_GL_BACKEND"] = "mock"
    options.out.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in options.size.split("x"))
    prepare_window(WindowSetup(home=options.out / "kivy", width=width, height=height))
    from accessibility.bridge import AccessibilityBridge  # noqa: PLC0415 - after the set-up
    from accessibility.providers.log import LogProvider  # noqa: PLC0415 - after the set-up
    from app.ui.app import TingjianApp  # noqa: PLC0415 - after the set-up

    bank, voice = FakeBank(), ScriptedVoice()
    app = TingjianApp(
        make_parts(bank, lambda *told: AccessibilityBridge(*told, LogProvider()), lang=options.lang, voice=voice)
    )
    looks = [(theme, int(scale)) for theme, scale in (look.split(":") for look in options.looks.split(","))]
    gallery = Gallery(app, bank, voice, options.out, looks)
    gallery.break_it = options.break_it
    gallery.pictures = not options.measure
    app.bind(on_start=lambda *_: gallery.frames(app.stop))
    app.run()
    found = {"screens": gallery.shown, "problems": gallery.wrong}
    (options.out / "problems.json").write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf8")


if __name__ == "__main__":
    main()
