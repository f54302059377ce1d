"""What AT-SPI has no state and no property for goes into an object's attributes, a table of strings.

Source: W3C Core Accessibility API Mappings 1.2, "object attribute". Orca 43 reads level, placeholder-text, valuetext.
"""

from accessibility.node import Node
from accessibility.providers.atspi.content import value_in_words
from accessibility.roles import Live, State

TOOLKIT = "Kivy"


def attributes_of(node: Node) -> dict[str, str]:
    told = {"toolkit": TOOLKIT, "xml-roles": str(node.role)}
    numbers = {
        "level": node.level,
        "posinset": node.position,
        "setsize": node.set_size,
        **_of_table(node),
    }
    told |= {name: str(number) for name, number in numbers.items() if number}
    texts = {
        "placeholder-text": node.placeholder,
        "valuetext": value_in_words(node),
        "keyshortcuts": node.shortcut,
        "live": "" if node.live is Live.OFF else str(node.live),
        "haspopup": str(node.popup or ""),
        "current": str(node.current or ""),
        "sort": str(node.sort or ""),
        "invalid": "true" if node.has(State.INVALID) else "",
        "checkable": "true" if node.checked is not None else "",
    }
    return told | {name: text for name, text in texts.items() if text}


def _of_table(node: Node) -> dict[str, int]:
    told: dict[str, int] = {}
    if node.place is not None:
        told |= {"rowindex": node.place.row, "colindex": node.place.column}
        told |= {"rowspan": _if_more(node.place.rows), "colspan": _if_more(node.place.columns)}
    if node.table is not None:
        told |= {"rowcount": node.table.rows, "colcount": node.table.columns}
    return told


def _if_more(count: int) -> int:
    """A cell that covers one row or column is as everybody expects."""
    return count if count > 1 else 0
