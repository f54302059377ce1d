"""org.a11y.atspi.Accessible: what every object says of itself."""

import os
from typing import Any

from accessibility.providers.atspi.attributes import attributes_of
from accessibility.providers.atspi.content import value_beside
from accessibility.providers.atspi.interfaces.table_cell import index_in_table
from accessibility.providers.atspi.names import ACCESSIBLE, NOBODY, ROOT_PATH, Reference
from accessibility.providers.atspi.relations import relations_of
from accessibility.providers.atspi.roles import role_of
from accessibility.providers.atspi.states import words_of_state
from accessibility.providers.atspi.subject import Interface, Method, Property, Subject
from accessibility.roles import SETS, Role


def description_of(subject: Subject) -> str:
    """What is wrong and a value in words go before the hint: Orca 43 reads neither where it stands elsewhere."""
    node = subject.node
    return " ".join(filter(None, (node.error, value_beside(node), _place_in_part(subject), node.description)))


def _place_in_part(subject: Subject) -> str:
    """The place in a list that is told in part: Orca 43 counts what it is shown and would not know."""
    node, tree = subject.node, subject.tree
    owner = tree.parents.get(node.id, 0)
    member = SETS.get(tree.nodes[owner].role) if owner in tree.nodes else None
    # An item with controls in it is no option, wherever it stands.
    if not node.position or member is None or (node.role is not member and node.role is not Role.LISTITEM):
        return ""
    return f"{node.position}/{node.set_size}" if node.set_size > len(tree.children.get(owner, ())) else ""


def _attributes(subject: Subject) -> dict[str, str]:
    """A cell stands in a row, so its place among its parent's children is not the one that its table counts by."""
    told = attributes_of(subject.node)
    index = index_in_table(subject)
    return told if index is None else told | {"table-cell-index": str(index)}


def parent_of(subject: Subject) -> Reference:
    """The window's parent is the application."""
    if subject.node.id == subject.tree.root:
        return Reference(subject.world.bus_name, ROOT_PATH)
    return subject.reference(subject.tree.parents.get(subject.node.id, 0))


def _child(subject: Subject, index: int) -> tuple[Any, ...]:
    children = subject.children
    return (subject.reference(children[index]) if 0 <= index < len(children) else NOBODY,)


def _interfaces(subject: Subject) -> tuple[Any, ...]:
    from accessibility.providers.atspi.interfaces.all import interfaces_of  # noqa: PLC0415 - it knows this module

    return (list(interfaces_of(subject.node)),)


def locale() -> str:
    """The language of the program, as POSIX names it."""
    return os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "C"


INTERFACE = Interface(
    ACCESSIBLE,
    lambda node: True,
    methods={
        "GetChildAtIndex": Method("i", "(so)", _child),
        "GetChildren": Method("", "a(so)", lambda it: ([it.reference(child) for child in it.children],)),
        "GetIndexInParent": Method("", "i", lambda it: (it.tree.index(it.node.id),)),
        "GetRelationSet": Method("", "a(ua(so))", lambda it: (relations_of(it),)),
        "GetRole": Method("", "u", lambda it: (int(role_of(it.node)),)),
        "GetRoleName": Method("", "s", lambda it: (role_of(it.node).words,)),
        "GetLocalizedRoleName": Method("", "s", lambda it: (role_of(it.node).words,)),
        "GetState": Method("", "au", lambda it: (words_of_state(it.tree.states(it.node.id)),)),
        "GetAttributes": Method("", "a{ss}", lambda it: (_attributes(it),)),
        "GetApplication": Method("", "(so)", lambda it: (Reference(it.world.bus_name, ROOT_PATH),)),
        "GetInterfaces": Method("", "as", _interfaces),
    },
    properties={
        "Name": Property("s", lambda it: it.node.name),
        "Description": Property("s", description_of),
        "Parent": Property("(so)", parent_of),
        "ChildCount": Property("i", lambda it: len(it.children)),
        "Locale": Property("s", lambda it: locale()),
        "AccessibleId": Property("s", lambda it: ""),
        "HelpText": Property("s", lambda it: ""),
    },
)
