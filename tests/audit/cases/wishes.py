"""What is changed while the program runs: CON-06, TXT-10, TXT-13."""

from __future__ import annotations

from PIL import Image

from accessibility.checks.frame import Frame
from accessibility.checks.screen import Screen
from accessibility.checks.tried import Enlarged, Wished
from accessibility.probe.seen import Seen
from tests.audit.cases.table import SIZE, Cases, frame, node, screen

CASES = Cases()

WHITE, NIGHT, BLACK, CREAM = "#ffffff", "#0e1518", "#000000", "#fff6d5"


def _painted(colour: str, **facts: str) -> Frame:
    return frame(node("heading", "首页"), picture=Image.new("RGB", SIZE, colour), **facts)


def _text(height: int) -> Frame:
    return frame(node("label", "余额", at=(20, 20, 200, height), ref="balance"))


BEFORE, LARGER = _text(30), _text(39)
BUTTON = node("push button", "转账", at=(20, 20, 200, 50))
HIGH = (480, 640)


def _turned(*nodes: Seen) -> tuple[Frame, Frame]:
    return frame(BUTTON), frame(*nodes, picture=Image.new("RGB", HIGH, "white"))


ENLARGED = Enlarged(BEFORE, LARGER, BEFORE, 1)


def _wished(*colours: Frame, enlarged: Enlarged = ENLARGED, turned: tuple[Frame, ...] = ()) -> Screen:
    return screen(BUTTON, wished=Wished(colours, enlarged, turned))


@CASES.screen(passed="CON-06 TXT-10", inapplicable="TXT-13")
def three_sets_of_colours() -> Screen:
    return _wished(_painted(WHITE), _painted(NIGHT), _painted(BLACK))


@CASES.screen(failed="CON-06")
def two_sets_of_colours() -> Screen:
    return _wished(_painted(WHITE), _painted(NIGHT))


@CASES.screen(failed="CON-06")
def only_light_colours() -> Screen:
    return _wished(_painted(WHITE), _painted(CREAM), _painted("#e2eff0"))


@CASES.screen(failed="CON-06")
def only_dark_colours() -> Screen:
    return _wished(_painted(BLACK), _painted(NIGHT), _painted("#101010"))


@CASES.screen(failed="CON-06")
def colours_of_another_window() -> Screen:
    return _wished(_painted(WHITE), _painted(NIGHT), _painted(BLACK, title="听见"))


@CASES.screen(inapplicable="CON-06 TXT-10")
def nothing_to_choose() -> Screen:
    bare = frame()
    return _wished(enlarged=Enlarged(bare, bare, bare, 1))


@CASES.screen(failed="TXT-10")
def text_that_stays_small() -> Screen:
    return _wished(enlarged=Enlarged(BEFORE, _text(31), BEFORE, 3))


@CASES.screen(failed="TXT-10")
def text_that_takes_three_steps() -> Screen:
    return _wished(enlarged=Enlarged(BEFORE, LARGER, BEFORE, 3))


@CASES.screen(failed="TXT-10")
def text_that_stays_large() -> Screen:
    return _wished(enlarged=Enlarged(BEFORE, LARGER, LARGER, 1))


@CASES.screen(passed="TXT-13")
def window_that_turns() -> Screen:
    return _wished(turned=_turned(BUTTON))


@CASES.screen(failed="TXT-13")
def turned_window_without_its_button() -> Screen:
    return _wished(turned=_turned())


@CASES.screen(failed="TXT-13")
def turned_window_that_is_too_narrow() -> Screen:
    wide = node("push button", "转账", at=(20, 20, 500, 50))
    return _wished(turned=_turned(wide))
