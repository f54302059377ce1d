"""The gallery's page of what one chooses from: an opening list, tabs, accordion, tree, carousel, two parts."""

from collections.abc import Callable

from kivy.metrics import dp, sp
from kivy.uix.accordion import Accordion, AccordionItem
from kivy.uix.carousel import Carousel
from kivy.uix.label import Label
from kivy.uix.splitter import Splitter
from kivy.uix.tabbedpanel import TabbedPanel, TabbedPanelItem
from kivy.uix.treeview import TreeView, TreeViewLabel

from accessibility.examples.gallery_look import BRAND, CARD, INK, QUIET, ROW, SOFT, Card, Choice, Key, Page, beside
from accessibility.kivy_behavior import AccessibleBehavior


def choices(announce: Callable[..., object]) -> Page:
    city = Choice(text="Beijing", values=("Beijing", "Shanghai", "Guangzhou"), a11y_name="City")
    return Page(Card("A list that opens", city), _tabs(), _accordion(), _tree(), _carousel(), _splitter())


class Tabs(AccessibleBehavior, TabbedPanel): ...  # type: ignore[misc]


class Branches(AccessibleBehavior, TreeView): ...  # type: ignore[misc]


def _tabs() -> Card:
    tabs = Tabs(a11y_name="Span", do_default_tab=False, size_hint_y=None, height=dp(160), tab_width=dp(120))
    tabs.background_image, tabs.background_color, tabs.strip_image, tabs.tab_height = "", SOFT, "", ROW
    for name in ("Day", "Week", "Month"):
        tab = TabbedPanelItem(text=name, background_normal="", background_down="", color=CARD, font_size=sp(16))
        tab.background_color = QUIET
        tab.bind(state=lambda it, state: setattr(it, "background_color", BRAND if state == "down" else QUIET))
        tab.add_widget(Label(text=f"All of this {name.lower()}", color=INK))
        tabs.add_widget(tab)
    return Card("Tabs", tabs)


def _accordion() -> Card:
    accordion = Accordion(orientation="vertical", size_hint_y=None, height=dp(240), anim_duration=0, min_space=ROW)
    items = [AccordionItem(title=name) for name in ("Delivery", "Payment", "Returns")]
    for item in items:
        item.background_selected = item.background_normal  # the other one has too little contrast
        item.add_widget(Label(text=f"About {item.title.lower()}", color=INK))
        accordion.add_widget(item)
    items[0].collapse = False
    return Card("Accordion", accordion)


def _tree() -> Card:
    tree = Branches(a11y_name="Products", hide_root=True, size_hint_y=None, height=4 * ROW)
    for name, below in (("Accounts", ("Current", "Savings")), ("Cards", ("Debit",))):
        branch = tree.add_node(_tree_label(name))
        for leaf in below:
            tree.add_node(_tree_label(leaf), branch)
    return Card("Tree", tree)


def _tree_label(text: str) -> TreeViewLabel:
    return TreeViewLabel(text=text, color=INK, color_selected=SOFT, even_color=CARD, height=ROW, font_size=sp(16))


class Slides(AccessibleBehavior, Carousel): ...  # type: ignore[misc]


def _carousel() -> Card:
    carousel = Slides(a11y_name="News", size_hint_y=None, height=2 * ROW)
    for text in ("Branches close early on Friday", "A new card", "Holidays"):
        carousel.add_widget(Label(text=text, color=INK))
    turn = beside(
        Key(text="Previous", on_release=lambda _: carousel.load_previous()),
        Key(text="Next", on_release=lambda _: carousel.load_next()),
    )
    return Card("Carousel", carousel, turn)


class Divided(AccessibleBehavior, Splitter): ...  # type: ignore[misc]


def _splitter() -> Card:
    left = Divided(a11y_name="Left part", sizable_from="right", min_size=dp(100), max_size=dp(400))
    left.size_hint_x, left.width = None, dp(200)
    left.add_widget(Label(text="Left", color=INK))
    return Card("Two parts", beside(left, Label(text="Right", color=INK), height=2 * ROW))
