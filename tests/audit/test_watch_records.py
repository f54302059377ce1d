"""What a watcher has on record beside the screen: what was told, steps of the focus, places, a second of film."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import cast

import pytest
from PIL import Image, ImageDraw

from accessibility.audit import changes, watch
from accessibility.audit.watch import ScreenBroken, Watcher
from accessibility.probe.atspi import Bus
from accessibility.probe.seen import Event, Seen
from tests.audit.cases.table import SIZE, frame, node
from tests.audit.made_results import RULES

PLACE = (60, 100, 200, 64)
BELOW = (60, 200, 200, 64)


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing moves here, so nothing has to be waited for."""
    monkeypatch.setattr(watch, "PATIENCE", 0.05)
    monkeypatch.setattr(changes, "PATIENCE", 0.0)


class Heard:
    """A bus that holds these events."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def mark(self) -> int:
        return len(self.events)

    def tell(self, kind: str, about: Seen, on: int = 0) -> None:
        self.events.append(Event(kind, 0.0, about.role, about.name, on, 0, "", about.ref))


class Watched:
    """A program whose window and picture are put there by hand, judged by some rules."""

    def __init__(self, *rules: str) -> None:
        self.bus, self.window = Heard(), frame().window
        self.picture: Callable[[], Image.Image] = lambda: Image.new("RGB", SIZE, "white")
        self.watcher = Watcher(
            lambda: self.window,
            lambda: self.picture(),
            rules=tuple(loaded for loaded in RULES if loaded.rule.id in rules),
            bus=cast(Bus, self.bus),
            secrets=("demo0101",),
        )

    def show(self, *nodes: Seen) -> None:
        """A window with these comes, and is looked at."""
        self.window = frame(*nodes).window
        mark = self.bus.mark()
        self.watcher.look(self.window, mark)

    def press(self, key: str, *nodes: Seen) -> None:
        """A key that leads to these."""
        before, self.window = self.window, frame(*nodes).window
        self.watcher.stepped(key, before, self.window, self.bus.mark())


def heading(name: str = "转账", **facts: str) -> Seen:
    return node("heading", name, **facts)


def ringed(*boxes: tuple[int, int, int, int]) -> Image.Image:
    """White, with thick lines around these."""
    image = Image.new("RGB", SIZE, "white")
    for x, y, width, height in boxes:
        ImageDraw.Draw(image).rectangle((x - 4, y - 4, x + width + 4, y + height + 4), outline="black", width=4)
    return image


# -- what was told -------------------------------------------------------------------------------------


def test_another_name_that_no_event_told_is_found() -> None:
    watched = Watched("SEM-21.between")
    watched.show(heading(), node("label", "一元", ref="sum"))
    with pytest.raises(ScreenBroken, match=r"SEM-21.between failed.*another name"):
        watched.show(heading(), node("label", "两元", ref="sum"))


def test_new_words_of_a_status_line_without_an_event_are_found() -> None:
    watched = Watched("SEM-15.event")
    watched.show(heading(), node("status bar", "正在查询", ref="status"))
    with pytest.raises(ScreenBroken, match=r"SEM-15.event failed"):
        watched.show(heading(), node("status bar", "查到了", ref="status"))


def test_another_name_that_was_told_passes() -> None:
    watched = Watched("SEM-21.between")
    label = node("label", "一元", ref="sum")
    watched.show(heading(), label)
    watched.bus.tell("object:property-change:accessible-name", label)
    before = watched.watcher
    before.look(frame(heading(), replace(label, name="两元")).window)


def test_what_went_and_came_again_may_be_another() -> None:
    """Readers forget what goes, and read anew what comes."""
    watched = Watched("SEM-21.between")
    group = node("panel", "金额", node("label", "一元", ref="sum"), ref="group")
    watched.show(heading(), group)
    watched.bus.tell("object:children-changed:add", group)
    watched.watcher.look(frame(heading(), replace(group, children=(node("label", "两元", ref="sum"),))).window)


def test_where_something_told_and_went_nothing_is_certain() -> None:
    watched = Watched("SEM-21.between")
    label = node("label", "一元", ref="sum")
    watched.show(heading(), label)
    watched.bus.tell("object:bounds-changed", replace(label, ref=""))
    watched.watcher.look(frame(heading(), replace(label, name="两元")).window)


def test_what_was_read_while_it_went_has_not_changed() -> None:
    watched = Watched("SEM-21.between")
    label = node("label", "一元", ref="sum")
    watched.show(heading(), label)
    watched.bus.tell("object:state-changed:defunct", label, 1)
    watched.watcher.look(frame(heading(), replace(label, name="", bounds=None)).window)


def test_a_choice_that_no_event_told_is_found() -> None:
    watched = Watched("SEM-21")
    watched.show(heading(), node("check box", "记住", ref="box"))
    with pytest.raises(ScreenBroken, match=r"SEM-21 failed: checked of check box '记住'"):
        watched.show(heading(), node("check box", "记住", ref="box", states="checked"))


def test_a_secret_that_is_told_on_a_known_screen_is_found() -> None:
    """A field's text makes no other screen."""
    watched = Watched("SEC-01")
    field = node("password text", "密码", text="••••")
    watched.show(heading(), field)
    with pytest.raises(ScreenBroken, match=r"SEC-01 failed"):
        watched.show(heading(), replace(field, text="demo0101"))


