"""Lists short and long, a tree, a table, a chat and what cannot be used: the program that Orca reads in the tests."""

import sys
from typing import Any

from kivy.app import App
from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.label import Label
from kivy.uix.recycleboxlayout import RecycleBoxLayout
from kivy.uix.recycleview import RecycleView
from kivy.uix.recycleview.layout import LayoutSelectionBehavior
from kivy.uix.treeview import TreeView, TreeViewLabel

from accessibility.bridge import AccessibilityBridge
from accessibility.kivy_behavior import AccessibleBehavior, FocusableBehavior
from accessibility.providers.platform import platform_provider
from tests.accessibility.page import Bar, Group, Heading, Key
from tests.accessibility.telling_page import CITIES, City

BALANCES = (("Account", "Currency", "Balance"), ("Current", "CNY", "1200"), ("Savings", "USD", "85"))


class Item(FocusableBehavior, Label): ...


class Branches(AccessibleBehavior, TreeView): ...


class Virtual(AccessibleBehavior, RecycleView): ...


class Selectable(LayoutSelectionBehavior, RecycleBoxLayout): ...


class Rows(App):
    title = "Rows"

    def build(self) -> BoxLayout:
        page = BoxLayout(orientation="vertical")
        for widget in self.parts():
            page.add_widget(widget)
        return page

    def parts(self) -> list[Any]:
        self.log = Group(a11y_role="log", a11y_name="Chat")
        self.log.add_widget(Label(text="Bank: hello"))
        self.bar = Bar(a11y_name="Loading", max=100, value=10)
        return [
            Heading(text="Statement"),
            Key(text="Not now", disabled=True),
            Key(text="Work", on_release=lambda _: self.work()),
            self.bar,
            self.steps(),
            tree(),
            table(),
            virtual("Card", 60, Selectable()),
            virtual("Payment", 1000, RecycleBoxLayout()),
            City(a11y_name="City", text=CITIES[0], values=CITIES),
            self.log,
            Key(text="Write", on_release=lambda _: self.write()),
        ]

    def steps(self) -> Any:
        steps = Group(orientation="vertical", size_hint_y=2, a11y_role="list", a11y_name="Steps")
        for text in ("Who", "How much", "Confirm"):
            steps.add_widget(Item(text=text, a11y_role="listitem", a11y_name=text))
        return steps

    def on_start(self) -> None:
        self.bridge = AccessibilityBridge(Window, self.title, platform_provider())
        self.bridge.start()
        self.bridge.focus.screen_changed(self.root)

    def work(self) -> None:
        self.bar.value += 25

    def write(self) -> None:
        self.log.add_widget(Label(text=f"You: question {len(self.log.children)}"))


def tree() -> Any:
    """Two branches, the first with two leaves."""
    found = Branches(a11y_name="Products", hide_root=True, size_hint_y=4)
    for name, below in (("Accounts", ("Current", "Savings")), ("Cards", ("Debit",))):
        branch = found.add_node(TreeViewLabel(text=name))
        for leaf in below:
            found.add_node(TreeViewLabel(text=leaf), branch)
    return found


def table() -> Any:
    """Cells that can take the focus, below and beside their headers."""
    found = Group(orientation="vertical", size_hint_y=2, a11y_role="table", a11y_name="Balances")
    for number, cells in enumerate(BALANCES):
        row = Group(a11y_role="row")
        for column, text in enumerate(cells):
            role = "columnheader" if number == 0 else "rowheader" if column == 0 else "cell"
            row.add_widget(Item(text=text, a11y_role=role, a11y_tab_stop=role == "cell"))
        found.add_widget(row)
    return found


def virtual(name: str, count: int, layout: Any) -> Any:
    """A list of which three items are seen."""
    layout.size_hint_y, layout.orientation = None, "vertical"
    layout.default_size, layout.default_size_hint = (None, 30), (1, None)
    layout.bind(minimum_height=layout.setter("height"))
    view = Virtual(a11y_name=name, size_hint_y=None, height=90)
    view.add_widget(layout)
    view.viewclass = Label
    view.data = [{"text": f"{name} {number}", "selectable": True} for number in range(1, count + 1)]
    return view


if __name__ == "__main__":
    sys.exit(Rows().run())
