"""From Kivy's keys to X's: key symbols, their names, and hardware codes."""

import time
from collections.abc import Collection

# Kivy's key code -> X key symbol and its name (X11/keysymdef.h).
_NAMED: dict[int, tuple[int, str]] = {
    8: (0xFF08, "BackSpace"),
    9: (0xFF09, "Tab"),
    13: (0xFF0D, "Return"),
    27: (0xFF1B, "Escape"),
    32: (0x20, "space"),
    127: (0xFFFF, "Delete"),
    271: (0xFF8D, "KP_Enter"),
    273: (0xFF52, "Up"),
    274: (0xFF54, "Down"),
    275: (0xFF53, "Right"),
    276: (0xFF51, "Left"),
    277: (0xFF63, "Insert"),
    278: (0xFF50, "Home"),
    279: (0xFF57, "End"),
    280: (0xFF55, "Page_Up"),
    281: (0xFF56, "Page_Down"),
    300: (0xFF7F, "Num_Lock"),
    301: (0xFFE5, "Caps_Lock"),
    303: (0xFFE2, "Shift_R"),
    304: (0xFFE1, "Shift_L"),
    305: (0xFFE3, "Control_L"),
    306: (0xFFE4, "Control_R"),
    307: (0xFFEA, "Alt_R"),
    308: (0xFFE9, "Alt_L"),
    **{256 + digit: (0xFFB0 + digit, f"KP_{digit}") for digit in range(10)},
    **{282 + number: (0xFFBE + number, f"F{number + 1}") for number in range(15)},
}

# What the other keys of the keypad write: X's KP_Decimal, KP_Divide, KP_Multiply, KP_Subtract and KP_Add.
_KEYPAD: dict[int, tuple[int, str]] = {
    266: (0xFFAE, "."), 267: (0xFFAF, "/"), 268: (0xFFAA, "*"), 269: (0xFFAD, "-"), 270: (0xFFAB, "+"),
}  # fmt: skip

# Kivy numbers the keys that write nothing from here on, where Unicode has letters; the text that comes with one of
# them is its number taken for a character.
_KEYS_ONLY = range(256, 322)
# Keys without a text, known by their symbol alone: Print, Scroll_Lock, Pause, Super_L, Super_R, Menu. SDL's own
# codes are those of keys that Kivy gives no number.
_SILENT: dict[int, int] = {
    316: 0xFF61, 302: 0xFF14, 19: 0xFF13, 309: 0xFFEB, 311: 0xFFEB, 312: 0xFFEC, 319: 0xFF67,
    0x40000046: 0xFF61, 0x40000047: 0xFF14, 0x40000048: 0xFF13, 0x400000E7: 0xFFEC, 0x40000065: 0xFF67,
}  # fmt: skip
_VOID = 0xFFFFFF
"""X's symbol of a key of which nothing is known; readers do not reckon with one that has none."""

# X's modifier bits (X11/X.h).
_MASKS = {"shift": 1, "capslock": 2, "ctrl": 4, "alt": 8, "numlock": 16, "meta": 64}

# X tells what was held before an event: the release of a modifier is told with it. Orca 43 looks at the last event for
# what moved the caret, and after a quick Ctrl+Right that is the release of Ctrl.
_HELD = {303: "shift", 304: "shift", 305: "ctrl", 306: "ctrl", 307: "alt", 308: "alt"}

# SDL's scan codes are those of USB; X's are those of Linux's input events and eight (linux/input-event-codes.h).
_FROM_4 = (
    30, 48, 46, 32, 18, 33, 34, 35, 23, 36, 37, 38, 50, 49, 24, 25, 16, 19, 31, 20, 22, 47, 17, 45, 21, 44,
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 28, 1, 14, 15, 57, 12, 13, 26, 27, 43, 43, 39, 40, 41, 51, 52, 53, 58,
    59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 87, 88, 99, 70, 119, 110, 102, 104, 111, 107, 109, 106, 105, 108,
    103, 69, 98, 55, 74, 78, 96, 79, 80, 81, 75, 76, 77, 71, 72, 73, 82, 83,
)  # fmt: skip
_FROM_224 = (29, 42, 56, 125, 97, 54, 100, 126)
_TO_X = 8

KeyEvent = tuple[int, int, int, int, int, str, bool]


def key_event(pressed: bool, key: int, scancode: int, text: str | None, modifiers: list[str]) -> KeyEvent:
    """AT-SPI's device event: type, key symbol, hardware code, modifiers, milliseconds, text, is it text."""
    symbol, name, is_text = _symbol(key, text, modifiers)
    let_go = {_HELD[key]} if not pressed and key in _HELD else set[str]()
    mask = sum(_MASKS.get(modifier, 0) for modifier in let_go.union(modifiers))
    stamp = int(time.monotonic() * 1000) & 0x7FFFFFFF
    return (0 if pressed else 1, symbol, hardware_code(scancode), mask, stamp, name, is_text)


def hardware_code(scancode: int) -> int:
    """X's code of a physical key, 0 when it has none."""
    for first, codes in ((4, _FROM_4), (224, _FROM_224)):
        if first <= scancode < first + len(codes):
            return codes[scancode - first] + _TO_X
    return 0


def is_text(key: int) -> bool:
    """Whether the key writes something, which in a secret field is nobody's to know."""
    return (key not in _NAMED and key not in _SILENT) or key == 32 or 256 <= key <= 265


def _symbol(key: int, text: str | None, modifiers: Collection[str]) -> tuple[int, str, bool]:
    if key in _NAMED or key in _KEYPAD:
        symbol, name = _NAMED.get(key) or _KEYPAD[key]
        return symbol, name, key == 32 or key in _KEYPAD
    if key in _SILENT or key in _KEYS_ONLY:
        return _SILENT.get(key, _VOID), "", False
    char = text if text and text.isprintable() else chr(key) if 0x20 < key < 0x110000 else ""
    if not char:
        return _VOID, "", False
    if ("shift" in modifiers) != ("capslock" in modifiers) and len(char.upper()) == 1:
        char = char.upper()  # Kivy tells the letter on the key; what Shift makes of other keys it tells nowhere
    code = ord(char[0])
    return (code if code < 0x100 else 0x01000000 | code), char, True
