"""What goes wrong in life: things go while they are read or used, changes come in floods, readers come and go."""

import threading
from collections.abc import Callable

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.modalview import ModalView
from kivy.uix.screenmanager import NoTransition, Screen, ScreenManager
from kivy.uix.slider import Slider

from accessibility.keyboard import TAB
from accessibility.kivy_behavior import FocusableBehavior
from accessibility.roles import Action
from tests.accessibility.fake_window import Stage, frame

Make = Callable[..., Stage]


class Title(FocusableBehavior, Label):
    a11y_role = "heading"
    a11y_tab_stop = False


def column(*widgets: object) -> BoxLayout:
    box = BoxLayout(orientation="vertical", size=(800, 600))
    for widget in widgets:
        box.add_widget(widget)
    return box


def whole(shown: Stage) -> bool:
    """Whether the platform's copy is complete and nothing in it is stale."""
    told = shown.log.nodes
    reached = {uid for node in told.values() for uid in node.children} | {shown.bridge.tree.root}
    return told == shown.bridge.nodes and reached == told.keys() and shown.log.focus in told


def test_what_has_gone_when_its_turn_comes_is_left_alone(stage: Make) -> None:
    pressed: list[str] = []
    key = Button(text="go", on_release=lambda _: pressed.append("go"))
    box = column(key, Button(text="other"))
    shown = stage(box)
    shown.bridge.focus.focus(key)
    for action in Action:
        shown.bridge.perform(key.uid, action, 0, "x")
    box.remove_widget(key)
    frame()
    assert (pressed, shown.focus, whole(shown)) == ([], "other", True)


def test_ids_that_never_were_and_actions_nobody_knows(stage: Make) -> None:
    slider = Slider(value=5)
    shown = stage(slider)
    shown.bridge.perform(123456, Action.CLICK)
    shown.bridge.perform(slider.uid, "juggle")
    shown.bridge.perform(slider.uid, Action.SET_VALUE, "much")
    shown.bridge.perform(slider.uid, Action.SET_VALUE, float("nan"))
    shown.bridge.perform(slider.uid, Action.SET_VALUE)
    shown.bridge.perform(shown.bridge.tree.root, Action.CLICK)
    shown.bridge.perform(shown.bridge.tree.root, Action.FOCUS)
    frame()
    assert (slider.value, whole(shown)) == (5, True)


def test_a_screen_swapped_by_the_very_press(stage: Make) -> None:
    manager = ScreenManager(transition=NoTransition())
    first, second = Screen(name="first"), Screen(name="second")
    go = Button(text="go", on_release=lambda _: setattr(manager, "current", "second"))
    first.add_widget(column(go, Button(text="stay")))
    second.add_widget(column(Title(text="Second"), Button(text="back")))
    for screen in (first, second):
        manager.add_widget(screen)
    shown = stage(manager)
    shown.bridge.focus.focus(go)
    shown.ask(go, Action.CLICK)
    assert shown.focus in ("Second", "back")
    assert go.uid not in shown.log.nodes
    shown.ask(go, Action.CLICK)
    assert (manager.current, whole(shown)) == ("second", True)
    manager.current = "first"
    frame()
    assert (shown.log.nodes[go.uid].name, whole(shown)) == ("go", True)


def test_a_dialog_that_opens_and_goes_in_one_frame(stage: Make) -> None:
    key = Button(text="open")
    shown = stage(key)
    shown.bridge.focus.focus(key)
    modal = ModalView()
    modal.add_widget(Button(text="inside"))
    shown.window.add_widget(modal)
    shown.window.remove_widget(modal)
    frame()
    assert (shown.focus, whole(shown)) == ("open", True)


def test_a_widget_behind_a_dialog_cannot_take_the_focus(stage: Make) -> None:
    behind, field = Button(text="behind"), Title(text="behind too")
    shown = stage(column(behind, field))
    modal = ModalView()
    modal.add_widget(Button(text="inside"))
    shown.window.add_widget(modal)
    frame()
    assert not shown.bridge.focus.focus(behind)
    field.focus = True  # by the program itself, past the manager
    frame()
    assert (shown.focus, field.focus) == ("inside", False)


def test_a_flood_of_changes_is_one_update(stage: Make) -> None:
    labels = [Label(text=str(number)) for number in range(100)]
    shown = stage(column(*labels))
    made, sent = shown.bridge.tree.rebuilt, len(shown.log.updates)
    for number in range(10_000):
        labels[number % 100].text = f"change {number}"
    frame()
    assert len(shown.log.updates) == sent + 1
    assert shown.bridge.tree.rebuilt - made == 100
    assert (shown.node(labels[99]).name, whole(shown)) == ("change 9999", True)


def test_everything_is_replaced_again_and_again(stage: Make) -> None:
    box = column()
    shown = stage(box)
    for turn in range(20):
        box.clear_widgets()
        for number in range(5):
            box.add_widget(Button(text=f"{turn} {number}"))
        frame()
        shown.window.press(TAB)
        assert (shown.focus.startswith(f"{turn} "), whole(shown)) == (True, True)


def test_a_reader_that_goes_and_comes_gets_all_anew_and_nothing_between(stage: Make) -> None:
    label = Label(text="a")
    shown = stage(column(label))
    shown.bridge.listening(False)
    frame()
    sent = len(shown.log.updates)
    label.text = "b"
    frame()
    assert len(shown.log.updates) == sent
    shown.bridge.listening(True)
    frame()
    assert (shown.log.updates[-1].complete, shown.node(label).name, whole(shown)) == (True, "b", True)


def test_asked_from_many_threads_at_once(stage: Make) -> None:
    pressed: list[int] = []
    key = Button(text="go", on_release=lambda _: pressed.append(1))
    shown = stage(key)
    threads = [threading.Thread(target=shown.bridge.perform, args=(key.uid, Action.CLICK)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    frame()
    assert len(pressed) == 8


def test_after_closing_nothing_is_told(stage: Make) -> None:
    label = Label(text="a")
    shown = stage(column(label))
    shown.bridge.close()
    sent = len(shown.log.updates)
    label.text = "b"
    frame()
    assert len(shown.log.updates) == sent
