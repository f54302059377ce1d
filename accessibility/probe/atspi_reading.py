"""Reads whole trees of accessibility objects in a few rounds of calls, however many objects there are.

The first round is one answer with all objects (Cache.GetItems) where the program gives it, else a round a level.
"""

from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from accessibility.probe.atspi_calls import PREFIX, Ask, Calls, Ref, all_props, prop  # noqa: E402

REGISTRY = Ref("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_ROOT, _CACHE = "/org/a11y/atspi/accessible/root", "/org/a11y/atspi/cache"
_WINDOW = GLib.Variant("(u)", (1,))  # coordinates from the window's corner
Tree = dict[str, Any]


class Reader:
    """Describes objects as dictionaries, with the fields of `atspi.Seen`."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def applications(self) -> list[Ref]:
        children = self._calls.one(Ask(REGISTRY, "Accessible", "GetChildren"))
        return [Ref(*child) for child in children]

    def names(self, refs: list[Ref]) -> list[str]:
        answers = self._calls.all(prop(ref, "Accessible", "Name") for ref in refs)
        return [answer if isinstance(answer, str) else "" for answer in answers]

    def children(self, refs: list[Ref]) -> list[list[Ref]]:
        answers = self._calls.all(Ask(ref, "Accessible", "GetChildren") for ref in refs)
        return [[Ref(*child) for child in answer] if isinstance(answer, list) else [] for answer in answers]

    def pid(self, ref: Ref) -> int:
        asking = Ask(Ref("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                     "GetConnectionUnixProcessID", GLib.Variant("(s)", (ref.bus_name,)))  # fmt: skip
        return int(self._calls.one(asking))

    def tree(self, top: Ref, *, details: bool = True) -> Tree:
        """The object and everything below it; LookupError when it is not there or defunct.

        Without `details` roles, names, descriptions and states alone, which come with the first round.
        """
        found = self._cached(top) if top.path == _ROOT else None
        found = found or self._level_by_level(top)
        if found[top]["states"] == ["defunct"]:
            raise LookupError(f"{top} has gone")
        if details:
            self._add_details(found)
        for node in found.values():
            node["children"] = [found[child] for child in node.pop("below") if child in found]
        return found[top]

    # -- roles, names, states ------------------------------------------------------------------------

    def _cached(self, top: Ref) -> dict[Ref, Tree] | None:
        """From the program's cache; None when it has none or does not begin at the top."""
        try:
            items = self._calls.one(Ask(Ref(top.bus_name, _CACHE), "Cache", "GetItems"))
        except LookupError:
            return None
        if not items or len(items[0]) != 10 or top not in [Ref(*item[0]) for item in items]:
            return None
        found, order = {}, []
        for own, _, parent, index, count, interfaces, name, role, description, states in items:
            node = _node(Ref(*own), role, name, description, _bits(states), interfaces)
            found[Ref(*own)] = node
            order.append((Ref(*parent), index, Ref(*own), count))
        for parent, _, own, _ in sorted(order, key=lambda item: item[1]):
            if parent in found and parent != own:
                found[parent]["below"].append(own)
        is_whole = all(len(found[own]["below"]) == count for _, _, own, count in order)
        return found if is_whole else None

    def _level_by_level(self, top: Ref) -> dict[Ref, Tree]:
        found: dict[Ref, Tree] = {}
        level = [top]
        while level:
            level = [ref for ref in dict.fromkeys(level) if ref not in found and not ref.path.endswith("/null")]
            below = []
            for ref, answers in zip(level, self._rounds(level), strict=True):
                if any(isinstance(answer, GLib.Error) for answer in answers):
                    if ref == top:
                        raise LookupError(f"{ref} is not there")
                    continue  # it went while the others were read
                role, name, description, states, interfaces, children = answers
                found[ref] = _node(ref, role, name, description, _bits(states), interfaces)
                found[ref]["below"] = [Ref(*child) for child in children]
                below += found[ref]["below"]
            level = below
        return found

    def _rounds(self, refs: list[Ref]) -> list[list[Any]]:
        asks = [
            ask
            for ref in refs
            for ask in (
                Ask(ref, "Accessible", "GetRole"),
                prop(ref, "Accessible", "Name"),
                prop(ref, "Accessible", "Description"),
                Ask(ref, "Accessible", "GetState"),
                Ask(ref, "Accessible", "GetInterfaces"),
                Ask(ref, "Accessible", "GetChildren"),
            )
        ]
        answers = self._calls.all(asks)
        return [answers[start : start + 6] for start in range(0, len(answers), 6)]

    # -- what only some objects have -----------------------------------------------------------------

    def _add_details(self, found: dict[Ref, Tree]) -> None:
        """Two rounds: what there is, and then each piece of it."""
        first: list[tuple[Tree, str, Ask]] = []
        for ref, node in found.items():
            first.append((node, "attributes", Ask(ref, "Accessible", "GetAttributes")))
            first.append((node, "related", Ask(ref, "Accessible", "GetRelationSet")))
            if "Component" in node["interfaces"]:
                first.append((node, "bounds", Ask(ref, "Component", "GetExtents", _WINDOW)))
            if "Action" in node["interfaces"]:
                first.append((node, "action_count", prop(ref, "Action", "NActions")))
            if "Text" in node["interfaces"]:
                first.append((node, "length", prop(ref, "Text", "CharacterCount")))
                first.append((node, "caret", prop(ref, "Text", "CaretOffset")))
                first.append((node, "selection_count", Ask(ref, "Text", "GetNSelections")))
            if "Value" in node["interfaces"]:
                first.append((node, "numbers", all_props(ref, "Value")))
        self._fill(first)
        self._fill(_second(found))
        for node in found.values():
            _finish(node)

    def _fill(self, wanted: list[tuple[Tree, str, Ask]]) -> None:
        for (node, key, _), answer in zip(wanted, self._calls.all(ask for _, _, ask in wanted), strict=True):
            if isinstance(answer, GLib.Error):
                continue
            if key in ("actions", "selections"):
                node[key].append(answer)
            else:
                node[key] = answer


def _node(ref: Ref, role: int, name: str, description: str, states: int, interfaces: list[str]) -> Tree:
    return {
        "ref": str(ref),
        "role": role_name(role),
        "name": name,
        "description": description,
        "states": state_names(states),
        "interfaces": [interface.removeprefix(PREFIX) for interface in interfaces],
        "attributes": {},
        "bounds": None,
        "actions": [],
        "selections": [],
        "below": [],
    }


def _second(found: dict[Ref, Tree]) -> list[tuple[Tree, str, Ask]]:
    wanted: list[tuple[Tree, str, Ask]] = []
    for ref, node in found.items():
        for index in range(node.pop("action_count", 0)):
            wanted.append((node, "actions", Ask(ref, "Action", "GetName", _number(index))))
        if "length" in node:
            span = GLib.Variant("(ii)", (0, node.pop("length")))
            wanted.append((node, "text", Ask(ref, "Text", "GetText", span)))
        for index in range(node.pop("selection_count", 0)):
            wanted.append((node, "selections", Ask(ref, "Text", "GetSelection", _number(index))))
    return wanted


def _finish(node: Tree) -> None:
    numbers = node.pop("numbers", None)
    if numbers is not None:
        node["value"] = numbers.get("CurrentValue", 0.0)
        node["range"] = [numbers.get("MinimumValue", 0.0), numbers.get("MaximumValue", 0.0)]
    node["relations"] = {
        relation_name(kind): [str(Ref(*target)) for target in targets] for kind, targets in node.pop("related", [])
    }


def _number(number: int) -> Any:
    return GLib.Variant("(i)", (number,))


def _bits(words: list[int]) -> int:
    return words[0] | (words[1] << 32 if len(words) > 1 else 0)


def role_name(role: int) -> str:
    """AT-SPI's name; the number for one that libatspi does not know."""
    try:
        return str(Atspi.role_get_name(Atspi.Role(role)))
    except ValueError:
        return f"role {role}"


def state_names(bits: int) -> list[str]:
    """The names of all states that are on."""
    return sorted(state.value_nick for number, state in Atspi.StateType.__enum_values__.items() if bits >> number & 1)


def relation_name(kind: int) -> str:
    return str(Atspi.RelationType(kind).value_nick)
