"""Where the characters of labels and fields stand, as the platform is told and as they are painted."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from kivy.uix.label import Label
from PIL import Image

from accessibility import kivy_drawn
from accessibility.audit.window import DeskWindow
from accessibility.probe.atspi import Bus
from accessibility.probe.desktop import Desktop
from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.accessibility.drawn_page import JUSTIFIED, LONG, SHORTENED
from tests.accessibility.fake_window import Stage, frame

ROOT = Path(__file__).parents[2]
TEXTS = {
    "Where things stand": 1,
    "Plain words 转账": 1,
    LONG: 3,
    "In the middle\nof it": 2,
    "To the right": 1,
    "Some bold words": 1,
    JUSTIFIED: 3,
}
SHORT = {SHORTENED: "A sentence", SHORTENED + "!": "A sentence", SHORTENED + "?": "is here?"}
"""Texts that are cut to their width, and what is still seen of each at one end."""
FIELDS = {"One line": 1, "Letter": 2, "Centre": 1}
Box = tuple[int, int, int, int]


@dataclass
class Page:
    bus: Bus
    pixels: Any

    def find(self, name: str) -> Seen:
        role = "entry" if name in FIELDS else "heading" if name == "Where things stand" else "label"
        return self.bus.find("Drawn", role, name)

    def boxes(self, seen: Seen) -> list[tuple[str, Box]]:
        """The characters that are drawn, with their places."""
        text = (seen.text or "").rstrip()
        return [(char, self.bus.character(seen, at)) for at, char in enumerate(text)]

    def ask(self, seen: Seen, method: str, signature: str, *values: Any) -> Any:
        return self.bus.ask(seen, "Text", method, signature, *values)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with Desktop(screen_reader=True) as desk, Bus(desk) as bus:
        desk.start([sys.executable, "-m", "tests.accessibility.drawn_page"], log="page.log", cwd=ROOT)
        bus.application("Drawn")
        desk.wait_for_window("Drawn")
        bus.find("Drawn", "entry", "Centre")
        picture = until(lambda: painted(DeskWindow(desk)), "the page to be painted")
        yield Page(bus, np.asarray(picture, dtype=int))


def painted(window: DeskWindow) -> Image.Image | None:
    """The window in grey, once its ground is dark and something stands on it."""
    picture = window.picture().convert("L")
    pixels = np.asarray(picture)
    return picture if np.median(pixels) < 10 and (pixels > 90).any() else None


@pytest.mark.screen
@pytest.mark.parametrize("name", [*TEXTS, *FIELDS])
def test_characters_stand_in_their_widget_from_left_to_right_and_line_by_line(page: Page, name: str) -> None:
    seen = page.find(name)
    assert seen.bounds is not None
    x, y, width, height = seen.bounds
    lines: dict[int, list[Box]] = {}
    for char, (left, top, wide, high) in page.boxes(seen):
        if not char.isspace():
            assert x <= left < left + wide <= x + width, char
            assert y <= top < top + high <= y + height, char
            lines.setdefault(top, []).append((left, top, wide, high))
    assert len(lines) >= (TEXTS | FIELDS)[name]
    assert list(lines) == sorted(lines)
    rows = list(lines.values())
    assert all(above[0][1] + above[0][3] <= below[0][1] + 1 for above, below in pairwise(rows))
    for row in rows:
        assert all(one[0] + one[2] <= other[0] + 1 for one, other in pairwise(row))


@pytest.mark.screen
@pytest.mark.parametrize("name", [*TEXTS, *FIELDS])
def test_the_character_at_a_point_has_its_box_around_the_point(page: Page, name: str) -> None:
    seen = page.find(name)
    drawn = [(at, box) for at, (char, box) in enumerate(page.boxes(seen)) if not char.isspace()]
    for offset, (left, top, wide, high) in drawn:
        assert page.ask(seen, "GetOffsetAtPoint", "iiu", left + wide // 2, top + high // 2, 1) == offset
    first, last = drawn[0], drawn[-1]
    left, top, wide, high = page.ask(seen, "GetRangeExtents", "iiu", first[0], last[0] + 1, 1)
    boxes = [box for _, box in drawn]
    assert (left, top) == (min(box[0] for box in boxes), first[1][1])
    assert (left + wide, top + high) == (max(box[0] + box[2] for box in boxes), last[1][1] + last[1][3])


@pytest.mark.screen
@pytest.mark.parametrize("name", TEXTS)
def test_every_character_is_painted_in_its_box_and_nothing_beside_them(page: Page, name: str) -> None:
    seen = page.find(name)
    assert seen.bounds is not None
    x, y, width, height = seen.bounds
    edge = 6 if seen.role == "heading" else 0  # the ring of what has the focus
    ink = page.pixels > 90
    ink[: y + edge], ink[y + height - edge :], ink[:, : x + edge], ink[:, x + width - edge :] = (
        False,
        False,
        False,
        False,
    )
    for char, (left, top, wide, high) in page.boxes(seen):
        inside = ink[top : top + high, max(0, left - 1) : left + wide + 1]
        assert char.isspace() or inside.any(), f"nothing is painted where {char!r} stands"
    for _, (left, top, wide, high) in page.boxes(seen):
        ink[top : top + high, max(0, left - 1) : left + wide + 1] = False
    assert not ink.any(), f"painted beside all characters: {np.argwhere(ink)[:3].tolist()}"


@pytest.mark.screen
@pytest.mark.parametrize("name", SHORT)
def test_of_a_shortened_text_all_that_is_painted_is_in_a_box_and_the_rest_where_the_dots_are(
    page: Page, name: str
) -> None:
    seen = page.find(name)
    assert seen.bounds is not None
    x, y, width, height = seen.bounds
    ink, boxes = page.pixels > 90, page.boxes(seen)
    seen_part = name.index(SHORT[name])
    for _, (left, top, wide, high) in boxes[seen_part : seen_part + 8]:
        assert wide > 0
        assert x <= left < left + wide <= x + width
        assert y <= top < top + high <= y + height
    hidden = [box for _, box in boxes if box[2] == 0]
    assert len(hidden) > 20
    assert len({box[:2] for box in hidden}) == 1, "all behind the dots"
    inked = [
        at
        for at, (char, (left, top, wide, high)) in enumerate(boxes)
        if ink[top : top + high, left : left + wide].any()
    ]
    assert all(at in inked for at, (char, box) in enumerate(boxes) if box[2] and not char.isspace())
    for _, (left, top, wide, high) in boxes:
        ink[top : top + high, max(0, left - 1) : left + wide + 1] = False
    assert not ink[y : y + height, x : x + width].any(), "painted beside all characters"


@pytest.mark.screen
def test_a_line_of_a_wrapped_text_is_what_stands_in_one_line(page: Page) -> None:
    seen = page.find(LONG)
    line, start, end = page.ask(seen, "GetStringAtOffset", "iu", 0, 3)
    assert (start, LONG[:end], end < LONG.index("\n")) == (0, line, True)
    last, *_ = page.ask(seen, "GetStringAtOffset", "iu", len(LONG) - 1, 3)
    assert LONG.endswith(last)
    assert len({page.bus.character(seen, at)[1] for at in range(start, len(line.rstrip()))}) == 1


# -- without a screen ----------------------------------------------------------------------------------


def test_who_does_not_ask_does_not_pay(stage: Callable[..., Stage], monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []
    monkeypatch.setattr(
        kivy_drawn._Ruler, "width", lambda ruler, options, text: measured.append(text) or 5.0 * len(text)
    )
    label = Label(text="some words", size_hint=(None, None), size=(300, 50))
    shown = stage(label)
    label.text = "other words"
    frame(4)
    node = shown.node(label)
    assert not measured
    assert node.drawn is not None
    (line,) = node.drawn(node.name, node.bounds)
    assert (line.text, line.positions[:3]) == ("other words", (0.0, 5.0, 10.0))
    asked = len(measured)
    assert node.drawn(node.name, node.bounds) == (line,)
    assert len(measured) == asked, "asked again it is known"


def test_it_may_be_asked_while_other_words_are_drawn(stage: Callable[..., Stage]) -> None:
    """What is answered is the text that was asked for, or nothing."""
    label = Label(text="number 0", size_hint=(None, None), size=(300, 50))
    shown = stage(label)
    frame(4)
    node, stop = shown.node(label), threading.Event()
    answers: set[str] = set()
    assert node.drawn is not None

    def ask() -> None:
        while not stop.is_set():
            for number in range(3):
                answers.add("".join(line.text for line in node.drawn(f"number {number}", node.bounds)))

    asking = threading.Thread(target=ask)
    asking.start()
    for turn in range(300):
        label.text = f"number {turn % 3}"
        label.texture_update()
    stop.set()
    asking.join(5)
    assert answers <= {"", "number 0", "number 1", "number 2"}
    assert len(answers) > 1


def test_what_is_not_drawn_has_no_places(stage: Callable[..., Stage]) -> None:
    options = {"text_size": (200, 20), "valign": "top", "size_hint": (None, None)}
    label = Label(text="a first line\nand a second that is cut off below", **options)
    shown = stage(label)
    frame(4)
    node = shown.node(label)
    assert node.drawn is not None
    assert node.drawn(node.name, node.bounds) == ()
    assert node.drawn("something else", node.bounds) == ()


def test_justified_lines_end_where_the_widget_ends(stage: Callable[..., Stage]) -> None:
    options = {"text_size": (200, None), "halign": "justify", "size_hint": (None, None), "size": (200, 200)}
    label = Label(text=JUSTIFIED, padding=(6, 0, 10, 0), **options)
    shown = stage(label)
    frame(4)
    node = shown.node(label)
    assert node.drawn is not None
    assert len(node.drawn(node.name, node.bounds)) == 4, "asked before it is painted"
    label.texture.bind()  # paints it
    *spread, last = node.drawn(node.name, node.bounds)
    assert len(spread) >= 2
    for line in spread:
        ends = [
            at + wide for char, at, wide in zip(line.text, line.positions, line.widths, strict=True) if char.strip()
        ]
        assert line.bounds.left + max(ends) == pytest.approx(190, abs=1.5)
        assert ends == sorted(ends)
    assert last.bounds.right < 180


@pytest.mark.parametrize(
    ("text", "shown", "cut"),
    [
        ("one two three", "one...three", (3, 8, 3, 3)),
        ("one two three", "one t...", (5, 13, 4, 3)),
        ("one two three", "...three", (0, 8, 0, 3)),
        ("one\ntwo three", "one two...", (7, 13, 6, 3)),
        ("wait... here it is", "wait......", (7, 18, 7, 3)),
        ("one two three", "..", (0, 13, 0, 2)),
        ("one two three", "four...three", None),
        ("one two three", "one two three", None),
    ],
)
def test_what_stands_behind_the_dots_is_what_is_not_drawn(text: str, shown: str, cut: object) -> None:
    assert kivy_drawn._cut(text, shown) == cut


@pytest.mark.parametrize(
    ("text", "rows", "shares"),
    [
        ("one two", ["one", "two"], ["one ", "two"]),
        ("a\n\nb", ["a", "", "b"], ["a\n", "\n", "b"]),
        ("a b\nc", ["a  b", "c"], ["a b\n", "c"]),
        ("转账", ["转", "账"], ["转", "账"]),
        ("one two", ["one", "ten"], []),
        ("one two", ["one"], []),
        ("one", ["one", "two"], []),
        ("", [], []),
    ],
)
def test_a_text_is_shared_out_to_the_rows_that_show_it(text: str, rows: list[str], shares: list[str]) -> None:
    assert kivy_drawn._shared_out(text, rows) == shares
