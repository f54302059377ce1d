"""Adapters of RecycleView: a list that has widgets only for what is seen, told as the list that it stands for."""

from collections.abc import Iterable, Mapping
from typing import Any

from kivy.event import EventDispatcher
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from accessibility.kivy_containers import SCROLLED, scroll_actions, scrolled_sources
from accessibility.kivy_kinds import Actions, Adapter, Facts, default_children, is_a, is_kind
from accessibility.kivy_rows import has_controls, words_of_item
from accessibility.roles import Action, Role, State

RECYCLE_VIEW = "kivy.uix.recycleview.RecycleView"
_RECYCLE_LAYOUT = "kivy.uix.recycleview.layout.RecycleLayoutManagerBehavior"
_SELECTION = "kivy.uix.recycleview.layout.LayoutSelectionBehavior"

UNSEEN = 10
"""So many items before and behind the seen ones are told too: a reader that walks the tree finds a next one."""

WHOLE = 100
"""A list of no more items is told whole: Orca 43 counts what it is shown, and knows nothing of place and size."""

_UNSEEN_ITEMS = "_a11y_unseen"

HELD = "_a11y_held"
"""On the layout: the item that has the focus, which is told however far it is out of sight; its `find()` says where."""


class UnseenItem(EventDispatcher):  # type: ignore[misc]  # Kivy is untyped
    """An item that has no widget now; in the tree it stands where its widget would."""

    text = StringProperty("")
    index = NumericProperty(0)
    disabled = BooleanProperty(False)
    opacity = 1.0

    def __init__(self, view: Any, index: int) -> None:
        super().__init__(index=index)
        self.view = view
        self.children: list[Any] = []
        self._a11y_place = _UNSEEN_ITEM

    @property
    def parent(self) -> Any:
        return self.view.layout_manager

    def get_root_window(self) -> None:
        """It is in no window, so it has no bounds."""

    def show(self) -> Any | None:
        """Scroll to it; the widget that it has then."""
        return show(self.view, int(self.index))


# -- what others ask -----------------------------------------------------------------------------------


def view_around(widget: Any) -> Any | None:
    """The RecycleView of which the widget shows an item."""
    layout = widget.parent
    if layout is None or not is_kind(layout, _RECYCLE_LAYOUT):
        return None
    return layout.recycleview


def index_of(widget: Any) -> int | None:
    """Which item the widget shows, from 0."""
    if isinstance(widget, UnseenItem):
        return int(widget.index)
    shown = getattr(widget.parent, "view_indices", {})
    index: int | None = shown.get(widget)
    return index


def item_around(widget: Any | None) -> Any | None:
    """The item of a list that the widget is, or stands in; None outside of lists."""
    while widget is not None and widget is not widget.parent:
        if view_around(widget) is not None:
            return widget
        widget = widget.parent
    return None


def size_of(view: Any) -> int:
    """How many items there are, seen or not."""
    return len(view.data or ())


def show(view: Any, index: int) -> Any | None:
    """Scroll so that item `index` is seen, at once; its widget, or None when there is no such item."""
    layout = view.layout_manager
    if layout is None or not 0 <= index < size_of(view):
        return None
    view.refresh_views()  # what has changed in the data is laid out first
    _scroll_to(view, layout, layout.view_opts[index])
    view.refresh_from_viewport()
    view.refresh_views()
    return widget_of(view, index)


def show_item(view: Any, number: int) -> None:
    """Scroll to the item of that number, from 1, if the widget is such a list."""
    if is_kind(view, RECYCLE_VIEW):
        show(view, number - 1)


def widget_of(view: Any, index: int) -> Any | None:
    """The widget that shows an item; None while it is out of sight."""
    layout = view.layout_manager
    shown = getattr(layout, "view_indices", {})
    return next((widget for widget, at in shown.items() if at == index and widget.parent is layout), None)


def unseen_item(view: Any, index: int) -> UnseenItem | None:
    """What stands in the tree for an item out of sight, if it is told."""
    items: dict[int, UnseenItem] = getattr(view.layout_manager, _UNSEEN_ITEMS, {})
    return items.get(index)


def _scroll_to(view: Any, layout: Any, place: Mapping[str, Any]) -> None:
    """As little as brings the item into sight, whole."""
    (left, bottom), (width, height) = place["pos"], place["size"]
    high, wide = layout.height - view.height, layout.width - view.width
    if high > 0:
        at = view.scroll_y * high
        view.scroll_y = _clamp(min(max(at, bottom + height - layout.y - view.height), bottom - layout.y) / high)
    if wide > 0:
        at = view.scroll_x * wide
        view.scroll_x = _clamp(min(max(at, left + width - layout.x - view.width), left - layout.x) / wide)


def _clamp(share: float) -> float:
    return min(1.0, max(0.0, float(share)))


# -- the list ------------------------------------------------------------------------------------------


def _list_role(view: Any) -> Role:
    layout = view.layout_manager
    return Role.LISTBOX if layout is not None and is_kind(layout, _SELECTION) else Role.LIST


def _list(view: Any) -> Facts:
    layout = view.layout_manager
    states = {State.MULTISELECTABLE} if getattr(layout, "multiselect", False) else set()
    return {"set_size": size_of(view), "states": states}


def _sources(view: Any) -> Iterable[tuple[Any, tuple[str, ...]]]:
    yield view.data_model, ("data",)
    yield from scrolled_sources(view)


def _list_parts(view: Any) -> Iterable[tuple[Any, Adapter]]:
    if view.layout_manager is not None:
        yield view.layout_manager, _LAYOUT


