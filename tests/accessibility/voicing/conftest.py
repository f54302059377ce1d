"""The screen that most tests of the reader begin with."""

import pytest

from accessibility.node import Node
from accessibility.roles import Role
from tests.accessibility.voicing.reader_screen import FOCUSABLE, Screen


@pytest.fixture
def screen() -> Screen:
    one = Screen(
        Node(2, Role.HEADING, name="Transfer", level=1, states=FOCUSABLE),
        Node(3, Role.RADIOGROUP, name="To", children=(4, 5)),
        Node(4, Role.RADIO, name="Li", checked=True, position=1, set_size=2, states=FOCUSABLE, actions=("click",)),
        Node(5, Role.RADIO, name="Wang", checked=False, position=2, set_size=2, states=FOCUSABLE, actions=("click",)),
        Node(6, Role.BUTTON, name="Next", states=FOCUSABLE, actions=("click",)),
    )
    one.reader.turn(True)
    one.mouth.take()
    return one
