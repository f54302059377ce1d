"""What is new in live regions and wrong with fields, from two moments of a tree; pure.

Source: WAI-ARIA 1.2, "Live Region Attributes"; WCAG 4.1.3 for errors.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from accessibility.node import Node
from accessibility.roles import Live, Role, State

Look = Callable[[int], Node | None]
"""A node by its id at one moment; None when it is not there."""
Above = Callable[[int], int | None]


@dataclass(frozen=True, slots=True)
class News:
    """What is to be said, the node that it is about, and whether that has only now appeared."""

    node: Node
    text: str
    assertive: bool
    appeared: bool


@dataclass(frozen=True, slots=True)
class Moments:
    """A tree before and after some changes; `above` gives the parent that a node has after them."""

    before: Look
    after: Look
    above: Above
    focus: int


def news(moments: Moments, changed: Iterable[Node]) -> Iterator[News]:
    """What was added to live regions, what text in them is another now, and what fields have been found to be wrong.

    Left out is what the focus tells anyway: its own changes, and those of its labels, hints and errors.
    """
    told_by_focus = _told_by(moments.after(moments.focus))
    for node in changed:
        old = moments.before(node.id)
        if node.id in told_by_focus:
            continue
        if old is not None and _is_found_wrong(moments, old, node):
            yield News(node, " ".join(filter(None, (node.name, node.error))), assertive=True, appeared=False)
        if old is not None and _words(old) == _words(node):
            continue
        region = _region(moments, node)
        if region is not None and not region.has(State.BUSY):
            text = _added(moments, node, region) if old is None else _altered(old, node)
            if text:
                yield News(node, text, region.live is Live.ASSERTIVE, old is None)


def _is_found_wrong(moments: Moments, old: Node, node: Node) -> bool:
    """Whether what is wrong with it is new, and stands in no live region that tells it."""
    shown = (moments.after(uid) for uid in node.error_by)
    return node.error not in ("", old.error) and not any(_region(moments, each) for each in shown)


def _told_by(focus: Node | None) -> set[int]:
    return set() if focus is None else {focus.id, *focus.labelled_by, *focus.described_by, *focus.error_by}


def _region(moments: Moments, node: Node | None) -> Node | None:
    """The nearest live node, itself or above; a timer that does not say that it is live never is."""
    while node is not None and node.live is Live.OFF and node.role is not Role.TIMER:
        above = moments.above(node.id)
        node = moments.after(above) if above is not None else None
    return node if node is not None and node.live is not Live.OFF else None


def _altered(old: Node, node: Node) -> str:
    """Its new words. What holds other nodes has a label for a name; an item shown in place of another is no news."""
    return "" if node.children or old.position != node.position else _words(node)


def _added(moments: Moments, node: Node, region: Node) -> str:
    """All the words of what has come into a region that was there.

    With a region that comes together with all around it nothing has happened, but for what is urgent.
    """
    above = moments.above(node.id)
    came_alone = above is None or moments.before(above) is not None
    if not came_alone and not (node is region and region.live is Live.ASSERTIVE):
        return ""
    parent = moments.after(above) if above is not None else None
    if parent is not None and len(parent.children) < node.set_size and not _has_grown(moments, node):
        return ""
    inside = list(_inside(moments.after, node))
    if any(each.id == moments.focus for each in inside):
        return ""  # who goes there hears it
    return " ".join(filter(None, map(_words, inside)))


def _has_grown(moments: Moments, node: Node) -> bool:
    """Whether the list that shows a part of its items has more of them now; else it was only scrolled."""
    above = moments.above(node.id)
    while above is not None:
        before, after = moments.before(above), moments.after(above)
        if before is not None and after is not None and after.set_size:
            return after.set_size > before.set_size
        above = moments.above(above)
    return True


def _inside(look: Look, node: Node) -> Iterator[Node]:
    yield node
    for uid in node.children:
        child = look(uid)
        if child is not None:
            yield from _inside(look, child)


def _words(node: Node) -> str:
    if node.has(State.PROTECTED):
        return ""
    return " ".join(filter(None, (node.name, node.value)))
