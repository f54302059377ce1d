"""A field and what belongs to it: label, hint and error are tied to it for everybody."""

from collections.abc import Callable

from kivy.uix.label import Label
from kivy.uix.textinput import TextInput

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.kivy_labelled import Labelled
from accessibility.roles import Current, Live, Orientation, Popup, State
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Field(AccessibleBehavior, TextInput): ...


class Text(AccessibleBehavior, Label): ...


def test_label_hint_and_error_are_the_field_s(stage: Make) -> None:
    box = Labelled(Field(a11y_required=True), label="Amount", hint="In yuan")
    shown = stage(box)
    node = shown.node(box.field)
    assert (node.name, node.description, node.error) == ("Amount", "In yuan", "")
    assert [shown.log.nodes[uid].name for uid in (*node.labelled_by, *node.described_by)] == ["Amount", "In yuan"]
    assert (node.error_by, State.INVALID in node.states, State.REQUIRED in node.states) == ((), False, True)


def test_an_error_comes_is_told_at_once_and_goes(stage: Make) -> None:
    box = Labelled(Field(), label="Amount")
    shown = stage(box)
    box.error = "Digits only"
    frame()
    node = shown.node(box.field)
    assert (node.error, State.INVALID in node.states) == ("Digits only", True)
    message = shown.log.nodes[node.error_by[0]]
    assert (message.name, message.live) == ("Digits only", Live.ASSERTIVE)
    assert message in shown.log.updates[-1].nodes
    box.error = ""
    frame()
    node = shown.node(box.field)
    assert (node.error, node.error_by, State.INVALID in node.states) == ("", (), False)


def test_a_label_that_changes_renames_the_field(stage: Make) -> None:
    box = Labelled(Field(), label="Amount", hint="In yuan")
    shown = stage(box)
    box.label, box.hint = "Sum", "In cents"
    frame()
    assert (shown.node(box.field).name, shown.node(box.field).description) == ("Sum", "In cents")


def test_a_description_of_several_widgets_follows_each(stage: Make) -> None:
    first, second = Label(text="one"), Text(a11y_name="two")
    widget = Field(a11y_name="x", a11y_description="own", a11y_described_by=[first, second])
    shown = stage(first, second, widget)
    assert shown.node(widget).description == "own one two"
    assert shown.node(widget).described_by == (first.uid, second.uid)
    second.a11y_name = "zwei"
    frame()
    assert shown.node(widget).description == "own one zwei"
    widget.a11y_described_by = None
    frame()
    assert (shown.node(widget).description, shown.node(widget).described_by) == ("own", ())


def test_an_error_said_by_the_field_itself_wins(stage: Make) -> None:
    shown_error = Label(text="shown")
    widget = Field(a11y_invalid="said", a11y_error_by=shown_error)
    assert stage(widget, shown_error).node(widget).error == "said"


def test_everything_a_widget_may_say_is_told_and_live(stage: Make) -> None:
    panel = Text(text="panel")
    widget = Text(text="x", a11y_role="button")
    shown = stage(panel, widget)
    widget.a11y_popup, widget.a11y_orientation, widget.a11y_current = "dialog", "vertical", "page"
    widget.a11y_shortcut, widget.a11y_controls, widget.a11y_multiselectable = "Control+S", panel, True
    widget.a11y_busy, widget.a11y_readonly, widget.a11y_expanded = True, True, False
    frame()
    node = shown.node(widget)
    assert (node.popup, node.orientation, node.current) == (Popup.DIALOG, Orientation.VERTICAL, Current.PAGE)
    assert (node.shortcut, node.controls, node.expanded) == ("Control+S", (panel.uid,), False)
    assert {State.MULTISELECTABLE, State.BUSY, State.READONLY} <= node.states
