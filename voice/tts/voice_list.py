"""The voices of an engine: which of them speak Chinese or English, best first, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

PINYIN_VOICE = "cmn-latn-pinyin"
_FAMILY = "sit/"  # espeak-ng's Chinese languages, one of which calls itself English for the letters in a text

Found = tuple[str, str, tuple[str, ...]]
"""A voice as the engine tells it: id, name, language tags."""


@dataclass(frozen=True, slots=True)
class KnownVoice:
    """A voice that can be chosen by its ``id``; ``name`` is its maker's.

    ``place`` is the language tag of a voice of espeak-ng's (en-gb-scotland), whose names are not for people; empty for
    others. ``speaker``: which of its speakers, f1 and so on for women and m1 and so on for men; empty: the usual one.
    """

    id: str
    name: str
    place: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class VoiceList:
    """What an engine has. ``speakers`` of espeak-ng can read with each of its voices (``sit/cmn+f2``)."""

    found: tuple[Found, ...] = ()
    speakers: tuple[str, ...] = ()

    @classmethod
    def from_engine(cls, head: dict[str, Any]) -> VoiceList:
        """From what the engine's process tells at its start."""
        found = tuple((voice, name, tuple(tags)) for voice, name, tags in head.get("voices", ()))
        return cls(found, tuple(head.get("speakers", ())))

    def best(self) -> dict[str, str]:
        """The id of the first voice for zh and for en, where there is one."""
        ranked = {lang: self._ranked(lang) for lang in ("zh", "en")}
        return {lang: voices[0][0] for lang, voices in ranked.items() if voices}

    def known(self, lang: str) -> tuple[KnownVoice, ...]:
        """All that speak ``zh`` or ``en``, best first; the speakers read with the first, in every place they would be
        too many to listen to.
        """
        listed = [KnownVoice(voice, name, self._place(tags)) for voice, name, tags in self._ranked(lang)]
        first = listed[:1]
        spoken = [
            KnownVoice(f"{voice.id}+{speaker}", voice.name, voice.place, speaker)
            for voice in first
            for speaker in self.speakers
        ]
        return (*first, *spoken, *listed[1:])

    def has(self, wish: str) -> bool:
        """Is there such a voice? espeak-ng's may be named without its family, and with a speaker."""
        base, _, _ = wish.partition("+")
        return any(base == voice or voice.endswith("/" + base) for voice, _, _ in self.found)

    def wishes(self, wished: dict[str, str]) -> dict[str, str]:
        """The voices to speak with: those wished for, by language, as far as they are here; else the best."""
        return self.best() | {lang: wish for lang, wish in wished.items() if self.has(wish)}

    def _place(self, tags: Iterable[str]) -> str:
        return next(iter(tags), "").lower().removesuffix("-latn-pinyin") if self.speakers else ""

    def _ranked(self, lang: str) -> list[Found]:
        """Best first; the engine's own order where two are as good."""
        rank = _rank_zh if lang == "zh" else _rank_en
        fit = [(place, at) for at, voice in enumerate(self.found) if (place := rank(*voice)) is not None]
        return [self.found[at] for _, at in sorted(fit)]


def _rank_zh(voice: str, name: str, tags: tuple[str, ...]) -> int | None:
    """espeak-ng's pinyin voice, else a Mandarin voice of another maker; never espeak-ng's sit/cmn."""
    if voice.endswith(PINYIN_VOICE):
        return 0
    known = " ".join([voice, name, *tags]).lower().replace("_", "-")
    if voice.startswith(_FAMILY) or "yue" in known or "zh-hk" in known:
        return None
    return 1 if any(sign in known for sign in ("zh-cn", "zh-hans", "chinese", "huihui", "ting-ting")) else None


def _rank_en(voice: str, name: str, tags: tuple[str, ...]) -> int | None:
    plain = [tag.lower().replace("_", "-") for tag in tags]
    if voice.startswith(_FAMILY):
        return None
    if voice.endswith("/en-us") or "en-us" in plain:
        return 0
    known = voice.lower() + " " + name.lower()
    return 1 if any(tag.startswith("en") for tag in plain) or "english" in known else None
