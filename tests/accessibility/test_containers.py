"""Stock Kivy containers: tabs, accordion, dialogs, scrolled areas, carousel, screens, bars."""

from collections.abc import Callable

from kivy.uix.accordion import Accordion, AccordionItem
from kivy.uix.actionbar import ActionBar, ActionButton, ActionGroup, ActionPrevious, ActionView
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.bubble import Bubble, BubbleButton, BubbleContent
from kivy.uix.button import Button
from kivy.uix.carousel import Carousel
from kivy.uix.label import Label
from kivy.uix.modalview import ModalView
from kivy.uix.pagelayout import PageLayout
from kivy.uix.popup import Popup
from kivy.uix.screenmanager import NoTransition, Screen, ScreenManager
from kivy.uix.scrollview import ScrollView
from kivy.uix.tabbedpanel import TabbedPanel, TabbedPanelItem

from accessibility.keyboard import ENTER, RIGHT, TAB
from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.roles import Action, Orientation, Role, State
from accessibility.tree import reading_order
from tests.accessibility.fake_window import Stage, frame, frames

Make = Callable[..., Stage]


def names(shown: Stage) -> list[str]:
    return [node.name for node in reading_order(shown.log.nodes, shown.bridge.tree.root) if node.name]


class Days(AccessibleBehavior, TabbedPanel):
    a11y_name = "Span"


def tabs(**options: object) -> tuple[Days, list[TabbedPanelItem]]:
    panel, items = Days(do_default_tab=False, **options), []
    for name in ("Day", "Week"):
        item = TabbedPanelItem(text=name)
        item.add_widget(Label(text=f"all of the {name}"))
        panel.add_widget(item)
        items.append(item)
    return panel, items


def test_tabs_are_a_named_list_of_tabs_with_the_panel_of_the_chosen_one(stage: Make) -> None:
    panel, (day, week) = tabs(tab_pos="bottom_left")
    shown = stage(panel)
    tablist, content = shown.only("tablist"), shown.only("tabpanel")
    assert (tablist.name, tablist.orientation) == ("Span", Orientation.HORIZONTAL)
    assert (content.name, content.labelled_by) == ("Day", (day.uid,))
    told = [(n.name, n.selected, n.position, n.set_size, n.controls) for n in map(shown.node, (day, week))]
    assert told == [("Day", True, 1, 2, (content.id,)), ("Week", False, 2, 2, (content.id,))]
    assert names(shown)[-2:] == ["Day", "all of the Day"]  # the tabs first, wherever they stand
    shown.ask(week, Action.CLICK)
    assert (shown.node(day).selected, shown.node(week).selected) == (False, True)
    assert (shown.only("tabpanel").name, names(shown)[-1]) == ("Week", "all of the Week")


def test_a_tab_that_is_renamed_renames_its_panel(stage: Make) -> None:
    panel, (day, _) = tabs()
    shown = stage(panel)
    day.text = "Today"
    frame()
    assert shown.only("tabpanel").name == "Today"


def test_arrows_move_among_tabs_and_tab_goes_on(stage: Make) -> None:
    panel, (_, week) = tabs()
    shown = stage(panel, Button(text="after"))
    shown.window.press(TAB)
    assert shown.focus == "Day"
    shown.window.press(RIGHT)
    assert shown.focus == "Week"
    shown.window.press(ENTER)
    frame()
    assert panel.current_tab is week
    shown.window.press(TAB)
    assert shown.focus == "after"
    shown.window.press(TAB, "shift")
    assert shown.focus == "Week"


