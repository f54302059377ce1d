"""Which objects belong to which: labels, descriptions, errors, what is controlled, the members of a group.

Sources: W3C Core Accessibility API Mappings 1.2, "ATK/AT-SPI"; enum AtspiRelationType of at-spi2-core 2.46.
"""

from enum import IntEnum

from accessibility.node import Ids, Node
from accessibility.providers.atspi.names import Reference
from accessibility.providers.atspi.snapshot import Snapshot
from accessibility.providers.atspi.subject import Subject
from accessibility.roles import Role


class Relation(IntEnum):
    LABEL_FOR = 1
    LABELLED_BY = 2
    CONTROLLER_FOR = 3
    CONTROLLED_BY = 4
    MEMBER_OF = 5
    NODE_CHILD_OF = 7
    NODE_PARENT_OF = 8
    DESCRIPTION_FOR = 17
    DESCRIBED_BY = 18
    ERROR_MESSAGE = 21
    ERROR_FOR = 22


_BACK = {
    Relation.LABELLED_BY: Relation.LABEL_FOR,
    Relation.DESCRIBED_BY: Relation.DESCRIPTION_FOR,
    Relation.ERROR_MESSAGE: Relation.ERROR_FOR,
    Relation.CONTROLLER_FOR: Relation.CONTROLLED_BY,
}


def relations_of(subject: Subject) -> list[tuple[int, list[Reference]]]:
    """All relations of an object to others that are told."""
    tree, uid = subject.tree, subject.node.id
    found: dict[Relation, list[int]] = {}
    for relation, targets in _named(subject.node).items():
        found[relation] = list(targets)
    for other in sorted(tree.related):
        for relation, targets in _named(tree.nodes[other]).items():
            if uid in targets:
                found.setdefault(_BACK[relation], []).append(other)
    if subject.node.role is Role.RADIO:
        found[Relation.MEMBER_OF] = list(subject.node.members) or _members(tree, uid)
    if subject.node.role in (Role.TREE, Role.TREEITEM):
        found |= _tree_relations(tree, uid)
    return [
        (int(relation), [subject.reference(target) for target in told])
        for relation, targets in found.items()
        if (told := [target for target in targets if tree.told(target)])
    ]


def _named(node: Node) -> dict[Relation, Ids]:
    return {
        Relation.LABELLED_BY: node.labelled_by,
        Relation.DESCRIBED_BY: node.described_by,
        Relation.ERROR_MESSAGE: node.error_by,
        Relation.CONTROLLER_FOR: node.controls,
    }


def _members(tree: Snapshot, uid: int) -> list[int]:
    """The radio buttons of the group, this one with them."""
    group = next((above for above in tree.ancestors(uid) if tree.nodes[above].role is Role.RADIOGROUP), None)
    if group is None:
        return []
    return [below for below in tree.below(group) if tree.nodes[below].role is Role.RADIO]


def _tree_relations(tree: Snapshot, uid: int) -> dict[Relation, list[int]]:
    """The item that it hangs from, the tree itself at the top, and those that hang from it.

    A tree may be told as a flat list of what is open, so levels decide. Orca 43 counts levels and "2 of 3" by these.
    """
    node = tree.nodes[uid]
    owner = next((above for above in (uid, *tree.ancestors(uid)) if tree.nodes[above].role is Role.TREE), None)
    if owner is None:
        return {}
    hanging = _hanging(tree, owner)
    found = {Relation.NODE_PARENT_OF: [item for item, above in hanging.items() if above == uid]}
    if node.role is Role.TREEITEM:
        found[Relation.NODE_CHILD_OF] = [hanging[uid]]
    return found


def _hanging(tree: Snapshot, owner: int) -> dict[int, int]:
    """For each item of a tree the nearest one before it that is of a higher level, else the tree."""
    found: dict[int, int] = {}
    open_branch: list[int] = []
    for uid in tree.below(owner):
        node = tree.nodes[uid]
        if node.role is Role.TREEITEM:
            while open_branch and tree.nodes[open_branch[-1]].level >= node.level:
                open_branch.pop()
            found[uid] = open_branch[-1] if open_branch else owner
            open_branch.append(uid)
    return found
