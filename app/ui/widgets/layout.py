"""Layout: a column, a shelf that wraps, and the page that scrolls downwards only."""

from __future__ import annotations

from typing import Any

from kivy.effects.scroll import ScrollEffect
from kivy.uix.layout import Layout
from kivy.uix.scrollview import ScrollView

from accessibility.kivy_behavior import AccessibleBehavior
from app.ui.look import Look, Styled
from app.ui.style import Style
from app.ui.widgets.surface import RING, RING_OFFSET


def put(child: Any, left: float, below: float) -> None:
    """Place a widget on whole pixels: between two, letters are smeared and lose their contrast (WCAG 1.4.3)."""
    child.pos = (round(left), round(below))


class Stack(Styled, AccessibleBehavior, Layout):
    """What column and shelf share: as wide as it is given, as high as its children need, laid out anew at changes."""

    def __init__(self, look: Look, **kwargs: Any) -> None:
        super().__init__(look=look, size_hint_y=None, height=0, **kwargs)
        again = self._trigger_layout
        self.bind(pos=again, size=again, children=again)

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self._trigger_layout()

    def add_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        super().add_widget(widget, *args, **kwargs)
        widget.bind(height=self._trigger_layout)

    def remove_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        widget.unbind(height=self._trigger_layout)
        super().remove_widget(widget, *args, **kwargs)


class Column(Stack):
    """Things below one another, each as wide as the column and as high as it is.

    ``steps`` of 8 dp stand between those that have any height, ``inset`` steps around all.
    """

    def __init__(self, look: Look, steps: float = 2, inset: float = 0, **kwargs: Any) -> None:
        self.steps, self.inset = steps, inset
        self.margins = (0.0, 0.0, 0.0, 0.0)
        super().__init__(look=look, **kwargs)

    def widest(self, child: Any) -> float:
        """The greatest width in pixels that a child may take."""
        return float("inf")

    def do_layout(self, *_: Any) -> None:
        """Place the children from the top down and take the height that they need."""
        style = self.look.style
        gap, inset = style.gap(self.steps), style.gap(self.inset) if self.inset else 0.0
        left, above, right, below = (inset + margin for margin in self.margins)
        shown = [child for child in reversed(self.children) if child.height > 0]
        self.height = above + below + sum(child.height for child in shown) + gap * max(0, len(shown) - 1)
        if not shown:
            self.height = above + below if self.children or any(self.margins) else 0
        top = self.top - above
        for child in reversed(self.children):
            child.width = min(self.widest(child), max(1.0, self.width - left - right))
            put(child, self.x + left, top - child.height)
            top -= child.height + gap if child.height > 0 else 0


