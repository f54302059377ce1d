"""Over the real bus: links in a text, keys on the screen, what fingers move, and the dialogs of settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from accessibility.probe.seen import Seen
from accessibility.probe.waiting import until
from tests.accessibility.gallery.shown import APP, Shown

pytestmark = pytest.mark.screen


def test_links_stand_in_their_text_and_are_followed_by_key_and_by_asking(shown: Shown) -> None:
    shown.page("Drawn")
    text = shown.find("label", "Read the table of fees and the rules first.")
    assert (text.text, [link.name for link in text.children]) == (text.name, ["table of fees", "rules"])
    x, y, width, height = text.bounds
    fees, rules = (link.bounds for link in text.children)
    assert x < fees[0] < fees[0] + fees[2] < rules[0] < rules[0] + rules[2] < x + width
    assert y <= fees[1] < fees[1] + fees[3] <= y + height
    # The place of the link is that of its characters.
    first = shown.bus.character(text, text.text.index("table"))
    assert abs(fees[0] - first[0]) <= 1
    shown.act("link", "rules")
    shown.find("label", "Followed rules")
    assert shown.bus.grab_focus(shown.find("link", "rules"))
    until(lambda: shown.bus.focused(APP).name == "rules", "the focus on the second link")
    since = shown.bus.mark()
    shown.desk.key("shift+Tab")
    shown.bus.wait_for_focus("table of fees", since)
    shown.desk.key("Return")
    shown.find("label", "Followed fees")


def test_a_text_says_where_its_links_stand(shown: Shown) -> None:
    """`Hypertext` and `Hyperlink`: a braille line marks the cells of a link by them."""
    shown.page("Drawn")
    text = shown.find("label", "Read the table of fees and the rules first.")

    def of_link(seen: Seen, name: str) -> int:
        got: int = shown.bus.ask(seen, "org.freedesktop.DBus.Properties", "Get", "ss", "org.a11y.atspi.Hyperlink", name)
        return got

    assert shown.bus.ask(text, "Hypertext", "GetNLinks") == 2
    for number, link in enumerate(text.children):
        start, end = of_link(link, "StartIndex"), of_link(link, "EndIndex")
        assert text.text[start:end] == link.name
        inside = [shown.bus.ask(text, "Hypertext", "GetLinkIndex", "i", at) for at in (start - 1, start, end - 1, end)]
        assert inside == [-1, number, number, -1]
        told = "".join(shown.bus.ask(text, "Hypertext", "GetLink", "i", number))
        assert told != link.ref, "libatspi takes what has one path for one thing"
        assert shown.bus.ask(replace(link, ref=told), "Hyperlink", "GetObject", "i", 0)[1] in link.ref
        assert shown.bus.ask(link, "Hyperlink", "IsValid")
        assert of_link(link, "NAnchors") == 1
        assert shown.bus.ask(link, "Hyperlink", "GetObject", "i", 0)[1] in link.ref
    assert shown.bus.ask(text, "Hypertext", "GetLink", "i", 2)[1] == "/org/a11y/atspi/null"


def test_keys_on_the_screen_are_buttons_in_rows_and_write(shown: Shown) -> None:
    shown.page("Drawn")
    keyboard = shown.find("tool bar", "Keyboard")
    rows = [[key.name for key in row.children] for row in keyboard.children]
    assert [(row[0], row[-1]) for row in rows] == [
        ("grave accent", "Backspace"), ("Tab", "backslash"), ("Caps Lock", "Enter"), ("Shift", "Shift"),
        ("Space", "Escape"),
    ]  # fmt: skip
    assert {key.role for row in keyboard.children for key in row.children} == {"push button", "toggle button"}
    shown.act("toggle button", "Shift")
    shown.until("toggle button", "Shift", lambda it: "pressed" in it.states)
    shown.act("push button", "H")
    shown.until("toggle button", "Shift", lambda it: "pressed" not in it.states)
    for name in ("i", "full stop", "Enter"):
        shown.act("push button", name)
    shown.find("label", "Written: <shift>Hi.<enter>")
    since = shown.bus.mark()
    shown.bus.grab_focus(shown.find("push button", "g"))
    shown.bus.wait_for_focus("g", since)
    for key, name in (("Up", "t"), ("Right", "y"), ("Down", "h"), ("Down", "b")):
        since = shown.bus.mark()
        shown.desk.key(key)
        shown.bus.wait_for_focus(name, since)


def test_what_fingers_move_is_moved_turned_and_resized_by_asking_and_by_keys(shown: Shown) -> None:
    shown.page("Drawn")
    photo = shown.find("panel", "Map")
    assert photo.actions == (
        "move_left", "move_right", "move_up", "move_down", "enlarge", "shrink", "turn_left", "turn_right",
    )  # fmt: skip
    assert "focusable" in photo.states
    x, *_ = photo.bounds
    shown.act("panel", "Map", "move_right")
    shown.until("panel", "Map", lambda it: it.bounds[0] == x + 20)
    assert shown.bus.grab_focus(shown.find("panel", "Map"))
    until(lambda: shown.bus.focused(APP).name == "Map", "the focus on the picture")
    for key, told in (("Left", "100%, 0°"), ("plus", "110%, 0°"), ("r", "110%, 15°"), ("minus", "100%, 15°")):
        shown.desk.key(key)
        shown.until("panel", "Map", lambda it, told=told: it.attributes["valuetext"].endswith(told), f"{key}: {told}")


@pytest.mark.parametrize(("setting", "role"), [("Printer", "entry"), ("Paper", "panel")])
def test_a_dialog_of_the_settings_names_what_it_asks_for(shown: Shown, setting: str, role: str) -> None:
    shown.page("Drawn")
    shown.act("push button", setting)
    shown.until("dialog", setting, lambda it: "modal" in it.states)
    asked = shown.find(role, setting)
    if role == "entry":
        assert asked.text == "Hall"
        until(lambda: shown.bus.focused(APP).name == setting, "the focus in the field")
    else:
        radios = [(it.name, "checked" in it.states, it.attributes["posinset"]) for it in asked.all("radio button")]
        assert radios == [("A4", True, "1"), ("A3", False, "2")]
    shown.act("dialog", setting, "dismiss")
    until(lambda: not shown.tree().all("dialog"), "the dialog to close")
