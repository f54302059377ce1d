"""Messages for who does not hear: how long they stand, how they flash, what they vibrate and notify."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from accessibility.announcer import Announcer, Kind, Message
from accessibility.preferences import Preferences
from accessibility.tree import Changes
from accessibility.voicing.reader import Reader
from accessibility.voicing.settings import Punctuation, VoicingSettings
from app.domain.money import Money
from app.flows import FLOWS
from app.flows.model import Context
from app.flows.session import Session, Stage
from app.flows.staying import WARN_BEFORE
from app.flows.view import Notice, View
from app.ui.news import news
from app.ui.on_turn import OnTurn
from app.ui.telling import Teller
from app.ui.widgets.flash import Flash, flash_plan
from app.ui.widgets.message_strip import LEAST_SECONDS, reading_seconds
from app.words import Message as Wording
from app.words import Words
from tests.app.test_staying import Visit


def test_it_flashes_no_more_than_three_times_a_second() -> None:
    """WCAG 2.3.1: in every second, wherever it begins."""
    plan = flash_plan(reduce_motion=False)
    lights = [at for at, lit in plan if lit]
    assert len(lights) > 1
    for start in lights:
        assert len([at for at in lights if start <= at < start + 1.0]) <= 3
    assert plan[-1][1] is False


class Moments:
    """A clock that is moved by hand, and when the frame was lit."""

    def __init__(self) -> None:
        self.now = 0.0
        self.due: list[tuple[float, Any]] = []
        self.lights: list[float] = []

    def schedule_once(self, do: Any, after: float) -> Any:
        entry = (self.now + after, do)
        self.due.append(entry)
        return SimpleNamespace(cancel=lambda: entry in self.due and self.due.remove(entry))

    def run(self, until: float) -> None:
        while soon := [entry for entry in self.due if entry[0] <= until]:
            entry = min(soon, key=lambda one: one[0])
            self.due.remove(entry)
            self.now = entry[0]
            entry[1](0.0)
        self.now = until


def test_a_burst_of_messages_flashes_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten messages a second would flicker ten times a second; they are worth one more flash when the first is over."""
    clock = Moments()
    monkeypatch.setattr("app.ui.widgets.flash.Clock", clock)
    for drawn in ("Color", "Line"):  # there is no screen
        monkeypatch.setattr(f"app.ui.widgets.flash.{drawn}", lambda *_, **__: SimpleNamespace())
    look: Any = SimpleNamespace(colour=lambda name: (1.0, 0.0, 0.0, 1.0), style=SimpleNamespace(px=lambda dp: dp))
    flash = Flash(look, SimpleNamespace(canvas=SimpleNamespace(after=nullcontext()), size=(800, 600)))
    paint = flash._light

    def light(lit: bool, urgent: bool) -> None:
        if lit:
            clock.lights.append(clock.now)
        paint(lit, urgent)

    monkeypatch.setattr(flash, "_light", light)
    for turn in range(20):
        clock.run(turn / 10)
        flash.flash(urgent=turn == 7, reduce_motion=False)
    clock.run(10.0)
    assert len(clock.lights) == 9, "the first, one for those that came in it, one for those that came in that"
    for start in clock.lights:
        assert len([at for at in clock.lights if start <= at < start + 1.0]) <= 3
    assert not clock.due


def test_who_wants_no_motion_gets_a_steady_light() -> None:
    assert [lit for _, lit in flash_plan(reduce_motion=True)] == [True, False]


def test_a_message_stands_long_enough_to_be_read() -> None:
    assert reading_seconds("好") == LEAST_SECONDS
    assert reading_seconds("好" * 100) == 25.0
    assert Preferences(patience=0.0).limit(reading_seconds("好")) is None


