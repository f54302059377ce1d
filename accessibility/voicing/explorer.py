"""Going over the screen without moving the focus: next and previous thing, read on, where am I, spell."""

from accessibility.node import Node
from accessibility.roles import Action, State
from accessibility.speech import Reason, join, utterance
from accessibility.voicing.output import Earcon
from accessibility.voicing.places import is_readable, path, readable
from accessibility.voicing.reader import Reader
from accessibility.voicing.signs import spelled


class Explorer:
    """The commands of the reader. Its place is the last thing it went to, else the focus."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._place = 0
        self._focus_then = 0
        self._run = 0

    @property
    def here(self) -> Node | None:
        """The thing that the next command is about; the focus takes it along when it moves."""
        reader = self._reader
        if reader.focus != self._focus_then:
            self._focus_then, self._place = reader.focus, 0
        return reader.nodes.get(self._place) or reader.nodes.get(reader.focus)

    def go(self, step: int) -> None:
        """To the next (1) or previous (-1) thing in reading order; a sound at the ends."""
        things = self._things()
        if not things:
            return
        at = self._index(things) + step
        if not 0 <= at < len(things):
            at = max(0, min(len(things) - 1, at))
            self._reader.say("", cue=Earcon.EDGE)
        self.visit(things[at])

    def visit(self, node: Node) -> None:
        """Be there, and say it; what is out of sight is scrolled into view."""
        self._take(node)
        reader = self._reader
        reader.say_instead(utterance(node, Reason.FOCUS, reader.words, reader.settings.verbosity))

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
        names = [window.name if window is not None else "", *(group.name for group in around)]
        if node is not None and node.id != reader.root:
            names.append(utterance(node, Reason.QUERY, reader.words))
        reader.say_instead(join(names, reader.words))

    def spell(self) -> None:
        """The value, else the name, sign by sign; never of a secret."""
        node = self.here
        if node is None:
            return
        reader = self._reader
        if State.PROTECTED in node.states:
            reader.say_instead(utterance(node, Reason.QUERY, reader.words))
            return
        written = node.text.characters if node.text is not None else node.value
        reader.say_instead(spelled(written or node.name, reader.words))

    def read_on(self) -> None:
        """Read from here to the end of the screen; anything that silences the voice ends it."""
        self._run += 1
        things = self._things()
        if things:
            self._read([node.id for node in things[self._index(things) :]], self._run)

    def _read(self, waiting: list[int], run: int) -> None:
        reader = self._reader
        while waiting:
            node = reader.nodes.get(waiting.pop(0))
            if node is None or not is_readable(node):
                continue  # gone since
            self._take(node)
            text = utterance(node, Reason.FOCUS, reader.words, reader.settings.verbosity)
            if text and reader.say(text, done=lambda whole: self._went_on(whole, waiting, run)) is not None:
                return
        reader.say("", cue=Earcon.EDGE)

    def _went_on(self, whole: bool, waiting: list[int], run: int) -> None:
        if whole and run == self._run and self._reader.speaks:
            self._read(waiting, run)

    def _things(self) -> list[Node]:
        """All there is to read, but for the caption of what is being read."""
        reader = self._reader
        return [node for node in readable(reader.nodes, reader.root) if node.id not in reader.captions]

    def _index(self, things: list[Node]) -> int:
        here = self.here
        return next((at for at, node in enumerate(things) if here is not None and node.id == here.id), 0)

    def _take(self, node: Node) -> None:
        self._focus_then, self._place = self._reader.focus, node.id
        if self._reader.host is not None:
            self._reader.host.perform(node.id, Action.SCROLL_INTO_VIEW)