def _items(layout: Any) -> list[Any]:
    """In the order of the data, with the unseen ones of a short list, the nearest on both sides of a long one."""
    view = layout.recycleview
    if view is None or not is_kind(layout, "kivy.uix.recyclelayout.RecycleLayout"):
        return default_children(layout)
    seen = sorted((index, widget) for widget, index in layout.view_indices.items() if widget.parent is layout)
    if not seen:
        return []
    first, last, count = seen[0][0], seen[-1][0], size_of(view)
    shown = dict(seen)
    around = range(max(0, first - UNSEEN), min(count, last + 1 + UNSEEN))
    held = getattr(layout, HELD, None)
    focused = held.find() if held is not None else None
    wanted = sorted({*(range(count) if count <= WHOLE else around), *(() if focused is None else (focused,))})
    unseen: dict[int, UnseenItem] = getattr(layout, _UNSEEN_ITEMS, {})
    kept = {index: unseen.get(index) or UnseenItem(view, index) for index in wanted if index not in shown}
    setattr(layout, _UNSEEN_ITEMS, kept)
    for index, item in kept.items():
        item.text, item.disabled = item_text(view.data[index]), bool(view.data[index].get("disabled"))
    return [shown.get(index) or kept[index] for index in wanted]


def item_text(data: Mapping[str, Any]) -> str:
    """What an item without a widget is called, from its data."""
    if data.get("a11y_name"):
        return str(data["a11y_name"])
    texts = (value for key, value in data.items() if key == "text" or key.endswith((".text", "_text")))
    return " ".join(str(text) for text in texts if text)


def _item_parts(layout: Any) -> Iterable[tuple[Any, Adapter]]:
    for widget in layout.children:
        yield widget, _item_adapter(widget)


def _item_adapter(widget: Any) -> Adapter:
    from accessibility.kivy_classes import own_adapter  # noqa: PLC0415 - the registry knows this file

    own = own_adapter(widget)

    def role(view: Any) -> Role:
        plain = own.role(view)
        if plain not in (Role.GENERIC, Role.STATICTEXT, Role.GROUP):
            return plain
        # Of an option nothing inside is told (ARIA "children presentational").
        return Role.LISTITEM if has_controls(view) else _item_role(view.parent)

    def facts(view: Any) -> Facts:
        return {"name": words_of_item(view)} | own.facts(view) | _place(view)

    def actions(view: Any) -> Actions:
        return {**own.actions(view), **_select(view)}

    return Adapter(
        role, facts, actions, (*own.watch, "text"), own.children, own.parts, _item_sources, own.moves_children, True
    )


def _item_role(layout: Any) -> Role:
    return Role.OPTION if layout is not None and is_kind(layout, _SELECTION) else Role.LISTITEM


def _item_sources(widget: Any) -> Iterable[tuple[Any, tuple[str, ...]]]:
    layout = widget.parent
    if layout is not None and layout.recycleview is not None:
        yield layout.recycleview.data_model, ("data",)
        yield layout, ("selected_nodes",)


def _place(widget: Any) -> Facts:
    layout, index = widget.parent, index_of(widget)
    if index is None:
        return {}  # on its way out
    place: Facts = {"position": index + 1, "item": index + 1, "set_size": size_of(layout.recycleview)}
    if is_kind(layout, _SELECTION):
        place["selected"] = index in layout.selected_nodes
    return place


def _select(widget: Any) -> Actions:
    layout, index = widget.parent, index_of(widget)
    if index is None or not is_kind(layout, _SELECTION):
        return {}
    chosen = index in layout.selected_nodes
    return {Action.CLICK: lambda: (layout.deselect_node if chosen else layout.select_node)(index)}


_WORDLESS = frozenset({Role.BUTTON, Role.HEADING, Role.LINK, Role.MENUITEM})
"""Roles that say all that there is with a name and a press; of others an item without a widget knows no value."""


def _like(item: UnseenItem) -> Any | None:
    """A widget in sight of the class that the item will have."""
    layout, index = item.parent, int(item.index)
    places = getattr(layout, "view_opts", None) or ()
    kind = places[index]["viewclass"] if index < len(places) and places[index] else None
    shown = getattr(layout, "view_indices", {})
    return next((widget for widget in shown if type(widget) is kind and widget.parent is layout), None)


def _unseen_role(item: UnseenItem) -> Role:
    """What it will be when it is seen."""
    like = _like(item)
    if like is None:
        return _item_role(item.parent)
    role = Role(getattr(like, "a11y_role", "") or _item_adapter(like).role(like))
    return role if role in _WORDLESS or role is Role.LISTITEM else _item_role(item.parent)


def _unseen(item: UnseenItem) -> Facts:
    states = {State.FOCUSABLE, *((State.DISABLED,) if item.disabled else ())}
    return {"name": item.text, "states": states} | _place(item)


def _unseen_actions(item: UnseenItem) -> Actions:
    """It has to be brought into being before it can be pressed."""

    def click() -> None:
        widget = item.show()
        if widget is not None:  # the tree has not met it yet: its place is not marked
            _item_adapter(widget).actions(widget)[Action.CLICK]()

    like = _like(item)
    is_pressed = like is not None and Action.CLICK in _item_adapter(like).actions(like)
    return {Action.CLICK: click} if is_pressed or is_kind(item.parent, _SELECTION) else {}


_LAYOUT = Adapter(is_a(Role.GENERIC), children=_items, parts=_item_parts, moves_children=True)
_UNSEEN_ITEM = Adapter(_unseen_role, _unseen, _unseen_actions, ("text", "index", "disabled"), sources=_item_sources)

LISTS: dict[str, Adapter] = {
    RECYCLE_VIEW: Adapter(
        _list_role, _list, scroll_actions, SCROLLED, parts=_list_parts,
        sources=_sources, moves_children=True,
    ),
}  # fmt: skip
