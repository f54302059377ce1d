"""The dialogs that Kivy's settings open: what is filled in or chosen there is called what the setting is called."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import kivy.core.window
import kivy.uix.settings
import pytest
from kivy.config import ConfigParser
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.popup import Popup
from kivy.uix.settings import InterfaceWithNoMenu, Settings
from kivy.uix.textinput import TextInput

from accessibility.keyboard import TAB
from accessibility.node import Node
from accessibility.roles import Action, Role
from tests.accessibility.fake_window import Stage, frame, frames

Make = Callable[..., Stage]
KINDS = """[
    {"type": "string", "title": "Name", "section": "a", "key": "name"},
    {"type": "numeric", "title": "Copies", "section": "a", "key": "copies"},
    {"type": "path", "title": "Folder", "section": "a", "key": "folder"},
    {"type": "color", "title": "Ink", "section": "a", "key": "ink"},
    {"type": "options", "title": "Paper", "section": "a", "key": "paper", "options": ["A4", "A3", "Letter"]}
]"""


@pytest.fixture
def shown(stage: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stage]:
    (tmp_path / "one.txt").write_text("x")
    config = ConfigParser()
    values = {"name": "Wang", "copies": "2", "folder": str(tmp_path), "ink": "#ff0000ff", "paper": "A3"}
    config.setdefaults("a", values)
    settings: Settings = Settings(size=(800, 600), interface_cls=InterfaceWithNoMenu)
    settings.add_json_panel("First", config, data=KINDS)
    made = stage(settings)
    for module in (kivy.core.window, kivy.uix.settings):
        monkeypatch.setattr(module, "Window", made.window)
    yield made
    for left in [child for child in made.window.children if isinstance(child, Popup)]:
        left.dismiss(animation=False)


def opened(shown: Stage, title: str, role: Role) -> Node:
    """What the dialog of that setting asks for."""
    shown.bridge.perform(shown.only(Role.BUTTON, title).id, Action.CLICK)
    for _ in frames():
        if shown.log.find(role, title) is not None:
            break
    assert shown.only(Role.DIALOG).name == title
    return shown.only(role, title)


@pytest.mark.parametrize(
    ("title", "role", "value"),
    [("Name", Role.TEXTBOX, "Wang"), ("Copies", Role.TEXTBOX, "2"), ("Folder", Role.TREE, ""),
     ("Ink", Role.GROUP, "#ff0000ff"), ("Paper", Role.RADIOGROUP, "")],
)  # fmt: skip
def test_what_is_asked_for_has_the_name_of_the_setting(shown: Stage, title: str, role: Role, value: str) -> None:
    assert opened(shown, title, role).value == value


def test_options_are_radio_buttons_of_a_group_that_say_their_place(shown: Stage) -> None:
    group = opened(shown, "Paper", Role.RADIOGROUP)
    told = [shown.log.nodes[uid] for uid in group.children]
    radios = [(node.name, node.checked, node.position, node.set_size) for node in told if node.role is Role.RADIO]
    assert radios == [("A4", False, 1, 3), ("A3", True, 2, 3), ("Letter", False, 3, 3)]


def test_the_field_is_gone_to_by_tab_and_heard_by_its_name(shown: Stage) -> None:
    opened(shown, "Name", Role.TEXTBOX)
    assert shown.focus == "Name"
    shown.window.press(TAB)
    frame()
    assert shown.focus == "Ok"


def popup(stage: Make, *fields: Any) -> Stage:
    box = BoxLayout(orientation="vertical")
    for field in fields:
        box.add_widget(field)
    return stage(Popup(title="Send", content=box, size_hint=(None, None), size=(400, 300)))


def test_two_fields_or_one_with_a_hint_are_not_the_title(stage: Make) -> None:
    hinted = popup(stage, TextInput(hint_text="Amount"))
    assert [node.name for node in hinted.log.nodes.values() if node.role is Role.TEXTBOX] == ["Amount"]
    two = popup(stage, TextInput(), TextInput())
    assert [node.name for node in two.log.nodes.values() if node.role is Role.TEXTBOX] == ["", ""]


def test_the_title_that_changes_changes_the_name(stage: Make) -> None:
    shown = popup(stage, TextInput())
    shown.window.children[0].title = "Send again"
    frame()
    assert shown.only(Role.TEXTBOX).name == "Send again"
