"""Offline recognition by Vosk, limited to the phrases that can be said now."""

from __future__ import annotations

import importlib
import json
import math
from collections.abc import Sequence
from typing import Any

from voice.errors import NoModel, Unsayable
from voice.models import VoiceModel
from voice.stt.homophones import as_numbers
from voice.stt.recogniser import Heard

_UNKNOWN = "[unk]"
_RATE = 16_000
_LONGEST_WORD = 12
_WITHIN = "_"  # joins the written words of a sentence that is one word of our models: check_my_balance
_ALTERNATIVES = 8


class VoskModel:
    """A loaded model, which recognisers share; loading takes 30 ms (ours) to seconds (the large ones)."""

    def __init__(self, model: VoiceModel) -> None:
        """Load it.

        Raises:
            NoModel: when Vosk is not there for this platform, or refuses the files.
        """
        try:
            self.vosk: Any = importlib.import_module("vosk")
        except (ImportError, OSError) as failure:
            raise NoModel("no_recogniser", str(failure)) from failure
        self.vosk.SetLogLevel(-2)  # -1 still warns of every lattice with alternatives
        try:
            self.handle: Any = self.vosk.Model(str(model.path))
        except Exception as failure:  # it raises nothing narrower
            raise NoModel("model_broken", str(model.path)) from failure
        self.spaced = not model.lang.lower().startswith("zh")
        self._known: dict[str, bool] = {}
        self._split: dict[str, str | None] = {}

    def knows(self, word: str) -> bool:
        """Is the word in the model's lexicon? A grammar would drop it without a word."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = bool(self.handle.vosk_model_find_word(word) >= 0)
        return known

    def split(self, phrase: str) -> str | None:
        """The phrase as words of the lexicon with spaces between, or None when it cannot be said.

        It is cut into as few words as possible, long ones first: a whole command can be one word, and is then
        heard best; a word that the model lacks is made of shorter ones that it has.
        """
        if phrase not in self._split:
            self._split[phrase] = self._words(phrase)
        return self._split[phrase]

    def _words(self, phrase: str) -> str | None:
        tokens = phrase.lower().split()
        if len(tokens) > 1 and self.knows(_WITHIN.join(tokens)):
            return _WITHIN.join(tokens)
        words: list[str] = []
        for token in tokens:
            found = [token] if self.knows(token) else self._cut(token)
            if found is None:
                return None
            words += found
        return " ".join(words) if words else None

    def _cut(self, token: str) -> list[str] | None:
        # best[i] is the fewest words that make token[i:]
        best: list[list[str] | None] = [None] * len(token) + [[]]
        for at in range(len(token) - 1, -1, -1):
            for size in range(min(_LONGEST_WORD, len(token) - at), 0, -1):
                rest = best[at + size]
                now = best[at]
                fewer = rest is not None and (now is None or len(rest) + 1 < len(now))
                if fewer and self.knows(token[at : at + size]):
                    best[at] = [token[at : at + size], *(rest or [])]
        return best[0]


class VoskRecogniser:
    """One listener on a model.

    Vosk gives either word confidences or alternatives, never both, so two decoders hear the same frames
    (twice a hundredth of real time). Confidence is the posterior of the words from the lattice, weighted by
    their duration; time spent on words outside the vocabulary counts as nought. An alternative's is its
    share of all alternatives' likelihoods.
    """

    def __init__(self, model: VoskModel, alternatives: int = _ALTERNATIVES) -> None:
        self._model = model
        self._alternatives = alternatives
        self._grammar: str | None = None
        self._partial = ""
        self._first: Any = None
        self._others: Any = None
        self.between = " " if model.spaced else ""

    def set_phrases(self, phrases: Sequence[str] | None) -> None:
        """See ``Recogniser``."""
        grammar = None
        if phrases is not None:
            lost = self.unsayable(phrases)
            if lost:
                raise Unsayable(lost)
            cut = [self._model.split(phrase) for phrase in phrases]
            grammar = json.dumps([*cut, _UNKNOWN], ensure_ascii=False)
        if self._first is not None and grammar == self._grammar:
            self._reset()
            return
        self._grammar = grammar
        self._first = self._decoder()
        self._first.SetWords(True)
        self._others = None
        if self._alternatives:
            self._others = self._decoder()
            self._others.SetMaxAlternatives(self._alternatives)
        self._partial = ""

    def unsayable(self, phrases: Sequence[str]) -> tuple[str, ...]:
        """Those with words that the model neither has nor can make of others: nobody could ever say them."""
        return tuple(dict.fromkeys(phrase for phrase in phrases if self._model.split(phrase) is None))

    def accept(self, pcm: bytes) -> Heard | None:
        """See ``Recogniser``; a pause is what the model's own end-pointing says (0.5 s in ours)."""
        self._ready()
        ended = self._first.AcceptWaveform(pcm)
        if self._others is not None:
            self._others.AcceptWaveform(pcm)
        if ended:
            return self._heard(self._first.Result())
        text = self._plain(json.loads(self._first.PartialResult()).get("partial", ""))
        if text == self._partial:
            return None
        self._partial = text
        return Heard(text, 0.0, partial=True)

    def finish(self) -> Heard:
        """See ``Recogniser``."""
        self._ready()
        heard = self._heard(self._first.FinalResult())
        self._reset()
        return heard

    def _ready(self) -> None:
        if self._first is None:
            self.set_phrases(None)

    def _decoder(self) -> Any:
        arguments = [] if self._grammar is None else [self._grammar]
        return self._model.vosk.KaldiRecognizer(self._model.handle, _RATE, *arguments)

    def _reset(self) -> None:
        self._partial = ""
        self._first.Reset()
        if self._others is not None:
            self._others.Reset()

    def _plain(self, text: str) -> str:
        plain = self.between.join(word.replace(_WITHIN, self.between) for word in text.split() if word != _UNKNOWN)
        return as_numbers(plain) if self._model.spaced else plain

    def _heard(self, answer: str) -> Heard:
        self._partial = ""
        result = json.loads(answer)
        text = self._plain(result.get("text", ""))
        others = () if self._others is None else self._other_readings(text)
        return Heard(text, _confidence(result.get("result", ())) if text else 0.0, others)

    def _other_readings(self, text: str) -> tuple[Heard, ...]:
        found = json.loads(self._others.FinalResult()).get("alternatives", ())
        scores: dict[str, float] = {}
        for one in found:
            reading = self._plain(one["text"])
            scores.setdefault(reading, one.get("confidence", 0.0))
        top = max(scores.values(), default=0.0)
        shares = {reading: math.exp(score - top) for reading, score in scores.items()}
        total = sum(shares.values()) or 1.0
        return tuple(Heard(r, share / total) for r, share in shares.items() if r and r != text)


def _confidence(words: Sequence[dict[str, Any]]) -> float:
    """The words' posteriors weighted by their duration, unknown words as nought."""
    whole = sum(word["end"] - word["start"] for word in words)
    if whole <= 0:
        return 0.0
    known = sum((w["end"] - w["start"]) * w["conf"] for w in words if w["word"] != _UNKNOWN)
    return float(min(1.0, max(0.0, known / whole)))
