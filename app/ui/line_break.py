"""Where a line may end: after Chinese characters, at spaces between Latin words, never before a closing mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator

CLOSING = frozenset("，。、；：？！）】》」』”’…—～%,.;:?!)]}")
"""May not begin a line (GB/T 15834, line-start rule)."""

OPENING = frozenset("（【《「『“‘([{¥$")
"""May not end a line."""

Measure = Callable[[str], float]


def _wide(char: str) -> bool:
    """Chinese characters and full-width marks stand alone; a break may come between any two."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def pieces(line: str) -> Iterator[str]:
    """The unbreakable pieces of one paragraph, joined without loss; a space ends the piece before it."""
    piece = ""
    for char in line:
        if piece and (_ends_word(piece, char) or _may_break(piece[-1], char)):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


def _ends_word(piece: str, after: str) -> bool:
    """A space ends a Latin word; beside a Chinese character it is only air, and both sides stay together."""
    before = piece.rstrip(" ")[-1:]
    return (
        piece[-1] == " "
        and after not in CLOSING | {" "}
        and bool(before)
        and not _wide(before)
        and before not in OPENING
    )


def _may_break(before: str, after: str) -> bool:
    if " " in (before, after) or after in CLOSING or before in OPENING:
        return False
    return _wide(before) or _wide(after) or (before in CLOSING and _wide(after))


def wrap(text: str, width: float, measure: Measure) -> str:
    """``text`` with newlines so that no line is wider than ``width`` as ``measure`` tells it.

    A piece that is wider than a whole line is broken where that does least harm: at a space, before the marks at
    its end (an amount stays whole), after a comma or a dash, within a Latin word with a hyphen, and only what is
    left (a long number) anywhere.
    """
    return "\n".join(line for paragraph in text.split("\n") for line in _lines(paragraph, width, measure))


def _lines(paragraph: str, width: float, measure: Measure) -> Iterator[str]:
    whole = measure(paragraph)
    if whole <= width:
        yield paragraph
        return
    per_line = len(paragraph) * width / whole
    line, rest = "", list(pieces(paragraph))
    while True:
        count = _going_on(line, rest, per_line, lambda text: measure(text.rstrip()) <= width)
        line, rest = line + "".join(rest[:count]), rest[count:]
        if line:
            yield line.rstrip()
        if not rest:
            return
        line = rest.pop(0)
        while measure(line.rstrip()) > width and len(line) > 1:
            at, hyphen = _least_harm(line, width, measure)
            yield line[:at].rstrip() + hyphen
            line = line[at:]


def _going_on(line: str, rest: list[str], per_line: float, fits: Callable[[str], bool]) -> int:
    """How many more pieces stand in the line. Tried first is what its letters say: measuring takes time."""
    count, letters = 0, len(line)
    while count < len(rest) and letters + len(rest[count]) <= per_line:
        letters += len(rest[count])
        count += 1
    if fits(line + "".join(rest[:count])):
        while count < len(rest) and fits(line + "".join(rest[: count + 1])):
            count += 1
        return count
    while count and not fits(line + "".join(rest[: count - 1])):
        count -= 1
    return max(0, count - 1)


def _least_harm(piece: str, width: float, measure: Measure) -> tuple[int, str]:
    """Where to break a piece that fits on no line, and what to write there."""
    most = _fitting(piece, width, measure)
    core = len(piece.rstrip("".join(CLOSING) + " "))
    after_mark = max(piece.rfind(mark, 0, most) for mark in ",，:：-/") + 1
    for at in (piece.rfind(" ", 0, most) + 1, core if core <= most else 0, after_mark):
        if at > 1 and piece[at:].strip():
            return at, ""
    for at in range(most, 1, -1):
        if _in_word(piece, at) and measure(piece[:at] + "-") <= width:
            return at, "-"
    return most, ""


def _in_word(piece: str, at: int) -> bool:
    """Inside of a Latin word, with two letters or more on both sides."""
    around = piece[at - 2 : at + 2]
    return len(around) == 4 and around.isascii() and around.isalpha()


def _fitting(piece: str, width: float, measure: Measure) -> int:
    """How many characters fit in a line; at least one, so that wrapping always ends."""
    count = 1
    while count < len(piece) and measure(piece[: count + 1]) <= width:
        count += 1
    return count
