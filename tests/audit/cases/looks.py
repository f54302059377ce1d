"""What is painted: CON-04, CON-05, TXT-12, TXT-01.overlap, TXT-06, TXT-07, TXT-09, TIM-06, TIM-07."""

from __future__ import annotations

from PIL import Image, ImageDraw

from accessibility.checks.screen import Screen
from accessibility.checks.tried import Stop, Walk
from tests.audit.cases.table import SIZE, Cases, frame, node, screen

CASES = Cases()
ROW = (20, 20, 300, 60)


@CASES.screen(inapplicable="CON-05 TXT-12 TXT-01.overlap TXT-06 TXT-07 TXT-09 TIM-06 TIM-07")
def empty_window() -> Screen:
    return screen(film=still(2), film_seconds=1.0)


def _choice(mark: str | None, *, hue: str = "white") -> Screen:
    """One choice, seen unchosen on white, then chosen: on `hue`, with a dot of the colour `mark`."""
    chosen = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(chosen)
    draw.rectangle((ROW[0], ROW[1], ROW[0] + ROW[2], ROW[1] + ROW[3]), fill=hue)
    if mark:
        draw.ellipse((40, 40, 60, 60), fill=mark)
    off, on = (node("radio button", "张三", at=ROW, states=states) for states in ("", "checked focused"))
    return screen(off, walk=Walk((Stop("Down", (on,), frame(on, picture=chosen)),), ()))


@CASES.screen(passed="CON-04")
def choice_with_a_dot() -> Screen:
    return _choice("black")


@CASES.screen(failed="CON-04")
def choice_that_changes_its_hue() -> Screen:
    return _choice(None, hue="#f4fff4")


@CASES.screen(cant_tell="CON-04")
def choice_that_hardly_changes() -> Screen:
    return _choice(None, hue="#c8c8c8")


@CASES.screen(inapplicable="CON-04")
def button_that_is_no_choice() -> Screen:
    button = node("push button", "转账", at=ROW)
    return screen(button, walk=Walk((Stop("Tab", (button,), frame(button)),), ()))


@CASES.screen(passed="TXT-01.overlap TXT-06")
def clear_of_each_other() -> Screen:
    texts = node("label", "金额", at=(20, 20, 200, 30)), node("entry", "金额", at=(20, 60, 300, 48))
    return screen(first=frame(*texts, picture=Image.new("RGB", (360, 480), "white")))


@CASES.screen(failed="TXT-01.overlap", inapplicable="TXT-06")
def text_on_text() -> Screen:
    return screen(node("label", "金额", at=(20, 20, 200, 30)), node("label", "付款账户", at=(20, 36, 200, 30)))


@CASES.screen(failed="TXT-01")
def text_that_cannot_be_scrolled_to() -> Screen:
    return screen(node("label", "第十二段", at=(20, 20, 200, 30)), sights={})


@CASES.screen(failed="TXT-06")
def wider_than_the_window() -> Screen:
    button = node("push button", "下一步", at=(20, 20, 500, 48))
    return screen(first=frame(button, picture=Image.new("RGB", (360, 480), "white")))


def _lines(count: int, characters: int, apart: int, size: int = 20) -> Screen:
    """A text of hollow squares for Chinese characters, `apart` pixels from line to line."""
    place = (10, 10, max(200, characters * size + 20), count * apart + 20)
    picture = Image.new("RGB", (place[2] + 40, place[3] + 40), "white")
    draw = ImageDraw.Draw(picture)
    for line in range(count):
        for at in range(characters):
            x, y = 20 + at * size, 20 + line * apart
            draw.rectangle((x, y, x + size - 3, y + size - 3), outline="black", width=2)
    return screen(first=frame(node("label", "听见远程银行为每一位客户", at=place), picture=picture))


@CASES.screen(passed="TXT-07 TXT-09")
def airy_text() -> Screen:
    return _lines(3, 30, 30)


@CASES.screen(failed="TXT-07")
def tight_text() -> Screen:
    return _lines(3, 30, 21)


@CASES.screen(failed="TXT-09")
def long_lines() -> Screen:
    return _lines(3, 60, 30)