def test_an_accordion_is_headers_that_open(stage: Make) -> None:
    accordion = Accordion(orientation="vertical", anim_duration=0, size=(400, 400))
    items = [AccordionItem(title=name, collapse=name != "A") for name in "AB"]
    for item in items:
        item.add_widget(Label(text=f"inside {item.title}"))
        accordion.add_widget(item)
    shown = stage(accordion)
    assert [(n.name, n.expanded) for n in (shown.only("button", name) for name in "AB")] == [("A", True), ("B", False)]
    assert names(shown)[1:] == ["A", "inside A", "B"]
    shown.bridge.perform(shown.only("button", "B").id, Action.EXPAND)
    frame(4)
    assert (items[0].collapse, items[1].collapse) == (True, False)
    assert names(shown)[1:] == ["A", "B", "inside B"]
    assert shown.only("button", "B").controls
    assert Action.COLLAPSE not in shown.only("button", "B").actions  # Kivy keeps one open
    shown.bridge.perform(shown.only("button", "A").id, Action.CLICK)
    frame(4)
    shown.bridge.perform(shown.only("button", "A").id, Action.COLLAPSE)
    frame(4)
    assert [shown.only("button", name).expanded for name in "AB"] == [False, True]
    items[0].title = "First"
    frame()
    assert shown.only("button", "First").expanded is False


def test_a_popup_is_a_dialog_named_by_its_title_once(stage: Make) -> None:
    popup = Popup(title="Sure?", content=Button(text="yes"))
    shown = stage(Button(text="behind"))
    shown.window.add_widget(popup)
    frame()
    dialog = shown.only("dialog")
    assert (dialog.name, State.MODAL in dialog.states) == ("Sure?", True)
    assert names(shown).count("behind") == 0
    assert dialog.labelled_by == (shown.only("statictext", "Sure?").id,)


def test_a_dialog_that_may_be_left_is_dismissed(stage: Make) -> None:
    closed: list[str] = []
    free, firm = ModalView(), ModalView(auto_dismiss=False)
    free.bind(on_dismiss=lambda _: closed.append("free"))
    shown = stage(Label(text="behind"))
    shown.window.add_widget(firm)
    frame()
    assert Action.DISMISS not in shown.node(firm).actions
    shown.window.remove_widget(firm)
    shown.window.add_widget(free)
    free._is_open, free._window = True, shown.window
    frame()
    shown.ask(free, Action.DISMISS)
    assert closed == ["free"]


def test_the_newest_dialog_has_the_focus_and_each_gives_it_back(stage: Make) -> None:
    opener = Button(text="open")
    shown = stage(opener)
    shown.bridge.focus.focus(opener)
    first, second = ModalView(), ModalView()
    first.add_widget(Button(text="in first"))
    second.add_widget(Button(text="in second"))
    shown.window.add_widget(first)
    frame()
    shown.window.add_widget(second)
    frame()
    assert shown.focus == "in second"
    shown.window.remove_widget(second)
    frame()
    assert shown.focus == "in first"
    shown.window.remove_widget(first)
    frame()
    assert shown.focus == "open"


def test_a_scrolled_area_scrolls_where_there_is_more(stage: Make) -> None:
    inside = Label(text="long", size_hint=(None, None), size=(2000, 3000))
    area = ScrollView(size_hint=(None, None), size=(400, 400))
    area.add_widget(inside)
    shown = stage(area)
    frame(4)
    assert set(shown.node(area).actions) == {Action.SCROLL_DOWN, Action.SCROLL_RIGHT}
    shown.ask(area, Action.SCROLL_DOWN)
    shown.ask(area, Action.SCROLL_RIGHT)
    frame(3)
    assert (round(area.scroll_y * 2600), round(area.scroll_x * 1600)) == (2600 - 320, 320)
    every = {Action.SCROLL_DOWN, Action.SCROLL_RIGHT, Action.SCROLL_UP, Action.SCROLL_LEFT}
    assert set(shown.node(area).actions) == every
    shown.ask(area, Action.SCROLL_UP)
    shown.ask(area, Action.SCROLL_LEFT)
    assert (area.scroll_y, area.scroll_x) == (1, 0)


def test_scrolling_moves_what_is_told_inside(stage: Make) -> None:
    inside = Label(text="long", size_hint=(1, None), height=3000)
    area = ScrollView(size_hint=(None, None), size=(400, 400))
    area.add_widget(inside)
    shown = stage(area)
    frame(4)
    before = shown.node(inside).bounds.top
    shown.ask(area, Action.SCROLL_DOWN)
    frame(3)
    assert shown.node(inside).bounds.top == before - 320


