"""SEM-13.set: the place in a set is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from accessibility.checks.kinds import named
from accessibility.checks.rule import Finding, Impact, Rule, failed, passed
from accessibility.checks.screen import Screen
from accessibility.probe.seen import Seen

RULE = Rule(
    id="SEM-13.set",
    requirement="Members of a list or group tell their position and the size of the set, and both are right.",
    requirement_zh="列表项告知其序号与总数，且正确。",
    tags=("W1.3.1/A", "EN11.5.2.6", "ACC:ParentChildIndexMatch"),
    who=("B",),
    impact=Impact.MODERATE,
    help="“3 of 7” is how a listener knows how much is still to come.",
    how_to_fix="Let the tree count: put members into a list, radiogroup, tablist, listbox or menu.",
    limits="Members out of sight of a virtual list count in the size; which they are is not known here.",
)


def check(screen: Screen) -> Iterator[Finding]:
    for parent in (screen.window, *screen.nodes):
        for members in _branches(child for child in parent.children if _number(child, "posinset") is not None):
            sizes = {size for child in members if (size := _number(child, "setsize")) is not None}
            for child in members:
                lack = _lack(child, sizes)
                yield failed(child, f"{named(child)} {lack}") if lack else passed(child)
            for one, other in pairwise(members):
                if one.role == other.role and (_number(other, "posinset") or 0) <= (_number(one, "posinset") or 0):
                    yield failed(other, f"{named(other)} comes after {named(one)} and does not count on")


def _branches(members: Iterable[Seen]) -> list[list[Seen]]:
    """Those that are counted together: a tree told as a flat list of what is open counts in each branch anew, and
    radio buttons that stand beside each other may be of several groups."""
    found: list[list[Seen]] = []
    open_at: dict[tuple[tuple[str, ...], int], list[Seen]] = {}
    for child in members:
        group, level = child.relations.get("member-of", ()), _number(child, "level") or 0
        for deeper in [at for at in open_at if at[0] == group and at[1] > level]:
            del open_at[deeper]
        if (group, level) not in open_at:
            open_at[group, level] = []
            found.append(open_at[group, level])
        open_at[group, level].append(child)
    return found


def _lack(child: Seen, sizes: set[int]) -> str:
    place, size = _number(child, "posinset") or 0, _number(child, "setsize")
    if place < 1:
        return f"is number {place}"
    if size is not None and place > size:
        return f"is number {place} of {size}"
    if len(sizes) > 1:
        return f"and its neighbours tell different sizes: {', '.join(map(str, sorted(sizes)))}"
    return ""


def _number(node: Seen, attribute: str) -> int | None:
    told = node.attributes.get(attribute, "")
    return int(told) if told.lstrip("-").isdigit() else None
