"""The built-in reader: a provider that speaks what a screen reader would, when there is none."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from accessibility.announcer import Kind, Message
from accessibility.live import Moments, news
from accessibility.node import Node
from accessibility.providers.base import Host
from accessibility.roles import Role, State
from accessibility.speech import Reason, changed, join, utterance
from accessibility.tree import Changes
from accessibility.voicing.edges import is_wrapped, stands_at_edge
from accessibility.voicing.editing import edited, moved
from accessibility.voicing.entering import Covered, Entering
from accessibility.voicing.heard import Heard
from accessibility.voicing.output import Earcon, Output, Said
from accessibility.voicing.places import is_same_item, new_headers
from accessibility.voicing.progress import Progress
from accessibility.voicing.read_only import is_refused
from accessibility.voicing.settings import Echo, Verbosity, VoicingSettings
from accessibility.voicing.signs import punctuated

BY_KEY = 1.0
"""Seconds after a key within which what happens counts as its answer."""

_PAUSE = "\ue000"
"""Stands between the parts of what is said until their signs are in words: a pause of the reader's own is no sign."""

_MODIFIERS = frozenset(range(301, 315))  # SDL's Shift, Ctrl, Alt, Meta and locks
_CTRL = frozenset({305, 306})

_CUES = {
    Kind.ERROR: Earcon.ERROR,
    Kind.TIMEOUT: Earcon.ERROR,
    Kind.SUCCESS: Earcon.SUCCESS,
    Kind.PROGRESS: Earcon.PROGRESS,
    Kind.MESSAGE: Earcon.MESSAGE,
}


