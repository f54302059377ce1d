"""What a provider is, and what it may ask of the application."""

from collections.abc import Callable
from typing import Any, Protocol

from accessibility.tree import Changes


class Host(Protocol):
    """What a provider may call, from any thread; the work is done on the main thread."""

    def listening(self, on: bool) -> None:
        """An assistive technology has come (the whole tree is sent) or has gone (nothing more is)."""

    def perform(self, target: int, action: str, *values: Any, still: Callable[[], bool] = lambda: True) -> None:
        """Do what an assistive technology asked of the node `target`; `action` is an `Action`.

        `still` is asked on the main thread when all is told that has changed meanwhile: whether `target` is still what
        was meant.
        """

    def afterwards(self, then: Callable[[], object]) -> None:
        """Call it when what was asked for before has been done and told."""


class Provider(Protocol):
    """Tells one audience of the tree. All calls come on the main thread."""

    def start(self, host: Host, window: Any) -> None:
        """Begin; call `host.listening(True)` when somebody listens. Nothing is sent before."""

    def update(self, changes: Changes) -> None:
        """Pass on what changed; the whole tree when `changes.complete`."""

    def announce(self, text: str, *, assertive: bool) -> None:
        """Tell a message that belongs to no widget."""

    def window_focus(self, focused: bool) -> None:
        """The window has become, or is no longer, the one that gets the keys."""

    def window_moved(self, left: float, top: float, width: float, height: float) -> None:
        """Where the window is on the screen, in screen pixels."""

    def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        """A key, before anybody else gets it; True when the assistive technology has used it up.

        key, scancode, text and modifiers are those of Kivy's `on_key_down`.
        """

    def close(self) -> None:
        """End; nothing is called afterwards."""
