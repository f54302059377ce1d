"""All interfaces, and which of them an object has."""

from collections.abc import Mapping
from types import MappingProxyType

from accessibility.node import Node
from accessibility.providers.atspi.interfaces import (
    accessible,
    action,
    component,
    editable_text,
    hyperlink,
    hypertext,
    image,
    selection,
    table,
    table_cell,
    text,
    value,
)
from accessibility.providers.atspi.subject import Interface

INTERFACES: Mapping[str, Interface] = MappingProxyType(
    {
        module.INTERFACE.name: module.INTERFACE
        for module in (
            *(accessible, component, action, text, editable_text, hypertext, hyperlink),
            *(value, selection, table, table_cell, image),
        )
    }
)


def interfaces_of(node: Node) -> tuple[str, ...]:
    return tuple(name for name, interface in INTERFACES.items() if interface.has(node))
