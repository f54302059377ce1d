"""org.a11y.atspi.Hypertext: which links a text holds, and where in it they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from accessibility.node import Node
from accessibility.providers.atspi.content import content_of, has_content
from accessibility.providers.atspi.names import HYPERTEXT, NOBODY, Reference, link_path_of
from accessibility.providers.atspi.subject import Interface, Method, Subject
from accessibility.roles import HOLDS_LINKS, Role


class Stretch(NamedTuple):
    """Where a link stands in its text, in characters: the first, and the one after the last."""

    uid: int
    start: int
    end: int


def holds_links(node: Node) -> bool:
    """Whether it is a text, and what stands in it are links."""
    return node.role in HOLDS_LINKS and bool(node.children) and has_content(node)


def stretches(text: Subject) -> list[Stretch]:
    """The links of a text in reading order, so that of two with the same words each finds its own."""
    content = content_of(text.node)
    return list(_found(text, content.characters)) if content is not None else []


def _found(text: Subject, characters: str) -> Iterator[Stretch]:
    at = 0
    for uid in text.children:
        node = text.tree.nodes[uid]
        start = characters.find(node.name, at) if node.role is Role.LINK else -1
        if start >= 0:
            at = start + len(node.name)
            yield Stretch(uid, start, at)


def _link(text: Subject, number: int) -> tuple[Reference]:
    found = stretches(text)
    if not 0 <= number < len(found):
        return (NOBODY,)
    return (Reference(text.world.bus_name, link_path_of(text.tree.numbers[found[number].uid])),)


def _index(text: Subject, character: int) -> tuple[int]:
    standing = (at for at, link in enumerate(stretches(text)) if link.start <= character < link.end)
    return (next(standing, -1),)


INTERFACE = Interface(
    HYPERTEXT,
    holds_links,
    methods={
        "GetNLinks": Method("", "i", lambda it: (len(stretches(it)),)),
        "GetLink": Method("i", "(so)", _link),
        "GetLinkIndex": Method("i", "i", _index),
    },
    properties={},
)
