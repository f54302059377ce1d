"""Does what a control offers through the platform, sees that it happened, and undoes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from accessibility.checks.kinds import CHECKABLE, FIELDS, RANGES, is_actionable
from accessibility.checks.tried import Deed
from accessibility.probe.atspi import Bus
from accessibility.probe.errors import ProbeError
from accessibility.probe.seen import Event, Seen
from accessibility.probe.waiting import until

PATIENCE = 5.0
"""Seconds for an action to take effect: some lay the whole program out anew."""

MOST_OF_A_KIND = 6
"""So many controls of one role are tried for one action: the settings alone have thirty switches."""

CHOSEN = frozenset({"checked", "pressed"})

_CHOICE = ("object:state-changed:checked", "object:state-changed:pressed")
_OPENED = ("object:state-changed:expanded",)
_NUMBER = ("object:property-change:accessible-value",)
_WORDS = ("object:text-changed",)
_STEPPED = (*_NUMBER, *_WORDS, "object:property-change:accessible-name")


@dataclass(frozen=True, slots=True)
class Trial:
    """What to do with a node, what undoes it (None: nothing does), and what of it must become another."""

    action: str
    do: Callable[[], object]
    undo: Callable[[], object] | None
    shows: Callable[[Seen], object]
    told_by: tuple[str, ...]


class Trials:
    """Of one application; whatever is done here is harmless because it is undone at once."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def all(self, window: Seen) -> list[Deed]:
        """Choose, open, step and set whatever can be undone."""
        done: list[Deed] = []
        count: dict[tuple[str, str], int] = {}
        for node in window.walk():
            if not is_actionable(node):
                continue
            for trial in self._trials(node, window):
                key = node.role, trial.action
                count[key] = count.get(key, 0) + 1
                if count[key] <= MOST_OF_A_KIND:
                    done.append(self.perform(node, trial))
        return done

    def perform(self, node: Seen, trial: Trial) -> Deed:
        """Do it, wait for it to show, see whether it was told, and undo it."""
        mark = self._bus.mark()
        try:
            before = trial.shows(self._bus.look(node))
            trial.do()
            until(lambda: trial.shows(self._bus.look(node)) != before, f"{trial.action} to take effect", PATIENCE)
        except ProbeError:
            return Deed(node, trial.action, False)
        told = self._is_told(node, trial.told_by, mark)
        return Deed(node, trial.action, True, told, self._undone(node, trial, before))

    def _undone(self, node: Seen, trial: Trial, before: object) -> bool | None:
        if trial.undo is None:
            return None
        try:
            trial.undo()
            until(lambda: trial.shows(self._bus.look(node)) == before, f"{trial.action} to be undone", PATIENCE)
        except ProbeError:
            return False
        return True

    def _is_told(self, node: Seen, types: tuple[str, ...], mark: int) -> bool:
        def fits(event: Event) -> bool:
            return event.type.startswith(types) and bool(event.path) and node.ref.endswith(event.path)

        try:
            self._bus.wait_for(fits, "an event", mark, PATIENCE)
        except ProbeError:
            return False
        return True

    # -- what there is to try --------------------------------------------------------------------------

    def _trials(self, node: Seen, window: Seen) -> list[Trial]:
        found = [self._choosing(node, window), self._opening(node), self._setting(node), self._writing(node)]
        return [*(trial for trial in found if trial is not None), *self._stepping(node)]

    def _choosing(self, node: Seen, window: Seen) -> Trial | None:
        """A radio button is undone by the one that was chosen before; where none was, nothing undoes it."""
        if node.role not in CHECKABLE or "click" not in node.actions:
            return None
        back: Seen | None = node
        if node.role == "radio button":
            if CHOSEN & node.states:
                return None
            back = _chosen_beside(node, window)
        undo = partial(self._bus.act, back) if back is not None else None
        return Trial("click", lambda: self._bus.act(node), undo, lambda seen: bool(CHOSEN & seen.states), _CHOICE)

    def _opening(self, node: Seen) -> Trial | None:
        ways = ("expand", "collapse") if "expand" in node.actions else ("collapse", "expand")
        if ways[0] not in node.actions:
            return None
        return Trial(ways[0], lambda: self._bus.act(node, ways[0]), lambda: self._bus.act(node, ways[1]),
                     lambda seen: "expanded" in seen.states, _OPENED)  # fmt: skip

    def _stepping(self, node: Seen) -> list[Trial]:
        """One step up and back, or, at the upper end, down and back."""
        if not {"increment", "decrement"} <= set(node.actions):
            return []
        at_end = node.range is not None and node.value is not None and node.value >= node.range[1]
        one, other = ("decrement", "increment") if at_end else ("increment", "decrement")
        return [Trial(one, lambda: self._bus.act(node, one), lambda: self._bus.act(node, other), _worth, _STEPPED)]

    def _setting(self, node: Seen) -> Trial | None:
        """The nearer of the two ends is never where it stands already."""
        if node.role not in RANGES or node.range is None or node.value is None or node.range[0] >= node.range[1]:
            return None
        low, high = node.range
        was, wanted = node.value, low if node.value > (low + high) / 2 else high
        return Trial("set value", lambda: self._bus.set_value(node, wanted), lambda: self._bus.set_value(node, was),
                     lambda seen: seen.value, _NUMBER)  # fmt: skip

    def _writing(self, node: Seen) -> Trial | None:
        """A field takes one more figure. What stands in a masked one cannot be read, so not be put back for sure."""
        if node.role not in FIELDS - RANGES - {"password text"} or "editable" not in node.states:
            return None
        was = node.text or ""
        return Trial("set text", lambda: self._bus.set_text(node, was + "1"), lambda: self._bus.set_text(node, was),
                     lambda seen: seen.text, _WORDS)  # fmt: skip


def _worth(seen: Seen) -> object:
    """What a step changes: a number, or, of a drop-down, its words."""
    return seen.value, seen.text, seen.name, seen.description


def _chosen_beside(node: Seen, window: Seen) -> Seen | None:
    group = next((above for above in window.walk() if any(child.ref == node.ref for child in above.children)), None)
    members = group.children if group is not None else ()
    return next((other for other in members if other.role == node.role and CHOSEN & other.states), None)
