"""Line: the voice pipeline of a conversation, made when it is first needed and set as the customer wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.dialogue.manager import DialogueManager
from app.dialogue.speaking import Speaking
from app.dialogue.standing import Standing
from app.dialogue.vocabulary import Listening, Vocabulary
from app.dialogue.voice_state import Pipeline
from voice.end_pause import EndPause

SpellOut = Callable[[Listening], Sequence[str] | None]
"""What a recogniser is told of what is listened for."""


class Line:
    """Says and listens. ``connect`` makes the pipeline: a window that opens does not wait for sound."""

    def __init__(
        self,
        connect: Callable[[], Pipeline],
        dialogue: DialogueManager,
        speaking: Speaking,
        vocabulary: Vocabulary,
        spell_out: SpellOut,
        standing: Standing,
        pause: EndPause,
        lang: str,
    ) -> None:
        self._connect = connect
        self._dialogue = dialogue
        self._speaking = speaking
        self._vocabulary = vocabulary
        self._spell_out = spell_out
        self._standing = standing
        self._pause = pause
        self._lang = lang
        self._before: list[str] = []
        self.made: Pipeline | None = None

    @property
    def pipeline(self) -> Pipeline:
        """Made with the first press of the key."""
        if self.made is None:
            self.made = self._connect()
            self._tune(self.made)
        return self.made

    @property
    def on(self) -> bool:
        """Is there a conversation? Without one nothing is spoken (SPK-05)."""
        return self._standing.on

    @property
    def deafened(self) -> bool:
        """May nothing be recognised now? A secret is asked for, or typed while something else is asked (SEC-10)."""
        view = self._dialogue.view
        return view.asks_secret or (self._standing.secret and view.takes_secret)

    def tune(self) -> None:
        """Other settings hold from the next sentence on."""
        if self.made is not None:
            self._tune(self.made)

    def say(self, text: str) -> None:
        """Say it, after what was kept for the next words."""
        self._standing.cut = False
        text = " ".join((*self._before, text)).strip()
        self._before.clear()
        self._tune(self.pipeline)
        self.pipeline.say(text, self._lang)

    def part(self, text: str) -> None:
        """Say a last word; the conversation is over until the key is pressed."""
        self._standing.on, self._standing.dozing, self._standing.parting = False, False, True
        self.say(text)

    def say_soon(self, text: str) -> None:
        """Say it before the next words."""
        self._before.append(text)

    def listen(self, *, barge_in: bool = False) -> None:
        """Listen for what can be said at this moment; not while a secret is asked for or typed."""
        self._standing.dozing = self._standing.cut = False
        if self.deafened:
            return
        asking = self._speaking.asking
        wanted = self._vocabulary.yes_or_no() if asking else self._vocabulary.now(self._dialogue.view)
        self._tune(self.pipeline)
        self.pipeline.listen(self._spell_out(wanted), barge_in=barge_in)

    def listen_for_the_wake_phrase(self) -> None:
        """Without end and without a sound of its own."""
        self.pipeline.patience = None
        self.pipeline.listen(self._spell_out(self._vocabulary.wake), cue=False)

    def hush(self) -> None:
        """Neither speak nor listen; what was said meanwhile is thrown away."""
        self.pipeline.stop_speaking()
        self.pipeline.stop_listening(discard=True)

    def _tune(self, pipeline: Pipeline) -> None:
        self._speaking.tune(pipeline, self._pause.seconds, secret=self.deafened)
