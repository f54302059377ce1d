"""The provider for the platform that the program runs on."""

from collections.abc import Mapping

from accessibility.providers.accesskit_provider import AccessKitProvider
from accessibility.providers.base import Provider
from accessibility.providers.fresh_ids import FreshIds


def platform_provider(words: Mapping[str, str] | None = None) -> Provider:
    """AT-SPI, UI Automation or NSAccessibility through AccessKit.

    words: of `speech.WORD_KEYS`, those for states that the platform would not hear of otherwise.
    """
    return FreshIds(AccessKitProvider(words=words))
