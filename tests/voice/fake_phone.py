"""A phone whose voice only notes, with a clock of its own; and what pyjnius would give of Android's."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from types import SimpleNamespace
from typing import Any

from voice.tts.phone import Words


class FakePhone:
    """Speaks until the test lets it end. ``obeys``: see ``voice.tts.phone.Phone``."""

    def __init__(self, *, obeys: bool = True, langs: Collection[str] = ("zh", "en")) -> None:
        self.obeys, self.langs = obeys, langs
        self.calls: list[str] = []
        self.heard: list[tuple[float, float, float]] = []
        self.voices: list[str] = []
        self.broken = False
        self.speaks = False
        self.clock = 0.0

    def now(self) -> float:
        return self.clock

    def languages(self) -> Collection[str]:
        return self.langs

    def say(self, parts: Sequence[Words], rate: float, pitch: float, volume: float) -> None:
        if self.broken:
            raise NotImplementedError
        assert not self.speaks, f"{parts} cuts off {self.calls[-1]}"
        self.calls.append("".join(part.text for part in parts))
        self.voices += [part.lang for part in parts]
        self.heard.append((rate, pitch, volume))
        self.speaks = True

    def stop(self) -> None:
        self.calls.append("stop")
        self.speaks = not self.obeys

    def speaking(self) -> bool:
        return self.obeys and self.speaks

    def finish(self, seconds: float = 0.0) -> None:
        """It has said all, after so many seconds."""
        self.clock += seconds
        self.speaks = False

    def close(self) -> None:
        self.calls.append("close")


class FakeTextToSpeech:
    """android.speech.tts.TextToSpeech, as far as we call it; made from whatever ``Java`` keeps."""

    SUCCESS, QUEUE_FLUSH, QUEUE_ADD = 0, 0, 1

    def __init__(self, java: Java) -> None:
        self.java = java

    def playSilentUtterance(self, milliseconds: int, queue: int, name: str) -> int:  # noqa: N802 - Java's name
        self.java.slow -= 1
        return self.SUCCESS if self.java.slow < 0 else -1

    def isLanguageAvailable(self, locale: str) -> int:  # noqa: N802 - Java's name
        return 1 if locale in self.java.locales else -2

    def setLanguage(self, locale: str) -> int:  # noqa: N802 - Java's name
        self.java.calls.append(locale)
        return 1

    def setSpeechRate(self, rate: float) -> None:  # noqa: N802 - Java's name
        self.java.calls.append(("rate", rate))

    def setPitch(self, pitch: float) -> None:  # noqa: N802 - Java's name
        self.java.calls.append(("pitch", pitch))

    def speak(self, text: str, queue: int, how: Any, name: str) -> int:
        self.java.calls.append((text, queue, dict(how.values)))
        self.java.speaking = True
        return self.java.answer

    def isSpeaking(self) -> bool:  # noqa: N802 - Java's name
        return self.java.speaking

    def stop(self) -> int:
        self.java.calls.append("stop")
        self.java.speaking = False
        return self.SUCCESS

    def shutdown(self) -> None:
        self.java.calls.append("shutdown")


class FakeBundle:
    """android.os.Bundle."""

    def __init__(self) -> None:
        self.values: dict[str, float] = {}

    def putFloat(self, name: str, value: float) -> None:  # noqa: N802 - Java's name
        self.values[name] = value


class Java:
    """pyjnius. ``slow``: so many questions come before the system's engine has started."""

    def __init__(self) -> None:
        self.calls: list[Any] = []
        self.locales = {"zh-CN", "en-US"}
        self.slow = 0
        self.answer = FakeTextToSpeech.SUCCESS
        self.speaking = False

    def autoclass(self, name: str) -> Any:
        return {
            "java.util.Locale": SimpleNamespace(forLanguageTag=lambda tag: tag),
            "android.os.Bundle": FakeBundle,
            "android.speech.tts.TextToSpeech": lambda activity, listener: FakeTextToSpeech(self),
        }[name]
