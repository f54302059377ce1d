"""Which events somebody on the accessibility bus listens for, so that the others are not sent.

Source: org.a11y.atspi.Registry of at-spi2-core 2.46. An event is named 'object:state-changed:focused' there, any part
from the end may be missing.
"""

from collections.abc import Iterable

from accessibility.providers.atspi.names import EVENT_OBJECT, EVENT_WINDOW

# libatspi keeps its cache true by these and never tells the registry so: they are sent when somebody listens for
# anything. While nobody listens for anything they are not, as with atk-bridge and GTK 4.
_FOR_CACHES = frozenset(
    {
        ("object", "childrenchanged"),
        ("object", "statechanged"),
        ("object", "propertychange", "accessiblename"),
        ("object", "propertychange", "accessibledescription"),
        ("object", "propertychange", "accessiblerole"),
    }
)
_CLASSES = {EVENT_OBJECT: "object", EVENT_WINDOW: "window"}

Parts = tuple[str, ...]


class Listeners:
    """Who listens for what. All changes come on one thread; any may ask."""

    def __init__(self) -> None:
        self._wanted: frozenset[tuple[str, Parts]] = frozenset()
        self._answers: dict[tuple[str, str, str], bool] = {}

    def replace(self, told: Iterable[tuple[str, ...]]) -> None:
        """Pairs of a listener's bus name and an event."""
        self._wanted = frozenset((pair[0], _parts(pair[1])) for pair in told)
        self._answers = {}

    def add(self, listener: str, event: str) -> None:
        self._wanted |= {(listener, _parts(event))}
        self._answers = {}

    def remove(self, listener: str, event: str) -> None:
        self._wanted -= {(listener, _parts(event))}
        self._answers = {}

    def forget(self, listener: str) -> None:
        """It has left the bus; the registry does not say so."""
        self._wanted = frozenset(pair for pair in self._wanted if pair[0] != listener)
        self._answers = {}

    def who(self, interface: str, member: str, detail: str) -> frozenset[str]:
        """The bus names of those who have said that they listen for this event."""
        parts = (_CLASSES[interface], _plain(member), _plain(detail))
        heard = {parts[:length] for length in (1, 2, 3)}
        return frozenset(listener for listener, wanted in self._wanted if wanted in heard)

    def deaf_readers(self) -> frozenset[str]:
        """Who hears of what appears and of no announcement, as Orca 43 does. What else listens beside it is no matter:
        each listener is asked for itself.
        """
        return self.who(EVENT_OBJECT, "StateChanged", "showing") - self.who(EVENT_OBJECT, "Announcement", "")

    def wants(self, interface: str, member: str, detail: str) -> bool:
        """Whether the event is to be sent."""
        answers = self._answers
        key = (interface, member, detail)
        if key not in answers:
            parts = (_CLASSES[interface], _plain(member), _plain(detail))
            is_for_caches = any(parts[:length] in _FOR_CACHES for length in (2, 3))
            answers[key] = bool(self._wanted) if is_for_caches else bool(self.who(interface, member, detail))
        return answers[key]


def _parts(event: str) -> Parts:
    return tuple(_plain(part) for part in event.split(":")[:3] if part)


def _plain(name: str) -> str:
    """The registry writes 'state-changed', the signal is 'StateChanged'."""
    return name.replace("-", "").lower()
