"""Screen: a page with the top bar, a banner for what is said once, and its own content below."""

from __future__ import annotations

from typing import Any

from app.flows.view import View
from app.ui.kit import Kit
from app.ui.screens.top_bar import Run, TopBar
from app.ui.widgets.banner import Banner
from app.ui.widgets.field import TextField
from app.ui.widgets.layout import Page


class Screen(Page):
    """What the shell shows one of at a time."""

    def __init__(self, kit: Kit, run: Run) -> None:
        self.kit = kit
        super().__init__(kit.look)
        self.bar = TopBar(kit, run)
        self._retired: list[Any] = []
        self.banner = Banner(kit.look, kit.text("ui-close"), self._leave_banner)
        self.column.add_widget(self.bar)
        self.column.add_widget(self.banner)

    def _leave_banner(self) -> None:
        self.kit.focus(self.landing())

    def retire(self, widget: Any) -> None:
        """Let a widget go once the focus has moved on: a reader would follow it nowhere."""
        self._retired.append(widget)

    def drop_retired(self) -> None:
        """The focus is where it should be: what was retired goes."""
        while self._retired:
            widget = self._retired.pop()
            if widget.parent is not None:
                widget.parent.remove_widget(widget)

    def from_top_to(self, widget: Any) -> None:
        """Scroll from the top only as far as needed to see a field with its label, hint and error."""
        self.scroll_y = 1
        self.update_from_scroll()
        around = widget.parent
        if isinstance(around, TextField) and around.height < self.height:
            self.scroll_to(around, animate=False)
            self.update_from_scroll()

    @property
    def title(self) -> str:
        """Where the customer is, for the window's title (WCAG 2.4.2)."""
        raise NotImplementedError

    @property
    def notice(self) -> str:
        """What has been said here beside the matter itself and stands still; for keys that lie over the screen."""
        return self.banner.words

    def landing(self) -> Any:
        """What takes the focus when this screen comes."""
        raise NotImplementedError

    def update(self, view: View) -> Any:
        """Draw the present moment; gives the widget that the focus should go to, or None to leave it."""
        raise NotImplementedError
