"""Ways: turns scanning, dwelling and the keypad on and off as the customer has them, while the client runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kivy.clock import Clock

from accessibility.announcer import Kind
from accessibility.jumps import Jumps
from accessibility.kivy_adapters import perform
from accessibility.kivy_classes import is_secret
from accessibility.preferences import Preferences
from accessibility.roles import Action
from app.keeper import Keeper
from app.ui.screens.shortcuts import PageDialog
from app.ui.ways.choice import FIELDS, is_on, turned
from app.ui.ways.cover import KeysCover, is_low
from app.ui.ways.dwell import DwellWay
from app.ui.ways.keypad import KeypadWay
from app.ui.ways.meant import Meant
from app.ui.ways.pad import Pad
from app.ui.ways.panel import WritingPanel
from app.ui.ways.strip import WayStrip
from app.ui.ways.switch import SwitchWay
from app.words import Message

LOOK = 0.3
"""Seconds between two looks at the screen behind."""


SETTLED = 0.05
"""Seconds after which it is known whether the keys for a field all fit."""


class Ways:
    """Joins the ways to the shell, each on or off at any time.

    ``sayable`` gives the sentences that can be said at this moment: what writes a text offers those that begin as it
    does, and any Chinese.
    """

    def __init__(
        self, shell: Any, bridge: Any, keeper: Keeper, sayable: Callable[[], Sequence[str]] = lambda: ()
    ) -> None:
        self._shell, self._bridge, self._keeper, self._kit = shell, bridge, keeper, shell.kit
        self._meant = Meant(self._kit, sayable)
        self._on: dict[str, Any] = {}
        self._settings: dict[str, Any] = {}
        self._panel: WritingPanel | None = None
        self._field: Any = None
        self._noticed = ""  # said on the screen behind the keys for a field, and told
        self.strip = WayStrip(self._kit, self._page, self._item)
        shell.commands |= {command: partial(self._toggle, command) for command in FIELDS}
        shell.commands |= self._jumps(Jumps(bridge.focus, bridge.tree))
        shell.guard_focus = self._guards
        shell.teller.over = self._tells
        self._forget_escape = bridge.on_escape(self._escape)
        self._looking = Clock.schedule_interval(lambda _: self._look(), LOOK)
        bridge.window.bind(children=self._place_strip)
        self.apply(keeper.preferences)

    def apply(self, preferences: Preferences) -> None:
        """Be as these say."""
        for command, name in FIELDS.items():
            wanted = getattr(preferences, name)
            if command == "scan" and preferences.keypad.on:
                wanted = replace(wanted, on=False)  # both want Enter
            if wanted != self._settings.get(command):
                self._settings[command] = wanted
                self._turn(command, wanted)
        self._place_strip()

    def tell_again(self) -> None:
        """Somebody begins to listen who has heard nothing of what the keypad offers."""
        if (keypad := self._on.get("keypad")) is not None:
            keypad.tell_again()

    def close(self) -> None:
        """All ways end."""
        self._forget_escape()
        self._looking.cancel()
        self._bridge.window.unbind(children=self._place_strip)
        self._close_panel()
        for way in self._on.values():
            way.close()
        self._on.clear()

    # -- on and off -------------------------------------------------------------------------------------

    def _toggle(self, command: str) -> None:
        """Turn one on, and off the others that would take the same keys or presses; or turn it off."""
        preferences = self._keeper.preferences
        turned_on = not is_on(preferences, command)
        self._keeper.prefer(turned(preferences, command, on=turned_on))
        if command != "keypad" or not turned_on:  # the pad tells of itself
            said = self._kit.message("way-on", way=command, on="on" if turned_on else "off")
            self._kit.tell(said, shown=turned_on)  # its strip has just come, or gone

    def _turn(self, command: str, settings: Any) -> None:
        if (way := self._on.pop(command, None)) is not None:
            way.close()
        if settings.on:
            self._on[command] = self._make(command, settings)

    def _make(self, command: str, settings: Any) -> Any:
        kit, bridge = self._kit, self._bridge
        if command == "keypad":
            self._meant.prepare()
            return KeypadWay(kit, bridge, settings, self._shell, self._shell.escape, self._meant)
        make = SwitchWay if command == "scan" else DwellWay
        return make(kit, bridge, self.strip, settings, self.write)

    def _front(self) -> Any:
        """What holds the strip now: the dialog, keys for a field or keypad that lies on top, else the screen."""
        keypad = self._on.get("keypad")
        covers = (self._panel, keypad.cover if keypad is not None else None)
        for above in self._bridge.window.children:
            if isinstance(above, PageDialog):
                return above.panel
            if above in covers:
                return above
        return self._shell

    def _place_strip(self, *_: Any) -> None:
        """In what is in front: what lies behind a dialog is neither reached nor told."""
        front = self._front()
        holder = front if self._says_much or self._pages_only(front) else None
        if self.strip.parent is not None and self.strip.parent is not holder:
            self.strip.let_go()
            self.strip.parent.remove_widget(self.strip)
        if holder is not None and self.strip.parent is None:
            holder.add_strip(self.strip)
        if holder is not None:
            self._suit(front)

    def _suit(self, front: Any) -> None:
        """The strip as there is room for it, with what it offers there."""
        window, over_keys = self._bridge.window, isinstance(front, KeysCover)
        keeps = isinstance(front, Pad) or (over_keys and "dwell" in self._on)  # or keys would move with what is told
        low = is_low(window.width, window.height, self._kit.look.style)
        self.strip.suit(steady=over_keys, tight=low and (over_keys or not self._says_much))
        is_long = self._is_long(front, with_strip=True)
        self.strip.offer(pages=is_long or keeps, items=is_long and self._explores and not isinstance(front, Pad))

    @property
    def _says_much(self) -> bool:
        """A way that is on tells in the strip what it is at."""
        return bool({"scan", "dwell"} & self._on.keys())

    def _look(self) -> None:
        """Keys for a field that has gone go too; paging is offered where there is something to page."""
        if self._panel is not None and self._field.get_root_window() is None:
            self._close_panel()
        self._place_strip()

    def _pages_only(self, front: Any) -> bool:
        """The strip stands there for its page buttons alone: what swiping does has a button (WCAG 2.5.1), and while
        touch is for exploring one finger swipes nothing. The keypad has a key for it."""
        if isinstance(front, Pad):
            return False
        offered = self._keeper.preferences.page_buttons or self._explores
        return offered and self._is_long(front, with_strip=self.strip.parent is front)

    @property
    def _explores(self) -> bool:
        """Touch is for exploring with the built-in reader."""
        wanted = self._keeper.preferences.voicing
        return wanted.on and wanted.explore

    def _is_long(self, front: Any, *, with_strip: bool) -> bool:
        """Whether there is more in front than fits, and than would fit without the strip, or both alternate."""
        page = self._paged(front)
        room = self.strip.height if with_strip and not self._says_much else 0
        return page is not None and page.children[0].height > page.height + room + 1

    def _paged(self, front: Any) -> Any:
        """What the page buttons scroll; scanning comes to the button of a warning of itself."""
        return front.paged_keys if isinstance(front, KeysCover) and "scan" in self._on else front.paged

    # -- fields -----------------------------------------------------------------------------------------

    def write(self, field: Any) -> None:
        """Open the keys for a field."""
        if self._panel is not None:
            return
        self._field, self._noticed = field, str(self._shell.screen.notice)
        self._meant.prepare()
        self._panel = WritingPanel(self._kit, field, self._written, self._meant)
        self._panel.open()
        self._place_strip()
        Clock.schedule_once(self._place_strip, SETTLED)
        self._bridge.flush()
        self._bridge.focus.focus(self._panel.landing)
        if is_secret(field):
            self._kit.typing_secret(True)  # it is typed here now; the focus has just left the field itself

    def _written(self, done: bool) -> None:
        self._panel = None
        if is_secret(self._field):
            self._kit.typing_secret(False)
        self._place_strip()
        self._bridge.flush()
        here = self._field.get_root_window() is not None
        self._bridge.focus.focus(self._field if here else self._shell.screen.landing())

    def _close_panel(self) -> None:
        if self._panel is not None:
            self._panel.leave()

    def _escape(self) -> bool:
        if self._panel is not None:
            return self._panel.leave()
        if (keypad := self._on.get("keypad")) is not None:
            keypad.press("*")
            return True
        return False

    # -- the focus and the page -------------------------------------------------------------------------

    def _guards(self, widget: Any) -> bool:
        """Whether the focus must not go there, because something lies above it."""
        keypad = self._on.get("keypad")
        if keypad is not None:
            return bool(keypad.takes_focus(widget))
        if self._panel is None:
            return False
        self._tell_notice()
        return True  # what is typed there goes on

    def _tell_notice(self) -> None:
        """What the screen behind the keys for a field says once, and would have had heard by taking the focus."""
        notice, before = str(self._shell.screen.notice), self._noticed
        self._noticed = notice
        if notice and notice != before:
            self._kit.tell(Message.same(notice), shown=False)

    def _tells(self, words: Message, kind: Kind) -> bool:
        """Whether what lies over the screen tells what the screen says, and shows it."""
        keypad = self._on.get("keypad")
        if keypad is not None:
            keypad.screen_says(words, kind)
        elif self._panel is not None:
            self._noticed = words.screen
            self._kit.tell(words, kind, shown=False)
        return keypad is not None or self._panel is not None

    def _page(self, step: int) -> None:
        if (page := self._paged(self._front())) is not None:
            perform(page, Action.SCROLL_DOWN if step > 0 else Action.SCROLL_UP)

    def _item(self, step: int) -> None:
        """What a flick and two taps do, by a button (WCAG 2.5.1)."""
        self._shell.run({1: "item_next", -1: "item_back", 0: "item_press"}[step])

    def _jumps(self, jumps: Jumps) -> dict[str, Callable[[], object]]:
        return {
            "heading_next": partial(jumps.heading, 1),
            "heading_back": partial(jumps.heading, -1),
            "landmark_next": partial(jumps.landmark, 1),
            "landmark_back": partial(jumps.landmark, -1),
        }
