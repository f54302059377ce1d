"""Certainty: how surely something must have been heard before it counts (NAUR 13a). Confidences go from 0 to 1."""

from __future__ import annotations

from app.flows.acts import Act, Affirm
from app.flows.harmless_acts import harmless
from app.flows.session import Session

SURE_ENOUGH = 0.6
"""Below this what was heard is read back before it counts."""

SURELY_YES = 0.8
"""The same for the Yes that moves money: somebody else's 好吧那就这样吧 was heard as 好吧 with 0.74.

Of 296 such answers in quiet by voices that no training had heard two had less, of as many at 10 dB seven.
"""

HALF_SURE = 0.3
"""Enough for the Yes to 'did you say…' where no money hangs on it; else one doubt would lead to another."""


def needed(act: Act, session: Session | None) -> float:
    """The confidence from which it counts without a question back."""
    if harmless(act, session):
        return 0.0
    return SURELY_YES if isinstance(act, Affirm) else SURE_ENOUGH  # a Yes that is not harmless is one at a review
