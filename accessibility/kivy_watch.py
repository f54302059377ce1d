"""Watching widgets: which of their properties, and of others' that are told with them, make a node stale."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from kivy.clock import Clock
from kivy.uix.behaviors import FocusBehavior

from accessibility.kivy_adapters import children_of, is_hidden, role_of, telling_of
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.kivy_classes import Adapter, adapter_for, is_kind
from accessibility.kivy_fields import TEXT_INPUT
from accessibility.kivy_parts import Part
from accessibility.kivy_text import follow_selection
from accessibility.roles import NAME_FROM_CONTENT

_COMMON = ("pos", "size", "children", "disabled", "opacity")
_SHOWN = ("opacity", "a11y_hidden")
_SAID_BY_OTHERS = ("text", "children", "a11y_name", *_SHOWN)
Source = tuple[Any, tuple[str, ...]]
Binding = tuple[Any, str, int]


class Watcher:
    """Binds each widget while it is in the tree.

    `mark(uid)`: its node is stale; `mark_below(uid)`: so are all inside; `on_focus(widget, focused)`: at once.
    """

    def __init__(
        self,
        mark: Callable[..., object],
        mark_below: Callable[..., object],
        on_focus: Callable[[Any, bool], object],
    ) -> None:
        self._mark, self._mark_below, self._on_focus = mark, mark_below, on_focus
        self._bindings: dict[int, list[Binding]] = {}
        self._sources: dict[int, tuple[list[Source], list[Binding]]] = {}
        self._accessible: dict[int, tuple[AccessibleBehavior, Callable[[], object]]] = {}
        self._selections: dict[int, Callable[[], None]] = {}
        self._names: dict[tuple[type, tuple[str, ...]], tuple[str, ...]] = {}

    def watch_window(self, uid: int, window: Any) -> None:
        """Follow what stands in the window, and its size."""
        mark, below = partial(self._mark, uid), partial(self._mark_below, uid)
        self._bindings[uid] = [*_bind(window, ("children",), mark), *_bind(window, ("size",), below)]

    def watch(self, uid: int, widget: Any) -> None:
        """Follow all of the widget that is told."""
        adapter = adapter_for(widget)
        mark = partial(self._mark, uid)
        bindings = _bind(widget, self._names_of(widget, adapter), mark)
        if adapter.moves_children:
            bindings += self._watch_inside(uid, widget, adapter)
        if isinstance(widget, AccessibleBehavior):
            widget.a11y_watch(mark)
            self._accessible[uid] = (widget, mark)
        if is_kind(widget, TEXT_INPUT):
            self._selections[uid] = follow_selection(widget, mark)
        if isinstance(widget, FocusBehavior):
            bindings += _bind(widget, ("focus",), self._on_focus)
            bindings += _bind(widget, ("is_focusable",), mark)
        self._bindings[uid] = bindings

    def watch_sources(self, uid: int, widget: Any) -> None:
        """Follow the other objects that are told with this widget: they may have changed since it was last made."""
        adapter = adapter_for(widget)
        sources: list[Source] = [(other, _SAID_BY_OTHERS) for other in (*telling_of(widget), *_untold_inside(widget))]
        if adapter.sources is not None:
            sources += adapter.sources(widget)
        known, bindings = self._sources.get(uid, (None, []))
        if sources == (known or []):
            return
        _release(bindings)
        mark = partial(self._mark, uid)
        bound = [binding for other, names in sources for binding in _bind(other, _existing(other, names), mark)]
        self._sources[uid] = (sources, bound)

    def release(self, uid: int) -> None:
        """Follow the widget no longer."""
        _release(self._bindings.pop(uid, []))
        _release(self._sources.pop(uid, ([], []))[1])
        if uid in self._selections:
            self._selections.pop(uid)()
        if uid in self._accessible:
            widget, mark = self._accessible.pop(uid)
            widget.a11y_unwatch(mark)

    def close(self) -> None:
        """Follow nothing."""
        for uid in list(self._bindings):
            self.release(uid)

    def _names_of(self, widget: Any, adapter: Adapter) -> tuple[str, ...]:
        own = adapter.watch if not adapter.moves_children else ()
        key = (type(widget), own)
        if key not in self._names:
            self._names[key] = _existing(widget, dict.fromkeys((*_COMMON, *own)))
        return self._names[key]

    def _watch_inside(self, uid: int, widget: Any, adapter: Adapter) -> list[Binding]:
        """Where it is or how far it is scrolled moves all inside."""
        below = partial(self._mark_below, uid)
        # A ScrollView moves its children in a timer of its own, which this one is behind.
        soon = Clock.create_trigger(lambda dt: below(), 0)

        def moved(*_: Any) -> None:
            below()
            soon()

        bound = _bind(widget, _existing(widget, ("pos", "size")), moved)
        return bound + _bind(widget, _existing(widget, adapter.watch), lambda *_: soon())


def _untold_inside(widget: Any) -> Iterator[Any]:
    """What is hidden in a widget that is named by what is in it: a part of the name as soon as it is shown."""
    if role_of(widget) in NAME_FROM_CONTENT and getattr(widget, "a11y_labelled_by", None) is None:
        yield from _hidden(widget)


def _hidden(widget: Any) -> Iterator[Any]:
    for child in children_of(widget):
        if is_hidden(child):
            yield child
        elif not isinstance(child, Part):
            yield from _hidden(child)


def _existing(widget: Any, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if widget.property(name, quiet=True) is not None)


def _bind(widget: Any, names: Iterable[str], callback: Callable[..., object]) -> list[Binding]:
    bind = widget.fbind
    return [(widget, name, bind(name, callback)) for name in names]


def _release(bindings: list[Binding]) -> None:
    for widget, name, handle in bindings:
        widget.unbind_uid(name, handle)
