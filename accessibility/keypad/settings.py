"""KeypadSettings: the keypad way of a customer."""

from dataclasses import dataclass

from accessibility.stored import Stored, between


@dataclass(frozen=True, slots=True)
class KeypadSettings(Stored):
    """`on`: the pad fills the window and the number pad drives it. echo: each key is told as it is pressed.

    ignore_again: a second press of the same key within so many seconds is none, for hands that tremble (EN 301 549, 5.8
    asks for 0.5 s to be possible). Off at first: who types quickly would lose the second of two like figures.
    """

    on: bool = False
    echo: bool = True
    ignore_again: float = between(0.0, 0.0, 3.0, "s")