def test_a_widget_out_of_sight_is_scrolled_to_by_asking(stage: Make) -> None:
    column = BoxLayout(orientation="vertical", size_hint_y=None, height=3000)
    keys = [Button(text=str(number)) for number in range(30)]
    for key in keys:
        column.add_widget(key)
    area = ScrollView(size_hint=(None, None), size=(400, 400))
    area.add_widget(column)
    shown = stage(area)
    frame(4)
    shown.ask(keys[20], Action.SCROLL_INTO_VIEW)
    frame(3)
    assert 200 <= shown.node(keys[20]).bounds.top < shown.node(keys[20]).bounds.bottom <= 600


def test_content_that_fits_is_not_moved_by_the_focus(stage: Make) -> None:
    column, key = BoxLayout(orientation="vertical", size_hint_y=None, height=200), Button(text="a")
    for widget in (Button(text="b"), key):
        column.add_widget(widget)
    area = ScrollView(size_hint=(None, None), size=(400, 400))
    area.add_widget(column)
    shown = stage(area)
    frame(4)
    shown.bridge.focus.focus(key)
    assert (area.scroll_x, area.scroll_y) == (0, 1)


def test_a_carousel_tells_the_slide_in_sight_and_turns(stage: Make) -> None:
    carousel = Carousel(size=(400, 300), anim_move_duration=0.01)
    for name in ("one", "two", "three"):
        carousel.add_widget(Label(text=name))
    shown = stage(carousel)
    frame(3)
    assert (names(shown)[1:], shown.node(carousel).value) == (["one"], "1/3")
    assert set(shown.node(carousel).actions) == {Action.SCROLL_RIGHT}
    shown.ask(carousel, Action.SCROLL_RIGHT)
    for _ in frames():
        if carousel.index == 1 and names(shown)[1:] == ["two"]:
            break
    assert (names(shown)[1:], shown.node(carousel).value) == (["two"], "2/3")
    assert set(shown.node(carousel).actions) == {Action.SCROLL_RIGHT, Action.SCROLL_LEFT}


def test_pages_are_leafed_through_without_a_swipe(stage: Make) -> None:
    pages = PageLayout(size=(400, 300))
    for name in ("one", "two", "three"):
        pages.add_widget(Label(text=name))
    shown = stage(pages)
    assert (names(shown)[1:], shown.node(pages).value) == (["one"], "1/3")
    assert set(shown.node(pages).actions) == {Action.SCROLL_RIGHT}
    shown.ask(pages, Action.SCROLL_RIGHT)
    frame()
    assert (names(shown)[1:], shown.node(pages).value) == (["two"], "2/3")
    assert set(shown.node(pages).actions) == {Action.SCROLL_RIGHT, Action.SCROLL_LEFT}
    shown.ask(pages, Action.SCROLL_LEFT)
    frame()
    assert names(shown)[1:] == ["one"]


def test_only_the_current_screen_is_told(stage: Make) -> None:
    manager = ScreenManager(transition=NoTransition())
    for name in ("a", "b"):
        screen = Screen(name=name)
        screen.add_widget(Button(text=f"on {name}"))
        manager.add_widget(screen)
    shown = stage(manager)
    assert names(shown)[1:] == ["a", "on a"]
    manager.current = "b"
    frame()
    assert names(shown)[1:] == ["b", "on b"]


def test_an_action_bar_is_a_toolbar_with_a_menu(stage: Make) -> None:
    view, group = ActionView(), ActionGroup(text="More", mode="spinner")
    view.add_widget(ActionPrevious(title="Payments"))
    view.add_widget(ActionButton(text="Find"))
    group.add_widget(ActionButton(text="Print"))
    view.add_widget(group)
    bar = ActionBar(size=(800, 48))
    bar.add_widget(view)
    shown = stage(bar)
    frame(4)
    assert shown.only("toolbar").id == bar.uid
    assert shown.only("button", "Payments").actions
    menu = shown.only("button", "More")
    assert (menu.popup, menu.expanded) == ("menu", False)


def test_a_bubble_is_a_group_of_buttons(stage: Make) -> None:
    bubble, content = Bubble(), BubbleContent()
    content.add_widget(BubbleButton(text="Copy"))
    bubble.add_widget(content)
    shown = stage(bubble)
    assert (shown.node(bubble).role, shown.only("button", "Copy").name) == (Role.GROUP, "Copy")
