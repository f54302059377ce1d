"""The built-in reader in the real window, worked by keyboard alone; judged by what reaches the synthesiser."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from accessibility.audit.watch import Watcher
from accessibility.audit.window import DeskWindow
from accessibility.probe.atspi import Bus, Seen
from accessibility.probe.desktop import Desktop
from accessibility.probe.errors import NotThereError
from accessibility.probe.waiting import until
from tests.ui.conftest import ROOT

pytestmark = pytest.mark.screen


class Listener:
    """The window, and an ear at the mouth of its synthesiser."""

    def __init__(
        self,
        desk: Desktop,
        bus: Bus,
        home: Path,
        judged: set[int],
        lang: str = "zh-CN",
        also: Mapping[str, object] = MappingProxyType({}),
        **voicing: object,
    ) -> None:
        """``also``: more preferences, as in the file; the rest are those of the reader."""
        self.desk, self._file, self._at = desk, home / "spoken.jsonl", 0
        self._bus, self._earcons = bus, home / "earcons.txt"
        self._log = (home / "errors.log").open("wb")
        self.process = desk.start(
            [sys.executable, "-W", "error", "-m", "tests.ui.voicing_process", "--home", str(home),
             "--lang", lang, "--preferences", json.dumps({**also, "voicing": {"on": True, **voicing}})],
            env={"PYTHONPATH": str(ROOT)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True,
        )  # fmt: skip
        try:
            desk.wait_for_window("Tingjian", 60)
        except NotThereError:
            self.close()
            raise AssertionError((home / "errors.log").read_text("utf8", "replace")) from None
        painted = DeskWindow(desk).picture
        self._watcher = Watcher(self.tree, painted, judged=judged)

    def tree(self) -> Seen:
        """What a screen reader would see of it now."""
        return until(lambda: self._bus.snapshot("", self.process.pid), "the window's tree").children[0]

    def find(self, role: str, name: str) -> Seen:
        """The first thing of that role whose name holds that."""
        return until(
            lambda: next((seen for seen in self.tree().all(role) if name in seen.name), None), f"{role} {name!r}"
        )

    def middle(self, seen: Seen) -> str:
        """Where to put a finger on it."""
        assert seen.bounds is not None
        x, y, width, height = seen.bounds
        return f"{x + width // 2} {y + height // 2}"

    def look(self) -> None:
        """The screen keeps the rules, as it is now."""
        self._watcher.look()

    @property
    def everything(self) -> list[str]:
        lines = self._file.read_text("utf8").splitlines() if self._file.exists() else []
        return [json.loads(line)[1] for line in lines]

    def hear(self, *fragments: str) -> str:
        """Wait until these have been said, in this order, since the last time; gives all that was said for it."""

        def heard() -> str:
            said = self.everything[self._at :]
            waiting = list(fragments)
            for count, sentence in enumerate(said, 1):
                while waiting and waiting[0] in sentence:
                    waiting.pop(0)
                if not waiting:
                    self._at += count
                    return "\n".join(said[:count])
            return ""

        try:
            return until(heard, f"{fragments} to be said", 20)
        except NotThereError as error:
            raise AssertionError(f"{fragments} was not said; said was {self.everything[self._at :]}") from error

    @property
    def earcons(self) -> list[str]:
        """The short sounds that were played."""
        return self._earcons.read_text("utf8").split() if self._earcons.exists() else []

    def press(self, *keys: str) -> None:
        self.desk.key(*keys)

    def tab_to(self, fragment: str) -> None:
        """Tab until it is said: somebody who goes by ear alone."""
        for _ in range(30):
            self.quiet()
            before = len(self.everything)
            self.press("Tab")
            until(lambda before=before: len(self.everything) > before, "something to be said", 20)
            if any(fragment in said for said in self.everything[before:]):
                self._at = len(self.everything)
                self.look()
                return
        raise AssertionError(f"Tab never came to {fragment!r}: {self.everything}")

    def tell(self, command: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()

    def forget(self) -> None:
        """Listen only to what comes from now on."""
        self._at = len(self.everything)

    def _ask(self, command: str) -> Any:
        self.tell(command)
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def quiet(self) -> None:
        """Wait until all that is to be said has been said."""
        assert self._ask("quiet")

    def transfers(self) -> list[int]:
        """What the bank has moved, in cents."""
        amounts: list[int] = self._ask("report")
        return amounts

    def close(self) -> None:
        self.process.kill()
        self.process.wait(10)
        for pipe in (self.process.stdin, self.process.stdout, self._log):
            if pipe is not None:
                pipe.close()


@pytest.fixture(scope="module")
def quiet_desk() -> Iterator[Desktop]:
    """No screen reader, and nobody on the accessibility bus."""
    with Desktop() as desktop:
        yield desktop


@pytest.fixture(scope="module")
def ear(quiet_desk: Desktop) -> Iterator[Bus]:
    """Looks at the tree, and is no screen reader."""
    with Bus(quiet_desk) as bus:
        yield bus


@pytest.fixture(scope="module")
def shared(
    quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Listener]:
    """One window for what leaves it on its home screen."""
    one = Listener(quiet_desk, ear, tmp_path_factory.mktemp("voicing"), judged)
    yield one
    one.close()


@pytest.fixture
def window(shared: Listener) -> Listener:
    """At rest on the home screen, with nothing heard yet."""
    shared.press("alt+Home")
    until(lambda: any("听见远程银行，标题" in said for said in shared.everything), "the home screen to be said", 20)
    shared.quiet()
    shared.forget()
    return shared


def test_a_whole_transfer_by_ear_and_keyboard(quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path) -> None:
    """Sign-in with a mistake and a slow bank, payee, amount, review, confirmation, outcome: all heard, no secret."""
    window = Listener(quiet_desk, ear, tmp_path, judged)
    try:
        _sign_in(window)
        _fill_in(window)
        _confirm(window)
        said = " ".join(window.everything)
        assert "demo" not in said
        assert "wrong" not in said
        assert "1234.5" not in said
    finally:
        window.close()


def _sign_in(window: Listener) -> None:
    window.hear("朗读已打开", "听见远程银行，标题")
    window.tab_to("登录，按钮")
    window.press("Return")
    window.hear("客户号，文本框，空，必填")
    window.look()
    window.desk.type("10000001")
    window.hear("零")
    window.press("Tab")
    window.hear("密码，密码框")
    window.desk.type("wrong-one")
    window.hear("九 个字符")
    window.press("Return")
    window.hear("客户号或密码不对")
    window.look()
    window.desk.type("demo0101")
    window.hear("八 个字符")
    window.tell("hold")
    window.press("Return")
    window.hear("请稍候")  # TIM-09: a bank that does not answer is no silence
    window.tell("release")
    window.hear("您好，林峰，标题")
    window.look()


def _fill_in(window: Listener) -> None:
    window.tab_to("转账，按钮")
    window.press("Return")
    window.hear("收款人 单选组", "张三")
    window.press("Down")
    window.hear("李四", "已选中")
    window.press("Up")
    window.hear("张三", "已选中")
    window.tab_to("金额，文本框")
    window.desk.type("1234.5")
    window.tab_to("下一步，按钮")
    window.press("Return")


def _confirm(window: Listener) -> None:
    review = window.hear("请核对", "一千二百三十四元五角")
    assert "张三" in review
    window.look()
    window.quiet()
    window.forget()
    window.press("F12")
    window.hear("请核对", "听见 Tingjian")
    window.tab_to("确认转账，按钮")
    assert window.transfers() == []
    window.press("Return")
    window.hear("转账成功", "一千二百三十四元五角")
    window.look()
    assert window.transfers() == [123450]


def test_a_dialog_is_heard_and_gives_the_focus_back(window: Listener) -> None:
    window.press("F1")
    window.hear("帮助", "标题")
    window.look()
    window.press("Escape")
    window.hear("听见远程银行，标题")


def test_the_list_of_keys_is_heard_from_end_to_end(window: Listener) -> None:
    window.press("F1")
    window.hear("帮助", "标题")
    window.press("ctrl+F12")
    window.hear("更改快捷键", "Tab", "到下一个", "F2", "说话", "F3", "文字聊天", "F4", "朗读", "F7", "F8", "F9")
    window.press("Escape")


def test_speed_and_loudness_are_told_as_they_change(window: Listener) -> None:
    window.press("alt+Prior")
    window.hear("语速 百分之一百二十")
    window.press("ctrl+Prior")
    window.hear("音量 百分之一百三十")


def test_reading_on_and_going_over_the_screen(window: Listener) -> None:
    """Reading goes to the end of the screen by itself; from there one thing back; the focus has not moved."""
    window.press("ctrl+F12")
    window.hear("听见远程银行", "登录，按钮", "查询余额", "转账", "说话", "按“说话”开始")
    window.quiet()
    window.forget()
    window.press("alt+Left")
    window.hear("说话 F2，按钮")
    window.press("Tab")
    window.hear("登录，按钮")


def _in_the_field(window: Listener) -> None:
    """Home, sign in, and the caret is in the first field."""
    window.tab_to("登录，按钮")
    window.press("Return")
    window.hear("客户号，文本框")
    window.quiet()
    window.forget()


def test_every_key_in_a_field_is_answered(window: Listener) -> None:
    """Typed signs by name, the character at the caret, what is deleted and selected, the ends."""
    _in_the_field(window)
    window.desk.type("12@")
    window.hear("一", "二", "艾特")
    for keys, words in (
        (("Left",), ("艾特",)),
        (("Home",), ("一",)),
        (("shift+Right",), ("选中 一",)),
        (("Right",), ("艾特",)),
        (("BackSpace",), ("删除 二",)),
        (("End",), ("末尾",)),
        (("BackSpace",), ("删除 艾特",)),
    ):
        window.quiet()
        window.forget()
        window.press(*keys)
        window.hear(*words)
    window.quiet()
    window.forget()
    window.desk.type("9")
    window.hear("九")
    window.press("shift+F12")
    window.hear("一，九")
    window.press("F12")
    where = window.hear("客户号，文本框")
    assert "听见 Tingjian" in where
    window.quiet()
    window.forget()
    window.press("shift+F5")
    assert window.hear("客户号，文本框") == where


def test_a_list_tells_places_and_the_end_has_a_sound(window: Listener) -> None:
    window.press("F1")
    window.hear("帮助", "标题")
    before = len(window.earcons)
    window.press(*["alt+Right"] * 5)
    window.hear("列表项，第 一 个，共", "列表项，第 二 个，共")
    window.press("Escape")
    window.hear("听见远程银行，标题")
    window.press(*["alt+Left"] * 15)
    until(lambda: "edge" in window.earcons[before:], "the sound of the edge")


def test_progress_is_told_at_its_ends_and_now_and_then(window: Listener) -> None:
    for share in ("0.0", "0.4", "0.5", "1.0"):
        window.tell(f"progress {share}")
        window.quiet()
    said = window.hear("下载 百分之四十", "下载 百分之百")
    assert "百分之五十" not in said, "so soon after the one before"
    window.tell("progress gone")


def test_a_finger_explores_and_a_double_tap_presses(window: Listener) -> None:
    """What lies under the finger is said, nothing happens; two taps press it."""
    sign_in, transfer = (window.middle(window.find("push button", name)) for name in ("登录", "转账"))
    window.tell(f"touch down {sign_in}")
    window.hear("登录，按钮")
    window.tell(f"touch move {transfer}")
    window.hear("转账，按钮")
    window.quiet()  # longer than a tap
    window.tell(f"touch up {transfer}")
    window.forget()
    for _ in range(2):
        window.tell(f"touch down {sign_in}")
        window.tell(f"touch up {sign_in}")
    window.hear("客户号，文本框")


def test_the_key_switches_it_off_and_on(window: Listener) -> None:
    window.press("F4")
    window.hear("朗读已关闭")
    before = len(window.everything)
    window.press("Tab", "Tab")
    window.press("F4")
    window.hear("朗读已打开", "按钮")
    between = [said for said in window.everything[before:] if "按钮" in said]
    assert len(between) == 1, "Tab was silent, and then it says where the focus is"


def test_in_a_conversation_keys_are_answered(window: Listener) -> None:
    window.tell("voice speaking")
    window.tab_to("登录，按钮")
    window.tell("voice idle")


def test_silent_while_a_screen_reader_runs_and_back_when_it_goes(window: Listener) -> None:
    """SPK-05: never two voices."""
    window.desk._set_status("ScreenReaderEnabled", True)
    try:
        said = _until_silent(window)
        window.press("Tab", "Tab", "F12")
        window.quiet()
        assert len(window.everything) == said
    finally:
        window.desk._set_status("ScreenReaderEnabled", False)
    window.forget()
    window.hear("，")
    window.quiet()
    assert len(window.everything) - said == 1, "only where the focus is, once the screen reader has gone"


def _until_silent(window: Listener) -> int:
    """Press Tab until nothing is said any more; how much has been said by then."""

    def silent() -> int:
        before = len(window.everything)
        window.press("Tab")
        try:
            until(lambda: len(window.everything) > before, "a word", 1.0)
        except NotThereError:
            return before
        return 0

    return until(silent, "silence", 15)


def test_as_little_as_the_customer_wants(quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path) -> None:
    """Words instead of keys, no punctuation, no roles."""
    window = Listener(quiet_desk, ear, tmp_path, judged, echo="words", punctuation="none", verbosity="brief")
    try:
        window.hear("听见远程银行")
        window.tab_to("登录")
        assert not any("登录，按钮" in said for said in window.everything)
        window.press("Return")
        window.hear("客户号")
        window.quiet()
        window.forget()
        window.desk.type("ab ")
        assert window.hear("ab") == "ab"
        window.desk.type("7@")
        window.quiet()
        window.forget()
        window.press("F12")
        assert "艾特" not in window.hear("客户号")
    finally:
        window.close()


def test_in_english_with_all_of_a_thing(quiet_desk: Desktop, ear: Bus, judged: set[int], tmp_path: Path) -> None:
    """The same reader in the other language; all of a thing, no echo of what is typed."""
    window = Listener(quiet_desk, ear, tmp_path, judged, "en", echo="none", verbosity="full")
    try:
        window.hear("Tingjian remote bank, heading")
        window.tab_to("Sign in, button, press Enter to activate")
        window.press("Return")
        window.hear("Customer number, ")
        window.look()
        window.quiet()
        window.forget()
        before = len(window.everything)
        window.desk.type("12")
        window.quiet()
        assert len(window.everything) == before
        window.press("F12")
        window.hear("Customer number, ")
    finally:
        window.close()
