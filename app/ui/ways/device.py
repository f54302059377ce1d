"""What the device itself can do for a message: vibrate, and show a notification; through plyer, never in the way."""

from __future__ import annotations

import importlib
import logging
import sys
import threading

from kivy.utils import platform

_log = logging.getLogger(__name__)


def vibrate(seconds: float) -> None:
    """Where the device can: phones. Elsewhere nothing."""
    if platform in ("android", "ios"):
        _quietly("vibrator", "vibrate", time=seconds)


def notify(title: str, text: str) -> None:
    """A notification of the system, on a thread of its own, for it may be slow to answer."""
    arguments = {"title": title, "message": text, "app_name": title}
    threading.Thread(target=_quietly, args=("notification", "notify"), kwargs=arguments, daemon=True).start()


def _quietly(feature: str, call: str, **arguments: object) -> None:
    """A device that cannot is no trouble: the message has been shown and told."""
    try:
        getattr(getattr(importlib.import_module("plyer"), feature), call)(**arguments)
    except Exception as failure:  # noqa: BLE001 - plyer raises whatever the platform below raises
        _log.info("no %s on %s: %s", feature, sys.platform, failure)
