"""Spinner, drop-down and tree: opened, chosen from, closed, by asking and by keys."""

from collections.abc import Callable
from pathlib import Path

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.dropdown import DropDown
from kivy.uix.filechooser import FileChooserListView
from kivy.uix.spinner import Spinner
from kivy.uix.treeview import TreeView, TreeViewLabel

from accessibility.keyboard import DOWN, END, ENTER, ESCAPE, LEFT, RIGHT, TAB, UP
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.roles import Action, Popup, Role
from tests.accessibility.fake_window import Stage, frame, frames

Make = Callable[..., Stage]


class City(AccessibleBehavior, Spinner):
    a11y_name = "City"


def city() -> City:
    return City(text="Beijing", values=("Beijing", "Shanghai", "Xian"), size_hint=(None, None), size=(200, 50), y=500)


def opened(widget: City) -> bool:
    return bool(widget.is_open and widget._dropdown.parent is not None)


def until_closed(widget: City) -> None:
    """A drop-down closes after Kivy's shortest time of being pressed (35 ms)."""
    for _ in frames():
        if widget._dropdown.parent is None:
            return
    raise AssertionError("the list stays open")


def test_a_spinner_is_a_combobox_with_a_value(stage: Make) -> None:
    widget = city()
    node = stage(widget).node(widget)
    assert (node.role, node.name, node.value, node.popup) == (Role.COMBOBOX, "City", "Beijing", Popup.LISTBOX)
    assert (node.expanded, node.controls) == (False, ())


def test_it_opens_to_options_with_the_chosen_one_focused(stage: Make) -> None:
    widget = city()
    shown = stage(BoxLayout(), widget, Button(text="after"))
    shown.bridge.focus.focus(widget)
    shown.ask(widget, Action.EXPAND)
    assert opened(widget)
    listbox = shown.only("listbox")
    assert (shown.node(widget).expanded, shown.node(widget).controls) == (True, (listbox.id,))
    assert (listbox.name, listbox.labelled_by) == ("City", (widget.uid,))
    options = [node for node in shown.log.nodes.values() if node.role is Role.OPTION]
    assert [(n.name, n.selected, n.position, n.set_size) for n in options] == [
        ("Beijing", True, 1, 3),
        ("Shanghai", False, 2, 3),
        ("Xian", False, 3, 3),
    ]
    assert shown.focus == "Beijing"


def test_keys_choose_and_the_focus_comes_back(stage: Make) -> None:
    widget = city()
    shown = stage(widget)
    shown.window.press(TAB)
    assert shown.focus == "City"
    shown.window.press(DOWN)
    frame()
    shown.window.press(DOWN)
    assert shown.focus == "Shanghai"
    shown.window.press(END)
    shown.window.press(UP)
    shown.window.press(ENTER)
    until_closed(widget)
    frame()
    assert (widget.text, shown.focus, shown.node(widget).value) == ("Shanghai", "City", "Shanghai")
    assert shown.log.find("listbox") is None


def test_escape_closes_without_choosing(stage: Make) -> None:
    widget = city()
    shown = stage(widget)
    shown.bridge.focus.focus(widget)
    shown.ask(widget, Action.CLICK)
    shown.window.press(DOWN)
    shown.window.press(ESCAPE)
    until_closed(widget)
    frame()
    assert (widget.text, widget.is_open, shown.focus) == ("Beijing", False, "City")


def test_tab_leaves_the_open_list_and_closes_it(stage: Make) -> None:
    widget, after = city(), Button(text="after", size_hint=(None, None))
    shown = stage(widget, after)
    shown.bridge.focus.focus(widget)
    shown.ask(widget, Action.EXPAND)
    shown.window.press(TAB)
    assert shown.focus == "after"
    until_closed(widget)
    frame()
    assert shown.focus == "after"


def test_a_reader_chooses_collapses_and_sets(stage: Make) -> None:
    widget = city()
    shown = stage(widget)
    shown.ask(widget, Action.EXPAND)
    shown.bridge.perform(shown.only("option", "Xian").id, Action.CLICK)
    until_closed(widget)
    assert widget.text == "Xian"
    shown.ask(widget, Action.EXPAND)
    shown.ask(widget, Action.COLLAPSE)
    until_closed(widget)
    assert not widget.is_open
    shown.ask(widget, Action.SET_VALUE, "Shanghai")
    shown.ask(widget, Action.SET_VALUE, "Nowhere")
    assert widget.text == "Shanghai"
    shown.ask(widget, Action.INCREMENT)
    shown.ask(widget, Action.INCREMENT)
    assert widget.text == "Xian"
    shown.ask(widget, Action.DECREMENT)
    assert widget.text == "Shanghai"


