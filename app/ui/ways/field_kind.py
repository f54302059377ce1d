"""Which keys a field needs: figures, an amount, or letters too."""

from __future__ import annotations

from typing import Any

from accessibility.keypad.face import Kind

_KINDS = {"number": Kind.AMOUNT, "tel": Kind.NUMBER}


def kind_of(entry: Any) -> Kind:
    """By Kivy's ``input_type``, which also chooses the keys of a phone."""
    return _KINDS.get(str(getattr(entry, "input_type", "")), Kind.TEXT)
