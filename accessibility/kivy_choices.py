"""Adapters of what one chooses from: spinner and drop-down, tree."""

from collections.abc import Callable, Iterable
from typing import Any

from accessibility.kivy_containers import SCROLLED, scroll_actions, scrolled_sources
from accessibility.kivy_kinds import (
    Actions,
    Adapter,
    Facts,
    default_children,
    is_a,
    is_kind,
    plain_text,
    press,
    texts_inside,
)
from accessibility.roles import Action, Popup, Role

SPINNER = "kivy.uix.spinner.Spinner"
DROP_DOWN = "kivy.uix.dropdown.DropDown"
TREE_NODE = "kivy.uix.treeview.TreeViewNode"
FILE_CHOOSER = "kivy.uix.filechooser.FileChooserController"
FOCUS_BEHAVIOR = "kivy.uix.behaviors.focus.FocusBehavior"

Parts = Iterable[tuple[Any, Adapter]]


# -- spinner and drop-down -----------------------------------------------------------------------------


def _spinner(widget: Any) -> Facts:
    below = widget._dropdown
    return {
        "value": plain_text(widget),
        "popup": Popup.LISTBOX,
        "expanded": bool(widget.is_open),
        "controls": (below.uid,) if widget.is_open and below is not None else (),
    }


def _spin(widget: Any) -> Actions:
    def put(value: str) -> None:
        if value in widget.values:
            widget.text = value

    def turn(on: bool) -> None:
        widget.is_open = on

    def step(by: int) -> Callable[[], None]:
        at = widget.values.index(widget.text) if widget.text in widget.values else -1 if by > 0 else len(widget.values)
        return lambda: setattr(widget, "text", widget.values[max(0, min(len(widget.values) - 1, at + by))])

    if not widget.values:
        return {}
    actions: Actions = {
        Action.CLICK: lambda: turn(not widget.is_open),
        Action.SET_VALUE: put,
        Action.INCREMENT: step(1),
        Action.DECREMENT: step(-1),
    }
    actions[Action.COLLAPSE if widget.is_open else Action.EXPAND] = lambda: turn(not widget.is_open)
    return actions


def _opens_listbox(dropdown: Any) -> bool:
    return dropdown.attach_to is not None and is_kind(dropdown.attach_to, SPINNER)


def _dropdown_role(dropdown: Any) -> Role:
    return Role.LISTBOX if _opens_listbox(dropdown) else Role.MENU


def _dropdown(dropdown: Any) -> Facts:
    opener = dropdown.attach_to
    if opener is None:
        return {}
    name = str(getattr(opener, "a11y_name", "")) or ("" if _opens_listbox(dropdown) else plain_text(opener))
    return {"name": name, "labelled_by": (opener.uid,)}


def _close(dropdown: Any) -> Actions:
    return {**scroll_actions(dropdown), Action.DISMISS: dropdown.dismiss}


def _dropdown_parts(dropdown: Any) -> Parts:
    """What can be pressed in the list is one of its options, whatever class it is."""

    def options(container: Any) -> Parts:
        for widget in container.children:
            if is_kind(widget, "kivy.uix.behaviors.button.ButtonBehavior"):
                yield widget, _OPTION if _opens_listbox(dropdown) else _MENUITEM

    yield dropdown.container, Adapter(is_a(Role.GENERIC), parts=options)


def _option(widget: Any) -> Facts:
    dropdown = around(widget, DROP_DOWN)
    chosen = dropdown is not None and dropdown.attach_to is not None and dropdown.attach_to.text == widget.text
    return {"name": plain_text(widget), "selected": chosen}


def _menuitem(widget: Any) -> Facts:
    checked = widget.state == "down" if is_kind(widget, "kivy.uix.togglebutton.ToggleButton") else None
    return {"name": plain_text(widget), "checked": checked}


def around(widget: Any, kind: str) -> Any | None:
    """The nearest widget above that is of the Kivy class."""
    above = widget.parent
    while above is not None and above is not above.parent:
        if is_kind(above, kind):
            return above
        above = above.parent
    return None


_TEXT = ("text", "markup", "state")
_OPTION = Adapter(is_a(Role.OPTION), _option, press, _TEXT, focusable=True)
_MENUITEM = Adapter(is_a(Role.MENUITEM), _menuitem, press, _TEXT, focusable=True)


# -- tree ----------------------------------------------------------------------------------------------


def _open_nodes(tree: Any) -> list[Any]:
    """From top to bottom as drawn: Kivy's children are the nodes that are in an open branch."""
    return [node for node in tree.iterate_open_nodes() if node.parent is tree]


def _tree_parts(tree: Any) -> Parts:
    for node in tree.children:
        if is_kind(node, TREE_NODE):
            yield node, _TREE_ITEM


def _tree_item(node: Any) -> Facts:
    """ARIA `aria-level`, `aria-posinset` and `aria-setsize` of a tree item: depth and place among its siblings."""
    siblings = node.parent_node.nodes if node.parent_node is not None else [node]
    tree = node.parent
    hidden_root = 1 if getattr(tree, "hide_root", False) else 0
    return {
        "name": plain_text(node) or texts_inside(node),
        "level": max(1, node.level + 1 - hidden_root),
        "selected": bool(node.is_selected),
        "expanded": None if node.is_leaf else bool(node.is_open),
        "position": siblings.index(node) + 1 if node in siblings else 0,
        "set_size": len(siblings),
    }


def _inside_item(node: Any) -> list[Any]:
    """Labels inside are its name already; what can be used is told apart."""
    return [child for child in default_children(node) if any(map(_is_used, child.walk(restrict=True)))]


def _is_used(widget: Any) -> bool:
    return is_kind(widget, "kivy.uix.behaviors.button.ButtonBehavior") or is_kind(widget, FOCUS_BEHAVIOR)


def choose_file(chooser: Any, entry: Any) -> None:
    """What touching an entry twice does: a folder is opened, a file chosen."""
    if chooser.file_system.is_dir(entry.path):
        chooser.open_entry(entry)
    else:
        chooser.selection = [entry.path]


def _tree_actions(node: Any) -> Actions:
    tree, chooser = node.parent, around(node, FILE_CHOOSER)
    actions: Actions = {} if node.no_selection else {Action.CLICK: lambda: tree.select_node(node)}
    if chooser is not None:
        actions[Action.CLICK] = lambda: choose_file(chooser, node)
    if not node.is_leaf:
        name = Action.COLLAPSE if node.is_open else Action.EXPAND
        actions[name] = lambda: tree.toggle_node(node)
    return actions


_TREE_ITEM = Adapter(
    is_a(Role.TREEITEM), _tree_item, _tree_actions, ("text", "is_open", "is_leaf", "is_selected", "nodes", "level"),
    children=_inside_item, focusable=True,
)  # fmt: skip

CHOICES: dict[str, Adapter] = {
    SPINNER: Adapter(is_a(Role.COMBOBOX), _spinner, _spin, ("text", "is_open", "values"), focusable=True),
    DROP_DOWN: Adapter(
        _dropdown_role, _dropdown, _close, ("attach_to", *SCROLLED), parts=_dropdown_parts,
        sources=scrolled_sources, moves_children=True,
    ),
    "kivy.uix.treeview.TreeView": Adapter(is_a(Role.TREE), children=_open_nodes, parts=_tree_parts),
}  # fmt: skip
