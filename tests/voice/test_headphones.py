"""Headphones are told from loudspeakers by what the sound system says of its default output."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.voice.fakes import until
from voice.audio import headphones
from voice.audio.headphones import SystemHeadphones, ask_pactl, private_output


def sink(name: str, port: str | None, kind: str = "", form: str = "") -> dict[str, Any]:
    """A sink as ``pactl --format=json list sinks`` tells it."""
    ports = [{"name": "analog-output-other", "type": "Line"}]
    if port is not None:
        ports.append({"name": port, "type": kind})
    properties = {"device.form_factor": form} if form else {}
    return {"name": name, "active_port": port, "ports": ports, "properties": properties}


def asking(*sinks: dict[str, Any], default: str = "card") -> Callable[[str], Any]:
    return lambda question: {"default_sink_name": default} if question == "info" else list(sinks)


@pytest.mark.parametrize(
    ("told", "worn"),
    [
        (sink("card", "analog-output-headphones", "Headphones"), True),
        (sink("card", "[Out] Headphones", "Headphones"), True),
        (sink("card", "headset-output", "Headset"), True),
        (sink("card", "analog-output-speaker", "Speaker"), False),
        (sink("card", "hdmi-output-0", "HDMI"), False),
        (sink("card", None, form="headset"), True),
        (sink("card", None), None),
        (sink("another", "analog-output-headphones", "Headphones"), None),
    ],
)
def test_by_port_and_form(told: dict[str, Any], worn: bool | None) -> None:
    assert private_output(asking(told)) is worn


def test_only_the_default_output_counts() -> None:
    both = (sink("card", "analog-output-speaker", "Speaker"), sink("usb", "headset-output", "Headset"))
    assert private_output(asking(*both)) is False
    assert private_output(asking(*both, default="usb")) is True


@pytest.mark.parametrize("answer", [None, "text", {}, []])
def test_an_answer_that_says_nothing_is_no_answer(answer: Any) -> None:
    assert private_output(lambda question: answer) is None


@pytest.mark.parametrize(
    "failure", [OSError(), subprocess.TimeoutExpired("pactl", 2), subprocess.CalledProcessError(1, "pactl")]
)
def test_a_sound_system_that_does_not_answer_is_none(failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise failure

    monkeypatch.setattr(headphones.shutil, "which", lambda name: "/usr/bin/pactl")
    monkeypatch.setattr(headphones.subprocess, "run", fail)
    assert ask_pactl("info") is None


def test_it_is_looked_for_in_the_background() -> None:
    ears = SystemHeadphones(asking(sink("card", "headset-output", "Headset")))
    assert ears.worn is None
    ears.look()
    until(lambda: ears.worn is True)


def test_a_sentence_with_an_amount_waits_for_the_answer() -> None:
    """What was known before may hold no more: there is no going on with it."""
    told = [sink("card", "headset-output", "Headset")]
    ears = SystemHeadphones(lambda question: asking(*told)(question))
    ears.look_now()
    assert ears.worn is True
    told[:] = [sink("card", "analog-output-speaker", "Speaker")]
    ears.look_now()
    assert ears.worn is False


def test_a_sound_system_that_is_too_slow_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headphones, "SOON", 0.01)
    answer = threading.Event()
    ears = SystemHeadphones(lambda question: answer.wait(20) and None)
    ears.worn = True
    ears.look_now()
    assert ears.worn is None
    answer.set()


def test_an_earlier_question_does_not_overrule_a_later_one() -> None:
    """The one in the background was asked while they were worn, and answered when they had gone."""
    asked, answer = threading.Event(), threading.Event()

    def slowly_at_first(question: str) -> Any:
        if asked.is_set():
            return asking(sink("card", "analog-output-speaker", "Speaker"))(question)
        found = asking(sink("card", "headset-output", "Headset"))(question)
        if question == "list sinks":
            asked.set()
            answer.wait(20)
        return found

    ears = SystemHeadphones(slowly_at_first)
    ears.look()
    asked.wait(20)
    ears.look_now()
    answer.set()
    until(lambda: not any(thread.name.startswith("headphones") for thread in threading.enumerate()))
    assert ears.worn is False


def test_it_is_told_once_that_they_have_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when they had gone before anybody watched; not to whoever watches no more."""
    monkeypatch.setattr(headphones, "EVERY", 0.01)
    told = [sink("card", "headset-output", "Headset")]
    ears = SystemHeadphones(lambda question: asking(*told)(question))
    gone: list[str] = []
    ears.watch(lambda: gone.append("watched"))
    stop = ears.watch(lambda: gone.append("stopped"))
    stop()
    told[:] = [sink("card", "analog-output-speaker", "Speaker")]
    until(lambda: gone == ["watched"])
    ears.watch(lambda: gone.append("too late"))
    until(lambda: gone == ["watched", "too late"])
    until(lambda: not any(thread.name == "headphones-watch" for thread in threading.enumerate()))
    assert gone == ["watched", "too late"]