class Desk:
    """The parts of a window that a message may use, noted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, focus: bool, voicing: VoicingSettings) -> None:
        from app.ui.ways import signals  # noqa: PLC0415 - after Kivy is set up

        self.done: list[tuple[Any, ...]] = []
        monkeypatch.setattr(signals, "MessageStrip", lambda look, front, back: self)
        monkeypatch.setattr(signals, "Flash", lambda look, window: self)
        self.announcer, self.prefers = Announcer(), Preferences(voicing=voicing, reduce_motion=True)
        nowhere = SimpleNamespace(current=None)
        bridge = SimpleNamespace(announcer=self.announcer, focus=nowhere, on_escape=lambda handler: lambda: None)
        words = SimpleNamespace(text=lambda message_id, **args: message_id)
        keeper: Any = SimpleNamespace(preferences=self.prefers)
        window = SimpleNamespace(focus=focus, bind=lambda children: None, unbind=lambda children: None)
        self.way = signals.SignalsWay(
            None, None, bridge, window, keeper, words,  # type: ignore[arg-type]
            vibrate=lambda seconds: self.done.append(("vibrate", seconds)),
            notify=lambda title, text: self.done.append(("notify", text)),
        )  # fmt: skip

    def leave(self) -> bool:
        return False

    def show(self, text: str, seconds: float | None, button: str = "") -> None:
        self.done.append(("show", text, button) if button else ("show", text))
        self.seconds = seconds

    def flash(self, *, urgent: bool, reduce_motion: bool) -> None:
        self.done.append(("flash", urgent, reduce_motion))

    def stop(self) -> None: ...


ALL = VoicingSettings(flash=True, vibrate=True, notify=True)


def test_a_result_behind_other_windows_is_felt_seen_and_notified_without_what_it_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk(monkeypatch, focus=False, voicing=ALL)
    desk.announcer.tell(Message("转账成功，五百元", Kind.SUCCESS, shown=True))
    assert desk.done == [("flash", False, True), ("vibrate", 0.15), ("notify", "voicing-notify-result")]
    desk.done.clear()
    desk.announcer.tell(Message("已退出登录", Kind.TIMEOUT, shown=True))
    assert desk.done == [("flash", True, True), ("vibrate", 0.5), ("notify", "voicing-notify-trouble")]


def test_in_front_it_is_not_notified_and_a_status_is_only_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, focus=True, voicing=ALL)
    desk.announcer.tell(Message("新消息", Kind.MESSAGE, shown=True))
    desk.announcer.tell(Message("文字大小 130 %"))
    assert desk.done == [("flash", False, True), ("vibrate", 0.15), ("show", "文字大小 130 %")]
    desk.way.close()
    desk.announcer.tell(Message("later"))
    assert len(desk.done) == 3


def test_what_is_switched_off_stays_off(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(monkeypatch, focus=False, voicing=VoicingSettings(flash=False, vibrate=False, notify=False))
    desk.announcer.tell(Message("x", Kind.ERROR, shown=True))
    assert desk.done == []


SESSION = Session(FLOWS["transfer_money"], "k", Context())


def _view(session: Session | None, *codes: str) -> View:
    return View(session=session, notices=tuple(Notice(code) for code in codes))


def test_what_is_news() -> None:
    """A result that moved something, an answer that did not come, a mistake: once each."""
    review = replace(SESSION, stage=Stage.REVIEW)
    done = replace(review, stage=Stage.DONE)
    lost = replace(review, stage=Stage.UNANSWERED)
    assert news(review, _view(done)) is Kind.SUCCESS
    assert news(done, _view(done)) is None
    assert news(review, _view(lost)) is Kind.TIMEOUT
    assert news(None, _view(None, "signed_out_by_bank")) is Kind.TIMEOUT
    assert news(SESSION, _view(SESSION, "session_ends_soon")) is Kind.TIMEOUT
    assert news(None, _view(SESSION)) is None
    wrong: Any = replace(SESSION, problems={"amount": object()})
    assert news(SESSION, _view(wrong)) is Kind.ERROR
    assert news(wrong, _view(wrong)) is None


class Widget:
    """What a teller needs of the focus."""

    def __init__(self) -> None:
        self.a11y_description = "own"
        self.left: list[Any] = []

    def bind(self, focus: Any) -> None:
        self.left.append(focus)

    def unbind(self, focus: Any) -> None:
        self.left.remove(focus)


def test_a_message_reaches_the_platform_one_way_and_everybody_else_whole() -> None:
    heard: list[Message] = []
    for platform, elsewhere in (("linux", True), ("win32", False)):
        widget, announcer = Widget(), Announcer()
        announcer.listen(heard.append)
        teller = Teller(SimpleNamespace(announcer=announcer, focus=SimpleNamespace(current=widget)), platform)
        teller.tell("出错了", Kind.ERROR)
        assert heard[-1] == Message("出错了", Kind.ERROR, assertive=True, elsewhere=elsewhere, shown=True)
        assert widget.a11y_description == ("出错了" if elsewhere else "own")
        for leave in list(widget.left):
            leave()
        assert widget.a11y_description == "own"


class Mouth:
    """What would be spoken."""

    engaged = False

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str, **_: Any) -> Any:
        self.said.append(text)
        return SimpleNamespace(stop=lambda: None)

    def stop(self) -> None: ...


@pytest.mark.parametrize(("platform", "elsewhere"), [("linux", True), ("win32", False)])
def test_the_warning_of_the_end_reaches_every_channel_in_its_own_form(
    monkeypatch: pytest.MonkeyPatch, platform: str, elsewhere: bool
) -> None:
    """From the clock of the session to the ear, the eye and the hand: told once by its id, spoken, announced or
    described, shown with a button, flashed and felt; and the focus stays where somebody may be writing.
    """
    from accessibility.bridge import AccessibilityBridge  # noqa: PLC0415 - after Kivy is set up

    message = Words.load("zh-CN").message("notice-session_ends_soon")
    assert message.speech != message.screen
    desk, widget, mouth = Desk(monkeypatch, focus=True, voicing=ALL), Widget(), Mouth()
    told: list[Message] = []
    announced: list[tuple[str, bool]] = []
    provider = SimpleNamespace(announce=lambda text, *, assertive: announced.append((text, assertive)))
    for listener in (told.append, reader_with(mouth).message, _platform(AccessibilityBridge, provider)):
        desk.announcer.listen(listener)
    bridge = SimpleNamespace(announcer=desk.announcer, focus=SimpleNamespace(current=widget))
    visit, gone = Visit(patience=1.0), list[Any]()
    on_turn = OnTurn(Teller(bridge, platform), Words.load("zh-CN"), None, None, None)
    visit.manager.listen(lambda view: gone.append(on_turn.tell(None, view, None)))
    visit.wait(visit.life)
    assert gone == [None], "warned once, and the focus stays"
    assert [(one.id, one.kind) for one in told] == [("notice-session_ends_soon", Kind.TIMEOUT)]
    assert mouth.said == [message.speech]
    assert announced == ([] if elsewhere else [(message.screen, True)])
    assert widget.a11y_description == (message.screen if elsewhere else "own")
    assert desk.done == [("show", message.screen, "ui-stay"), ("flash", True, True), ("vibrate", 0.5)]
    assert desk.seconds == WARN_BEFORE, "as long as it holds"


def reader_with(mouth: Mouth) -> Reader:
    """The built-in reader, switched on, on an empty screen."""
    reader = Reader(mouth, {}, VoicingSettings(on=True, punctuation=Punctuation.NONE, earcons=False))
    host: Any = SimpleNamespace(listening=lambda on: reader.update(Changes(1, 1, complete=True)))
    reader.start(host, None)
    reader.turn(True)
    mouth.said.clear()
    return reader


def _platform(bridge: Any, provider: Any) -> Any:
    """The bridge's own listener, without a window."""
    return partial(bridge._announce, SimpleNamespace(provider=provider))


def test_an_amount_is_told_as_a_figure_so_that_the_voice_can_leave_it_out() -> None:
    heard: list[Message] = []
    announcer = Announcer()
    announcer.listen(heard.append)
    teller = Teller(SimpleNamespace(announcer=announcer, focus=SimpleNamespace(current=None)))
    teller.tell(Words.load("zh-CN").message("problem-over_daily_limit", left=Money(50000)))
    assert heard[-1].spoken == heard[-1].text
    assert "500.00" in heard[-1].spoken


def test_several_messages_in_one_keep_their_ids_and_forms() -> None:
    words = Words.load("en")
    two = [words.message("notice-session_ends_soon"), words.message("notice-settings")]
    joined = Wording.joined(two)
    assert joined.id == "notice-session_ends_soon notice-settings"
    assert joined.speech == f"{two[0].speech} {two[1].speech}"
    assert joined.screen.splitlines() == [two[0].screen, two[1].screen]
