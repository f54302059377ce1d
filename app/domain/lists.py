"""The list inside a domain object: accounts, entries."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any


def lines(thing: Any) -> tuple[Any, ...]:
    """The list inside a domain object, when it has one: accounts, entries…"""
    if not is_dataclass(thing) or isinstance(thing, type):
        return ()
    for item in fields(thing):
        value = getattr(thing, item.name)
        if isinstance(value, tuple) and value and is_dataclass(value[0]):
            return value
    return ()