class Shelf(Stack):
    """Things side by side, wrapped to a next row when they do not fit; none is wider than the shelf.

    A child's ``natural_width()`` says how wide it wants to be. With ``columns`` all get the same width, in as
    many columns of at least ``least`` dp (times the text scale) as fit. Children of one row are equally high.
    """

    def __init__(self, look: Look, steps: float = 1.5, columns: int = 0, least: float = 0, **kwargs: Any) -> None:
        self._steps, self._columns, self._least = steps, columns, least
        super().__init__(look=look, **kwargs)

    def do_layout(self, *_: Any) -> None:
        gap = self.look.style.gap(self._steps)
        rows = self._rows(gap)
        heights = [max(child.height for child, _ in row) for row in rows]
        self.height = sum(heights) + gap * max(0, len(rows) - 1)
        top = self.top
        for row, height in zip(rows, heights, strict=True):
            left = self.x
            for child, width in row:
                child.width = width
                put(child, left, top - (height + child.height) / 2)
                left += width + gap
            top -= height + gap

    def _rows(self, gap: float) -> list[list[tuple[Any, float]]]:
        rows: list[list[tuple[Any, float]]] = []
        used = 0.0
        for child in reversed(self.children):
            width = self._width_of(child, gap)
            if rows and used + gap + width <= self.width + 0.5:
                rows[-1].append((child, width))
                used += gap + width
            else:
                rows.append([(child, width)])
                used = width
        return rows

    def _width_of(self, child: Any, gap: float) -> float:
        if not self._columns:
            return float(min(child.natural_width(), self.width))
        style = self.look.style
        least = style.px(self._least) * style.scale
        count = max(1, min(self._columns, int((self.width + gap) // (least + gap))))
        return float((self.width - gap * (count - 1)) / count)


class Beside(Column):
    """One thing, and a second at its right where both fit on a line, else below it."""

    def widest(self, child: Any) -> float:
        return float(child.natural_width()) if child is not self.children[-1] else float("inf")

    def room_wanted(self) -> float:
        """Width in pixels that the first one needs to stay on one line."""
        raise NotImplementedError

    def do_layout(self, *_: Any) -> None:
        """Two in a row, or as a column."""
        if len(self.children) < 2:
            super().do_layout()
            return
        second, first = self.children
        gap, width = self.look.style.gap(self.steps), second.natural_width()
        if self.room_wanted() + gap + width > self.width:
            super().do_layout()
            return
        self.height = max(first.height, second.height)
        first.width, second.width = self.width - gap - width, width
        for child, left in ((first, self.x), (second, self.x + self.width - width)):
            put(child, left, self.y + (self.height - child.height) / 2)


class Page(Styled, AccessibleBehavior, ScrollView):
    """A screen's ground: a centred column of readable width that scrolls up and down, never sideways."""

    def __init__(self, look: Look, **kwargs: Any) -> None:
        self.column = Column(look, steps=3)
        super().__init__(
            look=look,
            do_scroll_x=False,
            scroll_type=["bars", "content"],
            bar_width=10,
            always_overscroll=False,
            effect_cls=ScrollEffect,  # stops at the ends; the springy one moves the page by itself
            **kwargs,
        )
        self.add_widget(self.column)
        self.bind(width=self._fit)
        self._fit()

    def restyle(self, style: Style) -> None:
        super().restyle(style)
        self.bar_width = style.px(10)
        self.bar_color = self.look.colour("edge")
        self.bar_inactive_color = self.look.colour("edge")
        if self.children:
            self._fit()

    def scroll_to(self, widget: Any, padding: Any = 10, animate: Any = True) -> None:
        """With the mark of the focus, which is painted around it: what is in sight to its very edge would have none
        there (WCAG 2.4.13)."""
        lacking = self._lacking(widget) if self.parent is not None else 0.0
        if lacking:
            page: Any = self
            page.scroll_y = min(1.0, max(0.0, page.scroll_y - lacking / (self.column.height - self.height)))
        else:
            super().scroll_to(widget, padding, animate)

    def _lacking(self, widget: Any) -> float:
        """Pixels that its mark lacks above (negative) or below what is in sight whole; 0 for anything else."""
        room = self.look.style.px(RING_OFFSET + RING)
        _, foot = self.parent.to_widget(*widget.to_window(*widget.pos))
        below, above = foot - self.y, self.top - foot - widget.height
        if self.column.height <= self.height or min(below, above) < 0 or below + above < 2 * room:
            return 0.0
        return float(max(0.0, room - below) - max(0.0, room - above))

    def update_from_scroll(self, *args: Any) -> None:
        """Onto whole pixels, as :func:`put` does."""
        super().update_from_scroll(*args)
        across, up = self.g_translate.xy
        self.g_translate.xy = (round(across), round(up))

    def _fit(self, *_: Any) -> None:
        style = self.look.style
        margin = style.px(16 if self.width < style.px(600) else 32)
        side = (self.width - max(1.0, min(self.width - 2 * margin, style.column))) / 2
        self.column.margins = (side, style.gap(2), side, style.gap(5))
        self.column.do_layout()
