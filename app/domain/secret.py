"""Secret: a password or code that cannot be printed, logged, compared in the open or serialised."""

from __future__ import annotations

import hmac
from typing import NoReturn


class Secret:
    """Holds a secret text. Only :meth:`reveal` gives it, and only the bank adapter calls that."""

    __slots__ = ("__text",)

    def __init__(self, text: str) -> None:
        self.__text = text

    def reveal(self) -> str:
        """The text itself, for the request to the bank and nothing else."""
        return self.__text

    def __bool__(self) -> bool:
        return bool(self.__text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self.__text.encode(), other.__text.encode())

    def __hash__(self) -> int:
        return hash(Secret)

    def __repr__(self) -> str:
        return "Secret(******)"

    __str__ = __repr__

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret does not leave the process")
