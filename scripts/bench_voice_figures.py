"""What the bench shows of hearing, of numbers and of the conversation: figures, targets, and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from bench_figures import Figure

LANGUAGES = {"zh": "Chinese", "en": "English"}
"""Languages by the beginning of their figures' keys."""

Row = Callable[..., Figure]
"""A figure of one language: key, text, unit, at most, at least."""

_OTHERS = {
    "other_speech": "other talk",
    "people": "people's clips",
    "babble": "babble",
    "music": "music",
    "noise": "silence and noise",
}


def _slots(row: Row) -> list[Figure]:
    """What each part of a sentence is heard by."""
    return [
        row("payees_quiet_right", "payee right where asked for", "%", None, 97),
        row("payees_10db_right", "payee right where asked for, 10 dB", "%", None, 94),
        row("payees_quiet_wrongly_taken", "... another one taken", ""),
        row("requests_quiet_intent", "payee and amount in a sentence: task right", "%", None, 97),
        row("requests_quiet_payee", "... payee right", "%"),
        row("requests_quiet_amount", "... amount right", "%"),
        row("requests_quiet_whole", "... all of it right at first", "%"),
        row("requests_10db_whole", "... all of it right at first, 10 dB", "%"),
    ]


def _false(row: Row, name: str, what: str) -> list[Figure]:
    """Sounds that are meant for nobody: at the menu, at the review, at rest."""
    return [
        row(f"{name}_tried", f"{what}: sounds", ""),
        row(f"{name}_taken", f"{what}: taken for a command", "%"),
        row(f"{name}_confirmed", f"{what}: taken for a Yes", "", 0),
        row(f"{name}_payments", f"{what}: payments, one after another", "", 0),
        row(f"{name}_woken", f"{what}: wakes the client", "%", 1),
    ]


def _heard(short: str, lang: str) -> list[Figure]:
    """What the shipped model of one language hears of voices that no training has heard."""

    def row(key: str, text: str, unit: str, at_most: float | None = None, at_least: float | None = None) -> Figure:
        return Figure("hearing", f"{short}_{key}", f"{lang}: {text}", unit, at_most, at_least=at_least)

    rooms = {"quiet": "", "20db": ", 20 dB", "10db": ", 10 dB", "5db": ", 5 dB"}
    wanted = {"commands": {"quiet": 97.0, "10db": 94.0}, "amounts": {"quiet": 99.5, "10db": 96.5}}
    return [
        *(
            row(f"commands_{k}", f"commands understood{t}", "%", None, wanted["commands"].get(k))
            for k, t in rooms.items()
        ),
        *(
            row(f"amounts_{k}", f"amounts right at first{t}", "%", None, wanted["amounts"].get(k))
            for k, t in rooms.items()
        ),
        *_slots(row),
        row("dialogue_quiet_exact", "transfer sent exactly", "%", None, 100),
        row("dialogue_10db_exact", "transfer sent exactly, 10 dB", "%", None, 100),
        row("dialogue_10db_by_voice_alone", "... by voice alone, 10 dB", "%"),
        row("dialogue_quiet_misheard", "wrong amounts that the read-back caught", ""),
        row("dialogue_10db_misheard", "... 10 dB", ""),
        row("dialogue_quiet_wrong_payments", "wrong payments", "", 0),
        row("dialogue_10db_wrong_payments", "wrong payments, 10 dB", "", 0),
        row("wake_quiet", "wakes at its phrase", "%", None, 97),
        row("wake_10db", "wakes at its phrase, 10 dB", "%", None, 94),
        *(figure for name, what in _OTHERS.items() for figure in _false(row, name, what)),
        row("real_time_factor", "work over length of sound, both decoders", "", 0.03),
        row("hardest_real_time_factor", "... for the hardest sound of all", "", 1),
        row("model_load_ms", "model loads in", "ms", 50),
        row("model_mib", "memory of the model, listening", "MiB"),
        row("whole_mib", "... after all of this, with its grammars", "MiB"),
    ]


HEARING = tuple(figure for lang in LANGUAGES.items() for figure in _heard(*lang))

_KINDS = {"amounts": "many amounts", "digits8": "8-digit numbers", "digits11": "11-digit numbers"}
_ROOMS = {"quiet": "", "10db": ", 10 dB"}
_WANTED = {
    ("amounts", "quiet"): 99.5,
    ("amounts", "10db"): 96.5,
    ("digits11", "quiet"): 99.0,
    ("digits11", "10db"): 96.0,
}


def _numbers(short: str, lang: str) -> list[Figure]:
    """What becomes of numbers said once: taken rightly, asked again, caught by the read-back, or passed in silence."""
    found = []
    for (kind, name), (room, where) in product(_KINDS.items(), _ROOMS.items()):
        key, said = f"{short}_{kind}_{room}", f"{lang}, {name}{where}"
        found += [
            Figure("numbers", f"{key}_tried", f"{said}: said"),
            Figure("numbers", f"{key}_right", f"{said}: right at first", "%", at_least=_WANTED.get((kind, room))),
            Figure("numbers", f"{key}_asked", "... asked again"),
            Figure("numbers", f"{key}_caught", "... wrong, and the read-back says it"),
            Figure("numbers", f"{key}_refused", f"{said}: agreed, not sent", at_most=0),
            Figure("numbers", f"{key}_hidden", f"{said}: wrong in silence", at_most=0),
        ]
    return found


NUMBERS = tuple(figure for lang in LANGUAGES.items() for figure in _numbers(*lang))


def _talk(short: str, lang: str) -> list[Figure]:
    """A conversation on a sound card. What the customer waits for besides is the pause that he chose (0.7 s)."""

    def row(key: str, text: str, unit: str, at_most: float | None = None, at_least: float | None = None) -> Figure:
        return Figure("talk", f"{short}_{key}", f"{lang}, sound card: {text}", unit, at_most, at_least=at_least)

    return [
        row("sound_card_commands", "heard word for word", "%", None, 97),
        row("sound_card_commands_10db", "heard word for word, 10 dB", "%"),
        row("end_to_answer_ms", "end of speech to answer", "ms", 500),
        row("end_to_answer_worst_ms", "... the worst", "ms"),
        row("noise_end_to_answer_ms", "... in noise, 10 dB", "ms"),
        row("last_sound_to_answer_ms", "last sound to answer, with pause", "ms"),
        row("barge_in_key_ms", "key to silence", "ms", 100),
        row("barge_in_speech_ms", "customer's first sound to silence", "ms", 100),
        row("background_load_ms", "model loads beside the window", "ms", 1000),
    ]


TALKING = tuple(figure for lang in LANGUAGES.items() for figure in _talk(*lang))

BESIDE: tuple[Figure, ...] = (
    Figure("sphinx", "beside_sphinx_commands_quiet", "English, plain commands: here", "%"),
    Figure("sphinx", "sphinx_commands_quiet", "... pocketsphinx on the same sound", "%"),
    Figure("sphinx", "beside_sphinx_commands_10db", "English, plain commands, 10 dB: here", "%"),
    Figure("sphinx", "sphinx_commands_10db", "... pocketsphinx on the same sound", "%"),
    Figure("sphinx", "sphinx_real_time_factor", "... pocketsphinx, work over length of sound", ""),
    Figure("sphinx", "sphinx_model_load_ms", "... pocketsphinx, model loads in", "ms"),
    Figure("sphinx", "sphinx_model_mib", "... pocketsphinx, memory", "MiB"),
)

VOICE_FIGURES: tuple[Figure, ...] = (*HEARING, *NUMBERS, *TALKING, *BESIDE)
