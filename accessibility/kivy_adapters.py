"""From a Kivy widget to its Node: what the class says, then what the widget's own a11y properties say."""

from collections.abc import Iterable, Iterator
from typing import Any

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.kivy_classes import Actions, adapter_for, is_kind, is_secret, plain_text
from accessibility.kivy_drawn import Drawn
from accessibility.kivy_fields import TEXT_INPUT
from accessibility.kivy_focus import can_focus, holds, is_modal
from accessibility.kivy_lists import UnseenItem
from accessibility.kivy_parts import Part
from accessibility.kivy_text import text_content
from accessibility.node import NOWHERE, Bounds, Node
from accessibility.roles import (
    CHILDREN_PRESENTATIONAL,
    HOLDS_LINKS,
    LIVE,
    NAME_FROM_CONTENT,
    TAKES,
    Action,
    Current,
    Live,
    Orientation,
    Popup,
    Role,
    Sort,
    State,
)

LABEL = "kivy.uix.label.Label"
DROP_DOWN = "kivy.uix.dropdown.DropDown"
_CHOSEN = frozenset({Role.TAB, Role.OPTION})
_SHOWN = frozenset({Role.STATICTEXT, Role.IMG})


def node_of(widget: Any) -> Node:
    """The node of any widget; its children and its position in a set are the tree's business."""
    return widget.a11y_node() if isinstance(widget, AccessibleBehavior) else describe(widget)


def says_itself(widget: Any) -> bool:
    """Whether the widget makes its node in a way of its own, so that any part of it may follow from any other."""
    return isinstance(widget, AccessibleBehavior) and type(widget).a11y_node is not AccessibleBehavior.a11y_node


def describe(widget: Any) -> Node:
    """What is told of the widget by its class and its properties."""
    fields = adapter_for(widget).facts(widget)
    states = set(fields.pop("states", ())) | _common_states(widget)
    role = role_of(widget)
    bounds = bounds_of(widget)
    own = fields.pop("name", "")
    if role in _CHOSEN and "selected" not in fields:
        # A toggle button made a tab or an option: being down is being the chosen one.
        fields["selected"] = bool(fields.pop("checked", None) or fields.pop("pressed", None))
    if is_kind(widget, TEXT_INPUT):
        fields["text"] = text_content(widget, bounds, protected=is_secret(widget))
    elif is_kind(widget, LABEL):
        fields["drawn"] = Drawn(widget)
    if isinstance(widget, AccessibleBehavior):
        fields |= _said(widget, states)
    if is_modal(widget) and State.FOCUSABLE in states and not fields.get("description"):
        fields |= _told_by_dialog(widget, fields.get("labelled_by", ()))
    # A field that nothing names is called by its placeholder, as HTML does (HTML-AAM 1.0, 4.1.1); told once.
    name = _name(widget, role, own) or fields.pop("placeholder", "")
    fields |= {"name": name, "bounds": bounds, "actions": tuple(actions_of(widget))}
    return Node(id=widget.uid, role=role, states=frozenset(states), **fields)


def _said(widget: AccessibleBehavior, states: set[State]) -> dict[str, Any]:
    """What the widget's own properties say; adds to `states`."""
    error, said = _related(widget)
    flags = {
        State.REQUIRED: widget.a11y_required,
        State.INVALID: bool(error),
        State.BUSY: widget.a11y_busy,
        State.READONLY: widget.a11y_readonly,
        State.MODAL: widget.a11y_modal,
        State.MULTISELECTABLE: widget.a11y_multiselectable,
        State.PROTECTED: widget.a11y_protected,
    }
    states |= {state for state, on in flags.items() if on}
    said |= {"error": error, "live": Live(widget.a11y_live or LIVE.get(role_of(widget), Live.OFF))}
    if widget.a11y_level:
        said["level"] = int(widget.a11y_level)
    for name in ("checked", "pressed", "selected", "expanded"):
        answer = getattr(widget, f"a11y_{name}")
        if answer is not None:
            said[name] = answer
    for name in ("value", "placeholder", "shortcut"):
        if text := getattr(widget, f"a11y_{name}"):
            said[name] = text
    for name, kind in (("popup", Popup), ("orientation", Orientation), ("current", Current), ("sort", Sort)):
        if word := getattr(widget, f"a11y_{name}"):
            said[name] = kind(word)
    return said


def _told_by_dialog(dialog: Any, title: tuple[int, ...]) -> dict[str, Any]:
    """The words of a dialog that has the focus itself: nothing in it will be gone to and heard."""
    said = [inner for inner in content(dialog) if inner.uid not in title and role_of(inner) is Role.STATICTEXT]
    return {"description": " ".join(map(text_of, said)), "described_by": tuple(inner.uid for inner in said)}


