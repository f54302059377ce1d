"""From our roles to AT-SPI's: their numbers and names.

Sources: W3C Core Accessibility API Mappings 1.2, column "ATK/AT-SPI"; enum AtspiRole of at-spi2-core 2.46. A switch is
a toggle button, a landmark has its kind in the attribute `xml-roles`, as there. An alert is a notification, which Orca
reads when it appears.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from accessibility.clipping import scrolls
from accessibility.node import Node
from accessibility.roles import Role, State


class AtspiRole(IntEnum):
    """Of the numbers of AtspiRole those that occur here; the name is the number's own, in small letters."""

    CHECK_BOX = 7
    CHECK_MENU_ITEM = 8
    COMBO_BOX = 11
    DIALOG = 16
    FRAME = 23
    IMAGE = 27
    LABEL = 29
    LIST = 31
    LIST_ITEM = 32
    MENU = 33
    MENU_BAR = 34
    MENU_ITEM = 35
    PAGE_TAB = 37
    PAGE_TAB_LIST = 38
    PANEL = 39
    PASSWORD_TEXT = 40
    PROGRESS_BAR = 42
    PUSH_BUTTON = 43
    RADIO_BUTTON = 44
    SCROLL_PANE = 49
    SEPARATOR = 50
    SLIDER = 51
    SPIN_BUTTON = 52
    STATUS_BAR = 54
    TABLE = 55
    TABLE_CELL = 56
    COLUMN_HEADER = 10
    ROW_HEADER = 47
    TOGGLE_BUTTON = 62
    TOOL_BAR = 63
    TOOL_TIP = 64
    TREE = 65
    APPLICATION = 75
    ENTRY = 79
    HEADING = 83
    LINK = 88
    TABLE_ROW = 90
    TREE_ITEM = 91
    COMMENT = 97
    LIST_BOX = 98
    NOTIFICATION = 101
    LANDMARK = 110
    LOG = 111
    TIMER = 115

    @property
    def words(self) -> str:
        """AT-SPI's name of the role."""
        return self.name.lower().replace("_", " ")


ROLES: Mapping[Role, AtspiRole] = MappingProxyType(
    {
        Role.ALERT: AtspiRole.NOTIFICATION,
        Role.ALERTDIALOG: AtspiRole.DIALOG,
        Role.BANNER: AtspiRole.LANDMARK,
        Role.BUTTON: AtspiRole.PUSH_BUTTON,
        Role.CELL: AtspiRole.TABLE_CELL,
        Role.CHECKBOX: AtspiRole.CHECK_BOX,
        Role.COLUMNHEADER: AtspiRole.COLUMN_HEADER,
        Role.COMBOBOX: AtspiRole.COMBO_BOX,
        Role.COMPLEMENTARY: AtspiRole.LANDMARK,
        Role.CONTENTINFO: AtspiRole.LANDMARK,
        Role.DIALOG: AtspiRole.DIALOG,
        Role.FORM: AtspiRole.LANDMARK,
        Role.GENERIC: AtspiRole.PANEL,
        Role.GROUP: AtspiRole.PANEL,
        Role.HEADING: AtspiRole.HEADING,
        Role.IMG: AtspiRole.IMAGE,
        Role.LINK: AtspiRole.LINK,
        Role.LIST: AtspiRole.LIST,
        Role.LISTBOX: AtspiRole.LIST_BOX,
        Role.LISTITEM: AtspiRole.LIST_ITEM,
        Role.LOG: AtspiRole.LOG,
        Role.MAIN: AtspiRole.LANDMARK,
        Role.MENU: AtspiRole.MENU,
        Role.MENUBAR: AtspiRole.MENU_BAR,
        Role.MENUITEM: AtspiRole.MENU_ITEM,
        Role.NAVIGATION: AtspiRole.LANDMARK,
        Role.NOTE: AtspiRole.COMMENT,
        Role.OPTION: AtspiRole.LIST_ITEM,
        Role.PROGRESSBAR: AtspiRole.PROGRESS_BAR,
        Role.RADIO: AtspiRole.RADIO_BUTTON,
        Role.RADIOGROUP: AtspiRole.PANEL,
        Role.REGION: AtspiRole.LANDMARK,
        Role.ROW: AtspiRole.TABLE_ROW,
        Role.ROWGROUP: AtspiRole.PANEL,
        Role.ROWHEADER: AtspiRole.ROW_HEADER,
        Role.SEARCH: AtspiRole.LANDMARK,
        Role.SEPARATOR: AtspiRole.SEPARATOR,
        Role.SLIDER: AtspiRole.SLIDER,
        Role.SPINBUTTON: AtspiRole.SPIN_BUTTON,
        Role.STATICTEXT: AtspiRole.LABEL,
        Role.STATUS: AtspiRole.STATUS_BAR,
        Role.SWITCH: AtspiRole.TOGGLE_BUTTON,
        Role.TAB: AtspiRole.PAGE_TAB,
        Role.TABLE: AtspiRole.TABLE,
        Role.TABLIST: AtspiRole.PAGE_TAB_LIST,
        Role.TABPANEL: AtspiRole.SCROLL_PANE,
        Role.TEXTBOX: AtspiRole.ENTRY,
        Role.TIMER: AtspiRole.TIMER,
        Role.TOOLBAR: AtspiRole.TOOL_BAR,
        Role.TOOLTIP: AtspiRole.TOOL_TIP,
        Role.TREE: AtspiRole.TREE,
        Role.TREEITEM: AtspiRole.TREE_ITEM,
        Role.WINDOW: AtspiRole.FRAME,
    }
)


def is_toggle(node: Node) -> bool:
    """Whether it is a button that stays down."""
    return node.role is Role.SWITCH or (
        node.role is Role.BUTTON and (node.pressed is not None or node.checked is not None)
    )


def role_of(node: Node) -> AtspiRole:
    """The role as the platform is told it, which depends on more than our role."""
    if node.role is Role.TEXTBOX and node.has(State.PROTECTED):
        return AtspiRole.PASSWORD_TEXT
    if is_toggle(node):
        return AtspiRole.TOGGLE_BUTTON
    if node.role is Role.MENUITEM and node.checked is not None:
        return AtspiRole.CHECK_MENU_ITEM
    if node.role is Role.GENERIC and scrolls(node):
        return AtspiRole.SCROLL_PANE
    return ROLES[node.role]
