"""How widgets stand among their siblings, as they last said it: one that comes costs no question to the others."""

from typing import Any

from accessibility.kivy_adapters import is_hidden
from accessibility.kivy_focus import is_modal


class Standing:
    """`hidden` are not told; `blocking` shut out those beside them. Holds what is watched, and forgets it with that."""

    def __init__(self) -> None:
        self.hidden: set[int] = set()
        self.blocking: set[int] = set()

    def ask(self, uid: int, widget: Any) -> bool:
        """Whether it stands in another way than it last said."""
        was = uid in self.hidden, uid in self.blocking
        hidden = is_hidden(widget)
        now = hidden, not hidden and is_modal(widget)
        for known, holds in zip((self.hidden, self.blocking), now, strict=True):
            (known.add if holds else known.discard)(uid)
        return was != now

    def blocking_among(self, kids: list[int], widgets: list[Any], new: set[int]) -> list[int]:
        """The places of those that shut out the others; `new` have not been asked yet, and may never be watched."""
        if not new and self.blocking.isdisjoint(kids):
            return []
        return [
            at
            for at, kid in enumerate(kids)
            if kid in self.blocking or (kid in new and is_modal(widgets[at]) and not is_hidden(widgets[at]))
        ]

    def forget(self, uid: int) -> None:
        """It is watched no longer."""
        self.hidden.discard(uid)
        self.blocking.discard(uid)
