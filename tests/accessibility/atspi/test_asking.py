"""What a reader asks of an object: to be pressed, focused, scrolled, set and edited."""

from __future__ import annotations

from typing import Any

import pytest

from accessibility.node import Node, NumericRange
from accessibility.roles import Action, Role, State
from tests.accessibility.atspi.served import BOX, Served, text

pytestmark = pytest.mark.screen
PLAIN = (Action.CLICK, Action.EXPAND, Action.COLLAPSE, Action.INCREMENT, Action.DECREMENT, Action.SCROLL_UP,
         Action.SCROLL_DOWN, Action.SCROLL_LEFT, Action.SCROLL_RIGHT, Action.DISMISS)  # fmt: skip


def test_every_plain_action_is_offered_and_asked_for(served: Served) -> None:
    served.show(Node(10, Role.BUTTON, "all", bounds=BOX, actions=tuple(map(str, reversed(PLAIN)))))
    seen = served.seen("all")
    assert seen.actions == PLAIN
    for action in PLAIN:
        assert served.bus.act(seen, action)
        assert served.host.next() == (10, action, ())


def test_a_disabled_button_keeps_the_interface_and_offers_nothing(served: Served) -> None:
    served.show(Node(10, Role.BUTTON, "off", bounds=BOX, states=frozenset({State.DISABLED})))
    off = served.seen("off")
    assert off.actions == ()
    assert served.bus.ask(off, "Action", "DoAction", "i", 0) is False
    assert served.bus.grab_focus(off) is False
    assert served.host.asked.empty()


def test_focus_and_scrolling_are_asked_for(served: Served) -> None:
    served.show(Node(10, Role.BUTTON, "here", bounds=BOX, states=frozenset({State.FOCUSABLE})))
    here = served.seen("here")
    assert served.bus.grab_focus(here)
    assert served.host.next() == (10, Action.FOCUS, ())
    assert served.bus.scroll_to(here)
    assert served.host.next() == (10, Action.SCROLL_INTO_VIEW, ())


def test_a_value_is_read_and_set(served: Served) -> None:
    span = NumericRange(2.0, 0.0, 4.0, 0.5)
    served.show(Node(10, Role.SLIDER, "speed", bounds=BOX, range=span, value="2", actions=("set_value",)))
    speed = served.seen("speed")
    assert (speed.value, speed.range) == (2.0, (0.0, 4.0))
    assert served.bus.set_value(speed, 3.5)
    assert served.host.next() == (10, Action.SET_VALUE, (3.5,))


EDITING = tuple(
    str(action)
    for action in (Action.SET_VALUE, Action.SET_SELECTION, Action.INSERT_TEXT, Action.DELETE_TEXT, Action.COPY_TEXT,
                   Action.CUT_TEXT, Action.PASTE_TEXT)
)  # fmt: skip


@pytest.mark.parametrize(
    ("interface", "method", "signature", "values", "asked"),
    [
        ("EditableText", "SetTextContents", "s", ("新",), (Action.SET_VALUE, ("新",))),
        ("EditableText", "InsertText", "isi", (2, "转账", 6), (Action.INSERT_TEXT, (2, "转账"))),
        ("EditableText", "InsertText", "isi", (99, "转账", 3), (Action.INSERT_TEXT, (10, "转"))),
        ("EditableText", "DeleteText", "ii", (1, -1), (Action.DELETE_TEXT, (1, 10))),
        ("EditableText", "CopyText", "ii", (0, 3), (Action.COPY_TEXT, (0, 3))),
        ("EditableText", "CutText", "ii", (0, 3), (Action.CUT_TEXT, (0, 3))),
        ("EditableText", "PasteText", "i", (4,), (Action.PASTE_TEXT, (4,))),
        ("Text", "SetCaretOffset", "i", (4,), (Action.SET_SELECTION, (4, 4))),
        ("Text", "SetCaretOffset", "i", (-1,), (Action.SET_SELECTION, (10, 10))),
        ("Text", "SetSelection", "iii", (0, 1, 3), (Action.SET_SELECTION, (1, 3))),
        ("Text", "RemoveSelection", "i", (0,), (Action.SET_SELECTION, (4, 4))),
        ("Text", "ScrollSubstringTo", "iiu", (2, 5, 6), (Action.SCROLL_INTO_VIEW, (2, 5))),
        ("Text", "ScrollSubstringTo", "iiu", (8, -1, 6), (Action.SCROLL_INTO_VIEW, (8, 10))),
        ("Text", "ScrollSubstringToPoint", "iiuii", (2, 5, 1, 30, 40), (Action.SCROLL_INTO_VIEW, (2, 5))),
    ],
)
def test_every_edit_is_asked_for(
    served: Served, interface: str, method: str, signature: str, values: tuple[Any, ...], asked: tuple[str, Any]
) -> None:
    content = text("one two\n", "三四", caret=4, anchor=0)
    served.show(Node(10, Role.TEXTBOX, "letter", bounds=BOX, text=content, actions=EDITING))
    answer = served.bus.ask(served.seen("letter"), interface, method, signature, *values)
    assert answer in (True, [])  # copying answers nothing
    assert served.host.next() == (10, *asked)


@pytest.mark.parametrize("span", [(8, 11), (5, 2), (-3, 2)])
def test_a_piece_that_is_not_there_is_not_scrolled_to(served: Served, span: tuple[int, int]) -> None:
    served.show(Node(10, Role.TEXTBOX, "letter", bounds=BOX, text=text("one two\n", "三四")))
    assert served.bus.ask(served.seen("letter"), "Text", "ScrollSubstringTo", "iiu", *span, 6) is False
    assert served.host.asked.empty()


def test_a_secret_is_neither_copied_nor_cut(served: Served) -> None:
    secret = frozenset({State.PROTECTED})
    content = text("••••", caret=4, anchor=0)
    served.show(Node(10, Role.TEXTBOX, "pin", bounds=BOX, text=content, actions=EDITING, states=secret))
    pin = served.seen("pin")
    served.bus.ask(pin, "EditableText", "CopyText", "ii", 0, 4)
    assert served.bus.ask(pin, "EditableText", "CutText", "ii", 0, 4) is False
    assert served.host.asked.empty()
