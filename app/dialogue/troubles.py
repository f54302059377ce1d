"""troubles: what the voice says aloud of what does not work, and what of it has been said already."""

from __future__ import annotations

from app.words import Form, Words
from voice.events import Trouble

NO_MODEL = frozenset({"no_model", "model_not_found", "model_incomplete", "model_path_not_ascii", "model_broken"})
NO_MICROPHONE = frozenset({"no_microphone", "microphone_in_use", "microphone_gone", "no_sound_library"})
DEAF = NO_MODEL | NO_MICROPHONE | {"no_recogniser", "hearing_failed"}
"""Troubles after which it cannot hear: the conversation ends, keyboard and chat stay."""


UNHEARD = DEAF | {"microphone_muted", "microphone_clipping", "unsayable", "model_replaced"}
"""Troubles of hearing, which the voice itself can still tell."""


LISTENS_ON = frozenset({"no_sound", "no_voice", "silent", "engine_failed", "microphone_muted", "microphone_clipping"})
"""Troubles that do not end listening: those of speaking, and those after which comes what was heard."""


class Troubles:
    """Remembers what has been told since the key was pressed: once is enough."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._told: set[str] = set()

    def words_for(self, trouble: Trouble) -> str:
        """What to say of it aloud, if anything."""
        known = f"voice-trouble-{trouble.code}"
        if trouble.code not in UNHEARD or not self._words.has(known):
            return ""
        return self._words.text(known, form=Form.SPEECH, what=trouble.detail)

    def note(self, trouble: Trouble) -> bool:
        """It is being told; True when it has been before. Names that cannot be heard are each told for itself."""
        name = f"{trouble.code} {trouble.detail}" if trouble.code == "unsayable" else trouble.code
        before = name in self._told
        self._told.add(name)
        return before

    def forget(self) -> None:
        """The key was pressed: all is told again but the names, which stay as they are."""
        self._told = {told for told in self._told if told.startswith("unsayable")}
