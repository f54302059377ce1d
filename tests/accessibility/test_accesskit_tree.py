"""A whole window at AccessKit, through a bridge: readers that come and go, what is told anew, what is asked for."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import accesskit as ak
import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label
from kivy.uix.textinput import TextInput
from kivy.uix.widget import Widget

from accessibility.kivy_behavior import AccessibleBehavior
from accessibility.providers.accesskit_provider import AccessKitProvider
from accessibility.providers.accesskit_texts import node_id
from accessibility.providers.fresh_ids import FreshIds
from tests.accessibility.fake_accesskit import FakeUnix
from tests.accessibility.fake_window import Stage, frame
from tests.accessibility.test_accesskit_nodes import WORDS


class Field(AccessibleBehavior, TextInput): ...


class Part(AccessibleBehavior, BoxLayout): ...


class Words(AccessibleBehavior, Label): ...


@pytest.fixture
def adapter(monkeypatch: pytest.MonkeyPatch) -> type[FakeUnix]:
    unix = ModuleType("accesskit.unix")
    FakeUnix.made = []
    unix.Adapter = FakeUnix  # type: ignore[attr-defined]
    monkeypatch.setattr(ak, "unix", unix)
    monkeypatch.setitem(sys.modules, "accesskit.unix", unix)
    monkeypatch.setattr(AccessKitProvider, "_hear_keys", lambda self: None)
    return FakeUnix


def stage_with(adapter: type[FakeUnix], *widgets: Any) -> tuple[Stage, FakeUnix]:
    stage = Stage(*widgets, listening=False)
    stage.bridge.provider = FreshIds(AccessKitProvider(words=WORDS))
    stage.bridge.provider.start(stage.bridge, stage.window)
    return stage, adapter.made[0]


def test_a_reader_that_comes_again_is_told_the_whole_tree_of_now(adapter: type[FakeUnix]) -> None:
    button = Button(text="before")
    stage, there = stage_with(adapter, button)
    there.reader(comes=True)
    assert {"Test", "before"} <= set(there.nodes())
    there.reader(comes=False)
    button.text = "after"
    frame()
    assert there.updates == [], "nothing is built while nobody listens"
    there.reader(comes=True)
    assert there.updates[0].tree is not None
    assert "after" in there.nodes()
    assert "before" not in there.nodes()
    button.text = "later"
    frame()
    assert "later" in there.nodes()
    stage.close()


def test_nothing_is_asked_of_the_adapter_while_it_calls(adapter: type[FakeUnix]) -> None:
    """Its lock is held then, and whoever waits for that keeps the interpreter, which the call needs to return."""
    stage, there = stage_with(adapter, Button(text="press"))

    def meanwhile() -> None:
        stage.bridge.provider.window_moved(10, 20, 300, 200)
        stage.bridge.provider.window_focus(True)
        assert there.window == []

    there.reader_comes_slowly(meanwhile)
    assert "press" in there.nodes()
    bounds, focused = there.window
    assert (bounds.x0, bounds.y0, bounds.x1, bounds.y1, focused) == (10, 20, 310, 220, True)
    stage.close()


def test_of_a_reader_that_came_and_went_at_once_nothing_is_kept(adapter: type[FakeUnix]) -> None:
    """The whole tree that it was to get is on its way when it goes: nothing is told after that, until one comes."""
    stage, there = stage_with(adapter, Button(text="press"))
    there.active = True
    there.activation()
    there.active = False
    there.deactivation()
    frame()
    stage.bridge.provider.window_focus(True)
    stage.bridge.provider.window_moved(10, 20, 300, 200)
    assert there.window == []
    there.reader(comes=True)
    assert "press" in there.nodes()
    assert [focused for focused in there.window if isinstance(focused, bool)] == [True]
    stage.close()


def test_a_secret_reaches_accesskit_as_bullets(adapter: type[FakeUnix]) -> None:
    field = TextInput(password=True, multiline=False, text="Zq7XvB")
    stage, there = stage_with(adapter, field)
    there.reader(comes=True)
    field.text += "9"
    frame()
    everything = [node for update in there.updates for _, node in update.nodes]
    forms = ("label", "value", "description", "placeholder")
    texts = [str(getattr(node, form)) for node in everything for form in forms]
    assert not [text for text in texts if "Zq7" in text]
    runs = [node for node in everything if node.role == ak.Role.TEXT_RUN]
    assert len(runs[-1].value) == 7
    assert set(runs[-1].value) == {runs[-1].value[0]}
    assert [node for node in everything if node.role == ak.Role.PASSWORD_INPUT]
    stage.close()


def test_what_names_others_is_told_again_when_they_come_and_go(adapter: type[FakeUnix]) -> None:
    """AccessKit panics at the name of a node that is not there, and what comes back has another id."""
    page, shown = Widget(), Label(text="Rates")  # a layout would move the field, and so tell it again
    field = Field(a11y_name="Currency", a11y_controls=shown)
    page.add_widget(field)
    stage, there = stage_with(adapter, page)
    there.reader(comes=True)

    def controlled() -> list[str | None]:
        known = {uid: node for update in there.updates for uid, node in update.nodes}
        return [known[uid].value for uid in known[node_id(field.uid)].controls]

    assert controlled() == []
    for words in ("Rates", "Newer rates"):
        shown.text = words
        page.add_widget(shown)
        frame()
        assert controlled() == [words]
        page.remove_widget(shown)
        frame()
        assert controlled() == []
    stage.close()


def test_a_selection_in_a_field_that_has_gone_is_let_go(adapter: type[FakeUnix]) -> None:
    field = TextInput(multiline=False, text="转账")
    stage, there = stage_with(adapter, field, Button(text="stays"))
    there.reader(comes=True)
    stage.window.remove_widget(field)
    frame()

    class Request:
        target, action = node_id(field.uid), ak.Action.SET_TEXT_SELECTION
        data = (0, ak.TextSelection(ak.TextPosition(node_id(field.uid, 1), 0), ak.TextPosition(0, 1)))

    there.action(Request())
    frame()
    assert "stays" in there.nodes()
    stage.close()


def test_a_value_that_a_reader_sets_and_text_that_it_selects_arrive(adapter: type[FakeUnix]) -> None:
    field = TextInput(multiline=False, text="转账给李")
    stage, there = stage_with(adapter, field)
    there.reader(comes=True)
    (run,) = [uid for update in there.updates for uid, node in update.nodes if node.role == ak.Role.TEXT_RUN]

    class Request:
        target, action = node_id(field.uid), ak.Action.SET_TEXT_SELECTION
        data = (0, ak.TextSelection(ak.TextPosition(run, 1), ak.TextPosition(run, 3)))

    there.action(Request())
    frame()
    assert field.selection_text == "账给"

    class SetValue:
        target, action, data = node_id(field.uid), ak.Action.SET_VALUE, (0, "查询余额")

    there.action(SetValue())
    frame()
    assert field.text == "查询余额"
    stage.close()


def test_a_header_that_is_named_anew_is_told_with_its_cells(adapter: type[FakeUnix]) -> None:
    heading = Words(text="Amount", a11y_role="columnheader")
    cell = Words(text="12.00", a11y_role="cell")
    table = Part(orientation="vertical", a11y_role="table", a11y_name="Payments")
    for one in (heading, cell):
        row = Part(a11y_role="row")
        row.add_widget(one)
        table.add_widget(row)
    stage, there = stage_with(adapter, table)
    there.reader(comes=True)

    def described() -> str | None:
        told = {uid: node for update in there.updates for uid, node in update.nodes}
        words: str | None = told[node_id(cell.uid)].description
        return words

    assert described() == "Amount"
    heading.text = "Sum"
    frame()
    assert described() == "Sum"
    stage.close()
