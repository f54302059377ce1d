"""From two snapshots to the events that lie between them.

Sources: org.a11y.atspi.Event.Object and .Window of at-spi2-core 2.46; W3C Core Accessibility API Mappings 1.2, section
"Events". Order: what came, what changed, what went, and at last the focus, so that a reader finds all it asks for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from accessibility.live import Moments, News, news
from accessibility.node import Ids, Node
from accessibility.providers.atspi.attributes import attributes_of
from accessibility.providers.atspi.children import arrivals, departures
from accessibility.providers.atspi.content import VALUES, value_in_words
from accessibility.providers.atspi.interfaces.accessible import description_of
from accessibility.providers.atspi.interfaces.selection import SELECTING, owner_of
from accessibility.providers.atspi.names import EVENT_OBJECT, EVENT_WINDOW, Reference
from accessibility.providers.atspi.roles import AtspiRole, role_of
from accessibility.providers.atspi.snapshot import Snapshot
from accessibility.providers.atspi.states import AtspiState, changed_states
from accessibility.providers.atspi.subject import Subject, Surroundings
from accessibility.providers.atspi.text_events import Told, exchange, text_events
from accessibility.roles import Role
from accessibility.siblings import same_ends
from accessibility.tree import Changes

Wants = Callable[[str, str, str], bool]
"""Whether somebody listens: interface, signal, detail."""

Variant = tuple[str, Any]
_NOTHING: Variant = ("i", 0)
_READ_WHEN_IT_APPEARS = frozenset({AtspiRole.NOTIFICATION})  # by Orca, on "showing"


@dataclass(frozen=True, slots=True)
class Event:
    """One signal. `source` is an object's path, `data` a variant: signature and value."""

    source: Reference
    interface: str
    member: str
    detail: str = ""
    detail1: int = 0
    detail2: int = 0
    data: Variant = _NOTHING


def events_between(
    before: Snapshot, after: Snapshot, changes: Changes, world: Surroundings, wants: Wants = lambda *event: True
) -> Iterator[Event]:
    """Everything that is to be told; `changes` says where to look. `wants` is asked before costly ones are made."""
    told = [node for node in changes.nodes if after.told(node.id)]
    yield from _came(before, after, told, world)
    for node in told:
        if before.told(node.id) and before.numbers[node.id] == after.numbers[node.id]:
            yield from _changed(Subject(before, before.nodes[node.id], world), Subject(after, node, world), wants)
    yield from _went(before, after, changes, world)
    yield from _selections(before, after, told, world)
    yield from focus_events(before, after, world)


def _came(before: Snapshot, after: Snapshot, told: list[Node], world: Surroundings) -> Iterator[Event]:
    for owner, first, known, children in _altered(before, after):
        for step in arrivals(known, children)[0]:
            child = _numbered(after, step.child, world)
            yield _object(child.of(owner), "ChildrenChanged", step.what, first + step.place, _reference(child))
    for node in told:
        if not before.told(node.id):
            subject = Subject(after, node, world)
            if is_read_when_it_appears(node):
                yield _object(subject, "StateChanged", "showing", 1)


def _altered(before: Snapshot, after: Snapshot) -> Iterator[tuple[int, int, Ids, Ids]]:
    """Owners that were there and are there, with the numbers of their children then and now: a child with another
    number is another one. Left out are those at both ends that are the same, and said how many stand in front. A new
    owner brings its children with it."""
    for owner in sorted(after.renewed - after.recycled):
        known, children = before.children.get(owner), after.children.get(owner)
        if known is None or children is None:
            continue
        if known != children or not after.recycled.isdisjoint(children):
            start, end = same_ends(known, children, after.recycled)
            then, now = known[start : len(known) - end], children[start : len(children) - end]
            yield owner, start, _numbers(before, then), _numbers(after, now)


def _numbers(tree: Snapshot, uids: Ids) -> tuple[int, ...]:
    return tuple(tree.numbers[uid] for uid in uids)


def _numbered(tree: Snapshot, number: int, world: Surroundings) -> Subject:
    return Subject(tree, tree.nodes[tree.by_number[number]], world)


def _went(before: Snapshot, after: Snapshot, changes: Changes, world: Surroundings) -> Iterator[Event]:
    for owner, first, known, children in _altered(before, after):
        for step in departures(arrivals(known, children)[1], children):
            removed = _numbered(before, step.child, world)
            yield _object(removed.of(owner), "ChildrenChanged", step.what, first + step.place, _reference(removed))
    for uid in dict.fromkeys((*changes.removed, *(node.id for node in changes.nodes), *sorted(after.recycled))):
        number = before.numbers.get(uid)
        if number is not None and after.numbers.get(uid) != number:
            yield _object(Subject(before, before.nodes[uid], world), "StateChanged", "defunct", 1)


def _changed(old: Subject, new: Subject, wants: Wants) -> Iterator[Event]:
    if old.node.name != new.node.name:
        yield _object(new, "PropertyChange", "accessible-name", data=("s", new.node.name))
    if old.node.role != new.node.role or role_of(old.node) != role_of(new.node):
        yield _object(new, "PropertyChange", "accessible-role", data=("u", int(role_of(new.node))))
    if description_of(old) != description_of(new):
        yield _object(new, "PropertyChange", "accessible-description", data=("s", description_of(new)))
    yield from _value_changed(old, new)
    for state, on in _state_changes(old, new):
        if state is not AtspiState.FOCUSED:
            yield _object(new, "StateChanged", state.words, int(on))
    for member, detail, first, second, text in _text_changes(old.node, new.node):
        yield _object(new, member, detail, first, ("s", text) if text else _NOTHING, second)
    if wants(EVENT_OBJECT, "AttributesChanged", "") and attributes_of(old.node) != attributes_of(new.node):
        yield _object(new, "AttributesChanged")
    if old.node.bounds != new.node.bounds and wants(EVENT_OBJECT, "BoundsChanged", ""):
        yield _object(new, "BoundsChanged", data=("(iiii)", new.place(new.node.bounds, 1)))


