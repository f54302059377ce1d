"""TingjianApp: the Kivy application; everything it works with is handed to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Thread
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window
from kivy.metrics import Metrics

from accessibility.preferences import Theme as AsWanted
from app import launch_memory
from app.ui.cutting_in import CuttingIn
from app.ui.keys import STEPPING, belongs_to, command_for
from app.ui.look import Look
from app.ui.parts import Parts
from app.ui.shell import Shell
from app.ui.start import post
from app.ui.style import Style
from app.ui.system_look import SystemLook
from app.ui.theme import theme_named
from app.ui.ways.signals import SignalsWay
from app.ui.ways.ways import Ways

TICK = 15.0
"""Seconds between two looks at the time that is left of a session at the bank."""

SHOWN = 0.3
"""Seconds after the first frame until which the window is shown and told in its places: what is only likely to be
wanted is loaded from then on, and takes the processor."""

PAUSES = "hold"
"""The command that must find the voice still speaking."""

LAUNCHED = 5.0
"""Seconds after which the start is over: the voice has its model and its sound devices too."""


class TingjianApp(App):
    """Builds the shell, joins it to the accessibility bridge, and passes keys on."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.title = parts.words.text("ui-app-title")
        self._system_look = parts.system_look()
        self._take_over_at_first()
        self.look = Look(style=self._style())
        self._stop_following = parts.keeper.listen(lambda _: self._follow())
        self.bridge: Any = None
        self.signals: SignalsWay | None = None
        self.ways: Any = None
        touched = parts.staying.touched if parts.staying is not None else lambda: None
        self._cutting_in = CuttingIn(
            Window, parts.voice, lambda *pressed: self._command(*pressed) == PAUSES, post, touched
        )

    def _take_over_at_first(self) -> None:
        """The first start looks as the platform does."""
        keeper = self.parts.keeper
        if keeper.first_start and (found := self._system_look.at_first(keeper.preferences)):
            keeper.settings = replace(keeper.settings, preferences=replace(keeper.preferences, **found))

    def _style(self) -> Style:
        wanted = self.parts.keeper.preferences
        theme = theme_named(self._system_look.theme(wanted.theme))
        return Style(theme, wanted.text_scale, float(Metrics.density), wanted.elder)

    def _follow(self) -> None:
        """The settings have changed."""
        self.look.style = self._style()
        if self.ways is not None:
            self.ways.apply(self.parts.keeper.preferences)
            self._cutting_in.come_first()

    def build(self) -> Shell:
        """The root widget."""
        parts = self.parts
        self.bridge = parts.make_bridge(Window, self.title)
        return Shell(
            self.look,
            parts.manager,
            parts.words,
            parts.dialogue,
            parts.voice,
            parts.flows,
            self.bridge,
            parts.keeper,
            parts.offers,
        )

    def on_start(self) -> None:
        """The window exists: begin to tell, and draw the first view."""
        Window.softinput_mode = "below_target"
        self.look.bind(style=self._clear)
        Window.bind(focus=self._ask_system_again)
        Window.bind(focus=self._let_go)
        self._stay_while_at_work()
        self._clear()
        self.bridge.start()
        self.bridge.on_escape(self.root.escape)
        self.bridge.on_secret_composed = self.root.secret_composed
        Window.bind(on_key_down=self._key, on_key_up=self._key_up)
        self.signals = SignalsWay(self.look, self.root, self.bridge, Window, self.parts.keeper, self.parts.words)
        if self.parts.voicing is not None:
            self.parts.voicing.join(self.root, self.bridge)
        self.root.update(self.parts.manager.view)
        parts = self.parts
        self.ways = Ways(self.root, self.bridge, parts.keeper, lambda: parts.sayable(parts.manager.view))
        # In two steps: Kivy counts from its last frame, which is as long ago as all of the above has taken.
        Clock.schedule_once(lambda _: Clock.schedule_once(lambda _: self.parts.started(), SHOWN))
        if self.parts.voicing is not None:
            self.parts.voicing.reader.begins = self.ways.tell_again
            self.parts.voicing.start(Window)
        self._cutting_in.start()
        Clock.schedule_once(lambda _: launch_memory.settle(), LAUNCHED)

    def _stay_while_at_work(self) -> None:
        """That he is there is learnt from what cuts in: keypad, scanning and dialogs use keys up."""
        if (staying := self.parts.staying) is not None:
            Clock.schedule_interval(lambda _: staying.tick(), TICK)

    def on_stop(self) -> None:
        """The window goes."""
        self._stop_following()
        self._cutting_in.close()
        if self.ways is not None:
            self.ways.close()
        Window.unbind(focus=self._ask_system_again)
        Window.unbind(focus=self._let_go)
        if self.signals is not None:
            self.signals.close()
        if self.parts.voicing is not None:
            self.parts.voicing.close()
        self.parts.stopping()
        self.bridge.close()

    def _ask_system_again(self, _window: Any, focused: bool) -> None:
        """Whoever comes back from the platform's settings sees what was changed there."""
        if focused and self.parts.keeper.preferences.theme is AsWanted.SYSTEM:
            Thread(target=self._ask_system, daemon=True).start()

    def _ask_system(self) -> None:
        found = self.parts.system_look()
        post(partial(self._found_system, found))

    def _found_system(self, found: SystemLook) -> None:
        if found != self._system_look:
            self._system_look = found
            self._follow()

    def _clear(self, *_: Any) -> None:
        Window.clearcolor = self.look.colour("page")

    def _key(self, _window: Any, code: int, _scancode: int, _text: str | None, modifiers: list[str]) -> bool:
        command = self._command(code, modifiers)
        if command and (command in STEPPING or not self._cutting_in.repeats):
            self.root.run(command)
        return bool(command)

    def _command(self, code: int, modifiers: list[str]) -> str:
        return command_for(code, modifiers, self.parts.keeper.preferences.shortcuts)

    def _key_up(self, _window: Any, code: int, _scancode: int) -> bool:
        if belongs_to(code, "talk", self.parts.keeper.preferences.shortcuts):
            self.root.let_go_of_talk()
        return False

    def _let_go(self, _window: Any, focused: bool) -> None:
        """The key comes up in another window, which tells nobody: nothing must listen on until then."""
        if not focused:
            self.root.let_go_of_talk()
