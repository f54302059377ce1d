"""Links in the text of labels: reached by Tab, told as links where they are drawn, and followed in every way."""

from collections.abc import Callable
from typing import Any

import pytest
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.button import Button
from kivy.uix.label import Label

from accessibility.keyboard import ENTER, SPACE, TAB
from accessibility.kivy_snapshot import snapshot
from accessibility.node import Node
from accessibility.providers.atspi.content import content_of
from accessibility.roles import Action, Role, State
from tests.accessibility.fake_window import Stage, frame, frames

Make = Callable[..., Stage]
WORDS = "Read the [ref=terms]terms of [b]use[/b][/ref] and [ref=prices]what it costs[/ref]."


class Contract(Label):
    """Remembers what was followed."""

    def __init__(self, text: str = WORDS, **kwargs: Any) -> None:
        super().__init__(text=text, markup=True, size_hint=(None, None), **({"size": (600, 100)} | kwargs))
        self.followed: list[str] = []

    def on_ref_press(self, ref: str) -> None:
        self.followed.append(ref)


def links(shown: Stage) -> dict[str, Node]:
    return {node.name: node for node in shown.log.nodes.values() if node.role is Role.LINK}


def test_links_stand_in_their_text_each_where_it_is_drawn(stage: Make) -> None:
    label = Contract(pos=(40, 200))
    shown = stage(label)
    frame(4)
    text, found = shown.node(label), links(shown)
    assert (text.role, text.name) == (Role.STATICTEXT, "Read the terms of use and what it costs.")
    assert list(found) == ["terms of use", "what it costs"]
    assert text.children == tuple(node.id for node in found.values())
    told = content_of(text)
    assert told is not None
    assert told.characters == text.name, "the whole sentence is still read as a text"
    for (name, link), zones in zip(found.items(), label.refs.values(), strict=True):
        left = label.center_x - label.texture_size[0] / 2
        top = shown.window.height - label.center_y - label.texture_size[1] / 2
        assert link.bounds.left == pytest.approx(left + zones[0][0]), name
        assert link.bounds.right == pytest.approx(left + zones[-1][2]), name
        assert link.bounds.top - 1 <= top + zones[0][1] < top + zones[0][3] <= link.bounds.bottom + 1, name
        assert State.FOCUSABLE in link.states


def test_tab_goes_from_link_to_link_and_keys_and_clicks_follow_them(stage: Make) -> None:
    label = Contract()
    shown = stage(label, Button(text="After", size_hint=(None, None)))
    frame(4)
    for name in ("terms of use", "what it costs", "After", "terms of use"):
        shown.window.press(TAB)
        frame()
        assert shown.focus == name
    shown.window.press(ENTER)
    shown.window.press(SPACE)
    shown.bridge.perform(links(shown)["what it costs"].id, Action.CLICK)
    frame()
    assert label.followed == ["terms", "terms", "prices"]


def test_the_ring_is_drawn_around_the_link(stage: Make) -> None:
    label = Contract()
    shown = stage(label)
    frame(4)
    shown.window.press(TAB)
    link = shown.bridge.focus.current
    assert link is not None
    assert link.canvas in label.canvas.children
    assert len(link.canvas.after.children) == 1
    shown.window.press(TAB)
    assert not link.canvas.after.children


def test_links_follow_the_text(stage: Make) -> None:
    label = Contract()
    shown = stage(label)
    frame(4)
    shown.window.press(TAB)
    shown.window.press(TAB)
    label.text = "Only the [ref=rules]rules[/ref]"
    frame(4)
    assert list(links(shown)) == ["rules"]
    assert shown.focus == "rules", "the focus of a link that has gone goes beside"
    shown.window.press(ENTER)
    assert label.followed == ["rules"]
    label.pos = (100, 300)
    frame(4)
    assert links(shown)["rules"].bounds.left > 100
    label.disabled = True
    frame()
    assert State.DISABLED in links(shown)["rules"].states
    label.disabled, label.markup = False, False
    frame()
    assert links(shown) == {}


def test_one_target_in_two_places_is_two_links_and_a_wrapped_one_is_one(stage: Make) -> None:
    label = Contract("[ref=a]here[/ref] or [ref=a]there and further on[/ref]", text_size=(90, None))
    shown = stage(label)
    frame(4)
    here, there = links(shown).values()
    assert (here.name, there.name) == ("here", "there and further on")
    assert there.bounds.height > 1.5 * here.bounds.height
    assert there.bounds.bottom > here.bounds.bottom + 1


def test_a_link_that_is_cut_off_is_still_there(stage: Make) -> None:
    label = Contract(
        "A long beginning, then a [ref=a]link[/ref]", text_size=(80, None), shorten=True, shorten_from="right"
    )
    shown = stage(label)
    frame(4)
    assert links(shown)["link"].bounds == shown.node(label).bounds
    shown.bridge.perform(links(shown)["link"].id, Action.CLICK)
    frame()
    assert label.followed == ["a"]


def test_a_button_is_one_thing_whatever_is_in_its_text(stage: Make) -> None:
    button = Button(text="Go [ref=a]on[/ref]", markup=True)
    box = type("Card", (BoxLayout,), {"a11y_role": "button"})()
    box.add_widget(Contract())
    shown = stage(button, box)
    frame(4)
    assert (shown.node(button).name, shown.node(button).children) == ("Go on", ())
    assert links(shown) == {}
    assert shown.node(box).name == "Read the terms of use and what it costs.", "said once"


def test_a_picture_of_the_moment_has_them_too(stage: Make) -> None:
    label = Contract()
    stage(label)
    frame(4)
    nodes, _ = snapshot([label])
    assert [node.name for node in nodes.values() if node.role is Role.LINK] == ["terms of use", "what it costs"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # Kivy asks docutils in an old way
def test_a_link_in_restructured_text_goes_to_what_it_names(stage: Make) -> None:
    from kivy.uix.rst import RstDocument  # noqa: PLC0415 - warns when it is imported

    body = "\n\n".join(f"Paragraph {number}" for number in range(60))
    document = RstDocument(text=f"Title\n=====\n\nGo to the end_ now.\n\n{body}\n\n.. _end:\n\nThe end\n")
    box = BoxLayout(size=(800, 600))
    box.add_widget(document)
    shown = stage(box)
    for _ in frames():
        if links(shown):
            break
    frame(4)
    assert document.scroll_y == 1
    shown.window.press(TAB)
    assert shown.focus == "end"
    shown.window.press(ENTER)
    for _ in frames():
        if document.scroll_y < 0.1:
            break
    assert document.scroll_y < 0.1
    assert shown.focus == "The end", "what it leads to is read"
    shown.window.press(TAB)
    assert shown.focus == "end", "a target is no Tab stop"
    shown.bridge.perform(links(shown)["end"].id, Action.CLICK)
    frame()
    assert shown.focus == "The end"
