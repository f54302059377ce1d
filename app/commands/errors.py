"""What stops a command: one line for the person at the terminal."""

from __future__ import annotations


class CommandError(Exception):
    """Printed as one line; ``exit_code`` becomes the process's."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code
