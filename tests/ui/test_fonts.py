"""The font: found, Simplified, with every character that the client shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageFont

from app.ui.font_collection import face_names, is_collection
from app.ui.fonts import FontMissing, find_fonts
from app.words import LANGUAGES, LOCALES


@pytest.fixture(scope="module")
def regular(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return find_fonts(tmp_path_factory.mktemp("fonts")).regular


def test_the_face_is_one_of_simplified_chinese(regular: Path) -> None:
    assert not is_collection(regular)
    assert any(" SC" in name or "GB" in name or "YaHei" in name for name in face_names(regular)[0])


def test_no_character_of_the_words_is_missing(regular: Path) -> None:
    font = ImageFont.truetype(str(regular), 20)
    nothing = font.getmask("\U0010fffe").getbbox(), bytes(font.getmask("\U0010fffe"))
    files = [file for lang in LANGUAGES for file in (LOCALES / lang).glob("*.ftl")]
    shown = {char for file in files for char in file.read_text("utf8") if char > " "} | set("祎喆龑㛃䶮")
    blank = {char for char in shown if (font.getmask(char).getbbox(), bytes(font.getmask(char))) == nothing}
    assert not blank


def test_a_second_start_takes_the_face_from_the_cache(tmp_path: Path) -> None:
    first = find_fonts(tmp_path).regular
    stamp = first.stat().st_mtime_ns
    assert find_fonts(tmp_path).regular == first
    assert first.stat().st_mtime_ns == stamp
    assert not list(tmp_path.glob("*.part"))


def test_without_a_font_the_message_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FontMissing, match="Noto Sans CJK") as told:
        find_fonts(tmp_path, chosen=str(tmp_path / "none.otf"))
    assert "\n" not in str(told.value)
