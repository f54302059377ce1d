"""Adapters of ScreenManager and Screen: only the current screen is told, and it has a title."""

from collections.abc import Iterable
from typing import Any

from accessibility.kivy_kinds import Adapter, Facts, is_a, plain_text
from accessibility.roles import Role


def _current_screen(manager: Any) -> list[Any]:
    return [manager.current_screen] if manager.current_screen else []


def _heading(screen: Any) -> Any | None:
    from accessibility.kivy_classes import own_adapter  # noqa: PLC0415 - the registry knows this file

    def is_heading(widget: Any) -> bool:
        role = getattr(widget, "a11y_role", "") or own_adapter(widget).role(widget)
        return bool(role == Role.HEADING)

    inside = (widget for widget in screen.walk(restrict=True) if widget is not screen)
    return next(filter(is_heading, inside), None)


def _title(screen: Any) -> str:
    """Its heading, else what the program calls it: some word for where one is now is better than none."""
    heading = _heading(screen)
    words = "" if heading is None else str(getattr(heading, "a11y_name", "")) or plain_text(heading)
    return words or str(screen.name)


def _screen_role(screen: Any) -> Role:
    return Role.GROUP if getattr(screen, "a11y_name", "") or screen.name or _title(screen) else Role.GENERIC


def _screen(screen: Any) -> Facts:
    return {"name": _title(screen)}


def _screen_sources(screen: Any) -> Iterable[tuple[Any, tuple[str, ...]]]:
    heading = _heading(screen)
    if heading is not None:
        yield heading, ("text", "a11y_name")


SCREENS: dict[str, Adapter] = {
    "kivy.uix.screenmanager.ScreenManager": Adapter(
        is_a(Role.GENERIC), watch=("current_screen",), children=_current_screen
    ),
    "kivy.uix.screenmanager.Screen": Adapter(
        _screen_role, _screen, watch=("name",), sources=_screen_sources, moves_children=True
    ),
}
