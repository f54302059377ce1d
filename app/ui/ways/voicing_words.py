"""The words of speech in the customer's language, as the built-in reader and the platforms want them."""

from __future__ import annotations

from typing import Any

from accessibility.speech_keys import WORD_KEYS
from accessibility.voicing.signs import sign_keys
from app.words import Words

_BLANKS = ("position", "size", "row", "column", "rows", "columns", "count", "level", "keys", "state", "text", "letter")

EDITING_KEYS = ("deleted", "selected_text", "unselected_text", "blank", "end_of_text", "capital")


def message_id(key: str) -> str:
    """``role.button`` is the message ``role-button``, ``position`` is ``said-position``."""
    name = key.replace("_", "-").replace(".", "-")
    return name if "." in key else f"said-{name}"


def speech_words(words: Words) -> dict[str, str]:
    """Each key of speech with the language's word; blanks stay as ``{position}``."""
    blanks: dict[str, Any] = {name: f"{{{name}}}" for name in _BLANKS}
    keys = (*WORD_KEYS, *EDITING_KEYS, *sorted(sign_keys()))
    return {key: words.text(message_id(key), **blanks) for key in keys}