def _related(widget: AccessibleBehavior) -> tuple[str, dict[str, Any]]:
    """The error text, and what other widgets say of this one."""
    describing = _listed(widget.a11y_described_by)
    said: dict[str, Any] = {
        "description": " ".join(filter(None, (widget.a11y_description, *(text_of(other) for other in describing))))
    }
    if describing:
        said["described_by"] = tuple(other.uid for other in describing)
    if widget.a11y_labelled_by is not None:
        said["labelled_by"] = (widget.a11y_labelled_by.uid,)
    if widget.a11y_controls is not None:
        said["controls"] = tuple(other.uid for other in _listed(widget.a11y_controls))
    error = str(widget.a11y_invalid)
    shown = widget.a11y_error_by
    if shown is not None:
        error = error or text_of(shown)
        if error:
            said["error_by"] = (shown.uid,)
    return error, said


def _listed(widgets: Any) -> list[Any]:
    if widgets is None:
        return []
    return list(widgets) if isinstance(widgets, Iterable) else [widgets]


def telling_of(widget: Any) -> list[Any]:
    """Other widgets whose text is told with this one: labels, hints, errors, and what its name is made of."""
    said: list[Any] = []
    if isinstance(widget, AccessibleBehavior):
        said += [other for other in (widget.a11y_labelled_by, widget.a11y_error_by) if other is not None]
        said += _listed(widget.a11y_described_by)
        if widget.a11y_labelled_by is not None:
            return said
    if role_of(widget) in NAME_FROM_CONTENT or (is_modal(widget) and not holds(widget, can_focus)):
        said += content(widget)
    return said


def _common_states(widget: Any) -> set[State]:
    states = {State.DISABLED} if widget.disabled else set()
    if can_focus(widget):
        states.add(State.FOCUSABLE)
    return states


def role_of(widget: Any) -> Role:
    """The role the widget says, else its class's."""
    said = getattr(widget, "a11y_role", "")
    return Role(said) if said else adapter_for(widget).role(widget)


def _name(widget: Any, role: Role, own: str) -> str:
    said = getattr(widget, "a11y_name", "")
    label = getattr(widget, "a11y_labelled_by", None)
    if said or label is not None:
        return str(said) or text_of(label)
    if own or role not in NAME_FROM_CONTENT:
        return own
    return plain_text(widget) or " ".join(filter(None, (text_of(inner) for inner in content(widget))))


def text_of(widget: Any) -> str:
    """What a widget adds to the name of the button or heading it stands in."""
    return str(getattr(widget, "a11y_name", "")) or plain_text(widget)


def content(widget: Any) -> Iterator[Any]:
    """All widgets inside, in reading order, but for the hidden and what is a part of a text already."""
    for child in children_of(widget):
        if not isinstance(child, Part) and not is_hidden(child):
            yield child
            yield from content(child)


def children_of(widget: Any) -> list[Any]:
    """The child widgets in reading order."""
    return widget.a11y_children() if isinstance(widget, AccessibleBehavior) else adapter_for(widget).children(widget)


def told_children(widget: Any) -> list[Any]:
    """Those that are nodes of their own: of what is told as one thing only the links in its text.

    A label or picture that was made to hold other widgets is not one thing, unless the program says so by its role.
    """
    role = role_of(widget)
    if role in _SHOWN and not getattr(widget, "a11y_role", ""):
        return children_of(widget)
    if role in HOLDS_LINKS:
        return [child for child in children_of(widget) if isinstance(child, Part)]
    return [] if role in CHILDREN_PRESENTATIONAL else children_of(widget)


def is_hidden(widget: Any) -> bool:
    """Whether neither the widget nor anything inside it is told."""
    if getattr(widget, "a11y_hidden", False) or widget.opacity == 0:
        return True
    role = role_of(widget)
    if role is Role.STATICTEXT:
        return not (text_of(widget) or getattr(widget, "a11y_live", "") not in ("", Live.OFF))
    return role is Role.IMG and not getattr(widget, "a11y_name", "")  # an unnamed picture is decoration


def is_popup(widget: Any) -> bool:
    """Whether the widget is a list or menu that has opened: it takes the focus and is left by closing it."""
    return is_kind(widget, DROP_DOWN)


def bounds_of(widget: Any) -> Bounds:
    """Where the widget is, in window pixels with y down; NOWHERE when it is in no window."""
    window = widget.get_root_window()
    if window is None:
        return NOWHERE
    left, bottom = widget.to_window(*widget.pos)
    right, top = widget.to_window(widget.right, widget.top)
    height = window.height
    return Bounds(float(left), float(height - top), float(right), float(height - bottom))


def actions_of(widget: Any) -> Actions:
    """Everything the widget can be asked to do now but for focus and scrolling to it, which are the manager's."""
    if widget.disabled:
        return {}
    return {**adapter_for(widget).actions(widget), **getattr(widget, "a11y_actions", {})}


def perform(widget: Any, action: str, *values: Any) -> bool:
    """Do it; False when the widget cannot, or when what it takes is not given. `values`: see `Action`."""
    if isinstance(widget, UnseenItem) and widget.parent is None:
        return False
    act = actions_of(widget).get(Action(action))
    wanted = TAKES.get(Action(action), 0)
    if act is None or len(values) < wanted:
        return False
    act(*values[:wanted])
    return True