class Reader:
    """Speaks while it is on and no screen reader runs; then it hears of the tree, and of nothing otherwise.

    All calls belong to the main thread. `spares(key, modifiers)` names keys that do not silence it.
    """

    def __init__(
        self,
        output: Output,
        words: Mapping[str, str],
        settings: VoicingSettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.output, self.settings = output, settings
        self._pause = words.get("separator", " ")
        self.words: Mapping[str, str] = {**words, "separator": _PAUSE}
        self.nodes: dict[int, Node] = {}
        self._above: dict[int, int] = {}
        self.root = self.focus = 0
        self.focus_moves = 0
        """How often the focus has moved from one thing to another."""
        self.former = 0
        """What had the focus before."""
        self.captions: frozenset[int] = frozenset()
        """Nodes that show what is being said: reading on passes them over."""
        self.spares: Callable[[int, list[str]], bool] = lambda key, modifiers: False
        self._clock, self._heard = clock, Heard(clock)
        self._progress, self._entering, self._covered = Progress(clock), Entering(), Covered()
        self.host: Host | None = None
        self._wanted = self._gives_way = self._speaks = False
        self._own: Said | None = None
        self._news: Said | None = None
        self._last_key, self._key_at = 0, float("-inf")
        self._shift = False
        self.begins: Callable[[], object] = lambda: None
        """Called when it has begun to speak: what was told before that and still holds is to be told again."""

    # -- on and off ----------------------------------------------------------------------------------

    @property
    def speaks(self) -> bool:
        """It is on, and has the word."""
        return self._speaks

    def turn(self, on: bool) -> None:
        """Switch it on or off."""
        self._wanted = on
        self._settle()

    def give_way(self, to_reader: bool) -> None:
        """A screen reader has come, or has gone: never two voices (SPK-05)."""
        self._gives_way = to_reader
        self._settle()

    def _settle(self) -> None:
        speaks = self._wanted and not self._gives_way
        if speaks == self._speaks or self.host is None:
            return
        self._speaks = speaks
        if not speaks:
            self.output.stop()
            self.nodes.clear()
            self.focus = 0
        self.host.listening(speaks)
        if speaks:
            self.begins()

    # -- provider ------------------------------------------------------------------------------------

    def start(self, host: Host, window: Any) -> None:
        self.host = host
        self._settle()

    def close(self) -> None:
        self._speaks = False
        self.host = None

    def window_focus(self, focused: bool) -> None:
        if self._speaks and not focused:
            self.output.stop()  # somebody works in another window now

    def window_moved(self, left: float, top: float, width: float, height: float) -> None: ...

    def announce(self, text: str, *, assertive: bool) -> None:
        """Nothing: messages come whole, by `message`."""

    def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        """Any key silences, but for the spared ones; none is used up. Ctrl alone does nothing else."""
        if not (self._speaks and pressed) or (key in _MODIFIERS and key not in _CTRL):
            return False
        if self.spares(key, modifiers):
            return False
        self.output.stop()
        self._own = self._news = None
        if key in _CTRL:
            return False
        self._last_key, self._key_at, self._shift = key, self._clock(), "shift" in (modifiers or ())
        here = self.nodes.get(self.focus)
        if here is None:
            return False
        if is_refused(here, key, modifiers or ()):
            self.say_instead(self.words["read_only"], Earcon.EDGE)
        elif not modifiers and stands_at_edge(here, key):
            self._sound(Earcon.EDGE)
        return False

    def update(self, changes: Changes) -> None:
        if not self._speaks:
            return
        if changes.complete:
            self.nodes.clear()
            self._above.clear()
        old = {node.id: self.nodes.get(node.id) for node in changes.nodes}
        before, was = self.nodes.get(self.focus), self.focus
        around = self._above.get(was)
        if changes.focus != was:
            self._entering.leaves(self.nodes, self.root, was)
        self._covered.gone(self.nodes[uid] for uid in changes.removed if uid in self.nodes)
        self.nodes.update({node.id: node for node in changes.nodes})
        for uid in changes.removed:
            self.nodes.pop(uid, None)
            self._above.pop(uid, None)
        for node in changes.nodes:
            self._above.update(dict.fromkeys(node.children, node.id))
        self.root, self.focus = changes.root, changes.focus
        after = self.nodes.get(self.focus)
        if before is not None and after is not None and self._is_shown_anew(before, after, around):
            was = self.focus
        if self.focus != was:
            self.focus_moves, self.former = self.focus_moves + 1, was
            self._focus_came(was, before)
        elif before is not None and after is not None and after != before:
            self._focus_changed(before, after)
        if not changes.complete:
            self._others_changed(changes.nodes, old)

    def above(self, uid: int) -> int:
        """The id of what a node stands in; 0 where that is not told."""
        return self._above.get(uid, 0)

    def _is_shown_anew(self, before: Node, after: Node, around: int | None) -> bool:
        """Whether the focus is on the same item of a list, which another widget shows since it was scrolled."""
        in_same = around is not None and around == self._above.get(after.id)
        return in_same and before.id != after.id and before.name == after.name and is_same_item(before, after)

    # -- what is said of it --------------------------------------------------------------------------

    def message(self, message: Message) -> None:
        """Say a message; an assertive one at once, another in its turn. The conversation speaks for itself."""
        if not message.by_focus:
            self._heard.note(message.text)
        if self._speaks and self._may_speak():
            said = "" if message.by_focus else message.spoken
            self.say(said, cue=_CUES.get(message.kind), urgent=message.assertive and bool(said))

    def say(
        self,
        text: str,
        *,
        cue: Earcon | None = None,
        urgent: bool = False,
        done: Callable[[bool], object] | None = None,
    ) -> Said | None:
        """Say a text with its signs at the customer's level; nothing when there is neither text nor sound."""
        level = self.settings.punctuation
        text = self._pause.join(punctuated(part, level, self.words) for part in text.split(_PAUSE))
        cue = cue if self.settings.earcons else None
        if not (text.strip() or cue):
            return None
        return self.output.say(text, cue=cue, urgent=urgent, done=done)

    def say_instead(self, text: str, cue: Earcon | None = None) -> None:
        """Say it in place of what the reader itself was saying of the focus; messages keep their turn."""
        for said in (self._own, self._news):
            if said is not None:
                said.stop()
        self._own, self._news = self.say(text, cue=cue), None

    def _say_after(self, text: str, cue: Earcon | None = None) -> None:
        """Say what is new about the focus after its name, in place of what was new before."""
        if self._news is not None:
            self._news.stop()
        self._news = self.say(text, cue=cue)

    def _may_speak(self) -> bool:
        """While a conversation by voice goes on it tells what happens; the reader answers keys."""
        return not self.output.engaged or self._clock() - self._key_at <= BY_KEY

    def _sound(self, cue: Earcon) -> None:
        self.say("", cue=cue)

    def _focus_came(self, was: int, before: Node | None) -> None:
        node = self.nodes.get(self.focus)
        if node is None or self.focus == self.root or not self._may_speak():
            return
        cue = Earcon.ERROR if node.error else None
        by_tab = self._last_key == 9 and self._clock() - self._key_at <= BY_KEY
        if cue is None and by_tab and is_wrapped(self.nodes, self.root, was, self.focus, back=self._shift):
            cue = Earcon.EDGE
        text = utterance(self._heard.without(node, node), Reason.FOCUS, self.words, self.settings.verbosity)
        headers = new_headers(self.nodes, node, before)
        entered = self._entering.entered(self.nodes, self.root, self.focus, self.words)
        if self.settings.verbosity is Verbosity.BRIEF:
            entered = []
        self.say_instead(join([*entered, *headers, text], self.words), cue)

    def _focus_changed(self, before: Node, after: Node) -> None:
        if not self._may_speak():
            return
        after = self._heard.without(before, after)
        said = changed(before, after, self.words)
        cue = Earcon.ERROR if after.error and after.error != before.error else None
        if said or cue:
            self._say_after(said, cue)
        elif after.has(State.PROTECTED):
            self._secret_changed(before, after)
        elif before.text is not None and after.text is not None and before.text != after.text:
            typed = before.text.characters != after.text.characters
            echo = self.settings.echo
            self.say_instead(
                edited(before.text, after.text, echo, self.words)
                if typed
                else moved(before.text, after.text, self.words)
            )

    def _secret_changed(self, before: Node, after: Node) -> None:
        """A tick and how many there are; never what."""
        if len(before.value) != len(after.value):
            count = self.words["characters"].format(count=len(after.value))
            self.say_instead(count if self.settings.echo is not Echo.NONE else "", Earcon.TYPED)

    def _others_changed(self, nodes: tuple[Node, ...], old: Mapping[int, Node | None]) -> None:
        """Live regions, and progress that somebody may be waiting for."""
        if not self._may_speak():
            return
        for node in nodes:
            known = old.get(node.id)
            went_on = known is not None and known.range != node.range  # not: it was laid out anew
            waited_for = node.role is Role.PROGRESSBAR and went_on and node.id != self.focus
            if waited_for and (said := self._progress.news(node)):
                self.say(said, cue=Earcon.PROGRESS)

        def before(uid: int) -> Node | None:
            return old[uid] if uid in old else self.nodes.get(uid)

        for told in news(Moments(before, self.nodes.get, self._above.get, self.focus), nodes):
            above = self._above.get(told.node.id, 0)
            came_alone = before(above) is not None
            if self._covered.is_back(told, came_alone):
                continue
            if told.node.role is not Role.PROGRESSBAR and not self._heard.has(told.text):
                self.say(told.text, urgent=told.assertive)