def _value_changed(old: Subject, new: Subject) -> Iterator[Event]:
    """A number as such, a value in words as words; a field's value is its text."""
    if old.node.range != new.node.range and new.node.range is not None:
        yield _object(new, "PropertyChange", "accessible-value", data=("d", new.node.range.now))
    elif new.node.range is None and value_in_words(old.node) != value_in_words(new.node):
        yield _object(new, "PropertyChange", "accessible-value", data=("s", value_in_words(new.node)))


def _text_changes(old: Node, new: Node) -> Iterator[Told]:
    """What is typed and where the caret went; of a choice, the old one out and the new one in.

    Of words that simply stand there the changed name tells all.
    """
    if old.text is not None or new.text is not None:
        if old.text != new.text:
            yield from text_events(old.text, new.text)
    elif new.role in VALUES and old.value != new.value:
        yield from exchange(old.value, new.value)


def _state_changes(old: Subject, new: Subject) -> list[tuple[AtspiState, bool]]:
    """Scrolling moves a thousand nodes at once: what only moved can have come into view or gone out, no more."""
    was, now = old.node, new.node
    if was.bounds != now.bounds and now.role is not Role.WINDOW and _facts(was) == _facts(now):
        seen = old.tree.shows(was.id), new.tree.shows(now.id)
        return [] if seen[0] == seen[1] else [(AtspiState.SHOWING, seen[1])]
    return changed_states(old.tree.states(was.id), new.tree.states(now.id))


def _facts(node: Node) -> tuple[Any, ...]:
    """What states are made of, but for the place."""
    return (node.states, node.checked, node.pressed, node.selected, node.expanded, node.popup, node.orientation,
            node.role, node.range is None, node.text is None)  # fmt: skip


def is_read_when_it_appears(node: Node) -> bool:
    """Whether readers say its words by themselves, so that it needs no announcement then."""
    return role_of(node) in _READ_WHEN_IT_APPEARS and bool(node.name or node.children)


def live_news(before: Snapshot, after: Snapshot, changes: Changes) -> list[News]:
    """What is new in live regions and is told by no other event."""
    moments = Moments(before.nodes.get, after.nodes.get, after.above.get, after.focus)
    return [told for told in news(moments, changes.nodes) if not (told.appeared and is_read_when_it_appears(told.node))]


def news_event(after: Snapshot, told: News, world: Surroundings) -> Event:
    """An announcement of the node that it is about; of the window where that is a layout."""
    uid = told.node.id if after.told(told.node.id) else after.root
    return message_event(Subject(after, after.nodes[uid], world), told.text, assertive=told.assertive)


def _selections(before: Snapshot, after: Snapshot, told: list[Node], world: Surroundings) -> Iterator[Event]:
    owners = set()
    for node in told:
        old = before.nodes.get(node.id)
        if old is not None and old.selected != node.selected:
            owners.add(owner_of(after, node.id))
    for owner in owners - {None}:
        if owner is not None and after.nodes[owner].role in SELECTING:
            yield _object(Subject(after, after.nodes[owner], world), "SelectionChanged")


def focus_events(before: Snapshot, after: Snapshot, world: Surroundings) -> Iterator[Event]:
    """Who has it, for which a customer waits; then who lost it."""
    numbers = before.numbers.get(before.focused), after.numbers.get(after.focused)
    has_moved = before.focused != after.focused or numbers[0] != numbers[1]
    if after.focused and has_moved:
        yield _object(Subject(after, after.nodes[after.focused], world), "StateChanged", "focused", 1)
    stays = after.told(before.focused) and after.numbers[before.focused] == numbers[0]
    if before.focused and stays and before.focused != after.focused:
        yield _object(Subject(after, after.nodes[before.focused], world), "StateChanged", "focused", 0)


def window_events(before: Snapshot, after: Snapshot, world: Surroundings) -> Iterator[Event]:
    """The window has got the keyboard or lost it, and with it who has the focus."""
    if before.active == after.active or not after.told(after.root):
        return
    frame = Subject(after, after.nodes[after.root], world)
    if not after.active:
        yield from focus_events(before, after, world)
    yield window_event(frame, "Activate" if after.active else "Deactivate")
    yield _object(frame, "StateChanged", "active", int(after.active))
    if after.active:
        yield from focus_events(before, after, world)


def window_event(frame: Subject, member: str) -> Event:
    """Create, Activate, Deactivate or Destroy."""
    return Event(frame.reference(), EVENT_WINDOW, member, data=("s", frame.node.name))


def message_event(source: Subject, text: str, *, assertive: bool) -> Event:
    """A message that belongs to no object is the window's."""
    return _object(source, "Announcement", "", 2 if assertive else 1, data=("s", text))  # enum AtspiLive


def _object(
    subject: Subject,
    member: str,
    detail: str = "",
    detail1: int = 0,
    data: Variant = _NOTHING,
    detail2: int = 0,
) -> Event:
    return Event(subject.reference(), EVENT_OBJECT, member, detail, detail1, detail2, data)


def _reference(subject: Subject) -> Variant:
    return "(so)", subject.reference()
