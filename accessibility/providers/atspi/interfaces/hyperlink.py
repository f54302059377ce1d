"""org.a11y.atspi.Hyperlink: where a link stands in the text that holds it, and what it leads to: itself."""

from accessibility.providers.atspi.interfaces.hypertext import Stretch, holds_links, stretches
from accessibility.providers.atspi.names import HYPERLINK, NOBODY
from accessibility.providers.atspi.subject import Interface, Method, Property, Subject
from accessibility.roles import Role, State


def _stretch(link: Subject) -> Stretch:
    """A link that stands alone is a text of its own, from end to end."""
    parent = link.tree.nodes.get(link.tree.parents.get(link.node.id, 0))
    if parent is not None and holds_links(parent):
        for found in stretches(link.of(parent.id)):
            if found.uid == link.node.id:
                return found
    return Stretch(link.node.id, 0, len(link.node.name))


INTERFACE = Interface(
    HYPERLINK,
    lambda node: node.role is Role.LINK,
    methods={
        "GetObject": Method("i", "(so)", lambda it, anchor: (it.reference() if anchor == 0 else NOBODY,)),
        "GetURI": Method("i", "s", lambda it, anchor: ("",)),  # where it leads is the program's own matter
        "IsValid": Method("", "b", lambda it: (State.DISABLED not in it.node.states,)),
    },
    properties={
        "NAnchors": Property("n", lambda it: 1),
        "StartIndex": Property("i", lambda it: _stretch(it).start),
        "EndIndex": Property("i", lambda it: _stretch(it).end),
    },
)
