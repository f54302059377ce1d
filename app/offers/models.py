"""The voice models that can hear one language: the one that ships, those installed, and a folder named by hand."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from app.keeper import Keeper
from app.offers.offer import Offer, Offers, Post
from app.words import Message, Words
from voice.errors import ModelTrouble, NoModel
from voice.models import find_model
from voice.models.shelf import Shelf

_LOG = logging.getLogger(__name__)

SLOW = 0.5
"""Seconds of loading after which the customer is told to wait."""

_MEGA = 1_000_000


class Loader(Protocol):
    """Loads models of one language; ``folder`` is empty for the one that ships."""

    def load(self, folder: str) -> Any:
        """On any thread. Raises :class:`NoModel`."""

    def take(self, folder: str, loaded: Any) -> None:
        """It has been chosen, and hears from the next utterance on."""


class ModelOffers(Offers):
    """A model is loaded before it is chosen, on another thread: one of no use leaves the old one where it is.

    The last wish counts: who steps through the list does not wait for each model on his way.
    """

    def __init__(self, lang: str, shelf: Shelf, loader: Loader, keeper: Keeper, words: Words, post: Post) -> None:
        """``lang`` is a language of the client, as zh-CN."""
        super().__init__(post)
        self._lang, self._shelf, self._loader = lang, shelf, loader
        self._keeper, self._words = keeper, words
        self._named = keeper.settings.voice_model  # stays in the list, for whoever wants to go back to it
        self._on_shelf = ""
        self._wanted: str | None = None
        self._loading = self._slow = False

    @property
    def at(self) -> str:
        """A folder that was named in the settings comes before what stands on the shelf."""
        return self._in_force if self._wanted is None else self._wanted

    @property
    def busy(self) -> bool:
        """Is a model being loaded, and has been for a while?"""
        return self._slow

    @property
    def _in_force(self) -> str:
        return self._keeper.settings.voice_model or self._on_shelf

    def choose(self, value: str) -> None:
        """Load it, and hear with it when that has gone well."""
        if self._loading:
            self._wanted = value
            self._changed()
        elif value != self._in_force:
            self._wanted = value
            self._load(value)
            self._changed()
        else:
            self._changed(self._told())

    # -- what there is -------------------------------------------------------------------------------

    def _find(self) -> tuple[Offer, ...]:
        return tuple(self._all())

    def _found(self, found: tuple[Offer, ...]) -> None:
        """The command line may have chosen another one meanwhile, too."""
        before, self._on_shelf = self._on_shelf, str(self._shelf.chosen(self._lang) or "")
        super()._found(found)
        if before != self._on_shelf:
            self._changed()

    def _all(self) -> Iterator[Offer]:
        words = self._words
        try:
            find_model(self._lang)
            yield Offer("", words.text("settings-model-shipped"))
        except NoModel:
            pass  # nothing ships for this language
        for model in self._shelf.installed():
            if model.lang == self._lang[:2]:
                size = round(model.size / _MEGA)
                yield Offer(str(model.path), words.text("settings-model-installed", name=model.name, size=size))
        if self._named:
            yield Offer(self._named, words.text("settings-model-named", folder=Path(self._named).name))

    # -- loading -------------------------------------------------------------------------------------

    def _load(self, value: str) -> None:
        self._loading = True
        threading.Thread(target=self._try, args=(value,), name="voice-model", daemon=True).start()

    def _try(self, value: str) -> None:
        slow = threading.Timer(SLOW, lambda: self._post(partial(self._wait, value)))
        slow.daemon = True
        slow.start()
        try:
            loaded, refused = self._loader.load(value), ""
        except NoModel as problem:
            loaded, refused = None, problem.code
        except Exception:  # noqa: BLE001 - whatever a damaged model does, the old one has to go on hearing
            _LOG.exception("a voice model could not be loaded")  # the customer is told that it is broken
            loaded, refused = None, "model_broken"
        slow.cancel()
        self._post(partial(self._loaded, value, loaded, refused))

    def _wait(self, value: str) -> None:
        if self._loading and self._wanted == value:
            self._slow = True
            self._changed(self._words.message("settings-model-loading", name=self.name_of(value)))

    def _loaded(self, value: str, loaded: Any, refused: str) -> None:
        self._loading = self._slow = False
        wanted, self._wanted = self._wanted, None
        if wanted not in (value, None, self._in_force):
            self._wanted = wanted
            self._load(str(wanted))
            self._changed()
        elif wanted != value:
            self._changed(self._told())
        elif refused:
            self._changed(self._refused(value, refused))
        else:
            self._changed(self._take(value, loaded))

    def _take(self, value: str, loaded: Any) -> Message:
        """The same as ``tingjian models use``, and no named folder stands before it any more."""
        settings = self._keeper.settings
        try:
            if value and value == self._named:
                kept = self._keeper.change(replace(settings, voice_model=value))
            else:
                self._put(value)
                kept = self._keeper.change(replace(settings, voice_model=""))
        except OSError:
            return self._refused(value, "not_kept")
        except ModelTrouble:
            return self._refused(value, "model_not_found")
        self._loader.take(value, loaded)
        return self._told() if kept else Message.joined([self._told(), self._words.message("settings-not-kept")])

    def _put(self, value: str) -> None:
        if value:
            self._shelf.use(Path(value).name)
        else:
            self._shelf.use_shipped(self._lang)
        self._on_shelf = value

    def _told(self) -> Message:
        label = self._words.text(f"settings-model_{self._lang[:2]}")
        return self._words.message("settings-is", label=label, value=self.name_of(self._in_force))

    def _refused(self, value: str, what: str) -> Message:
        name, kept = self.name_of(value), self.name_of(self._in_force)
        return self._words.message("settings-model-refused", what=what, name=name, kept=kept)
