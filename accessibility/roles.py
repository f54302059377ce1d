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
    BANNER = "banner"
    BUTTON = "button"
    CELL = "cell"
    CHECKBOX = "checkbox"
    COLUMNHEADER = "columnheader"
    COMBOBOX = "combobox"
    COMPLEMENTARY = "complementary"
    CONTENTINFO = "contentinfo"
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
    MENUBAR = "menubar"
    MENUITEM = "menuitem"
    NAVIGATION = "navigation"
    NOTE = "note"
    OPTION = "option"
    PROGRESSBAR = "progressbar"
    RADIO = "radio"
    RADIOGROUP = "radiogroup"
    REGION = "region"
    ROW = "row"
    ROWGROUP = "rowgroup"
    ROWHEADER = "rowheader"
    SEARCH = "search"
    SEPARATOR = "separator"
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
    TOOLTIP = "tooltip"
    TREE = "tree"
    TREEITEM = "treeitem"
    WINDOW = "window"


class State(StrEnum):
    """What is true of a thing now; what can be answered with no as well (`checked`...) is a field of Node."""

    FOCUSABLE = "focusable"
    DISABLED = "disabled"
    REQUIRED = "required"
    INVALID = "invalid"
    READONLY = "readonly"
    BUSY = "busy"
    MODAL = "modal"
    MULTILINE = "multiline"
    MULTISELECTABLE = "multiselectable"
    PROTECTED = "protected"


class Action(StrEnum):
    """What an assistive technology may ask a thing to do.

    What the text actions are given, in characters of the whole text: `set_selection` anchor and caret;
    `insert_text` offset and text; `delete_text`, `copy_text` and `cut_text` start and end; `paste_text` offset.
    `scroll_into_view` may be given start and end of the part that is to be seen; of a list that tells a part of its
    items, the number of the item, from 1; or an `edges.Edge` or `edges.Point` at which it is to stand.
    """

    CLICK = "click"
    FOCUS = "focus"
    INCREMENT = "increment"
    DECREMENT = "decrement"
    SET_VALUE = "set_value"
    SET_SELECTION = "set_selection"
    SCROLL_INTO_VIEW = "scroll_into_view"
    SCROLL_UP = "scroll_up"
    SCROLL_DOWN = "scroll_down"
    SCROLL_LEFT = "scroll_left"
    SCROLL_RIGHT = "scroll_right"
    EXPAND = "expand"
    COLLAPSE = "collapse"
    DISMISS = "dismiss"
    MOVE_LEFT = "move_left"
    MOVE_RIGHT = "move_right"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    ENLARGE = "enlarge"
    SHRINK = "shrink"
    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    INSERT_TEXT = "insert_text"
    DELETE_TEXT = "delete_text"
    COPY_TEXT = "copy_text"
    CUT_TEXT = "cut_text"
    PASTE_TEXT = "paste_text"


TAKES: dict[Action, int] = {
    Action.SET_VALUE: 1,
    Action.SET_SELECTION: 2,
    Action.INSERT_TEXT: 2,
    Action.DELETE_TEXT: 2,
    Action.COPY_TEXT: 2,
    Action.CUT_TEXT: 2,
    Action.PASTE_TEXT: 1,
}
"""How many values an action is given; the others take none."""


class Live(StrEnum):
    """How urgently a change of text is told (ARIA `aria-live`)."""

    OFF = "off"
    POLITE = "polite"
    ASSERTIVE = "assertive"


# ARIA 1.2 section 5.4, "Implicit Value for Role": these are live without saying so.
LIVE: dict[Role, Live] = {Role.LOG: Live.POLITE, Role.STATUS: Live.POLITE, Role.ALERT: Live.ASSERTIVE}


class Orientation(StrEnum):
    """How a slider, tab list, separator or list runs (ARIA `aria-orientation`)."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class Popup(StrEnum):
    """What a thing opens (ARIA `aria-haspopup`)."""

    MENU = "menu"
    LISTBOX = "listbox"
    TREE = "tree"
    GRID = "grid"
    DIALOG = "dialog"


class Current(StrEnum):
    """Of what a thing is the current one of its set (ARIA `aria-current`)."""

    PAGE = "page"
    STEP = "step"
    LOCATION = "location"
    DATE = "date"
    TIME = "time"
    TRUE = "true"


class Sort(StrEnum):
    """How the rows are sorted by a column (ARIA `aria-sort`)."""

    ASCENDING = "ascending"
    DESCENDING = "descending"
    OTHER = "other"


MIXED = "mixed"
"""The third answer of `checked`: some of what is meant is checked (ARIA `aria-checked="mixed"`)."""

# ARIA 1.2 section 5.3.4: the regions of a screen that a reader's user jumps to.
LANDMARKS = frozenset(
    {
        Role.BANNER,
        Role.COMPLEMENTARY,
        Role.CONTENTINFO,
        Role.FORM,
        Role.MAIN,
        Role.NAVIGATION,
        Role.REGION,
        Role.SEARCH,
    }
)

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
        Role.ROWHEADER,
        Role.SWITCH,
        Role.TAB,
        Role.TOOLTIP,
        Role.TREEITEM,
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
        Role.SEPARATOR,
        Role.SLIDER,
        Role.SPINBUTTON,
        Role.STATICTEXT,
        Role.SWITCH,
        Role.TAB,
        Role.TEXTBOX,
    }
)

HOLDS_LINKS = frozenset({Role.HEADING, Role.STATICTEXT})
"""Of these, links in the text are told inside: it is read as a whole, and each link can be gone to."""

# A member of the right side says "3 of 7" within the nearest left side above it.
SETS: dict[Role, Role] = {
    Role.LIST: Role.LISTITEM,
    Role.LISTBOX: Role.OPTION,
    Role.MENU: Role.MENUITEM,
    Role.MENUBAR: Role.MENUITEM,
    Role.RADIOGROUP: Role.RADIO,
    Role.TABLIST: Role.TAB,
    Role.TREE: Role.TREEITEM,
}

# ARIA 1.2: what stands in the rows of a table.
CELLS = frozenset({Role.CELL, Role.COLUMNHEADER, Role.ROWHEADER})
