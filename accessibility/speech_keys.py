"""The words that speech is made of: a key for each role, state and phrase, to be filled in by each language."""

from enum import StrEnum

from accessibility.roles import Role, Sort, State

# What a newcomer is told of how to work it; ARIA authoring practices' keys.
HINTED: tuple[Role, ...] = (
    Role.BUTTON, Role.CHECKBOX, Role.COMBOBOX, Role.LINK, Role.LISTBOX, Role.MENUITEM, Role.OPTION, Role.RADIO,
    Role.SLIDER, Role.SPINBUTTON, Role.SWITCH, Role.TAB, Role.TEXTBOX, Role.TREEITEM,
)  # fmt: skip

MIXED_KEY = "state.mixed"

# Blanks in words: position {position} {size}, characters {count}, level {level}, row {row}, column {column},
# table {rows} {columns}, shortcut {keys}, no_longer {state}; separator joins the parts.
WORD_KEYS: tuple[str, ...] = (
    *(f"role.{role}" for role in Role),
    "role.password",
    *(f"state.{state}" for state in State),
    "state.checked",
    "state.unchecked",
    MIXED_KEY,
    "state.pressed",
    "state.unpressed",
    "state.selected",
    "state.unselected",
    "state.expanded",
    "state.collapsed",
    *(f"sort.{sort}" for sort in Sort),
    *(f"hint.{role}" for role in HINTED),
    "position",
    "row",
    "column",
    "table",
    "current",
    "popup",
    "shortcut",
    "no_longer",
    "empty",
    "characters",
    "level",
    "separator",
)

# Nobody is helped by hearing these.
SILENT_STATES = frozenset({State.FOCUSABLE, State.MULTILINE, State.MULTISELECTABLE, State.PROTECTED, State.MODAL})
# The role adds nothing: the words are the thing.
SILENT_ROLES = frozenset({Role.STATICTEXT, Role.GENERIC, Role.STATUS, Role.WINDOW})


class Reason(StrEnum):
    """Why something is said of a whole thing; it decides how much: somebody has come to it, or asks what it is.

    Of what changes `speech.changed` says what is new, and a message says itself.
    """

    FOCUS = "focus"
    QUERY = "query"


class MissingWordError(KeyError):
    """The table has no word for a key of WORD_KEYS."""
