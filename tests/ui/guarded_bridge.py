"""A bridge that never names a focus that has just gone: AccessKit ends the program when it is told one."""

from __future__ import annotations

from dataclasses import replace

from accessibility.bridge import AccessibilityBridge


class GuardedBridge(AccessibilityBridge):
    """To go when the bridge itself does this."""

    def flush(self) -> None:
        """Tell what has changed, with the window as focus while nobody has it."""
        changes = self.tree.refresh()
        if changes is None:
            return
        if self.tree.focus not in self.tree.nodes:
            self.tree.focus = self.tree.root
            changes = replace(changes, focus=self.tree.root)
        if self._listening:
            self.provider.update(changes)
        if changes.removed or any(node.id == changes.root for node in changes.nodes):
            self.focus.keep()
