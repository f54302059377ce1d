"""Going over the screen without moving the focus: next and previous thing, read on, where am I, spell."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from accessibility.node import Node
from accessibility.roles import SETS, Action, Role, State
from accessibility.speech import Reason, join, utterance
from accessibility.tree import reading_order
from accessibility.voicing.output import Earcon
from accessibility.voicing.places import is_readable, is_same_item, new_headers, path
from accessibility.voicing.reader import Reader
from accessibility.voicing.spelling import Spelling


@dataclass(frozen=True, slots=True)
class Place:
    """A thing that was gone to, what it stands in, and the ids of what came after it."""

    node: Node
    above: int
    after: tuple[int, ...]

    def find(self, nodes: Mapping[int, Node]) -> Node | None:
        """The thing as it is now; None when it has gone. An item of a long list has another widget, and so another id,
        each time that it comes into sight, and its old widget shows another item: it is known by its position."""
        now, was = nodes.get(self.node.id), self.node
        around = nodes.get(self.above) if was.position else None
        beside = (nodes[uid] for uid in around.children if uid in nodes) if around is not None else ()
        same = next((node for node in beside if is_same_item(node, was)), None)
        if same is not None or now is None:
            return same
        is_recycled = now.set_size == was.set_size and now.position != was.position
        return None if is_recycled else now

    def is_left(self, nodes: Mapping[int, Node]) -> bool:
        """Whether it is there, or something that came after it: of a dialog that has closed there is neither."""
        return self.find(nodes) is not None or any(uid in nodes for uid in self.after)


class Explorer:
    """The commands of the reader. Its place is the last thing it went to, else the focus."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.spelling = Spelling()
        self._place: Place | None = None
        self._moves_then = 0
        self._run = 0
        self._left: tuple[Place, int] | None = None
        self.aside = ""
        """The name of a region whose buttons go from thing to thing: who comes to them stays where he was."""

    @property
    def here(self) -> Node | None:
        """The thing that the next command is about; the focus takes it along when it moves."""
        reader = self._reader
        if reader.focus_moves != self._moves_then:
            self._moves_then, self._place = reader.focus_moves, None
        there = self._place.find(reader.nodes) if self._place is not None else None
        return there or reader.nodes.get(reader.focus)

    def go(self, step: int) -> None:
        """To the next (1) or previous (-1) thing in reading order; a sound at the ends."""
        things = self._things()
        if not things:
            return
        at = self._beside(things, step)
        if not 0 <= at < len(things):
            at = max(0, min(len(things) - 1, at))
            self._reader.say("", cue=Earcon.EDGE)
        self._enter(things[at], step)

    def step(self, step: int) -> None:
        """What a button does that stands in the region aside: go on (1) or back (-1) from where one was before coming
        to it, or press that (0). Afterwards, for the focus may have come to the button, which is told first."""
        host = self._reader.host
        if host is not None:
            host.afterwards(lambda: self._step(step))

    def _step(self, step: int) -> None:
        here, reader = self.here, self._reader
        if here is not None and self._is_aside(here):
            self._place, self._moves_then = self._before_it(), reader.focus_moves
        if step:
            self.go(step)
        else:
            self.press()

    def _before_it(self) -> Place | None:
        """The last thing that was gone to, or what had the focus, if that has moved on since by more than the move to
        the button itself."""
        reader, left = self._reader, self._left
        if left is not None and reader.focus_moves - left[1] <= 1 and left[0].is_left(reader.nodes):
            return left[0]
        former = reader.nodes.get(reader.former)
        if former is not None and not self._is_aside(former):
            return Place(former, reader.above(former.id), ())
        return left[0] if left is not None and left[0].is_left(reader.nodes) else None

    def _is_aside(self, node: Node) -> bool:
        """Whether it is one of the buttons that go from thing to thing, or stands beside them."""
        return bool(self.aside) and any(
            around.role is Role.REGION and around.name == self.aside for around in self._around(node)
        )

    def _enter(self, node: Node, step: int) -> None:
        """Visit it; but of a long list that is come into, its first item or its last, which may not be told yet."""
        here, reader, place = self.here, self._reader, self._place
        item = next((each for each in self._around(node) if each.item), None)
        end = item.set_size if item is not None and step < 0 else 1
        around = next((each for each in self._around(item) if each.role in SETS), None) if item is not None else None
        is_inside = around is not None and here is not None and around in self._around(here)
        if item is None or around is None or is_inside or item.item == end or reader.host is None:
            self.visit(node)
            return
        reader.host.perform(around.id, Action.SCROLL_INTO_VIEW, end)
        reader.host.afterwards(lambda: self._arrive(around.id, end, node, place))

    def _arrive(self, around: int, end: int, otherwise: Node, place: Place | None) -> None:
        """At the end of the list that has been scrolled there, unless another command has come meanwhile."""
        if self._place is not place or not self._reader.speaks:
            return
        inside = [each for each in self._things() if any(above.id == around for above in self._around(each))]
        at_end = [each for each in inside if any(above.item == end for above in self._around(each))]
        self.visit((at_end[0] if end == 1 else at_end[-1]) if at_end else otherwise)

    def _around(self, node: Node) -> list[Node]:
        """The node and all that it stands in, nearest first."""
        found, nodes = [], self._reader.nodes
        while (here := nodes.get(node.id)) is not None:
            found.append(here)
            node = nodes.get(self._reader.above(here.id), here)
            if node is here:
                break
        return found

    def visit(self, node: Node) -> None:
        """Be there, and say it; what is out of sight is scrolled into view."""
        before = self.here
        self._take(node)
        self._reader.say_instead(self._account(node, before))

    def _account(self, node: Node, before: Node | None) -> str:
        """What is said of a thing on the way to it; of a cell, which column and row it is in, when that is news."""
        reader = self._reader
        said = utterance(node, Reason.FOCUS, reader.words, reader.settings.verbosity)
        return join([*new_headers(reader.nodes, node, before), said], reader.words)

    def press(self) -> None:
        """Give the focus to the thing and press it."""
        node, host = self.here, self._reader.host
        if node is None or host is None:
            return
        if State.FOCUSABLE in node.states:
            host.perform(node.id, Action.FOCUS)
        if Action.CLICK in node.actions:
            host.perform(node.id, Action.CLICK)
        elif State.FOCUSABLE not in node.states:
            self._reader.say("", cue=Earcon.EDGE)

    def where(self) -> None:
        """The window, what is around, and the thing itself in full."""
        reader = self._reader
        node, window = self.here, reader.nodes.get(reader.root)
        around = path(reader.nodes, reader.root, node.id) if node is not None else []
        names = [
            window.name if window is not None else "",
            *(group.name or reader.words[f"role.{group.role}"] for group in around),
        ]
        if node is not None and node.id != reader.root:
            names.append(utterance(node, Reason.QUERY, reader.words))
        reader.say_instead(join(names, reader.words))

    def spell(self) -> None:
        """The value, else the name, sign by sign; never of a secret. A second time what explains the signs."""
        node = self.here
        if node is None:
            return
        reader = self._reader
        if State.PROTECTED in node.states:
            reader.say_instead(utterance(node, Reason.QUERY, reader.words))
            return
        written = node.text.characters if node.text is not None else node.value
        reader.say_instead(self.spelling.said(written or node.name, node.id, reader.words))

    def read_on(self) -> None:
        """Read from here to the end of the screen; anything that silences the voice ends it."""
        self._run += 1
        things = self._things()
        if things:
            here = self.here
            is_thing = here is not None and any(node.id == here.id for node in things)
            self._read(self._beside(things, 0 if is_thing else 1), self._run)

    def _read(self, at: int, run: int) -> None:
        """From the thing at `at` on. What comes next is looked up when its turn has come: a long list tells only what
        is near, and what is told changes while it is read."""
        reader = self._reader
        while 0 <= at < len(things := self._things()):
            before = self.here
            self._take(things[at])
            text = self._account(things[at], before)
            if text and reader.say(text, done=partial(self._went_on, run, self._place)) is not None:
                return
            at += 1
        reader.say("", cue=Earcon.EDGE)

    def _went_on(self, run: int, place: Place | None, whole: bool) -> None:
        """From where it has read, wherever the focus has gone meanwhile; a dialog that has closed is at its end."""
        if not (whole and run == self._run and self._reader.speaks):
            return
        if place is None or not place.is_left(self._reader.nodes):
            self._reader.say("", cue=Earcon.EDGE)
            return
        self._moves_then, self._place = self._reader.focus_moves, place
        self._read(self._beside(self._things(), 1), run)

    def _things(self) -> list[Node]:
        """All there is to read, but for the caption of what is being read."""
        reader = self._reader
        return [node for node in reading_order(reader.nodes, reader.root) if self._is_thing(node)]

    def _is_thing(self, node: Node) -> bool:
        return is_readable(node) and node.id not in self._reader.captions

    def _beside(self, things: list[Node], step: int) -> int:
        """Which of the things is `step` on from here. A place between things, as the window's own, is before the next
        one; so is a place whose thing has gone."""
        here, reader, place = self.here, self._reader, self._place
        if place is not None and place.find(reader.nodes) is None and place.is_left(reader.nodes):
            left = {node.id: at for at, node in enumerate(things)}
            next_one = next((left[uid] for uid in place.after if uid in left), len(things))
            return next_one if step > 0 else next_one + step
        if here is None:
            return max(0, step - 1)
        before = 0
        for node in reading_order(reader.nodes, reader.root):
            if node.id == here.id:
                return before + step - (step > 0 and not self._is_thing(node))
            before += self._is_thing(node)
        return before + step

    def _take(self, node: Node) -> None:
        reader = self._reader
        things = [each.id for each in self._things()]
        behind = things[things.index(node.id) + 1 :] if node.id in things else []
        self._moves_then = reader.focus_moves
        self._place = Place(node, reader.above(node.id), tuple(behind))
        if not self._is_aside(node):
            self._left = self._place, reader.focus_moves
        if reader.host is not None:
            reader.host.perform(node.id, Action.SCROLL_INTO_VIEW)
