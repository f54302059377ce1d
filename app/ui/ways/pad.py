"""Pad: the keypad as it is seen: what is asked and offered, and twelve huge keys that never change their place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.uix.boxlayout import BoxLayout

from app.ui.kit import Kit
from app.ui.style import Size, Style
from app.ui.ways.cover import KeysCover
from app.ui.ways.halves import halved
from app.ui.ways.keys import WIDE, SignKey, sign_size
from app.ui.widgets.layout import Column
from app.ui.widgets.text import BodyText, Heading, text_width

ROWS = ("123", "456", "789", "*0#")

SHARE = (0.56, 0.45)
"""The keys' part of the height, or of the width of a window wider than high."""

LOOKS_PRESSED = 0.12
"""Seconds for which a key looks pressed that was pressed on the keyboard."""


class PadKey(SignKey):
    """A sign with what it does now below it."""

    def __init__(self, kit: Kit, sign: str, do: Callable[[], object]) -> None:
        self._sign, self._caption = sign, ""
        super().__init__(kit.look, sign, do)
        self.markup = True

    def mean(self, caption: str, name: str) -> None:
        """Show what the key does; ``name`` is what is told of it."""
        self._caption, self.a11y_name = caption, name
        self._fit()

    def _fit(self, *_: Any) -> None:
        """The caption as large as may be, up to the customer's text: below the sign, on two lines, or beside it."""
        if not hasattr(self, "_caption") or self.width < 2:
            return
        if not self._caption:
            self.text = f"[size={int(sign_size(self.look.style, self.height))}]{self._sign}[/size]"
            return
        halves = halved(self._caption)
        ways = [self._below(self._caption, 0.3), self._beside(self._caption, 0.5)]
        if halves != self._caption:
            ways += [self._below(halves, 0.18), self._beside(halves, 0.3)]
        small, big, between, caption = max(ways)
        self.text = f"[size={int(big)}]{self._sign}[/size]{between}[size={int(small)}]{caption}[/size]"

    def _below(self, caption: str, share: float) -> tuple[float, float, str, str]:
        """Sizes of caption and sign in pixels, what stands between them, and the caption; ``share`` of the height that
        each line of it may be high.
        """
        style = self.look.style
        small = self._narrowed(caption, min(style.sp(Size.BODY), self.height * share))
        return small, min(style.sp(Size.HEADING), self.height * (0.3 if "\n" not in caption else 0.26)), "\n", caption

    def _beside(self, caption: str, share: float) -> tuple[float, float, str, str]:
        """On one line with it there is room for larger letters where keys are low."""
        wanted = min(self.look.style.sp(Size.BODY), self.height * share)
        small = self._narrowed(f"{self._sign}  {caption}", wanted)
        return small, small, "  ", caption

    def _narrowed(self, text: str, size: float) -> float:
        """The size at which it is no wider than its key."""
        return size * min(1.0, float(self.width) * WIDE / max(1.0, text_width(text, size, True)))


class Pad(KeysCover):
    """Shows what it is told to; ``press`` takes the key that was touched."""

    def __init__(self, kit: Kit, press: Callable[[str], object]) -> None:
        self._kit = kit
        super().__init__(kit.look, kit.text("keypad-title"), SHARE)
        look = kit.look
        self.heading = Heading(look=look, words=kit.text("keypad-title"), size_name=Size.TITLE)
        self._text = BodyText(look=look, words="")
        self._typed = BodyText(look=look, words="", size_name=Size.HEADING, bold=True)
        self._lines = Column(look, steps=0.5)
        self._lines.a11y_role, self._lines.a11y_name = "list", kit.text("keypad-choices")
        for part in (self.heading, self._typed, self._text, self._lines):
            self.told.column.add_widget(part)
        self._keys = {sign: PadKey(kit, sign, partial(press, sign)) for row in ROWS for sign in row}
        for row in ROWS:
            line = BoxLayout(size_hint_min_y=look.style.target)
            for sign in row:
                line.add_widget(self._keys[sign])
            self.rows.add_widget(line)
        self.restyle(kit.look.style)

    @property
    def paged(self) -> Any:
        """What is told; the keys stay."""
        return self.told

    @property
    def is_cut(self) -> bool:
        """There is more to read than fits."""
        return bool(self.told.column.height > self.told.height + 1)

    @property
    def is_at_end(self) -> bool:
        """The end of what there is to read is in sight."""
        return not self.is_cut or bool(self.told.scroll_y <= 0.001)

    def page(self) -> None:
        """Scroll on to what does not fit, and from the end back to the beginning."""
        share = self.told.height / max(1.0, self.told.column.height - self.told.height)
        self.told.scroll_y = 1.0 if self.is_at_end else max(0.0, self.told.scroll_y - share * 0.9)

    def show(self, title: str, text: str, typed: str, lines: Sequence[str], captions: Mapping[str, str]) -> None:
        """Say and offer this. ``captions``: what each key does, by its sign."""
        typed_on = bool(typed) and typed != self._typed.words
        fresh = (title, text, list(lines)) != (self.heading.words, self._text.words, self.lines)
        self.heading.words, self._text.words, self._typed.words = title, text, typed
        if list(lines) != self.lines:
            self._lines.clear_widgets()
            for line in lines:
                entry = BodyText(look=self.look, words=line, bold=True)
                entry.a11y_role = "listitem"
                self._lines.add_widget(entry)
        for sign, key in self._keys.items():
            caption = captions.get(sign, "")
            key.mean(caption, self._kit.text("keypad-key", key=sign, does=caption) if caption else sign)
        if fresh:
            self.told.scroll_y = 1.0
        elif typed_on:
            self.bring(self._typed)

    @property
    def lines(self) -> list[str]:
        """What is offered, as it is shown."""
        return [str(line.words) for line in reversed(self._lines.children)]

    def flash(self, sign: str) -> None:
        """Let a key look pressed for a moment."""
        key = self._keys[sign]
        key.flash(True)
        Clock.schedule_once(lambda _: key.flash(False), LOOKS_PRESSED)

    def has(self, widget: Any) -> bool:
        """Is this one of the keys?"""
        return widget in self._keys.values()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        if hasattr(self, "rows"):
            for line in self.rows.children:
                line.spacing, line.size_hint_min_y = style.px(8), style.target
            self._arrange()
