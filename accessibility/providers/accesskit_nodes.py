"""From our Node to AccessKit's: the one place that knows AccessKit's names."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

import accesskit as ak

from accessibility.clipping import scrolls
from accessibility.node import Node
from accessibility.providers.accesskit_texts import node_id, text_runs
from accessibility.roles import MIXED, Action, Current, Live, Orientation, Popup, Role, Sort, State

# AccessKit puts the text of a label into its value, and its name is read from there.
_TEXT_AS_VALUE = frozenset({Role.STATICTEXT})

ROLES: dict[Role, ak.Role] = {
    Role.ALERT: ak.Role.ALERT,
    Role.ALERTDIALOG: ak.Role.ALERT_DIALOG,
    Role.BANNER: ak.Role.BANNER,
    Role.BUTTON: ak.Role.BUTTON,
    Role.CELL: ak.Role.CELL,
    Role.CHECKBOX: ak.Role.CHECK_BOX,
    Role.COLUMNHEADER: ak.Role.COLUMN_HEADER,
    Role.COMBOBOX: ak.Role.COMBO_BOX,
    Role.COMPLEMENTARY: ak.Role.COMPLEMENTARY,
    Role.CONTENTINFO: ak.Role.CONTENT_INFO,
    Role.DIALOG: ak.Role.DIALOG,
    Role.FORM: ak.Role.FORM,
    Role.GENERIC: ak.Role.GENERIC_CONTAINER,
    Role.GROUP: ak.Role.GROUP,
    Role.HEADING: ak.Role.HEADING,
    Role.IMG: ak.Role.IMAGE,
    Role.LINK: ak.Role.LINK,
    Role.LIST: ak.Role.LIST,
    Role.LISTBOX: ak.Role.LIST_BOX,
    Role.LISTITEM: ak.Role.LIST_ITEM,
    Role.LOG: ak.Role.LOG,
    Role.MAIN: ak.Role.MAIN,
    Role.MENU: ak.Role.MENU,
    Role.MENUBAR: ak.Role.MENU_BAR,
    Role.MENUITEM: ak.Role.MENU_ITEM,
    Role.NAVIGATION: ak.Role.NAVIGATION,
    Role.NOTE: ak.Role.NOTE,
    Role.OPTION: ak.Role.LIST_BOX_OPTION,
    Role.PROGRESSBAR: ak.Role.PROGRESS_INDICATOR,
    Role.RADIO: ak.Role.RADIO_BUTTON,
    Role.RADIOGROUP: ak.Role.RADIO_GROUP,
    Role.REGION: ak.Role.REGION,
    Role.ROW: ak.Role.ROW,
    Role.ROWGROUP: ak.Role.ROW_GROUP,
    Role.ROWHEADER: ak.Role.ROW_HEADER,
    Role.SEARCH: ak.Role.SEARCH,
    Role.SEPARATOR: ak.Role.SPLITTER,
    Role.SLIDER: ak.Role.SLIDER,
    Role.SPINBUTTON: ak.Role.SPIN_BUTTON,
    Role.STATICTEXT: ak.Role.LABEL,
    Role.STATUS: ak.Role.STATUS,
    Role.SWITCH: ak.Role.SWITCH,
    Role.TAB: ak.Role.TAB,
    Role.TABLE: ak.Role.TABLE,
    Role.TABLIST: ak.Role.TAB_LIST,
    Role.TABPANEL: ak.Role.TAB_PANEL,
    Role.TEXTBOX: ak.Role.TEXT_INPUT,
    Role.TIMER: ak.Role.TIMER,
    Role.TOOLBAR: ak.Role.TOOLBAR,
    Role.TOOLTIP: ak.Role.TOOLTIP,
    Role.TREE: ak.Role.TREE,
    Role.TREEITEM: ak.Role.TREE_ITEM,
    Role.WINDOW: ak.Role.WINDOW,
}

ACTIONS: dict[Action, ak.Action] = {
    Action.CLICK: ak.Action.CLICK,
    Action.FOCUS: ak.Action.FOCUS,
    Action.INCREMENT: ak.Action.INCREMENT,
    Action.DECREMENT: ak.Action.DECREMENT,
    Action.SET_VALUE: ak.Action.SET_VALUE,
    Action.SET_SELECTION: ak.Action.SET_TEXT_SELECTION,
    Action.SCROLL_INTO_VIEW: ak.Action.SCROLL_INTO_VIEW,
    Action.SCROLL_UP: ak.Action.SCROLL_UP,
    Action.SCROLL_DOWN: ak.Action.SCROLL_DOWN,
    Action.SCROLL_LEFT: ak.Action.SCROLL_LEFT,
    Action.SCROLL_RIGHT: ak.Action.SCROLL_RIGHT,
    Action.EXPAND: ak.Action.EXPAND,
    Action.COLLAPSE: ak.Action.COLLAPSE,
}
# Those without a word of AccessKit's (editing by offset, dismissing) cannot be asked for through it.

_LIVE = {Live.OFF: ak.Live.OFF, Live.POLITE: ak.Live.POLITE, Live.ASSERTIVE: ak.Live.ASSERTIVE}


_TOGGLED = {True: ak.Toggled.TRUE, False: ak.Toggled.FALSE, MIXED: ak.Toggled.MIXED}
_ORIENTATIONS = {Orientation.HORIZONTAL: ak.Orientation.HORIZONTAL, Orientation.VERTICAL: ak.Orientation.VERTICAL}
_POPUPS = {
    Popup.MENU: ak.HasPopup.MENU,
    Popup.LISTBOX: ak.HasPopup.LISTBOX,
    Popup.TREE: ak.HasPopup.TREE,
    Popup.GRID: ak.HasPopup.GRID,
    Popup.DIALOG: ak.HasPopup.DIALOG,
}
_CURRENT = {
    Current.PAGE: ak.AriaCurrent.PAGE,
    Current.STEP: ak.AriaCurrent.STEP,
    Current.LOCATION: ak.AriaCurrent.LOCATION,
    Current.DATE: ak.AriaCurrent.DATE,
    Current.TIME: ak.AriaCurrent.TIME,
    Current.TRUE: ak.AriaCurrent.TRUE,
}
_SORTED = {
    Sort.ASCENDING: ak.SortDirection.ASCENDING,
    Sort.DESCENDING: ak.SortDirection.DESCENDING,
    Sort.OTHER: ak.SortDirection.OTHER,
}


NOTHING: Mapping[Any, str] = MappingProxyType({})


def convert(
    node: Node,
    words: Mapping[str, str] = NOTHING,
    known: Collection[int] = (),
    headers: Mapping[int, str] = NOTHING,
) -> list[tuple[int, ak.Node]]:
    """The AccessKit node, and the text runs below it; `words` for what is else not delivered.

    known: the nodes that may be named. AccessKit follows an id unasked, and panics where there is no node behind it.
    headers: the words of the headers there are; a cell is told with its own, for which AccessKit has no relation.
    """
    told = ak.Node(_role(node))
    _words(told, node, words, [headers[uid] for uid in node.headers if uid in headers])
    _flags(told, node)
    _numbers(told, node)
    _relations(told, node)
    _ties(told, node, known)
    told.set_bounds(ak.Rect(*node.bounds))
    if node.has(State.FOCUSABLE):
        told.add_action(ak.Action.FOCUS)  # the adapters tell "focusable" from this
    if node.role is not Role.GENERIC:
        told.add_action(ak.Action.SCROLL_INTO_VIEW)
    for action in node.actions:
        if action in ACTIONS:
            told.add_action(ACTIONS[Action(action)])
    children = [node_id(uid) for uid in node.children]
    runs = text_runs(told, node) if node.text is not None else []
    told.set_children(children + [uid for uid, _ in runs])
    return [(node_id(node.id), told), *runs]


def _role(node: Node) -> ak.Role:
    if node.role is Role.TEXTBOX and node.has(State.PROTECTED):
        return ak.Role.PASSWORD_INPUT
    if node.role is Role.TEXTBOX and node.has(State.MULTILINE):
        return ak.Role.MULTILINE_TEXT_INPUT
    if node.role is Role.GENERIC and scrolls(node):
        return ak.Role.SCROLL_VIEW
    return ROLES[node.role]


def _undelivered(node: Node, words: Mapping[str, str]) -> list[str]:
    """What no adapter delivers, in words: none knows expanded, and not each knows what else there are words for."""
    keys = ["level"] if node.level else []
    if node.has(State.DISABLED):
        keys.append("state.disabled")
    if node.expanded is not None:
        keys.append("state.expanded" if node.expanded else "state.collapsed")
    if node.position and node.set_size:
        keys.append("position")
    blanks = {"level": node.level, "position": node.position, "size": node.set_size}
    return [words[key].format(**blanks) for key in keys if key in words]


def _words(told: ak.Node, node: Node, words: Mapping[str, str], headers: list[str]) -> None:
    if node.role in _TEXT_AS_VALUE:
        told.set_value(node.name)
    elif node.name:
        told.set_label(node.name)
    if node.value and node.text is None and node.role not in _TEXT_AS_VALUE:
        told.set_value(node.value)
    # AccessKit carries an error message but its adapters deliver none: the description is what arrives.
    description = " ".join(filter(None, (node.error, *headers, *_undelivered(node, words), node.description)))
    if description:
        told.set_description(description)
    if node.placeholder:
        told.set_placeholder(node.placeholder)


def _flags(told: ak.Node, node: Node) -> None:
    setters = {
        State.DISABLED: told.set_disabled,
        State.REQUIRED: told.set_required,
        State.READONLY: told.set_read_only,
        State.BUSY: told.set_busy,
        State.MODAL: told.set_modal,
        State.MULTISELECTABLE: told.set_multiselectable,
    }
    for state, switch_on in setters.items():
        if state in node.states:
            switch_on()
    if node.has(State.INVALID):
        told.set_invalid(ak.Invalid.TRUE)
    toggled = node.pressed if node.checked is None else node.checked
    if toggled is not None:
        told.set_toggled(_TOGGLED[toggled])
    if node.selected is not None:
        told.set_selected(node.selected)
    # Not `expanded`: no adapter of 0.7 delivers it, and that of Windows then offers no way to press the button.
    if node.live is not Live.OFF:
        told.set_live(_LIVE[node.live])


def _numbers(told: ak.Node, node: Node) -> None:
    if node.level:
        told.set_level(node.level)
    if node.position:
        told.set_position_in_set(node.position - 1)  # AccessKit counts from nought, its adapters add one
    if node.set_size:
        told.set_size_of_set(node.set_size)
    if node.range is not None:
        told.set_numeric_value(node.range.now)
        told.set_min_numeric_value(node.range.low)
        told.set_max_numeric_value(node.range.high)
        if node.range.step:
            told.set_numeric_value_step(node.range.step)


def _relations(told: ak.Node, node: Node) -> None:
    if node.orientation is not None:
        told.set_orientation(_ORIENTATIONS[node.orientation])
    if node.popup is not None:
        told.set_has_popup(_POPUPS[node.popup])
    if node.current is not None:
        told.set_aria_current(_CURRENT[node.current])
    if node.sort is not None:
        told.set_sort_direction(_SORTED[node.sort])
    if node.shortcut:
        told.set_keyboard_shortcut(node.shortcut)
    if node.table is not None:
        told.set_row_count(node.table.rows)
        told.set_column_count(node.table.columns)
    if node.place is not None:
        told.set_row_index(max(0, node.place.row - 1))
        if node.place.column:
            told.set_column_index(node.place.column - 1)


def _ties(told: ak.Node, node: Node, known: Collection[int]) -> None:
    for named, put in (
        (node.labelled_by, told.set_labelled_by),
        (node.described_by, told.set_described_by),
        (node.controls, told.set_controls),
        (node.members, told.set_radio_group),
        (node.error_by, lambda ids: told.set_error_message(ids[0])),
    ):
        if ids := [node_id(uid) for uid in named if uid in known]:
            put(ids)
