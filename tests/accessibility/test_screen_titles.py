"""A stock ScreenManager: who comes to another screen is told which it is."""

from collections.abc import Callable

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.screenmanager import NoTransition, Screen, ScreenManager

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.roles import Role
from accessibility.voicing.places import path
from tests.accessibility.column import column
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Heading(AccessibleBehavior, Label):
    a11y_role = "heading"


def screens(**headings: str) -> ScreenManager:
    """Each with a button, and a heading if it is to have one."""
    manager = ScreenManager(transition=NoTransition())
    for name, heading in headings.items():
        screen, box = Screen(name=name), BoxLayout()
        for widget in ([Heading(text=heading)] if heading else []) + [Button(text=f"on {name}")]:
            box.add_widget(widget)
        screen.add_widget(box)
        manager.add_widget(screen)
    return manager


def test_who_is_taken_along_comes_into_the_group_of_that_title(stage: Make) -> None:
    manager = screens(first="", second="Settings")
    shown = stage(manager)
    shown.bridge.focus.move(1)
    assert shown.focus == "on first"
    manager.current = "second"
    frame(4)
    assert shown.focus == "on second"
    around = [(group.role, group.name) for group in path(shown.log.nodes, shown.bridge.tree.root, shown.log.focus)]
    assert around == [(Role.GROUP, "Settings")], "which a reader says with the focus that comes into it"
    assert shown.log.announcements == [], "once"


def test_who_stays_elsewhere_is_told_the_title(stage: Make) -> None:
    manager = screens(first="", second="Settings", third="")
    shown = stage(column(Button(text="outside"), manager))
    shown.bridge.focus.move(1)
    for name in ("second", "third"):
        manager.current = name
        frame(4)
    assert shown.focus == "outside"
    assert shown.log.announcements == [("Settings", False), ("third", False)], "without a heading by what it is called"


def test_a_screen_that_is_called_nothing_is_no_group(stage: Make) -> None:
    manager = ScreenManager(transition=NoTransition())
    manager.add_widget(Screen())
    shown = stage(manager)
    assert shown.log.find(Role.GROUP) is None
    heading = Heading(text="Later")
    manager.current_screen.add_widget(heading)
    frame(3)
    assert shown.only(Role.GROUP).name == "Later"
    heading.text = "Changed"
    frame(3)
    assert shown.only(Role.GROUP).name == "Changed"
