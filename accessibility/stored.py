"""Settings as frozen dataclasses, kept as plain values: what is missing, unknown or out of range takes its default."""

from collections.abc import Iterable, Mapping
from dataclasses import Field, field, fields
from enum import StrEnum
from typing import Any, Self


def between(default: float, low: float, high: float, unit: str = "") -> Any:
    """A number of a settings class with its limits; its kind (int, float) is the default's."""
    return field(default=default, metadata={"low": low, "high": high, "unit": unit})


class Stored:
    """Base of settings classes. Enums are kept by value; `between` declares the limits of numbers."""

    __slots__ = ()

    @classmethod
    def from_mapping(cls, stored: object) -> Self:
        """From what was kept; anything that is no mapping gives the defaults."""
        values = stored if isinstance(stored, Mapping) else {}
        return cls(**dict(_usable(fields(cls), values)))  # type: ignore[arg-type]  # subclasses are dataclasses

    def to_mapping(self) -> dict[str, Any]:
        """Plain values to be kept as JSON."""
        names = [item.name for item in fields(self)]  # type: ignore[arg-type]  # as above
        return {name: _plain(getattr(self, name)) for name in names}


def _plain(value: Any) -> Any:
    if hasattr(value, "to_mapping"):
        return value.to_mapping()  # the settings of a feature within
    return value.value if isinstance(value, StrEnum) else value


def _usable(wanted: Iterable[Field[Any]], stored: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    for item in wanted:
        if item.name in stored:
            value = _fitting(item, stored[item.name])
            if value is not None:
                yield item.name, value


def _fitting(item: Any, value: Any) -> Any:
    """The value as the field's kind, or None when it does not fit."""
    kind: Any = type(item.default)
    if hasattr(kind, "from_mapping"):
        return kind.from_mapping(value) if isinstance(value, Mapping) else None  # the settings of a feature within
    if issubclass(kind, StrEnum):
        return kind(value) if isinstance(value, str) and value in kind._value2member_map_ else None
    if isinstance(value, bool) or kind is bool:
        return value if kind is bool and isinstance(value, bool) else None
    if kind is float and isinstance(value, int) and abs(value) < 1e9:
        value = float(value)
    if not isinstance(value, kind):
        return None
    low, high = item.metadata.get("low"), item.metadata.get("high")
    return None if low is not None and not low <= value <= high else value
