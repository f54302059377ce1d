"""org.a11y.atspi.Cache: what a reader wants to know of an object at first, of all objects in one answer.

An item: object, application, parent, index in parent, number of children, interfaces, name, role, description, states.
"""

from typing import Any

from accessibility.providers.atspi.application import INTERFACES, STATES, Application
from accessibility.providers.atspi.interfaces.accessible import description_of, parent_of
from accessibility.providers.atspi.interfaces.all import interfaces_of
from accessibility.providers.atspi.roles import AtspiRole, role_of
from accessibility.providers.atspi.states import words_of_state
from accessibility.providers.atspi.subject import Subject, Surroundings

ITEM = "((so)(so)(so)iiassusau)"
ITEMS = f"a{ITEM}"
Item = tuple[Any, ...]


def all_items(application: Application, world: Surroundings) -> list[Item]:
    """Every object, parents before children."""
    tree = application.tree
    items = [application_item(application)]
    if tree.told(tree.root):
        items.append(item_of(Subject(tree, tree.nodes[tree.root], world), application, 0))
        for uid in (tree.root, *tree.below(tree.root)):
            for index, child in enumerate(tree.children.get(uid, ())):
                items.append(item_of(Subject(tree, tree.nodes[child], world), application, index))
    return items


def item_of(subject: Subject, application: Application, index: int) -> Item:
    node = subject.node
    return (
        subject.reference(),
        application.reference,
        parent_of(subject),
        index,
        len(subject.children),
        interfaces_of(node),
        node.name,
        int(role_of(node)),
        description_of(subject),
        words_of_state(subject.tree.states(node.id)),
    )


def application_item(application: Application) -> Item:
    return (
        application.reference,
        application.reference,
        application.parent,
        -1,
        len(application.windows),
        INTERFACES,
        application.name,
        int(AtspiRole.APPLICATION),
        "",
        words_of_state(STATES),
    )
