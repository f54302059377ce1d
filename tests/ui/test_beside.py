"""What is said on a screen beside the task: another task is shown, what is said of the screen itself is not."""

import pytest

from app.flows.acts import Act, Adjust, Affirm, Help, Home, Inform, Manner, OpenSettings, Repeat, Request, SignOut
from app.ui.beside import leads_back


@pytest.mark.parametrize("act", [Request("transfer_money"), Inform({"amount": "5"}), Affirm(), Home(), SignOut()])
def test_a_task_comes_to_the_front(act: Act) -> None:
    assert leads_back(act)


@pytest.mark.parametrize("act", [Help(), Repeat(), OpenSettings(), Adjust(next(iter(Manner)))])
def test_the_screen_stays_for_what_can_be_said_anywhere(act: Act) -> None:
    assert not leads_back(act)
