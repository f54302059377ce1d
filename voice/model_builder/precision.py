"""How finely a network is reckoned while it learns: in sixteen bits where the processor multiplies such floats itself.

There they are twice as fast and learn as well; elsewhere they are put together from parts, three times as slowly as
floats of thirty-two bits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from functools import cache

import torch

_SIXTEEN_BITS = ("amx_bf16", "avx512_bf16", "bf16")


@cache
def has_sixteen_bits() -> bool:
    """Does this processor multiply bfloat16? No where torch, before it could tell, does not say."""
    tell: Callable[[], Mapping[str, object]] = getattr(torch.cpu, "get_capabilities", dict)
    able = tell()
    return any(able.get(name) for name in _SIXTEEN_BITS)


def quick() -> AbstractContextManager[object]:
    """Within it layers are reckoned in the floats that are fastest here; their weights stay of thirty-two bits."""
    found: AbstractContextManager[object] = torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_sixteen_bits())
    return found
