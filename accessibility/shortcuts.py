"""Shortcuts: which key does which command, as a table that the customer may change; pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
_NAMED = {
    8: "Backspace", 9: "Tab", 13: "Enter", 27: "Esc", 32: "Space", 127: "Delete", 271: "Num Enter",
    273: "Up", 274: "Down", 275: "Right", 276: "Left", 277: "Insert", 278: "Home", 279: "End",
    280: "PageUp", 281: "PageDown", 301: "CapsLock", 266: "Num .", 267: "Num /", 268: "Num *",
    269: "Num -", 270: "Num +",
}  # fmt: skip
# SDL key codes as Kivy passes them; letters, figures and signs are their ASCII codes.
KEY_NAMES: Mapping[int, str] = {
    **{code: chr(code).upper() for code in range(33, 127)},
    **{282 + number: f"F{number + 1}" for number in range(12)},
    **{256 + figure: f"Num {figure}" for figure in range(10)},
    **_NAMED,
}
_FUNCTION = frozenset(f"F{number}" for number in range(1, 13))
# Readers own Insert and Caps Lock (Orca, NVDA, JAWS, Narrator) and Ctrl+Alt (VoiceOver).
_READERS = frozenset({"Insert", "CapsLock"})
_EDITING = frozenset({"A", "C", "V", "X", "Z", "Y", "Left", "Right", "Home", "End", "Backspace", "Delete"})
_SYSTEM = frozenset({"Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc"})
_CONTROL = frozenset({"Tab", "Enter", "Num Enter", "Esc", "Space", "Up", "Down", "Left", "Right", "Home", "End",
                      "PageUp", "PageDown", "Backspace", "Delete"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chord:
    """A key with the modifiers held; written 'Ctrl+H', 'Alt+Down', 'F6', 'Shift+F6', 'Ctrl++'."""

    key: str
    held: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, written: str) -> Self | None:
        """From its written form; None when that is none."""
        key, held = written, set()
        while (found := next((name for name in MODIFIERS if key.startswith(f"{name}+")), None)) is not None:
            held.add(found)
            key = key[len(found) + 1 :]
        return cls(key, frozenset(held)) if key in KEY_NAMES.values() else None

    @classmethod
    def of(cls, code: int, modifiers: Iterable[str]) -> Self | None:
        """What is pressed, from Kivy's key code and modifiers; None for a key without a name."""
        held = {name for name in MODIFIERS if name.lower() in set(modifiers)}
        name = KEY_NAMES.get(code)
        return cls(name, frozenset(held)) if name else None

    def __str__(self) -> str:
        return "+".join([name for name in MODIFIERS if name in self.held] + [self.key])

    @property
    def plain(self) -> Self:
        """Without Shift beside Ctrl on a sign: most keyboards need it for the plus sign."""
        is_sign = len(self.key) == 1 and not self.key.isalnum()
        return replace(self, held=self.held - {"Shift"}) if is_sign and "Ctrl" in self.held else self


class Refusal(StrEnum):
    """Why a key cannot be a shortcut."""

    TYPED = "typed"  # it writes something (WCAG 2.1.4)
    FIXED = "fixed"  # it moves, presses, edits or goes back everywhere
    READER = "reader"  # screen readers own it
    SYSTEM = "system"  # the system owns it
    TAKEN = "taken"  # another command has it


def refused_everywhere(chord: Chord) -> Refusal | None:
    """Why no command at all can have this key, or None."""
    if chord.key in _READERS or {"Ctrl", "Alt"} <= chord.held:
        return Refusal.READER
    if str(chord) in _SYSTEM or "Meta" in chord.held:
        return Refusal.SYSTEM
    if chord.key in _FUNCTION:
        return None
    if not chord.held & {"Ctrl", "Alt"}:
        return Refusal.FIXED if chord.key in _CONTROL else Refusal.TYPED
    if "Ctrl" in chord.held and chord.key in _EDITING:
        return Refusal.FIXED
    return Refusal.FIXED if chord.key in ("Tab", "Enter", "Num Enter", "Esc", "Space") else None


