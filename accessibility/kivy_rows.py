"""Items of a list that hold controls: buttons beside the words of a row."""

from collections.abc import Iterator
from typing import Any

from accessibility.kivy_kinds import default_children, plain_text, texts_inside


def is_control(widget: Any) -> bool:
    """Whether it is worked by itself, now or when it is not disabled any more."""
    from kivy.uix.behaviors import FocusBehavior  # noqa: PLC0415 - opens no window while the adapters are loaded

    from accessibility.kivy_classes import adapter_for  # noqa: PLC0415 - the registry knows this file
    from accessibility.kivy_focus import is_stop  # noqa: PLC0415 - as above

    return is_stop(widget) and (isinstance(widget, FocusBehavior) or adapter_for(widget).can_focus(widget))


def has_controls(item: Any) -> bool:
    """Whether there is anything in it to go to."""
    from accessibility.kivy_focus import holds  # noqa: PLC0415 - as above

    return holds(item, is_control)


def words_of_item(item: Any) -> str:
    """What it is called: its text, else the texts inside; those of its controls only where there are no others."""
    return plain_text(item) or " ".join(_words_beside_controls(item)) or texts_inside(item)


def _words_beside_controls(widget: Any) -> Iterator[str]:
    for child in default_children(widget):
        if not is_control(child):
            own = plain_text(child)
            yield from (own,) if own else _words_beside_controls(child)
