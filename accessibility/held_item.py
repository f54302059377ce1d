"""HeldItem: the item of a long list that has the focus, whichever widget shows it, and when none does."""

from typing import Any

from accessibility.kivy_lists import HELD, UnseenItem, index_of, size_of, unseen_item, view_around, widget_of


class HeldItem:
    """A list gives its few widgets to other items as it scrolls: who has the focus must be known by the item.

    `inside` is the way from the item's widget to what has the focus in it, as places among Kivy's children.
    """

    def __init__(self, view: Any, index: int, inside: tuple[int, ...]) -> None:
        self.view, self._index, self._inside = view, index, inside
        self.data: Any = view.data[index]
        setattr(view.layout_manager, HELD, self)

    @classmethod
    def around(cls, widget: Any) -> "HeldItem | None":
        """The item that `widget` stands in, which is told from now on wherever the list is scrolled to."""
        inside: list[int] = []
        above = widget.parent
        while above is not None and above is not above.parent:
            view, index = view_around(widget), index_of(widget)
            if view is not None and index is not None and index < size_of(view):
                return cls(view, index, tuple(inside))
            if widget not in above.children:
                return None  # a part of a text, which has no place of its own
            inside.insert(0, above.children.index(widget))
            widget, above = above, above.parent
        return None

    def release(self) -> None:
        """It has the focus no more."""
        if getattr(self.view.layout_manager, HELD, None) is self:
            setattr(self.view.layout_manager, HELD, None)

    def find(self) -> int | None:
        """Where the item stands in the data now, from 0; None when it has gone."""
        data, at = self.view.data or (), self._index
        if at < len(data) and data[at] is self.data:
            return at
        found = next((index for index, each in enumerate(data) if each is self.data), None)
        if found is None:  # the list may have been made anew of the same things
            still_there = at < len(data) and data[at] == self.data
            found = at if still_there else next((i for i, each in enumerate(data) if each == self.data), None)
        if found is not None:
            self._index, self.data = found, data[found]
        return found

    def shown_by(self) -> Any | None:
        """What stands for it in the tree now: the widget with the focus inside, or the item that nobody sees."""
        index = self.find()
        if index is None:
            return None
        widget = widget_of(self.view, index)
        if widget is None:
            unseen: UnseenItem | None = unseen_item(self.view, index)
            return unseen
        for place in self._inside:
            if place >= len(widget.children):
                return None
            widget = widget.children[place]
        return widget
