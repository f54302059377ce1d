"""Adapters of stock widgets that are made of many: colour picker, settings, files as icons, reStructuredText."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from accessibility.kivy_choices import FILE_CHOOSER, around, choose_file
from accessibility.kivy_kinds import Actions, Adapter, Facts, default_children, is_a, is_kind, plain_text, texts_inside
from accessibility.kivy_links import is_target, link_sources, links_of
from accessibility.roles import Action, Popup, Role

Parts = Iterable[tuple[Any, Adapter]]
Sources = Iterable[tuple[Any, tuple[str, ...]]]


# -- colour picker -------------------------------------------------------------------------------------


def _colour_parts(picker: Any) -> Parts:
    """Sliders and fields are named by the letter beside them; the wheel is a drawing that does what they do."""
    from accessibility.kivy_classes import own_adapter  # noqa: PLC0415 - the registry knows this file

    for selector in picker.walk(restrict=True):
        if not hasattr(selector, "clr_idx"):
            continue
        for inside in selector.walk(restrict=True):
            own = own_adapter(inside)
            if own.role(inside) in (Role.SLIDER, Role.TEXTBOX):
                yield inside, replace(own, facts=_named(own.facts, str(selector.text)))


def _named(facts: Callable[[Any], Facts], name: str) -> Callable[[Any], Facts]:
    return lambda widget: {**facts(widget), "name": name}


# -- settings ------------------------------------------------------------------------------------------


def _setting(item: Any) -> Facts:
    shown = "" if item.value is None else str(item.value)
    return {"name": str(item.title), "description": str(item.desc or ""), "value": shown, "popup": Popup.DIALOG}


def _open_setting(item: Any) -> Actions:
    return {Action.CLICK: lambda: item.dispatch("on_release")}


def _flag(item: Any) -> Facts:
    return {"name": str(item.title), "description": str(item.desc or ""), "checked": _is_on(item)}


def _is_on(item: Any) -> bool:
    return item.value in item.values and item.values.index(item.value) > 0


def _flip(item: Any) -> Actions:
    return {Action.CLICK: lambda: setattr(item, "value", item.values[0 if _is_on(item) else 1])}


def _side_menu_parts(menu: Any) -> Parts:
    """One thing that is stepped through: Kivy gives its labels the `uid` of their panels, which are in the tree."""

    def labels() -> list[Any]:
        return default_children(menu.buttons_layout)

    def chosen() -> int:
        return next((at for at, label in enumerate(labels()) if label.uid == menu.selected_uid), 0)

    def facts(layout: Any) -> Facts:
        known, at = labels(), chosen()
        return {"name": plain_text(known[at]), "value": f"{at + 1}/{len(known)}"} if known else {}

    def step(by: int) -> None:
        at = chosen() + by
        if 0 <= at < len(labels()):
            labels()[at].selected = True
            menu.selected_uid = labels()[at].uid

    def actions(layout: Any) -> Actions:
        return {Action.INCREMENT: lambda: step(1), Action.DECREMENT: lambda: step(-1)}

    yield (
        menu.buttons_layout,
        Adapter(
            is_a(Role.SPINBUTTON), facts, actions, sources=lambda layout: [(menu, ("selected_uid",))], focusable=True
        ),
    )


# -- files as icons ------------------------------------------------------------------------------------


def _icon_parts(layout: Any) -> Parts:
    def entries(stack: Any) -> Parts:
        return [(entry, _FILE) for entry in stack.children]

    yield layout.ids.stacklayout, Adapter(is_a(Role.GENERIC), parts=entries)


def _file(entry: Any) -> Facts:
    chooser = around(entry, FILE_CHOOSER)
    return {"name": texts_inside(entry), "selected": chooser is not None and entry.path in chooser.selection}


def _file_actions(entry: Any) -> Actions:
    chooser = around(entry, FILE_CHOOSER)
    return {Action.CLICK: lambda: choose_file(chooser, entry)} if chooser is not None else {}


def _file_sources(entry: Any) -> Sources:
    chooser = around(entry, FILE_CHOOSER)
    if chooser is not None:
        yield chooser, ("selection",)


_FILE = Adapter(
    is_a(Role.OPTION), _file, _file_actions, ("path",), children=lambda entry: [], sources=_file_sources, focusable=True
)


# -- reStructuredText ----------------------------------------------------------------------------------


def _title(label: Any) -> Facts:
    return {"name": plain_text(label), "level": max(1, min(6, int(label.section)))}


def _is_list(widget: Any) -> Role:
    """Kivy lays a list out as pairs of bullet and item."""
    items = [child for child in widget.children if is_kind(child, "kivy.uix.rst.RstListItem")]
    return Role.LIST if items else Role.GENERIC


_SETTING = ("title", "desc", "value")

COMPOSED: dict[str, Adapter] = {
    "kivy.uix.colorpicker.ColorPicker": Adapter(
        is_a(Role.GROUP), lambda picker: {"value": str(picker.hex_color)}, watch=("color",), parts=_colour_parts,
        moves_children=True,
    ),
    "kivy.uix.settings.SettingItem": Adapter(
        is_a(Role.BUTTON), _setting, _open_setting, _SETTING, focusable=True
    ),
    "kivy.uix.settings.SettingBoolean": Adapter(is_a(Role.SWITCH), _flag, _flip, _SETTING, focusable=True),
    "kivy.uix.settings.SettingTitle": Adapter(
        is_a(Role.HEADING), lambda label: {"name": plain_text(label), "level": 2}, watch=("text", "markup")
    ),
    "kivy.uix.settings.MenuSidebar": Adapter(is_a(Role.GENERIC), parts=_side_menu_parts),
    "kivy.uix.filechooser.FileChooserIconLayout": Adapter(is_a(Role.LISTBOX), parts=_icon_parts),
    "kivy.uix.rst.RstTitle": Adapter(
        is_a(Role.HEADING), _title, watch=("text", "markup", "section"), children=links_of, sources=link_sources,
        focusable=is_target, tab_stop=False,
    ),
    "kivy.uix.rst.RstList": Adapter(_is_list),
    "kivy.uix.rst.RstListItem": Adapter(is_a(Role.LISTITEM)),
}  # fmt: skip
