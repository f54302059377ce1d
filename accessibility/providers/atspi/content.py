"""The text of an object as AT-SPI has it: a field's own, a choice's value, or the words that simply stand there.

Made only when it is asked for: a tree of a thousand labels is told without one.
"""

from accessibility.node import Bounds, Node, TextContent, TextLine
from accessibility.roles import CELLS, HOLDS_LINKS, Role

EMPTY = TextContent((), 0, 0)

VALUES = frozenset({Role.COMBOBOX, Role.TEXTBOX})
"""Roles whose value is what stands in them; the value of others has no place on AT-SPI of its own."""

_WORDS = CELLS | {Role.ALERT, Role.HEADING, Role.LISTITEM, Role.NOTE, Role.STATICTEXT, Role.STATUS, Role.TIMER}
"""Roles that are read by character, word and line; without a text Orca could say them as a whole only."""

_MEASURED = frozenset({Role.PROGRESSBAR, Role.SLIDER, Role.SPINBUTTON})


def content_of(node: Node) -> TextContent | None:
    """The text, None for an object that has none."""
    if node.text is not None:
        return node.text
    if node.role in VALUES:
        return _chosen(node)
    return plain_content(node.name, node.bounds) if _has_words(node) else None


def drawn_content_of(node: Node) -> TextContent | None:
    """The same with the lines and places in which it is drawn, where that can be found out: it has to be measured."""
    if node.drawn is not None and node.text is None and _has_words(node):
        lines = node.drawn(node.name, node.bounds)
        if lines:
            return TextContent(lines, 0, 0)
    return content_of(node)


def has_content(node: Node) -> bool:
    """Whether the object has a text, if only an empty one."""
    return node.text is not None or node.role in VALUES or _has_words(node)


def _has_words(node: Node) -> bool:
    """The words of what holds other objects are theirs to tell, but for a text with links in it."""
    return node.role in _WORDS and (not node.children or node.role in HOLDS_LINKS) and bool(node.name)


def value_beside(node: Node) -> str:
    """A value in words that neither a number nor a text tells: it has to be told beside the name."""
    told = node.range is not None or node.text is not None or node.role in VALUES | _MEASURED
    return "" if told else node.value


def value_in_words(node: Node) -> str:
    """The value, but for that of a field: it is its text."""
    return "" if node.text is not None else node.value


def _chosen(node: Node) -> TextContent:
    """Selected from end to end: of a text that is put in, Orca 43 speaks only what is selected with it."""
    plain = plain_content(node.value, node.bounds)
    return TextContent(plain.lines, len(node.value), 0)


def plain_content(text: str, bounds: Bounds) -> TextContent:
    """A text of which only the outline is known: lines share the height, and a character has the place of its line."""
    rows = text.splitlines(keepends=True)
    step = bounds.height / max(len(rows), 1)
    lines = []
    for index, row in enumerate(rows):
        top = bounds.top + index * step
        box = Bounds(bounds.left, top, bounds.right, top + step)
        lines.append(TextLine(row, box, (0.0,) * len(row), (bounds.width,) * len(row)))
    return TextContent(tuple(lines), 0, 0)
