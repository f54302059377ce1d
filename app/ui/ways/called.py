"""What a thing is called where it stands alone: by its name, else by what it is."""

from __future__ import annotations

from accessibility.roles import Role
from app.ui.kit import Kit


def called(kit: Kit, name: str, role: Role) -> str:
    """The name; of what has none the word for its role, or nobody would know what is meant."""
    return name or kit.text(f"role-{role}")
