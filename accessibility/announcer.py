"""Messages that belong to no widget: told to the platform, and to whoever else listens (banner, voice)."""

from collections.abc import Callable

Listener = Callable[[str, bool], object]


class Announcer:
    """Every message goes to every listener, in the order of their coming.

    Orca 43 ignores announcements of the platform, so an outcome that matters takes the focus as well.
    """

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(text, assertive)` for each message; call the result to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def announce(self, text: str, *, assertive: bool = False) -> None:
        """Tell `text`; an empty one is nothing to tell."""
        if text.strip():
            for listener in list(self._listeners):
                listener(text, assertive)
