"""org.a11y.atspi.Selection: which members of a list box, tab list, menu or tree are selected."""

from typing import Any

from accessibility.node import Node
from accessibility.providers.atspi.names import NOBODY, SELECTION
from accessibility.providers.atspi.snapshot import Snapshot
from accessibility.providers.atspi.subject import Interface, Method, Property, Subject
from accessibility.roles import Action, Role

SELECTING = frozenset({Role.LISTBOX, Role.MENU, Role.MENUBAR, Role.TABLIST, Role.TREE})


def is_selected(node: Node) -> bool:
    return bool(node.selected)


def owner_of(tree: Snapshot, uid: int) -> int | None:
    """The object whose selection a member belongs to."""
    return next((above for above in tree.ancestors(uid) if tree.nodes[above].role in SELECTING), None)


def _selected(subject: Subject) -> list[int]:
    return [uid for uid in subject.tree.below(subject.node.id) if is_selected(subject.tree.nodes[uid])]


def _nth(subject: Subject, index: int) -> tuple[Any, ...]:
    found = _selected(subject)
    return (subject.reference(found[index]) if 0 <= index < len(found) else NOBODY,)


def _child(subject: Subject, index: int) -> Subject | None:
    children = subject.children
    return subject.of(children[index]) if 0 <= index < len(children) else None


def _is_selected(subject: Subject, index: int) -> tuple[Any, ...]:
    child = _child(subject, index)
    return (child is not None and is_selected(child.node),)


def _select(subject: Subject, index: int) -> tuple[Any, ...]:
    """A press selects, as the pointer would."""
    child = _child(subject, index)
    return (child is not None and (is_selected(child.node) or child.perform(Action.CLICK)),)


def _deselect(subject: Subject, index: int) -> tuple[Any, ...]:
    """Only where several can be selected does a second press take one out."""
    child = _child(subject, index)
    many = "multiselectable" in subject.node.states
    return (many and child is not None and is_selected(child.node) and child.perform(Action.CLICK),)


def _deselect_nth(subject: Subject, index: int) -> tuple[Any, ...]:
    found = _selected(subject)
    if not 0 <= index < len(found) or "multiselectable" not in subject.node.states:
        return (False,)
    return (subject.of(found[index]).perform(Action.CLICK),)


def _every(subject: Subject, *, wanted: bool) -> bool:
    if "multiselectable" not in subject.node.states:
        return False
    members = [subject.of(uid) for uid in subject.tree.below(subject.node.id)]
    others = [one for one in members if one.node.selected is not None and is_selected(one.node) is not wanted]
    for one in others:
        one.perform(Action.CLICK)
    return True


INTERFACE = Interface(
    SELECTION,
    lambda node: node.role in SELECTING,
    methods={
        "GetSelectedChild": Method("i", "(so)", _nth),
        "SelectChild": Method("i", "b", _select),
        "DeselectSelectedChild": Method("i", "b", _deselect_nth),
        "DeselectChild": Method("i", "b", _deselect),
        "IsChildSelected": Method("i", "b", _is_selected),
        "SelectAll": Method("", "b", lambda it: (_every(it, wanted=True),)),
        "ClearSelection": Method("", "b", lambda it: (_every(it, wanted=False),)),
    },
    properties={"NSelectedChildren": Property("i", lambda it: len(_selected(it)))},
)
