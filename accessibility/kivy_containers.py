"""Adapters of what holds other widgets: tabs, accordions, scrolled areas, screens, bars."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from accessibility.kivy_kinds import (
    Actions,
    Adapter,
    Facts,
    Keys,
    default_children,
    first_words,
    is_a,
    is_kind,
    plain_text,
    press,
)
from accessibility.roles import Action, Orientation, Popup, Role

PAGE = 0.8
"""How much of what is seen one scrolling moves on: what was last stays in sight."""

LINE = 0.1
"""How much of it an arrow key moves on."""

TURNED = ("kivy.uix.carousel.Carousel", "kivy.uix.pagelayout.PageLayout")
"""Classes that show one page at a time, to be turned."""

# SDL's key codes
_UP, _DOWN, _RIGHT, _LEFT, _HOME, _END, _PAGE_UP, _PAGE_DOWN = 273, 274, 275, 276, 278, 279, 280, 281

SCROLLED = ("scroll_x", "scroll_y", "do_scroll_x", "do_scroll_y", "viewport_size")
Parts = Iterable[tuple[Any, Adapter]]
Sources = Iterable[tuple[Any, tuple[str, ...]]]


# -- scrolling -----------------------------------------------------------------------------------------


def scroll_actions(widget: Any, share: float = PAGE) -> Actions:
    """One page in each direction in which there is more, or another share of what is seen."""
    inside = widget._viewport
    if inside is None:
        return {}
    high = inside.height - widget.height if widget.do_scroll_y else 0
    wide = inside.width - widget.width if widget.do_scroll_x else 0
    actions: Actions = {}
    # Kivy counts upwards: 1 is the top.
    if high > 0 and widget.scroll_y > 0:
        actions[Action.SCROLL_DOWN] = lambda: _scroll(widget, "scroll_y", -share * widget.height / high)
    if high > 0 and widget.scroll_y < 1:
        actions[Action.SCROLL_UP] = lambda: _scroll(widget, "scroll_y", share * widget.height / high)
    if wide > 0 and widget.scroll_x < 1:
        actions[Action.SCROLL_RIGHT] = lambda: _scroll(widget, "scroll_x", share * widget.width / wide)
    if wide > 0 and widget.scroll_x > 0:
        actions[Action.SCROLL_LEFT] = lambda: _scroll(widget, "scroll_x", -share * widget.width / wide)
    return actions


def scrolled_sources(widget: Any) -> Sources:
    """How far there is to scroll follows from the size of what is inside."""
    if widget._viewport is not None:
        yield widget._viewport, ("size",)


def _scroll(widget: Any, name: str, share: float) -> None:
    setattr(widget, name, min(1.0, max(0.0, getattr(widget, name) + share)))


def _is_only_scrolled(view: Any) -> bool:
    """Whether there is more in it than is seen, and no Tab stop to scroll it by."""
    from accessibility.kivy_focus import can_focus, holds, is_stop  # noqa: PLC0415 - it knows this file

    return bool(scroll_actions(view)) and not holds(view, lambda inner: can_focus(inner) and is_stop(inner))


def _scrolled(view: Any) -> Facts:
    return {"name": first_words(view)} if _is_only_scrolled(view) else {}


def _scrolling_keys(view: Any) -> Keys:
    """At its end they are left to what is around it."""
    line, page = scroll_actions(view, LINE), scroll_actions(view)
    acts = {
        _UP: line.get(Action.SCROLL_UP), _DOWN: line.get(Action.SCROLL_DOWN),
        _LEFT: line.get(Action.SCROLL_LEFT), _RIGHT: line.get(Action.SCROLL_RIGHT),
        _PAGE_UP: page.get(Action.SCROLL_UP), _PAGE_DOWN: page.get(Action.SCROLL_DOWN),
    }  # fmt: skip
    if Action.SCROLL_UP in page or Action.SCROLL_DOWN in page:
        acts |= {_HOME: lambda: setattr(view, "scroll_y", 1.0), _END: lambda: setattr(view, "scroll_y", 0.0)}
    return {(key, False): act for key, act in acts.items() if act is not None}


# -- tabs ----------------------------------------------------------------------------------------------


def _panel_children(panel: Any) -> list[Any]:
    """The tabs are read before what they show, on whatever side they are."""
    return [panel._tab_layout, panel.content] if panel._tab_layout in panel.children else default_children(panel)


def _strip(strip: Any) -> Facts:
    panel = strip.tabbed_panel
    sideways = panel.tab_pos.startswith(("left", "right"))
    return {
        "name": str(getattr(panel, "a11y_name", "")),
        "orientation": Orientation.VERTICAL if sideways else Orientation.HORIZONTAL,
    }


def _tab(header: Any) -> Facts:
    panel = getattr(header.parent, "tabbed_panel", None)
    shown = (panel.content.uid,) if panel is not None and panel.content is not None else ()
    return {"name": plain_text(header), "selected": header.state == "down", "controls": shown}


def _tab_content(content: Any) -> Facts:
    tab = getattr(content.parent, "current_tab", None)
    return {} if tab is None else {"name": plain_text(tab), "labelled_by": (tab.uid,)}


def _tab_content_sources(content: Any) -> Sources:
    panel = content.parent
    if hasattr(panel, "current_tab"):
        yield panel, ("_current_tab",)
        if panel.current_tab is not None:
            yield panel.current_tab, ("text",)


# -- accordion -----------------------------------------------------------------------------------------


def _accordion_item(item: Any) -> list[Any]:
    """Its header, and what it holds while it is open."""
    title, container = item.container_title, item.container
    if title is None or container is None:
        return default_children(item)
    return [title] if item.collapse else [title, container]


def _accordion_parts(item: Any) -> Parts:
    if item.container_title is None:
        return

    def facts(title: Any) -> Facts:
        opened = () if item.collapse else (item.container.uid,)
        return {"name": item.title, "expanded": not item.collapse, "controls": opened}

    def actions(title: Any) -> Actions:
        def turn(collapse: bool) -> None:
            item.collapse = collapse

        if item.collapse:
            return {Action.CLICK: lambda: turn(False), Action.EXPAND: lambda: turn(False)}
        # Kivy opens the first child again when none is open: that one cannot be closed, and a press does nothing.
        if item.accordion is None or item.accordion.children[0] is item:
            return {}
        return {Action.CLICK: lambda: turn(True), Action.COLLAPSE: lambda: turn(True)}

    yield (
        item.container_title,
        Adapter(
            is_a(Role.BUTTON), facts, actions, sources=lambda title: [(item, ("collapse", "title"))], focusable=True
        ),
    )


# -- one at a time -------------------------------------------------------------------------------------


def _slide(carousel: Any) -> list[Any]:
    """Only the slide in the middle: the ones beside it are out of sight."""
    shown = carousel.current_slide
    return [child for child in carousel.children if shown is not None and shown in child.children]


def _carousel(carousel: Any) -> Facts:
    count = len(carousel.slides)
    sideways = carousel.direction in ("left", "right")
    return {
        "value": f"{carousel.index + 1}/{count}" if count else "",
        "orientation": Orientation.HORIZONTAL if sideways else Orientation.VERTICAL,
    }


def _turn(carousel: Any) -> Actions:
    last = len(carousel.slides) - 1
    actions: Actions = {}
    if carousel.loop or carousel.index < last:
        actions[Action.SCROLL_RIGHT] = lambda: carousel.load_next(mode="next")
    if carousel.loop or carousel.index > 0:
        actions[Action.SCROLL_LEFT] = carousel.load_previous
    return actions


def _turning_keys(widget: Any) -> Keys:
    """The page keys and the arrows along which it is turned; at its end they are left to others."""
    actions = _turn(widget) if hasattr(widget, "slides") else _leaf_through(widget)
    on, back = actions.get(Action.SCROLL_RIGHT), actions.get(Action.SCROLL_LEFT)
    vertical = getattr(widget, "direction", "right") in ("top", "bottom")
    keys: Keys = {}
    for act, codes in (
        (on, (_PAGE_DOWN, _DOWN if vertical else _RIGHT)),
        (back, (_PAGE_UP, _UP if vertical else _LEFT)),
    ):
        keys |= {(code, False): act for code in codes if act is not None}
    return keys


def _open_page(layout: Any) -> list[Any]:
    """Only the page on top: of the others a border is in sight, to be swiped."""
    return default_children(layout)[layout.page : layout.page + 1]


def _pages(layout: Any) -> Facts:
    count = len(layout.children)
    return {"value": f"{layout.page + 1}/{count}" if count else "", "orientation": Orientation.HORIZONTAL}


def _leaf_through(layout: Any) -> Actions:
    actions: Actions = {}
    if layout.page < len(layout.children) - 1:
        actions[Action.SCROLL_RIGHT] = lambda: setattr(layout, "page", layout.page + 1)
    if layout.page > 0:
        actions[Action.SCROLL_LEFT] = lambda: setattr(layout, "page", layout.page - 1)
    return actions


# -- bars ----------------------------------------------------------------------------------------------


def _menu_button(group: Any) -> Facts:
    return {"name": plain_text(group), "popup": Popup.MENU, "expanded": bool(group.is_open)}


def _open_menu(group: Any) -> Actions:
    if group.is_open:
        return press(group) | {Action.COLLAPSE: group._dropdown.dismiss}
    return press(group) | {Action.EXPAND: lambda: group.trigger_action(0)}


def _way_back(previous: Any) -> Parts:
    """The way back is a picture: it has the name of what it goes back from, or to."""
    told = Adapter(is_a(Role.BUTTON), lambda _: {"name": str(previous.title)}, press, focusable=True)
    return [(inside, told) for inside in previous.walk(restrict=True) if is_kind(inside, "kivy.uix.button.Button")]


def _overflow(group: Any) -> Facts:
    """Kivy draws three points; a program in another language sets `a11y_name`."""
    return {**_menu_button(group), "name": plain_text(group) or "More"}


_MENU_BUTTON = Adapter(is_a(Role.BUTTON), _menu_button, _open_menu, ("text", "is_open"), focusable=True)

CONTAINERS: dict[str, Adapter] = {
    "kivy.uix.scrollview.ScrollView": Adapter(
        is_a(Role.GENERIC), _scrolled, scroll_actions, SCROLLED, sources=scrolled_sources, moves_children=True,
        focusable=_is_only_scrolled, keys=_scrolling_keys,
    ),
    "kivy.uix.carousel.Carousel": Adapter(
        is_a(Role.GROUP), _carousel, _turn, ("index", "slides", "loop", "direction"), children=_slide,
        focusable=lambda carousel: len(carousel.slides) > 1, keys=_turning_keys,
    ),
    "kivy.uix.pagelayout.PageLayout": Adapter(
        is_a(Role.GROUP), _pages, _leaf_through, ("page", "children"), children=_open_page,
        focusable=lambda layout: len(layout.children) > 1, keys=_turning_keys,
    ),
    "kivy.uix.tabbedpanel.TabbedPanel": Adapter(
        is_a(Role.GENERIC), watch=("_current_tab",), children=_panel_children
    ),
    "kivy.uix.tabbedpanel.TabbedPanelStrip": Adapter(is_a(Role.TABLIST), _strip),
    "kivy.uix.tabbedpanel.TabbedPanelHeader": Adapter(
        is_a(Role.TAB), _tab, press, ("text", "markup", "state"), focusable=True
    ),
    "kivy.uix.tabbedpanel.TabbedPanelContent": Adapter(
        is_a(Role.TABPANEL), _tab_content, sources=_tab_content_sources
    ),
    "kivy.uix.accordion.AccordionItem": Adapter(
        is_a(Role.GENERIC), watch=("collapse", "title", "container_title", "container"), children=_accordion_item,
        parts=_accordion_parts,
    ),
    "kivy.uix.bubble.Bubble": Adapter(is_a(Role.GROUP)),
    "kivy.uix.actionbar.ActionBar": Adapter(is_a(Role.TOOLBAR)),
    "kivy.uix.actionbar.ActionGroup": _MENU_BUTTON,
    "kivy.uix.actionbar.ActionOverflow": replace(_MENU_BUTTON, facts=_overflow),
    "kivy.uix.actionbar.ActionPrevious": Adapter(is_a(Role.GENERIC), watch=("title",), parts=_way_back),
    "kivy.uix.relativelayout.RelativeLayout": Adapter(is_a(Role.GENERIC), moves_children=True),
}  # fmt: skip
