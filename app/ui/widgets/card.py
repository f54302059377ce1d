"""Card: a raised ground for things that belong together."""

from __future__ import annotations

from typing import Any

from app.ui.look import Look
from app.ui.widgets.layout import Column
from app.ui.widgets.surface import Surface


class Card(Surface, Column):
    """A rounded group with space inside."""

    edge = "line"
    edge_width = 1.0
    surface_radius = 16.0

    def __init__(self, look: Look, **kwargs: Any) -> None:
        kwargs.setdefault("steps", 2)
        kwargs.setdefault("inset", 2.5)
        super().__init__(look=look, **kwargs)
