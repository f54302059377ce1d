"""The provider for Linux: publishes each moment of the tree for the thread that answers, and sends what changed."""

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from accessibility.live import News
from accessibility.providers.atspi import names
from accessibility.providers.atspi.application import Application
from accessibility.providers.atspi.attributes import TOOLKIT
from accessibility.providers.atspi.connection import BUS, Connection
from accessibility.providers.atspi.dispatch import respond
from accessibility.providers.atspi.events import (
    Event,
    events_between,
    live_news,
    message_event,
    news_event,
    window_event,
    window_events,
)
from accessibility.providers.atspi.late import LateAnswer
from accessibility.providers.atspi.link import Link, session_address
from accessibility.providers.atspi.listeners import Listeners
from accessibility.providers.atspi.message import Kind, Message, call, signal
from accessibility.providers.atspi.names import NOBODY, Reference, path_of
from accessibility.providers.atspi.notices import Notices
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.providers.atspi.subject import Subject
from accessibility.providers.atspi_keys import KeyTeller
from accessibility.providers.base import Host
from accessibility.roles import Action
from accessibility.tree import Changes

_EVENT = "siiva{sv}"
_EDITS = frozenset(
    {Action.SET_VALUE, Action.SET_SELECTION, Action.INSERT_TEXT, Action.DELETE_TEXT, Action.CUT_TEXT, Action.PASTE_TEXT}
)
"""What is read back: the answer comes when it is done."""
_REGISTRY_SIGNALS = "EventListener"


