"""Meant: what the letters written so far may mean: sentences of this moment, then any Chinese, with spoken names."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from accessibility.keypad.offer import Offer
from app.ui.kit import Kit
from app.ui.ways.suggestions import suggested
from app.writing.composer import Candidate, candidates
from app.writing.lexicon import lexicon
from app.writing.told import told_by

ROOM, MOST = 18, 5
"""Signs and keys on one row, beside the key for more: six keys are what is scanned together."""

_LEAST_SIGNS = 2
"""A key is as wide as for two signs at least."""

_PINYIN = re.compile(r"[a-z]+$")
"""Small letters alone: who writes capitals means the letters."""


class Meant:
    """``sayable``: the sentences that can be said at this moment. Chinese is offered in a Chinese client alone."""

    def __init__(self, kit: Kit, sayable: Callable[[], Sequence[str]]) -> None:
        self._kit, self._sayable = kit, sayable
        self._is_chinese = kit.words.lang.startswith("zh")

    def prepare(self) -> None:
        """Read the words in the background, so that the first key does not wait for them."""
        if self._is_chinese:
            threading.Thread(target=lexicon, name="writing", daemon=True).start()

    def __call__(self, typed: str) -> Sequence[Offer]:
        """The likeliest first, each text once."""
        sentences = suggested(typed, self._sayable())
        found = [Offer(sentence, sentence, partial(str, sentence)) for sentence in sentences]
        letters = _PINYIN.search(typed) if self._is_chinese else None
        if letters is not None:
            head, tail = typed[: letters.start()], letters[0]
            known = set(sentences)
            for one in candidates(tail):
                text = head + one.text + tail[one.used :]
                if text not in known:
                    found.append(Offer(one.text, text, partial(self._name, one)))
        return found

    def _name(self, candidate: Candidate) -> str:
        """小明，大小的小，明天的明: a voice says many words alike."""
        text = self._kit.text
        told = [text("writing-sign", sign=sign, word=word) for sign, word in told_by(candidate.text, candidate.sounds)]
        return text("writing-between").join((candidate.text, *told))


def width_of(shown: str) -> int:
    """How wide a key is among its neighbours, in signs."""
    return max(_LEAST_SIGNS, len(shown))


def pages(
    offers: Sequence[Offer], room: float = ROOM, width: Callable[[str], float] = width_of
) -> Iterator[list[Offer]]:
    """Rows of offers as they fit beside each other, one for each turning of the page; at least one on each.

    ``room`` and ``width`` of what is shown on a key are of one unit: signs, or pixels with the space to the next key.
    """
    page: list[Offer] = []
    left = room
    for offer in offers:
        wide = width(offer.shown)
        if page and (wide > left or len(page) == MOST):
            yield page
            page, left = [], room
        page.append(offer)
        left -= wide
    if page:
        yield page
