"""meaning: what was understood, as plain JSON."""

from __future__ import annotations

import re
from typing import Any

from app.flows.acts import Adjust, Change, Inform, Interpretation, NotUnderstood, Request, Select


def describe(heard: Interpretation) -> dict[str, Any]:
    """An interpretation as plain JSON: ``act`` null when nothing was understood; a guess counts as nothing."""
    act = heard.act
    if isinstance(act, NotUnderstood) or heard.confidence < 1.0:
        return {"act": None, "intent": None, "slots": {}, "confidence": round(heard.confidence, 3)}
    slots: dict[str, str] = {}
    if isinstance(act, Request | Inform):
        slots = {name: str(value) for name, value in act.slots.items()}
    elif isinstance(act, Select):
        slots = {"number": str(act.number)}
    elif isinstance(act, Change):
        slots = {"field": act.field}
    name = act.manner.value if isinstance(act, Adjust) else re.sub(r"(?<!^)(?=[A-Z])", "_", type(act).__name__).lower()
    intent = act.intent if isinstance(act, Request) else None
    return {"act": name, "intent": intent, "slots": slots, "confidence": round(heard.confidence, 3)}
