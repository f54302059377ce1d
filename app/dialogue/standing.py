"""Standing: how the conversation by voice stands, shared by the parts that carry it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Standing:
    """``on``: from the first press of the key until it is ended or rests; ``key_down``: the talk key is held.

    ``parting``: its last words are being said; ``dozing``: it listens for the wake phrase alone; ``deaf``: it
    cannot hear, until the key is pressed or something is set otherwise. ``cut``: a key or a touch has stopped its
    words, and since then it has neither spoken nor listened. ``secret``: the focus is in a field for a secret.
    """

    on: bool = False
    key_down: bool = False
    parting: bool = False
    dozing: bool = False
    deaf: bool = False
    cut: bool = False
    secret: bool = False
