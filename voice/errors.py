"""The one error tree of speech.

VoiceProblem      anything below; ``code`` is what a caller shows words for
├── NoSound       no loudspeaker or no microphone (no_sound, no_microphone, no_sound_library)
├── NoVoice       no installed voice speaks the language (no_voice)
├── EngineFailed  the synthesiser crashed, hung or answered nonsense; it is started again (engine_failed)
├── NoModel       no recogniser model for the language (no_model, model_not_found, model_incomplete, ...)
├── ModelTrouble  installing or checking a model failed (no_network, checksum_differs, unsafe_archive, ...)
├── Unsayable     phrases with words that the model does not know (unsayable)
└── BadWav        a file that is no sound file we read (bad_wav)
"""

from __future__ import annotations


class VoiceProblem(Exception):
    """Something about speech that a person may have to be told; ``code`` is stable."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


class NoSound(VoiceProblem):
    """There is no device to play on or to hear with."""


class NoVoice(VoiceProblem):
    """No installed voice speaks this language."""

    def __init__(self, lang: str) -> None:
        super().__init__("no_voice", lang)
        self.lang = lang


class EngineFailed(VoiceProblem):
    """The synthesiser's process died, hung or could not start."""

    def __init__(self, detail: str) -> None:
        super().__init__("engine_failed", detail)


class NoModel(VoiceProblem):
    """There is no usable recogniser model; ``detail`` names the folder or the language."""


class ModelTrouble(VoiceProblem):
    """A model could not be listed, fetched, unpacked, found or verified; ``detail`` names it."""


class Unsayable(VoiceProblem):
    """These phrases hold words that the model cannot recognise, so nobody could ever say them."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        super().__init__("unsayable", ", ".join(phrases))
        self.phrases = phrases


class BadWav(VoiceProblem):
    """The file is no WAV file of a kind that we read; ``detail`` is one line for people."""

    def __init__(self, detail: str) -> None:
        super().__init__("bad_wav", detail)