@dataclass(frozen=True, slots=True)
class ShortcutSettings:
    """`enabled`: False turns every shortcut off. `changed`: (command, key) pairs; an empty key turns one off."""

    enabled: bool = True
    changed: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def from_mapping(cls, stored: object) -> Self:
        """From what was kept: {"enabled": bool, "changed": {command: key}}; unknown keys are left out."""
        values = stored if isinstance(stored, Mapping) else {}
        enabled, changed = values.get("enabled"), values.get("changed")
        pairs = changed.items() if isinstance(changed, Mapping) else ()
        kept = [(str(name), key) for name, key in pairs if isinstance(key, str) and (not key or _usable(key))]
        return cls(enabled if isinstance(enabled, bool) else True, tuple(sorted(kept)))

    def to_mapping(self) -> dict[str, Any]:
        """Plain values to be kept as JSON."""
        return {"enabled": self.enabled, "changed": dict(self.changed)}

    def with_key(self, command: str, key: str) -> Self:
        """The same with another key for a command; '' turns it off."""
        return replace(self, changed=tuple(sorted({**dict(self.changed), command: key}.items())))

    def with_default(self, command: str) -> Self:
        """The same with the command's own key again."""
        return replace(self, changed=tuple(pair for pair in self.changed if pair[0] != command))


def _usable(key: str) -> bool:
    chord = Chord.parse(key)
    return chord is not None and refused_everywhere(chord) is None


class ShortcutTable:
    """The commands with their own keys, and what the customer made of them.

    commands: name -> written chords, the first of them the one shown first. `always` cannot be turned off
    or lose its last key (the list itself must stay in reach).
    """

    def __init__(
        self, commands: Mapping[str, tuple[str, ...]], settings: ShortcutSettings, always: Collection[str] = ()
    ) -> None:
        self._commands, self._always, self.settings = commands, frozenset(always), settings

    def keys_of(self, command: str) -> tuple[str, ...]:
        """The keys of a command now, as written."""
        return self._keys_when_on(command) if self.settings.enabled or command in self._always else ()

    def _keys_when_on(self, command: str) -> tuple[str, ...]:
        """Its keys when shortcuts are on."""
        changed = dict(self.settings.changed)
        if command in self._always:
            return self._kept(command)
        if command not in changed or self._is_kept(changed[command]):
            return self._free_of_changed(command)
        return (changed[command],) if changed[command] else ()

    def _kept(self, command: str) -> tuple[str, ...]:
        """The keys of one that cannot do without: before it has none it takes its own back from another command."""
        changed = dict(self.settings.changed).get(command, "")
        return (changed,) if changed else self._free_of_changed(command) or self._own(command)

    def _is_kept(self, key: str) -> bool:
        return any(key in self._kept(command) for command in self._always)

    def _own(self, command: str) -> tuple[str, ...]:
        return self._commands.get(command, ())

    def _free_of_changed(self, command: str) -> tuple[str, ...]:
        """Its own keys, but for those that the customer gave to another command."""
        taken = {key for name, key in self.settings.changed if name != command}
        return tuple(key for key in self._own(command) if key not in taken)

    def shown(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every command with its keys now, in the table's order; true by being what is asked for a key press."""
        return tuple((command, self.keys_of(command)) for command in self._commands)

    def command_for(self, code: int, modifiers: Iterable[str]) -> str:
        """The command of a key press, or ''."""
        pressed = Chord.of(code, modifiers)
        if pressed is None:
            return ""
        wanted = {str(pressed), str(pressed.plain)}
        return next((name for name, keys in self.shown() if wanted & set(keys)), "")

    def refusal(self, command: str, chord: Chord) -> tuple[Refusal, str] | None:
        """Why `command` cannot have this key, with the command that has it when it is taken; None when it can.

        Whether shortcuts are on does not matter: they may be turned on again, and then no two have the same key.
        """
        if (reason := refused_everywhere(chord)) is not None:
            return reason, ""
        wanted = {str(chord), str(chord.plain)}
        for name in self._commands:
            if name != command and wanted & set(self._keys_when_on(name)):
                return Refusal.TAKEN, name
        return None

    def can_be_off(self, command: str) -> bool:
        """Whether the customer may turn this command's key off."""
        return command not in self._always
