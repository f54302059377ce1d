"""What can go wrong while probing.

ProbeError
├── DesktopError   a program is missing, or did not start
└── NotThereError       something waited for did not come in time
"""


class ProbeError(Exception):
    """Never raised directly."""


class DesktopError(ProbeError):
    """One line that names the program, and the package it comes in."""


class NotThereError(ProbeError):
    """The deadline passed; the message says what was waited for and what there was instead."""
