"""Where widgets are after they were moved as one: one question to each thing that moves, not one to each widget."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kivy.uix.widget import Widget

from accessibility.kivy_adapters import bounds_of
from accessibility.node import Bounds

Offset = tuple[float, float]


def places_inside(
    owner: int, kids: Mapping[int, Sequence[int]], widgets: Mapping[int, Any], window: Any
) -> Iterator[tuple[int, Bounds]]:
    """Ids of everything below `owner`, each with its bounds as `bounds_of` would give them."""
    height = float(window.height)
    waiting: list[tuple[int, Offset | None]] = [(owner, _inner_offset(owner, kids, widgets))]
    while waiting:
        above, offset = waiting.pop()
        for uid in kids.get(above, ()):
            widget = widgets[uid]
            if offset is None or not isinstance(widget, Widget):
                yield uid, bounds_of(widget)
            else:
                across, up = offset
                yield (
                    uid,
                    Bounds(
                        widget.x + across, height - (widget.top + up), widget.right + across, height - (widget.y + up)
                    ),
                )
            if kids.get(uid):
                same = offset is not None and isinstance(widget, Widget) and not _moves_its_own(widget)
                waiting.append((uid, offset if same else _inner_offset(uid, kids, widgets)))


def _inner_offset(owner: int, kids: Mapping[int, Sequence[int]], widgets: Mapping[int, Any]) -> Offset | None:
    """What is added to a position inside of `owner` to have it in the window; None when it is turned or scaled too."""
    inside = next((widgets[uid] for uid in kids.get(owner, ()) if isinstance(widgets[uid], Widget)), None)
    if inside is None or inside.get_root_window() is None:
        return None
    (left, bottom), (right, top) = inside.to_window(0.0, 0.0), inside.to_window(1.0, 1.0)
    moved_only = abs(right - left - 1.0) < 1e-6 and abs(top - bottom - 1.0) < 1e-6
    return (float(left), float(bottom)) if moved_only else None


def _moves_its_own(widget: Any) -> bool:
    """Whether it holds its children in coordinates of its own (ScrollView, RelativeLayout)."""
    return widget.__class__.to_parent is not Widget.to_parent  # of what a weak proxy stands for, too
