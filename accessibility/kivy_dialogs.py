"""Adapters of dialogs: what a Popup asks for is named by its title, as Kivy's own settings ask without another word."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from accessibility.kivy_kinds import Actions, Adapter, Facts, default_children, is_a, is_kind
from accessibility.roles import Action, Role, State

Parts = Iterable[tuple[Any, Adapter]]
_TOGGLE = "kivy.uix.behaviors.togglebutton.ToggleButtonBehavior"
_COLOUR = "kivy.uix.colorpicker.ColorPicker"


def _dialog(widget: Any) -> Facts:
    return {"name": getattr(widget, "title", ""), "states": {State.MODAL}}


def _dismiss(widget: Any) -> Actions:
    return {Action.DISMISS: widget.dismiss} if widget.auto_dismiss else {}


def _popup(widget: Any) -> Facts:
    """Named by its title, which a label inside draws."""
    title = _title_label(widget)
    return _dialog(widget) | ({"labelled_by": (title.uid,)} if title is not None else {})


def _title_label(popup: Any) -> Any | None:
    frame = popup._container.parent if popup._container is not None else None
    return frame.children[-1] if frame is not None and frame.children else None


# -- what a dialog asks for ----------------------------------------------------------------------------


def _asked(popup: Any) -> Parts:
    """The one field, list or colour in it, or its choices, unless they have a name of their own."""
    from accessibility.kivy_classes import own_adapter  # noqa: PLC0415 - the registry knows this file

    if popup.content is None or not popup.title:
        return
    found = list(_fields(popup.content, lambda widget: own_adapter(widget).role(widget)))
    if len(found) == 1 and not getattr(found[0], "hint_text", ""):
        own = own_adapter(found[0])
        yield found[0], replace(own, facts=_titled(own.facts, popup))
    elif not found and _is_choice(popup.content):
        yield popup.content, Adapter(is_a(Role.RADIOGROUP), _titled(lambda group: {}, popup))


def _fields(widget: Any, role: Callable[[Any], Role]) -> Iterator[Any]:
    """What is filled in or chosen from, not what that is made of itself."""
    if role(widget) in (Role.TEXTBOX, Role.TREE, Role.LISTBOX) or is_kind(widget, _COLOUR):
        yield widget
        return
    for child in default_children(widget):
        yield from _fields(child, role)


def _is_choice(content: Any) -> bool:
    """Whether one of several toggle buttons is to be chosen."""
    groups = [child.group for child in content.children if is_kind(child, _TOGGLE)]
    return len(groups) > 1 and groups[0] is not None and len(set(groups)) == 1


def _titled(facts: Callable[[Any], Facts], popup: Any) -> Callable[[Any], Facts]:
    return lambda widget: {**facts(widget), "name": str(popup.title)}


DIALOGS: dict[str, Adapter] = {
    "kivy.uix.modalview.ModalView": Adapter(is_a(Role.DIALOG), _dialog, _dismiss, ("auto_dismiss",)),
    "kivy.uix.popup.Popup": Adapter(
        is_a(Role.DIALOG), _popup, _dismiss, ("title", "content", "auto_dismiss"), parts=_asked
    ),
}
