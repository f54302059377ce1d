"""AccessibleBehavior: the mixin with which a Kivy widget says what it is."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from kivy.properties import (
    BooleanProperty,
    DictProperty,
    NumericProperty,
    ObjectProperty,
    OptionProperty,
    Property,
    StringProperty,
)
from kivy.uix.behaviors import FocusBehavior

from accessibility.roles import Current, Live, Orientation, Popup, Sort

if TYPE_CHECKING:
    from accessibility.node import Node


def _live(default: str) -> Property:
    return OptionProperty(default, options=("", *Live))


def _tri_state(default: bool | None) -> Property:
    return ObjectProperty(default, allownone=True)


def _one_of(default: str, values: Iterable[str]) -> Property:
    return OptionProperty(default, options=("", *values))


# What each property is made of: a subclass may say `a11y_role = "heading"` and still have a live property.
A11Y_PROPERTIES: dict[str, Callable[[Any], Property]] = {
    "a11y_role": StringProperty,
    "a11y_name": StringProperty,
    "a11y_description": StringProperty,
    "a11y_value": StringProperty,
    "a11y_placeholder": StringProperty,
    "a11y_level": NumericProperty,
    "a11y_live": _live,
    "a11y_hidden": BooleanProperty,
    "a11y_checked": _tri_state,
    "a11y_pressed": _tri_state,
    "a11y_selected": _tri_state,
    "a11y_expanded": _tri_state,
    "a11y_required": BooleanProperty,
    "a11y_invalid": StringProperty,
    "a11y_busy": BooleanProperty,
    "a11y_readonly": BooleanProperty,
    "a11y_modal": BooleanProperty,
    "a11y_protected": BooleanProperty,
    "a11y_multiselectable": BooleanProperty,
    "a11y_labelled_by": _tri_state,
    "a11y_described_by": _tri_state,
    "a11y_error_by": _tri_state,
    "a11y_controls": _tri_state,
    "a11y_popup": partial(_one_of, values=Popup),
    "a11y_orientation": partial(_one_of, values=Orientation),
    "a11y_current": partial(_one_of, values=Current),
    "a11y_sort": partial(_one_of, values=Sort),
    "a11y_shortcut": StringProperty,
    "a11y_tab_stop": BooleanProperty,
}


class AccessibleBehavior:
    """Put before the Kivy class: `class Card(AccessibleBehavior, BoxLayout)`.

    What is left empty is taken from the Kivy class by `kivy_adapters` (a Button is a button named by its
    text). Any change of these properties reaches the platform before the next frame.
    """

    a11y_role = StringProperty("")
    """A `Role`; empty: from the Kivy class."""
    a11y_name = StringProperty("")
    """Empty: from `a11y_labelled_by`, else the widget's text, else the text inside (buttons, headings...)."""
    a11y_description = StringProperty("")
    """A hint, read after name, role and state."""
    a11y_value = StringProperty("")
    """The value in words ("250 yuan"); empty: the widget's own."""
    a11y_placeholder = StringProperty("")
    """Empty: a TextInput's `hint_text`."""
    a11y_level = NumericProperty(0)
    """Heading level 1-6."""
    a11y_live = OptionProperty("", options=("", *Live))
    """How urgently what changes here or comes in is told, a `Live`; empty: as the role says (log, status, alert)."""
    a11y_hidden = BooleanProperty(False)
    """Decoration: neither the widget nor anything in it is told or reached by Tab."""
    a11y_checked = ObjectProperty(None, allownone=True)
    """True, False, "mixed", or None: cannot be checked (None: from the Kivy class)."""
    a11y_pressed = ObjectProperty(None, allownone=True)
    """True, False, or None: no button that stays down (None: from the Kivy class)."""
    a11y_selected = ObjectProperty(None, allownone=True)
    """True, False or None: cannot be selected."""
    a11y_expanded = ObjectProperty(None, allownone=True)
    """True, False or None: cannot be expanded."""
    a11y_required = BooleanProperty(False)
    a11y_invalid = StringProperty("")
    """The error text of a field; not empty makes it invalid (WCAG 3.3.1)."""
    a11y_busy = BooleanProperty(False)
    a11y_readonly = BooleanProperty(False)
    a11y_modal = BooleanProperty(False)
    """For a dialog that is no ModalView: hides its siblings from reading and from Tab."""
    a11y_protected = BooleanProperty(False)
    """A secret: only bullets are ever told. Always so for a TextInput with `password=True`."""
    a11y_labelled_by = ObjectProperty(None, allownone=True)
    """The widget whose text names this one."""
    a11y_described_by = ObjectProperty(None, allownone=True)
    """The widget, or a list of widgets, whose text describes this one; it comes after `a11y_description`."""
    a11y_error_by = ObjectProperty(None, allownone=True)
    """The widget that shows this field's error; while it has a text the field is invalid."""
    a11y_controls = ObjectProperty(None, allownone=True)
    """The widget, or a list of widgets, that change when this one is used (ARIA `aria-controls`)."""
    a11y_popup = OptionProperty("", options=("", *Popup))
    """What this opens: a `Popup`."""
    a11y_orientation = OptionProperty("", options=("", *Orientation))
    a11y_current = OptionProperty("", options=("", *Current))
    """Of what this is the current one in its set: a `Current`."""
    a11y_sort = OptionProperty("", options=("", *Sort))
    """On a column header: how the rows are sorted by it."""
    a11y_shortcut = StringProperty("")
    """The keys that do this from anywhere, as ARIA writes them: "Control+S"."""
    a11y_multiselectable = BooleanProperty(False)
    a11y_actions: Any = DictProperty({})
    """Action name -> callable; adds to or replaces what the Kivy class offers. `set_value` gets a value."""

    a11y_tab_stop = BooleanProperty(True)
    """False: focus goes there by program only, as to a heading. Means nothing without FocusBehavior."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name, make in A11Y_PROPERTIES.items():
            plain = cls.__dict__.get(name)
            if plain is not None and not isinstance(plain, Property):
                made = make(plain)
                made.__set_name__(cls, name)  # Python does so only for what stands in the class body
                setattr(cls, name, made)

    def a11y_node(self) -> "Node":
        """The node without its place in the tree (children, position); override to adjust with `replace`."""
        from accessibility.kivy_adapters import describe  # noqa: PLC0415 - the adapters know this module

        return describe(self)

    def a11y_children(self) -> list[Any]:
        """Child widgets in reading order; Kivy keeps them the other way round."""
        from accessibility.kivy_classes import adapter_for  # noqa: PLC0415 - as above

        return adapter_for(self).children(self)

    def a11y_watch(self, changed: Callable[[], object]) -> None:
        """From now on call `changed()` when one of these properties has changed."""
        self.__dict__["_a11y_watchers"] = (*self.__dict__.get("_a11y_watchers", ()), changed)

    def a11y_unwatch(self, changed: Callable[[], object]) -> None:
        """Call it no more."""
        watching = self.__dict__.get("_a11y_watchers", ())
        self.__dict__["_a11y_watchers"] = tuple(other for other in watching if other is not changed)

    def _a11y_changed(self, *_: Any) -> None:
        """Told to the trees that watch this widget: one call for all properties is cheaper than a binding each."""
        for changed in self.__dict__.get("_a11y_watchers", ()):
            changed()


for _name in (*A11Y_PROPERTIES, "a11y_actions"):
    # Kivy calls `on_NAME` of the class by itself when the property NAME changes.
    setattr(AccessibleBehavior, f"on_{_name}", AccessibleBehavior._a11y_changed)


class FocusableBehavior(AccessibleBehavior, FocusBehavior):  # type: ignore[misc]  # Kivy is untyped
    """An accessible widget that can have the focus: `class Key(FocusableBehavior, Button)`.

    The focus manager owns Tab, arrows, Enter, Space and Escape; Kivy's own rules for them never run.
    """

    def __init__(self, **kwargs: Any) -> None:
        # A touch on empty ground must not leave a keyboard user nowhere.
        kwargs.setdefault("unfocus_on_touch", False)
        kwargs.setdefault("is_focusable", True)
        super().__init__(**kwargs)
