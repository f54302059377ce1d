"""KeptWishes: what a customer says of the voice ("slower") becomes a setting, so that it lasts and is shown as one."""

from __future__ import annotations

from dataclasses import replace

from accessibility.preferences import SPEECH_RATES, beside
from accessibility.voicing.settings import VOLUMES
from app.flows.acts import Manner
from app.keeper import Keeper

_PACE = {Manner.SLOWER: -1, Manner.FASTER: 1}
_LOUDNESS = {Manner.LOUDER: 1, Manner.SOFTER: -1}


class KeptWishes:
    """Implements ``app.dialogue.voice_state.Wishes`` on the customer's settings."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def adjust(self, manner: Manner) -> None:
        """One step slower, faster, louder, softer; the same steps as on the settings page."""
        preferences = self._keeper.preferences
        if step := _PACE.get(manner):
            rate = beside(SPEECH_RATES, preferences.speech_rate, step)
            self._keeper.prefer(replace(preferences, speech_rate=rate))
        elif step := _LOUDNESS.get(manner):
            volume = beside(VOLUMES, preferences.voicing.volume, step)
            self._keeper.prefer(replace(preferences, voicing=replace(preferences.voicing, volume=volume)))

    def wait(self, seconds: float) -> None:
        """Let a pause of so many seconds end a sentence, now and after the next start."""
        settings = self._keeper.settings
        self._keeper.change(replace(settings, voice=replace(settings.voice, end_silence=seconds)))
