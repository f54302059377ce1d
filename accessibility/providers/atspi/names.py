"""What AT-SPI calls its interfaces, objects and signals.

Source: the interface descriptions of at-spi2-core 2.46 (xml/*.xml).
"""

from typing import NamedTuple

ATSPI = "org.a11y.atspi."
ACCESSIBLE = ATSPI + "Accessible"
ACTION = ATSPI + "Action"
APPLICATION = ATSPI + "Application"
CACHE = ATSPI + "Cache"
COMPONENT = ATSPI + "Component"
EDITABLE_TEXT = ATSPI + "EditableText"
HYPERLINK = ATSPI + "Hyperlink"
HYPERTEXT = ATSPI + "Hypertext"
IMAGE = ATSPI + "Image"
REGISTRY = ATSPI + "Registry"
SELECTION = ATSPI + "Selection"
SOCKET = ATSPI + "Socket"
TABLE = ATSPI + "Table"
TABLE_CELL = ATSPI + "TableCell"
TEXT = ATSPI + "Text"
VALUE = ATSPI + "Value"

EVENT_OBJECT = ATSPI + "Event.Object"
EVENT_WINDOW = ATSPI + "Event.Window"

PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
PEER = "org.freedesktop.DBus.Peer"

ROOT_PATH = "/org/a11y/atspi/accessible/root"
CACHE_PATH = "/org/a11y/atspi/cache"
NULL_PATH = "/org/a11y/atspi/null"
REGISTRY_PATH = "/org/a11y/atspi/registry"
_OBJECTS = "/org/a11y/atspi/accessible/"
_LINKS = _OBJECTS + "link/"


class Reference(NamedTuple):
    """An object on the bus: who has it and where."""

    bus_name: str
    path: str


NOBODY = Reference("", NULL_PATH)


def path_of(number: int) -> str:
    return f"{_OBJECTS}{number}"


def link_path_of(number: int) -> str:
    """Another path of the same object, as a stretch of a text: libatspi keeps one thing a path, and what it has got
    as a hyperlink it would hand out where the object is asked for."""
    return f"{_LINKS}{number}"


def number_of(path: str) -> int:
    """The number in an object's path; -1 where there is none."""
    tail = path.removeprefix(_LINKS).removeprefix(_OBJECTS)
    return int(tail) if tail.isdecimal() and tail != path else -1
