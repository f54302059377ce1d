"""An immutable mapping from ids: the next one shares with it all that has not changed.

A dictionary would be copied whole for one changed node of ten thousand. The entries lie in small pieces, three
dictionaries deep, and a change copies the pieces on the way to it: at most 32 and 32 entries, and one for each 1,024.
"""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")

_LEAF, _BRANCH = 5, 10  # bits of an id within a leaf, and within a branch
Leaf = dict[int, Value]
Branch = dict[int, Leaf[Value]]


class IdTable(Mapping[int, Value]):
    """Any thread may read it while a `Draft` makes the next one. Without order."""

    __slots__ = ("_count", "_top")

    def __init__(self, top: dict[int, Branch[Value]] | None = None, count: int = 0) -> None:
        self._top: dict[int, Branch[Value]] = top if top is not None else {}
        self._count = count

    def __getitem__(self, key: int) -> Value:
        return self._top[key >> _BRANCH][key >> _LEAF][key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, int) and key in self._top.get(key >> _BRANCH, {}).get(key >> _LEAF, {})

    def __iter__(self) -> Iterator[int]:
        for branch in self._top.values():
            for leaf in branch.values():
                yield from leaf

    def __len__(self) -> int:
        return self._count

    def draft(self) -> "Draft[Value]":
        return Draft(self)


class Draft(Generic[Value]):
    """The next table while it is made; what it has copied once it goes on changing in place."""

    def __init__(self, before: IdTable[Value]) -> None:
        self._before = before
        self._top = before._top
        self._count = len(before)
        self._own: set[tuple[int, int]] = set()  # pieces copied: how many bits are left out, and the rest

    def get(self, key: int) -> Value | None:
        branch = self._top.get(key >> _BRANCH)
        leaf = branch.get(key >> _LEAF) if branch is not None else None
        return leaf.get(key) if leaf is not None else None

    def __contains__(self, key: int) -> bool:
        return key in self._top.get(key >> _BRANCH, {}).get(key >> _LEAF, {})

    def __setitem__(self, key: int, value: Value) -> None:
        leaf = self._leaf(key)
        self._count += key not in leaf
        leaf[key] = value

    def pop(self, key: int) -> Value | None:
        """What it held, None when it held nothing."""
        if key not in self:
            return None
        leaf = self._leaf(key)
        self._count -= 1
        value = leaf.pop(key)
        if not leaf:
            self._drop(key)
        return value

    def table(self) -> IdTable[Value]:
        """The same as before when nothing was put in or taken out. The draft is not to be used any more."""
        return self._before if self._top is self._before._top else IdTable(self._top, self._count)

    def _leaf(self, key: int) -> Leaf[Value]:
        branch = self._branch(key >> _BRANCH)
        leaf_key = key >> _LEAF
        if (_LEAF, leaf_key) not in self._own:
            branch[leaf_key] = dict(branch.get(leaf_key, ()))
            self._own.add((_LEAF, leaf_key))
        return branch[leaf_key]

    def _branch(self, key: int) -> Branch[Value]:
        if self._top is self._before._top:
            self._top = dict(self._top)
        if (_BRANCH, key) not in self._own:
            self._top[key] = dict(self._top.get(key, ()))
            self._own.add((_BRANCH, key))
        return self._top[key]

    def _drop(self, key: int) -> None:
        """Take out pieces that have become empty: ids that never come back would leave them behind for ever."""
        branch = self._top[key >> _BRANCH]
        del branch[key >> _LEAF]
        self._own.discard((_LEAF, key >> _LEAF))
        if not branch:
            del self._top[key >> _BRANCH]
            self._own.discard((_BRANCH, key >> _BRANCH))
