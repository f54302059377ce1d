"""following: what an act means after the one before it: 继续 in a pause, 拼一下 a second time."""

from __future__ import annotations

from dataclasses import replace

from app.flows.acts import Interpretation, More, Repeat, Spell
from app.flows.session import OPEN
from app.flows.view import View


def following(heard: Interpretation, view: View, more: bool) -> Interpretation:
    """What was heard, as it is meant at this moment; ``more``: there is more of a list to be read.

    A pause leaves a question open. 继续 goes on with that question, so that it is asked again; only where the question
    is whether to read on, or to take up another task, is 继续 its answer.
    """
    before = view.came_from.act if view.came_from is not None else None
    if isinstance(heard.act, Spell) and isinstance(before, Spell):
        return replace(heard, act=Spell(again=not before.again))
    if isinstance(heard.act, More) and view.pausing and not _asks_whether_to_go_on(view, more):
        return replace(heard, act=Repeat())
    return heard


def _asks_whether_to_go_on(view: View, more: bool) -> bool:
    if view.doubt is not None:
        return False
    if view.offers:
        return view.offers_left > 0
    over = view.session is None or view.session.stage not in OPEN
    return more or (over and view.interrupted is not None)
