"""Adapters of behaviours that Kivy mixes into any widget: a rippling button, a choice among widgets, dragging."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kivy.metrics import dp

from accessibility.kivy_kinds import Actions, Adapter, Facts, Keys, first_words, is_a, named
from accessibility.kivy_rows import has_controls, words_of_item
from accessibility.kivy_scatter import DIRECTIONS, MOVED, mover, place_in_words
from accessibility.roles import Action, Role, State

DRAG = "kivy.uix.behaviors.drag.DragBehavior"
_PLAIN = frozenset({Role.GENERIC, Role.STATICTEXT, Role.IMG})
_ARROWS = {276: Action.MOVE_LEFT, 275: Action.MOVE_RIGHT, 273: Action.MOVE_UP, 274: Action.MOVE_DOWN}  # SDL key codes
Parts = Iterable[tuple[Any, Adapter]]


def _ripple(button: Any) -> Actions:
    """Without the ripple, which would make who presses by key wait."""

    def press() -> None:
        button.dispatch("on_press")
        button.dispatch("on_release")

    return {Action.CLICK: press}


# -- a choice among widgets ----------------------------------------------------------------------------


def _choice(owner: Any) -> Facts:
    return {"states": {State.MULTISELECTABLE} if owner.multiselect else set()}


def _choice_parts(owner: Any) -> Parts:
    for node in owner.get_selectable_nodes():
        if node in owner.children:
            yield node, _member(owner, node)


def _member(owner: Any, member: Any) -> Adapter:
    from accessibility.kivy_classes import own_adapter  # noqa: PLC0415 - the registry knows this file

    def facts(widget: Any) -> Facts:
        return {"name": words_of_item(widget), "selected": widget in owner.selected_nodes}

    def actions(widget: Any) -> Actions:
        turn = owner.deselect_node if widget in owner.selected_nodes else owner.select_node
        return {Action.CLICK: lambda: turn(widget)}

    own = own_adapter(member)
    return Adapter(
        lambda widget: Role.LISTITEM if has_controls(widget) else Role.OPTION, facts, actions, own.watch, own.children,
        own.parts, lambda widget: [(owner, ("selected_nodes",))], own.moves_children, focusable=True,
    )  # fmt: skip


# -- dragging ------------------------------------------------------------------------------------------


def dragged(own: Adapter) -> Adapter:
    """What the rest of the class is, to be moved as well: by keys and by asking, 20 dp at a time."""

    def role(widget: Any) -> Role:
        plain = own.role(widget)
        return Role.GROUP if plain in _PLAIN else plain

    def facts(widget: Any) -> Facts:
        told = own.facts(widget)
        return {"value": place_in_words(widget), **told, "name": told.get("name", "") or first_words(widget)}

    def actions(widget: Any) -> Actions:
        moves: Actions = {
            action: mover(widget, across * dp(MOVED), up * dp(MOVED)) for action, (across, up) in DIRECTIONS.items()
        }
        return moves | own.actions(widget)

    def keys(widget: Any) -> Keys:
        moves = actions(widget)
        return {(key, False): moves[action] for key, action in _ARROWS.items()} | own.keys(widget)

    return replace(own, role=role, facts=facts, actions=actions, keys=keys, focusable=True, tab_stop=True)


BEHAVIORS: dict[str, Adapter] = {
    "kivy.uix.behaviors.touchripple.TouchRippleButtonBehavior": Adapter(
        is_a(Role.BUTTON), named, _ripple, ("text", "markup"), focusable=True
    ),
    "kivy.uix.behaviors.compoundselection.CompoundSelectionBehavior": Adapter(
        is_a(Role.LISTBOX), _choice, watch=("selected_nodes", "multiselect"), parts=_choice_parts, tab_stop=False
    ),
}
