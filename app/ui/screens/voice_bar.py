"""VoiceBar: push to talk, what the voice is doing, and every utterance as a caption, on every screen."""

from __future__ import annotations

from time import time
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from accessibility.kivy_behavior import AccessibleBehavior
from app.ui.kit import Kit
from app.ui.look import Styled
from app.ui.ports import Voice, VoiceState
from app.ui.style import Size, Style
from app.ui.widgets.button import PushButton
from app.ui.widgets.caption import Caption
from app.ui.widgets.layout import Column
from app.ui.widgets.text import BodyText

WIDE = 560
"""From this width on (dp, times the text scale) the caption stands beside the button, else below it."""

SHARE = 0.25
"""The captions' greatest share of the window's height; longer ones scroll, and stay in the chat."""


TAP = 0.25
"""Seconds; a touch that is shorter holds nothing."""


class TalkButton(PushButton):
    """Pressed once and again, or held while one speaks, as the customer has chosen.

    Only a finger or a mouse can hold it. Keys, switches, readers and a resting pointer press it and let go in
    one go: for them, and for a tap, the first press begins and the next one ends.
    """

    def __init__(self, kit: Kit, voice: Voice) -> None:
        self._voice, self._held, self._ends = voice, False, False
        self.listening = False
        super().__init__(
            kit.look, kit.text("ui-talk"), voice.toggle_listening, kind="primary", chrome=True, size_hint_x=None
        )

    def on_touch_down(self, touch: Any) -> bool:
        """A touch that holds it is known before the button calls ``on_press``."""
        wheel = "button" in touch.profile and touch.button != "left"
        self._held = self._voice.holds and not wheel and self.collide_point(*touch.pos)
        return bool(super().on_touch_down(touch))

    def on_press(self) -> None:
        if self._held:
            self._ends = self.listening
            if not self._ends:
                self._voice.talk_released()  # a tap before may have begun what has ended by itself
                self._voice.talk_pressed()

    def on_release(self) -> None:
        if not self._held:
            super().on_release()

    def on_touch_up(self, touch: Any) -> bool:
        """Let go, also of a finger that has slid off meanwhile."""
        mine = touch.grab_current is self
        done = bool(super().on_touch_up(touch))
        if mine and self._held:
            self._held = False
            if self._ends or time() - touch.time_start >= TAP:
                self._voice.talk_released()
        return done


class VoiceBar(Styled, AccessibleBehavior, BoxLayout):
    """A strip at the foot of the window."""

    a11y_role = "region"

    def __init__(self, kit: Kit, voice: Voice) -> None:
        self._kit, self._voice = kit, voice
        super().__init__(look=kit.look, size_hint_y=None)
        self.a11y_name = kit.text("ui-voice")
        with self.canvas.before:
            self._ground_colour = Color()
            self._ground = Rectangle()
            self._line_colour = Color()
            self._line = Rectangle()
        self.bind(pos=self._rule, size=self._rule)
        self.talk = TalkButton(kit, voice)
        said = {"chrome": True, "look": kit.look}
        self._state = BodyText(words="", size_name=Size.SMALL, ink="muted", **said)
        self._heard = BodyText(words="", ink="muted", **said)
        self._caption = Caption(words="", **said)
        self._texts = Column(kit.look, steps=0.25)
        self._texts.a11y_role, self._texts.a11y_name = "status", kit.text("ui-captions")
        self._texts.a11y_live = "off"  # it shows what is being said
        self._scroll = ScrollView(do_scroll_x=False, size_hint_y=None, bar_width=8, scroll_type=["bars", "content"])
        self._texts.size_hint_x = None
        self._scroll.add_widget(self._texts)
        self._scroll.bind(width=self._narrow)
        self.add_widget(self._scroll)
        self.bind(minimum_height=self.setter("height"), width=self._arrange)
        self._texts.bind(height=self._arrange)
        for text in (self._state, self._heard, self._caption):
            text.bind(words=self._fill)
        voice.listen(self.show)
        self.restyle(kit.look.style)
        self._show("off" if not voice.available else "idle", "", "")

    def show(self, state: VoiceState) -> None:
        """Say and caption what the voice is doing."""
        self._show(state.kind, state.caption, state.heard)
        self._caption.mark(*state.said)

    @property
    def caption_id(self) -> int:
        """The node that shows what is being said."""
        return int(self._caption.uid)

    def follow(self, text: str, start: int, end: int) -> None:
        """Caption what is being said, and mark the part that is said now."""
        if text != self._caption.words:
            self._caption.words = text
        self._caption.mark(start, end)

    def _show(self, kind: str, caption: str, heard: str) -> None:
        kit = self._kit
        usable = self._voice.available
        state = "idle-hold" if kind == "idle" and self._voice.holds else kind
        self._state.words = kit.text(f"ui-voice-{state}") if usable else kit.text(self._voice.reason_id)
        self._heard.words = kit.text("ui-heard", heard=heard) if heard else ""
        self._caption.words = caption
        self.talk.listening = kind == "listening"
        self.talk.words = kit.text("ui-talk-stop" if kind == "listening" else "ui-talk")
        if usable != (self.talk.parent is not None):
            if usable:
                self.add_widget(self.talk, index=len(self.children))
            else:
                self.remove_widget(self.talk)
        self._fill()
        self._arrange()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "_scroll"):
            self._narrow()
            self._scroll.bar_color = self._scroll.bar_inactive_color = self.look.colour("edge")
            self._arrange()
            self._rule()

    def _rule(self, *_: Any) -> None:
        """A ground of its own with a line above."""
        self._ground_colour.rgba, self._line_colour.rgba = self.look.colour("card"), self.look.colour("line")
        self._ground.pos, self._ground.size = self.pos, self.size
        thick = self.look.style.px(1)
        self._line.pos, self._line.size = (self.x, self.y + self.height - thick), (self.width, thick)

    def _narrow(self, *_: Any) -> None:
        """No line longer than the eye follows."""
        self._texts.width = min(self._scroll.width, self.look.style.chrome_column)

    def _fill(self, *_: Any) -> None:
        """Only what has words takes room."""
        wanted = [text for text in (self._state, self._heard, self._caption) if text.words]
        if wanted != list(reversed(self._texts.children)):
            self._texts.clear_widgets()
            for text in wanted:
                self._texts.add_widget(text)

    def _arrange(self, *_: Any) -> None:
        style = self.look.style
        wide = self.width >= style.px(WIDE) * min(style.scale, 2.0)
        side = style.px(16 if self.width < style.px(600) else 32)
        self.orientation = "horizontal" if wide else "vertical"
        self.padding = (side, style.gap(1.25), side, style.gap(1.25))
        self.spacing = style.gap(2 if wide else 1)
        self.talk.width = min(self.talk.natural_width() + style.px(24), max(1.0, self.width - 2 * side))
        limit = (self.parent.height if self.parent else style.px(700)) * SHARE
        self._scroll.height = min(self._texts.height, limit)
        self._scroll.pos_hint = self.talk.pos_hint = {"center_y": 0.5} if wide else {}
