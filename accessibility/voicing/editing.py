"""What is said while somebody types and moves in a text: typed keys or words, what is deleted, what the caret is at."""

import re
from collections.abc import Mapping

from accessibility.node import TextContent
from accessibility.voicing.characters import character_around, characters, words_of
from accessibility.voicing.settings import Echo
from accessibility.voicing.signs import sign_name

_QUICK = 4
"""So many typed keys may arrive at once when somebody types fast; more is pasted."""

_WORD_END = re.compile(r"[\s，。！？；：、,.!?;:]$")


def edited(before: TextContent, after: TextContent, echo: Echo, words: Mapping[str, str]) -> str:
    """What to say after a text has changed; empty when the customer wants to hear nothing of it."""
    old, new = before.characters, after.characters
    start, removed, added = difference(old, new)
    if removed and not added:
        return words["deleted"].format(text=spelled_if_short(removed, words))
    if echo is Echo.NONE:
        return ""
    typed = characters(added)
    if len(typed) > 1 and not (added.isascii() and len(typed) <= _QUICK):
        return spelled_if_short(added, words)  # committed by an input method, or pasted: a word in itself
    if echo is Echo.KEYS:
        return words["separator"].join(sign_name(sign, words) for sign in typed)
    ends = [at for at, sign in enumerate(added, start + 1) if _WORD_END.search(sign)]
    return finished_word(new, ends[-1]) if ends else ""


def moved(before: TextContent, after: TextContent, words: Mapping[str, str]) -> str:
    """What to say after the caret or the selection has moved in the same text."""
    if after.selected != before.selected:
        if not after.selected:
            return words["unselected_text"] if before.caret == after.caret else character_at(after, words)
        return words["selected_text"].format(text=spelled_if_short(after.selected, words))
    if before.caret == after.caret:
        return ""
    text = after.characters
    if _line_at(before, before.caret) != _line_at(after, after.caret):
        line = after.lines[_line_at(after, after.caret)].text.strip()
        return line or words["blank"]
    passed = text[min(before.caret, after.caret) : max(before.caret, after.caret)]
    if len(characters(passed)) == 1 or after.caret in (0, len(text)):
        return character_at(after, words)
    # Ctrl+Right stops behind a word: what was passed is heard, not the space that follows.
    return word_at(text, after.caret) or word_at(text, after.caret - 1) or character_at(after, words)


def character_at(content: TextContent, words: Mapping[str, str]) -> str:
    """The character after the caret, by its name; at the end of the text that it is the end."""
    text = content.characters
    here = character_around(text, content.caret)
    return sign_name(here, words) if here else words["end_of_text"]


def word_at(text: str, caret: int) -> str:
    """The word that begins at or goes over the caret."""
    at = 0
    for word in words_of(text):
        at += len(word)
        if caret < at:
            return word.strip()
    return ""


def finished_word(text: str, caret: int) -> str:
    """The word before the sign that has just been typed."""
    found = re.search(r"[^\s，。！？；：、,!?;:]+(?=[\s，。！？；：、,.!?;:]+$)", text[:caret])
    return found[0] if found else ""


def difference(old: str, new: str) -> tuple[int, str, str]:
    """Where the texts begin to differ, what went, and what came there, in whole characters: an accent that is typed
    after its letter makes another letter of it."""
    was, now = characters(old), characters(new)
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    tail = 0
    while tail < min(len(was), len(now)) - start and was[-1 - tail] == now[-1 - tail]:
        tail += 1
    removed, added = was[start : len(was) - tail], now[start : len(now) - tail]
    return len("".join(was[:start])), "".join(removed), "".join(added)


def spelled_if_short(text: str, words: Mapping[str, str]) -> str:
    """One character by its name, figures one by one, for nobody knows here what they count; more as it is."""
    if len(characters(text)) == 1:
        return sign_name(text, words)
    return " ".join(text) if text.isdigit() else text


def _line_at(content: TextContent, caret: int) -> int:
    at = 0
    for index, line in enumerate(content.lines):
        at += len(line.text)
        if caret < at or index == len(content.lines) - 1:
            return index
    return 0
