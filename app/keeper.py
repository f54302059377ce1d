"""Keeper: the present settings; whoever listens follows each change at once, and a file keeps it for the next run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from accessibility.preferences import Preferences
from app.config import Settings, load_settings, save_settings

Listener = Callable[[Settings], None]


class Keeper:
    """One truth for the whole client; all calls come on the main thread.

    ``settings`` are those to begin with, else the file's. Without a file nothing is kept.
    """

    def __init__(self, file: Path | None = None, settings: Settings | None = None) -> None:
        self._file = file
        self._listeners: list[Listener] = []
        self.first_start = settings is None and file is not None and not file.exists()
        self.settings = settings or (load_settings(file) if file else Settings())

    @property
    def preferences(self) -> Preferences:
        """How the customer wants things to look, sound and wait."""
        return self.settings.preferences

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of each change; calling what is given back ends that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def change(self, settings: Settings) -> bool:
        """Take new settings, tell, and keep them. False: in force now, but the file could not be written."""
        if settings != self.settings:
            self.settings = settings
            for listener in list(self._listeners):
                listener(settings)
        return self._save()

    def prefer(self, preferences: Preferences) -> bool:
        """The same for preferences alone."""
        return self.change(replace(self.settings, preferences=preferences))

    def _save(self) -> bool:
        if self._file is None:
            return True
        try:
            save_settings(self._file, self.settings)
        except OSError:
            return False
        self.first_start = False
        return True
