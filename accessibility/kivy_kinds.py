"""What an adapter is: how one Kivy class is told, and small questions that all adapters ask."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accessibility.roles import Role

Facts = dict[str, Any]
"""Fields of a Node by name; `states` is any set of State."""
Actions = dict[str, Callable[..., object]]
"""Action name -> what does it."""
Keys = dict[tuple[int, bool], Callable[[], object]]
"""Key code, and whether Shift is down -> what it does."""

_TEXT_INPUT = "kivy.uix.textinput.TextInput"
_BRACKETS = re.compile(r"\[.*?\]")
# Tags that Kivy's markup knows (kivy.core.text.markup); it draws all else that stands in brackets.
_BARE = "b|i|u|s|sub|sup"
_VALUED = "font|font_family|font_context|font_features|size|text_language|color|ref"
_TAG = re.compile(rf"\[(?:/?(?:{_BARE})|/(?:{_VALUED})|(?:{_VALUED}|anchor)=.*)\]")


def default_children(widget: Any) -> list[Any]:
    """Kivy's children in the order they were added: Kivy keeps them the other way round."""
    children: list[Any] = widget.children[::-1]
    return children


def _nothing(widget: Any) -> dict[Any, Any]:
    return {}


def _nowhere(widget: Any) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Adapter:
    """How one Kivy class is told.

    `watch` names the properties whose change makes the node other; `children` gives those inside in reading order.
    `parts` says how widgets inside are told because they are inside, whatever their class: they get that adapter
    each time the owner's node is made. `sources` are other objects, with the properties that are told here.
    `moves_children`: children live in its coordinates, not the window's.
    `focusable`: can have the keyboard focus though the class is no FocusBehavior. `keys` are keys of its own while it
    has the focus, before all others but Tab and Escape. `tab_stop`: False where the focus goes by program only.
    `leads_to`: where the focus goes once it has been pressed.
    """

    role: Callable[[Any], Role]
    facts: Callable[[Any], Facts] = _nothing
    actions: Callable[[Any], Actions] = _nothing
    watch: tuple[str, ...] = ()
    children: Callable[[Any], list[Any]] = default_children
    parts: "Callable[[Any], Iterable[tuple[Any, Adapter]]] | None" = None
    sources: Callable[[Any], Iterable[tuple[Any, tuple[str, ...]]]] | None = None
    moves_children: bool = False
    focusable: bool | Callable[[Any], bool] = False
    keys: Callable[[Any], Keys] = _nothing
    tab_stop: bool = True
    leads_to: Callable[[Any], Any | None] = _nowhere

    def can_focus(self, widget: Any) -> bool:
        """Whether the focus can be there as it is now."""
        return self.focusable(widget) if callable(self.focusable) else self.focusable


def is_a(role: Role) -> Callable[[Any], Role]:
    """The role of a class whose members all have the same."""
    return lambda widget: role


def plain_text(widget: Any) -> str:
    """The text of a label without its markup tags."""
    text = str(getattr(widget, "text", "") or "")
    return (unmarked(text) if getattr(widget, "markup", False) else text).strip()


def unmarked(text: str) -> str:
    """What is seen of a text with markup."""
    shown = _BRACKETS.sub(lambda found: "" if _TAG.fullmatch(found[0]) else found[0], text)
    return shown.replace("&bl;", "[").replace("&br;", "]").replace("&amp;", "&")


def texts_inside(widget: Any) -> str:
    """The texts of all labels inside, in reading order."""
    texts = [plain_text(child) or texts_inside(child) for child in default_children(widget)]
    return " ".join(filter(None, texts))


def first_words(widget: Any) -> str:
    """What can be gone to needs a name: the first line of what is written in it, but for what is typed into fields,
    among them secrets."""
    inside = (it for it in widget.walk(restrict=True) if not is_kind(it, _TEXT_INPUT))
    words = (str(getattr(it, "a11y_name", "")) or plain_text(it) for it in inside)
    return next(filter(None, words), "").partition("\n")[0]


def named(widget: Any) -> Facts:
    """Named by its own text."""
    return {"name": plain_text(widget)}


def press(widget: Any) -> Actions:
    """What every ButtonBehavior does."""
    return {"click": lambda: widget.trigger_action(0)}


@lru_cache(maxsize=1024)
def class_names(kind: Any) -> tuple[str, ...]:
    """`module.Class` of a class and of all that it is made from, nearest first."""
    return tuple(f"{base.__module__}.{base.__qualname__}" for base in kind.__mro__)


def is_kind(widget: Any, name: str) -> bool:
    """Whether the widget is of the Kivy class `module.Class`; asked by name so that nothing is imported."""
    kind: Any = type(widget)
    return name in class_names(kind)