class AtspiProvider:
    """Told on the main thread, asked on the link's. `_tree` is replaced whole, so neither needs the other."""

    def __init__(
        self, name: str = "", toolkit: str = TOOLKIT, version: str = "", session: Callable[[], str] = session_address
    ) -> None:
        """What is said of the program; its name is otherwise the one it was started by. session: where its bus is."""
        self._session = session
        self._name = name or Path(sys.argv[0]).stem or toolkit
        self._toolkit, self._version = toolkit, version
        self._host: Host | None = None
        self._link: Link | None = None
        self._keys: KeyTeller | None = None
        self._bus: Connection | None = None
        self._is_embedded = False
        self._desktop = NOBODY
        self._id = 0
        self._active = False
        self._origin = (0.0, 0.0)
        self._tree = self._asked = Snapshot()
        self._is_edited = False
        self._notices = Notices()
        self._listeners = Listeners()
        self._telling = threading.Lock()  # of events: they leave in the order of the snapshots

    # -- Provider: the main thread ---------------------------------------------------------------------

    def start(self, host: Host, window: Any) -> None:
        self._host = host
        self._link = Link(self, self._session)
        self._link.start()

    def update(self, changes: Changes) -> None:
        with self._telling:
            self._take(changes)

    def announce(self, text: str, *, assertive: bool) -> None:
        """A message that belongs to no object."""
        with self._telling:
            frame = self._frame()
            if self._is_embedded and frame is not None:
                self._say([message_event(frame, text, assertive=assertive)], text)

    def window_focus(self, focused: bool) -> None:
        self._active = focused
        with self._telling:
            before = self._tree
            self._tree = replace(before, active=focused)
            if self._is_embedded:
                self._tell(window_events(before, self._tree, self))

    def window_moved(self, left: float, top: float, width: float, height: float) -> None:
        self._origin = (left, top)

    def key(self, pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> bool:
        return self._keys is not None and self._keys.offer(pressed, key, scancode, text, modifiers)

    def close(self) -> None:
        with self._telling:
            frame = self._frame()
            if self._is_embedded and frame is not None:
                self._tell([window_event(frame, "Destroy")])
            self._is_embedded = False
        if self._link is not None:
            self._link.close()
        if self._keys is not None:
            self._keys.close()
        self._host = None

    # -- Surroundings: the link's thread ---------------------------------------------------------------

    @property
    def bus_name(self) -> str:
        return self._bus.name if self._bus is not None else ""

    @property
    def origin(self) -> tuple[float, float]:
        return self._origin

    def perform(self, target: int, action: str, *values: Any) -> None:
        """Of the object that was asked, or of none: its widget may be given to another one before it is done."""
        number = self._asked.numbers.get(target)
        if self._host is not None:
            self._host.perform(target, action, *values, still=lambda: self._tree.numbers.get(target) == number)
            self._is_edited = self._is_edited or action in _EDITS

    # -- Client of the link: its thread ----------------------------------------------------------------

    def joined(self, bus: Connection) -> None:
        """Ask who listens for what; then the application is asked for its tree, and only then do readers see it."""
        self._bus = bus
        bus.match(f"type='signal',sender='{names.REGISTRY}',interface='{names.REGISTRY}'")
        bus.match(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{names.REGISTRY}'")
        bus.match(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg2=''")
        self._ask_listeners()
        keys = self._keys or KeyTeller()
        keys.start(bus.address)  # each time: its line to a bus that has died is dead too
        self._keys = keys
        if self._host is not None:
            self._host.listening(True)

    def left(self) -> None:
        with self._telling:
            self._bus, self._is_embedded = None, False
            self._tree = Snapshot(active=self._active, last_number=self._tree.last_number)
            self._listeners.replace(())
        if self._host is not None:
            self._host.listening(False)

    def heard(self, message: Message) -> None:
        if message.kind is Kind.CALL:
            self._respond(message)
        elif message.member == "NameOwnerChanged":
            self._owner_changed(str(message.body[0]), str(message.body[2]))
        elif message.interface == names.REGISTRY and message.member.startswith(_REGISTRY_SIGNALS):
            change = self._listeners.add if message.member.endswith("Registered") else self._listeners.remove
            change(str(message.body[0]), str(message.body[1]))

    def _owner_changed(self, name: str, owner: str) -> None:
        if not owner:
            self._listeners.forget(name)
        elif name == names.REGISTRY:  # it has come anew and knows nobody
            self._ask_listeners()
            with self._telling:
                self._embed()

    def _respond(self, asked: Message) -> None:
        bus = self._bus
        setting = (asked.member, asked.interface, asked.signature) == ("Set", names.PROPERTIES, "ssv")
        if setting and asked.path == names.ROOT_PATH:
            if asked.body[1] == "Id":
                self._id = int(asked.body[2][1])
            reply = Message(Kind.RETURN, destination=asked.sender, reply_to=asked.serial)
        else:
            with self._telling:  # what is answered has been told: events go before the answers that show them
                application = self._application()
            self._is_edited, self._asked = False, application.tree
            reply = respond(asked, application, self)
        if bus is None or not asked.wants_reply:
            return
        if self._is_edited and self._host is not None:
            self._is_edited = False
            self._host.afterwards(LateAnswer(lambda: bus.send(reply)).go)
        else:
            bus.send(reply)

    # -- the registry ----------------------------------------------------------------------------------

    def _ask_listeners(self) -> None:
        if self._bus is not None:
            asking = call(names.REGISTRY, names.REGISTRY_PATH, names.REGISTRY, "GetRegisteredEvents")
            self._bus.send(asking, self._listeners_told)

    def _listeners_told(self, reply: Message) -> None:
        if reply.kind is Kind.RETURN:
            self._listeners.replace(reply.body[0])

    def _embed(self) -> None:
        """Become a child of the desktop; readers come to know us by this."""
        self._is_embedded = False
        if self._bus is not None and self._tree.told(self._tree.root):
            plug = Reference(self._bus.name, names.ROOT_PATH)
            asking = call(names.REGISTRY, names.ROOT_PATH, names.SOCKET, "Embed", "(so)", plug)
            self._bus.send(asking, self._embedded)

    def _embedded(self, reply: Message) -> None:
        """Say that there is a window, and who has the focus in it."""
        with self._telling:
            if reply.kind is not Kind.RETURN or self._bus is None:
                return
            self._desktop = Reference(*reply.body[0])
            self._is_embedded = True
            frame = self._frame()
            if frame is not None:
                self._tell([window_event(frame, "Create")])
            nobody = replace(self._tree, active=False)
            self._tell(window_events(nobody, self._tree, self))

    # -- telling; `_telling` is held ---------------------------------------------------------------------

    def _take(self, changes: Changes) -> None:
        """The next moment of the tree, and what lies between."""
        before = self._tree
        self._tree = replace(apply(before, self._notices.keep_in(changes)), active=self._active)
        if changes.complete:
            self._embed()
        elif self._is_embedded:
            self._tell(events_between(before, self._tree, changes, self, self._listeners.wants))
            self._tell_news(live_news(before, self._tree, changes))

    def _tell_news(self, told: list[News]) -> None:
        """What happened in live regions; it is shown all at once, for one notification takes the other's place."""
        if told:
            self._say([news_event(self._tree, each, self) for each in told], " ".join(each.text for each in told))

    def _say(self, announcements: Iterable[Event], text: str) -> None:
        """To whom hears announcements, as such; to other readers (Orca 43) as a notification that appears."""
        self._tell(announcements)
        readers = self._listeners.deaf_readers()
        if readers and self._tree.told(self._tree.root):
            self._take(self._notices.show(self._tree, text, readers))

    def _tell(self, events: Iterable[Event]) -> None:
        """Send what somebody listens for. Writing to the bus never waits."""
        if self._bus is not None and (signals := list(self._signals(events))):
            self._bus.tell(signals)

    def _signals(self, events: Iterable[Event]) -> Iterator[Message]:
        for event in events:
            if self._listeners.wants(event.interface, event.member, event.detail):
                told = signal(event.source.path, event.interface, event.member, _EVENT,
                              event.detail, event.detail1, event.detail2, event.data, {})  # fmt: skip
                for reader in self._readers_of(event):
                    yield replace(told, destination=reader) if reader else told

    def _readers_of(self, event: Event) -> Iterable[str]:
        """Bus names; '' is everybody. That a notice appears is news to those alone who have not been told otherwise."""
        number = self._tree.numbers.get(self._notices.id or 0)
        if number is None or event.detail != "showing" or event.source.path != path_of(number):
            return ("",)
        return self._notices.readers

    def _frame(self) -> Subject | None:
        tree = self._tree
        return Subject(tree, tree.nodes[tree.root], self) if tree.told(tree.root) else None

    def _application(self) -> Application:
        return Application(self._tree, self.bus_name, self._name, self._toolkit, self._version, self._desktop, self._id)
