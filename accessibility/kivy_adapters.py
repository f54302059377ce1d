"""From a Kivy widget to its Node: what the class says, then what the widget's own a11y properties say."""

from collections.abc import Iterator
from typing import Any

from kivy.uix.behaviors import FocusBehavior

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.kivy_classes import Actions, adapter_for, is_kind, is_secret, plain_text
from accessibility.kivy_text import text_content
from accessibility.node import NOWHERE, Bounds, Node
from accessibility.roles import NAME_FROM_CONTENT, Action, Live, Role, State


def node_of(widget: Any) -> Node:
    """The node of any widget; its children and its position in a set are the tree's business."""
    return widget.a11y_node() if isinstance(widget, AccessibleBehavior) else describe(widget)


def describe(widget: Any) -> Node:
    """What is told of the widget by its class and its properties."""
    facts = adapter_for(widget).facts(widget)
    states = set(facts.get("states", ())) | _common_states(widget)
    role = role_of(widget)
    bounds = bounds_of(widget)
    node = {
        "id": widget.uid,
        "role": role,
        "name": _name(widget, role, facts.get("name", "")),
        "value": facts.get("value", ""),
        "placeholder": facts.get("placeholder", ""),
        "checked": facts.get("checked"),
        "pressed": facts.get("pressed"),
        "range": facts.get("range"),
        "bounds": bounds,
        "actions": tuple(actions_of(widget)) if role is not Role.GENERIC else (),
    }
    if is_kind(widget, "kivy.uix.textinput.TextInput"):
        node["text"] = text_content(widget, bounds, protected=is_secret(widget))
    if isinstance(widget, AccessibleBehavior):
        node |= _said(widget, states)
    return Node(**node, states=frozenset(states))


def _said(widget: AccessibleBehavior, states: set[State]) -> dict[str, Any]:
    """What the widget's own properties say; adds to `states`."""
    flags = {
        State.REQUIRED: widget.a11y_required,
        State.INVALID: bool(widget.a11y_invalid),
        State.BUSY: widget.a11y_busy,
        State.READONLY: widget.a11y_readonly,
        State.MODAL: widget.a11y_modal,
        State.PROTECTED: widget.a11y_protected,
    }
    states |= {state for state, on in flags.items() if on}
    said: dict[str, Any] = {
        "description": widget.a11y_description,
        "level": int(widget.a11y_level),
        "live": Live(widget.a11y_live),
        "error": widget.a11y_invalid,
        "selected": widget.a11y_selected,
        "expanded": widget.a11y_expanded,
    }
    if widget.a11y_checked is not None:
        said["checked"] = bool(widget.a11y_checked)
    if widget.a11y_value:
        said["value"] = widget.a11y_value
    if widget.a11y_placeholder:
        said["placeholder"] = widget.a11y_placeholder
    if widget.a11y_labelled_by is not None:
        said["labelled_by"] = (widget.a11y_labelled_by.uid,)
    return said


def _common_states(widget: Any) -> set[State]:
    states = {State.DISABLED} if widget.disabled else set()
    if isinstance(widget, FocusBehavior) and widget.is_focusable and not widget.disabled:
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
        return str(said) or plain_text(label) or str(getattr(label, "a11y_name", ""))
    if own or role not in NAME_FROM_CONTENT:
        return own
    return " ".join(filter(None, (text_of(inner) for inner in content(widget))))


def text_of(widget: Any) -> str:
    """What a widget adds to the name of the button or heading it stands in."""
    return str(getattr(widget, "a11y_name", "")) or plain_text(widget)


def content(widget: Any) -> Iterator[Any]:
    """All widgets inside, in reading order, but for the hidden."""
    for child in children_of(widget):
        if not is_hidden(child):
            yield child
            yield from content(child)


def children_of(widget: Any) -> list[Any]:
    """The child widgets in reading order."""
    return widget.a11y_children() if isinstance(widget, AccessibleBehavior) else default_children(widget)


def default_children(widget: Any) -> list[Any]:
    """Kivy's children in the order they were added; of a ScreenManager only the current screen."""
    if is_kind(widget, "kivy.uix.screenmanager.ScreenManager"):
        return [widget.current_screen] if widget.current_screen else []
    return list(reversed(widget.children))


def is_hidden(widget: Any) -> bool:
    """Whether neither the widget nor anything inside it is told."""
    if getattr(widget, "a11y_hidden", False) or widget.opacity == 0:
        return True
    role = role_of(widget)
    if role is Role.STATICTEXT:
        return not (text_of(widget) or getattr(widget, "a11y_live", "off") != "off")
    return role is Role.IMG and not getattr(widget, "a11y_name", "")  # an unnamed picture is decoration


def is_modal(widget: Any) -> bool:
    """Whether everything beside the widget is out of reach while it is there."""
    return is_kind(widget, "kivy.uix.modalview.ModalView") or bool(getattr(widget, "a11y_modal", False))


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
    """Everything the widget can be asked to do now but for focus and scrolling, which are the manager's."""
    if widget.disabled:
        return {}
    return {**adapter_for(widget).actions(widget), **getattr(widget, "a11y_actions", {})}


def perform(widget: Any, action: str, *values: Any) -> bool:
    """Do it; False when the widget cannot."""
    act = actions_of(widget).get(Action(action))
    if act is None:
        return False
    act(*values)
    return True
