"""The keys of the window, in one table; none is a letter alone, none belongs to a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accessibility.shortcuts import KEY_NAMES, Chord, ShortcutSettings, ShortcutTable

SHORTCUTS: Mapping[str, tuple[str, ...]] = {
    "help": ("F1",),
    "talk": ("F2",),
    "chat": ("F3",),
    "read_aloud": ("F4",),
    "repeat": ("F5",),
    "say_again": ("Shift+F5",),
    "hold": ("Shift+F4",),
    "where": ("F12",),
    "spell": ("Shift+F12",),
    "read_on": ("Ctrl+F12",),
    "explore_next": ("Alt+Right",),
    "explore_back": ("Alt+Left",),
    "explore_press": ("Alt+P",),
    "faster": ("Alt+PageUp",),
    "slower": ("Alt+PageDown",),
    "louder": ("Ctrl+PageUp",),
    "softer": ("Ctrl+PageDown",),
    "landmark_next": ("F6",),
    "landmark_back": ("Shift+F6",),
    "heading_next": ("Alt+Down",),
    "heading_back": ("Alt+Up",),
    "settings": ("F10", "Ctrl+,"),
    "keypad": ("F7",),
    "scan": ("F8",),
    "dwell": ("F9",),
    "home": ("Alt+Home", "Ctrl+H"),
    "larger": ("Ctrl++", "Ctrl+=", "Ctrl+Num +"),
    "smaller": ("Ctrl+-", "Ctrl+Num -"),
    "normal": ("Ctrl+0", "Ctrl+Num 0"),
    "theme": ("Ctrl+T",),
}
"""Command -> its own keys, as written in the help. The shell does it in `_do_<command>`; its words are
`ui-key-<command>`. The customer may change or turn off each (`accessibility.shortcuts`)."""

ALWAYS = frozenset({"help"})
"""The list of keys itself stays in reach."""

STEPPING = frozenset({
    "explore_next", "explore_back", "heading_next", "heading_back", "landmark_next", "landmark_back",
    "larger", "smaller", "faster", "slower", "louder", "softer",
})  # fmt: skip
"""Commands that go a step on with each repetition of a key that is held; the others act once, for a hand may be slow to
let go."""

ALSO = frozenset({"Ctrl+=", "Ctrl+Num +", "Ctrl+Num -", "Ctrl+Num 0"})
"""The same key on another place of the keyboard; not worth a line in the help."""

FIXED: tuple[tuple[str, str], ...] = (
    ("move", "Tab, Shift+Tab"),
    ("press", "Enter, Space"),
    ("choose", "↑ ↓ Home End"),
    ("page", "Page Up, Page Down"),
    ("back", "Esc"),
)
"""Keys that the focus manager owns: (name of the words, keys)."""


def table(settings: ShortcutSettings) -> ShortcutTable:
    """The table as this customer has it."""
    return ShortcutTable(SHORTCUTS, settings, ALWAYS)


def belongs_to(code: int, command: str, settings: ShortcutSettings) -> bool:
    """Is this one of the command's keys, whatever is held beside it? At its end a modifier may be up already."""
    chords = [Chord.parse(written) for written in table(settings).keys_of(command)]
    return any(chord is not None and chord.key == KEY_NAMES.get(code) for chord in chords)


def command_for(code: int, modifiers: Iterable[str], settings: ShortcutSettings | None = None) -> str:
    """The command of a key press, or an empty text."""
    return table(settings or ShortcutSettings()).command_for(code, modifiers)
