"""All made screens."""

from __future__ import annotations

from tests.audit.cases import focus, keys, looks, names, pointer, states, structure, wishes
from tests.audit.cases.table import Case

GROUPS = (names, states, structure, keys, focus, pointer, looks, wishes)

ALL: tuple[Case, ...] = tuple(case for group in GROUPS for case in group.CASES.all)
