"""What a customer has chosen about how things look, sound and wait: one immutable value."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any, Self

TEXT_SCALES = (1.0, 1.3, 1.5, 2.0, 2.25, 3.0)
"""Text sizes as factors: 2.0 is WCAG 1.4.4, 2.25 the largest of Windows, 3.0 gives far more than 30 dp (TXT-02)."""


class Theme(StrEnum):
    """Colours; all reach the contrast of WCAG 1.4.3, HIGH_CONTRAST that of 1.4.6."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """text_scale: one of TEXT_SCALES. patience: factor on every time limit, 0 means no limit (WCAG 2.2.1).

    reduce_motion: no movement but what was asked for (WCAG 2.3.3). speech_rate: factor on the normal rate.
    """

    text_scale: float = 1.0
    theme: Theme = Theme.LIGHT
    reduce_motion: bool = False
    speak: bool = False
    speech_rate: float = 1.0
    captions: bool = True
    patience: float = 1.0

    @classmethod
    def from_mapping(cls, stored: Mapping[str, Any]) -> Self:
        """From stored values; what is missing, unknown or out of range takes its default."""
        known = {field.name for field in fields(cls)}
        valid: dict[str, Any] = {n: value for n, value in stored.items() if n in known and _is_valid(n, value)}
        if "theme" in valid:
            valid["theme"] = Theme(valid["theme"])
        return cls(**valid)

    def to_mapping(self) -> dict[str, Any]:
        """Plain values to be stored as JSON."""
        return {**asdict(self), "theme": self.theme.value}

    def larger(self) -> Self:
        return self._step(1)

    def smaller(self) -> Self:
        return self._step(-1)

    def _step(self, by: int) -> Self:
        nearest = min(range(len(TEXT_SCALES)), key=lambda i: abs(TEXT_SCALES[i] - self.text_scale))
        return replace(self, text_scale=TEXT_SCALES[max(0, min(len(TEXT_SCALES) - 1, nearest + by))])


def _is_valid(name: str, value: Any) -> bool:
    if name == "theme":
        return value in Theme._value2member_map_
    if name == "text_scale":
        return value in TEXT_SCALES
    if name in ("speech_rate", "patience"):
        return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 10
    return isinstance(value, bool)
