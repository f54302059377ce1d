"""Messages that belong to no widget: told to the platform, and to whoever else listens (reader, banner, flash)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a message is about; it decides the sound before it, the flash and the vibration."""

    STATUS = "status"
    SUCCESS = "success"
    ERROR = "error"
    PROGRESS = "progress"
    MESSAGE = "message"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell, in all forms at once, so that none lacks its twin.

    id: the catalogue's name of it. text: what is shown, and what the platform's reader says and puts into braille:
    AT-SPI, UI Automation and NSAccessibility have no second form for either. speech: what the built-in reader says
    where that is another. assertive: interrupts what is being read. elsewhere: the platform's reader hears it another
    way, by a description, so that it is not told as an announcement too. by_focus: it takes the focus, so that every
    reader speaks it anyway; only its sound, flash and vibration are wanted. shown: it stands on the screen already.
    """

    text: str
    kind: Kind = Kind.STATUS
    speech: str = ""
    id: str = ""
    assertive: bool = False
    elsewhere: bool = False
    by_focus: bool = False
    shown: bool = False

    @property
    def spoken(self) -> str:
        """What is said."""
        return self.speech or self.text


Listener = Callable[[Message], object]


class Announcer:
    """Every message goes to every listener, in the order of their coming.

    Orca 43 ignores announcements of the platform, so an outcome that matters takes the focus as well.
    """

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(message)` for each message; call the result to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def announce(self, text: str, *, assertive: bool = False) -> None:
        """Tell a text that has no other form."""
        self.tell(Message(text, assertive=assertive))

    def tell(self, message: Message) -> None:
        """Tell a message; one without a text is nothing to tell."""
        if message.text.strip():
            for listener in list(self._listeners):
                listener(message)
