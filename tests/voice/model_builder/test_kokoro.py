"""Kokoro's packages may be missing, and a folder of styles may hold something else; both are named."""

from __future__ import annotations

import importlib
from pathlib import Path

import numpy as np
import pytest

from voice.model_builder.errors import BuildProblem, MissingTool
from voice.model_builder.kokoro import TIMBRE, Kokoro, read_styles


def test_missing_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingTool, match="voice-neural"):
        Kokoro()


def test_styles_are_read_by_name(tmp_path: Path) -> None:
    np.arange(3 * 2 * TIMBRE, dtype="<f4").tofile(tmp_path / "af_heart.bin")
    (tmp_path / "README.md").write_text("no style")
    styles = read_styles(tmp_path)
    assert list(styles) == ["af_heart"]
    assert styles["af_heart"].shape == (3, 1, 2 * TIMBRE)
    assert styles["af_heart"][1, 0, 0] == 2 * TIMBRE


def test_a_folder_without_styles_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildProblem, match="no styles"):
        read_styles(tmp_path)
    (tmp_path / "af_heart.bin").write_bytes(b"1234")
    with pytest.raises(BuildProblem, match=r"af_heart\.bin is no style"):
        read_styles(tmp_path)
