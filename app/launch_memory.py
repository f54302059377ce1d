"""Memory at the start: what lives as long as the program is looked through once, not again and again while it is used.

Python's cyclic collector stops the main thread while it looks through all objects: 0.1 s for this client. Everything
that the start makes stays, so the collector waits until it is over and leaves those objects alone from then on.
"""

import ctypes
import gc
import sys


def begin() -> None:
    """No collection while the client starts."""
    gc.disable()


def settle() -> None:
    """The start is over: collect again, but only what comes from now on; give back what the start has used up."""
    gc.freeze()
    gc.enable()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's; others give back by themselves
        if trim is not None:
            trim(0)
