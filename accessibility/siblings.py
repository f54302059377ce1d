"""Two moments of a line of siblings; pure. Of thousands only what lies between a common start and end is worked on."""

from collections.abc import Collection, Sequence


def exchanged(before: Sequence[int], after: Sequence[int]) -> tuple[list[int], list[int]]:
    """The places of those that came, and who went."""
    start, end = same_ends(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    was, now = set(old), set(new)
    return [at for at, uid in enumerate(new, start) if uid not in was], [uid for uid in old if uid not in now]


def same_ends(before: Sequence[int], after: Sequence[int], others: Collection[int] = ()) -> tuple[int, int]:
    """How many at the start, and of the rest at the end, are the same; those in `others` are not, whatever their id."""
    most = min(len(before), len(after))
    start = _same(zip(before, after, strict=False), most, others)
    return start, _same(zip(reversed(before), reversed(after), strict=False), most - start, others)


def _same(pairs: "zip[tuple[int, int]]", most: int, others: Collection[int]) -> int:
    found = (at for at, (old, new) in enumerate(pairs) if at == most or old != new or old in others)
    return next(found, most)
