"""Which adapter tells a widget: that of its place inside another, else that of its class.

Classes are named, not imported, so that this file imports no widget and opens no window.
"""

from functools import lru_cache
from typing import Any

from accessibility.kivy_behaviors import BEHAVIORS, DRAG, dragged
from accessibility.kivy_choices import CHOICES
from accessibility.kivy_composed import COMPOSED
from accessibility.kivy_containers import CONTAINERS
from accessibility.kivy_controls import CONTROLS
from accessibility.kivy_dialogs import DIALOGS
from accessibility.kivy_fields import FIELDS, is_secret
from accessibility.kivy_kinds import Actions, Adapter, Facts, class_names, is_a, is_kind, plain_text
from accessibility.kivy_lists import LISTS
from accessibility.kivy_scatter import SCATTER
from accessibility.kivy_screens import SCREENS
from accessibility.kivy_video import VIDEO
from accessibility.kivy_vkeyboard import VKEYBOARD
from accessibility.roles import Role

__all__ = ["Actions", "Adapter", "Facts", "adapter_for", "is_kind", "is_secret", "mark_parts", "plain_text"]

_GENERIC = Adapter(is_a(Role.GENERIC))
_CLASSES: dict[str, Adapter] = {
    **CONTROLS, **FIELDS, **CONTAINERS, **DIALOGS, **CHOICES, **LISTS, **COMPOSED, **VIDEO, **SCATTER, **VKEYBOARD,
    **SCREENS, **BEHAVIORS,
}  # fmt: skip

# What a widget's place inside another says is kept on the widget itself, and what an owner has said on the owner:
# it lives as long as they do.
_PLACE, _PARTS = "_a11y_place", "_a11y_parts"


def adapter_for(widget: Any) -> Adapter:
    """The adapter of the widget's place, of the nearest known class, else a generic container."""
    place: Adapter | None = getattr(widget, _PLACE, None)
    return place if place is not None else own_adapter(widget)


def own_adapter(widget: Any) -> Adapter:
    """The adapter of the widget's class, wherever it stands."""
    kind: Any = type(widget)
    return _adapter_of(class_names(kind))


def mark_parts(owner: Any) -> list[Any]:
    """From now on tell what is inside `owner` as its adapter says; the widgets that are told so now."""
    parts = adapter_for(owner).parts
    known: list[Any] = getattr(owner, _PARTS, [])
    if parts is None and not known:
        return []
    said = list(parts(owner)) if parts is not None else []
    now = [widget for widget, _ in said]
    ids = {id(widget) for widget in now}
    for widget in known:
        if id(widget) not in ids:
            setattr(widget, _PLACE, None)
    for widget, adapter in said:
        setattr(widget, _PLACE, adapter)
    setattr(owner, _PARTS, now)
    return now


@lru_cache(maxsize=1024)
def _adapter_of(names: tuple[str, ...]) -> Adapter:
    if DRAG in names:
        return dragged(_adapter_of(tuple(name for name in names if name != DRAG)))
    return next((_CLASSES[name] for name in names if name in _CLASSES), _GENERIC)
