"""KeypadWay: the whole client by twelve keys, on the number pad or on the screen, like a telephone menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kivy.clock import Clock
from kivy.core.window import Window

from accessibility.announcer import Kind
from accessibility.keypad.face import read_face
from accessibility.keypad.keypad import MORE, Effect, Keypad, Perform, Write
from accessibility.keypad.meaning import Meaning
from accessibility.keypad.offer import Offers, no_offers
from accessibility.keypad.presses import Presses
from accessibility.keypad.settings import KeypadSettings
from accessibility.kivy_adapters import perform
from accessibility.kivy_snapshot import ROOT, snapshot
from accessibility.roles import Role
from accessibility.tree import find
from app.flows.acts import Human
from app.ui.kit import Kit
from app.ui.ways.field_kind import kind_of
from app.ui.ways.keypad_words import Shown, echo, shown
from app.ui.ways.pad import Pad
from app.ui.ways.reading import Reading
from app.words import Message

LOOK = 0.4
"""Seconds between two looks at what is behind; what the customer does is looked at at once."""

# Kivy's key codes: figures above the letters and on the number pad; / and Enter are #, . and Backspace are *.
_CODES = {
    **{48 + figure: str(figure) for figure in range(10)},
    **{256 + figure: str(figure) for figure in range(10)},
    266: "*", 268: "*", 42: "*", 8: "*", 267: "#", 271: "#", 13: "#", 35: "#",
}  # fmt: skip
_ANCHORS = frozenset({Role.HEADING, Role.TEXTBOX, Role.RADIO})
_SHIFTED = {56: "*", 51: "#"}


class KeypadWay:
    """On from its making until it is closed.

    ``behind`` gives the widget of the screen in use and the strip that is no part of it; ``back`` is Escape; ``meant``
    gives what may be meant by the letters of a text.
    """

    def __init__(
        self,
        kit: Kit,
        bridge: Any,
        settings: KeypadSettings,
        shell: Any,
        back: Callable[[], object],
        meant: Offers = no_offers,
    ) -> None:
        self._kit, self._bridge, self._shell, self._back = kit, bridge, shell, back
        self.settings = settings
        self._keypad = Keypad(meant)
        self._presses = Presses(settings.ignore_again)
        self._pad = Pad(kit, self.press)
        self._widgets: dict[int, Any] = {}
        self._wanted = 0
        self._hint = ""
        self._reading = Reading()
        self._shown: Shown | None = None
        self._moved = False
        self._used_up = False
        self._types_secret = False
        self._is_on = True
        held = bridge.focus.current
        self._wanted = held.uid if held is not None else 0
        self._pad.open()
        self._events = {"on_key_down": self._key_down, "on_key_up": self._key_up, "on_textinput": self._text}
        Window.bind(**self._events)
        self._looking = Clock.schedule_interval(lambda _: self.look(), LOOK)
        self._take_focus()
        self.look()

    def _take_focus(self) -> None:
        self._bridge.flush()
        self._bridge.focus.focus(self._pad.heading)

    def close(self) -> None:
        """The keypad goes; the focus goes back to where the client wants it."""
        self._is_on = False
        Window.unbind(**self._events)
        self._note_secret(False)
        self._looking.cancel()
        self._pad.close()
        self._bridge.flush()
        target = self._widgets.get(self._wanted)
        if target is not None:
            self._bridge.focus.focus(target)

    @property
    def cover(self) -> Pad:
        """What lies over the screen."""
        return self._pad

    def takes_focus(self, widget: Any) -> bool:
        """The client moves the focus behind the pad: ask what stands there."""
        self._wanted, self._moved = widget.uid, True
        Clock.schedule_once(lambda _: self.look(), 0)
        return True

    def screen_says(self, words: Message, kind: Kind) -> None:
        """The screen behind says something once: it is told with what is offered now, also when it said it before."""
        self._kit.note(kind, words)
        self._shown = None
        Clock.schedule_once(lambda _: self.look(), 0)

    def tell_again(self) -> None:
        """What is asked and offered, once more."""
        if self._shown is not None:
            self._kit.tell(self._shown.said)

    def press(self, key: str) -> None:
        """One of the twelve keys, however it was pressed; too soon after the same one it is none."""
        if self._presses.counts(key):
            self._pressed(key)

    def _pressed(self, key: str) -> None:
        if self._shell.is_busy:
            return
        if key == MORE and self._turns():
            return
        offered = self._keypad.face.ids
        self._face()
        typing = self._keypad.writing is not None
        if offered != self._keypad.face.ids and not typing:
            self._show(tell=True)  # a key must do what was offered: something else is offered now
            return
        effects = self._keypad.press(key)
        for effect in effects:
            self._do(effect)
        self._after(typed=typing and self._keypad.writing is not None and not effects)

    def _turns(self) -> bool:
        """A key that chooses nothing here goes on with what is only read, or to what does not fit."""
        if MORE in self._keypad.keys or self._keypad.writing is not None:
            return False
        if self._reading.is_parted and (self._pad.is_at_end or not self._reading.is_last):
            self._reading.turn()
            self.look()
        elif self._pad.is_cut:
            self._pad.page()
        else:
            return False
        return True

    def _after(self, *, typed: bool) -> None:
        """What was typed is echoed; anything else changes what is offered, which is told."""
        if typed:
            self._show(tell=False)
            if self.settings.echo:
                self._kit.tell(echo(self._kit, self._keypad))
        else:
            self.look()

    # -- the screen behind ------------------------------------------------------------------------------

    def look(self) -> None:
        """See what is behind now, and show and tell it when it is something else."""
        if not self._is_on:
            return  # a look that was put off: the keypad has been turned off meanwhile, perhaps by its own key
        if Window.children and Window.children[0] is not self._pad:
            self._pad.close()
            self._pad.open()  # a dialog has come; the pad stays in front
            self._take_focus()  # before anything is told: what is lent to the heading goes with the focus
        self._face()
        self._show(tell=True)

    def _face(self) -> None:
        nodes, self._widgets = snapshot(child for child in reversed(Window.children) if child is not self._pad)
        focus = self._wanted if self._wanted in nodes else 0
        held = nodes.get(focus)
        heading = held if held is not None and held.role is Role.HEADING else find(nodes, Role.HEADING)
        prompt, self._hint = (heading.name, heading.description) if heading else ("", "")
        if held is None or held.role not in _ANCHORS:
            focus = heading.id if heading is not None else 0  # what is said once stands above: its button comes last
        face = read_face(nodes, ROOT, focus, lambda uid: kind_of(self._widgets[uid]), self._main(), prompt)
        dialog = self._shell.dialog
        self._reading.follow(dialog.read if dialog is not None else ())
        self._keypad.show(face, moved=self._moved)
        self._moved = False

    def _main(self) -> int:
        """The id of the button that goes on: the only one of its kind on a screen (the voice has one beside it)."""
        beside = {widget.uid for widget in self._shell.bar.walk()}
        found = (uid for uid, widget in self._widgets.items() if getattr(widget, "kind", "") == "primary")
        return next((uid for uid in found if uid not in beside), 0)

    def _show(self, *, tell: bool) -> None:
        kit = self._kit
        if self._shell.is_busy:
            # Under the title, which has the focus: that the bank is at work is told when it takes a while.
            self._pad.show(str(self._pad.heading.words), kit.text("stage-busy"), "", (), {})
            self._shown = None
            return
        self._keypad.size = 8 if self._pad.is_cut else 9
        reading = self._reading
        hint = "" if reading.is_begun else self._hint
        now = shown(kit, self._keypad, self._notice(), hint, reading.part, more=reading.is_parted)
        if self._pad.is_cut and MORE not in now.captions and self._keypad.writing is None:
            now.captions[MORE] = kit.text("keypad-does", meaning=Meaning.MORE.value)
        self._note_secret(self._is_secret)
        before, self._shown = self._shown, now
        self._pad.show(now.title, now.text, now.typed, now.lines, now.captions)
        if tell and (before is None or before.said != now.said):
            self._kit.tell(now.said)

    def _notice(self) -> str:
        """What the client says once, which stands behind the pad."""
        screen = self._shell.screen
        words = screen.notice if screen is not None and self._shell.dialog is None else ""
        return "" if words and words in self._hint else words

    # -- doing -----------------------------------------------------------------------------------------

    def _do(self, effect: Effect) -> None:
        match effect:
            case Perform():
                widget = self._widgets.get(effect.id)
                if widget is not None:
                    perform(widget, effect.action)
            case Write():
                self._widgets[effect.id].text = effect.text
            case Meaning.BACK:
                self._back()
            case Meaning.PERSON:
                self._kit.act(Human())
            case _:
                self.tell_again()

    def _key_down(self, window: Any, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        self._used_up = False
        others = {"ctrl", "meta"} if key in _CODES and key >= 256 else {"ctrl", "alt", "meta"}
        if others & set(modifiers):  # Kivy tells Alt of the number pad while Num Lock turns
            return False
        pressed = self._sign(key, modifiers)
        if pressed is None:
            return False
        self._used_up = True
        if self._presses.repeats(key):
            return True
        if key == 13 and self._pad.has(self._bridge.focus.current):
            self._used_up = False
            return False
        if self._presses.counts(pressed):
            if not self._is_secret:
                self._pad.flash(pressed)
            self._pressed(pressed)
        return True

    def _key_up(self, window: Any, key: int, scancode: int) -> bool:
        self._presses.up(key, self._sign(key, window.modifiers))
        return False

    @staticmethod
    def _sign(key: int, modifiers: list[str]) -> str | None:
        """Which of the twelve a key of the keyboard is."""
        return (_SHIFTED.get(key) if "shift" in modifiers else None) or _CODES.get(key)

    @property
    def _is_secret(self) -> bool:
        """Whether a key types into a secret: pressed on the keyboard, it is not to be seen on the screen."""
        question = self._keypad.question
        return question is not None and question.secret and self._keypad.writing is not None

    def _note_secret(self, typed: bool) -> None:
        """The focus is on the pad all the while: what listens has to learn here that a secret is being typed."""
        if typed != self._types_secret:
            self._types_secret = typed
            self._kit.typing_secret(typed)

    def _text(self, window: Any, text: str) -> bool:
        return self._used_up
