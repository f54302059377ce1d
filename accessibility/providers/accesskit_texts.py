"""A node's number at AccessKit, and the text that hangs below it there: a run for each line."""

import accesskit as ak

from accessibility.node import Node, TextContent
from accessibility.providers.text_units import word_lengths

# Ids: AccessKit wants a number for each; the low bits are for what hangs below (text runs, live nodes).
SHIFT = 12
MAX_LINES = (1 << SHIFT) - 1


def node_id(uid: int, below: int = 0) -> int:
    """AccessKit's id of our node, or of the `below`-th thing that hangs under it."""
    return (uid << SHIFT) | below


def text_runs(told: ak.Node, node: Node) -> list[tuple[int, ak.Node]]:
    """One text run a line, and on the field itself where caret and selection are."""
    text = node.text
    if text is None:
        return []
    runs = []
    for index, line in enumerate(text.lines[:MAX_LINES], 1):
        run = ak.Node(ak.Role.TEXT_RUN)
        run.set_value(line.text)
        run.set_character_lengths([len(char.encode()) for char in line.text])
        run.set_character_positions(list(line.positions))
        run.set_character_widths(list(line.widths))
        run.set_word_lengths(word_lengths(line.text))
        run.set_text_direction(ak.TextDirection.LEFT_TO_RIGHT)
        run.set_bounds(ak.Rect(*line.bounds))
        runs.append((node_id(node.id, index), run))
    told.set_text_selection(
        ak.TextSelection(_position(node.id, text, text.anchor), _position(node.id, text, text.caret))
    )
    return runs


def _position(uid: int, text: TextContent, index: int) -> ak.TextPosition:
    """The run and the character in it at which a character index of the whole text lies."""
    last = min(len(text.lines), MAX_LINES)
    for number, line in enumerate(text.lines[:last], 1):
        if index < len(line.text) or number == last:
            return ak.TextPosition(node_id(uid, number), min(index, len(line.text)))
        index -= len(line.text)
    return ak.TextPosition(node_id(uid, 1), 0)


def index_of(text: TextContent, uid: int, position: ak.TextPosition) -> int:
    """The character index of the whole text that a position in one run means."""
    run = int(position.node) - node_id(uid)
    return sum(len(line.text) for line in text.lines[: run - 1]) + int(position.character_index)
