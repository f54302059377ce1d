"""The watcher: every screen is judged once, what passes by is let pass, what stays wrong is told."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from PIL import Image

from accessibility.audit import watch
from accessibility.audit.watch import ScreenBroken, ScreenRestless, Watcher
from accessibility.probe.errors import NotThereError
from accessibility.probe.seen import Seen
from tests.audit.cases.table import SIZE, frame, node
from tests.audit.made_results import RULES

WHITE = Image.new("RGB", SIZE, "white")
TREE_ONLY = tuple(loaded for loaded in RULES if loaded.rule.id in ("SEM-01", "SEM-13"))

REMOVAL = tuple(loaded for loaded in RULES if loaded.rule.id == "KBD-10.gone")


def shown(button: str, focus: str = "") -> Seen:
    """A window with a heading and a button."""
    return frame(node("heading", "登录"), node("push button", button, states=focus)).window


def watcher(windows: Callable[[], Seen]) -> Watcher:
    return Watcher(windows, lambda: WHITE, rules=TREE_ONLY)


def one_after_another(*windows: Seen) -> Callable[[], Seen]:
    """Each is what is there at one look; the last one stays."""
    left = iter(windows)
    return lambda: next(left, windows[-1])


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing moves here, so nothing has to be waited for."""
    monkeypatch.setattr(watch, "PATIENCE", 0.05)


def test_a_good_screen_passes_and_is_judged_once() -> None:
    watching = watcher(lambda: shown("转账"))
    watching.look()
    assert len(watching.judged) == 1
    watching.look(shown("转账", focus="focused"))
    assert len(watching.judged) == 1


def test_a_broken_screen_is_told_in_the_words_of_the_rule() -> None:
    with pytest.raises(ScreenBroken, match=r"SEM-01 failed.*no name(.|\n)*push button ''"):
        watcher(lambda: shown("")).look()


def test_a_known_screen_that_breaks_is_judged_again() -> None:
    windows = [shown("转账")]
    watching = watcher(lambda: windows[-1])
    watching.look()
    windows.append(shown(""))
    with pytest.raises(ScreenBroken):
        watching.look(windows[-1])


def payees(*names: str, focus: str = "") -> Seen:
    """A list with a button for each name; what is called ``focus`` has the focus."""
    buttons = (node("push button", name, states="focused" if name == focus else "") for name in names)
    home = node("push button", "首页", states="focused" if focus == "首页" else "")
    return frame(node("heading", "收款人"), node("list", "收款人", *buttons), home).window


def test_the_focus_that_is_lost_with_a_deleted_item_is_told_on_a_known_screen() -> None:
    windows = [payees("张三")]
    watching = Watcher(lambda: windows[-1], lambda: WHITE, rules=REMOVAL)
    for window in (payees("张三"), payees("张三", "王芳", focus="王芳")):
        windows.append(window)
        watching.look(window)
    windows.append(payees("张三", focus="张三"))
    watching.look(windows[-1])
    windows.append(payees("张三", "王芳", focus="王芳"))
    watching.look(windows[-1])
    windows.append(payees("张三"))
    with pytest.raises(ScreenBroken, match=r"KBD-10.gone failed: nothing has the focus"):
        watching.look(windows[-1])


def test_what_is_being_drawn_is_let_pass() -> None:
    watcher(one_after_another(shown(""), shown(""), shown("转账"))).look()


def test_a_window_that_goes_is_nobodys_fault() -> None:
    def gone() -> Seen:
        raise NotThereError("closed")

    watcher(gone).look()


def test_a_window_that_goes_between_two_looks_is_nobodys_fault() -> None:
    def going() -> Iterator[Seen]:
        yield shown("转账")
        raise NotThereError("closed")

    looks = going()
    watcher(lambda: next(looks)).look()


def test_a_tree_that_never_rests_is_told() -> None:
    count = itertools.count()
    with pytest.raises(ScreenRestless, match=r"did not come to rest.*changed in its tree: push button '\d+'"):
        watcher(lambda: shown(f"{next(count)}")).look()


def test_a_picture_that_never_rests_is_told_with_its_place() -> None:
    pictures = itertools.cycle([WHITE, Image.new("RGB", SIZE, "black")])
    watching = watcher(lambda: shown("转账"))
    watching.picture = lambda: next(pictures)
    with pytest.raises(ScreenRestless, match=r"painted anew: \(0, 0, 640, 480\)"):
        watching.look()


def test_a_caret_that_blinks_while_the_tree_is_read_is_no_unrest() -> None:
    shown, hidden = Image.new("RGB", SIZE, "white"), Image.new("RGB", SIZE, "white")
    shown.paste("black", (30, 30, 32, 60))
    pictures = itertools.cycle([shown, hidden])
    field = node("entry", "金额", at=(20, 20, 200, 50), states="focused")
    watching = watcher(lambda: frame(node("heading", "转账"), field).window)
    watching.picture = lambda: next(pictures)
    watching.look()
    assert watching.judged


def test_what_is_excused_does_not_fail() -> None:
    watching = Watcher(lambda: shown(""), lambda: WHITE, rules=TREE_ONLY, excused=lambda verdict: True)
    watching.look()
    assert watching.judged
