"""What an object that has gone answers: that it is defunct, and nothing else.

A reader goes on asking about what it was on when that went: Orca 43 looks for the ancestor that the old focus and the
new have in common, says nothing at all when the old one answers with an error, and says the window's name again when
it has no parent.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from accessibility.providers.atspi.names import ACCESSIBLE, NOBODY
from accessibility.providers.atspi.states import AtspiState, words_of_state

_INVALID = 0  # AtspiRole

METHODS: Mapping[str, tuple[str, tuple[Any, ...]]] = MappingProxyType(
    {
        "GetChildAtIndex": ("(so)", (NOBODY,)),
        "GetChildren": ("a(so)", ([],)),
        "GetIndexInParent": ("i", (-1,)),
        "GetRelationSet": ("a(ua(so))", ([],)),
        "GetRole": ("u", (_INVALID,)),
        "GetRoleName": ("s", ("invalid",)),
        "GetLocalizedRoleName": ("s", ("invalid",)),
        "GetState": ("au", (words_of_state(1 << AtspiState.DEFUNCT),)),
        "GetAttributes": ("a{ss}", ({},)),
        "GetInterfaces": ("as", ([ACCESSIBLE],)),
    }
)
"""Of org.a11y.atspi.Accessible: what a method gives and its answer. The parent is the one it had."""

PROPERTIES: Mapping[str, tuple[str, Any]] = MappingProxyType(
    {
        "Name": ("s", ""),
        "Description": ("s", ""),
        "ChildCount": ("i", 0),
        "Locale": ("s", ""),
        "AccessibleId": ("s", ""),
        "HelpText": ("s", ""),
    }
)
