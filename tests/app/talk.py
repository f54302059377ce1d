"""A conversation by voice with its parts in reach, on a bank in memory."""

from __future__ import annotations

from functools import cache

from app.dialogue.grammar import Grammar, load_grammar
from app.dialogue.manager import DialogueManager
from app.dialogue.understand import Understanding
from app.dialogue.vocabulary import Vocabulary
from app.dialogue.voice_control import VoiceControl
from app.dialogue.voice_state import VoiceState
from app.flows import FLOWS
from app.flows.acts import Interpretation
from app.flows.interaction import InteractionManager
from app.flows.work import InlineWorker
from app.kept_wishes import KeptWishes
from app.words import Words
from tests.app.signed_in import SIGN_IN
from tests.dialogues.ears import Ears
from tests.dialogues.scripted_voice import ScriptedPipeline
from tests.dialogues.stage import AMOUNTS
from tests.fakes import FakeBank
from voice.settings import VoiceSettings


@cache
def language(lang: str) -> tuple[Grammar, Words]:
    """Neither changes while a test runs, and reading them takes longer than a conversation."""
    return load_grammar(lang), Words.load(lang)


class Talk:
    """A conversation with its parts in reach."""

    def __init__(
        self,
        *,
        signed_in: bool = True,
        ears: Ears | None = None,
        wishes: KeptWishes | None = None,
        lang: str = "zh-CN",
    ) -> None:
        self.bank = FakeBank()
        self.interaction = InteractionManager(self.bank, FLOWS, InlineWorker(), lang)
        grammar, self.words = language(lang)
        self.dialogue = DialogueManager(self.interaction, Understanding(grammar), self.words)
        self.pipeline: ScriptedPipeline
        self.control = VoiceControl(
            self.interaction, self.dialogue, Vocabulary(grammar, list(FLOWS), lambda: AMOUNTS[lang][:1] * 50),
            lambda wanted: wanted.sentences, self.words, lambda job: job(), self._make, headphones=ears, wishes=wishes,
        )  # fmt: skip
        self.control.apply(VoiceSettings(ask_before_amounts=False))
        self.states: list[VoiceState] = []
        self.control.listen(self.states.append)
        if signed_in:
            self.interaction.handle(Interpretation(SIGN_IN))

    def _make(self, on_event) -> ScriptedPipeline:  # type: ignore[no-untyped-def]
        self.pipeline = ScriptedPipeline(on_event)
        return self.pipeline
