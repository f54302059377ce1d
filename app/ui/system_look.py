"""SystemLook: how the platform itself is set to look, asked once; what it does not tell stays unknown."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from accessibility.preferences import TEXT_SCALES, Preferences, Theme, beside

ANSWER_WITHIN = 0.3
"""Seconds the platform has to answer; the window does not wait longer for it."""


@dataclass(frozen=True, slots=True)
class SystemLook:
    """None: the platform does not say. ``text_scale`` is its factor on text, 1.0 when nothing was changed."""

    dark: bool | None = None
    high_contrast: bool | None = None
    reduce_motion: bool | None = None
    text_scale: float | None = None

    def theme(self, wanted: Theme) -> Theme:
        """The colours to show for what the customer wants; those of the platform only when that was asked for."""
        if wanted is not Theme.SYSTEM:
            return wanted
        if self.high_contrast:
            return Theme.HIGH_CONTRAST
        return Theme.DARK if self.dark else Theme.LIGHT

    def at_first(self, preferences: Preferences) -> dict[str, Any]:
        """What a first start takes over, by name of the preference."""
        found: dict[str, Any] = {}
        if self.text_scale is not None:
            found["text_scale"] = beside(TEXT_SCALES, self.text_scale, 0)
        if self.reduce_motion is not None:
            found["reduce_motion"] = self.reduce_motion
        return {name: value for name, value in found.items() if value != getattr(preferences, name)}


def ask_system() -> SystemLook:
    """Ask this platform; nothing is raised, for a window must open anywhere."""
    with contextlib.suppress(Exception):  # a customer's desktop may answer anything
        if sys.platform == "linux":
            return _linux()
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _macos()
    return SystemLook()


PORTAL = {
    "dark": ("org.freedesktop.appearance", "color-scheme"),
    "high_contrast": ("org.freedesktop.appearance", "contrast"),
    "animations": ("org.gnome.desktop.interface", "enable-animations"),
    "text_scale": ("org.gnome.desktop.interface", "text-scaling-factor"),
}


def from_portal(answers: dict[str, Any]) -> SystemLook:
    """From the answers of ``org.freedesktop.portal.Settings``, by the names of PORTAL.

    Source: XDG Desktop Portal, Settings: color-scheme 1 dark, 2 light, 0 no preference; contrast 1 higher.
    """
    scheme, animations = answers.get("dark"), answers.get("animations")
    return SystemLook(
        dark=None if scheme in (None, 0) else scheme == 1,
        high_contrast=None if "high_contrast" not in answers else answers["high_contrast"] == 1,
        reduce_motion=None if animations is None else not animations,
        text_scale=answers.get("text_scale"),
    )


def _linux() -> SystemLook:
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return SystemLook()
    from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call  # noqa: PLC0415 - Linux only
    from jeepney.io.blocking import open_dbus_connection  # noqa: PLC0415 - Linux only

    portal = DBusAddress(
        "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
    )
    answers: dict[str, Any] = {}
    with open_dbus_connection() as bus:
        for name, where in PORTAL.items():
            call = new_method_call(portal, "Read", "ss", where)
            call.header.flags |= MessageFlag.no_auto_start
            reply = bus.send_and_get_reply(call, timeout=ANSWER_WITHIN)
            if reply.header.message_type is MessageType.method_return:
                answers[name] = _bare(reply.body[0])
            elif name == "dark" and not _portal_is_there(reply):
                break
    return from_portal(answers)


def _portal_is_there(reply: Any) -> bool:
    from jeepney import HeaderFields  # noqa: PLC0415 - Linux only

    unknown = "org.freedesktop.DBus.Error.ServiceUnknown"
    return bool(reply.header.fields.get(HeaderFields.error_name) != unknown)


def _bare(value: Any) -> Any:
    """A D-Bus variant, or one within another, as the plain value."""
    while isinstance(value, tuple) and len(value) == 2:
        value = value[1]
    return value


def _windows() -> SystemLook:
    import winreg  # noqa: PLC0415 - Windows only

    def read(path: str, name: str) -> Any:
        with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:  # type: ignore[attr-defined]
            return winreg.QueryValueEx(key, name)[0]  # type: ignore[attr-defined]
        return None

    light = read(r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize", "AppsUseLightTheme")
    contrast = read(r"Control Panel\Accessibility\HighContrast", "Flags")
    percent = read(r"Software\Microsoft\Accessibility", "TextScaleFactor")
    return SystemLook(
        dark=None if light is None else light == 0,
        high_contrast=None if contrast is None else bool(int(contrast) & 1),
        text_scale=None if percent is None else percent / 100,
    )


def _macos() -> SystemLook:
    def read(domain: str, name: str) -> str:
        asked = ["defaults", "read", domain, name]
        return subprocess.run(asked, capture_output=True, text=True, timeout=2, check=False).stdout.strip()

    return SystemLook(
        dark=read("-g", "AppleInterfaceStyle") == "Dark",
        high_contrast=read("com.apple.universalaccess", "increaseContrast") == "1",
        reduce_motion=read("com.apple.universalaccess", "reduceMotion") == "1",
    )
