"""Stock widgets made of many: what they are told as on a stage, and that what they offer is done."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kivy.config import ConfigParser
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.colorpicker import ColorPicker
from kivy.uix.filechooser import FileChooserIconView
from kivy.uix.settings import InterfaceWithNoMenu, Settings, SettingsWithSidebar

from accessibility.keyboard import RIGHT
from accessibility.roles import Action, Role
from tests.accessibility.fake_window import Stage, frame, frames

Make = Callable[..., Stage]
ITEMS = """[
    {"type": "title", "title": "Reading"},
    {"type": "bool", "title": "Aloud", "desc": "Reads all", "section": "a", "key": "aloud"},
    {"type": "string", "title": "Name", "section": "a", "key": "name"}
]"""


def kinds(shown: Stage, *roles: Role) -> list[str]:
    return [node.name for node in shown.log.nodes.values() if node.role in roles]


def test_a_colour_picker_is_a_group_of_named_sliders_and_fields(stage: Make) -> None:
    picker = ColorPicker(color=(1, 0, 0, 1), size=(800, 600))
    shown = stage(picker)
    assert shown.node(picker).role is Role.GROUP
    for role in (Role.SLIDER, Role.TEXTBOX):
        assert {"R", "G", "B", "A", "H", "S", "V"} <= set(kinds(shown, role))
    green = shown.only(Role.SLIDER, "G")
    shown.bridge.perform(green.id, Action.SET_VALUE, 255)
    for _ in frames():
        if shown.node(picker).value == "#ffff00ff":
            break
    assert shown.node(picker).value == "#ffff00ff"


def panel(**options: Any) -> tuple[Settings, ConfigParser]:
    config = ConfigParser()
    config.setdefaults("a", {"aloud": "0", "name": "Wang"})
    settings: Settings = options.pop("kind", Settings)(size=(800, 600), **options)
    for title in ("First", "Second"):
        settings.add_json_panel(title, config, data=ITEMS)
    return settings, config


def test_settings_are_pressed_and_switched(stage: Make) -> None:
    settings, config = panel(interface_cls=InterfaceWithNoMenu)
    shown = stage(settings)
    aloud, name = shown.only(Role.SWITCH, "Aloud"), shown.only(Role.BUTTON, "Name")
    assert (aloud.checked, aloud.description, name.value) == (False, "Reads all", "Wang")
    assert shown.only(Role.HEADING, "Reading").level == 2
    shown.bridge.perform(aloud.id, Action.CLICK)
    frame()
    assert (shown.log.nodes[aloud.id].checked, config.get("a", "aloud")) == (True, "1")
    shown.bridge.perform(aloud.id, Action.CLICK)
    frame()
    assert shown.log.nodes[aloud.id].checked is False


def test_the_side_menu_of_settings_is_stepped_through(stage: Make) -> None:
    shown = stage(panel(kind=SettingsWithSidebar)[0])
    menu = shown.only(Role.SPINBUTTON)
    assert (menu.name, menu.value) == ("First", "1/2")
    shown.bridge.perform(menu.id, Action.FOCUS)
    frame()
    shown.window.press(RIGHT)
    frame()
    menu = shown.only(Role.SPINBUTTON)
    assert (menu.name, menu.value, shown.focus) == ("Second", "2/2", "Second")
    shown.bridge.perform(menu.id, Action.INCREMENT)
    shown.bridge.perform(menu.id, Action.DECREMENT)
    frame()
    assert shown.only(Role.SPINBUTTON).value == "1/2"


def test_files_as_icons_are_options_that_can_be_chosen_and_opened(stage: Make, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "two.txt").write_text("x")
    chooser = FileChooserIconView(path=str(tmp_path), size=(800, 600))
    shown = stage(chooser)
    for _ in frames():
        if len(kinds(shown, Role.OPTION)) >= 2:
            break
    one = next(node for node in shown.log.nodes.values() if node.name.startswith("one.txt"))
    assert (one.role, one.selected, one.position) == (Role.OPTION, False, 3)
    shown.bridge.perform(one.id, Action.CLICK)
    frame()
    assert chooser.selection == [str(tmp_path / "one.txt")]
    assert shown.log.nodes[one.id].selected is True
    folder = next(node for node in shown.log.nodes.values() if node.name.startswith("folder"))
    shown.bridge.perform(folder.id, Action.CLICK)
    for _ in frames():
        if any(name.startswith("two.txt") for name in kinds(shown, Role.OPTION)):
            break
    assert any(name.startswith("two.txt") for name in kinds(shown, Role.OPTION))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Kivy asks docutils in an old way
def test_restructured_text_has_headings_text_and_lists(stage: Make) -> None:
    from kivy.uix.rst import RstDocument  # noqa: PLC0415 - warns when it is imported

    box = BoxLayout(size=(800, 600))
    box.add_widget(RstDocument(text="Title\n=====\n\nSome *plain* words\n\n- first\n- second\n"))
    shown = stage(box)
    for _ in frames():
        if kinds(shown, Role.HEADING):
            break
    assert shown.only(Role.HEADING, "Title").level == 1
    assert "Some plain words" in kinds(shown, Role.STATICTEXT)
    assert [node.set_size for node in shown.log.nodes.values() if node.role is Role.LISTITEM] == [2, 2]