@CASES.screen(inapplicable="TXT-07 TXT-09")
def one_line() -> Screen:
    return _lines(1, 30, 30)


def still(count: int) -> tuple[Image.Image, ...]:
    """Pictures that are all the same."""
    return (Image.new("RGB", SIZE, "white"),) * count


def _film(*colours: str, seconds: float = 1.0) -> Screen:
    """Half of the window in these colours, one a picture."""
    pictures = []
    for colour in colours:
        picture = Image.new("RGB", SIZE, "white")
        picture.paste(colour, (0, 0, 320, 480))
        pictures.append(picture)
    return screen(node("heading", "登录"), film=tuple(pictures), film_seconds=seconds)


@CASES.screen(passed="TIM-06 TIM-07")
def still_picture() -> Screen:
    return _film(*(["white"] * 10))


@CASES.screen(failed="TIM-07", cant_tell="TIM-06")
def five_flashes_a_second() -> Screen:
    return _film(*(["white", "black"] * 6))


@CASES.screen(passed="TIM-07", cant_tell="TIM-06")
def slow_blinking() -> Screen:
    return _film("white", "white", "black", "black", "white", "white")


@CASES.screen(passed="TIM-06")
def caret_that_blinks() -> Screen:
    made = _film("white", "black", "white")
    field = node("entry", "金额", at=(0, 0, 330, 480), states="focused")
    return screen(field, film=made.film, film_seconds=1.0)


SOLID, FAINT = "black", "#cccccc"


def _buttons(*inks: tuple[str, str]) -> Screen:
    """Buttons below one another: the colour of the words, and states that are missing."""
    picture = Image.new("RGB", SIZE, "white")
    draw, nodes = ImageDraw.Draw(picture), []
    for row, (ink, without) in enumerate(inks):
        at = (20, 20 + 80 * row, 200, 60)
        nodes.append(node("push button", f"Button {row}", at=at, without=without))
        for column in range(5):  # as words are painted: strokes with ground between them
            draw.rectangle((40 + 20 * column, at[1] + 20, 46 + 20 * column, at[1] + 40), fill=ink)
    return screen(first=frame(*nodes, picture=picture))


OFF = "enabled sensitive"


@CASES.screen(passed="CON-05")
def faint_and_disabled() -> Screen:
    return _buttons((SOLID, ""), (SOLID, ""), (FAINT, OFF))


@CASES.screen(failed="CON-05")
def faint_and_usable() -> Screen:
    return _buttons((SOLID, ""), (SOLID, ""), (FAINT, ""))


@CASES.screen(cant_tell="CON-05")
def strong_and_disabled() -> Screen:
    return _buttons((SOLID, ""), (SOLID, OFF))


def _characters(role: str, words: str, boxes: int) -> Screen:
    """A text of three characters of which the first are boxes, crossed as the font draws what it lacks."""
    picture = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    for place in range(3):
        left, top, right, bottom = 40 + 40 * place, 40, 62 + 40 * place, 68
        if place < boxes:
            draw.rectangle((left, top, right, bottom), outline="black", width=2)
            draw.line((left, top, right, bottom), fill="black", width=2)
            draw.line((left, bottom, right, top), fill="black", width=2)
        else:
            draw.rectangle((left, top + 12, right, top + 16), fill="black")
            draw.rectangle((left + 9, top, left + 13, bottom), fill="black")
    return screen(first=frame(node(role, words, at=(20, 20, 200, 60)), picture=picture))


@CASES.screen(passed="TXT-12")
def characters_that_the_font_has() -> Screen:
    return _characters("label", "十十十", 0)


@CASES.screen(passed="TXT-12")
def characters_that_are_boxes() -> Screen:
    return _characters("label", "田十十", 1)


@CASES.screen(failed="TXT-12")
def character_that_the_font_lacks() -> Screen:
    return _characters("label", "\U00030ede十十", 1)


@CASES.screen(cant_tell="TXT-12")
def box_on_a_button() -> Screen:
    return _characters("push button", "转十十", 1)
