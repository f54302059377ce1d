"""All made screens."""

from __future__ import annotations

from tests.audit.cases import keys, looks, names, states, structure
from tests.audit.cases.table import Case

ALL: tuple[Case, ...] = tuple(case for group in (names, states, structure, keys, looks) for case in group.CASES.all)
