"""The voices that can speak one language on this machine, each heard as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from accessibility.preferences import replaced, value_at
from app.keeper import Keeper
from app.offers.offer import Offer, Offers, Post
from app.words import Form, Message, Words
from voice.errors import VoiceProblem
from voice.tts.voice_list import KnownVoice

Voices = Callable[[str], tuple[KnownVoice, ...]]
Sample = Callable[[str, str], object]


class VoiceOffers(Offers):
    """``lang`` is zh or en, whatever the language of the window: names and foreign words are spoken in both."""

    def __init__(
        self,
        lang: str,
        voices: Voices,
        runs: Callable[[], bool],
        sample: Sample,
        keeper: Keeper,
        words: Words,
        post: Post,
    ) -> None:
        """``voices`` asks the engine, starts it if need be, and waits for it; ``runs``: it is running, or has just
        been. ``sample`` has a text spoken in a language.
        """
        super().__init__(post)
        self._lang, self._voices, self._runs, self._sample = lang, voices, runs, sample
        self._keeper, self._words = keeper, words
        self._path = f"preferences.voicing.voice_{lang}"

    @property
    def at(self) -> str:
        """Automatic also where the voice that was chosen once is not here: that is what speaks then."""
        kept = self._kept
        return kept if self.name_of(kept) else ""

    @property
    def _kept(self) -> str:
        return str(value_at(self._keeper.settings, self._path))

    def name_of(self, value: str) -> str:
        """Automatic is there whatever the engine has."""
        return super().name_of(value) or ("" if value else self._words.text("settings-automatic"))

    def glance(self) -> None:
        """A process is not started for who hears nothing and has chosen nothing; whoever asks for another voice has it
        looked for.
        """
        if self._kept or self._runs():
            self.look()

    def choose(self, value: str) -> None:
        """In force with the next sentence, which is a sample of it."""
        kept = self._keeper.change(replaced(self._keeper.settings, self._path, value))
        label = self._words.text(f"settings-voice_{self._lang}")
        said = [self._words.message("settings-is", label=label, value=self.name_of(value))]
        self._changed(Message.joined(said if kept else [*said, self._words.message("settings-not-kept")]))
        self._sample(self._words.text(f"settings-voice_{self._lang}-sample", Form.SPEECH), self._lang)

    def _find(self) -> tuple[Offer, ...]:
        try:
            found = self._voices(self._lang)
        except VoiceProblem:
            found = ()  # told when somebody wants to hear something
        return (Offer("", self._words.text("settings-automatic")), *self._named(found))

    def _named(self, found: tuple[KnownVoice, ...]) -> Iterator[Offer]:
        """Two of the same name would be one to the ear."""
        given: list[str] = []
        for voice in found:
            name = voice_name(voice, self._words)
            given.append(name)
            yield Offer(voice.id, name if given.count(name) == 1 else f"{name} {given.count(name)}")


def voice_name(voice: KnownVoice, words: Words) -> str:
    """A name for people: espeak-ng's voices by place and speaker, those of other makers by their own name."""
    own = voice.name.removeprefix("Microsoft ").partition(" - ")[0].removesuffix(" Desktop")
    place = words.text("settings-voice-place", tag=voice.place, name=own)
    if not voice.speaker:
        return place
    kind = "woman" if voice.speaker.startswith("f") else "man"
    return words.text("settings-voice-speaker", place=place, kind=kind, number=int(voice.speaker[1:]))
