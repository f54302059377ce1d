"""KeypadSettings: the keypad way of a customer."""

from dataclasses import dataclass

from accessibility.stored import Stored


@dataclass(frozen=True, slots=True)
class KeypadSettings(Stored):
    """`on`: the pad fills the window and the number pad drives it. echo: each key is told as it is pressed."""

    on: bool = False
    echo: bool = True
