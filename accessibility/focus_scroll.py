"""Scrolling so that what has the focus, or is asked for, is seen."""

from typing import Any

from accessibility.kivy_classes import is_kind
from accessibility.kivy_lists import RECYCLE_VIEW, UnseenItem, index_of, show, view_around

SCROLL_VIEW = "kivy.uix.scrollview.ScrollView"


def scroll_into_view(widget: Any, piece: Any = None) -> None:
    """Scroll every ScrollView around `widget` so far that it is seen (WCAG 2.4.11), or that `piece` of it."""
    if isinstance(widget, UnseenItem):
        widget = widget.show()
        if widget is None:
            return
    inside, above = widget, widget.parent
    while above is not None and above is not above.parent:
        view = view_around(inside)
        if view is not None:
            index = index_of(inside)
            if index is not None:
                show(view, index)
        elif is_kind(above, SCROLL_VIEW) and not is_kind(above, RECYCLE_VIEW):
            _scroll_to(above, widget if piece is None else piece)
        inside, above = above, above.parent


def settle(widget: Any) -> None:
    """Let what has been scrolled take its place now, or the next scrolling would reckon with the old one."""
    above = widget.parent
    while above is not None and above is not above.parent:
        if is_kind(above, SCROLL_VIEW):
            above.update_from_scroll()
        above = above.parent


def _scroll_to(view: Any, widget: Any) -> None:
    """Kivy moves content that fits as well: it is left where it is."""
    content = view.children[0] if view.children else widget
    kept = {
        name: getattr(view, name)
        for name, size in (("scroll_x", "width"), ("scroll_y", "height"))
        if getattr(content, size) <= getattr(view, size)
    }
    if len(kept) == 2:
        return
    view.scroll_to(widget, animate=False)
    for name, share in kept.items():
        setattr(view, name, share)
    _fade_later(view)


def _fade_later(view: Any) -> None:
    """Kivy fades the bar half a second after the first of many scrolls, and the next key waits for those pictures."""
    fade = getattr(view, "_bind_inactive_bar_color_ev", None)
    if fade is not None:
        fade.cancel()
        fade()
