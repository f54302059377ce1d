"""The words of speech in the customer's language, as the built-in reader and the platforms want them."""

from __future__ import annotations

from typing import Any

from accessibility.speech_keys import WORD_KEYS
from accessibility.voicing.signs import sign_keys
from app.words import Words

_BLANKS = ("position", "size", "row", "column", "rows", "columns", "count", "level", "keys", "state", "text", "letter")

PLATFORM_KEYS = ("state.disabled", "state.expanded", "state.collapsed", "level", "position")
"""What a platform's own readers may be told in words, as not every platform takes it from the program."""

EDITING_KEYS = ("deleted", "selected_text", "unselected_text", "blank", "end_of_text", "capital", "read_only")


def message_id(key: str) -> str:
    """``role.button`` is the message ``role-button``, ``position`` is ``said-position``."""
    name = key.replace("_", "-").replace(".", "-")
    return name if "." in key else f"said-{name}"


def speech_words(words: Words) -> dict[str, str]:
    """Each key of speech with the language's word; blanks stay as ``{position}``."""
    return _said(words, (*WORD_KEYS, *EDITING_KEYS, *sorted(sign_keys())))


def platform_words(words: Words) -> dict[str, str]:
    """Those of ``PLATFORM_KEYS``, as ``speech_words`` has them."""
    return _said(words, PLATFORM_KEYS)


def _said(words: Words, keys: tuple[str, ...]) -> dict[str, str]:
    blanks: dict[str, Any] = {name: f"{{{name}}}" for name in _BLANKS}
    return {key: words.text(message_id(key), **blanks) for key in keys}
