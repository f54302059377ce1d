"""Several providers as one: the platform's, and the built-in reader beside it."""

from collections.abc import Callable, Sequence
from typing import Any

from accessibility.providers.base import Host, Provider
from accessibility.tree import Changes


class Several:
    """Tells each provider that listens, and stops asking for news when none does."""

    def __init__(self, providers: Sequence[Provider]) -> None:
        self._seats = [_Seat(provider) for provider in providers]
        self._host: Host | None = None

    def start(self, host: Host, window: Any) -> None:
        self._host = host
        for seat in self._seats:
            seat.start(host, window, self._heard)

    def update(self, changes: Changes) -> None:
        """The whole tree is for those who have just begun: to the others each thing in it would be a new one."""
        for seat in self._seats:
            if seat.listens and changes.complete == seat.waits:
                seat.waits = False
                seat.provider.update(changes)

    def announce(self, text: str, *, assertive: bool) -> None:
        for seat in self._seats:
            seat.provider.announce(text, assertive=assertive)

    def window_focus(self, focused: bool) -> None:
        for seat in self._seats:
            seat.provider.window_focus(focused)

    def window_moved(self, left: float, top: float, width: float, height: float) -> None:
        for seat in self._seats:
            seat.provider.window_moved(left, top, width, height)

    def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        """The first one comes first; what it uses up the others do not hear of."""
        return any(seat.provider.key(pressed, key, scancode, text, modifiers) for seat in self._seats)

    def close(self) -> None:
        for seat in self._seats:
            seat.provider.close()
        self._host = None

    def _heard(self, on: bool) -> None:
        """One of them has begun or ended to listen; the whole tree comes when one has begun."""
        if self._host is not None and (on or not any(seat.listens for seat in self._seats)):
            self._host.listening(on)


class _Seat:
    """One provider, and whether it listens; the host that it sees."""

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        self.listens = self.waits = False
        self._host: Host | None = None
        self._tell: Any = None

    def start(self, host: Host, window: Any, tell: Any) -> None:
        self._host, self._tell = host, tell
        self.provider.start(self, window)

    def listening(self, on: bool) -> None:
        self.listens = self.waits = on
        self._tell(on)

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        if self._host is not None:
            self._host.perform(target, action, *values, still=still)

    def afterwards(self, then: Callable[[], object]) -> None:
        if self._host is not None:
            self._host.afterwards(then)
