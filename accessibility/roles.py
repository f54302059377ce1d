"""The vocabulary of the tree: roles, states, actions and liveness, with ARIA's names.

Source: WAI-ARIA 1.2, sections 5.4 (roles) and 6.6 (states and properties). Three names are not ARIA's
because ARIA leaves them to the platform: `window`, `statictext` (a run of text) and `generic`.
Platform names (AccessKit, AT-SPI) live only in the providers' tables.
"""

from enum import StrEnum


class Role(StrEnum):
    """What a thing is."""

    ALERT = "alert"
    ALERTDIALOG = "alertdialog"
    BUTTON = "button"
    CELL = "cell"
    CHECKBOX = "checkbox"
    COLUMNHEADER = "columnheader"
    COMBOBOX = "combobox"
    DIALOG = "dialog"
    FORM = "form"
    GENERIC = "generic"
    GROUP = "group"
    HEADING = "heading"
    IMG = "img"
    LINK = "link"
    LIST = "list"
    LISTBOX = "listbox"
    LISTITEM = "listitem"
    LOG = "log"
    MAIN = "main"
    MENU = "menu"
    MENUITEM = "menuitem"
    NAVIGATION = "navigation"
    OPTION = "option"
    PROGRESSBAR = "progressbar"
    RADIO = "radio"
    RADIOGROUP = "radiogroup"
    REGION = "region"
    ROW = "row"
    SEARCH = "search"
    SLIDER = "slider"
    SPINBUTTON = "spinbutton"
    STATICTEXT = "statictext"
    STATUS = "status"
    SWITCH = "switch"
    TAB = "tab"
    TABLE = "table"
    TABLIST = "tablist"
    TABPANEL = "tabpanel"
    TEXTBOX = "textbox"
    TIMER = "timer"
    TOOLBAR = "toolbar"
    WINDOW = "window"


class State(StrEnum):
    """What is true of a thing now; `checked`, `selected` and `expanded` have a no of their own (see Node)."""

    FOCUSABLE = "focusable"
    DISABLED = "disabled"
    REQUIRED = "required"
    INVALID = "invalid"
    READONLY = "readonly"
    BUSY = "busy"
    MODAL = "modal"
    MULTILINE = "multiline"
    PROTECTED = "protected"


class Action(StrEnum):
    """What an assistive technology may ask a thing to do."""

    CLICK = "click"
    FOCUS = "focus"
    INCREMENT = "increment"
    DECREMENT = "decrement"
    SET_VALUE = "set_value"
    SET_SELECTION = "set_selection"
    SCROLL_INTO_VIEW = "scroll_into_view"
    SCROLL_UP = "scroll_up"
    SCROLL_DOWN = "scroll_down"
    EXPAND = "expand"
    COLLAPSE = "collapse"


class Live(StrEnum):
    """How urgently a change of text is told (ARIA `aria-live`)."""

    OFF = "off"
    POLITE = "polite"
    ASSERTIVE = "assertive"


# ARIA 1.2 section 5.2.8.4: the name of these may come from the text inside.
NAME_FROM_CONTENT = frozenset(
    {
        Role.BUTTON,
        Role.CELL,
        Role.CHECKBOX,
        Role.COLUMNHEADER,
        Role.HEADING,
        Role.LINK,
        Role.MENUITEM,
        Role.OPTION,
        Role.RADIO,
        Role.SWITCH,
        Role.TAB,
    }
)

# ARIA 1.2 section 5.2.9 "children presentational": nothing inside these is a node of its own.
# Headings and links are here too: their text is already their name, and would be read twice.
CHILDREN_PRESENTATIONAL = frozenset(
    {
        Role.BUTTON,
        Role.CHECKBOX,
        Role.HEADING,
        Role.IMG,
        Role.LINK,
        Role.MENUITEM,
        Role.OPTION,
        Role.PROGRESSBAR,
        Role.RADIO,
        Role.SLIDER,
        Role.SPINBUTTON,
        Role.STATICTEXT,
        Role.SWITCH,
        Role.TAB,
        Role.TEXTBOX,
    }
)

# A member of the right side says "3 of 7" within the nearest left side above it.
SETS: dict[Role, Role] = {
    Role.LIST: Role.LISTITEM,
    Role.LISTBOX: Role.OPTION,
    Role.MENU: Role.MENUITEM,
    Role.RADIOGROUP: Role.RADIO,
    Role.TABLIST: Role.TAB,
}