def test_a_secret_that_an_event_tells_is_found() -> None:
    watched = Watched("SEC-01")
    field = node("password text", "密码", text="••••")
    watched.show(heading(), field)
    watched.bus.events.append(Event("object:text-changed:insert", 0.0, field.role, "密码", 0, 8, "demo0101", field.ref))
    with pytest.raises(ScreenBroken, match=r"an event told"):
        watched.watcher.look(replace(watched.window))


# -- steps of the focus --------------------------------------------------------------------------------


def two_buttons(focus: str) -> tuple[Seen, Seen, Seen]:
    first = node("push button", "确认", at=PLACE, states="focused" if focus == "确认" else "")
    second = node("push button", "返回", at=BELOW, states="focused" if focus == "返回" else "")
    return heading(), first, second


def test_a_key_that_moves_the_focus_and_opens_another_screen_is_found() -> None:
    watched = Watched("KBD-07")
    watched.show(*two_buttons("确认"))
    with pytest.raises(ScreenBroken, match=r"KBD-07 failed"):
        watched.press("Tab", heading("余额"), *two_buttons("返回")[1:])


def test_a_focus_that_cannot_be_seen_is_found() -> None:
    watched = Watched("KBD-04")
    watched.show(*two_buttons("确认"))
    with pytest.raises(ScreenBroken, match=r"KBD-04 failed: push button '返回' looks the same"):
        watched.press("Tab", *two_buttons("返回"))


def test_a_faint_mark_of_the_focus_is_found() -> None:
    watched = Watched("KBD-05")
    watched.show(*two_buttons("确认"))
    grey = Image.new("RGB", SIZE, "white")
    ImageDraw.Draw(grey).rectangle((56, 196, 264, 268), outline="#dddddd", width=4)
    watched.picture = lambda: grey
    with pytest.raises(ScreenBroken, match=r"KBD-05 failed.*too weak"):
        watched.press("Tab", *two_buttons("返回"))


def test_a_mark_that_is_seen_passes_and_is_looked_at_once() -> None:
    watched = Watched("KBD-04", "KBD-05")
    watched.picture = lambda: ringed(PLACE)
    watched.show(*two_buttons("确认"))
    watched.picture = lambda: ringed(BELOW)
    watched.press("Tab", *two_buttons("返回"))
    watched.picture = lambda: ringed(PLACE)
    watched.press("shift+Tab", *two_buttons("确认"))
    watched.picture = lambda: pytest.fail("it was looked at already")
    watched.press("Tab", *two_buttons("返回"))


def test_the_mark_of_a_heading_may_be_less_than_that_of_a_control() -> None:
    """It has the focus so that a reader begins there, and nothing can be done with it."""
    watched = Watched("KBD-05")
    watched.show(*two_buttons("确认"))
    watched.picture = lambda: pytest.fail("nobody looks at it")
    watched.press("Tab", heading(states="focused"), *two_buttons("")[1:])