def test_a_list_that_is_dismissed_by_the_reader_closes(stage: Make) -> None:
    widget = city()
    shown = stage(widget)
    shown.ask(widget, Action.EXPAND)
    shown.bridge.perform(shown.only("listbox").id, Action.DISMISS)
    until_closed(widget)
    assert not widget.is_open


def test_a_drop_down_on_a_button_is_a_menu(stage: Make) -> None:
    done: list[str] = []
    opener, menu = Button(text="File", size_hint=(None, None)), DropDown()
    for name in ("New", "Open"):
        menu.add_widget(Button(text=name, size_hint_y=None, height=40, on_release=lambda key: done.append(key.text)))
    opener.bind(on_release=menu.open)
    shown = stage(opener)
    shown.bridge.focus.focus(opener)
    shown.window.press(ENTER)
    frame()
    items = [(n.name, n.position, n.set_size) for n in shown.log.nodes.values() if n.role is Role.MENUITEM]
    assert (shown.only("menu").name, items, shown.focus) == ("File", [("New", 1, 2), ("Open", 2, 2)], "New")
    shown.window.press(UP)
    shown.window.press(ENTER)
    frame()
    assert done == ["Open"]


def family() -> tuple[TreeView, TreeViewLabel]:
    tree = TreeView(hide_root=True, size=(400, 400))
    branch = tree.add_node(TreeViewLabel(text="Accounts"))
    for name in ("Current", "Savings"):
        tree.add_node(TreeViewLabel(text=name), branch)
    tree.add_node(TreeViewLabel(text="Cards"))
    return tree, branch


def items(shown: Stage) -> list[tuple[str, int, bool | None, int, int]]:
    nodes = (shown.log.nodes[uid] for uid in shown.only("tree").children)
    return [(n.name, n.level, n.expanded, n.position, n.set_size) for n in nodes]


def test_a_tree_tells_depth_and_place_among_siblings(stage: Make) -> None:
    tree, branch = family()
    shown = stage(tree)
    assert items(shown) == [("Accounts", 1, False, 1, 2), ("Cards", 1, None, 2, 2)]
    shown.ask(branch, Action.EXPAND)
    assert items(shown) == [
        ("Accounts", 1, True, 1, 2),
        ("Current", 2, None, 1, 2),
        ("Savings", 2, None, 2, 2),
        ("Cards", 1, None, 2, 2),
    ]
    tree.remove_node(branch.nodes[0])
    frame()
    assert items(shown)[1] == ("Savings", 2, None, 1, 1)
    shown.ask(branch, Action.COLLAPSE)
    assert len(items(shown)) == 2


def test_a_tree_item_is_selected_and_keys_go_through_the_tree(stage: Make) -> None:
    tree, branch = family()
    shown = stage(tree, Button(text="after"))
    shown.window.press(TAB)
    assert shown.focus == "Accounts"
    shown.window.press(RIGHT)
    frame()
    shown.window.press(RIGHT)
    assert (branch.is_open, shown.focus) == (True, "Current")
    shown.window.press(RIGHT)
    assert shown.focus == "Current", "there is nothing inside to go to"
    shown.window.press(DOWN)
    shown.window.press(LEFT)
    assert shown.focus == "Accounts", "out of the branch"
    shown.window.press(LEFT)
    frame()
    assert (branch.is_open, shown.focus) == (False, "Accounts")
    shown.window.press(DOWN)
    assert shown.focus == "Cards"
    shown.window.press(ENTER)
    frame()
    assert (tree.selected_node.text, shown.only("treeitem", "Cards").selected) == ("Cards", True)
    shown.ask(branch, Action.CLICK)
    assert (shown.node(branch).selected, shown.only("treeitem", "Cards").selected) == (True, False)
    shown.window.press(TAB)
    assert shown.focus == "after"
    shown.window.press(TAB, "shift")
    assert shown.focus == "Accounts"


def test_files_are_chosen_and_folders_opened(stage: Make, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "bill.txt").write_text("x", encoding="utf-8")
    chooser = FileChooserListView(path=str(tmp_path), rootpath=str(tmp_path), size=(600, 400))
    shown = stage(chooser)
    folder = named_item(shown, "inner")
    shown.bridge.perform(folder, Action.CLICK)
    shown.bridge.perform(named_item(shown, "bill.txt"), Action.CLICK)
    frame()
    assert chooser.selection == [str(tmp_path / "inner" / "bill.txt")]


def named_item(shown: Stage, name: str) -> int:
    """The id of the tree item whose name begins so; entries come in several frames."""
    for _ in frames():
        for node in shown.log.nodes.values():
            if node.role is Role.TREEITEM and node.name.startswith(name):
                return node.id
    raise AssertionError(f"no {name}")
