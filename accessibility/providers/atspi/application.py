"""The application object, the root of all: its child is the window, and the registry is its parent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from accessibility.providers.atspi.interfaces.accessible import locale
from accessibility.providers.atspi.names import (
    ACCESSIBLE,
    APPLICATION,
    COMPONENT,
    NOBODY,
    ROOT_PATH,
    Reference,
    path_of,
)
from accessibility.providers.atspi.roles import AtspiRole
from accessibility.providers.atspi.snapshot import Snapshot
from accessibility.providers.atspi.states import AtspiState, words_of_state
from accessibility.providers.atspi.subject import Method

ATSPI_VERSION = "2.1"
INTERFACES = (ACCESSIBLE, APPLICATION, COMPONENT)
STATES = 1 << AtspiState.ENABLED | 1 << AtspiState.SENSITIVE | 1 << AtspiState.SHOWING | 1 << AtspiState.VISIBLE


@dataclass(frozen=True, slots=True)
class Application:
    """What is said of the program. `parent` is the registry's desktop, `id` the number that it gave us."""

    tree: Snapshot
    bus_name: str
    name: str
    toolkit: str
    version: str
    parent: Reference
    id: int = 0

    @property
    def windows(self) -> list[Reference]:
        number = self.tree.numbers.get(self.tree.root)
        return [Reference(self.bus_name, path_of(number))] if number is not None else []

    @property
    def reference(self) -> Reference:
        return Reference(self.bus_name, ROOT_PATH)


def _child(it: Application, index: int) -> tuple[Any, ...]:
    windows = it.windows
    return (windows[index] if 0 <= index < len(windows) else NOBODY,)


METHODS: Mapping[tuple[str, str], Method] = {
    (ACCESSIBLE, "GetChildAtIndex"): Method("i", "(so)", _child),
    (ACCESSIBLE, "GetChildren"): Method("", "a(so)", lambda it: (it.windows,)),
    (ACCESSIBLE, "GetIndexInParent"): Method("", "i", lambda it: (-1,)),
    (ACCESSIBLE, "GetRelationSet"): Method("", "a(ua(so))", lambda it: ([],)),
    (ACCESSIBLE, "GetRole"): Method("", "u", lambda it: (int(AtspiRole.APPLICATION),)),
    (ACCESSIBLE, "GetRoleName"): Method("", "s", lambda it: (AtspiRole.APPLICATION.words,)),
    (ACCESSIBLE, "GetLocalizedRoleName"): Method("", "s", lambda it: (AtspiRole.APPLICATION.words,)),
    (ACCESSIBLE, "GetState"): Method("", "au", lambda it: (words_of_state(STATES),)),
    (ACCESSIBLE, "GetAttributes"): Method("", "a{ss}", lambda it: ({"toolkit": it.toolkit},)),
    (ACCESSIBLE, "GetApplication"): Method("", "(so)", lambda it: (it.reference,)),
    (ACCESSIBLE, "GetInterfaces"): Method("", "as", lambda it: (list(INTERFACES),)),
    (APPLICATION, "GetLocale"): Method("u", "s", lambda it, category: (locale(),)),
    (COMPONENT, "GetExtents"): Method("u", "(iiii)", lambda it, coordinates: ((0, 0, 0, 0),)),
    (COMPONENT, "GetAccessibleAtPoint"): Method("iiu", "(so)", lambda it, *point: _child(it, 0)),
}

PROPERTIES: Mapping[tuple[str, str], tuple[str, Callable[[Application], Any]]] = {
    (ACCESSIBLE, "Name"): ("s", lambda it: it.name),
    (ACCESSIBLE, "Description"): ("s", lambda it: ""),
    (ACCESSIBLE, "Parent"): ("(so)", lambda it: it.parent),
    (ACCESSIBLE, "ChildCount"): ("i", lambda it: len(it.windows)),
    (ACCESSIBLE, "Locale"): ("s", lambda it: locale()),
    (ACCESSIBLE, "AccessibleId"): ("s", lambda it: ""),
    (ACCESSIBLE, "HelpText"): ("s", lambda it: ""),
    (APPLICATION, "ToolkitName"): ("s", lambda it: it.toolkit),
    (APPLICATION, "Version"): ("s", lambda it: it.version),
    (APPLICATION, "ToolkitVersion"): ("s", lambda it: it.version),
    (APPLICATION, "AtspiVersion"): ("s", lambda it: ATSPI_VERSION),
    (APPLICATION, "InterfaceVersion"): ("u", lambda it: 1),
    (APPLICATION, "Id"): ("i", lambda it: it.id),
}
