"""org.a11y.atspi.Component: where an object is, the focus, and bringing it into view."""

from typing import Any

from accessibility.edges import Edge, Point
from accessibility.node import Bounds
from accessibility.providers.atspi.names import COMPONENT, NOBODY
from accessibility.providers.atspi.subject import Interface, Method, Subject
from accessibility.roles import Action, Role, State

_LAYER_WIDGET, _LAYER_WINDOW = 3, 7  # enum AtspiComponentLayer
_EDGES = {0: Edge.TOP_LEFT, 1: Edge.BOTTOM_RIGHT, 2: Edge.TOP, 3: Edge.BOTTOM, 4: Edge.LEFT, 5: Edge.RIGHT}
_ANYWHERE = 6  # enum AtspiScrollType
_SIDEWAYS = frozenset({Action.SCROLL_LEFT, Action.SCROLL_RIGHT})
_UP_AND_DOWN = frozenset({Action.SCROLL_UP, Action.SCROLL_DOWN})


def _contains(subject: Subject, x: int, y: int, coordinates: int) -> tuple[Any, ...]:
    return (_inside(subject.node.bounds, subject.point(x, y, coordinates)),)


def _at_point(subject: Subject, x: int, y: int, coordinates: int) -> tuple[Any, ...]:
    """The deepest object there, the last one where several overlap: it is drawn on top."""
    point = subject.point(x, y, coordinates)
    tree = subject.tree
    every = (subject.node.id, *tree.below(subject.node.id))
    hits = [uid for uid in every if _inside(tree.nodes[uid].bounds, point) and _inside(tree.in_sight(uid), point)]
    return (subject.reference(hits[-1]) if hits else NOBODY,)


def _inside(bounds: Bounds, point: tuple[float, float]) -> bool:
    return bounds.left <= point[0] < bounds.right and bounds.top <= point[1] < bounds.bottom


def _grab_focus(subject: Subject) -> tuple[Any, ...]:
    if not subject.node.has(State.FOCUSABLE):
        return (False,)
    subject.world.perform(subject.node.id, Action.FOCUS)
    return (True,)


def _scroll_to(subject: Subject, where: int) -> tuple[Any, ...]:
    """Into view, at an edge of what scrolls around it if one is named; False where nothing can bring it there."""
    ways = _ways(subject)
    if where == _ANYWHERE:
        subject.world.perform(subject.node.id, Action.SCROLL_INTO_VIEW)
        return (bool(ways) or subject.tree.shows(subject.node.id),)
    edge = _EDGES.get(where)
    if edge is None or not ((edge.across and ways & _SIDEWAYS) or (edge.down and ways & _UP_AND_DOWN)):
        return (False,)
    subject.world.perform(subject.node.id, Action.SCROLL_INTO_VIEW, edge)
    return (True,)


def _scroll_to_point(subject: Subject, coordinates: int, x: int, y: int) -> tuple[Any, ...]:
    """Its top left corner to the point, or as near as that goes."""
    if not _ways(subject):
        return (False,)
    subject.world.perform(subject.node.id, Action.SCROLL_INTO_VIEW, Point(*subject.point(x, y, coordinates)))
    return (True,)


def _ways(subject: Subject) -> set[str]:
    """In which directions something around it scrolls; what is turned by pages has no edges to scroll to."""
    tree, found = subject.tree, set[str]()
    uid = tree.above.get(subject.node.id)
    while uid is not None and (around := tree.nodes.get(uid)) is not None:
        if around.role is not Role.GROUP:
            found |= set(around.actions) & (_SIDEWAYS | _UP_AND_DOWN)
        uid = tree.above.get(uid)
    return found


def _extents(subject: Subject, coordinates: int) -> tuple[int, int, int, int]:
    return subject.place(subject.node.bounds, coordinates)


def _layer(subject: Subject) -> tuple[Any, ...]:
    return (_LAYER_WINDOW if subject.node.role is Role.WINDOW else _LAYER_WIDGET,)


def _no(subject: Subject, *_: Any) -> tuple[Any, ...]:
    return (False,)  # the layout places things, nobody else


INTERFACE = Interface(
    COMPONENT,
    lambda node: True,
    methods={
        "Contains": Method("iiu", "b", _contains),
        "GetAccessibleAtPoint": Method("iiu", "(so)", _at_point),
        "GetExtents": Method("u", "(iiii)", lambda it, coordinates: (_extents(it, coordinates),)),
        "GetPosition": Method("u", "ii", lambda it, coordinates: _extents(it, coordinates)[:2]),
        "GetSize": Method("", "ii", lambda it: _extents(it, 1)[2:]),
        "GetLayer": Method("", "u", _layer),
        "GetMDIZOrder": Method("", "n", lambda it: (0,)),
        "GrabFocus": Method("", "b", _grab_focus),
        "GetAlpha": Method("", "d", lambda it: (1.0,)),
        "SetExtents": Method("iiiiu", "b", _no),
        "SetPosition": Method("iiu", "b", _no),
        "SetSize": Method("ii", "b", _no),
        "ScrollTo": Method("u", "b", _scroll_to),
        "ScrollToPoint": Method("uii", "b", _scroll_to_point),
    },
    properties={},
)
