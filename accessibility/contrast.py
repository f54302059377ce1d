"""Contrast of two colours as WCAG 2.2 measures it.

Source: WCAG 2.2, definitions "relative luminance" and "contrast ratio". The knee of sRGB is 0.04045 (the
0.03928 of older texts changes no 8-bit colour). Ratios are never rounded up: 4.499 fails 4.5.
"""

TEXT = 4.5  # 1.4.3 AA
TEXT_ENHANCED = 7.0  # 1.4.6 AAA
PARTS = 3.0  # 1.4.11 AA: what is needed to see a control, its state, and the focus

Colour = tuple[float, float, float]


def from_hex(text: str) -> Colour:
    """A colour from `#rrggbb`, each part from 0 to 1; ValueError for anything else."""
    digits = text.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(f"not a colour: {text}")
    red, green, blue = (int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """Relative luminance from 0 (black) to 1 (white) of an sRGB colour with parts from 0 to 1."""
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: Colour, second: Colour) -> float:
    """Contrast ratio from 1 to 21, in either order."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def over(front: tuple[float, float, float, float], back: Colour) -> Colour:
    """The colour that is seen where a translucent colour lies on an opaque one."""
    alpha = front[3]
    red, green, blue = (f * alpha + b * (1 - alpha) for f, b in zip(front[:3], back, strict=True))
    return red, green, blue


def enough(first: Colour, second: Colour, wanted: float) -> bool:
    """Whether the contrast reaches `wanted`, without rounding."""
    return ratio(first, second) >= wanted


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
