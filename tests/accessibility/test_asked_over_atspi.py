"""What is asked over AT-SPI is done, or refused: an answer of yes to what nobody does misleads a reader's user."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.accordion import Accordion, AccordionItem
from kivy.uix.label import Label
from kivy.uix.progressbar import ProgressBar
from kivy.uix.slider import Slider
from kivy.uix.spinner import Spinner

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.providers.atspi.application import Application
from accessibility.providers.atspi.dispatch import respond
from accessibility.providers.atspi.message import Kind, Message, call
from accessibility.providers.atspi.names import NOBODY, PROPERTIES, SELECTION, VALUE, path_of
from accessibility.providers.atspi.snapshot import Snapshot, apply
from accessibility.roles import Role
from tests.accessibility.column import column
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class World:
    """Asks the program itself."""

    bus_name, origin = ":1.1", (0.0, 0.0)

    def __init__(self, shown: Stage) -> None:
        self.perform = shown.bridge.perform


class Spin(AccessibleBehavior, Label):
    a11y_role = "spinbutton"


def asked(shown: Stage, uid: int, interface: str, member: str, signature: str, *values: Any) -> Message:
    tree = apply(Snapshot(), shown.bridge.tree.everything())
    asking = call(":1.1", path_of(tree.numbers[uid]), interface, member, signature, *values)
    reply = respond(asking, Application(tree, ":1.1", "Test", "Kivy", "", NOBODY, 0), World(shown))
    frame(4)
    return reply


@pytest.mark.parametrize("made", [lambda: ProgressBar(value=3, max=10), lambda: Spin(text="3"), ProgressBar])
def test_what_cannot_be_set_says_so(stage: Make, made: Callable[[], Any]) -> None:
    widget = made()
    shown = stage(column(widget))
    reply = asked(shown, widget.uid, PROPERTIES, "Set", "ssv", VALUE, "CurrentValue", ("d", 5.0))
    assert (reply.kind, reply.error) == (Kind.ERROR, "org.freedesktop.DBus.Error.PropertyReadOnly")


def test_what_can_be_set_is(stage: Make) -> None:
    slider = Slider(value=3, max=10)
    shown = stage(column(slider))
    reply = asked(shown, slider.uid, PROPERTIES, "Set", "ssv", VALUE, "CurrentValue", ("d", 5.0))
    assert (reply.kind, slider.value) == (Kind.RETURN, 5)


def test_a_header_of_an_accordion_offers_what_a_press_does(stage: Make) -> None:
    accordion = Accordion(orientation="vertical", anim_duration=0)
    for name in "AB":
        accordion.add_widget(AccordionItem(title=name))
        accordion.children[0].add_widget(Label(text=f"in {name}"))
    shown = stage(column(accordion))
    frame(4)
    offered = {name: set(shown.only(Role.BUTTON, name).actions) for name in "AB"}
    closed = {"click", "expand"}
    assert offered == {"A": closed, "B": set()}, "the open one cannot be closed: Kivy opens it again"
    shown.bridge.perform(shown.only(Role.BUTTON, "A").id, "click")
    frame(4)
    assert {name: set(shown.only(Role.BUTTON, name).actions) for name in "AB"} == {
        "A": {"click", "collapse"}, "B": closed,
    }  # fmt: skip


def test_a_choice_is_made_in_the_list_of_a_spinner(stage: Make) -> None:
    spinner = Spinner(text="Beijing", values=("Beijing", "Xi'an"))
    shown = stage(column(spinner))
    shown.ask(spinner, "expand")
    frame(4)
    reply = asked(shown, shown.only(Role.LISTBOX).id, SELECTION, "SelectChild", "i", 1)
    assert (reply.kind, spinner.text) == (Kind.RETURN, "Xi'an")
