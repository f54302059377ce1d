"""VoicingWay: the built-in reader in this window: its key, its offer at the first start, its commands and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from accessibility.announcer import Message
from accessibility.preferences import SPEECH_RATES, Preferences, beside
from accessibility.shortcuts import ShortcutTable
from accessibility.voicing.explorer import Explorer
from accessibility.voicing.output import Earcon
from accessibility.voicing.pointer import Pointer
from accessibility.voicing.presence import ReaderWatch
from accessibility.voicing.reader import Reader
from accessibility.voicing.settings import VOLUMES, VoicingSettings
from app.dialogue.discretion import Discretion, UnknownHeadphones
from app.keeper import Keeper
from app.ui.keys import table
from app.ui.start import later
from app.ui.ways.voicing_amounts import ReaderAmounts
from app.ui.ways.voicing_output import VoiceOutput
from app.ui.ways.voicing_sample import Sample
from app.words import Form, Words
from app.words import Message as Wording
from app.writing.explained import Explainer
from voice.events import Trouble

if TYPE_CHECKING:
    from voice.pipeline import VoicePipeline

SPARED = frozenset({"hold"})
"""Commands that must find the voice still speaking."""

Post = Callable[[Callable[[], None]], None]
Watch = Callable[[Callable[[bool], object]], ReaderWatch]


class VoicingWay:
    """Joins the reader to keys, settings and the platform. All calls come on the main thread."""

    def __init__(
        self,
        reader: Reader,
        output: VoiceOutput,
        keeper: Keeper,
        words: Words,
        post: Post,
        tune: Callable[[Preferences], object],
        make_watch: Watch = ReaderWatch,
        discretion: Discretion | None = None,
    ) -> None:
        """``tune`` sets voices and pitch, which are the engine's; ``make_watch`` looks out for a screen reader.

        ``discretion`` says whether amounts may be spoken; it is the conversation's, where there is one.
        """
        self.reader, self.explorer = reader, Explorer(reader)
        self.explorer.spelling.explain = Explainer(words)
        self._output, self._keeper, self._words, self._tune = output, keeper, words, tune
        self.explorer.aside = words.text("way-strip")
        self._pointer = Pointer(reader, self.explorer, later)
        self._watch = make_watch(lambda running: post(lambda: self._reader_runs(running)))
        self._runs: bool | None = None
        self._was_on = False
        self._first, self._offering = keeper.first_start, False
        self._sample = Sample(output, lambda: bool(self._runs), post)
        output.ready = self._set_voice
        self._amounts = ReaderAmounts(
            discretion or Discretion(UnknownHeadphones()),
            words,
            lambda: keeper.settings.voice,
            lambda: self._key("where"),
        )
        output.amounts = self._amounts
        reader.spares = self._spares
        self._show: Callable[[Wording], object] = lambda message: None
        self._stop_following = keeper.listen(lambda settings: self.apply(settings.preferences))

    @property
    def _settings(self) -> VoicingSettings:
        return self._keeper.preferences.voicing

    @property
    def reads(self) -> bool:
        """Does a reader, this one or the platform's, read what is shown?"""
        return bool(self._runs) or self.reader.speaks

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys and buttons can ask of it, by name."""
        explorer = self.explorer
        return {
            "read_aloud": self.toggle,
            "hold": self._hold,
            "say_again": self._say_again,
            "read_on": self._if_on(explorer.read_on),
            "where": self._if_on(self._asked(explorer.where)),
            "spell": self._if_on(self._asked(explorer.spell)),
            "explore_next": self._if_on(lambda: explorer.go(1)),
            "explore_back": self._if_on(lambda: explorer.go(-1)),
            "explore_press": self._if_on(explorer.press),
            "item_next": self._if_on(lambda: explorer.step(1)),
            "item_back": self._if_on(lambda: explorer.step(-1)),
            "item_press": self._if_on(lambda: explorer.step(0)),
            "faster": lambda: self._pace(1),
            "slower": lambda: self._pace(-1),
            "louder": lambda: self._volume(1),
            "softer": lambda: self._volume(-1),
        }

    def join(self, shell: Any, bridge: Any) -> None:
        """Take part in a window: its commands, its captions, its messages."""
        shell.commands |= self.commands()
        self._show = shell.teller.show
        self._output.caption = shell.bar.follow
        self.reader.captions = frozenset({shell.bar.caption_id})
        self._output.trouble = lambda trouble: self._in_trouble(bridge, trouble)
        bridge.announcer.listen(self.reader.message)

    def start(self, window: Any) -> None:
        """The window is up: follow its pointer, look out for a screen reader, make the offer of the first start."""
        self._pointer.start(window)
        self._watch.start()
        self.apply(self._keeper.preferences)
        self._offering = self._first and not (self._settings.on or self._settings.offered)
        if self._settings.on:
            self._output.warm()

    def close(self) -> None:
        """The window goes."""
        self._sample.stop()
        self._stop_following()
        self._watch.close()
        self._pointer.close()

    def apply(self, preferences: Preferences) -> None:
        """The settings have changed; in force from the next sentence on."""
        self.reader.settings = preferences.voicing
        if preferences.voicing.on != self._was_on:
            self._switch(preferences.voicing.on)
        if (pipeline := self._output.pipeline) is not None:
            self._set_voice(pipeline)

    def sample(self, text: str, lang: str) -> None:
        """Let a voice be heard that was just chosen."""
        self._sample.say(text, lang)

    def toggle(self) -> None:
        """The one key: reading aloud on, or off."""
        self._prefer(on=not self._settings.on, offered=True)

    # -- on and off ----------------------------------------------------------------------------------

    def _switch(self, on: bool) -> None:
        """Say that it is on before anything else, and that it is off as the last thing."""
        self._was_on = on
        if not on:
            self.reader.turn(False)
            self._tell("voicing-off")
        elif self._runs is None:
            return  # right after the start: as soon as it is known whether a screen reader speaks
        elif self._runs:
            self.reader.turn(True)  # it waits until the screen reader has gone
            self._tell("voicing-waits")
        else:
            self._tell("voicing-on")
            self.reader.turn(True)

    def _reader_runs(self, running: bool) -> None:
        """A screen reader has come or gone; the first answer comes right after the start."""
        first, self._runs = self._runs is None, running
        self.reader.give_way(running)
        if first and self._settings.on and running:
            self.reader.turn(True)  # on since the start: nothing has changed
        elif first and self._settings.on:
            self._switch(on=True)
        if self._offering:
            self._offering = False
            if not running:
                self._offer()
                self._prefer(offered=True)

    def _if_on(self, do: Callable[[], None]) -> Callable[[], None]:
        """A command of the reader while it is off says how to switch it on."""

        def either() -> None:
            if self.reader.speaks:
                do()
            elif not self._runs:
                self._offer()

        return either

    def _asked(self, do: Callable[[], None]) -> Callable[[], None]:
        """Who asks wants to hear amounts too, unless they are never to be spoken."""

        def ask() -> None:
            self._amounts.revealed = True
            do()
            self._amounts.revealed = False

        return ask

    def _offer(self) -> None:
        if key := self._key("read_aloud"):
            self._tell("voicing-offer", key=key)

    def _key(self, command: str) -> str:
        """What the customer presses for it; empty when nothing does."""
        return next(iter(table(self._keeper.preferences.shortcuts).keys_of(command)), "")

    # -- voice ---------------------------------------------------------------------------------------

    def _set_voice(self, pipeline: VoicePipeline) -> None:
        preferences = self._keeper.preferences
        pipeline.rate, pipeline.volume = preferences.speech_rate, preferences.voicing.volume
        on, off = Earcon.LISTENING_ON, Earcon.LISTENING_OFF
        sounds = preferences.voicing.on and preferences.voicing.earcons
        pipeline.listening_on, pipeline.listening_off = (
            (self._output.sound(on), self._output.sound(off)) if sounds else (None, None)
        )
        self._tune(preferences)

    def _in_trouble(self, bridge: Any, trouble: Trouble) -> None:
        """What cannot be heard is seen (SPK-09)."""
        message_id = f"voice-trouble-{trouble.code}"
        known = message_id if self._words.has(message_id) else "voice-trouble-other"
        said = self._words.message(known, what=trouble.detail)
        bridge.announcer.tell(Message(said.screen, speech=said.speech, id=said.id))

    def _pace(self, step: int) -> None:
        preferences = self._keeper.preferences
        rate = beside(SPEECH_RATES, preferences.speech_rate, step)
        self._keeper.prefer(replace(preferences, speech_rate=rate))
        self._tell("voicing-rate", percent=round(100 * rate))

    def _volume(self, step: int) -> None:
        volume = beside(VOLUMES, self._settings.volume, step)
        self._prefer(volume=volume)
        self._tell("voicing-volume", percent=round(100 * volume))

    def _hold(self) -> None:
        if (pipeline := self._output.pipeline) is not None:
            pipeline.pause()

    def _say_again(self) -> None:
        if (pipeline := self._output.pipeline) is not None and not self._runs:
            pipeline.repeat_last(self._amounts.reworded)

    def _tell(self, message_id: str, **args: Any) -> None:
        """In its own voice, whether the reader is on or not; beside a screen reader by that one, and seen."""
        if self._runs:
            self._show(self._words.message(message_id, **args))
        else:
            self._output.say(self._words.text(message_id, form=Form.SPEECH, **args))

    def _prefer(self, **changes: Any) -> None:
        preferences = self._keeper.preferences
        self._keeper.prefer(replace(preferences, voicing=replace(preferences.voicing, **changes)))

    def _spares(self, key: int, modifiers: list[str]) -> bool:
        keys: ShortcutTable = table(self._keeper.preferences.shortcuts)
        return keys.command_for(key, modifiers) in SPARED
