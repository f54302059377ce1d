"""The provider for the platform that the program runs on."""

import logging
import sys
from collections.abc import Mapping

from accessibility.providers.base import Provider
from accessibility.providers.log import LogProvider

_LOG = logging.getLogger(__name__)
ATSPI, ACCESSKIT = "atspi", "accesskit"


def platform_provider(words: Mapping[str, str] | None = None, kind: str = "") -> Provider:
    """On Linux our own AT-SPI provider; on Windows UI Automation and on macOS NSAccessibility through AccessKit.

    kind: 'atspi' or 'accesskit' takes that one (AccessKit speaks AT-SPI as well); empty takes the platform's.
    words: of `speech.WORD_KEYS`, those for what AccessKit does not deliver.
    Where AccessKit is not installed nobody is told anything, and the program runs all the same.
    """
    if (kind or (ATSPI if sys.platform.startswith("linux") else ACCESSKIT)) == ATSPI:
        from accessibility.providers.atspi.provider import AtspiProvider  # noqa: PLC0415 - Linux only

        return AtspiProvider()
    try:
        from accessibility.providers.accesskit_provider import AccessKitProvider  # noqa: PLC0415 - not on Linux
    except ImportError:
        _LOG.exception("no AccessKit: assistive technologies are told nothing")
        return LogProvider(is_listening=False)
    from accessibility.providers.fresh_ids import FreshIds  # noqa: PLC0415

    return FreshIds(AccessKitProvider(words=words))
