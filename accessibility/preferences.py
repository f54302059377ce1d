"""What a customer has chosen about how things look, sound and wait: one immutable value."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self, TypeVar

from accessibility.dwell import DwellSettings
from accessibility.keypad.settings import KeypadSettings
from accessibility.shortcuts import ShortcutSettings
from accessibility.stored import Stored, between
from accessibility.switch.settings import SwitchSettings
from accessibility.voicing.settings import VoicingSettings

TEXT_SCALES = (1.0, 1.3, 1.5, 2.0, 2.25, 3.0)
"""Text sizes as factors: 2.0 is WCAG 1.4.4, 2.25 the largest of Windows, 3.0 gives far more than 30 dp (TXT-02)."""

SPEECH_RATES = (0.6, 0.8, 1.0, 1.2, 1.5, 1.7, 2.0, 2.5)
PATIENCES = (1.0, 2.0, 3.0, 5.0, 10.0, 0.0)
"""Ten times is what WCAG 2.2.1 asks for at least; 0, no limit, comes last because it is the longest."""

ELDER_SCALE, ELDER_RATE, ELDER_PATIENCE = 2.0, 0.8, 3.0
"""What the elder mode begins with: large type, slower speech, three times as long to answer (适老化规范)."""

Chosen = TypeVar("Chosen")


class Theme(StrEnum):
    """Colours; all reach the contrast of WCAG 1.4.3, HIGH_CONTRAST that of 1.4.6. SYSTEM follows the platform."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Preferences(Stored):
    """text_scale: one of TEXT_SCALES. patience: factor on every time limit, 0 means no limit (WCAG 2.2.1).

    reduce_motion: no movement but what was asked for (WCAG 2.3.3). speech_rate: factor on the normal rate, one of
    SPEECH_RATES when it is chosen by steps. elder: one question a page and targets of at least 60 dp.
    page_buttons: buttons that scroll, for who cannot swipe or turn a wheel (WCAG 2.5.1).
    The other fields are the settings of one feature each.
    """

    text_scale: float = between(1.0, TEXT_SCALES[0], TEXT_SCALES[-1])
    theme: Theme = Theme.SYSTEM
    reduce_motion: bool = False
    elder: bool = False
    page_buttons: bool = False
    speech_rate: float = between(1.0, 0.3, 4.0)
    patience: float = between(1.0, 0.0, 100.0)
    voicing: VoicingSettings = field(default=VoicingSettings())
    switch: SwitchSettings = field(default=SwitchSettings())
    dwell: DwellSettings = field(default=DwellSettings())
    keypad: KeypadSettings = field(default=KeypadSettings())
    shortcuts: ShortcutSettings = field(default=ShortcutSettings())

    def larger(self) -> Self:
        return replace(self, text_scale=beside(TEXT_SCALES, self.text_scale, 1))

    def smaller(self) -> Self:
        return replace(self, text_scale=beside(TEXT_SCALES, self.text_scale, -1))

    def with_elder(self, on: bool) -> Self:
        """Elder mode on: nothing gets smaller, faster or shorter by it; off: what it had set is as usual again."""
        if on:
            return replace(
                self,
                elder=True,
                text_scale=max(self.text_scale, ELDER_SCALE),
                speech_rate=min(self.speech_rate, ELDER_RATE),
                patience=max(self.patience, ELDER_PATIENCE) if self.patience else 0.0,
            )
        usual = type(self)()
        return replace(
            self,
            elder=False,
            text_scale=usual.text_scale if self.text_scale == ELDER_SCALE else self.text_scale,
            speech_rate=usual.speech_rate if self.speech_rate == ELDER_RATE else self.speech_rate,
            patience=usual.patience if self.patience == ELDER_PATIENCE else self.patience,
        )

    def limit(self, seconds: float) -> float | None:
        """A time limit as this customer needs it; None: there is none."""
        return seconds * self.patience if self.patience else None


def beside(offered: tuple[float, ...], value: float, by: int) -> float:
    """The value so many steps away among those offered, held at both ends; an odd one counts as its nearest."""
    nearest = min(range(len(offered)), key=lambda index: abs(offered[index] - value))
    return offered[max(0, min(len(offered) - 1, nearest + by))]


def value_at(settings: Any, path: str) -> Any:
    """The value at a dotted path: ``switch.scan_seconds``. AttributeError when there is none."""
    for name in path.split("."):
        settings = getattr(settings, name)
    return settings


def replaced(settings: Chosen, path: str, value: Any) -> Chosen:
    """The same settings with one value changed at a dotted path."""
    name, _, rest = path.partition(".")
    inner = replaced(getattr(settings, name), rest, value) if rest else value
    changed: Chosen = replace(settings, **{name: inner})  # type: ignore[type-var]
    return changed