def test_the_focus_that_a_key_leads_under_another_control_is_found() -> None:
    watched = Watched("KBD-06")
    watched.show(*two_buttons("确认"))
    head, first, second = two_buttons("返回")
    with pytest.raises(ScreenBroken, match=r"KBD-06 failed.*under"):
        watched.press("Tab", head, first, second, node("push button", "说话", at=BELOW))


def test_a_choice_that_looks_as_before_is_found() -> None:
    watched = Watched("CON-04")
    watched.show(heading(), node("radio button", "张三", at=PLACE))
    with pytest.raises(ScreenBroken, match=r"CON-04 failed"):
        watched.show(heading(), node("radio button", "张三", at=PLACE, states="checked"))


# -- the screen itself ---------------------------------------------------------------------------------


def test_controls_on_each_other_are_found_without_scrolling() -> None:
    with pytest.raises(ScreenBroken, match=r"TXT-01.overlap failed"):
        Watched("TXT-01.overlap").show(
            heading(), node("push button", "确认", at=PLACE), node("push button", "返回", at=(60, 120, 200, 64))
        )


def test_what_scrolls_under_a_bar_of_the_window_is_none() -> None:
    bar = node("landmark", "语音", node("push button", "说话", at=(20, 410, 200, 60)), at=(0, 400, SIZE[0], 80))
    Watched("TXT-01.overlap", "TGT-02.gap").show(heading(), node("push button", "确认", at=(20, 380, 200, 64)), bar)


def test_a_strip_that_stands_upon_such_a_bar_stays_as_well() -> None:
    bar = node("landmark", "语音", node("push button", "说话", at=(20, 410, 200, 60)), at=(0, 400, SIZE[0], 80))
    strip = node("status bar", "", node("label", "请稍候", at=(20, 350, 200, 40)), at=(0, 340, SIZE[0], 60))
    Watched("TXT-01.overlap").show(heading(), node("push button", "确认", at=(20, 340, 200, 64)), strip, bar)


def test_places_in_a_part_that_scrolls_in_itself_are_not_compared() -> None:
    log = node("log", "聊天", node("label", "您好", at=(20, 60, 200, 50)), at=(20, 100, 400, 200))
    Watched("TXT-01.overlap").show(log, node("push button", "返回", at=(20, 60, 200, 50)))


def test_an_order_that_changes_between_two_readings_is_found() -> None:
    watched = Watched("SEM-12")
    readings = itertools.count()
    watched.watcher.window = lambda: frame(heading(ref=f"made anew {next(readings)}")).window
    with pytest.raises(ScreenBroken, match=r"SEM-12 failed: the order of the tree changed"):
        watched.watcher.look()


def test_a_screen_that_comes_without_a_focus_is_found() -> None:
    with pytest.raises(ScreenBroken, match=r"KBD-10 failed: nothing has the focus"):
        Watched("KBD-10").show(heading(), node("push button", "确认"))


def test_controls_that_change_places_between_screens_are_found() -> None:
    watched = Watched("SEM-25")
    home, chat = node("push button", "主页"), node("push button", "聊天", at=PLACE)
    watched.show(heading(), home, chat)
    watched.window = replace(frame(chat, home).window, name="余额")
    with pytest.raises(ScreenBroken, match=r"SEM-25 failed"):
        watched.watcher.look()


def test_keys_of_a_dialog_may_be_scattered() -> None:
    watched = Watched("SEM-25")
    one, two = node("push button", "1"), node("push button", "2", at=PLACE)
    watched.show(node("dialog", "输入密码", one, two))
    watched.show(node("dialog", "输入金额", two, one))


def test_what_flashes_is_found() -> None:
    """It is at rest when the tree is read, and flashes after that."""
    watched = Watched("TIM-07")
    taken = itertools.count()
    black, white = Image.new("RGB", SIZE, "black"), Image.new("RGB", SIZE, "white")
    watched.picture = lambda: black if (taken_now := next(taken)) % 4 > 1 and taken_now > 1 else white
    with pytest.raises(ScreenBroken, match=r"TIM-07 failed"):
        watched.show(heading())
