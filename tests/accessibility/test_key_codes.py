"""What a screen reader is told of a key: its symbol, its name or what it writes, and whether it writes."""

import pytest

from accessibility.providers.key_codes import is_text, key_event


def told(key: int, *modifiers: str, text: str | None = None) -> tuple[int, str, bool]:
    """Symbol, text and is-it-text; Kivy gives the character of the key's number as its text."""
    if text is None and key < 0x110000:
        text = chr(key)
    _, symbol, _, _, _, name, writes = key_event(True, key, 0, text, list(modifiers))
    return symbol, name, writes


@pytest.mark.parametrize(
    ("key", "symbol", "text"),
    [(266, 0xFFAE, "."), (267, 0xFFAF, "/"), (268, 0xFFAA, "*"), (269, 0xFFAD, "-"), (270, 0xFFAB, "+")],
)
def test_the_keypad_tells_what_it_writes(key: int, symbol: int, text: str) -> None:
    assert told(key) == (symbol, text, True)
    assert is_text(key), "in a secret it is nobody's to know"


@pytest.mark.parametrize(
    ("key", "symbol"), [(316, 0xFF61), (0x40000046, 0xFF61), (302, 0xFF14), (19, 0xFF13), (309, 0xFFEB), (319, 0xFF67)]
)
def test_a_key_that_writes_nothing_tells_no_text(key: int, symbol: int) -> None:
    assert told(key) == (symbol, "", False)
    assert not is_text(key)


@pytest.mark.parametrize("key", [297, 321, 0x40000099])
def test_a_key_of_which_nothing_is_known_has_a_symbol_all_the_same(key: int) -> None:
    assert told(key) == (0xFFFFFF, "", False)


@pytest.mark.parametrize(
    ("key", "modifiers", "text"),
    [
        (ord("a"), (), "a"),
        (ord("a"), ("shift",), "A"),
        (ord("a"), ("capslock",), "A"),
        (ord("a"), ("shift", "capslock"), "a"),
        (ord("é"), ("shift",), "É"),
        (ord("ß"), ("shift",), "ß"),
        (ord("1"), ("shift",), "1"),
    ],
)
def test_a_letter_is_told_as_it_is_written(key: int, modifiers: tuple[str, ...], text: str) -> None:
    assert told(key, *modifiers) == (ord(text), text, True)


@pytest.mark.parametrize(("key", "mask"), [(303, 1), (304, 1), (305, 4), (306, 4), (307, 8), (308, 8)])
def test_a_modifier_is_let_go_with_itself_held(key: int, mask: int) -> None:
    """As X tells it; Kivy's list of what is held has it no more."""
    assert key_event(False, key, 0, None, [])[3] == mask
    assert key_event(False, key, 0, None, ["numlock"])[3] == mask + 16
    assert key_event(True, key, 0, None, [])[3] == 0
    assert key_event(False, 275, 0, None, ["ctrl"])[3] == 4


def test_keys_with_names_keep_them() -> None:
    assert told(32) == (0x20, "space", True)
    assert told(282) == (0xFFBE, "F1", False)
    assert told(294) == (0xFFCA, "F13", False)
    assert told(261) == (0xFFB5, "KP_5", False)
